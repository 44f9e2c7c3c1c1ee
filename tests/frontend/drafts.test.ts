import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDraft, improved, isSame, merged, parseDraft } from "../../plugins/tissage/frontend/src/core/form/drafts.ts";

const FROM = { values: { title: "Un", summary: "Deux", steps: [{ title: "A" }] }, body: "Texte." };

test("a draft comes back as it was kept, with what it began from", () => {
  const kept = { values: { title: "Un autre" }, body: "Autre.", from: FROM };
  assert.deepEqual(parseDraft(formatDraft(kept)), kept);
});

test("anything else that a browser may hold is no draft", () => {
  const others = [null, "", "{", "null", "[]", '"x"', '{"values":[],"body":""}', '{"values":{"a":1},"body":""}', '{"values":{}}', '{"values":null,"body":""}'];
  for (const other of others) assert.equal(parseDraft(other), null, String(other));
  assert.deepEqual(parseDraft('{"values":{},"body":"","from":7}'), { values: {}, body: "" });
});

test("what the contributor changed stays, the rest is the sheet’s of today", () => {
  const kept = { values: { ...FROM.values, title: "Un autre" }, body: "Texte.", from: FROM };
  const today = { values: { ...FROM.values, steps: [{ title: "A corrigé" }] }, body: "Texte corrigé." };
  assert.deepEqual(merged(kept, today), [{ values: { ...today.values, title: "Un autre" }, body: "Texte corrigé." }, false]);
});

test("where both changed the same thing the draft stays, and it is said", () => {
  const kept = { values: { ...FROM.values, title: "Un autre" }, body: "Mon texte.", from: FROM };
  const today = { values: { ...FROM.values, title: "Encore un autre" }, body: "Texte corrigé." };
  assert.deepEqual(merged(kept, today), [{ values: kept.values, body: "Mon texte." }, true]);
});

test("a draft that says what the sheet says is none", () => {
  assert.ok(isSame({ values: { ...FROM.values, image: "" }, body: "Texte." }, FROM));
  assert.ok(!isSame({ values: FROM.values, body: "Autre." }, FROM));
});

test("what the controls say as they did at the beginning stays as the sheet wrote it", () => {
  const sheet = { values: { title: "Un", free: "oui", next: "events/b", decisions: ["Une\ndeux"] }, body: "Texte.\n" };
  const begun = { values: { title: "Un", free: "true", next: "b", decisions: ["Une deux"], place: "" }, body: "Texte.\n" };
  const draft = { ...begun, values: { ...begun.values, next: "c", place: "Ici" } };
  assert.deepEqual(improved(draft, begun, sheet), { values: { ...sheet.values, next: "c", place: "Ici" }, body: "Texte.\n" });
  assert.deepEqual(improved({ ...draft, body: "Autre." }, begun, sheet).body, "Autre.");
});
