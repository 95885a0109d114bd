/** The elements of the drawing, built once. */

import { el } from "../../lib/dom.js";
import { keyShortcuts } from "../interaction/keys.js";
import { iconButton } from "./icons.js";

const BUTTONS = ["earlier", "later", "zoom_out", "zoom_in", "fit", "lanes", "legend", "full", "picture", "share", "help"];

/** On a phone the help shows the signs, the picture has the screen anyway, and sharing has its link above. */
const WIDE_ONLY = ["legend", "full", "share"];

/**
 * @param {HTMLElement} element
 * @param {Record<string, any>} strings
 * @returns {Record<string, any>} the parts by name
 */
export function buildSkeleton(element, strings) {
  const buttons = Object.fromEntries(BUTTONS.map((name) => [name, iconButton(name, strings[`button_${name}`])]));
  for (const name of WIDE_ONLY) buttons[name].classList.add("tl-button--wide");
  const parts = {
    buttons,
    range: el("span", {}),
    inWindow: el("span", { class: "tl-range__count" }),
    canvas: el("canvas", { class: "tl-canvas", "aria-hidden": "true" }),
    glow: el("canvas", { class: "tl-canvas tl-canvas--glow", "aria-hidden": "true" }),
    periods: el("div", { class: "tl-periods", "aria-hidden": "true" }),
    axis: el("div", { class: "tl-axis", "aria-hidden": "true" }),
    edges: el("div", { class: "tl-edges" }),
    flag: el("div", { class: "tl-flag", "aria-hidden": "true" }),
    labels: el("div", { class: "tl-labels" }),
    probe: el("span", { class: "tl-mark tl-probe", "aria-hidden": "true", text: "Ệg" }),
    empty: el("p", { class: "tl-empty" }),
    hint: el("p", { class: "tl-hint", "aria-hidden": "true" }),
    heads: el("ol", { class: "tl-heads", "aria-label": strings.lanes_label }),
    legend: el("div", { class: "tl-signs" }),
    strip: el("div", { class: "tl-strip" }),
    card: el("section", { class: "tl-card", "aria-label": strings.card_label }),
    live: el("p", { class: "tl-live", "aria-live": "polite" }),
    keyHelp: el("p", { class: "tl-live", id: "tl-key-help", text: strings.key_summary }),
  };
  parts.stage = el(
    "div",
    {
      class: "tl-stage", role: "group", tabindex: "-1", "aria-roledescription": strings.roledescription,
      "aria-label": strings.label, "aria-describedby": "tl-key-help", "aria-keyshortcuts": keyShortcuts(),
    },
    parts.canvas, parts.periods, parts.axis, parts.labels, parts.glow, parts.edges, parts.flag, parts.empty, parts.hint, parts.probe,
  );
  parts.card.hidden = true;
  parts.empty.hidden = true;
  parts.hint.hidden = true;
  parts.picture = el("div", { class: "tl-picture" }, parts.heads, parts.stage);
  const tools = el("div", { class: "tl-tools", role: "group", "aria-label": strings.tools_label }, ...Object.values(buttons));
  const bar = el("div", { class: "tl-bar" }, el("p", { class: "tl-range" }, parts.range, parts.inWindow), tools);
  parts.root = el("div", { class: "tl" }, bar, parts.picture, parts.legend, parts.strip, parts.card, parts.live, parts.keyHelp);
  element.append(parts.root);
  return parts;
}
