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

/** What a sheet fails in: nothing, one facet (its number), or several. */
const NOTHING = -1;
const SEVERAL = -2;

/**
 * Narrow a listing: several values of a facet mean “or”, facets among them “and”.
 *
 * `found` are the sheets that a text query found; null where nothing is looked for. A sheet that fails in one facet
 * alone counts in that facet: taking its values in would bring it back. One pass over the sheets for each facet: short
 * loops over numbers are what browsers run fastest.
 */
export function narrow(listing: Listing, chosen: Chosen, found: ReadonlySet<number> | null = null): Narrowed {
  const failed = new Int16Array(listing.size).fill(found ? SEVERAL : NOTHING);
  for (const sheet of found ?? []) failed[sheet] = NOTHING;
  listing.facets.forEach((facet, number) => {
    const slugs = chosen.get(facet.name);
    if (slugs?.size) fail(facet, number, slugs, failed);
  });
  const sheets: number[] = [];
  for (let sheet = 0; sheet < listing.size; sheet += 1) {
    if (failed[sheet] === NOTHING) sheets.push(sheet);
  }
  return { sheets, counts: listing.facets.map((facet, number) => count(facet, number, failed)) };
}

/** Note the sheets that have none of these values. */
function fail({ values, numbers, starts, held }: Facet, number: number, slugs: ReadonlySet<string>, failed: Int16Array): void {
  const wanted = new Uint8Array(values.length);
  for (const slug of slugs) wanted[numbers.get(slug) ?? -1] = 1;
  for (let sheet = 0; sheet < failed.length; sheet += 1) {
    let at = starts[sheet] ?? 0;
    const end = starts[sheet + 1] ?? 0;
    while (at < end && !wanted[held[at] ?? 0]) at += 1;
    if (at === end) failed[sheet] = failed[sheet] === NOTHING ? number : SEVERAL;
  }
}

/** How many sheets have each value, of those that fail nowhere or in this facet alone. */
function count({ values, starts, held }: Facet, number: number, failed: Int16Array): Uint32Array {
  const counts = new Uint32Array(values.length);
  for (let sheet = 0; sheet < failed.length; sheet += 1) {
    if (failed[sheet] !== NOTHING && failed[sheet] !== number) continue;
    const end = starts[sheet + 1] ?? 0;
    for (let at = starts[sheet] ?? 0; at < end; at += 1) {
      const value = held[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return counts;
}
