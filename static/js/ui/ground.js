// A plain script, run before the first paint: the reader's own choice of ground, and a sign that scripts run.
document.documentElement.classList.add("has-scripts");
try {
  const ground = localStorage.getItem("ground");
  if (["light", "dark", "black-on-white", "white-on-black"].includes(ground)) document.documentElement.dataset.theme = ground;
} catch {
  // Storage is closed to this page; the ground then follows the device.
}

/** The browser's own bar takes the ground that was chosen; each element keeps in `media` which ground it is by itself. */
function tintBar() {
  const colours = { light: "#fbf8f2", dark: "#191714", "black-on-white": "#fff", "white-on-black": "#000" };
  const chosen = colours[document.documentElement.dataset.theme];
  for (const bar of document.querySelectorAll("meta[name=theme-color]")) {
    bar.content = chosen ?? colours[bar.media.includes("dark") ? "dark" : "light"];
  }
}

if (document.documentElement.dataset.theme) tintBar();
new MutationObserver(tintBar).observe(document.documentElement, { attributeFilter: ["data-theme"] });
