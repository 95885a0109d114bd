/**
 * Keeps what a reader has opened, so that it opens again without network; ADR 0014 says what is kept and how long.
 * A plain script: the server writes `const SITE = {release, files, offline, presentation};` above it.
 */

const PREFIX = "site-";
const CURRENT = PREFIX + SITE.release;
/** The most that one release keeps, oldest visit first out; a page is about 60 kB unpacked. */
const MOST = { pages: 60, files: 150 };
/** Milliseconds that a slow network may take before the kept page is shown; what comes later is kept for the next time. */
const PATIENCE = 3000;
const ANY = { ignoreVary: true };

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => event.waitUntil(Promise.allSettled(event.data.keep.map(keep))));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || isOutside(url)) return;
  event.respondWith(isFile(url) ? answerFile(event, url) : answerPage(event, url));
});

async function install() {
  const cache = await caches.open(CURRENT);
  await cache.addAll([...SITE.files, ...Object.values(SITE.offline)]);
  // Pages come from the network first and files are named by their content, so no open page can meet a wrong file.
  await skipWaiting();
}

/** The release before stays: pages kept under it still need its files. */
async function activate() {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CURRENT);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

/** Editing and programs always speak with the server itself. */
function isOutside(url) {
  return url.origin !== location.origin || /^\/(admin|api)(\/|$)/.test(url.pathname) || url.pathname === location.pathname;
}

/** Whether the address names its content, so that a kept copy is never out of date. */
function isFile(url) {
  return /^\/(static|media)\//.test(url.pathname) || /\.[0-9a-f]{12,}\.json$/.test(url.pathname);
}

async function answerFile(event, url) {
  const copy = await kept(url);
  if (copy) return copy;
  const response = await fetch(event.request);
  event.waitUntil(store(url, response));
  return response;
}

async function answerPage(event, url) {
  const fetched = fetch(event.request);
  // Stored before the page reads it, and also when the reader was answered long ago.
  event.waitUntil(fetched.then((response) => store(url, response)).catch(() => {}));
  const copy = await kept(url);
  if (copy) {
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, copy));
    return Promise.race([late, fetched.then((response) => (response.status < 500 ? response : copy), () => copy)]);
  }
  if (event.request.mode !== "navigate") return fetched;
  return fetched.catch(() => offlinePage(url));
}

async function offlinePage(url) {
  const languages = Object.keys(SITE.offline);
  const language = [url.pathname.split("/")[1], ...navigator.languages.map((name) => name.slice(0, 2))].find((name) => languages.includes(name));
  return (await kept(new URL(SITE.offline[language ?? languages[0]], location.origin))) ?? Response.error();
}

async function kept(url) {
  const key = keyOf(url);
  return (await (await caches.open(CURRENT)).match(key, ANY)) ?? caches.match(key, ANY);
}

/** The address without what scripts alone read: a view is one page wherever its window stands. */
function keyOf(url) {
  const key = new URL(url);
  key.hash = "";
  for (const name of SITE.presentation) key.searchParams.delete(name);
  return key.href;
}

/** Keeps an address that was opened before this worker ran. */
async function keep(address) {
  const url = new URL(address, location.origin);
  if (isOutside(url) || (await kept(url))) return;
  await store(url, await fetch(url));
}

async function store(url, response) {
  const copy = mayKeep(url, response) ? response.clone() : null;
  const cache = await caches.open(CURRENT);
  if (copy) {
    await cache.put(keyOf(url), copy);
    await trim(cache);
  } else if (!isFile(url) && (response.type === "opaqueredirect" || [301, 404, 410].includes(response.status))) {
    // Withdrawn or moved: the copy would say otherwise.
    for (const name of await caches.keys()) await (await caches.open(name)).delete(keyOf(url), ANY);
  }
}

/** Only whole public answers: forms say no-store, and whatever depends on a cookie says so in Vary. */
function mayKeep(url, response) {
  const says = (name) => response.headers.get(name) ?? "";
  if (response.status !== 200 || response.type !== "basic" || response.redirected) return false;
  if (/no-store|private/.test(says("Cache-Control")) || /cookie|\*/i.test(says("Vary"))) return false;
  return isFile(url) ? says("Cache-Control").includes("immutable") : says("Content-Type").startsWith("text/html");
}

async function trim(cache) {
  const fixed = new Set([...SITE.files, ...Object.values(SITE.offline)]);
  const free = (await cache.keys()).map((request) => new URL(request.url)).filter((url) => !fixed.has(url.pathname));
  const pages = free.filter((url) => !isFile(url));
  const files = free.filter(isFile);
  const over = [...pages.slice(0, -MOST.pages), ...files.slice(0, -MOST.files)];
  await Promise.all(over.map((url) => cache.delete(url.href, ANY)));
}
