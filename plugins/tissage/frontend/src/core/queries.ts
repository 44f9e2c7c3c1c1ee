// What is asked of the search engine for what a reader typed.
import { singular, tellingWords, words } from "./french.ts";
import { fold } from "./slugs.ts";

/** The accented words of a site by what they are without accents. */
export type Accents = ReadonlyMap<string, string>;

/** Reads a list of words parted by spaces. Of several that differ by accents alone, the first stands for all. */
export function readAccents(words: string): Accents {
  const accents = new Map<string, string>();
  for (const word of words.split(" ").filter(Boolean)) {
    const bare = fold(word);
    if (!accents.has(bare)) accents.set(bare, word);
  }
  return accents;
}

/**
 * The queries that stand for one: as it was typed, and with the accents that it leaves out.
 *
 * Pagefind cuts the ending of « idées » otherwise than that of « idees »; with both, either finds it. It knows no
 * ligature: each of « œ » and « oe » is asked for the other. It takes a word with a hyphen for one word, whose parts a
 * reader may mean each by itself.
 */
export function queries(typed: string, accents: Accents): string[] {
  const asked = tellingWords(typed);
  const plain = asked.join(" ");
  const accented = asked
    .map((word) => accents.get(word.toLowerCase()) ?? word.replace(/oe/gi, "œ"))
    .join(" ");
  const untied = plain.replace(/œ/g, "oe").replace(/Œ/g, "OE");
  return plain ? [...new Set([plain, accented, untied])] : [];
}

/** One list of what several queries found, each page once, the best first. */
export function merge<Page extends { readonly id: string; readonly score: number }>(
  lists: readonly (readonly Page[])[],
): Page[] {
  const best = new Map<string, Page>();
  for (const page of lists.flat()) {
    if (page.score > (best.get(page.id)?.score ?? -1)) best.set(page.id, page);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** How many letters two words have in common at their beginning. */
function shared(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/**
 * Whether a text has every word that was typed, but for its ending.
 *
 * Where it knows no word, Pagefind looks for its beginning, down to one letter: « chevaux » would find « c’est ».
 */
export function related(typed: string, text: string): boolean {
  const held = [...singulars(text)];
  return tellingWords(typed)
    .map(fold)
    .every((word) => held.some((one) => shared(word, one) >= Math.min(word.length, Math.max(3, word.length - 3))));
}

/** The words of a text as one compares them: without accents, case or plural. */
function singulars(text: string): Set<string> {
  return new Set(words(text).map(singular));
}

/**
 * How near a page is to what was typed: 2 where its title has every word, 1 where its text has, else 0.
 *
 * For Pagefind « équipements » and « équipe » are one word, and it would name every team before any equipment.
 */
export function nearness(typed: string, title: string, text: string): number {
  const asked = tellingWords(typed).map(singular);
  const has = (held: Set<string>): boolean => asked.every((word) => held.has(word));
  if (has(singulars(title))) return 2;
  return has(singulars(`${title} ${text}`)) ? 1 : 0;
}
