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

function line(context, y, width) {
  context.moveTo(0, Math.round(y) + 0.5);
  context.lineTo(width, Math.round(y) + 0.5);
}
