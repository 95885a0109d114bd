/** Causes and consequences of the chosen event as arcs between the marks; an event outside the window has a named arrow at the edge. */

import { createPool, el, moveTo, setAttribute, setText } from "../../lib/dom.js";
import { fillTemplate } from "../../lib/timing.js";
import { flatten } from "../chain.js";
import { WIDE_BAR, spanOf } from "../marks.js";

const CHIP = 26;
const CHIP_WIDTH = 150;
const MOST_CHIPS = 5;
const HEAD = 8;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HTMLElement} parent of the named arrows
 * @param {{strings: Record<string, any>, follow: (event: number) => void}} options
 */
export function createArcs(context, parent, { strings, follow }) {
  const pool = createPool(parent, () => el("button", { type: "button", class: "tl-edge", tabindex: "-1" }));
  parent.addEventListener("click", (event) => {
    const button = event.target.closest(".tl-edge");
    if (button) follow(Number(button.dataset.to));
  });

  const stroke = (theme, { from, to, debated, step }) => {
    const bow = Math.min(Math.max(Math.abs(to.x - from.x) * 0.22, 16), 80);
    const up = to.side || from.side ? 0.4 : 1;
    const control = { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) - bow * up };
    const angle = Math.atan2(to.y - control.y, to.x - control.x);
    const end = { x: to.x - Math.cos(angle) * to.gap, y: to.y - Math.sin(angle) * to.gap };
    const neck = { x: end.x - Math.cos(angle) * HEAD, y: end.y - Math.sin(angle) * HEAD };
    const path = () => {
      context.beginPath();
      context.moveTo(from.x, from.y - from.gap);
      context.quadraticCurveTo(control.x, control.y, neck.x, neck.y);
    };
    context.setLineDash([]);
    context.strokeStyle = theme.alpha(theme.ground, 0.8);
    context.lineWidth = step === 1 ? 5 : 3.5;
    path();
    context.stroke();
    context.strokeStyle = step === 1 ? theme.accent : theme.ink2;
    context.lineWidth = step === 1 ? 2 : 1.2;
    if (debated) context.setLineDash([6, 4]);
    path();
    context.stroke();
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(end.x, end.y);
    for (const turn of [0.42, -0.42]) {
      context.lineTo(end.x - Math.cos(angle + turn) * (HEAD + 2), end.y - Math.sin(angle + turn) * (HEAD + 2));
    }
    context.closePath();
    context.fillStyle = debated ? theme.ground : context.strokeStyle;
    context.fill();
    context.lineWidth = 1.5;
    context.stroke();
  };

  /** Named arrows of one edge, near the height that each belongs to but never on one another. */
  const stack = (chips, top, height) => {
    chips.sort((a, b) => a.y - b.y);
    let y = top;
    for (const chip of chips) {
      chip.y = Math.max(chip.y, y + CHIP / 2);
      y = chip.y + CHIP / 2;
    }
    y = height;
    for (const chip of [...chips].reverse()) {
      chip.y = Math.min(chip.y, y - CHIP / 2);
      y = chip.y - CHIP / 2;
    }
  };

  return {
    /**
     * @param {object} view @param {{back: object[], on: object[]} | null} chain
     * @param {number} event the chosen one
     */
    draw(view, chain, event) {
      pool.begin();
      if (chain) {
        const { columns, theme, top, width, height } = view;
        const chips = { left: new Map(), right: new Map() };
        const root = pointOf(view, event, height / 2);
        const links = flatten(chain);
        const points = new Map(root ? [[event, root]] : []);
        for (const link of links) {
          const near = points.get(link.near);
          if (!near) continue;
          const point = pointOf(view, link.event, near.y);
          if (!point) continue;
          points.set(link.event, point);
          if (!point.side) continue;
          const side = chips[point.side];
          if (near.side || (link.step > 1 && side.size >= MOST_CHIPS)) points.delete(link.event);
          else side.set(link.event, point);
        }
        for (const side of ["left", "right"]) {
          const shown = [...chips[side].entries()];
          stack([...chips[side].values()], top + 4, height);
          for (const [other, point] of shown) chip(columns, other, point, width);
        }
        context.save();
        context.beginPath();
        context.rect(0, top - 18, width, height - top + 18);
        context.clip();
        for (const link of [...links].reverse()) {
          const near = points.get(link.near);
          const far = points.get(link.event);
          if (near && far) stroke(theme, { from: link.back ? far : near, to: link.back ? near : far, debated: link.debated, step: link.step });
        }
        context.restore();
      }
      pool.end();
    },
  };

  function chip(columns, event, point, width) {
    const { node, fresh } = pool.take(event);
    if (fresh) {
      setAttribute(node, "data-to", String(event));
      setAttribute(node, "lang", columns.titleIn[event]);
      setAttribute(node, "title", `${columns.title[event]} (${columns.when[event]})`);
      setAttribute(node, "aria-label", fillTemplate(strings.chain_go, { title: columns.title[event] }));
      setText(node, `${point.side === "left" ? "‹" : "›"} ${columns.title[event]}`);
    }
    setAttribute(node, "data-side", point.side);
    const wide = Math.min(CHIP_WIDTH, width * 0.4);
    moveTo(node, point.side === "left" ? 0 : width - wide, point.y - CHIP / 2 + 1);
    point.x = point.side === "left" ? wide + 2 : width - wide - 2;
  }
}

/**
 * Where an event stands: in the lane nearest to a height, or at the edge behind which it lies.
 * @returns {{x: number, y: number, gap: number, side: "" | "left" | "right"} | null} null when no lane holds it
 */
export function pointOf({ columns, scale, frame, boxes, unit, width, state }, event, nearY) {
  const span = spanOf(columns, event, scale);
  const side = columns.latest[event] + 1 <= scale.t0 ? "left" : columns.earliest[event] >= scale.t1 ? "right" : "";
  let best = null;
  frame.forEach((lane, i) => {
    const holds = side ? state.answer.lanes[i].marks.includes(event) : lane.events.includes(event);
    if (!holds) return;
    let x = !span.dot && span.right - span.left > WIDE_BAR ? Math.max(span.left, 0) + 8 : span.anchor;
    let y = boxes[i].rail;
    let gap = 8 * scale.em;
    if (!side) {
      const row = lane.labels.find((mark) => mark.event === event)?.place.unit ?? lane.singles.find((mark) => mark.event === event)?.unit ?? -1;
      if (row >= 0) y = boxes[i].labels + (row + 0.5) * unit;
      const group = row < 0 && lane.clusters.find(({ members }) => members.includes(event));
      if (group) {
        x = group.x;
        gap = 14 * scale.em;
      }
    }
    const point = { x: side === "left" ? 0 : side === "right" ? width : x, y, gap: side ? 0 : gap, side };
    if (!best || Math.abs(y - nearY) < Math.abs(best.y - nearY)) best = point;
  });
  return best;
}
