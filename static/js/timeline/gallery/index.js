/**
 * The developers' gallery: one drawing a case, from the records in the page. It loads the modules as they are, not joined,
 * and leaves `window.gallery` for the console and for the golden pictures.
 */

import { buildColumns } from "../../data/columns.js";
import { emptyFilter } from "../../data/filter.js";
import { answer } from "../../data/local-source.js";
import { openPictureDialog } from "../export/index.js";
import { createTimeline, readLanes } from "../index.js";

const { language, strings, cases } = JSON.parse(document.getElementById("gallery-data").textContent);

/** The picture's words of a case. */
const wordsOf = (section) => ({
  title: section.querySelector(".gallery__name").textContent,
  sentence: "",
  url: new URL(`#${section.dataset.case}`, location.href).href,
});

window.gallery = { strings, cases: {} };
for (const section of document.querySelectorAll("[data-case]")) {
  const { record, lanes, window: days } = cases[section.dataset.case];
  const columns = buildColumns(record);
  const drawing = createTimeline(section.querySelector("[data-drawing]"), {
    source: { query: async (request) => answer(columns, request) },
    strings,
    language,
    view: { filter: emptyFilter(), lanes: readLanes(lanes), window: days },
    on: { picture: () => openPictureDialog(drawing, () => wordsOf(section)) },
  });
  window.gallery.cases[section.dataset.case] = { drawing, columns, lanes: readLanes(lanes), window: days };
}
