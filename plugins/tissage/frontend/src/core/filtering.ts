// Which sheets the chosen values leave, and how many each other value would.
import type { Facet, Listing } from "./listing.ts";

/** The slugs chosen in each facet, by its name. */
export type Chosen = ReadonlyMap<string, ReadonlySet<string>>;

export interface Narrowed {
  /** The numbers of the sheets that are left, in the order of their titles. */
  readonly sheets: readonly number[];
  /** For each facet and value, how many sheets it gives with the other facets as they are chosen. */
  readonly counts: readonly Uint32Array[];
}

/**
 * Narrow a listing: several values of a facet mean “or”, facets among them “and”.
 *
 * `found` are the sheets that a text query found; null where nothing is looked for. A sheet that fails in one facet
 * alone counts in that facet: taking its values in would bring it back. One pass over the sheets.
 */
export function narrow(listing: Listing, chosen: Chosen, found: ReadonlySet<number> | null = null): Narrowed {
  const wanted = listing.facets.map((facet) => wantedNumbers(facet, chosen.get(facet.name)));
  const counts = listing.facets.map((facet) => new Uint32Array(facet.values.length));
  const sheets: number[] = [];
  for (let sheet = 0; sheet < listing.size; sheet += 1) {
    if (found && !found.has(sheet)) continue;
    const failed = failures(listing, wanted, sheet);
    if (failed === SEVERAL) continue;
    if (failed === NONE) sheets.push(sheet);
    listing.facets.forEach((facet, number) => {
      if (failed === NONE || failed === number) count(facet, sheet, counts[number]);
    });
  }
  return { sheets, counts };
}

const NONE = -1;
const SEVERAL = -2;

/** The facet that a sheet fails in, `NONE`, or `SEVERAL`. */
function failures(listing: Listing, wanted: readonly (Uint8Array | null)[], sheet: number): number {
  let failed = NONE;
  for (let number = 0; number < wanted.length; number += 1) {
    const marks = wanted[number];
    const facet = listing.facets[number];
    if (marks && facet && !holds(facet, sheet, marks)) {
      if (failed !== NONE) return SEVERAL;
      failed = number;
    }
  }
  return failed;
}

function wantedNumbers(facet: Facet, slugs: ReadonlySet<string> | undefined): Uint8Array | null {
  if (!slugs?.size) return null;
  const marks = new Uint8Array(facet.values.length);
  for (const slug of slugs) marks[facet.numbers.get(slug) ?? -1] = 1;
  return marks;
}

function holds(facet: Facet, sheet: number, marks: Uint8Array): boolean {
  const end = facet.starts[sheet + 1] ?? 0;
  for (let at = facet.starts[sheet] ?? 0; at < end; at += 1) {
    if (marks[facet.held[at] ?? 0]) return true;
  }
  return false;
}

function count(facet: Facet, sheet: number, counts: Uint32Array | undefined): void {
  const end = facet.starts[sheet + 1] ?? 0;
  for (let at = facet.starts[sheet] ?? 0; counts && at < end; at += 1) {
    const value = facet.held[at] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
}
