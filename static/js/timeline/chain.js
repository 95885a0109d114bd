/** What led to an event and what it led to, two steps each way, from the typed relations of the record. */

/** Kinds whose second event is the later one; of the others the first answers, confirms or ends the second. */
const FORWARD = new Set(["led_to", "followed_by"]);
const WHOLE = "part_of";
const STEPS = 2;

/**
 * @typedef {object} Link
 * @property {number} event at the far end @property {number} near the event that it hangs on
 * @property {string} kind @property {boolean} outward whether `near` is the first event of the relation
 * @property {boolean} debated @property {boolean} back whether `event` is the cause
 * @property {number} step 1 or 2 @property {Link[]} links of the next step
 *
 * @param {import("../data/columns.js").Columns} columns
 * @param {number} event
 * @returns {{back: Link[], on: Link[], whole: Link[]}} causes, effects, and what it is part of or holds; in time order,
 *   each event once in each
 */
export function chainOf(columns, event) {
  const { from, to, kind, status } = columns.relations;
  const touching = (near) => {
    const found = [];
    for (let i = 0; i < from.length; i += 1) if (from[i] === near || to[i] === near) found.push(i);
    return found;
  };
  const link = (i, near, back, step) => {
    const outward = from[i] === near;
    return { event: outward ? to[i] : from[i], near, kind: kind[i], outward, debated: Boolean(status[i]), back, step, links: [] };
  };
  const inTime = (links) => links.sort((a, b) => columns.earliest[a.event] - columns.earliest[b.event] || a.event - b.event);

  const follow = (back) => {
    const seen = new Set([event]);
    let ends = [{ event, links: [] }];
    const [root] = ends;
    for (let step = 1; step <= STEPS; step += 1) {
      const next = [];
      for (const end of ends) {
        for (const i of touching(end.event)) {
          if (kind[i] === WHOLE) continue;
          const causes = FORWARD.has(kind[i]) === (to[i] === end.event);
          const found = link(i, end.event, back, step);
          if (causes !== back || seen.has(found.event)) continue;
          seen.add(found.event);
          end.links.push(found);
          next.push(found);
        }
        inTime(end.links);
      }
      ends = next;
    }
    return root.links;
  };
  const whole = touching(event).filter((i) => kind[i] === WHOLE).map((i) => link(i, event, false, 1));
  return { back: follow(true), on: follow(false), whole: inTime(whole) };
}

/** @param {{back: Link[], on: Link[]}} chain @returns {Link[]} every link that is drawn, nearest first */
export function flatten({ back, on }) {
  const near = [...back, ...on];
  return [...near, ...near.flatMap(({ links }) => links)];
}
