/** Draws the ground of the picture on one canvas: washes, grid, rails and every mark. */

import { APPROXIMATE, SOURCES_DIFFER, UNCERTAIN } from "../../data/contract.js";
import { listOf } from "../../data/columns.js";
import { DOT_RADIUS, WIDE_BAR } from "../marks.js";
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
 */
export function createMarkPainter(context, theme, columns) {
  const { alpha } = theme;

  const sign = (event, x, y) => {
    const flags = columns.flags[event];
    const text = `${flags & APPROXIMATE ? "≈" : ""}${flags & UNCERTAIN ? "?" : ""}`;
    if (!text) return;
    context.fillStyle = theme.ink;
    context.fillText(text, x, y);
  };

  const dot = (event, look, x, y) => {
    const flags = columns.flags[event];
    context.translate(x, y);
    const path = shapePath(look.shape, DOT_RADIUS);
    if (flags & (APPROXIMATE | UNCERTAIN)) {
      context.fillStyle = theme.ground;
      context.fill(path);
      context.strokeStyle = theme.countries[look.colour];
      context.lineWidth = 2;
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
    const soft = certain ? full : full * 0.62;
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

  /** Where the sources differ: a dashed ring around a short mark, a dashed edge along a long bar. */
  const dashed = (left, top, width, height) => {
    context.setLineDash([2.5, 2.5]);
    context.lineWidth = 1;
    context.strokeStyle = theme.ink2;
    context.beginPath();
    if (width > WIDE_BAR) {
      context.moveTo(left, Math.round(top) + 0.5);
      context.lineTo(left + width, Math.round(top) + 0.5);
    } else context.roundRect(Math.round(left) - 2.5, Math.round(top) - 2.5, Math.round(width) + 5, height + 5, (height + 5) / 2);
    context.stroke();
    context.setLineDash([]);
  };

  return {
    /** A mark with a label: `top` and `height` are of its box, `line` is the height of a line of text. */
    labelled({ event, span, place }, lane, top, height, line) {
      const look = lookOf(columns, lane, event);
      const differ = columns.flags[event] & SOURCES_DIFFER;
      const middle = Math.round(top + (place.hangs ? line * 0.35 : line / 2 + 1));
      const wide = !span.dot && span.right - span.left > WIDE_BAR;
      if (span.dot) dot(event, look, span.anchor, middle);
      else if (wide) {
        bar(look, span, top, height - 2.5, 0.15);
        bar(look, span, top + height - 2.5, 2.5, 1);
      } else bar(look, span, middle - 4, 8, 1);
      if (wide) sign(event, place.text - 8, Math.round(top + line / 2));
      else sign(event, span.left - (differ ? 11 : 7), middle);
      if (!differ) return;
      const half = span.dot ? DOT_RADIUS : 4;
      dashed(span.left, wide ? top : middle - half, span.right - span.left, 2 * half);
    },
    /** A mark alone on the rail. */
    single({ event, span }, lane, rail) {
      const look = lookOf(columns, lane, event);
      const long = span.right - span.left > WIDE_BAR;
      if (span.dot) dot(event, look, span.anchor, rail);
      else if (long) {
        bar(look, span, rail - 1, 3, 0.7);
        context.fillStyle = theme.countries[look.colour];
        context.fillRect(span.anchor - 8, rail - 4, 16, 8);
      } else bar(look, span, rail - 4, 8, 1);
      sign(event, span.dot ? span.left - 7 : span.anchor, span.dot ? rail : rail - 9);
      if (!(columns.flags[event] & SOURCES_DIFFER)) return;
      const half = span.dot ? DOT_RADIUS : 4;
      if (long) dashed(span.anchor - 8, rail - half, 16, 2 * half);
      else dashed(span.left, rail - half, span.right - span.left, 2 * half);
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
        context.rect(x, rail + 9, end - x, 4);
        x = end;
      }
      context.fill();
    },
  };
}
