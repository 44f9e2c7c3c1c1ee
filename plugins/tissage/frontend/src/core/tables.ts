// What is shown, as a spreadsheet and as data.
import { type Listing, valuesOf } from "./listing.ts";
import type { Row } from "./texts.ts";

/** What a spreadsheet would run as a formula. */
const FORMULA = /^ *[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet runs, with its quotes. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The sheets of these numbers as CSV: title, summary, address, then their values in each facet.
 *
 * Like the site’s own catalogue.csv: a byte-order mark for accents, semicolons between columns. `first` names the
 * first three columns; `resolve` makes an address whole.
 */
export function toCsv(
  sheets: readonly number[],
  rows: readonly Row[],
  listing: Listing,
  first: readonly [string, string, string],
  resolve: (address: string) => string,
): string {
  const lines = sheets.map((sheet) => {
    const [, title = "", summary = "", address = ""] = rows[sheet] ?? [];
    const values = listing.facets.map((facet) => valuesOf(facet, sheet).map((value) => value.label).join(" | "));
    return [title, summary, resolve(address), ...values];
  });
  const table = [[...first, ...listing.facets.map((facet) => facet.label)], ...lines];
  return `\ufeff${table.map((line) => line.map(cell).join(";")).join("\r\n")}\r\n`;
}

/** The same as JSON: for each sheet its id, title, summary, address, and the slugs of its values by facet. */
export function toJson(
  sheets: readonly number[],
  rows: readonly Row[],
  listing: Listing,
  resolve: (address: string) => string,
): string {
  const listed = sheets.map((sheet) => {
    const [id = "", title = "", summary = "", address = ""] = rows[sheet] ?? [];
    const values = listing.facets.map((facet) => [facet.name, valuesOf(facet, sheet).map((value) => value.slug)]);
    return { id, title, summary, url: resolve(address), facets: Object.fromEntries(values) };
  });
  return `${JSON.stringify({ version: 1, sheets: listed }, null, 2)}\n`;
}
