/** The shapes that tell countries apart beside colour and code, as SVG path data around 0,0 with a radius near 1. */

const polygon = (corners, turn, radius = 1.1) => {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / corners;
    const r = Array.isArray(radius) ? radius[i % radius.length] : radius;
    return `${(r * Math.cos(angle)).toFixed(3)},${(r * Math.sin(angle)).toFixed(3)}`;
  });
  return `M${points.join("L")}Z`;
};

const UP = -Math.PI / 2;
const ARM = 0.38;

/** @type {Record<string, string>} */
export const SHAPES = {
  circle: "M1,0A1,1 0 1 1 -1,0A1,1 0 1 1 1,0Z",
  square: "M-.88,-.88H.88V.88H-.88Z",
  diamond: polygon(4, UP, 1.2),
  triangle: polygon(3, UP, 1.25),
  triangle_down: polygon(3, -UP, 1.25),
  pentagon: polygon(5, UP, 1.12),
  star: polygon(10, UP, [1.3, 0.58]),
  cross: `M-${ARM},-1.1H${ARM}V-${ARM}H1.1V${ARM}H${ARM}V1.1H-${ARM}V${ARM}H-1.1V-${ARM}H-${ARM}Z`,
};

const paths = new Map();
const outlines = new WeakMap();

/** @param {string} name @param {number} radius @returns {Path2D} */
export function shapePath(name, radius) {
  const key = `${name} ${radius}`;
  let path = paths.get(key);
  if (!path) {
    path = new Path2D();
    path.addPath(new Path2D(SHAPES[name] ?? SHAPES.circle), new DOMMatrix([radius, 0, 0, radius, 0, 0]));
    paths.set(key, path);
    outlines.set(path, { name, radius });
  }
  return path;
}

/** @param {Path2D} path of `shapePath` @returns {{name: string, radius: number}} what it was made from */
export const outlineOf = (path) => outlines.get(path);
