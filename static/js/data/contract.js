/**
 * The contract between the drawing and a source of events. A source is `{query(request) -> Promise<Answer>}`;
 * the local one holds the whole record in the browser, the remote one asks the server for a window.
 *
 * @typedef {object} Filter the parameters of a view, as in its address
 * @property {string[]} country @property {string[]} theme @property {string[]} organisation
 * @property {string[]} person @property {string[]} period @property {string[]} source
 * @property {string} from year or EDTF, "" when unset
 * @property {string} to
 * @property {string} q
 * @property {number} importance 1..3, shows events up to this
 *
 * @typedef {null | "none" | "theme" | string[]} LaneChoice null is automatic, a list holds country codes in order
 *
 * @typedef {object} Request
 * @property {Filter} filter
 * @property {[number, number] | null} window days; null is the whole record
 * @property {number} width how many buckets the density has
 * @property {LaneChoice} lanes
 * @property {number} [most] how many lanes the automatic choice makes, beside "others"; 6 when left out
 *
 * @typedef {object} Lane
 * @property {string} key "country:CN", "theme:aid", "others" or "all"
 * @property {"country" | "theme" | "others" | "all"} kind
 * @property {number} index of the country or theme in the columns, or -1
 * @property {Int32Array} marks events by index into the columns, in time order
 * @property {number} count events of the lane, also those that a remote source left out of `marks`
 *
 * @typedef {object} Answer
 * @property {import("./columns.js").Columns} columns
 * @property {Lane[]} lanes
 * @property {number} count events that match
 * @property {number} total events of the record
 * @property {[number, number] | null} covers the window for which `marks` is whole; null is the whole record
 * @property {{from: number, to: number, all: Uint32Array, kept: Uint32Array, lanes: Uint32Array[]}} density
 *   how many events may have been going on in each bucket; bucket i holds the days from ceil(i·w/W)
 * @property {Record<string, Record<string, number>>} facets parameter → value → count, without its own parameter
 */

/** Sentinels for open or unknown ends; every comparison of days holds with them. */
export const OPEN_START = -Infinity;
export const OPEN_END = Infinity;

/** Bits of `flags` in the record. */
export const APPROXIMATE = 1;
export const UNCERTAIN = 2;
export const STARTS_OPEN = 4;
export const ENDS_OPEN = 8;
export const SOURCES_DIFFER = 16;
export const INTERVAL = 32;

/** Parameters that may repeat: OR inside one, AND between them. */
export const LIST_PARAMETERS = ["country", "theme", "organisation", "person", "period", "source"];
