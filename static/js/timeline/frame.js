/** The steps of a frame: scale → layout → draw → overlay → announce. Everything that is drawn is drawn from here. */

import { moveTo, setStyle, setText } from "../lib/dom.js";
import { windowWords } from "./a11y/spoken.js";
import { nextTabStop } from "./a11y/tab-stop.js";
import { formatRange } from "./dates.js";
import { layoutLanes, rowHeight } from "./lanes.js";
import { countDistinct, createLayout } from "./layout.js";
import { spanOf } from "./marks.js";
import { visiblePeriods } from "./periods.js";
import { createAxis } from "./render/axis.js";
import { drawDensity, drawGround } from "./render/ground.js";
import { createHeads } from "./render/heads.js";
import { keyOf } from "./render/labels.js";
import { paintFrame } from "./render/marks.js";
import { createOverlay } from "./render/overlay.js";
import { createPeriodNames, fitsPeriod } from "./render/periods.js";
import { sizeCanvas } from "./render/surface.js";
import { createScale } from "./scale.js";
import { chooseIncrement, ticks } from "./ticks.js";

const AXIS = 23;

/**
 * @param {object} view shared by the parts of one drawing: `state`, `parts`, `strings`, `measurer`, `labels`, `strip`,
 *   `tip`, `theme`; a frame adds `scale`, `boxes`, `frame`, `columns`, `width`, `height`, `top`, `unit`, `line`
 * @returns {{scale: () => void, layout: () => void, draw: () => void, overlay: () => void}}
 */
export function createFrameSteps(view) {
  const { state, parts, strings, measurer } = view;
  const drawAxis = createAxis(parts.axis, strings);
  const drawPeriods = createPeriodNames(parts.periods, strings);
  const drawHeads = createHeads(parts.heads, strings);
  const ground = parts.canvas.getContext("2d");
  const drawOverlay = createOverlay(parts.glow.getContext("2d"), parts.flag, strings);
  let layout = null;
  let laidOut = null;
  let stripKey = null;
  let bands = { key: "", lines: 1 };

  const sizeOf = (columns, event) => (view.sizes[event] ??= measurer.size(columns.title[event]));

  function scale() {
    const { answer, size, window } = state;
    if (!answer || !size.width) return;
    const { columns } = answer;
    view.columns = columns;
    view.unit = rowHeight(measurer.lineHeight);
    view.line = measurer.lineHeight;
    view.width = size.width;
    const banded = `${size.width} ${state.periodisation} ${view.stamp}`;
    if (bands.key !== banded) bands = { key: banded, lines: bandLines(answer) };
    view.band = Math.round(measurer.lineHeight * bands.lines * 0.94 + 2);
    view.top = view.band + Math.round(AXIS * (measurer.fontSize / 13));
    const { k } = view.scale ?? { k: 0 };
    view.scale = createScale(window[0], window[1], size.width, Math.max(1, measurer.fontSize / 13));
    if (Math.abs(view.scale.k - k) > 1e-9 * k) view.anchorDay = window[0];
    view.boxes = layoutLanes(
      answer.lanes.map((lane) => lane.count),
      { unit: view.unit, available: size.available - view.top, header: size.compact ? Math.round(measurer.lineHeight) : 0, top: view.top },
    );
    const last = view.boxes.at(-1);
    view.height = Math.round(last ? last.top + last.height : view.top + 160);
    view.ticks = ticks(window[0], window[1], chooseIncrement(view.scale.k, measurer.fontSize / 13));
    view.periods = visiblePeriods(columns, state.periodisation ?? columns.periodisation, view.scale);
    if (laidOut !== answer && layout && answer.continues) {
      laidOut = answer;
      layout.renew(answer);
    } else if (laidOut !== answer) {
      laidOut = answer;
      layout = createLayout(answer);
      view.labels.clear();
      if (view.sizedFor !== columns) view.sizes = [];
      view.sizedFor = columns;
    }
  }

  /** Period names take two lines where more of them then fit over the whole record; zooming never changes it. */
  function bandLines({ columns }) {
    const { limits, size, periodisation } = state;
    const whole = createScale(limits[0], limits[1], size.width);
    const periods = visiblePeriods(columns, periodisation ?? columns.periodisation, whole);
    const fitting = (lines) => periods.filter(({ name, from, to }) => fitsPeriod(measurer.size(name), to - from, lines)).length;
    return fitting(2) > fitting(1) ? 2 : 1;
  }

  function place() {
    if (!view.scale) return;
    const { active, selected, limits } = state;
    const alone = [];
    if (active) alone.push(active.event);
    if (selected >= 0 && selected !== active?.event) alone.push(selected);
    view.frame = layout.frame({ scale: view.scale, anchor: view.anchorDay, limits, stamp: view.stamp, boxes: view.boxes, sizeOf, alone });
  }

  function draw() {
    const { answer } = state;
    if (!view.frame) return;
    const { width, height, theme, boxes, scale: current, columns } = view;
    setStyle(parts.stage, "height", `${height}px`);
    setStyle(parts.heads, "height", `${height}px`);
    sizeCanvas(parts.canvas, width, height);
    sizeCanvas(parts.glow, width, height);
    drawGround(ground, theme, { scale: current, ticks: view.ticks, periods: view.periods, boxes, top: view.top, height, width });
    if (answer.covers) drawDensity(ground, theme, answer.density, boxes, current, width);
    ground.font = `600 ${Math.max(12, measurer.fontSize)}px ${measurer.family}`;
    ground.textAlign = "center";
    ground.textBaseline = "middle";
    paintFrame(ground, theme, columns, { frame: view.frame, boxes, lanes: answer.lanes, unit: view.unit, line: view.line, scale: current });
  }

  function overlay() {
    if (!view.frame) return;
    const { answer, active, selected, limits, window } = state;
    const { width, height, boxes, unit, columns, frame } = view;
    const focused = parts.stage.contains(document.activeElement) && active ? keyOf(active.lane, active.event) : -1;
    const stop = nextTabStop(answer, frame, active, focused >= 0);
    view.labels.draw(frame, { boxes, unit, line: view.line, selected, tabStop: stop ? keyOf(stop.lane, stop.event) : -1, focused, width, origin: view.scale.x(view.anchorDay) });
    view.tabStop = stop;
    drawHeads.draw(answer, boxes);
    drawAxis(view.ticks, view.scale);
    drawPeriods(view.periods, measurer, view.band > measurer.lineHeight * 1.5);
    moveTo(parts.axis, 0, view.band);
    setStyle(parts.flag, "top", `${view.band + 1}px`);
    const lit = state.hover >= 0 ? state.hover : focused >= 0 && view.byKey ? active.event : -1;
    const pointerX = readingX(lit);
    drawOverlay({ ...view, lit, pointerX });
    view.arcs.draw(view, selected >= 0 ? view.chain : null, selected);
    drawHeads.read(answer, pointerX === null ? null : view.scale.t(pointerX), 3 / view.scale.k);
    showTip(lit);
    if (stripKey !== `${answer.count} ${width} ${view.stamp}`) {
      stripKey = `${answer.count} ${width} ${view.stamp}`;
      view.strip.drawBars(view.overview, limits, view.theme, state.size.strip);
    }
    view.strip.drawBrush(window, limits, state.size.strip);
    const [first, end] = columns.extent;
    setText(parts.range, formatRange(Math.max(window[0], first), Math.min(window[1], end + 1), strings));
    const words = windowWords(state, countDistinct(frame), strings);
    if (words) setText(parts.inWindow, words);
    parts.empty.hidden = answer.count > 0;
    if (!answer.count) setText(parts.empty, strings.empty);
    view.afterOverlay();
  }

  function readingX(lit) {
    if (state.pointer) return Math.min(Math.max(state.pointer.x, 0), view.width);
    if (lit < 0) return null;
    const span = spanOf(view.columns, lit, view.scale);
    return Math.min(Math.max(span.dot ? span.anchor : span.left, 0), view.width);
  }

  function showTip(lit) {
    if (lit < 0 || lit === state.selected || state.box) return view.tip.show(view.columns, -1, null, 0, 0);
    const lane = view.frame.findIndex((candidate, i) => view.labels.node(i, lit) && candidate.events.includes(lit));
    const at = lane >= 0 && state.hoverLane !== undefined && view.labels.node(state.hoverLane, lit) ? state.hoverLane : lane;
    const node = lane >= 0 ? view.labels.node(at, lit) : null;
    const box = node?.getBoundingClientRect();
    const origin = box && parts.stage.getBoundingClientRect();
    const rect = box && { left: Math.max(box.left - origin.left, 0), top: box.top - origin.top, bottom: box.bottom - origin.top, labelled: node.textContent.replace("\n", " ") === view.columns.title[lit] };
    return view.tip.show(view.columns, lit, rect, view.width, view.height);
  }

  return { scale, layout: place, draw, overlay };
}
