// What the cards show, and the index of their words.
import MiniSearch, { type Query, type SearchOptions } from "minisearch";
import { fold, keys, stem, tellingWords, words } from "./french.ts";
import { type Listing, labelsOf } from "./listing.ts";

/** One sheet of `<index>.texts.js`: id, title, summary, address from the root, collection, date in words, last review. */
export type Row = readonly [
  id: string,
  title: string,
  summary: string,
  address: string,
  collection: string,
  date: string,
  reviewed: string,
];

/** What a query finds: the relevance of each sheet, and the keys of words that were met. */
export interface Found {
  readonly scores: ReadonlyMap<number, number>;
  readonly keys: ReadonlySet<string>;
}

export type TextIndex = MiniSearch<{ id: number; title: string; summary: string; labels: string }>;

const FIELDS = ["title", "labels", "summary"];
/** How many sheets are read at a time: the page stays free to answer in between. */
const CHUNK = 300;

/** The index of the titles, summaries and themes of a catalogue. */
export async function indexTexts(rows: readonly Row[], listing: Listing, language: string): Promise<TextIndex> {
  const known = new Map<string, string[]>(); // ten thousand sheets say the same words over and over
  const index: TextIndex = new MiniSearch({
    fields: FIELDS,
    tokenize: words,
    processTerm: (word) => {
      const found = known.get(word) ?? keys(word, language);
      known.set(word, found);
      return found;
    },
    searchOptions: { boost: { title: 3, labels: 1.5 }, combineWith: "AND" },
  });
  const documents = rows.map(([, title, summary], id) => ({ id, title, summary, labels: labelsOf(listing, id).join(" ") }));
  await index.addAllAsync(documents, { chunkSize: CHUNK });
  return index;
}

/**
 * What a query finds. The first way that finds anything is taken: every word or the beginning of the last one; every
 * word but for a typing mistake; any word.
 */
export function find(index: TextIndex, query: string, language: string): Found {
  const asked = tellingWords(query);
  const last = asked.at(-1);
  const terms: Query = asked.join(" ");
  const exact: SearchOptions = {
    processTerm: (word) => stem(word, language),
    prefix: (_, number, all) => number === all.length - 1 && (last?.length ?? 0) > 2,
  };
  const tolerant: SearchOptions = {
    ...exact,
    processTerm: fold,
    fuzzy: (term) => (term.length > 6 ? 2 : term.length > 3 ? 1 : false),
  };
  for (const options of [exact, tolerant, { ...tolerant, combineWith: "OR" as const }]) {
    const results = asked.length ? index.search(terms, options) : [];
    if (results.length) {
      return {
        scores: new Map(results.map((result) => [result.id as number, result.score])),
        keys: new Set(results.flatMap((result) => result.terms)),
      };
    }
  }
  return { scores: new Map(), keys: new Set() };
}
