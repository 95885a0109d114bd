/** Lane names: shape, code, name and count, beside the lanes or, on a narrow screen, above each. */

import { el, moveTo, setClass, setStyle, setText, svg } from "../../lib/dom.js";
import { readingAt } from "../reading.js";
import { SHAPES } from "../shapes.js";

/**
 * @param {number} colour role 0..8 @param {string} shape
 * @returns {SVGElement}
 */
export function shapeIcon(colour, shape) {
  const path = svg("path", { d: SHAPES[shape] ?? SHAPES.circle });
  return svg("svg", { class: `tl-shape tl-colour-${colour}`, viewBox: "-1.4 -1.4 2.8 2.8", "aria-hidden": "true" }, path);
}

/**
 * @param {import("../../data/contract.js").Lane} lane
 * @param {import("../../data/columns.js").Columns} columns
 * @param {Record<string, any>} strings
 * @returns {{code: string, name: string, colour: number, shape: string}}
 */
export function describeLane(lane, columns, strings) {
  if (lane.kind === "country") return columns.countries[lane.index];
  if (lane.kind === "theme") return { code: "", colour: 0, shape: "", ...columns.themes[lane.index] };
  return { code: "", name: lane.kind === "all" ? strings.lane_all : strings.lane_others, colour: 0, shape: "" };
}

/**
 * @param {HTMLElement} parent an ol
 * @param {Record<string, any>} strings
 */
export function createHeads(parent, strings) {
  let shown = null;
  let reading = false;
  return {
    draw(answer, boxes) {
      if (shown !== answer && shown && answer.continues) shown = answer;
      if (shown !== answer) {
        shown = answer;
        parent.replaceChildren(...answer.lanes.map((lane) => head(lane, answer.columns, strings)));
      }
      boxes.forEach((box, i) => {
        moveTo(parent.children[i], 0, box.top);
        setStyle(parent.children[i], "height", `${box.height}px`);
        setClass(parent.children[i], "is-tall", box.units > 2);
      });
    },
    /** Under each name: what the lane holds at a day, and what was last. Null puts the readings away. */
    read({ lanes, columns }, day, near) {
      if (day === null && !reading) return;
      reading = day !== null;
      setClass(parent, "is-reading", reading);
      if (!reading) return;
      lanes.forEach((lane, i) => {
        const { now, last } = readingAt(columns, lane.marks, day, near);
        const [current, past] = parent.children[i].querySelectorAll(".tl-reading");
        const more = now.length > 1 ? ` +${now.length - 1}` : "";
        setText(current, now.length ? `${columns.title[now[0]]}` : "");
        setText(current.nextSibling, more);
        setText(past, last < 0 ? "" : `‹ ${columns.title[last]}, ${columns.when[last]}`);
      });
    },
  };
}

function head(lane, columns, strings) {
  const { code, name, lang = null, colour, shape } = describeLane(lane, columns, strings);
  const item = el("li", { class: lane.kind === "country" ? "tl-head tl-head--country" : "tl-head" });
  if (shape) item.append(shapeIcon(colour, shape));
  if (code) item.append(el("abbr", { class: "tl-code", title: name, text: code }));
  item.append(el("span", { class: "tl-name", lang, text: name }), el("span", { class: "tl-count", text: String(lane.count) }));
  const now = el("span", { class: "tl-reading-now" }, el("span", { class: "tl-reading" }), el("span", { class: "tl-reading-more" }));
  item.append(el("span", { class: "tl-readings", "aria-hidden": "true" }, now, el("span", { class: "tl-reading tl-reading--last" })));
  return item;
}
