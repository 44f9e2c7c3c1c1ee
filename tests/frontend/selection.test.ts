import assert from "node:assert/strict";
import { test } from "node:test";
import { format, ids, read, renamed, toggle } from "../../plugins/tissage/frontend/src/core/selection.ts";

test("a sheet that has another name is followed, once", () => {
  const former = new Map([["practices/old", "practices/new"], ["practices/here", "practices/new"]]);
  const known = (id: string): boolean => id === "practices/here" || id === "practices/new";
  assert.deepEqual(renamed(["practices/old", "practices/gone", "practices/new", "practices/here"], former, known), [
    "practices/new",
    "practices/gone",
    "practices/here",
  ]);
});

test("what others wrote holds no sheet", () => {
  assert.deepEqual(read("{"), []);
  assert.deepEqual(ids(["a/b", 1, "a/b", "no", "<b>/x"]), ["a/b"]);
});

test("keeping twice is not keeping, and an address has the ids as they are", () => {
  assert.deepEqual(toggle(toggle([], "a/b"), "a/b"), []);
  assert.equal(format(["a/b", "c/é"], "fiches"), "?fiches=a/b,c/%C3%A9");
});
