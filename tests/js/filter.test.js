import { answer } from "../../static/js/data/local-source.js";
import { buildColumns } from "../../static/js/data/columns.js";
import { emptyFilter, readFilter, readLanes, writeLanes } from "../../static/js/data/filter.js";
import { fold, words } from "../../static/js/data/fold.js";
import { demoRecord } from "./demo-data.js";
import { equal, ok, test } from "./harness.js";

const ROWS = [
  ["1954-07-21", "Hiệp định Genève", "Geneva", 1, "FR CN", "diplomacy"],
  ["1956", "Bầu cử", "Election", 2, "", "diplomacy"],
  ["1965~", "Chiến tranh", "War", 3, "US", "war"],
  ["1972-02-21/1972-02-28", "Nixon", "Nixon", 1, "CN US", "diplomacy"],
  ["2012-07-27/..", "Đối tác", "Partnership", 1, "RU", "partnership"],
];
const columns = buildColumns(demoRecord("en", ROWS));
const search = { fold: columns.title.map((title) => words(title).map((word) => ` ${word}`).join("")), names: {} };
const ask = (query, lanes = null) =>
  answer(columns, { filter: readFilter(new URLSearchParams(query)), window: null, width: 10, lanes }, search);
const titles = (query) => {
  const kept = new Set(ask(query, "none").lanes[0].marks);
  return columns.title.filter((_, i) => kept.has(i));
};

test("OR inside a parameter, AND between parameters", () => {
  equal(titles("country=CN&country=US"), ["Geneva", "War", "Nixon"]);
  equal(titles("country=CN&country=US&theme=diplomacy"), ["Geneva", "Nixon"]);
  equal(titles("country=XX"), []);
});

test("from and to keep what may lie between them, open ends included", () => {
  equal(titles("from=1965-06&to=1965-06"), ["War"]);
  equal(titles("to=1955"), ["Geneva"]);
  equal(titles("from=2020"), ["Partnership"]);
  equal(titles("from=1956-12-31"), ["Election", "War", "Nixon", "Partnership"]);
});

test("a period keeps what overlaps it, several are OR", () => {
  equal(titles("period=cold-war"), ["Nixon"]);
  equal(titles("period=foundations&period=partnership"), ["Geneva", "Partnership"]);
});

test("importance shows up to its number and search forgives marks", () => {
  equal(titles("importance=1"), ["Geneva", "Nixon", "Partnership"]);
  equal(titles("q=GENÈVA"), ["Geneva"]);
  equal(titles("q=nix+nixon"), ["Nixon"]);
  equal(titles("q=ixon"), []);
});

test("facet counts leave out their own parameter", () => {
  const { facets, count } = ask("country=CN&theme=diplomacy");
  equal(count, 2);
  equal([facets.country.CN, facets.country.US, facets.country.FR, facets.country.RU], [2, 1, 1, 0]);
  equal([facets.theme.diplomacy, facets.theme.war, facets.theme.partnership], [2, 0, 0]);
  equal(facets.period, { foundations: 1, special: 1, "cold-war": 1, recovery: 0, partnership: 0 });
});

test("an event stands in each of its lanes, the rest in others", () => {
  const lanes = ask("", ["US", "CN"]).lanes.map(({ key, marks }) => [key, [...marks].map((i) => columns.title[i])]);
  equal(lanes, [["country:US", ["War", "Nixon"]], ["country:CN", ["Geneva", "Nixon"]], ["others", ["Election", "Partnership"]]]);
  equal(ask("country=CN").lanes.map((lane) => lane.key), ["country:CN"]);
  equal(ask("").lanes.map((lane) => lane.key), ["country:CN", "country:US", "country:FR", "country:RU", "others"]);
  equal(ask("", "theme").lanes.map((lane) => lane.key), ["theme:diplomacy", "theme:war", "theme:partnership"]);
  equal(answer(columns, { filter: emptyFilter(), width: 4, lanes: null, most: 1 }).lanes.map((lane) => lane.key), ["country:CN", "others"]);
});

test("the lanes parameter reads and writes", () => {
  equal([null, "none", "theme", "CN,SUHH"].map(readLanes), [null, "none", "theme", ["CN", "SUHH"]]);
  equal(writeLanes(["CN", "SUHH"]), "CN,SUHH");
});

test("fold forgives case, tones, đ and ё, composed or not", () => {
  equal(fold("Điện Biên Phủ"), "dien bien phu");
  equal(fold("Điện Biên Phủ".normalize("NFD")), "dien bien phu");
  equal(fold("ЁЛКА и Йод"), "елка и иод");
  equal(fold("Łódź, Øresund"), "lodz, oresund");
  equal(fold("Straße ΣΊΣΥΦΟΣ"), "strasse σισυφοσ");
  equal(fold("Ðiện Æ"), "dien ae");
  equal(words("“Mát-xcơ-va”, 100% ²_🚀"), ["mat", "xco", "va", "100", "²"]);
});

test("an empty answer has no lanes' worth of marks and a count of 0", () => {
  const empty = ask("country=KZ");
  equal(empty.count, 0);
  ok(empty.lanes.every((lane) => lane.marks.length === 0));
});
