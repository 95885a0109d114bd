/** What scripts add to the pages: a choice of ground everywhere; on the timeline the drawing and a filter that acts at once. */

const page = document.documentElement;

/** What the page does with a suggestion that was chosen; elsewhere than on the timeline its address is opened. */
let choose;

offerGround();
keepSheetOpen();
keepForOffline();
const section = document.querySelector("[data-timeline]");
if (section) startTimeline(section);
const shared = document.querySelector("[data-share]");
if (shared) import("./ui/share.js").then(({ offerCopies }) => offerCopies(shared));
const field = document.querySelector("[data-suggest]");
field?.addEventListener("focus", suggest, { once: true });
if (field === document.activeElement) suggest();

/** Loads the suggestions of the search field at its first use. */
async function suggest() {
  (await import("./ui/suggest.js")).offerSuggestions(field, choose);
}

/** Shows the choice of ground; it stays on this device, and without one the ground follows the device. */
function offerGround() {
  const choice = document.querySelector("[data-ground-choice]");
  if (!choice) return;
  choice.parentElement.hidden = false;
  choice.value = page.dataset.theme ?? "";
  choice.addEventListener("change", () => {
    if (choice.value) page.dataset.theme = choice.value;
    else delete page.dataset.theme;
    try {
      localStorage.setItem("ground", choice.value);
    } catch {
      // Storage is closed: the choice lasts until the next page.
    }
  });
}

/** Opens the filters on wide screens where the style sheet alone cannot. */
function keepSheetOpen() {
  const sheet = document.getElementById("sheet");
  const wide = matchMedia("(min-width: 64rem)");
  if (!sheet || CSS.supports("selector(::details-content)")) return;
  const fit = () => {
    if (wide.matches) sheet.open = true;
  };
  fit();
  wide.addEventListener("change", fit);
}

/** Once all is quiet, a worker keeps what was opened, so that it opens again without network (ADR 0014). */
function keepForOffline() {
  const { worker } = document.body.dataset;
  if (!worker || !navigator.serviceWorker || window !== top) return;
  const start = async () => {
    try {
      await navigator.serviceWorker.register(worker);
      const { active } = await navigator.serviceWorker.ready;
      const searchUrl = navigator.connection?.saveData ? null : section?.dataset.searchUrl;
      const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
      active.postMessage({ keep: [location.href, ...loaded, searchUrl].filter(Boolean) });
    } catch {
      // Storage is closed to this page: it then needs the network.
    }
  };
  // A class shares one line: whoever is first leaves it to the others for a while.
  const wait = () => setTimeout(() => (window.requestIdleCallback ?? setTimeout)(start), 3000 + 3000 * Math.random());
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait, { once: true });
}

/** @param {HTMLElement} element the section that the drawing mounts in */
async function startTimeline(element) {
  const live = once(async () => (await import("./ui/live-filter.js")).createLiveFilter(await drawing));
  const drawing = mountDrawing(element, async (slug) => (await live()).turnTo(slug));
  const form = document.getElementById("facets");
  // In the frame of another page there is nothing to filter with.
  if (!form) return;
  choose = async (item) => (await live()).choose(item);
  page.classList.add("is-live");
  document.addEventListener("change", (event) => {
    if (event.target.form === form) live().then((filter) => filter.submit());
  });
  document.addEventListener("input", (event) => {
    if (event.target.form === form && event.target.type === "search") live().then((filter) => filter.typed());
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== form) return;
    event.preventDefault();
    live().then((filter) => filter.submit({ leaveSheet: true }));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-view-link]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    live().then((filter) => filter.follow(link));
  });
  shareLink().addEventListener("click", async (event) => {
    event.preventDefault();
    (await import("./ui/address.js")).settle();
    (await import("./ui/share.js")).openShareDialog(shareLink().href);
  });
  addEventListener("popstate", () => live().then((filter) => filter.restore()));
  drawing.then(offerFirstSteps);
}

/** First steps, for a reader who has not closed them yet; not in a frame of another page, nor where that cannot be kept. */
async function offerFirstSteps() {
  const template = document.getElementById("first-visit");
  try {
    if (!template || self !== top || localStorage.getItem("first-visit")) return;
  } catch {
    return;
  }
  (await import("./ui/first-visit.js")).showFirstVisit(template);
}

/**
 * The drawing with the view that the address holds; null when it cannot be drawn, the list then stands alone.
 * @param {HTMLElement} element @param {(slug: string) => Promise<void>} turnTo turns the list to the page with an event
 */
async function mountDrawing(element, turnTo) {
  try {
    const lib = await import("./timeline/index.js");
    const { recordUrl, searchUrl, windowUrl, language } = element.dataset;
    const remote = async () => (await import("./data/remote-source.js")).createRemoteSource(windowUrl);
    const keep = async (values) => (await import("./ui/address.js")).keep(values);
    const pictures = once(() => import("./timeline/export/index.js"));
    const edtf = (day) => (day === null ? "" : lib.dayToEdtf(day));
    const drawing = lib.createTimeline(element, {
      source: windowUrl ? await remote() : lib.createLocalSource(recordUrl, searchUrl),
      strings: JSON.parse(document.getElementById("timeline-strings").textContent),
      language,
      view: viewOf(lib, new URLSearchParams(location.search)),
      on: {
        answer: () => showDrawn(element),
        error: () => showDrawn(element),
        select: (slug) => keep({ event: slug ?? "" }),
        window: (t0, t1) => keep({ t0: edtf(t0), t1: edtf(t1 ?? null) }),
        lanes: (choice) => keep({ lanes: lib.writeLanes(choice) ?? "" }),
        open: async (slug) => {
          await turnTo(slug);
          lib.showRow(slug);
        },
        picture: async () => (await pictures()).openPictureDialog(drawing, pageWords),
        share: shareLink() && (() => shareLink().click()),
      },
    });
    printWell(drawing, pictures);
    return { drawing, viewOf: (parameters) => viewOf(lib, parameters) };
  } catch (error) {
    showDrawn(element);
    console.warn("The drawing could not be loaded; the list below holds the same events.", error);
    return null;
  }
}

/** The way to the page that hands the view on. */
function shareLink() {
  return document.querySelector("a[data-share-link]");
}

/** Gives up the room that was kept free for the first picture, once that picture stands; nothing on the page jumps. */
function showDrawn(element) {
  requestAnimationFrame(() => requestAnimationFrame(() => element.classList.add("is-drawn")));
}

/** Printing cannot wait for a file, so what it needs comes with the reader's first move on the page. */
function printWell(drawing, pictures) {
  const moves = new AbortController();
  const prepare = async () => {
    moves.abort();
    (await pictures()).enablePrint(drawing, pageWords);
  };
  for (const move of ["pointermove", "pointerdown", "keydown"]) {
    addEventListener(move, prepare, { signal: moves.signal, passive: true });
  }
}

/** What a picture says of the page that it comes from. */
function pageWords() {
  return {
    title: document.querySelector("h1").textContent,
    sentence: document.getElementById("sentence").textContent,
    url: decodeURI(location.href),
  };
}

/** Reads the parameters of an address into the words of the drawing. */
function viewOf(lib, parameters) {
  const [t0, t1] = ["t0", "t1"].map((name) => lib.parseBounds(parameters.get(name) ?? ""));
  return {
    filter: lib.readFilter(parameters),
    lanes: lib.readLanes(parameters.get("lanes")),
    window: t0 && t1 ? [t0[0], t1[1]] : null,
    selected: parameters.get("event"),
    periodisation: parameters.get("periods"),
  };
}

/** Runs a task the first time it is asked for, and hands its result to every later caller. */
function once(task) {
  let result;
  return () => (result ??= task());
}
