/** An SVG tree as text: one element a line, so that two pictures can be compared line by line. */

const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign]);

/**
 * @param {SVGElement} root
 * @returns {string} a whole file
 */
export function writeSvg(root) {
  return `${element(root, ' xmlns="http://www.w3.org/2000/svg"')}\n`;
}

function element(node, extra = "") {
  const name = node.localName;
  const attributes = [...node.attributes].map(({ name: key, value }) => ` ${key}="${escape(value)}"`).join("");
  const open = `<${name}${extra}${attributes}`;
  if (node.children.length) return `${open}>\n${[...node.children].map((child) => element(child)).join("\n")}\n</${name}>`;
  return node.textContent ? `${open}>${escape(node.textContent)}</${name}>` : `${open}/>`;
}
