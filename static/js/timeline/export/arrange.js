/** Where everything of a picture stands: the same pure layout as on the screen, with words above and below. */

import { listOf } from "../../data/columns.js";
import { OPEN_END } from "../../data/contract.js";
import { fillTemplate } from "../../lib/timing.js";
import { countWords } from "../a11y/spoken.js";
import { formatDay, formatRange } from "../dates.js";
import { layoutLanes, rowHeight } from "../lanes.js";
import { countDistinct, createLayout } from "../layout.js";
import { visiblePeriods } from "../periods.js";
import { describeLane } from "../render/heads.js";
import { createScale } from "../scale.js";
import { chooseIncrement, ticks } from "../ticks.js";
import { legendOf } from "./legend.js";

const MARGIN = 24;
const NO_MARGIN = 1;
const PAD = 8;
const AXIS = 26;
const TITLE = 1.7;

/**
 * @typedef {object} Snapshot what the drawing shows, from its `snapshot()`
 * @property {import("../../data/contract.js").Answer} answer
 * @property {[number, number]} window @property {[number, number]} limits
 * @property {string | null} periodisation @property {number} selected event, or -1
 * @property {Record<string, any>} strings
 * @property {{measure: (text: string) => number, size: (text: string) => import("../measure.js").Size, fontSize: number,
 *   lineHeight: number, family: string}} measurer
 *
 * @typedef {object} Words around the picture
 * @property {string} title @property {string} sentence @property {string} url
 *
 * @param {Snapshot} snapshot
 * @param {Words & {width: number, whole: boolean, bare?: boolean}} options `whole` takes the whole range instead of the
 *   window; `bare` leaves the title and the address to the page around it
 * @returns {object} numbers and texts only; `paint.js` draws it
 */
export function arrangePicture(snapshot, { title, sentence, url, width, whole, bare = false }) {
  const { answer, limits, selected, strings, measurer } = snapshot;
  const { columns } = answer;
  const { fontSize, lineHeight } = measurer;
  const [t0, t1] = whole ? limits : snapshot.window;
  const lanes = answer.lanes.map((lane) => ({ lane, count: lane.count, ...describeLane(lane, columns, strings) }));
  const margin = bare ? NO_MARGIN : MARGIN;
  const inner = width - 2 * margin;
  const heads = headsWidth(lanes, measurer, inner);
  const scale = createScale(t0, t1, inner - heads, Math.max(1, fontSize / 13));
  const unit = rowHeight(lineHeight);
  const periods = visiblePeriods(columns, snapshot.periodisation ?? columns.periodisation, scale).map((period) => ({
    ...period,
    lines: nameLines(period, measurer, strings),
  }));
  const band = Math.round(lineHeight * Math.max(1, ...periods.map(({ lines }) => lines.length)) + 4);
  const top = band + Math.round(AXIS * (fontSize / 13));
  const counts = lanes.map(({ count }) => count);
  const boxes = layoutLanes(counts, { unit, available: Math.round(width * 0.55) - top, header: 0, top });
  const sizeOf = (_, event) => measurer.size(columns.title[event]);
  const alone = selected >= 0 ? [selected] : [];
  const frame = createLayout(answer).frame({ scale, anchor: t0, limits, stamp: 0, boxes, sizeOf, alone });
  const last = boxes.at(-1);
  const height = Math.round(last ? last.top + last.height : top + 80);

  let y = margin;
  const texts = [];
  const write = (text, { size = fontSize, gap = 0, ...style } = {}) => {
    const ratio = size / fontSize;
    for (const line of wrap(text, inner, (part) => measurer.measure(part) * ratio * (style.title ? 1.1 : 1))) {
      texts.push({ text: line, x: margin, y: y + size, size, ...style });
      y += Math.round(size * 1.5);
    }
    y += gap;
  };
  if (!bare) write(title, { size: Math.round(fontSize * TITLE), title: true });
  write(sentence, { quiet: true });
  const shown = { range: formatRange(Math.max(t0, limits[0]), Math.min(t1, limits[1]), strings), events: countWords(countDistinct(frame), strings) };
  write(whole ? shown.events : fillTemplate(strings.spoken_window, shown), { quiet: true, gap: PAD });
  const stage = { x: margin + heads, y, width: scale.width, height };
  y += height + PAD;
  const legend = legendOf(frame, lanes, columns, { measurer, strings, width: inner });
  legend.y = y;
  y += legend.height + PAD;
  const sources = sourcesOf(frame, columns);
  if (sources.length) write(fillTemplate(strings.picture_sources, { names: sources.join("; ") }), { size: fontSize * 0.92, quiet: true });
  if (!bare) write(url, { size: fontSize * 0.92, quiet: true });
  const drawn = { answer, columns, selected, strings, scale, periods, boxes, frame, band, top, unit, ticks: ticksOf(scale, measurer, strings) };
  const empty = answer.count ? "" : strings.empty;
  return { width, height: Math.round(y + margin / 2), margin, title, empty, texts, lanes, stage, legend, measurer, ...drawn };
}

function headsWidth(lanes, { measure }, inner) {
  const widest = Math.max(60, ...lanes.map(({ name, count }) => Math.max(measure(name) * 0.6, measure(`${count}`) + 60)));
  return Math.round(Math.min(widest + 20, inner * 0.18));
}

function nameLines(period, measurer, strings) {
  const room = period.to - period.from - 2 * PAD;
  const { one, two, split } = measurer.size(period.name);
  if (one <= room) return [period.name];
  if (two <= room) return [period.name.slice(0, split), period.name.slice(split + 1)];
  const end = period.latest === OPEN_END ? "" : formatDay(period.latest, "year", strings);
  const years = `${formatDay(period.earliest, "year", strings)}–${end}`;
  return measurer.size(years).one <= room ? [years] : [];
}

function ticksOf(scale, { measure, fontSize }, strings) {
  return ticks(scale.t0, scale.t1, chooseIncrement(scale.k, fontSize / 13)).map((tick) => {
    const text = formatDay(tick.day, tick.level, strings, tick.full);
    return { ...tick, text: scale.x(tick.day) + 5 + measure(text) <= scale.width ? text : "" };
  });
}

function sourcesOf(frame, columns) {
  const found = new Set();
  for (const { events } of frame) for (const event of events) for (const source of listOf(columns.lists.source, event)) found.add(source);
  return [...found].sort((a, b) => a - b).map((source) => columns.sources[source].name);
}

/**
 * @param {string} text
 * @param {number} room pixels
 * @param {(text: string) => number} measure
 * @returns {string[]} lines broken at blanks; a longer word has a line of its own
 */
export function wrap(text, room, measure) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return text ? lines : [];
}
