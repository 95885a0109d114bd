// A plain script, run before the first paint: the reader's own choice of ground, and a sign that scripts run.
document.documentElement.classList.add("has-scripts");
try {
  const ground = localStorage.getItem("ground");
  if (["light", "dark", "black-on-white", "white-on-black"].includes(ground)) document.documentElement.dataset.theme = ground;
} catch {
  // Storage is closed to this page; the ground then follows the device.
}
