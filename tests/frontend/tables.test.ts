import assert from "node:assert/strict";
import { test } from "node:test";
import { toCsv, toJson } from "../../plugins/tissage/frontend/src/core/tables.ts";
import type { Row } from "../../plugins/tissage/frontend/src/core/texts.ts";
import { LISTING } from "./example.ts";

const ROWS: Row[] = [
  ["p/a", "Prêt; salle", "Dit « oui »", "pratiques/a/", "", "", ""],
  ["p/b", "=cmd()", 'Le "b"', "pratiques/b/", "", "", ""],
];
const whole = (address: string): string => `https://exemple.org/${address}`;

test("a spreadsheet shows accents, keeps its columns and runs no formula", () => {
  const csv = toCsv([0, 1], ROWS, LISTING, ["Titre", "Résumé", "Adresse"], whole);
  assert.equal(
    csv,
    "\ufeffTitre;Résumé;Adresse;Champs d’action;Territoires\r\n" +
      '"Prêt; salle";Dit « oui »;https://exemple.org/pratiques/a/;Logement;Centre-Sud | Ville-Marie | Montréal\r\n' +
      '\'=cmd();"Le ""b""";https://exemple.org/pratiques/b/;Logement | Santé;Montréal\r\n',
  );
});

test("the data name each facet", () => {
  assert.deepEqual(JSON.parse(toJson([1], ROWS, LISTING, whole)), {
    version: 1,
    sheets: [
      {
        id: "p/b",
        title: "=cmd()",
        summary: 'Le "b"',
        url: "https://exemple.org/pratiques/b/",
        facets: { champ: ["logement", "sante"], territoire: ["montreal"] },
      },
    ],
  });
});
