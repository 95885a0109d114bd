/** A made-up record in the shape of the real file, for looking at the drawing: `[date, vi, en, importance, codes, themes]`. */

import { parseBounds } from "../../static/js/lib/civil.js";

const EVENTS = [
  ["1945-09-02", "Tuyên ngôn Độc lập", "Declaration of Independence", 1, "", "diplomacy"],
  ["1945-08", "Cách mạng tháng Tám", "August Revolution", 1, "", "war-and-security"],
  ["1946-03-06", "Hiệp định sơ bộ Việt-Pháp", "Preliminary agreement with France", 2, "FR", "diplomacy"],
  ["1946-12-19/1954-07-21", "Chiến tranh Đông Dương lần thứ nhất", "First Indochina War", 1, "FR", "war-and-security"],
  ["1947~/1949~", "Liên lạc đầu tiên với các nước Đông Âu", "First contacts with Eastern Europe", 3, "PL", "diplomacy"],
  ["1949-10-01", "Nước Cộng hòa Nhân dân Trung Hoa ra đời", "People’s Republic of China proclaimed", 1, "CN", "diplomacy"],
  ["1950-01-18", "Trung Quốc công nhận Việt Nam Dân chủ Cộng hòa", "China recognises the Democratic Republic", 1, "CN", "diplomacy"],
  ["1950-01-30", "Liên Xô công nhận Việt Nam Dân chủ Cộng hòa", "Soviet Union recognises the Democratic Republic", 1, "SUHH", "diplomacy"],
  ["1953-03-05", "Stalin qua đời", "Death of Stalin", 2, "SUHH", "party-and-doctrine"],
  ["1954-07-21", "Hiệp định Genève về Đông Dương", "Geneva Accords on Indochina", 1, "FR CN SUHH", "diplomacy", "!"],
  ["1954-07", "Hội nghị Trung ương lần thứ sáu", "Sixth plenum of the Central Committee", 2, "", "party-and-doctrine"],
  ["1954-09-08", "Tổ chức Hiệp ước Đông Nam Á thành lập", "SEATO founded in Manila", 2, "US TH", "war-and-security"],
  ["1954/1964", "Viện trợ của các nước xã hội chủ nghĩa", "Aid from the socialist countries", 1, "CN SUHH", "aid"],
  ["1955-03", "Hội nghị Trung ương lần thứ bảy", "Seventh plenum of the Central Committee", 3, "", "party-and-doctrine"],
  ["1955-08", "Hội nghị Trung ương lần thứ tám", "Eighth plenum of the Central Committee", 3, "", "party-and-doctrine"],
  ["1956-02-14/1956-02-25", "Đại hội XX Đảng Cộng sản Liên Xô", "Twentieth Congress of the Soviet party", 1, "SUHH", "sino-soviet-split", "!"],
  ["1956-07", "Tổng tuyển cử cả nước không được tổ chức", "The all-Vietnam election is not held", 1, "US", "diplomacy"],
  ["1959-01", "Nghị quyết 15", "Resolution 15", 1, "SUHH CN", "party-and-doctrine", "!"],
  ["1959", "Nghị định thư về mười tám công trình", "Protocol on eighteen works", 3, "CN", "aid"],
  ["1960-09-05/1960-09-10", "Đại hội đại biểu toàn quốc lần thứ III", "Third Congress of the Workers’ Party", 1, "", "party-and-doctrine"],
  ["1963~", "Rạn nứt Xô-Trung công khai", "The Sino-Soviet split comes into the open", 1, "CN SUHH", "sino-soviet-split"],
  ["1964-03-27", "Hội nghị chính trị đặc biệt", "Special political conference", 2, "", "party-and-doctrine"],
  ["1964", "Phái đoàn Mặt trận thăm Moskva", "Mission of the Front in Moscow", 3, "SUHH", "diplomacy"],
  ["1965~", "Mỹ chuyển sang chiến tranh cục bộ", "The United States turns to local war", 1, "US", "war-and-security"],
  ["1965-02-06/1965-02-10", "Kosygin thăm Hà Nội", "Kosygin in Hanoi", 1, "SUHH", "diplomacy"],
  ["1965-04", "Lê Duẩn thăm Moskva", "Lê Duẩn in Moscow", 2, "SUHH", "diplomacy"],
  ["1965-10", "Chu Ân Lai hội đàm với Phạm Văn Đồng", "Zhou Enlai talks with Phạm Văn Đồng", 2, "CN", "diplomacy"],
  ["1967-01-23/1967-01-26", "Hội nghị Trung ương lần thứ mười ba", "Thirteenth plenum of the Central Committee", 2, "", "party-and-doctrine"],
  ["1968/1973", "Vừa đánh vừa đàm", "Fighting while talking", 1, "US", "war-and-security"],
  ["1969-03-02", "Xung đột trên sông Ussuri", "Clash on the Ussuri river", 1, "CN SUHH", "sino-soviet-split"],
  ["1969-08-13", "Xung đột ở Tân Cương", "Clash in Xinjiang", 3, "CN SUHH", "sino-soviet-split"],
  ["1969-09-02", "Chủ tịch Hồ Chí Minh qua đời", "Death of President Hồ Chí Minh", 1, "", "party-and-doctrine"],
  ["1969-10?", "Đàm phán Xô-Trung", "Sino-Soviet talks", 2, "CN SUHH", "sino-soviet-split"],
  ["1955/1975", "Vũ khí của Liên Xô và Trung Quốc", "Soviet and Chinese arms", 2, "CN SUHH", "arms-and-defence", "!"],
  ["1972-02-21/1972-02-28", "Nixon thăm Trung Quốc", "Nixon in China", 1, "CN US", "diplomacy"],
  ["1972-05-22/1972-05-30", "Nixon thăm Moskva", "Nixon in Moscow", 1, "SUHH US", "diplomacy"],
  ["1973-01-27", "Hiệp định Paris về Việt Nam", "Paris Peace Accords", 1, "US FR", "diplomacy"],
  ["1954/1975-04-30", "Kháng chiến chống Mỹ, cứu nước", "Resistance war against the United States", 1, "US", "war-and-security"],
  ["1978-11-03", "Hiệp ước hữu nghị và hợp tác Việt-Xô", "Treaty of friendship with the Soviet Union", 1, "SUHH", "diplomacy"],
  ["1979-02-17/1979-03-16", "Chiến tranh biên giới phía Bắc", "War on the northern border", 1, "CN", "war-and-security"],
  ["1981-06-19", "Thành lập Vietsovpetro", "Vietsovpetro founded", 1, "SUHH", "energy"],
  ["1982-03-27/1982-03-31", "Đại hội V của Đảng", "Fifth Congress of the Party", 2, "", "party-and-doctrine"],
  ["1982-07", "Rút một phần quân khỏi Campuchia", "Partial withdrawal from Cambodia", 2, "KH", "cambodia-question"],
  ["1986-12-15/1986-12-18", "Đại hội VI của Đảng và đường lối Đổi mới", "Sixth Congress of the Party and Đổi mới", 1, "", "party-and-doctrine", "!"],
  ["1986-06-26", "Dòng dầu đầu tiên từ mỏ Bạch Hổ", "First oil from the Bạch Hổ field", 1, "SUHH", "energy"],
  ["1987-07-29", "Thông cáo chung Việt Nam-Indonesia", "Communiqué of Vietnam and Indonesia", 2, "ID", "cambodia-question"],
  ["1988-03-14", "Xung đột ở Gạc Ma", "Clash at Johnson South Reef", 1, "CN", "east-sea"],
  ["1988-05-20", "Nghị quyết 13 của Bộ Chính trị", "Politburo Resolution 13", 1, "", "party-and-doctrine"],
  ["1988-07-25/1988-07-28", "Cuộc gặp không chính thức Jakarta lần thứ nhất", "First Jakarta Informal Meeting", 2, "ID KH", "cambodia-question"],
  ["1988~", "Chatichai: biến chiến trường thành thị trường", "Chatichai: battlefields into marketplaces", 2, "TH", "trade-and-economy"],
  ["1989-02", "Cuộc gặp không chính thức Jakarta lần thứ hai", "Second Jakarta Informal Meeting", 3, "ID KH", "cambodia-question"],
  ["1989-07-30/1989-08-30", "Hội nghị Paris về Campuchia", "Paris conference on Cambodia", 2, "FR KH", "cambodia-question"],
  ["1989-09-26", "Hoàn tất rút quân khỏi Campuchia", "Withdrawal from Cambodia completed", 1, "KH", "cambodia-question"],
  ["1990-09-03/1990-09-04", "Hội nghị Thành Đô", "Chengdu talks", 1, "CN", "normalization", "!"],
  ["1990-09", "Tướng Giáp dự Á vận hội Bắc Kinh", "General Giáp at the Asian Games in Beijing", 3, "CN", "normalization"],
  ["1991-07-28/1991-08-02", "Lê Đức Anh thăm Bắc Kinh", "Lê Đức Anh in Beijing", 2, "CN", "normalization"],
  ["1991-10-23", "Hiệp định Paris về Campuchia", "Paris agreement on Cambodia", 1, "FR KH", "cambodia-question"],
  ["1991-11-05/1991-11-10", "Bình thường hóa quan hệ Việt-Trung", "Relations with China are normalised", 1, "CN", "normalization"],
  ["1991-12-26", "Liên Xô tan rã", "The Soviet Union dissolves", 1, "SUHH", "diplomacy"],
  ["1994-06-16", "Hiệp ước về nguyên tắc cơ bản quan hệ với Nga", "Treaty on basic relations with Russia", 2, "RU", "diplomacy"],
  ["2001-03-01", "Đối tác chiến lược với Nga", "Strategic partnership with Russia", 1, "RU", "partnership"],
  ["2008", "Thành lập Rusvietpetro", "Rusvietpetro founded", 2, "RU", "energy"],
  ["2010-10-31", "Hiệp định điện hạt nhân Ninh Thuận", "Agreement on the Ninh Thuận nuclear plant", 2, "RU", "energy"],
  ["2012-07-27/..", "Đối tác chiến lược toàn diện với Nga", "Comprehensive strategic partnership with Russia", 1, "RU", "partnership"],
  ["2016-11-22", "Dừng dự án điện hạt nhân Ninh Thuận", "The Ninh Thuận nuclear project is stopped", 2, "RU", "energy"],
  ["2022-02-24/..", "Xung đột Nga-Ukraina", "Conflict between Russia and Ukraine", 1, "RU UA", "war-and-security"],
  ["2022-03-02", "Phiếu trắng tại Đại hội đồng Liên Hợp Quốc", "Abstention in the General Assembly", 2, "RU UA", "diplomacy"],
  ["2024-06-19/2024-06-20", "Tổng thống Putin thăm Hà Nội", "President Putin in Hanoi", 1, "RU", "diplomacy"],
  ["2025-05-10", "Tuyên bố chung Việt Nam-Nga", "Joint statement of Vietnam and Russia", 2, "RU", "partnership"],
  ["2025-05-06", "Đối tác chiến lược với Kazakhstan", "Strategic partnership with Kazakhstan", 3, "KZ", "partnership"],
];

const COUNTRIES = [
  ["CN", "Trung Quốc", "China", 1, "circle"], ["SUHH", "Liên Xô", "Soviet Union", 2, "square"],
  ["US", "Hoa Kỳ", "United States", 3, "diamond"], ["FR", "Pháp", "France", 4, "triangle"],
  ["RU", "Nga", "Russia", 5, "pentagon"], ["KH", "Campuchia", "Cambodia", 6, "triangle_down"],
  ["ID", "Indonesia", "Indonesia", 7, "star"], ["TH", "Thái Lan", "Thailand", 8, "cross"],
  ["UA", "Ukraina", "Ukraine", 1, "square"], ["KZ", "Kazakhstan", "Kazakhstan", 2, "circle"], ["PL", "Ba Lan", "Poland", 3, "square"],
];

const PERIODS = [
  ["foundations", "Đặt nền móng", "Foundations", "1945/1954"], ["special", "Quan hệ đặc biệt", "Special relations", "1954/1969"],
  ["cold-war", "Chiến tranh lạnh", "Cold War", "1969/1991"], ["recovery", "Khôi phục quan hệ", "Recovery", "1991/2000"],
  ["partnership", "Quan hệ đối tác", "Partnership", "2001/.."],
];

const finite = (day) => (Number.isFinite(day) ? day : null);

/** @param {"vi" | "en"} language @param {unknown[][]} [rows] @returns {object} a record file */
export function demoRecord(language, rows = EVENTS) {
  const vi = language === "vi";
  const slugify = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const built = rows.map(([date, titleVi, titleEn, importance, codes, theme, differ], at) => {
    const plain = date.replace(/[~?%]/g, "");
    const [start, end] = plain.split("/");
    const [earliest, latest] = parseBounds(plain);
    const interval = end !== undefined;
    const from = interval ? (start === ".." ? null : parseBounds(start)[1]) : earliest;
    const to = interval ? (end === ".." ? null : parseBounds(end)[0]) : latest;
    const known = interval ? from === null || to === null || from <= to : earliest === latest;
    return {
      slug: `${slugify(titleEn)}-${at}`,
      title: vi ? titleVi : titleEn,
      when: plain.replace("/..", " –").replace("/", " – "),
      earliest: finite(earliest),
      latest: finite(latest),
      certain_from: known ? from : null,
      certain_to: known ? to : null,
      precision: ["year", "month", "day"][start.split("-").length - 1] ?? "year",
      flags: (/~/.test(date) ? 1 : 0) | (/\?/.test(date) ? 2 : 0) | (start === ".." ? 4 : 0) | (end === ".." ? 8 : 0) | (differ ? 16 : 0) | (interval ? 32 : 0),
      importance,
      countries: codes.split(" ").filter(Boolean).map((code) => COUNTRIES.findIndex((country) => country[0] === code)),
      theme,
    };
  });
  built.sort((a, b) => (a.earliest ?? -Infinity) - (b.earliest ?? -Infinity) || (a.slug < b.slug ? -1 : 1));
  const themes = [...new Set(built.map((event) => event.theme))];
  const column = (name) => built.map((event) => event[name]);
  const index = (title) => Math.max(0, built.findIndex((event) => event.slug.startsWith(title)));
  return {
    version: "1",
    language,
    periodisation: "demo",
    countries: COUNTRIES.map(([code, nameVi, nameEn, colour, shape]) => ({ code, name: vi ? nameVi : nameEn, colour, shape })),
    themes: themes.map((slug) => ({ slug, name: slug.replace(/-/g, " ") })),
    organisations: [],
    people: [],
    sources: [{ key: "demo", name: "demo" }],
    places: ["Hà Nội"],
    periods: PERIODS.map(([slug, nameVi, nameEn, dates]) => {
      const [earliest, latest] = parseBounds(dates);
      return { slug, name: vi ? nameVi : nameEn, periodisation: "demo", earliest: finite(earliest), latest: finite(latest) };
    }),
    relations: {
      from: [index("nixon-in-china"), index("clash-on-the-ussuri")],
      to: [index("paris-peace"), index("nixon-in-china")],
      kind: ["led_to", "led_to"],
      status: [1, 0],
    },
    events: {
      slug: column("slug"), title: column("title"), when: column("when"), earliest: column("earliest"), latest: column("latest"),
      certain_from: column("certain_from"), certain_to: column("certain_to"), precision: column("precision"),
      flags: column("flags"), importance: column("importance"), countries: column("countries"),
      themes: built.map((event) => [themes.indexOf(event.theme)]),
      organisations: built.map(() => []), people: built.map(() => []), sources: built.map(() => [0]), place: built.map(() => -1),
    },
  };
}

/** @param {number} seed @returns {() => number} the same numbers in 0..1 for the same seed */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {number} count @param {number} [seed] @returns {unknown[][]} rows for demoRecord, titles borrowed from the real ones */
export function manyRows(count, seed = 1) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const pad = (number) => String(number).padStart(2, "0");
  return Array.from({ length: count }, (_, i) => {
    const year = 1945 + Math.floor(random() * 81);
    const month = `${year}-${pad(1 + Math.floor(random() * 12))}`;
    const kind = random();
    const date =
      kind < 0.55 ? `${month}-${pad(1 + Math.floor(random() * 28))}`
      : kind < 0.75 ? month
      : kind < 0.85 ? `${year}${random() < 0.3 ? "~" : ""}`
      : `${month}/${year + 1 + Math.floor(random() * 6)}`;
    const [, vi, en, , , theme] = pick(EVENTS);
    const codes = [pick(COUNTRIES)[0], ...(random() < 0.3 ? [pick(COUNTRIES)[0]] : [])];
    return [date, `${vi} ${i}`, `${en} ${i}`, 1 + Math.floor(random() * 3), [...new Set(codes)].join(" "), theme, random() < 0.1 ? "!" : undefined];
  });
}
