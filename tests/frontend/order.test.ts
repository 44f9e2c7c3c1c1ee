import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder, ordered } from "../../plugins/tissage/frontend/src/core/order.ts";
import { EMPTY, type State } from "../../plugins/tissage/frontend/src/core/state.ts";
import type { Row } from "../../plugins/tissage/frontend/src/core/texts.ts";

const ORDERED = [
  ["cote", "côte", "coté", "côté", "coteau"],
  ["2 idées", "9 idées", "10 idées", "Deux idées"],
  ["Étape 2", "Étape 10"],
];

test("labels go in the order of the engine, as Québec sorts", () => {
  for (const words of ORDERED) assert.deepEqual([...words].reverse().sort(inOrder("fr")), words);
});

test("English has its own order", () => {
  assert.deepEqual(["Step 10", "cote", "Step 2"].sort(inOrder("en")), ["cote", "Step 2", "Step 10"]);
});

test("sheets come by title, by rank or by last review; those that are equal stay by title", () => {
  const rows = ["2026-01-02", "", "2026-03-01", "2026-01-02"].map((day): Row => ["", "", "", "", "", "", day]);
  const found = { ranks: new Map([[0, 2], [1, 0], [2, 1], [3, 3]]) };
  const shown = (state: Partial<State>): readonly number[] => ordered([0, 1, 2, 3], { ...EMPTY, ...state }, rows, found);
  assert.deepEqual(shown({}), [0, 1, 2, 3]);
  assert.deepEqual(shown({ query: "local" }), [1, 2, 0, 3]);
  assert.deepEqual(shown({ query: "local", order: "title" }), [0, 1, 2, 3]);
  assert.deepEqual(shown({ order: "review" }), [2, 0, 3, 1]);
});
