/** The line under a picture that says what its marks mean: only the kinds of marks and the countries that occur in it. */

import { APPROXIMATE, ENDS_OPEN, INTERVAL, OPEN_END, SOURCES_DIFFER, UNCERTAIN } from "../../data/contract.js";
import { listOf, packLists } from "../../data/columns.js";
import { spanOf } from "../marks.js";
import { createScale } from "../scale.js";

const SIGN = 40;
const GAP = 20;
const COUNTRIES = 10;

/** Sample events, one of each kind: name of the word, first and last day, certain days, flags, and who they stand for. */
const KINDS = [
  ["day", 20, 20, 20, 20, 0, (columns, i) => columns.earliest[i] === columns.latest[i]],
  ["span", 4, 35, 1, 0, 0, (columns, i) => columns.earliest[i] !== columns.latest[i] && columns.certainFrom[i] > columns.certainTo[i]],
  ["interval", 4, 35, 4, 35, INTERVAL, (columns, i) => columns.earliest[i] !== columns.latest[i] && columns.certainFrom[i] <= columns.certainTo[i] && columns.latest[i] !== OPEN_END],
  ["open", 4, 35, 4, 15, INTERVAL | ENDS_OPEN, (columns, i) => columns.latest[i] === OPEN_END],
  ["about", 24, 24, 24, 24, APPROXIMATE, (columns, i) => columns.flags[i] & APPROXIMATE],
  ["uncertain", 24, 24, 24, 24, UNCERTAIN, (columns, i) => columns.flags[i] & UNCERTAIN],
  ["differ", 20, 20, 20, 20, SOURCES_DIFFER, (columns, i) => columns.flags[i] & SOURCES_DIFFER],
];

/** Columns of the sample events, in the shape that the painter reads. */
const SAMPLES = {
  earliest: KINDS.map((kind) => kind[1]),
  latest: KINDS.map((kind) => kind[2]),
  certainFrom: KINDS.map((kind) => kind[3]),
  certainTo: KINDS.map((kind) => kind[4]),
  flags: KINDS.map((kind) => kind[5]),
  lists: { country: packLists(KINDS.map(() => [])) },
  countries: [],
};

/**
 * @param {import("../layout.js").LaneFrame[]} frame
 * @param {{lane: import("../../data/contract.js").Lane}[]} lanes
 * @param {import("../../data/columns.js").Columns} columns
 * @param {{measurer: object, strings: Record<string, any>, width: number}} page
 * @returns {{items: object[], height: number, columns: object}} places of the samples and their words
 */
export function legendOf(frame, lanes, columns, { measurer, strings, width }) {
  const line = Math.round(measurer.lineHeight * 1.15);
  const items = [];
  let x = 0;
  let y = line / 2;
  const put = (item, room) => {
    const wide = room + 6 + measurer.measure(item.text);
    if (x && x + wide > width) {
      x = 0;
      y += line;
    }
    items.push({ ...item, x, y, at: x + room + 6 });
    x += wide + GAP;
  };
  const visible = [...new Set(frame.flatMap((lane) => lane.events))];
  const scale = createScale(0, SIGN, SIGN);
  KINDS.forEach(([name, ...rest], event) => {
    if (!visible.some((i) => rest.at(-1)(columns, i))) return;
    put({ sample: { event, span: spanOf(SAMPLES, event, scale), wide: name === "interval", unit: 0 }, text: strings[`legend_${name}`] }, SIGN);
  });
  if (frame.some((lane) => lane.clusters.length)) put({ badge: "9", text: strings.legend_cluster }, SIGN);
  for (const country of lanes.some(({ lane }) => lane.kind === "country") ? [] : countriesOf(visible, columns)) {
    put({ ...country, text: `${country.code} ${country.name}` }, 14);
  }
  return { items, height: items.length ? y + line / 2 : 0, columns: SAMPLES };
}

/** The countries whose colour and shape the marks wear: the first of each event. */
function countriesOf(events, columns) {
  const first = new Set(events.map((event) => listOf(columns.lists.country, event)[0]).filter((index) => index !== undefined));
  return [...first].sort((a, b) => a - b).slice(0, COUNTRIES).map((index) => columns.countries[index]);
}
