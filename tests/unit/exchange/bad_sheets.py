"""The bad inputs that a sheet may be: CSV of the record's own columns, and the sheet of TimelineJS."""

from tests.unit.exchange.bad_inputs import Bad

HEADER = "slug,date,title_vi,title_en"
GOOD_ROW = "a-1954,1954,Một,One"
STORY = "Year,Month,Day,Time,End Year,End Month,End Day,Headline,Text,Type,Group"


def sheet(*rows: str, header: str = HEADER) -> str:
    return "\n".join((header, *rows)) + "\n"


def story(*rows: str) -> str:
    return sheet(*rows, header=STORY)


def column(name: str, cell: str) -> str:
    """A good row with one more column."""
    return sheet(f"{GOOD_ROW},{cell}", header=f"{HEADER},{name}")


BAD_SHEETS = [
    # 5 the same event in two rows
    Bad(5, "a.csv", sheet(GOOD_ROW, GOOD_ROW), "a.csv:3 event a-1954: the same record stands at"),
    Bad(5, "a.csv", sheet(GOOD_ROW, "a-1954,1955,Hai,Two"), "a.csv:2: keep one"),
    Bad(5, "a.csv", column("sources", '"first-article §1; first-article §1"'), "first-article / §1: the same record"),
    Bad(
        5, "a.csv", sheet(GOOD_ROW, "'a-1954,1954,Một,One").replace("'a", " a"), "a.csv:3 event a-1954: the same record"
    ),
    # 8 unknown columns
    Bad(
        8,
        "a.csv",
        column("titel_en", "x"),
        'a.csv:1: "titel_en" is not a column of the sheet; did you mean "title_en"?',
    ),
    Bad(8, "a.csv", column("id", "7"), '"id" is not a column of the sheet'),
    Bad(8, "a.csv", column("search", "x"), '"search" is not a column of the sheet'),
    Bad(8, "a.csv", column("loaded_version", "9"), '"loaded_version" is not a column'),
    Bad(8, "a.csv", sheet("1954,One", header="date,title_en"), "a.csv:1: the column slug is missing"),
    Bad(
        8,
        "a.csv",
        story("1954,,,,,,,One,,,").replace("Day", "Dya"),
        '"Dya" is not a column of a TimelineJS sheet; did you mean "Day"?',
    ),
    # 9 what a cell may not be
    Bad(9, "a.csv", sheet(",1954,Một,One"), "a.csv:2 event slug: is empty, but the field is required"),
    Bad(9, "a.csv", sheet("a-1954,,Một,One"), "a.csv:2 event a-1954 date: is empty"),
    Bad(9, "a.csv", sheet("a-1954,1954,Một,"), "event a-1954 title_en: is empty"),
    Bad(
        9,
        "a.csv",
        sheet("a-1954,1954,Một", header="slug,date,title_vi"),
        "title_en: is missing, but a new record needs it",
    ),
    Bad(9, "a.csv", column("sources", "first-article"), '"first-article" names no place in the source'),
    # 10 too long
    Bad(10, "a.csv", sheet(f"a-1954,1954,Một,{'x' * 71}"), 'title_en: "xxxx'),
    Bad(10, "a.csv", sheet(f"{'a' * 81},1954,Một,One"), "has 81 characters: shorten it to 80"),
    Bad(10, "a.csv", column("sources", "first-article " + "x" * 81), "has 81 characters: shorten it to 80"),
    Bad(10, "a.csv", story(f"1954,,,,,,,One,{'x' * 20_001},,"), "Text: has 20001 characters: shorten it to 20000"),
    Bad(10, "a.csv", sheet(f"a-1954,1954,Một,{'x' * 100_001}"), "never closed"),
    # 11 values outside a list
    Bad(11, "a.csv", column("status", "publish"), '"publish" is not one of draft'),
    Bad(11, "a.csv", column("status", "Published"), '"Published" is not one of draft'),
    Bad(11, "a.csv", column("importance", "0"), '"0" is not one of 1, 2, 3'),
    Bad(11, "a.csv", column("importance", "high"), '"high" is not one of 1, 2, 3'),
    Bad(11, "a.csv", column("importance", "1.0"), '"1.0" is not one of 1, 2, 3'),
    Bad(11, "a.csv", story("1954,,,,,,,One,,headline,"), 'Type: "headline" is not one of title, era'),
    # 14 and 15 characters in a cell
    Bad(14, "a.csv", sheet("a-1954,1954,M\0ột,One"), "a.csv:2: column 14: U+0000 is a control character"),
    Bad(15, "a.csv", sheet("a-1954,1954,Một,O\u202ene"), "a.csv:2: column 18: U+202E"),
    # 17 encodings
    Bad(17, "a.csv", sheet(GOOD_ROW).encode("utf-16"), "looks like UTF-16"),
    Bad(17, "a.csv", sheet("a-1954,1954,Мотто дня,Москва").encode("cp1251"), "looks like Windows-1251"),
    Bad(
        17,
        "a.csv",
        b"PK\x03\x04" + b"\0" * 40,
        "a packed file (zip, .xlsx, .ods): save it as plain text, a sheet as CSV",
    ),
    Bad(17, "a.csv", b"\xd0\xcf\x11\xe0" + b"\0" * 40, "a packed file (.xls)"),
    # 19 nothing to import
    Bad(19, "a.csv", "", "a.csv: no records: the sheet has no row below its first"),
    Bad(19, "a.csv", HEADER + "\n", "no records"),
    Bad(19, "a.csv", HEADER + "\n,,,\n\n", "no records"),
    Bad(19, "a.csv", "\n \n", "no records"),
    Bad(19, "a.csv", sheet("# only a remark,,,"), "no records"),
    Bad(19, "a.csv", STORY + "\n", "no records"),
    # 20 cut off
    Bad(
        20,
        "a.csv",
        sheet('a-1954,1954,"Một,One', "b-1954,1954,Hai,Two"),
        "a.csv:2: a quotation mark opens in this row and is never closed",
    ),
    Bad(20, "a.csv", sheet('a-1954,1954,"Một"x,One'), "a.csv:2: a letter stands after a closing quotation mark"),
    Bad(20, "a.csv", sheet(GOOD_ROW, "b-1954,19"), "a.csv:3: the row has 2 cells for 4 columns: is the file cut off?"),
    Bad(20, "a.csv", story('1954,,,,,,,"One,,,'), "a quotation mark opens in this row"),
    # 21 separators and columns
    Bad(
        21,
        "a.csv",
        sheet(GOOD_ROW + ",more"),
        "a.csv:2: the row has 5 cells for 4 columns: put a cell that holds the separator in quotes",
    ),
    Bad(21, "a.csv", sheet("a-1954,1954,Một, hai,One"), "the row has 5 cells for 4 columns"),
    Bad(21, "a.csv", sheet(GOOD_ROW, header="slug,date,,title_en"), "a.csv:1: column 3 has no name"),
    Bad(21, "a.csv", sheet(GOOD_ROW, header="slug,date,title_en,title_en"), 'the column "title_en" stands twice'),
    Bad(21, "a.csv", sheet(GOOD_ROW.replace(",", ";")), "the row has 1 cells for 4 columns"),
    Bad(21, "a.csv", sheet(GOOD_ROW, header=HEADER.replace(",", ";")), "the row has 1 cells for 4 columns"),
    Bad(21, "a.csv", sheet(GOOD_ROW, header=HEADER.replace(",", "|")), "a.csv:1: the first row names one column alone"),
    Bad(21, "a.csv", sheet(GOOD_ROW, header=HEADER.upper()), 'did you mean "slug"?'),
    Bad(21, "a.csv", GOOD_ROW + "\n" + GOOD_ROW + "\n", "is not a column of the sheet"),
    Bad(21, "a.csv", sheet("a-1954;1954;Một;One;CN,SUHH", header="slug;date;title_vi;title_en;countries"), '"CN,SUHH"'),
    # 22 forms of numbers and keys in cells
    Bad(22, "a.csv", column("importance", '"1,0"'), '"1,0" is not one of 1, 2, 3'),
    Bad(22, "a.csv", column("version", "1.0"), '"1.0" is not a whole number'),
    Bad(22, "a.csv", column("version", "1_0"), "is not a whole number"),
    Bad(22, "a.csv", column("version", "٣"), "is not a whole number"),
    Bad(
        22,
        "a.csv",
        sheet("Geneva 1954,1954,Một,One"),
        'write small letters a-z, digits and single hyphens, "geneva-1954"',
    ),
    # 23 dates
    Bad(23, "a.csv", sheet("a-1945,1945-02-30,Một,One"), "1945-02-30"),
    Bad(23, "a.csv", sheet("a-1945,16681,Một,One"), '"16681" is not a date'),
    Bad(23, "a.csv", sheet("a-1945,1945-W36-7,Một,One"), '"1945-W36-7" is not a date'),
    Bad(23, "a.csv", sheet("a-1945,02/09/1945,Một,One"), "either way round"),
    Bad(23, "a.csv", sheet("a-1945,1954/1953,Một,One"), "before it begins"),
    Bad(23, "a.csv", sheet("a-1945,1945-09-02T10:00,Một,One"), "is not a date"),
    Bad(23, "a.csv", sheet("a-1945,Sept 1945,Một,One"), "is not a date"),
    Bad(23, "a.csv", story("1945,2,30,,,,,One,,,"), '"1945-02-30" is not a date'),
    Bad(23, "a.csv", story("0,,,,,,,One,,,"), "Year: there is no year 0: the year before 1 is written -1"),
    Bad(23, "a.csv", story(",,,,,,,One,,,"), "Year: is empty: a slide needs at least its year"),
    Bad(23, "a.csv", story("1945,,2,,,,,One,,,"), "Month: is empty, but a day stands beside it"),
    Bad(23, "a.csv", story("1945,Sept,2,,,,,One,,,"), '"Sept" is not a number of a month'),
    Bad(23, "a.csv", story("1945,,,,,9,,One,,,"), "End Year: is empty"),
    Bad(23, "a.csv", story("1945,,,,1944,,,One,,,"), "before it begins"),
    Bad(23, "a.csv", story("c. 1945,,,,,,,One,,,"), '"c. 1945" is not a year'),
    Bad(23, "a.csv", story("1945,9,2,,,,,,text,,"), "Headline: is empty"),
    Bad(23, "a.csv", sheet("9/2/1945,One", header="Start Date,Headline"), '"Start Date" is of the first TimelineJS'),
    # 25 size
    Bad(25, "a.csv", sheet(*(f"e-{n},1954,M,O" for n in range(20_001))), "more than 20000 records in one file"),
    Bad(25, "a.csv", "x" * (5 * 1024**2 + 1), "larger than 5 MB: split the file"),
    Bad(25, "a.csv", b"\x1f\x8b" + b"\0" * 60, "a packed file (gzip)"),
    Bad(
        25,
        "a.csv",
        ",".join(f"c{n}" for n in range(190)) + "\n" + "\n".join(["x" + "," * 189] * 5_300),
        "more than 1000000 values in one file",
    ),
    Bad(25, "a.csv", ",".join(f"c{n}" for n in range(600_000)) + "\nx\n", "a.csv:1: more than 200 columns"),
]
