import assert from "node:assert/strict";
import { test } from "node:test";
import { mark } from "../../plugins/tissage/frontend/src/core/french.ts";
import { decode } from "../../plugins/tissage/frontend/src/core/listing.ts";
import { type Row, find, indexTexts } from "../../plugins/tissage/frontend/src/core/texts.ts";

const row = (title: string, summary = ""): Row => [title, title, summary, "", "", "", ""];
const ROWS = [
  row("Échanger des services", "Des échanges de savoirs entre équipes."),
  row("Prêter un local", "Le prêt d’une salle aux organismes."),
  row("Partager l’équipement", "Des équipements lourds."),
  row("Cœur de quartier", "Une fête organisée chaque été."),
  row("Comptabilité partagée", "Une comptable pour trois organismes."),
  row("Équipe de rue", "Une équipe, des équipes : équiper l’équipe."),
  row("Une soirée d’accueil", "Un débat sur la santé des jeunes."),
  row("Rennes", "Un moment pour commenter."),
];
const LISTING = decode({
  size: ROWS.length,
  facets: [{ name: "champ", label: "Champ", values: [["logement", "Logement et locaux", -1]], held: ",0,,,,,," }],
});
const INDEX = await indexTexts(ROWS, LISTING, "fr");
const titles = (query: string): string[] =>
  [...find(INDEX, query, "fr").ranks].sort((a, b) => a[1] - b[1]).map(([sheet]) => ROWS[sheet]?.[1] ?? "");

for (const [query, title] of [
  ["echange", "Échanger des services"],
  ["échanges", "Échanger des services"],
  ["ÉCHANGER", "Échanger des services"],
  ["equipements", "Partager l’équipement"],
  ["l'equipement", "Partager l’équipement"],
  ["coeur", "Cœur de quartier"],
  ["cœurs", "Cœur de quartier"],
  ["locaux", "Prêter un local"],
  ["prêt de salles", "Prêter un local"],
  ["comment prêter une salle ?", "Prêter un local"],
  ["comptabl", "Comptabilité partagée"],
  ["comptabilite", "Comptabilité partagée"],
  ["equipemnt", "Partager l’équipement"],
  ["comtabilité", "Comptabilité partagée"],
  ["organisees", "Cœur de quartier"],
  ["lcoaux", "Prêter un local"],
  ["locuax", "Prêter un local"],
  ["soriée", "Une soirée d’accueil"],
  ["débta", "Une soirée d’accueil"],
  ["snaté", "Une soirée d’accueil"],
  ["comtpabilité", "Comptabilité partagée"],
  ["jeunnes", "Une soirée d’accueil"],
  ["logment", "Prêter un local"],
] as const) {
  test(`« ${query} » finds « ${title} » first`, () => assert.equal(titles(query)[0], title));
}

test("what is written right finds nothing that is only like it", () => {
  assert.deepEqual(titles("salle"), ["Prêter un local"]);
});

test("one mistake is forgiven, never two, however long the word", () => {
  assert.deepEqual(titles("jeunnes"), ["Une soirée d’accueil"]);
  assert.deepEqual(titles("logment"), ["Prêter un local"]);
  assert.deepEqual(titles("comtabilite"), ["Comptabilité partagée"]);
  assert.deepEqual(titles("comtablite"), []);
  assert.deepEqual(titles("oclaxu"), []);
});

test("in a word of three letters, none is", () => {
  assert.deepEqual(titles("reu"), []);
  assert.deepEqual(titles("ruu"), []);
});

test("the very word comes before others of its family, its plural counts as itself", () => {
  assert.deepEqual(titles("equipements"), ["Partager l’équipement", "Équipe de rue", "Échanger des services"]);
  assert.equal(titles("équipes")[0], "Équipe de rue");
});

test("every word counts; only where no sheet has them all is one enough", () => {
  assert.deepEqual(titles("prêt organismes"), ["Prêter un local"]);
  assert.ok(find(INDEX, "prêt organismes", "fr").every);
  assert.deepEqual(new Set(titles("fête comptable")), new Set(["Cœur de quartier", "Comptabilité partagée"]));
  assert.ok(!find(INDEX, "fête comptable", "fr").every);
});

test("nothing, signs and what is nowhere find nothing", () => {
  assert.deepEqual(titles("xylophone"), []);
  assert.deepEqual(titles("« ? »"), []);
});

test("the words that were found are marked as they are written", () => {
  const { keys } = find(INDEX, "echange", "fr");
  assert.deepEqual(mark("Des échanges : l’Échange.", keys, "fr"), [
    { text: "Des ", marked: false },
    { text: "échanges", marked: true },
    { text: " : l’", marked: false },
    { text: "Échange", marked: true },
    { text: ".", marked: false },
  ]);
  assert.deepEqual(mark("Rien", new Set(), "fr"), [{ text: "Rien", marked: false }]);
});
