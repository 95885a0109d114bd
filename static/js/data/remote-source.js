/** The source that asks the server for one window after the other, for records too large to send; see docs/window.md. */

import { buildColumns } from "./columns.js";
import { LIST_PARAMETERS } from "./contract.js";
import { writeLanes } from "./filter.js";
import { createPool } from "./pool.js";
import { dayToEdtf } from "../lib/civil.js";

/** The server makes a bucket of four pixels, and takes widths up to 4096. */
const PIXELS = 4;
const WIDEST = 4096;
/** Answers kept, so that going back is free. */
const KEPT = 24;

/**
 * Its columns hold the events that came so far, but `extent` is that of the whole record. The answer and each lane also
 * have `inside`, how many of their events the window holds. A request may name the selected `event`, which then comes too.
 * A newer request cancels an older one that still runs (for a window, or for the whole record): its promise rejects
 * with an AbortError.
 * @param {string} windowUrl
 * @returns {{windowed: true, query: (request: import("./contract.js").Request) => Promise<import("./contract.js").Answer>}}
 */
export function createRemoteSource(windowUrl) {
  const pool = createPool();
  const answers = new Map();
  const vocabularies = new Map();
  const running = { whole: null, window: null };
  return {
    windowed: true,
    async query(request) {
      const kind = request.window ? "window" : "whole";
      running[kind]?.abort();
      running[kind] = null;
      const address = addressOf(windowUrl, request);
      const kept = answers.get(address);
      if (kept) return pool.take(kept);
      const abort = new AbortController();
      running[kind] = abort;
      const sent = await fetchJson(address, abort.signal);
      const vocabulary = await once(vocabularies, sent.vocabulary, () => fetchJson(sent.vocabulary));
      abort.signal.throwIfAborted();
      const answer = readAnswer(sent, vocabulary);
      answers.set(address, answer);
      if (answers.size > KEPT) answers.delete(answers.keys().next().value);
      return pool.take(answer);
    },
  };
}

/**
 * @param {string} windowUrl
 * @param {import("./contract.js").Request & {event?: string | null}} request
 * @returns {string}
 */
export function addressOf(windowUrl, { filter, window: days, width, lanes, most, event }) {
  const parameters = new URLSearchParams();
  for (const name of LIST_PARAMETERS) for (const value of filter[name]) parameters.append(name, value);
  const single = {
    from: filter.from,
    to: filter.to,
    q: filter.q.trim(),
    importance: filter.importance < 3 ? filter.importance : "",
    lanes: writeLanes(lanes) ?? "",
    event: event ?? "",
    t0: days ? dayToEdtf(Math.floor(days[0])) : "",
    t1: days ? dayToEdtf(Math.floor(days[1])) : "",
    width: Math.max(1, Math.min(WIDEST, Math.round(width) * PIXELS)),
    most: most ?? "",
  };
  for (const [name, value] of Object.entries(single)) if (value !== "") parameters.set(name, value);
  return `${windowUrl}?${parameters}`;
}

/**
 * @param {object} sent the answer as the server sends it
 * @param {object} vocabulary what its numbers stand for
 * @returns {import("./contract.js").Answer}
 */
export function readAnswer(sent, vocabulary) {
  const { events, density, relations } = sent;
  const columns = buildColumns({
    ...vocabulary,
    relations,
    events: {
      ...events,
      certain_from: events.sure_after.map((days, i) => (days === null ? null : events.earliest[i] + days)),
      certain_to: events.sure_before.map((days, i) => (days === null ? null : events.latest[i] - days)),
    },
  });
  columns.extent = [sent.from, sent.to];
  const names = namesOf(vocabulary);
  return {
    columns,
    lanes: sent.lanes.map((lane) => ({
      ...lane,
      index: names[lane.kind]?.indexOf(lane.key.slice(lane.kind.length + 1)) ?? -1,
      marks: Int32Array.from(addUp(lane.marks)),
    })),
    count: sent.count,
    total: sent.total,
    covers: sent.covers,
    inside: sent.inside,
    density: {
      from: density.from,
      to: density.to,
      all: countsOf(density.steps.all),
      kept: countsOf(density.steps.kept),
      lanes: density.steps.lanes.map(countsOf),
    },
    facets: Object.fromEntries(
      LIST_PARAMETERS.map((name) => [name, Object.fromEntries(names[name].map((value, i) => [value, sent.facets[name][i]]))]),
    ),
  };
}

const namesOf = (vocabulary) => ({
  country: vocabulary.countries.map(({ code }) => code),
  theme: vocabulary.themes.map(({ slug }) => slug),
  organisation: vocabulary.organisations,
  person: vocabulary.people,
  period: vocabulary.periods.map(({ slug }) => slug),
  source: vocabulary.sources.map(({ key }) => key),
});

/** Digits of five bits each, the lowest first; one of the latter half says that more follow. */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";

/** @param {string} text numbers as in source maps, the last bit of each its sign @returns {number[]} */
export function readNumbers(text) {
  const numbers = [];
  let number = 0;
  let scale = 1;
  for (const letter of text) {
    const digit = DIGITS.indexOf(letter);
    number += (digit % 32) * scale;
    scale *= 32;
    if (digit >= 32) continue;
    numbers.push(number % 2 ? -(number + 1) / 2 : number / 2);
    number = 0;
    scale = 1;
  }
  return numbers;
}

/** @param {number[]} steps each number as its difference from the one before */
function addUp(steps) {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

const countsOf = (text) => Uint32Array.from(addUp(readNumbers(text)));

/** Keeps the promise of the first call for a key; a failure is forgotten, so that the next call tries again. */
function once(kept, key, load) {
  if (!kept.has(key)) {
    const promise = load();
    kept.set(key, promise);
    promise.catch(() => kept.delete(key));
  }
  return kept.get(key);
}

async function fetchJson(url, signal) {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
