/** The signs of the drawing in one line of small pictures, and whether the reader has put it away. */

import { el, svg } from "../../lib/dom.js";
import { SHAPES } from "../shapes.js";

const KEPT = "timeline-legend";

const rect = (x, width, opacity = 1, y = 6, height = 6) => svg("rect", { x, y, width, height, "fill-opacity": opacity });
const fade = (x, step, opacities) => opacities.map((opacity, i) => rect(x + i * step, step, opacity));
const dot = (x, attributes = {}) => svg("path", { d: SHAPES.circle, transform: `translate(${x} 9) scale(5)`, ...attributes });
const text = (x, value, attributes = {}) => {
  const node = svg("text", { x, y: 13.5, "font-size": 13, ...attributes });
  node.textContent = value;
  return node;
};
const UP = [0.1, 0.25, 0.4, 0.5];
const DOWN = [...UP].reverse();
const hollow = { fill: "none", stroke: "currentColor", "stroke-width": 0.4 };
const line = (x1, y1, x2, y2, attributes = {}) => svg("line", { x1, y1, x2, y2, stroke: "currentColor", ...attributes });

const SIGNS = {
  day: () => [dot(16)],
  span: () => [...fade(4, 2, UP), rect(12, 8, 0.62), ...fade(20, 2, DOWN)],
  interval: () => [rect(2, 28, 0.15, 2, 12), rect(2, 28, 1, 14, 2.5)],
  open: () => [rect(2, 12), ...fade(14, 3, [0.8, 0.6, 0.4, 0.25, 0.12])],
  about: () => [text(2, "≈"), dot(22, hollow)],
  uncertain: () => [text(4, "?"), dot(22, hollow)],
  differ: () => [dot(16), line(13.5, 16, 18.5, 2, { class: "tl-sign__cut", "stroke-width": 2 })],
  cluster: () => [
    svg("circle", { cx: 16, cy: 9, r: 8, fill: "none", stroke: "currentColor" }),
    text(16, "7", { "text-anchor": "middle", "font-size": 10.5, y: 12.8, "font-weight": 600 }),
  ],
  period: () => [svg("rect", { class: "tl-sign__wash", x: 2, y: 1, width: 28, height: 16 })],
  arc: () => [
    svg("path", { d: "M3,15Q14,-1 25,11", fill: "none", stroke: "currentColor", "stroke-width": 1.6 }),
    svg("path", { d: "M28,15L21,12.6L26,8Z" }),
  ],
  debated: () => [
    svg("path", { d: "M3,15Q14,-1 25,11", fill: "none", stroke: "currentColor", "stroke-width": 1.6, "stroke-dasharray": "4 2.5" }),
    svg("path", { d: "M28,15L21,12.6L26,8Z", fill: "none", stroke: "currentColor" }),
  ],
};

/** @param {Record<string, any>} strings @param {string[]} [names] @returns {HTMLElement} what each sign says */
export const legendList = (strings, names = Object.keys(SIGNS)) =>
  el(
    "ul",
    { class: "tl-legend" },
    ...names.map((name) =>
      el("li", {}, svg("svg", { class: "tl-sign", viewBox: "0 0 32 18", "aria-hidden": "true" }, ...SIGNS[name]()), strings[`legend_${name}`]),
    ),
  );

const LINE = ["day", "span", "interval", "open", "about", "uncertain", "differ", "cluster"];

/**
 * The line under the picture: open until the reader puts it away.
 * @param {HTMLElement} parent @param {HTMLElement} button that opens and closes it
 * @param {Record<string, any>} strings
 * @param {{changed: () => void, narrow: boolean}} options
 */
export function createLegend(parent, button, strings, { changed, narrow }) {
  parent.append(legendList(strings, LINE));
  const set = (open) => {
    parent.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  set(!narrow && !putAway());
  button.addEventListener("click", () => {
    set(parent.hidden);
    try {
      localStorage.setItem(KEPT, parent.hidden ? "closed" : "open");
    } catch {
      // Storage is closed: the choice lasts until the next page.
    }
    changed();
  });
}

function putAway() {
  try {
    return localStorage.getItem(KEPT) === "closed";
  } catch {
    return false;
  }
}
