/** Presenting: keys turn the slides, which change in place so that full screen lasts; without it they are plain pages. */

const KEYS = {
  ArrowRight: "later", PageDown: "later", " ": "later", ArrowLeft: "earlier", PageUp: "earlier",
  Home: "first", End: "last", Escape: "leave",
};
const ready = new Map();
let turning = false;
let leavesFullScreen = false;

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key === " " && event.target.closest("a, button, summary")) return;
  if (event.code === "KeyF") return toggleFullScreen();
  const link = linkOf(KEYS[event.key]);
  if (!link) return;
  event.preventDefault();
  follow(link);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-full]")) return toggleFullScreen();
  const link = event.target.closest("a[data-turn]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  follow(link);
});

// The browser keeps Escape for itself in full screen; whoever presses it there wants to leave.
document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement && !leavesFullScreen) follow(linkOf("leave"));
  leavesFullScreen = false;
});

prepare();

function linkOf(turn) {
  return turn && document.querySelector(`a[data-turn="${turn}"]`);
}

/** Offers full screen where there is any, and fetches what comes next. */
function prepare() {
  document.querySelector("[data-full]").hidden = !document.fullscreenEnabled;
  for (const turn of ["later", "earlier"]) {
    const link = linkOf(turn);
    if (link) slideAt(link.href).catch(() => {});
  }
}

function slideAt(address) {
  if (!ready.has(address)) {
    if (ready.size > 20) ready.clear();
    ready.set(address, load(address));
  }
  return ready.get(address);
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.text();
}

/** @param {HTMLAnchorElement} link */
async function follow(link) {
  if (link.dataset.turn === "leave") return location.assign(link.href);
  if (turning) return undefined;
  turning = true;
  try {
    show(new DOMParser().parseFromString(await slideAt(link.href), "text/html"), link.href);
  } catch {
    location.assign(link.href);
  }
  turning = false;
  return undefined;
}

function show(page, address) {
  const turn = document.activeElement?.dataset.turn;
  document.getElementById("slide").replaceWith(page.getElementById("slide"));
  document.title = page.title;
  history.replaceState(null, "", address);
  scrollTo(0, 0);
  if (turn) (linkOf(turn) ?? document.getElementById("main")).focus();
  document.getElementById("status").textContent = document.getElementById("slide").dataset.said;
  prepare();
}

function toggleFullScreen() {
  leavesFullScreen = document.fullscreenElement !== null;
  if (leavesFullScreen) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}
