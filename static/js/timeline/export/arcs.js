/** The arcs of the chosen event in a picture: those between marks that the picture shows. */

import { el } from "../../lib/dom.js";
import { chainOf } from "../chain.js";
import { createArcs } from "../render/arcs.js";

/**
 * @param {CanvasRenderingContext2D} context its origin at the corner of the stage
 * @param {object} picture of `arrangePicture`
 * @param {import("../theme.js").Theme} theme
 */
export function paintArcs(context, picture, theme) {
  const { answer, columns, selected, frame, stage, strings } = picture;
  const shown = new Set(frame.flatMap((lane) => lane.events));
  if (!shown.has(selected)) return;
  const inside = (links) => links.filter(({ event }) => shown.has(event)).map((link) => ({ ...link, links: inside(link.links) }));
  const { back, on } = chainOf(columns, selected);
  // The named arrows at the edges are buttons: in a picture they lead nowhere, so they get no place in the page.
  const arcs = createArcs(context, el("div"), { strings, follow() {} });
  const view = { ...picture, theme, width: stage.width, height: stage.height, state: { answer } };
  arcs.draw(view, { back: inside(back), on: inside(on) }, selected);
}
