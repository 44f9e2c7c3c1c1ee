import assert from "node:assert/strict";
import { test } from "node:test";
import { merge, nearness, queries, readAccents, related } from "../../plugins/tissage/frontend/src/core/queries.ts";

const ACCENTS = readAccents("idées idéés partagées");

test("a query without accents is asked with them too", () => {
  assert.deepEqual(queries("incubation d'idees", ACCENTS), ["incubation idees", "incubation idées"]);
  assert.deepEqual(queries("idées", ACCENTS), ["idées"]);
});

test("the parts of a word with a hyphen are words", () => {
  assert.deepEqual(queries("  Ententes-types ", ACCENTS), ["Ententes types"]);
});

test("a ligature and its two letters stand for each other", () => {
  assert.deepEqual(queries("main d'oeuvre", ACCENTS), ["main oeuvre", "main œuvre"]);
  assert.deepEqual(queries("Œuvres", ACCENTS), ["Œuvres", "OEuvres"]);
});

test("nothing asks for nothing", () => assert.deepEqual(queries(" - ", ACCENTS), []));

test("what several queries find is one list, the best first", () => {
  const page = (id: string, score: number) => ({ id, score });
  assert.deepEqual(merge([[page("a", 2), page("b", 1)], [page("b", 3), page("c", 1)]]), [
    page("b", 3),
    page("a", 2),
    page("c", 1),
  ]);
});

test("a page that has the very words is nearer than one of the same family", () => {
  assert.equal(nearness("equipements", "Prêter de l’équipement", ""), 2);
  assert.equal(nearness("equipements", "Prêter du matériel", "Un autre équipement."), 1);
  assert.equal(nearness("equipements", "L’équipe du quartier", "Des équipes."), 0);
  assert.equal(nearness("local", "Partager des locaux", ""), 2);
  assert.equal(nearness("tableaux", "Un tableau", ""), 2);
  assert.equal(nearness("une entente-type", "Entente-type de prêt", ""), 2);
});

test("a page that shares no more than a beginning with a word is beside the point", () => {
  assert.ok(!related("chevaux", "C’est un chemin, c’est sûr."));
  assert.ok(related("echanges", "Un lieu pour échanger."));
  assert.ok(related("locau", "Un local"));
  assert.ok(!related("prêt xylophone", "Un prêt"));
});
