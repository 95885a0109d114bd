/** The density strip: the whole record, what the filter keeps in ink, and the window as a brush. */

import { el, moveTo, setAttribute, setStyle } from "../../lib/dom.js";
import { formatDay, formatRange, levelOfSpan } from "../dates.js";
import { createScale } from "../scale.js";
import { chooseIncrement, ticks } from "../ticks.js";
import { createAxis } from "./axis.js";
import { sizeCanvas } from "./surface.js";

export const STRIP_BARS = 34;

/** Pixels that the two handles keep between them, so that both can be taken in the narrowest window. */
const APART = 24;

/**
 * @param {HTMLElement} parent
 * @param {Record<string, any>} strings
 */
export function createStrip(parent, strings) {
  const canvas = el("canvas", { class: "tl-strip__canvas", "aria-hidden": "true" });
  const brush = el("div", { class: "tl-brush" });
  const handle = (side) =>
    el("div", {
      class: `tl-handle tl-handle--${side}`, role: "slider", tabindex: "0", "data-side": side,
      "aria-label": strings[`strip_${side}`], "aria-orientation": "horizontal",
    });
  const start = handle("start");
  const end = handle("end");
  const years = el("div", { class: "tl-strip__axis", "aria-hidden": "true" });
  parent.setAttribute("role", "group");
  parent.setAttribute("aria-label", strings.strip_label);
  parent.append(canvas, brush, start, end, years);
  const context = canvas.getContext("2d");
  const drawYears = createAxis(years, strings);

  const bars = ({ counts, highest, from, to, scale, colour }) => {
    context.fillStyle = colour;
    const days = (to + 1 - from) / counts.length;
    const wide = Math.max(1, days * scale.k - 1);
    counts.forEach((count, i) => {
      if (!count) return;
      const height = Math.max(2, (count / highest) * (STRIP_BARS - 4));
      context.fillRect(scale.x(from + i * days), STRIP_BARS - height, wide, height);
    });
  };

  return {
    start,
    end,
    brush,
    /** @returns {import("../scale.js").Scale} */
    scaleOf: (limits) => createScale(limits[0], limits[1], parent.clientWidth || 1),
    drawBars(answer, limits, theme, width) {
      sizeCanvas(canvas, width, STRIP_BARS);
      context.clearRect(0, 0, width, STRIP_BARS);
      const scale = createScale(limits[0], limits[1], width);
      const { from, to, all, kept } = answer.density;
      let highest = 1;
      for (const count of all) if (count > highest) highest = count;
      bars({ counts: all, highest, from, to, scale, colour: theme.alpha(theme.ink2, 0.28) });
      bars({ counts: kept, highest, from, to, scale, colour: theme.alpha(theme.ink2, 0.95) });
      drawYears(ticks(limits[0], limits[1], chooseIncrement(scale.k, 1.1)), scale);
    },
    drawBrush(window, limits, width) {
      const scale = createScale(limits[0], limits[1], width);
      const left = scale.x(window[0]);
      const right = Math.max(scale.x(window[1]), left + 4);
      moveTo(brush, left, 0);
      setStyle(brush, "width", `${Math.round(right - left)}px`);
      const apart = Math.max(0, APART - (right - left)) / 2;
      moveTo(start, left - apart, 0);
      moveTo(end, right + apart, 0);
      const level = levelOfSpan(window[1] - window[0]);
      const days = [Math.floor(window[0]), Math.ceil(window[1]) - 1];
      [start, end].forEach((node, i) => {
        setAttribute(node, "aria-valuemin", String(Math.floor(limits[0])));
        setAttribute(node, "aria-valuemax", String(Math.ceil(limits[1])));
        setAttribute(node, "aria-valuenow", String(days[i]));
        setAttribute(node, "aria-valuetext", formatDay(days[i], level, strings));
      });
      setAttribute(brush, "title", formatRange(window[0], window[1], strings));
    },
  };
}
