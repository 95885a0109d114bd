/** Draws the ground of the picture on one canvas: washes, grid, rails and every mark. */

import { APPROXIMATE, SOURCES_DIFFER, UNCERTAIN } from "../../data/contract.js";
import { listOf } from "../../data/columns.js";
import { DOT_RADIUS } from "../marks.js";
import { shapePath } from "../shapes.js";

/** Share of an uncertain bar that fades at each end; short bars fade more, so that they never look like a day. */
const softness = (length) => Math.min(0.38, Math.max(0.12, 6 / length));

/**
 * Colour role and shape of an event in a lane: the lane's own country, else the event's first.
 * @returns {{colour: number, shape: string}}
 */
export function lookOf(columns, lane, event) {
  const index = lane.kind === "country" ? lane.index : listOf(columns.lists.country, event)[0];
  return index === undefined ? { colour: 0, shape: "circle" } : columns.countries[index];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("../theme.js").Theme} theme
 * @param {import("../../data/columns.js").Columns} columns
 * @param {number} [em] how much larger than usual the marks are
 */
export function createMarkPainter(context, theme, columns, em = 1) {
  const { alpha } = theme;
  /** Pixels at the size of the type, to the half pixel. */
  const u = (pixels) => Math.round(2 * pixels * em) / 2;

  const sign = (event, x, y) => {
    const flags = columns.flags[event];
    const text = `${flags & APPROXIMATE ? "≈" : ""}${flags & UNCERTAIN ? "?" : ""}`;
    if (!text) return;
    context.fillStyle = theme.ink;
    // Two signs take the room of the second to the left, away from the mark.
    context.fillText(text, x - u(5 * (text.length - 1)), y);
  };

  const dot = (event, look, x, y) => {
    const flags = columns.flags[event];
    context.translate(x, y);
    const path = shapePath(look.shape, u(DOT_RADIUS));
    if (flags & (APPROXIMATE | UNCERTAIN)) {
      context.fillStyle = theme.ground;
      context.fill(path);
      context.strokeStyle = theme.countries[look.colour];
      context.lineWidth = u(2);
      context.stroke(path);
    } else {
      context.fillStyle = theme.countries[look.colour];
      context.fill(path);
    }
    context.translate(-x, -y);
  };

  /** Opacity runs from nothing at the first day it may be to full where it is certain, and back. */
  const profile = (span, colour, full) => {
    const { from, to, coreFrom, coreTo } = span;
    const fill = context.createLinearGradient(from, 0, to, 0);
    const at = (x) => Math.min(Math.max((x - from) / (to - from), 0), 1);
    const certain = coreFrom <= coreTo;
    const soft = certain ? full : full * 0.74;
    fill.addColorStop(0, alpha(colour, certain && coreFrom - from < 1 ? full : 0));
    const end = softness(to - from);
    fill.addColorStop(certain ? at(coreFrom) : end, alpha(colour, soft));
    fill.addColorStop(certain ? at(coreTo) : 1 - end, alpha(colour, soft));
    fill.addColorStop(1, alpha(colour, certain && to - coreTo < 1 ? full : 0));
    return fill;
  };

  const bar = (look, span, top, height, full) => {
    const left = Math.max(span.from, -4);
    const right = Math.min(span.to, context.canvas.width);
    context.fillStyle = profile(span, theme.countries[look.colour], full);
    context.fillRect(left, top, right - left, height);
  };

  /** Where the sources differ the mark is split by a slanting cut. */
  const split = (event, x, top, height) => {
    if (!(columns.flags[event] & SOURCES_DIFFER)) return;
    context.strokeStyle = theme.ground;
    context.lineWidth = u(2);
    context.beginPath();
    context.moveTo(x - height * 0.3, top + height + 1);
    context.lineTo(x + height * 0.3, top - 1);
    context.stroke();
  };

  const short = (event, look, span, y) => {
    if (span.dot) dot(event, look, span.anchor, y);
    else bar(look, span, y - u(4), u(8), 1);
    split(event, (span.left + span.right) / 2, y - u(6), u(12));
  };

  const wideBar = (event, look, span, top, height) => {
    bar(look, span, top, height - u(2.5), 0.15);
    bar(look, span, top + height - u(2.5), u(2.5), 1);
    split(event, Math.max(span.left, 0) + u(12), top + height - u(5), u(7));
  };

  return {
    /** A mark in a row: `top` and `height` are of its box, `line` is the height of a line of text, `text` its left edge. */
    labelled({ event, span, wide, place }, lane, top, height, line) {
      const look = lookOf(columns, lane, event);
      const middle = Math.round(top + (height / place.units + 1) / 2);
      if (wide) {
        wideBar(event, look, span, top, height);
        sign(event, place.text - u(8), Math.round(top + line / 2));
      } else {
        short(event, look, span, middle);
        sign(event, span.left - u(7), middle);
      }
    },
    /** A mark without text, in a row of its lane or on the rail. */
    single({ event, span, wide, unit }, lane, top, height) {
      const look = lookOf(columns, lane, event);
      const middle = Math.round(top + height / 2);
      if (!wide) {
        short(event, look, span, middle);
        sign(event, span.left - u(7), middle);
      } else if (unit >= 0) {
        wideBar(event, look, span, top, height);
        sign(event, Math.max(span.left, 0) + u(12), Math.round(top + height * 0.4));
      } else {
        bar(look, span, middle - 1, 3, 0.7);
        context.fillStyle = theme.countries[look.colour];
        context.fillRect(span.anchor - u(8), middle - u(4), u(16), u(8));
        split(event, span.anchor, middle - u(6), u(12));
        sign(event, span.anchor - u(16), middle);
      }
    },
    /** Faint traces on the rail of all events that the window touches, also those inside clusters. */
    rug(events, lane, scale, rail) {
      context.fillStyle = alpha(theme.countries[lane.kind === "country" ? columns.countries[lane.index].colour : 0], 0.5);
      const { earliest, latest } = columns;
      const seen = new Uint8Array(Math.ceil(scale.width) + 2);
      for (const event of events) {
        if (latest[event] - earliest[event] > 366) continue;
        const x = Math.round(scale.x((earliest[event] + latest[event] + 1) / 2));
        if (x >= 0 && x < scale.width) seen[x] = 1;
      }
      context.beginPath();
      for (let x = seen.indexOf(1); x >= 0; x = seen.indexOf(1, x)) {
        const end = seen.indexOf(0, x);
        context.rect(x, rail + 8, end - x, 3);
        x = end;
      }
      context.fill();
    },
  };
}

/**
 * Every mark of a frame. The font and alignment of the signs are the caller's.
 * @param {CanvasRenderingContext2D} context
 * @param {import("../theme.js").Theme} theme
 * @param {import("../../data/columns.js").Columns} columns
 * @param {{frame: import("../layout.js").LaneFrame[], boxes: import("../lanes.js").LaneBox[],
 *   lanes: import("../../data/contract.js").Lane[], unit: number, line: number, scale: import("../scale.js").Scale}} picture
 */
export function paintFrame(context, theme, columns, { frame, boxes, lanes, unit, line, scale }) {
  const painter = createMarkPainter(context, theme, columns, scale.em);
  frame.forEach(({ events, labels, singles, clusters }, i) => {
    const { labels: rows, rail } = boxes[i];
    if (clusters.length) painter.rug(events, lanes[i], scale, rail);
    for (const single of singles) {
      painter.single(single, lanes[i], single.unit < 0 ? rail - unit / 2 : rows + single.unit * unit, unit - 2);
    }
    for (const label of labels) {
      painter.labelled(label, lanes[i], rows + label.place.unit * unit, label.place.units * unit - 2, line);
    }
  });
}
