/** The quiet part of the canvas: period washes, grid lines, lane rules and rails. */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("../theme.js").Theme} theme
 * @param {{scale: import("../scale.js").Scale, ticks: import("../ticks.js").Tick[], periods: object[],
 *   boxes: import("../lanes.js").LaneBox[], top: number, height: number, width: number}} frame
 */
export function drawGround(context, theme, { scale, ticks, periods, boxes, top, height, width }) {
  context.clearRect(0, 0, width, height);
  for (const { from, to, wash } of periods) {
    context.fillStyle = theme.washes[wash];
    context.fillRect(from, 0, to - from, height);
  }
  context.strokeStyle = theme.alpha(theme.ink2, 0.16);
  context.lineWidth = 1;
  context.beginPath();
  for (const tick of ticks) {
    const x = Math.round(scale.x(tick.day)) + 0.5;
    context.moveTo(x, top - 6);
    context.lineTo(x, height);
  }
  context.stroke();
  context.strokeStyle = theme.hairline;
  context.beginPath();
  line(context, top, width);
  boxes.forEach((box, i) => {
    if (i) line(context, box.top, width);
  });
  line(context, height - 1, width);
  context.stroke();
  context.strokeStyle = theme.alpha(theme.ink2, 0.35);
  context.beginPath();
  for (const box of boxes) line(context, box.rail, width);
  context.stroke();
}

/**
 * How many events of each lane a window holds, as a pale profile over the rail: more than the marks can show.
 * @param {CanvasRenderingContext2D} context @param {import("../theme.js").Theme} theme
 * @param {{from: number, to: number, lanes: Uint32Array[]}} density @param {import("../lanes.js").LaneBox[]} boxes
 * @param {import("../scale.js").Scale} scale @param {number} width
 */
export function drawDensity(context, theme, { from, to, lanes }, boxes, scale, width) {
  let highest = 1;
  for (const counts of lanes) for (const count of counts) if (count > highest) highest = count;
  context.fillStyle = theme.alpha(theme.ink2, 0.13);
  lanes.forEach((counts, lane) => {
    const { top, rail } = boxes[lane];
    const days = (to + 1 - from) / counts.length;
    const wide = days * scale.k;
    counts.forEach((count, i) => {
      const x = scale.x(from + i * days);
      if (!count || x > width || x + wide < 0) return;
      const height = Math.max(1, (count / highest) * (rail - top - 4));
      context.fillRect(x, rail - height, wide, height);
    });
  });
}

function line(context, y, width) {
  context.moveTo(0, Math.round(y) + 0.5);
  context.lineTo(width, Math.round(y) + 0.5);
}
