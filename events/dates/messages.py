"""Why a text is not a date and how to repair it, in every language; the keys are the error's codes."""

NOT_A_DATE = {
    "en": "{value} is not a date: {reason}",
    "vi": "{value} không phải là ngày tháng hợp lệ: {reason}",
    "ru": "{value} — не дата: {reason}",
}
IN_PART = {"en": "in {part}, {reason}", "vi": "ở {part}, {reason}", "ru": "в {part}: {reason}"}

REASONS = {
    # The calendar does not have it.
    "month_days": {
        "en": "{name} has {days} days; write {last_day}, or {month} if the day is not known",
        "vi": "{name} có {days} ngày; hãy viết {last_day}, hoặc {month} nếu không rõ ngày",
        "ru": "{name}: последний день — {days}; напишите {last_day} или, если день неизвестен, {month}",
    },
    "february": {
        "en": "February {year} has {days} days; write {last_day}, or {month} if the day is not known",
        "vi": "tháng 2 năm {year} có {days} ngày; hãy viết {last_day}, hoặc {month} nếu không rõ ngày",
        "ru": "февраль {year} г.: последний день — {days}; напишите {last_day} или, если день неизвестен, {month}",
    },
    "day_zero": {
        "en": "there is no day 00; write {month} if the day is not known",
        "vi": "không có ngày 00; hãy viết {month} nếu không rõ ngày",
        "ru": "дня 00 не бывает; если день неизвестен, напишите {month}",
    },
    "month_zero": {
        "en": "there is no month 00; write {year} if the month is not known",
        "vi": "không có tháng 00; hãy viết {year} nếu không rõ tháng",
        "ru": "месяца 00 не бывает; если месяц неизвестен, напишите {year}",
    },
    "month": {
        "en": "there is no month {month}; months go from 01 to 12 and seasons from 21 to 24",
        "vi": "không có tháng {month}; tháng đi từ 01 đến 12, mùa từ 21 đến 24",
        "ru": "месяца {month} не бывает; месяцы — от 01 до 12, времена года — от 21 до 24",
    },
    "month_or_years": {
        "en": "there is no month {month}; if the years {years} are meant, write {interval}",
        "vi": "không có tháng {month}; nếu là các năm {years} thì hãy viết {interval}",
        "ru": "месяца {month} не бывает; если имеются в виду {years} гг., напишите {interval}",
    },
    "season_day": {
        "en": "a season has no day; write {season}, or the month and the day",
        "vi": "mùa không có ngày; hãy viết {season}, hoặc viết tháng và ngày",
        "ru": "у времени года нет дня; напишите {season} или месяц и день",
    },
    "quarter": {
        "en": "codes 25 to 41 are not used here; write a season from 21 to 24, or the months as an interval",
        "vi": "không dùng mã 25 đến 41; hãy viết mùa từ 21 đến 24, hoặc viết các tháng thành một khoảng",
        "ru": "коды от 25 до 41 здесь не применяются; напишите время года от 21 до 24 или месяцы как промежуток",
    },
    "reversed": {
        "en": "the interval ends ({end}) before it begins ({start}); write {swapped}",
        "vi": "khoảng thời gian kết thúc ({end}) trước khi bắt đầu ({start}); hãy viết {swapped}",
        "ru": "промежуток кончается ({end}) раньше, чем начинается ({start}); напишите {swapped}",
    },
    # The year.
    "short_year": {
        "en": "a year has four digits; write {repair}",
        "vi": "năm có bốn chữ số; hãy viết {repair}",
        "ru": "в годе четыре цифры; напишите {repair}",
    },
    "short_first_year": {
        "en": "the first number must be a year of four digits",
        "vi": "số đầu tiên phải là năm có bốn chữ số",
        "ru": "первым числом должен стоять год из четырёх цифр",
    },
    "long_year": {
        "en": "a year of five or more digits begins with Y; write {repair}",
        "vi": "năm có từ năm chữ số trở lên bắt đầu bằng Y; hãy viết {repair}",
        "ru": "год из пяти и более цифр начинается с Y; напишите {repair}",
    },
    "needless_y": {
        "en": "Y is for years of five or more digits without leading zeros; write {repair}",
        "vi": "Y chỉ dùng cho năm có từ năm chữ số trở lên, không có số 0 ở đầu; hãy viết {repair}",
        "ru": "Y ставится только перед годом из пяти и более цифр без нулей в начале; напишите {repair}",
    },
    "capital_y": {
        "en": "the mark of a long year is a capital Y; write {repair}",
        "vi": "dấu của năm dài là chữ Y hoa; hãy viết {repair}",
        "ru": "длинный год отмечается заглавной буквой Y; напишите {repair}",
    },
    "far_year": {
        "en": "years go from Y-999999999 to Y999999999",
        "vi": "năm đi từ Y-999999999 đến Y999999999",
        "ru": "годы — от Y-999999999 до Y999999999",
    },
    "minus_zero": {
        "en": "the year 0 (1 BC) has no sign; write {repair}",
        "vi": "năm 0 (năm 1 TCN) không mang dấu; hãy viết {repair}",
        "ru": "год 0 (1 г. до н. э.) пишется без знака; напишите {repair}",
    },
    "plus_sign": {
        "en": "a year after Christ has no sign; write {repair}",
        "vi": "năm sau Công nguyên không mang dấu; hãy viết {repair}",
        "ru": "год нашей эры пишется без знака; напишите {repair}",
    },
    "before_christ": {
        "en": "years before Christ are counted with a year 0, so {year} BC is {repair}; write {repair}",
        "vi": "năm trước Công nguyên được đếm có năm 0, nên năm {year} TCN là {repair}; hãy viết {repair}",
        "ru": "годы до нашей эры считаются с годом 0, поэтому {year} г. до н. э. — это {repair}; напишите {repair}",
    },
    "y_without_year": {
        "en": "Y must be followed by a year of five or more digits, such as Y17000 or Y-17000",
        "vi": "sau Y phải là năm có từ năm chữ số trở lên, như Y17000 hoặc Y-17000",
        "ru": "после Y должен стоять год из пяти и более цифр, например Y17000 или Y-17000",
    },
    # Unspecified digits.
    "no_known_digit": {
        "en": "a date without one known digit says nothing; leave it empty or write the widest limits, "
        "such as 1900/1999",
        "vi": "ngày tháng không có chữ số nào được biết thì không nói lên gì; hãy để trống hoặc viết giới hạn "
        "rộng nhất, như 1900/1999",
        "ru": "дата без единой известной цифры ничего не говорит; оставьте её пустой или напишите самые широкие "
        "границы, например 1954/1975",
    },
    "unspecified_digits": {
        "en": "X stands only for the last digits of a year (196X, 19XX), for a whole month (1988-XX) "
        "or a whole day (1988-12-XX)",
        "vi": "X chỉ thay cho các chữ số cuối của năm (196X, 19XX), cho cả tháng (1988-XX) hoặc cả ngày (1988-12-XX)",
        "ru": "X заменяет только последние цифры года (196X, 19XX), весь месяц (1988-XX) или весь день (1988-12-XX)",
    },
    "unknown_month_known_day": {
        "en": "a day without its month cannot be placed; write {repair}",
        "vi": "không xếp được một ngày thiếu tháng; hãy viết {repair}",
        "ru": "день без месяца не найти; напишите {repair}",
    },
    "small_x": {
        "en": "unspecified digits are capital X; write {repair}",
        "vi": "chữ số chưa rõ viết bằng X hoa; hãy viết {repair}",
        "ru": "неизвестные цифры пишутся заглавной буквой X; напишите {repair}",
    },
    "decade": {
        "en": "a decade is written with X for its last digit; write {repair}",
        "vi": "thập niên viết với X thay chữ số cuối; hãy viết {repair}",
        "ru": "десятилетие пишется с X вместо последней цифры; напишите {repair}",
    },
    # Other ways of writing a date.
    "either_way_round": {
        "en": "day and month could be either way round; write {one} for {one_en} or {other} for {other_en}",
        "vi": "không biết đâu là ngày, đâu là tháng; hãy viết {one} nếu là {one_vi}, hoặc {other} nếu là {other_vi}",
        "ru": "день и месяц можно понять двояко; напишите {one}, если это {one_ru}, или {other}, если {other_ru}",
    },
    "other_order": {
        "en": "the year comes first, then month and day with hyphens; write {repair}",
        "vi": "năm viết trước, rồi đến tháng và ngày, cách nhau bằng dấu gạch nối; hãy viết {repair}",
        "ru": "сначала год, затем месяц и день через дефис; напишите {repair}",
    },
    "words": {
        "en": "dates are written in numbers, the year first; write {repair}",
        "vi": "ngày tháng viết bằng số, năm trước; hãy viết {repair}",
        "ru": "даты пишутся числами, сначала год; напишите {repair}",
    },
    "two_digits": {
        "en": "month and day have two digits; write {repair}",
        "vi": "tháng và ngày có hai chữ số; hãy viết {repair}",
        "ru": "месяц и день пишутся двумя цифрами; напишите {repair}",
    },
    "no_hyphens": {
        "en": "year, month and day are separated by hyphens; write {repair}",
        "vi": "năm, tháng và ngày cách nhau bằng dấu gạch nối; hãy viết {repair}",
        "ru": "год, месяц и день разделяются дефисами; напишите {repair}",
    },
    "six_digits": {
        "en": "six digits can be a month or a year; write {month} for the month or {year} for the year",
        "vi": "sáu chữ số có thể là tháng hoặc năm; hãy viết {month} nếu là tháng, {year} nếu là năm",
        "ru": "шесть цифр могут быть месяцем или годом; напишите {month} для месяца или {year} для года",
    },
    "interval_hyphen": {
        "en": "the two ends of an interval are joined by a slash; write {repair}",
        "vi": "hai đầu của một khoảng thời gian nối bằng dấu gạch chéo; hãy viết {repair}",
        "ru": "концы промежутка соединяет косая черта; напишите {repair}",
    },
    "interval_dots": {
        "en": "an interval has a slash, also when one side is open; write {repair}",
        "vi": "khoảng thời gian phải có dấu gạch chéo, kể cả khi một phía để mở; hãy viết {repair}",
        "ru": "в промежутке стоит косая черта, даже если одна сторона открыта; напишите {repair}",
    },
    "open_word": {
        "en": "an open side of an interval is written with two dots, such as 1986/..",
        "vi": "phía để mở của một khoảng thời gian viết bằng hai dấu chấm, như 1986/..",
        "ru": "открытая сторона промежутка пишется двумя точками, например 1986/..",
    },
    "unknown_word": {
        "en": "an unknown side of an interval is left empty, such as 1986/",
        "vi": "phía chưa rõ của một khoảng thời gian để trống, như 1986/",
        "ru": "неизвестная сторона промежутка остаётся пустой, например 1986/",
    },
    "slashes": {
        "en": "an interval has one slash between two dates, such as 1954-07/1954-08",
        "vi": "khoảng thời gian có một dấu gạch chéo giữa hai ngày tháng, như 1954-07/1954-08",
        "ru": "в промежутке одна косая черта между двумя датами, например 1954-07/1954-08",
    },
    "no_known_end": {
        "en": "an interval needs at least one known side, such as 1986/.. or ../1986",
        "vi": "khoảng thời gian cần ít nhất một phía được biết, như 1986/.. hoặc ../1986",
        "ru": "у промежутка должна быть известна хотя бы одна сторона, например 1986/.. или ../1986",
    },
    "set": {
        "en": "sets of dates are not used here; write an interval such as 1954/1956, or one event for each date",
        "vi": "không dùng tập hợp ngày tháng; hãy viết một khoảng như 1954/1956, hoặc tách thành nhiều sự kiện",
        "ru": "наборы дат здесь не применяются; напишите промежуток, например 1954/1956, или отдельное событие на "
        "каждую дату",
    },
    "qualifier_place": {
        "en": "the mark for about (~), uncertain (?) or both (%) stands once, at the end; write {repair}",
        "vi": "dấu khoảng (~), chưa chắc chắn (?) hoặc cả hai (%) chỉ viết một lần, ở cuối; hãy viết {repair}",
        "ru": "знак «около» (~), «под вопросом» (?) или обоих (%) ставится один раз, в конце; напишите {repair}",
    },
    "blanks": {
        "en": "a date has no blanks inside; write {repair}",
        "vi": "ngày tháng không có dấu cách ở giữa; hãy viết {repair}",
        "ru": "внутри даты нет пробелов; напишите {repair}",
    },
    "other_characters": {
        "en": "only plain digits, hyphen, slash, dots, X, Y and ~ ? % are read; write {repair}",
        "vi": "chỉ đọc được chữ số thường, gạch nối, gạch chéo, dấu chấm, X, Y và ~ ? %; hãy viết {repair}",
        "ru": "читаются только обычные цифры, дефис, косая черта, точки, X, Y и ~ ? %; напишите {repair}",
    },
    "time_of_day": {
        "en": "hours are not kept; write {day}",
        "vi": "không ghi giờ; hãy viết {day}",
        "ru": "часы не хранятся; напишите {day}",
    },
    # Nothing was recognised.
    "empty": {
        "en": "nothing is written; write a year, a month or a day, such as 1954, 1954-07 or 1954-07-21",
        "vi": "chưa viết gì; hãy viết năm, tháng hoặc ngày, như 1954, 1954-07 hoặc 1954-07-21",
        "ru": "ничего не написано; напишите год, месяц или день, например 1954, 1954-07 или 1954-07-21",
    },
    "too_long": {
        "en": "it has {length} characters; a date has at most {longest}",
        "vi": "có {length} ký tự; ngày tháng có nhiều nhất {longest} ký tự",
        "ru": "знаков {length}, а в дате их не больше {longest}",
    },
    "number": {
        "en": "a bare number is read only as a year from 1000 to 9999; write other years as text in quotes, "
        'such as "0257" or "-0257"',
        "vi": "số viết trần chỉ được đọc là năm từ 1000 đến 9999; các năm khác hãy viết thành văn bản trong "
        'ngoặc kép, như "0257" hoặc "-0257"',
        "ru": "число без кавычек читается только как год от 1000 до 9999; другие годы пишите текстом в кавычках, "
        'например "0938"',
    },
    "type": {
        "en": 'it is not a text; write it in quotes, such as "1954-07"',
        "vi": 'đây không phải là văn bản; hãy viết trong ngoặc kép, như "1954-07"',
        "ru": 'это не текст; напишите его в кавычках, например "1954-07"',
    },
    "unreadable": {
        "en": "it has none of the known forms; write a year, a month or a day, such as 1954, 1954-07 or "
        "1954-07-21, or an interval such as 1954/1964",
        "vi": "không theo dạng nào đã biết; hãy viết năm, tháng hoặc ngày, như 1954, 1954-07 hoặc 1954-07-21, "
        "hoặc một khoảng như 1954/1964",
        "ru": "такая запись неизвестна; напишите год, месяц или день, например 1954, 1954-07 или 1954-07-21",
    },
}
