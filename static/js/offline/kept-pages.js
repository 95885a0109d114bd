/** On the page that stands for one without network: what this device has kept, by title, newest first. */

const section = document.querySelector("[data-kept-pages]");
if (section && self.caches) list(section);

async function list(element) {
  const own = new Set(JSON.parse(element.dataset.keptPages));
  const pages = new Map();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { pathname, search } = new URL(request.url);
      if (own.has(pathname) || !pathname.startsWith(`/${document.documentElement.lang}/`)) continue;
      const response = await cache.match(request, { ignoreVary: true });
      if (!response?.headers.get("Content-Type")?.startsWith("text/html")) continue;
      const { title } = new DOMParser().parseFromString(await response.text(), "text/html");
      pages.delete(pathname + search);
      pages.set(pathname + search, title.split(" · ").slice(0, -1).join(" · ") || title);
    }
  }
  if (!pages.size) return;
  element.querySelector("ul").append(...[...pages].reverse().map(link));
  element.hidden = false;
}

function link([address, title]) {
  const item = document.createElement("li");
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.textContent = title;
  item.append(anchor);
  return item;
}
