import assert from "node:assert/strict";
import { test } from "node:test";
import { type Chosen, narrow } from "../../plugins/tissage/frontend/src/core/filtering.ts";
import { type Listing, decode, valuesOf } from "../../plugins/tissage/frontend/src/core/listing.ts";
import { LISTING } from "./example.ts";

const chosen = (values: Record<string, string[]>): Chosen =>
  new Map(Object.entries(values).map(([facet, slugs]) => [facet, new Set(slugs)]));

const counts = (listing: Listing, wanted: Chosen, found: Set<number> | null = null): number[][] =>
  narrow(listing, wanted, found).counts.map((one) => [...one]);

test("a region holds the sheets of its cities and of their boroughs", () => {
  assert.deepEqual(narrow(LISTING, chosen({ territoire: ["montreal"] })).sheets, [0, 1, 3]);
  assert.deepEqual(narrow(LISTING, chosen({ territoire: ["ville-marie"] })).sheets, [0, 3]);
});

test("values of a facet mean or, facets mean and", () => {
  assert.deepEqual(narrow(LISTING, chosen({ champ: ["logement", "sante"] })).sheets, [0, 1, 2]);
  assert.deepEqual(narrow(LISTING, chosen({ champ: ["logement", "sante"], territoire: ["laval"] })).sheets, [2]);
});

test("nothing chosen leaves all, and an empty choice is no choice", () => {
  assert.deepEqual(narrow(LISTING, chosen({})).sheets, [0, 1, 2, 3]);
  assert.deepEqual(narrow(LISTING, chosen({ champ: [] })).sheets, [0, 1, 2, 3]);
});

test("counts say what a value would give with the other facets as chosen", () => {
  assert.deepEqual(counts(LISTING, chosen({})), [
    [2, 2, 0],
    [3, 2, 1, 2],
  ]);
  assert.deepEqual(counts(LISTING, chosen({ champ: ["sante"] })), [
    [2, 2, 0],
    [1, 0, 0, 1],
  ]);
});

test("what a query finds narrows sheets and counts", () => {
  assert.deepEqual(narrow(LISTING, chosen({}), new Set([1, 2])).sheets, [1, 2]);
  assert.deepEqual(counts(LISTING, chosen({ territoire: ["laval"] }), new Set([1, 2])), [
    [0, 1, 0],
    [1, 0, 0, 1],
  ]);
});

test("the same as counting by hand, for 500 drawn catalogues and choices", () => {
  let seed = 7;
  const draw = (below: number): number => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return seed % below;
  };
  for (let round = 0; round < 500; round += 1) {
    const facets = Array.from({ length: 1 + draw(4) }, (_, number) => {
      const values = Array.from({ length: 1 + draw(6) }, (_, slug) => [`v${slug}`, `V${slug}`, slug ? draw(slug + 1) - 1 : -1] as const);
      const held = Array.from({ length: 12 }, () => Array.from({ length: draw(3) }, () => draw(values.length)).join(" ")).join(",");
      return { name: `f${number}`, label: `F${number}`, values, held };
    });
    const listing = decode({ size: 12, facets });
    const wanted = chosen(
      Object.fromEntries(facets.map((facet) => [facet.name, facet.values.filter(() => draw(4) === 0).map(([slug]) => slug)])),
    );
    const passes = (sheet: number, but?: string): boolean =>
      listing.facets.every((facet) => {
        const slugs = wanted.get(facet.name);
        return facet.name === but || !slugs?.size || valuesOf(facet, sheet).some((value) => slugs.has(value.slug));
      });
    const sheets = Array.from({ length: 12 }, (_, sheet) => sheet);
    const narrowed = narrow(listing, wanted);
    assert.deepEqual(narrowed.sheets, sheets.filter((sheet) => passes(sheet)));
    listing.facets.forEach((facet, number) => {
      facet.values.forEach((value, at) => {
        const by_hand = sheets.filter((s) => passes(s, facet.name) && valuesOf(facet, s).includes(value)).length;
        assert.equal(narrowed.counts[number]?.[at], by_hand);
      });
    });
  }
});
