/** What is offered while a reader types, from the record in the browser; the twin of events/timeline_data/suggest.py. */

import { fillTemplate } from "../lib/timing.js";
import { buildColumns } from "./columns.js";
import { holding } from "./filter.js";
import { words } from "./fold.js";

const MOST = 8;
const TERMS_FIRST = 4;
const KINDS = ["country", "person", "organisation", "theme"];
const GROUP = "\n\n";
/** Levels of a find: see events/search/ranking.py. */
const NAME = 4;

/**
 * @param {object} record the parsed record file
 * @param {import("./local-source.js").Search} search
 * @returns {(text: string) => {said: string, suggestions: {label: string, note: string, url: string, query?: string, slug?: string}[]}}
 */
export function createSuggestions(record, search) {
  const columns = buildColumns(record);
  const fold = search.fold.map((text) => text.slice(0, text.lastIndexOf(GROUP)));
  const home = `/${columns.language}/`;
  const term = (kind, label, query) => ({ label, note: search.kinds[kind], query, url: `${home}?${query}` });

  return (text) => {
    const query = readQuery(text);
    if (!query.words.length) return { said: "", suggestions: [] };
    const terms = findTerms(search, query).map(([kind, key, label]) => term(kind, label, `${kind}=${key}`));
    const events = findEvents(columns, { fold, names: search.names }, query).map((i) => ({
      label: columns.title[i],
      note: columns.when[i],
      slug: columns.slug[i],
      url: `${home}events/${columns.slug[i]}/`,
    }));
    const few = [...findYears(search, query, term), ...terms.slice(0, TERMS_FIRST)];
    const room = Math.max(0, MOST - few.length - events.length);
    const suggestions = [...few, ...terms.slice(TERMS_FIRST, TERMS_FIRST + room), ...events].slice(0, MOST);
    return { said: fillTemplate(search.said, { count: suggestions.length }), suggestions };
  };
}

function readQuery(text) {
  const all = words(text);
  const marked = markedWords(text);
  return {
    words: [...new Set(all)],
    phrase: all.map((word) => ` ${word}`).join(""),
    marked: marked.join() === all.join() ? [] : marked,
  };
}

const markedWords = (text) => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function findYears({ years: [first, last] }, { words: years }, term) {
  const known = years.every((year) => /^[0-9]{4}$/.test(year) && year >= first && year <= last);
  if (years.length > 2 || !known || years[0] > years[1]) return [];
  return [term("year", years.join("–"), `from=${years[0]}&to=${years.at(-1)}`)];
}

/** @returns {[string, string, string][]} kind, key and name */
function findTerms({ terms, names }, query) {
  const found = [];
  KINDS.forEach((kind, order) => {
    terms[kind].forEach(([key, label, count], i) => {
      const text = names[kind][i];
      if (!count || !query.words.every((word) => text.includes(` ${word}`))) return;
      const apart = text.includes(query.phrase) ? 0 : 1;
      found.push([[apart, levelOf(text, query), -count, order, i], [kind, key, label]]);
    });
  });
  found.sort(([a], [b]) => compare(a, b));
  const together = found.filter(([[apart]]) => !apart);
  return (together.length ? together : found).map(([, entry]) => entry);
}

/** @returns {number[]} events by index */
function findEvents(columns, search, query) {
  const tests = query.words.map((word) => holding(columns, search, word));
  const found = [];
  for (let i = 0; i < columns.size; i += 1) {
    if (!tests.every((test) => test(i))) continue;
    const title = query.marked.length ? markedWords(columns.title[i]) : [];
    const marked = query.marked.every((word) => title.some((other) => other.startsWith(word)));
    found.push([Math.min(levelOf(search.fold[i], query), NAME), marked ? 0 : 1, columns.importance[i], i]);
  }
  return found.sort(compare).slice(0, MOST).map((entry) => entry[3]);
}

function levelOf(text, query) {
  const titles = text.split(GROUP)[0];
  if (`\n${titles}\n`.includes(`\n${query.phrase}\n`)) return 0;
  if (`\n${titles}`.includes(`\n${query.phrase}`)) return 1;
  if (titles.includes(query.phrase)) return 2;
  return query.words.every((word) => titles.includes(` ${word}`)) ? 3 : NAME;
}

function compare(a, b) {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
}
