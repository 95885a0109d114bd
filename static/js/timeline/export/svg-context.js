/**
 * A drawing context that writes SVG nodes: as much of a canvas's 2D context as the painters use, so that one painter makes
 * the picture on the screen, the PNG and the SVG. Anything else that a painter calls fails at once, as it should.
 */

import { svg } from "../../lib/dom.js";
import { SHAPES, outlineOf } from "../shapes.js";

const CORNER = 0.35;

/** @param {number} value @returns {string} one decimal, without a trailing zero */
export const round = (value) => String(Math.round(value * 10) / 10 || 0);

/**
 * @param {number} width @param {number} height pixels
 * @param {{family: string, size: number, ink: string, label: string}} base type and colour of texts that name no other;
 *   `label` is what a screen reader says
 * @returns {object} the context; `root` holds the picture
 */
export function createSvgContext(width, height, { family, size, ink, label }) {
  const defs = svg("defs");
  const title = svg("title");
  title.textContent = label;
  const root = svg(
    "svg",
    { width: round(width), height: round(height), viewBox: `0 0 ${round(width)} ${round(height)}`, role: "img", "font-family": family, "font-size": round(size), fill: ink },
    title, defs,
  );
  const known = new Map();
  const stack = [];
  let place = { parent: root, dx: 0, dy: 0 };
  let d = "";

  const add = (tag, attributes) => {
    const node = svg(tag, attributes);
    place.parent.append(node);
    return node;
  };

  /** Names a definition by its content, so that like ones are written once. */
  const define = (prefix, tag, attributes, children) => {
    const key = JSON.stringify([tag, attributes, children]);
    let id = known.get(key);
    if (!id) {
      id = `${prefix}${known.size + 1}`;
      known.set(key, id);
      defs.append(svg(tag, { id, ...attributes }, ...children.map(([name, values]) => svg(name, values))));
    }
    return `url(#${id})`;
  };

  const gradient = ({ line: [x0, y0, x1, y1], stops }) =>
    define(
      "g",
      "linearGradient",
      { gradientUnits: "userSpaceOnUse", x1: round(x0 + place.dx), y1: round(y0), x2: round(x1 + place.dx), y2: round(y1) },
      stops.map(([offset, colour]) => {
        const { value, opacity } = parseColour(colour);
        return ["stop", { offset: String(Math.round(offset * 1000) / 1000), "stop-color": value, ...(opacity < 1 && { "stop-opacity": opacity }) }];
      }),
    );

  /** @param {"fill" | "stroke"} kind */
  const paint = (kind, style) => {
    if (style.stops) return { [kind]: gradient(style) };
    const { value, opacity } = parseColour(style);
    return { ...(kind === "fill" && value === ink ? null : { [kind]: value }), ...(opacity < 1 && { [`${kind}-opacity`]: opacity }) };
  };

  const x = (value) => round(value + place.dx);
  const y = (value) => round(value + place.dy);
  const dashes = () => (context.dash.length ? { "stroke-dasharray": context.dash.join(" ") } : null);

  const context = {
    root,
    canvas: { width, height },
    fillStyle: ink,
    strokeStyle: ink,
    lineWidth: 1,
    font: `${size}px ${family}`,
    textAlign: "left",
    textBaseline: "alphabetic",
    dash: [],

    save() {
      stack.push(place);
      place = { ...place };
    },
    restore() {
      place = stack.pop();
    },
    translate(dx, dy) {
      place.dx += dx;
      place.dy += dy;
    },
    /** Keeps what follows, until `restore`, inside the path. */
    clip() {
      place.parent = add("g", { "clip-path": define("c", "clipPath", {}, [["path", { d }]]) });
    },
    clearRect() {},
    setLineDash(dash) {
      context.dash = dash;
    },
    createLinearGradient(...line) {
      const stops = [];
      return { line, stops, addColorStop: (offset, colour) => stops.push([offset, colour]) };
    },

    beginPath() {
      d = "";
    },
    moveTo(px, py) {
      d += `M${x(px)},${y(py)}`;
    },
    lineTo(px, py) {
      d += `L${x(px)},${y(py)}`;
    },
    quadraticCurveTo(cx, cy, px, py) {
      d += `Q${x(cx)},${y(cy)} ${x(px)},${y(py)}`;
    },
    bezierCurveTo(ax, ay, bx, by, px, py) {
      d += `C${x(ax)},${y(ay)} ${x(bx)},${y(by)} ${x(px)},${y(py)}`;
    },
    closePath() {
      d += "Z";
    },
    rect(px, py, w, h) {
      d += `M${x(px)},${y(py)}h${round(w)}v${round(h)}h${round(-w)}Z`;
    },
    roundRect(px, py, w, h, radius) {
      const r = Math.min(radius, w / 2, h / 2);
      const arc = (dx, dy) => `a${round(r)},${round(r)} 0 0 1 ${round(dx)},${round(dy)}`;
      d += `M${x(px + r)},${y(py)}h${round(w - 2 * r)}${arc(r, r)}v${round(h - 2 * r)}${arc(-r, r)}`;
      d += `h${round(2 * r - w)}${arc(-r, -r)}v${round(2 * r - h)}${arc(r, -r)}Z`;
    },

    fillRect(px, py, w, h) {
      add("rect", { x: x(px), y: y(py), width: round(w), height: round(h), ...paint("fill", context.fillStyle) });
    },
    fill(path) {
      if (path) add("path", { ...shape(path), ...paint("fill", context.fillStyle) });
      else if (d) add("path", { d, ...paint("fill", context.fillStyle) });
    },
    stroke(path) {
      if (!path && !d) return;
      const thick = path ? context.lineWidth / outlineOf(path).radius : context.lineWidth;
      add("path", {
        ...(path ? shape(path) : { d }), fill: "none", ...paint("stroke", context.strokeStyle),
        ...(thick !== 1 && { "stroke-width": String(Math.round(thick * 100) / 100) }), ...dashes(),
      });
    },
    /** `room` is the width that the text has here; it keeps that width where its type is not at hand. */
    fillText(text, px, py, room) {
      const { weight, slant, pixels, type } = parseFont(context.font);
      const anchor = { center: "middle", right: "end" }[context.textAlign];
      const node = add("text", {
        x: x(px), y: y(py + (context.textBaseline === "middle" ? pixels * CORNER : 0)),
        ...(pixels !== size && { "font-size": round(pixels) }), ...(type !== family && { "font-family": type }),
        ...(weight && { "font-weight": weight }), ...(slant && { "font-style": "italic" }), ...(anchor && { "text-anchor": anchor }),
        ...(room && { textLength: round(room) }), ...paint("fill", context.fillStyle),
      });
      node.textContent = text;
    },
  };

  /** A shape of its own size, put in its place. */
  function shape(path) {
    const { name, radius } = outlineOf(path);
    return { d: SHAPES[name] ?? SHAPES.circle, transform: `translate(${x(0)} ${y(0)}) scale(${radius})` };
  }

  return context;
}

const FONT = /^(italic )?(?:(\d{3}|bold) )?([\d.]+)px (.+)$/;

function parseFont(font) {
  const found = FONT.exec(font);
  if (!found) throw new Error(`the type "${font}" is not of the form "italic 600 13px family"`);
  return { slant: Boolean(found[1]), weight: found[2], pixels: Number(found[3]), type: found[4] };
}

const RGB = /^rgba?\((\d+)[ ,]+(\d+)[ ,]+(\d+)(?:[ ,/]+([\d.]+))?\)$/;

/** Colours as every reader of SVG knows them: six digits, and the opacity by itself. */
function parseColour(colour) {
  const found = RGB.exec(colour);
  if (!found) return { value: colour, opacity: 1 };
  const digits = found.slice(1, 4).map((channel) => Number(channel).toString(16).padStart(2, "0"));
  return { value: `#${digits.join("")}`, opacity: Math.round(Number(found[4] ?? 1) * 100) / 100 };
}
