import assert from "node:assert/strict";
import { test } from "node:test";
import { forgiven, swaps } from "../../plugins/tissage/frontend/src/core/mistakes.ts";

test("two letters side by side change places, each pair by itself", () => {
  assert.deepEqual(swaps("débat"), ["édbat", "dbéat", "déabt", "débta"]);
  assert.deepEqual(swaps("aab"), ["aba"]);
  assert.deepEqual(swaps("a"), []);
});

test("a short word is forgiven nothing", () => {
  assert.ok(!forgiven("rue"));
  assert.ok(forgiven("rues"));
});
