import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../plugins/tissage/frontend/src/core/folding.ts";

test("accents, case, ligatures and apostrophes are folded", () => {
  assert.equal(fold("Cœur à l’École, ÉCHANGES"), "coeur a l'ecole, echanges");
});
