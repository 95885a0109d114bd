// While a long file is read or written, the page that is about to go says which stage the server has reached.

const EVERY = 800;

for (const form of document.querySelectorAll("form[data-progress]")) {
  form.addEventListener("submit", () => follow(form));
}

function follow(form) {
  const line = form.querySelector("[data-stage]");
  const token = form.elements.namedItem("token")?.value;
  line.hidden = false;
  line.textContent = form.dataset.waiting;
  const timer = setInterval(() => ask(form.dataset.progress, token, line), EVERY);
  addEventListener("pagehide", () => clearInterval(timer), { once: true });
}

async function ask(url, token, line) {
  try {
    const response = await fetch(`${url}?token=${encodeURIComponent(token)}`, { headers: { Accept: "application/json" } });
    const { stage } = await response.json();
    if (stage) line.textContent = stage;
  } catch {
    // The next question may be answered again; the request itself goes on without it.
  }
}
