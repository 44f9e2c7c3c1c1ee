import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY, format, isEmpty, orderOf, parse, toggle } from "../../plugins/tissage/frontend/src/core/state.ts";
import { LISTING } from "./example.ts";

const WORDS = { sort: "tri", page: "page", orders: new Map([["relevance", "pertinence"], ["title", "titre"], ["review", "relecture"]] as const) };
const read = (search: string) => parse(new URLSearchParams(search), LISTING, WORDS);

test("an address says what is chosen, in readable French, and comes back the same", () => {
  const search = "?champ=logement,sante&territoire=centre-sud&q=pr%C3%AAt+de+salle&tri=relecture";
  const { state, unknown } = read(search);
  assert.deepEqual(unknown, []);
  assert.equal(state.query, "prêt de salle");
  assert.equal(state.order, "review");
  assert.equal(format(state, LISTING, WORDS), search);
});

test("the page of a long list is in the address, but not where nothing is asked for, nor the first", () => {
  const search = "?champ=sante&tri=relecture&page=3";
  assert.equal(read(search).state.page, 3);
  assert.equal(format(read(search).state, LISTING, WORDS), search);
  assert.equal(format(read("?champ=sante&page=1").state, LISTING, WORDS), "?champ=sante");
  assert.equal(format(read("?page=3").state, LISTING, WORDS), "");
  for (const page of ["0", "-1", "1.5", "deux", "9".repeat(400)]) {
    const { state, unknown } = read(`?q=local&page=${page}`);
    assert.deepEqual([state.page, unknown.length], [1, 1]);
  }
  assert.deepEqual(read("?page=&tri=").unknown, []);
});

test("values may also be repeated, as a form without script writes them", () => {
  assert.equal(format(read("?champ=sante&champ=logement").state, LISTING, WORDS), "?champ=logement,sante");
});

test("what nobody knows is named, the rest holds", () => {
  const { state, unknown } = read("?champ=logement,lune&pays=mars&tri=couleur&constructor=x&__proto__=y");
  assert.deepEqual(unknown, ["lune", "pays", "couleur", "constructor", "__proto__"]);
  assert.equal(format(state, LISTING, WORDS), "?champ=logement");
});

test("what a mailing or a social network adds to an address is nobody’s wish", () => {
  const { state, unknown } = read("?fbclid=IwAR0x&champ=logement&utm_source=infolettre&mc_eid=1&gclid=2");
  assert.deepEqual(unknown, []);
  assert.equal(format(state, LISTING, WORDS), "?champ=logement");
});

test("a name that nobody knows is cut where it is recognised", () => {
  assert.deepEqual(read(`?${"a".repeat(300)}=1`).unknown, [`${"a".repeat(40)}…`]);
});

test("a query however long is cut, and an empty one is none", () => {
  assert.equal(read(`?q=${"a".repeat(5000)}`).state.query.length, 200);
  assert.ok(isEmpty(read("?q=+&champ=").state));
});

test("choosing twice is not choosing", () => {
  const once = toggle(EMPTY, "champ", "sante");
  assert.equal(format(once, LISTING, WORDS), "?champ=sante");
  assert.ok(isEmpty(toggle(once, "champ", "sante")));
});

test("a query goes by relevance, the rest by title", () => {
  assert.equal(orderOf(EMPTY), "title");
  assert.equal(orderOf({ ...EMPTY, query: "prêt" }), "relevance");
  assert.equal(orderOf({ ...EMPTY, query: "prêt", order: "title" }), "title");
});
