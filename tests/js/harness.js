/** The smallest test harness: `test(name, run)`, a few assertions, results in `window.__results`. */

const tests = [];

/** @param {string} name @param {() => void | Promise<void>} run */
export const test = (name, run) => tests.push({ name, run });

const show = (value) => JSON.stringify(value, (_, v) => (ArrayBuffer.isView(v) ? [...v] : v === undefined ? "undefined" : v));

/** @param {unknown} value @param {string} [message] */
export function ok(value, message = "expected something true") {
  if (!value) throw new Error(message);
}

/** @param {unknown} actual @param {unknown} expected @param {string} [message] */
export function equal(actual, expected, message = "") {
  if (show(actual) !== show(expected)) throw new Error(`${message} got ${show(actual)}, expected ${show(expected)}`);
}

/** @param {number} actual @param {number} expected @param {number} [within] */
export function close(actual, expected, within = 1e-6) {
  if (!(Math.abs(actual - expected) <= within)) throw new Error(`got ${actual}, expected ${expected} within ${within}`);
}

/** Runs all tests, one after the other. */
export async function runAll() {
  const results = [];
  for (const { name, run } of tests) {
    try {
      await run();
      results.push({ name, error: null });
    } catch (error) {
      results.push({ name, error: `${error.message}\n${error.stack}` });
    }
  }
  window.__results = results;
}
