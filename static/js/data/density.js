/** How many events may have been going on in each bucket of a stretch of days. */

/**
 * Bucket i holds the days from + ceil(i·w/W) up to the next edge; w days in W buckets.
 * @param {{earliest: Float64Array, latest: Float64Array}} columns
 * @param {Iterable<number>} events
 * @param {number} from first day
 * @param {number} to last day
 * @param {number} buckets
 * @returns {Uint32Array}
 */
export function density({ earliest, latest }, events, from, to, buckets) {
  const days = to - from + 1;
  const change = new Int32Array(buckets + 1);
  const bucketOf = (day) => Math.floor(((day - from) * buckets) / days);
  for (const event of events) {
    if (latest[event] < from || earliest[event] > to) continue;
    change[bucketOf(Math.max(earliest[event], from))] += 1;
    change[bucketOf(Math.min(latest[event], to)) + 1] -= 1;
  }
  const counts = new Uint32Array(buckets);
  let going = 0;
  for (let i = 0; i < buckets; i += 1) {
    going += change[i];
    counts[i] = going;
  }
  return counts;
}
