// Keys of the change form and of the lists; the line of help under the form names them.

const help = document.querySelector("[data-shortcuts]");
const form = help?.closest("form") ?? null;

/** Press one of the form's own buttons, so that its name is sent along. */
function press(name) {
  form?.querySelector(`input[type="submit"][name="${name}"]`)?.click();
}

/** Move the focus to the heading of the next or previous section. */
function step(direction) {
  const heads = [...document.querySelectorAll("#content-main .fieldset-heading, #content-main .inline-heading")];
  if (!heads.length) return;
  const above = heads.filter((head) => head.getBoundingClientRect().top < 40).length;
  const head = heads[Math.max(0, Math.min(heads.length - 1, direction > 0 ? above : above - 2))];
  head.tabIndex = -1;
  head.focus();
  head.scrollIntoView({ block: "start" });
}

const KEYS = [
  { match: (e) => command(e) && e.key.toLowerCase() === "s", act: () => press("_save") },
  { match: (e) => command(e) && e.key === "Enter", act: () => press("_continue") },
  { match: (e) => alt(e) && e.code === "KeyV", act: () => document.querySelector("[data-preview]")?.click() },
  { match: (e) => alt(e) && e.code === "KeyJ", act: () => step(1) },
  { match: (e) => alt(e) && e.code === "KeyK", act: () => step(-1) },
  { match: (e) => plain(e) && e.key === "?", act: () => help?.scrollIntoView({ block: "center" }) },
  { match: (e) => plain(e) && e.key === "/", act: () => document.getElementById("searchbar")?.focus() },
];

const command = (event) => (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
const alt = (event) => event.altKey && !event.ctrlKey && !event.metaKey;
const plain = (event) => !event.ctrlKey && !event.altKey && !event.metaKey && !isTyping(event.target);

function isTyping(target) {
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

document.addEventListener("keydown", (event) => {
  const key = KEYS.find((each) => each.match(event));
  if (!key || (command(event) && !form)) return;
  event.preventDefault();
  key.act();
});

if (help) help.hidden = false;
