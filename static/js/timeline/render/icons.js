/** Line icons of the tool bar. */

import { el, svg } from "../../lib/dom.js";

const PATHS = {
  earlier: "M12 4 6 10l6 6",
  later: "m8 4 6 6-6 6",
  zoom_in: "M10 4v12M4 10h12",
  zoom_out: "M4 10h12",
  fit: "M3 4v12M17 4v12M6 10h8M8.5 7.5 6 10l2.5 2.5M11.5 7.5 14 10l-2.5 2.5",
  lanes: "M3 5h14M3 10h14M3 15h14M6 3.5v3M12 8.5v3M9 13.5v3",
  picture: "M4 4h12v9.5H4zM4 11l3.5-3.5 3 3 2-2 3.5 3.5M7 17h6",
  share: "M10 12V3M6.5 6 10 2.5 13.5 6M4.5 10v6.5h11V10",
  legend: "M4 5h3M4 10h3M4 15h3M10 5h6M10 10h6M10 15h6",
  full: "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4",
  help: "M7.5 7.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.9M10 14.8v.4",
  close: "m5 5 10 10M15 5 5 15",
  up: "m5 12 5-5 5 5",
  down: "m5 8 5 5 5-5",
};

/** @param {keyof typeof PATHS} name @returns {SVGElement} */
export const icon = (name) =>
  svg("svg", { class: "tl-icon", viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: PATHS[name] }));

/**
 * @param {keyof typeof PATHS} name
 * @param {string} label spoken and shown on hover
 * @returns {HTMLElement}
 */
export const iconButton = (name, label) =>
  el("button", { type: "button", class: "tl-button", "aria-label": label, title: label }, icon(name));
