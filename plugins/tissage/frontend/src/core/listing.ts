// The facets of a catalogue, as the site publishes them and as the filter wants them.

/** What `<index>.facets.js` brings. `held` has the sheets parted by commas, the numbers of their values by spaces. */
export interface ListingData {
  readonly size: number;
  readonly facets: readonly FacetData[];
}

export interface FacetData {
  readonly name: string;
  readonly label: string;
  /** Slug, label, and the number of the value that holds this one (-1: none). */
  readonly values: readonly (readonly [slug: string, label: string, parent: number])[];
  readonly held: string;
}

export interface Value {
  readonly slug: string;
  readonly label: string;
  readonly parent: number;
  /** How many values hold this one. */
  readonly depth: number;
}

/** A facet; the values of sheet `s`, and those that hold them, are `held[starts[s]]` to `held[starts[s + 1] - 1]`. */
export interface Facet {
  readonly name: string;
  readonly label: string;
  readonly values: readonly Value[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly held: Uint32Array;
}

/** A catalogue of `size` sheets, numbered from 0 in the order of their titles. */
export interface Listing {
  readonly size: number;
  readonly facets: readonly Facet[];
}

/** The listing that published data describes. */
export function decode(data: ListingData): Listing {
  return { size: data.size, facets: data.facets.map((facet) => decodeFacet(facet, data.size)) };
}

function decodeFacet(data: FacetData, size: number): Facet {
  const values: Value[] = [];
  for (const [slug, label, parent] of data.values) {
    values.push({ slug, label, parent, depth: parent < 0 ? 0 : (values[parent]?.depth ?? 0) + 1 });
  }
  const starts = new Uint32Array(size + 1);
  const held: number[] = [];
  data.held.split(",").forEach((written, sheet) => {
    const begin = held.length;
    for (const number of written === "" ? [] : written.split(" ").map(Number)) {
      for (let above = number; above >= 0 && !held.includes(above, begin); above = values[above]?.parent ?? -1) {
        held.push(above);
      }
    }
    starts[sheet + 1] = held.length;
  });
  const numbers = new Map(values.map((value, number) => [value.slug, number]));
  return { name: data.name, label: data.label, values, numbers, starts, held: Uint32Array.from(held) };
}

/** The labels of the values that a sheet has in every facet. */
export function labelsOf(listing: Listing, sheet: number): string[] {
  return listing.facets.flatMap((facet) => valuesOf(facet, sheet).map((value) => value.label));
}

/** The values that a sheet has in a facet, those that hold others among them. */
export function valuesOf(facet: Facet, sheet: number): Value[] {
  return [...facet.held.subarray(facet.starts[sheet], facet.starts[sheet + 1])].flatMap((n) => facet.values[n] ?? []);
}
