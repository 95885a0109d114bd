/** Names of the periods, kept inside the visible part of each: the name, on one line or two, its beginning, else its years. */

import { createPool, el, moveTo, setStyle, setText } from "../../lib/dom.js";
import { OPEN_END } from "../../data/contract.js";
import { formatDay } from "../dates.js";

const PAD = 8;

/**
 * @param {HTMLElement} parent
 * @param {Record<string, any>} strings
 */
export function createPeriodNames(parent, strings) {
  const pool = createPool(parent, () => el("span", { class: "tl-period" }));
  return (periods, measurer, twoLines) => {
    pool.begin();
    for (const period of periods) {
      const room = period.to - period.from - 2 * PAD;
      const text = nameFor(period, room, measurer, strings, twoLines);
      if (!text) continue;
      const { node } = pool.take(period.slug);
      setText(node, text);
      node.title = period.name;
      setStyle(node, "maxWidth", `${Math.ceil(room)}px`);
      moveTo(node, period.from + PAD, 0);
    }
    pool.end();
  };
}

/** @param {import("../measure.js").Size} size of a name @param {number} width of its period @param {number} lines */
export const fitsPeriod = (size, width, lines) => (lines === 1 ? size.one : Math.min(size.one, size.two)) <= width - 2 * PAD;

/** As many words of a name as the lines hold, at least two; null when there is no room for them. */
function fillLines(words, count, room, measurer) {
  const lines = [];
  let at = 0;
  while (lines.length < count && at < words.length) {
    const last = lines.length === count - 1;
    let line = "";
    let width = 0;
    while (at < words.length) {
      width += measurer.measure(line ? ` ${words[at]}` : words[at]);
      if (width + (last && at < words.length - 1 ? measurer.measure("…") : 0) > room) break;
      line = line ? `${line} ${words[at]}` : words[at];
      at += 1;
    }
    if (!line) return null;
    lines.push(line);
  }
  return at > 1 ? `${lines.join("\n")}${at < words.length ? "…" : ""}` : null;
}

function nameFor(period, room, measurer, strings, twoLines) {
  const size = measurer.size(period.name);
  if (size.one <= room) return period.name;
  if (twoLines && size.two <= room) return `${period.name.slice(0, size.split)}\n${period.name.slice(size.split + 1)}`;
  const begun = fillLines(period.name.split(" "), twoLines ? 2 : 1, room, measurer);
  if (begun) return begun;
  const start = formatDay(period.earliest, "year", strings);
  const years = `${start}–${period.latest === OPEN_END ? "" : formatDay(period.latest, "year", strings)}`;
  return measurer.size(years).one <= room ? years : "";
}
