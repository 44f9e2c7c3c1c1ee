import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder } from "../../plugins/tissage/frontend/src/core/order.ts";

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
