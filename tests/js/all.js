import "./chain.test.js";
import "./civil.test.js";
import "./columns.test.js";
import "./dates.test.js";
import "./edtf-parts.test.js";
import "./export.test.js";
import "./filter.test.js";
import "./keyboard.test.js";
import "./lanes.test.js";
import "./layout.test.js";
import "./pool.test.js";
import "./remote-source.test.js";
import "./shared-cases.test.js";
import "./spoken.test.js";
import "./ticks.test.js";
import "./viewport.test.js";
import { runAll } from "./harness.js";

await runAll();
document.body.append(
  ...window.__results.map(({ name, error }) => {
    const line = document.createElement("pre");
    line.textContent = `${error ? "FAILED" : "ok"}  ${name}${error ? `\n${error}` : ""}`;
    return line;
  }),
);
