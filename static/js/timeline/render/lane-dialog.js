/** Choosing what the lanes are, and their order, without dragging. */

import { el } from "../../lib/dom.js";
import { fillTemplate } from "../../lib/timing.js";
import { iconButton } from "./icons.js";

/** More lanes cannot be read at once; the server refuses them too. */
const MOST = 8;

/**
 * @param {{answer: import("../../data/contract.js").Answer, choice: import("../../data/contract.js").LaneChoice,
 *   strings: Record<string, any>, choose: (choice: import("../../data/contract.js").LaneChoice) => void}} options
 * @returns {HTMLElement}
 */
export function laneContent({ answer, choice, strings, choose }) {
  const { countries } = answer.columns;
  const order = answer.lanes.filter((lane) => lane.kind === "country").map((lane) => countries[lane.index].code);
  let current = Array.isArray(choice) ? [...choice] : order;
  let kind = Array.isArray(choice) ? "chosen" : choice ?? "automatic";
  const list = el("ol", { class: "tl-lanes" });
  const adding = el("select", { "aria-label": strings.lanes_add });
  const chosen = el("div", { class: "tl-lanes__chosen" }, list, adding);

  const commit = (next) => {
    current = next;
    kind = "chosen";
    radios.querySelector("[value=chosen]").checked = true;
    choose(current);
    draw();
  };

  const step = (code, by) => {
    const at = current.indexOf(code);
    const next = current.filter((other) => other !== code);
    next.splice(at + by, 0, code);
    commit(next);
    const row = list.children[next.indexOf(code)];
    const buttons = [...row.querySelectorAll("button:not([disabled])")];
    (buttons.find((button) => button.dataset.by === String(by)) ?? buttons[0])?.focus();
  };

  const row = (code, at) => {
    const name = countries.find((country) => country.code === code)?.name ?? code;
    const button = (icon, by, label) => {
      const node = iconButton(icon, fillTemplate(label, { name }));
      node.dataset.by = String(by);
      node.disabled = at + by < 0 || at + by >= current.length;
      node.addEventListener("click", () => step(code, by));
      return node;
    };
    const remove = iconButton("close", fillTemplate(strings.lanes_remove, { name }));
    remove.disabled = current.length === 1;
    remove.addEventListener("click", () => {
      commit(current.filter((other) => other !== code));
      list.querySelector("button:not([disabled])")?.focus();
    });
    return el(
      "li", {},
      el("span", { class: "tl-code", text: code }), el("span", { class: "tl-name", text: name }),
      button("up", -1, strings.lanes_up), button("down", 1, strings.lanes_down), remove,
    );
  };

  function draw() {
    chosen.hidden = kind !== "chosen" && kind !== "automatic";
    list.replaceChildren(...current.map(row));
    const free = countries
      .filter((country) => !current.includes(country.code))
      .sort((a, b) => a.name.localeCompare(b.name, strings.language));
    adding.hidden = current.length >= MOST;
    adding.replaceChildren(
      el("option", { value: "", text: strings.lanes_add }),
      ...free.map((country) => el("option", { value: country.code, text: country.name })),
    );
  }

  adding.addEventListener("change", () => {
    if (adding.value) commit([...current, adding.value]);
    list.lastElementChild?.querySelector("button:not([disabled])")?.focus();
  });

  const radio = (value) => {
    const input = el("input", { type: "radio", name: "tl-lanes", value, checked: value === kind });
    input.addEventListener("change", () => {
      kind = value;
      choose(value === "automatic" ? null : value === "chosen" ? current : value);
      draw();
    });
    return el("label", {}, input, strings[`lanes_${value}`]);
  };
  const radios = el("fieldset", {}, el("legend", { text: strings.lanes_by }), ...["automatic", "chosen", "theme", "none"].map(radio));
  draw();
  return el("div", {}, radios, chosen);
}
