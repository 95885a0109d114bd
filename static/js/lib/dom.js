/** Small helpers around the DOM: building, pooling, and writing only what changed. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null>} [attributes] `text` sets the text content
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...Node} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    if (name === "text") node.textContent = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children);
  return node;
}

const written = new WeakMap();

function changed(node, key, value) {
  let values = written.get(node);
  if (!values) written.set(node, (values = new Map()));
  if (values.get(key) === value) return false;
  values.set(key, value);
  return true;
}

/** @param {Element} node @param {string} name @param {string | null} value */
export function setAttribute(node, name, value) {
  if (!changed(node, name, value)) return;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
}

/** @param {HTMLElement} node @param {string} property a CSS property in script spelling @param {string} value */
export function setStyle(node, property, value) {
  if (changed(node, property, value)) node.style[property] = value;
}

/** @param {HTMLElement} node @param {number} x @param {number} y */
export function moveTo(node, x, y) {
  setStyle(node, "transform", `translate(${Math.round(x * 2) / 2}px, ${Math.round(y)}px)`);
}

/** @param {Element} node @param {string} text */
export function setText(node, text) {
  if (changed(node, "#text", text)) node.textContent = text;
}

/** @param {Element} node @param {string} name @param {boolean} on */
export function setClass(node, name, on) {
  if (changed(node, `.${name}`, on)) node.classList.toggle(name, on);
}

/**
 * A pool of like nodes: `begin`, then `take(key)` for each wanted one, then `end` hides the rest.
 * A key keeps its node from frame to frame, so that focus stays where it is.
 * @param {HTMLElement} parent
 * @param {() => HTMLElement} create
 */
export function createPool(parent, create) {
  const used = new Map();
  const free = [];
  let stamp = 0;
  return {
    begin() {
      stamp += 1;
    },
    /** @param {number | string} key @returns {{node: HTMLElement, fresh: boolean}} */
    take(key) {
      let entry = used.get(key);
      const fresh = !entry;
      if (!entry) {
        entry = free.pop() ?? { node: create() };
        used.set(key, entry);
        if (entry.node.parentNode !== parent) parent.append(entry.node);
        setStyle(entry.node, "visibility", "");
      }
      entry.stamp = stamp;
      entry.fresh = fresh;
      return entry;
    },
    get: (key) => used.get(key)?.node ?? null,
    end() {
      for (const [key, entry] of used) {
        if (entry.stamp === stamp) continue;
        used.delete(key);
        setStyle(entry.node, "visibility", "hidden");
        free.push(entry);
      }
    },
    /** Forgets which node shows what, so that every node is written anew. */
    clear() {
      for (const entry of used.values()) {
        setStyle(entry.node, "visibility", "hidden");
        free.push(entry);
      }
      used.clear();
    },
    get size() {
      return used.size + free.length;
    },
  };
}
