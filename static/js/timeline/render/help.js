/** The help: what the signs mean and which keys do what, made from the key table. */

import { el } from "../../lib/dom.js";
import { KEYS } from "../interaction/keys.js";
import { legendList } from "./legend.js";

/** @param {Record<string, any>} strings @returns {HTMLElement[]} */
export const helpContent = (strings) => [
  el("h3", { text: strings.legend_title }),
  legendList(strings),
  ...(strings.disagreements_url ? [el("p", {}, el("a", { href: strings.disagreements_url, text: strings.disagreements }))] : []),
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
