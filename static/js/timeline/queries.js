/** Asks the source: once for each view and, where the record comes in windows, again when a move has come to rest. */

const BUCKETS = 240;
/** Marks of a lane that are kept while the window moves; beyond it only those of the newest answer stay. */
const MOST = 2000;

/**
 * @param {{query: (request: object) => Promise<object>, windowed?: boolean}} source
 * @param {{wanted: () => object, accept: (answer: object) => void, fail: (error: Error) => void, signal: AbortSignal}} view
 *   `wanted` gives filter, lanes, most and event of a request
 */
export function createQueries(source, { wanted, accept, fail, signal }) {
  let asked = 0;
  let last = null;

  /** Hands over what a newer wish of the reader has not overtaken. */
  async function query(days, take) {
    const ticket = asked;
    const overtaken = () => ticket !== asked || signal.aborted;
    try {
      const answer = await source.query({ ...wanted(), window: days, width: BUCKETS });
      if (!overtaken()) take(answer);
    } catch (error) {
      if (!overtaken() && error.name !== "AbortError") fail(error);
    }
  }

  return {
    ask() {
      asked += 1;
      return query(null, (answer) => accept((last = answer)));
    },
    /** @param {[number, number] | null} days first and last day shown @param {[number, number]} window as the drawing holds it */
    askWindow(days, window) {
      if (!source.windowed || !last) return null;
      return query(days, (answer) => {
        const continues = last.columns === answer.columns;
        const lanes = continues ? joinLanes(last, answer, MOST) : answer.lanes;
        accept((last = { ...answer, lanes, continues, window }));
      });
    },
  };
}

/**
 * Joins the marks of an answer with those of the one before, of the same view, so that none vanishes while the window moves.
 * @param {import("../data/contract.js").Answer} before @param {import("../data/contract.js").Answer} after over the same columns
 * @param {number} most
 * @returns {import("../data/contract.js").Lane[]}
 */
export function joinLanes({ lanes: before }, { columns: { earliest }, lanes }, most) {
  return lanes.map((lane, i) => {
    const marks = [...new Set([...before[i].marks, ...lane.marks])];
    if (marks.length > most) return lane;
    return { ...lane, marks: Int32Array.from(marks.sort((a, b) => earliest[a] - earliest[b] || a - b)) };
  });
}
