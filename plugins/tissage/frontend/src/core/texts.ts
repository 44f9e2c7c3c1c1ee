// What the cards show, and the index of their words.
import MiniSearch, { type Query, type SearchOptions } from "minisearch";
import { formsOf, keys, singular, stem, tellingWords, words } from "./french.ts";
import { type Listing, labelsOf } from "./listing.ts";
import { forgiven, swaps } from "./mistakes.ts";
import { fold } from "./slugs.ts";

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

/** What a query finds: the rank of each sheet, 0 for the best, and the keys of words that were met. */
export interface Found {
  readonly ranks: ReadonlyMap<number, number>;
  readonly keys: ReadonlySet<string>;
  /** Whether every sheet has every word; false where none has, and one word was enough. */
  readonly every: boolean;
}

export type TextIndex = MiniSearch<{ id: number; title: string; summary: string; labels: string }>;

const FIELDS = ["title", "labels", "summary"];
/** How many sheets are read at a time: the page stays free to answer in between. */
const CHUNK = 300;
/** What a word with a mistake weighs beside one that is written right; the index weighs its own about so. */
const MISTAKEN = 0.4;

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
  const begun = (asked.at(-1)?.length ?? 0) > 2;
  const exact: SearchOptions = {
    processTerm: (word) => stem(word, language),
    prefix: (_, number, all) => begun && number === all.length - 1,
  };
  const mistaken = asked.map((word, number) => tolerant(word, begun && number === asked.length - 1));
  const ways = [
    () => index.search(asked.join(" "), exact),
    () => index.search({ combineWith: "AND", queries: mistaken }),
    () => index.search({ combineWith: "OR", queries: mistaken }),
  ];
  for (const [number, way] of asked.length ? ways.entries() : []) {
    const results = way();
    if (!results.length) continue;
    const near = number ? new Map<number, number>() : nearness(index, asked);
    const ranked = results.sort((a, b) => (near.get(b.id) ?? 0) - (near.get(a.id) ?? 0) || b.score - a.score);
    return {
      ranks: new Map(ranked.map((result, rank) => [result.id as number, rank])),
      keys: new Set(results.flatMap((result) => result.terms)),
      every: number < 2 || asked.length < 2,
    };
  }
  return { ranks: new Map(), keys: new Set(), every: true };
}

/** A word of a query but for one mistake, or the beginning of a word. */
function tolerant(word: string, prefix: boolean): Query {
  const bare = fold(word);
  const written = { queries: [bare], prefix, fuzzy: forgiven(bare) && 1 };
  // For the index, two letters that changed places are two mistakes: each such word is looked for by itself.
  const swapped = { queries: forgiven(bare) ? swaps(bare) : [], boostTerm: () => MISTAKEN };
  return { combineWith: "OR", processTerm: fold, queries: [written, swapped] };
}

/**
 * How near the sheets are that hold every word itself, but for its plural: 2 where their titles do, else 1.
 *
 * By their stem « équipements » and « équipe » are one word, and every team would come before any equipment.
 */
function nearness(index: TextIndex, asked: readonly string[]): Map<number, number> {
  const forms = asked.map((word) => formsOf(singular(word)));
  const queries = forms.map((queries): Query => ({ combineWith: "OR", queries }));
  const results = index.search({ combineWith: "AND", processTerm: fold, queries });
  return new Map(
    results.map(({ id, match }) => {
      const titled = forms.every((words) => words.some((word) => match[word]?.includes("title")));
      return [id as number, titled ? 2 : 1];
    }),
  );
}
