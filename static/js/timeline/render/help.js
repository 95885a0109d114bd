/** The help: what the signs mean and which keys do what, made from the key table. */

import { el, svg } from "../../lib/dom.js";
import { KEYS } from "../interaction/keys.js";
import { SHAPES } from "../shapes.js";

/** @param {Record<string, any>} strings @returns {HTMLElement[]} */
export const helpContent = (strings) => [
  el("h3", { text: strings.legend_title }),
  legend(strings),
  el("h3", { text: strings.keys_title }),
  el("dl", { class: "tl-keys" }, ...KEYS.map((key) => keyRow(key, strings))),
  el("h3", { text: strings.gestures_title }),
  el("p", { text: strings.gestures }),
];

function keyRow({ keys, shift, does }, strings) {
  const caps = keys.map((key) => el("kbd", { text: strings.key_names[key] ?? key }));
  if (shift) caps.unshift(el("kbd", { text: strings.key_names.Shift }));
  return el("div", {}, el("dt", {}, ...caps), el("dd", { text: strings[`key_${does}`] }));
}

/** @param {Record<string, any>} strings @returns {HTMLElement} what each kind of mark says about its date */
export function legend(strings) {
  const item = (name, ...parts) =>
    el("li", {}, svg("svg", { class: "tl-sign", viewBox: "0 0 36 18", "aria-hidden": "true" }, ...parts), strings[`legend_${name}`]);
  const rect = (x, width, opacity) => svg("rect", { x, y: 6, width, height: 6, "fill-opacity": opacity });
  const steps = [0.08, 0.22, 0.36, 0.5];
  const soft = (left, right) => [
    ...steps.map((opacity, i) => rect(left + i * 2, 2, opacity)),
    rect(left + 8, right - left - 16, 0.6),
    ...steps.map((opacity, i) => rect(right - 2 - i * 2, 2, opacity)),
  ];
  const text = (value) => {
    const node = svg("text", { x: 1, y: 13.5, "font-size": 13 });
    node.textContent = value;
    return node;
  };
  const dot = (attributes) => svg("path", { d: SHAPES.circle, transform: "translate(20 9) scale(5)", ...attributes });
  const hollow = { fill: "none", stroke: "currentColor", "stroke-width": 0.4 };
  const dashes = svg("rect", { x: 11.5, y: 1.5, width: 17, height: 15, fill: "none", stroke: "currentColor", "stroke-dasharray": "3 2" });
  return el(
    "ul",
    { class: "tl-legend" },
    item("day", dot({})),
    item("span", ...soft(2, 34)),
    item("interval", rect(6, 24, 1), rect(2, 2, 0.3), rect(4, 2, 0.6), rect(30, 2, 0.6), rect(32, 2, 0.3)),
    item("about", text("≈"), dot(hollow)),
    item("uncertain", text("?"), dot(hollow)),
    item("differ", dot({}), dashes),
  );
}
