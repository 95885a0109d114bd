// Plain fields for day, month and year that write EDTF into the date field above them.

import { readDate, readInterval, writeDate, writeInterval } from "./edtf-parts.js";

const template = /** @type {HTMLTemplateElement | null} */ (document.getElementById("date-picker"));

/** Put a picker under one date field. */
function mount(input) {
  if (!template || input.dataset.picker || input.name.includes("__prefix__")) return;
  input.dataset.picker = "mounted";
  const picker = template.content.firstElementChild.cloneNode(true);
  for (const radio of picker.querySelectorAll('[type="radio"]')) radio.name = `${input.name}-picker`;
  const controller = new Picker(picker, input);
  picker.addEventListener("toggle", () => picker.open && controller.read());
  picker.addEventListener("input", (event) => controller.write(event));
  picker.addEventListener("change", (event) => controller.write(event));
  const row = input.closest(".fieldBox, .form-row");
  row.append(picker);
}

class Picker {
  #box;
  #input;

  constructor(box, input) {
    this.#box = box;
    this.#input = input;
  }

  /** Fill the fields from the text; say so when the text is of a form that they cannot hold. */
  read() {
    const text = this.#input.value.trim();
    const sides = readInterval(text);
    const date = readDate(text);
    this.#part("beyond").hidden = !text || Boolean(sides || date);
    if (!text || !(sides || date)) return;
    this.#choose(sides ? "interval" : "date");
    const [start, end] = sides ?? [{ kind: "date", parts: date }, { kind: "date", parts: null }];
    this.#fill("start", start);
    this.#fill("end", end);
    this.#show();
  }

  /** Write the text from the fields; nothing is written while there is no year. */
  write(event) {
    event.stopPropagation();
    this.#show();
    const start = this.#side("start");
    const text = this.#interval ? writeInterval(start, this.#side("end")) : writeDate(start.parts);
    if (!text || text === this.#input.value) return;
    this.#input.value = text;
    this.#input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  get #interval() {
    return this.#box.querySelector('[type="radio"]:checked').value === "interval";
  }

  #choose(value) {
    for (const radio of this.#box.querySelectorAll('[type="radio"]')) radio.checked = radio.value === value;
  }

  #show() {
    this.#part("end").hidden = !this.#interval;
    for (const side of ["start", "end"]) {
      const kind = this.#field(side, "kind");
      kind.closest("label").hidden = !this.#interval;
      const dated = !this.#interval || kind.value === "date";
      this.#part(side).querySelector("[data-dated]").hidden = !dated;
      const season = this.#field(side, "month").value > "12";
      this.#field(side, "day").disabled = !this.#field(side, "month").value || season;
    }
  }

  #side(side) {
    const value = (name) => this.#field(side, name).value.trim();
    const ticked = (name) => this.#field(side, name).checked;
    return {
      kind: value("kind"),
      parts: {
        year: value("year"),
        unit: value("unit"),
        month: value("month"),
        day: value("day"),
        before: ticked("before"),
        about: ticked("about"),
        unsure: ticked("unsure"),
      },
    };
  }

  #fill(side, { kind, parts }) {
    this.#field(side, "kind").value = kind;
    for (const [name, value] of Object.entries(parts ?? {})) {
      const field = this.#field(side, name);
      if (field.type === "checkbox") field.checked = Boolean(value);
      else field.value = String(value);
    }
  }

  #part(name) {
    return this.#box.querySelector(`[data-part="${name}"]`);
  }

  #field(side, name) {
    return this.#part(side).querySelector(`[data-field="${name}"]`);
  }
}

const mountAll = (root) => root.querySelectorAll("[data-date-preview]").forEach(mount);

mountAll(document);
// Rows that are added to a list get theirs, too.
document.addEventListener("formset:added", (event) => mountAll(event.target));
