// What is told while one types stays wrong whatever is typed next; what may come right waits.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SURE, Told } from "../../plugins/tissage/frontend/src/core/form/sure.ts";

const slip = (code: string, path: readonly (string | number)[], length = "") => ({ code, path, values: { length } });

test("what may still come right is not told while one types", () => {
  for (const code of ["too-short", "too-small", "too-few", "missing-field", "bad-date", "bad-email", "bad-url", "unknown-wikilink", "raw-html"]) {
    assert.equal(SURE.has(code), false, code);
  }
});

test("a slip is told once, whatever its numbers become", () => {
  const told = new Told();
  const [long, longer] = [slip("too-long", ["title"], "91"), slip("too-long", ["title"], "92")];
  assert.deepEqual(told.fresh([long], [long]), [long]);
  assert.deepEqual(told.fresh([longer], [longer]), []);
});

test("a slip that was mended and comes back is told again", () => {
  const told = new Told();
  const long = slip("too-long", ["title"]);
  told.fresh([long], [long]);
  told.fresh([], []);
  assert.deepEqual(told.fresh([long], [long]), [long]);
});

test("the same slip in two places is told for each", () => {
  const told = new Told();
  const [first, second] = [slip("too-long", ["words", 0]), slip("too-long", ["words", 1])];
  told.fresh([first], [first]);
  assert.deepEqual(told.fresh([first, second], [first, second]), [second]);
});
