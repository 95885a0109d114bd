/** Keeps drawing and list in step: the chosen row is marked, a row under pointer or focus lights its mark. */

/**
 * @param {(slug: string | null) => void} light
 * @param {AbortSignal} signal
 * @returns {{mark: (slug: string | null) => void}}
 */
export function createListSync(light, signal) {
  let chosen = null;
  const slugOf = (event) => event.target.closest?.(".event-row[data-slug]")?.dataset.slug ?? null;
  let lit = null;
  const point = (event) => {
    const slug = slugOf(event);
    if (slug !== lit) light((lit = slug));
  };
  document.addEventListener("pointerover", point, { signal });
  document.addEventListener("focusin", point, { signal });

  const mark = (slug) => {
    for (const row of document.querySelectorAll(".event-row.is-selected")) {
      if (row.dataset.slug === slug) continue;
      row.classList.remove("is-selected");
      row.removeAttribute("aria-current");
    }
    chosen = slug;
    const row = slug && rowOf(slug);
    if (!row || row.classList.contains("is-selected")) return;
    row.classList.add("is-selected");
    row.setAttribute("aria-current", "true");
  };

  const list = document.getElementById("list");
  if (list) {
    const observer = new MutationObserver(() => mark(chosen));
    observer.observe(list, { childList: true, subtree: true });
    signal.addEventListener("abort", () => observer.disconnect());
  }
  return { mark };
}

/**
 * Brings the row into view and gives its link the focus; only on an explicit wish of the reader.
 * @param {string} slug
 * @returns {boolean} whether the list as it stands holds the row
 */
export function showRow(slug) {
  const row = rowOf(slug);
  row?.scrollIntoView({ block: "center" });
  row?.querySelector("a").focus({ preventScroll: true });
  return Boolean(row);
}

const rowOf = (slug) => document.getElementById(`e-${slug}`);
