// Which values of a facet show: few enough to be read, and to be drawn at each click.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../plugins/tissage/frontend/src/core/listing.ts";
import { MOST, shownValues } from "../../plugins/tissage/frontend/src/core/values.ts";
import { LISTING } from "./example.ts";

const NONE: ReadonlySet<number> = new Set();
const SHORT = LISTING.facets[0]!;
const NAMES = Array.from({ length: 2000 }, (_, number): [string, string, number] => [`o${number}`, `Organisme ${number}`, -1]);
const LONG = decode({ size: 0, facets: [{ name: "organisme", label: "Organismes", values: NAMES, held: "" }] }).facets[0]!;

test("values that lead somewhere show, and those that are chosen", () => {
  assert.deepEqual(shownValues(SHORT, Uint32Array.of(2, 0, 0), new Set([2]), "", false), [0, 2]);
});

test("all show where one asks for all", () => {
  assert.deepEqual(shownValues(SHORT, Uint32Array.of(2, 0, 0), NONE, "", true), [0, 1, 2]);
  assert.equal(shownValues(LONG, new Uint32Array(2000), NONE, "", true).length, 2000);
});

test("a typed text is looked for in every value, without accents", () => {
  assert.deepEqual(shownValues(SHORT, Uint32Array.of(2, 0, 0), NONE, "sante", false), [1]);
  assert.deepEqual(shownValues(SHORT, Uint32Array.of(2, 0, 0), NONE, "sante", true), [1]);
});

test("of too many, those that give the most sheets show, in their order, and those that are chosen", () => {
  const counts = new Uint32Array(2000).fill(1);
  counts[1500] = 9;
  const shown = shownValues(LONG, counts, new Set([1999]), "", false);
  assert.equal(shown.length, MOST);
  assert.deepEqual(shown, [...shown].sort((a, b) => a - b));
  assert.deepEqual([shown[0], shown.includes(1500), shown.includes(1999)], [0, true, true]);
  assert.equal(shownValues(LONG, counts, NONE, "organisme 1", false).length, MOST);
});
