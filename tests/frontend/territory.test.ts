import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, read, within } from "../../plugins/tissage/frontend/src/core/territory.ts";

const LAVAL = { slug: "laval", label: "Laval", address: "territoires/laval/" };
const ESTRIE = { slug: "estrie", label: "Estrie", address: "territoires/estrie/" };
const PORT = { slug: "port", label: "Le Port", address: "quartiers/port/" };

test("each vocabulary has its territory, the last chosen at the end", () => {
  const chosen = choose(choose([LAVAL], "quartiers/", PORT), "territoires/", ESTRIE);
  assert.deepEqual(chosen, [PORT, ESTRIE]);
  assert.deepEqual(within(chosen, "quartiers/"), PORT);
  assert.deepEqual(within(chosen, "territoires/"), ESTRIE);
  assert.equal(within(chosen, "mrc/"), null);
});

test("one is forgotten, the other stays", () => {
  assert.deepEqual(choose([LAVAL, PORT], "territoires/", null), [PORT]);
});

test("what was kept comes back; what was kept before there could be several, too", () => {
  assert.deepEqual(read(JSON.stringify([LAVAL, PORT])), [LAVAL, PORT]);
  assert.deepEqual(read(JSON.stringify(LAVAL)), [LAVAL]);
});

test("what others wrote leads nowhere", () => {
  for (const kept of [null, "{", "null", "[null, 3]", '[{"slug": 1}]', JSON.stringify({ ...LAVAL, address: "javascript:alert(1)" })]) {
    assert.deepEqual(read(kept), []);
  }
});
