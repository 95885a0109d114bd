/** The second canvas: what follows pointer and focus. Redrawing it never touches the marks. */

import { moveTo, setStyle, setText } from "../../lib/dom.js";
import { formatDay, levelOf } from "../dates.js";
import { WIDE_BAR, spanOf } from "../marks.js";

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HTMLElement} flag names the day of the reading line
 * @param {Record<string, any>} strings
 */
export function createOverlay(context, flag, strings) {
  const readingLine = (x, { scale, theme, top, height, measurer }) => {
    const at = Math.round(x) + 0.5;
    context.strokeStyle = theme.ink2;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(at, top - 8);
    context.lineTo(at, height);
    context.stroke();
    setText(flag, formatDay(Math.floor(scale.t(x)), levelOf(scale.k), strings));
    setStyle(flag, "visibility", "visible");
    const half = (measurer.measure(flag.textContent) + 12) / 2;
    moveTo(flag, Math.min(Math.max(x - half, 0), scale.width - 2 * half), 0);
  };

  /** Rings around every mark of an event and, when it stands in several lanes, a thin tie between them. */
  const ring = (event, colour, width, { frame, boxes, unit, scale, columns }) => {
    const span = spanOf(columns, event, scale);
    const heights = [];
    context.strokeStyle = colour;
    context.lineWidth = width;
    frame.forEach((lane, i) => {
      if (!lane.events.includes(event)) return;
      const label = lane.labels.find((candidate) => candidate.event === event);
      const group = lane.clusters.find((candidate) => candidate.members.includes(event));
      const row = label?.place.unit ?? lane.singles.find((candidate) => candidate.event === event)?.unit ?? -1;
      const middle = row < 0 ? boxes[i].rail : Math.round(boxes[i].labels + (row + 0.5) * unit);
      heights.push(middle);
      context.beginPath();
      const round = 14 * scale.em;
      if (group) context.roundRect(group.left - 2, middle - round, group.right - group.left + 4, 2 * round, round);
      else if (row >= 0 && span.right - span.left > WIDE_BAR) {
        context.roundRect(span.left - 1, middle - unit / 2 - 1, span.right - span.left + 2, (label?.place.units ?? 1) * unit, 3);
      } else {
        const half = 9.5 * scale.em;
        context.roundRect(span.left - 4, middle - half, span.right - span.left + 8, 2 * half, half);
      }
      context.stroke();
    });
    if (heights.length < 2) return;
    context.lineWidth = 1.5;
    context.beginPath();
    const x = Math.round(span.dot ? span.anchor : Math.max(span.left, 0) + 2) + 0.5;
    heights.forEach((y, i) => {
      if (!i) return;
      context.moveTo(x, heights[i - 1] + 10);
      context.lineTo(x, y - 10);
    });
    context.stroke();
  };

  let blank = false;

  return (view) => {
    const { theme, width, height, top, state, lit, pointerX } = view;
    const empty = pointerX === null && state.selected < 0 && lit < 0 && !state.box;
    if (!empty || !blank) context.clearRect(0, 0, width, height);
    blank = empty;
    if (pointerX === null) setStyle(flag, "visibility", "hidden");
    else readingLine(pointerX, view);
    if (state.selected >= 0) ring(state.selected, theme.accent, 2, view);
    if (lit >= 0 && lit !== state.selected) ring(lit, theme.ink, 1.5, view);
    if (!state.box) return;
    const left = Math.min(state.box.from, state.box.to);
    context.fillStyle = theme.alpha(theme.accent, 0.12);
    context.fillRect(left, top, Math.abs(state.box.to - state.box.from), height - top);
    context.strokeStyle = theme.accent;
    context.strokeRect(left + 0.5, top + 0.5, Math.abs(state.box.to - state.box.from), height - top - 1);
  };
}
