/** What a screen reader says of an event: one template per language. */

import { SOURCES_DIFFER } from "../../data/contract.js";
import { listOf } from "../../data/columns.js";
import { fillTemplate } from "../../lib/timing.js";

/**
 * @param {import("../../data/contract.js").Answer} answer
 * @param {Record<string, any>} strings
 * @returns {(event: number) => string} "title; date; countries; sources differ; 12 of 214"
 */
export function createSpoken(answer, strings) {
  const { columns } = answer;
  const rank = new Map();
  const all = new Set(answer.lanes.flatMap((lane) => [...lane.marks]));
  [...all].sort((a, b) => a - b).forEach((event, i) => rank.set(event, i + 1));
  return (event) => {
    const countries = [...listOf(columns.lists.country, event)].map((i) => columns.countries[i].name);
    const parts = [columns.title[event], columns.when[event], countries.join(", ")];
    if (columns.flags[event] & SOURCES_DIFFER) parts.push(strings.sources_differ);
    // Where the record comes in windows, the place of an event among all of them is not known.
    if (!answer.covers) parts.push(fillTemplate(strings.position, { n: rank.get(event) ?? 0, count: answer.count }));
    return parts.filter(Boolean).join("; ");
  };
}

/**
 * @param {number} count
 * @param {Record<string, any>} strings
 * @returns {string} "1 event", "12 events"; "2 события", "5 событий"
 */
export const countWords = (count, strings) =>
  fillTemplate(strings[`events_${pluralOf(strings.language, count)}`] ?? strings.events_other, { count });

const rules = {};

/** @param {string} language @param {number} count @returns {string} "one", "few", "many" or "other" */
const pluralOf = (language, count) => (rules[language] ??= new Intl.PluralRules(language)).select(count);

/**
 * @param {import("../state.js").State} state @param {number} drawn events of the window
 * @param {Record<string, any>} strings
 * @returns {string} how many events the window holds, and how many of them are drawn; empty while that is being asked
 */
export function windowWords({ answer, window, limits }, drawn, strings) {
  if (!answer.covers) return countWords(drawn, strings);
  if ((answer.window ?? limits) !== window) return "";
  return drawn < answer.inside ? fillTemplate(strings.window_part, { drawn, count: answer.inside }) : countWords(drawn, strings);
}
