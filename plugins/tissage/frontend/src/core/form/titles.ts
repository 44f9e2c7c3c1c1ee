// Titles that are too like one another, as the engine's `titles.py` finds them.
import { slugify } from "../slugs.ts";
import type { Rules } from "./model.ts";

/** The words that carry a title: without accents, little words, plural endings, in no order. */
export function essence(title: string, rules: Rules): string[] {
  const little = new Set(rules.little);
  return slugify(title)
    .split("-")
    .filter((word) => word && !little.has(word))
    .map((word) => (word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word))
    .sort();
}

/** The title with one letter left out of a long word, in every way: titles a typing slip apart share a variant. */
export function* variants(words: readonly string[], rules: Rules): Generator<string> {
  yield words.join(" ");
  for (const [index, word] of words.entries()) {
    if (word.length < rules.long || !/^[a-z]+$/.test(word)) continue;
    for (let place = 0; place < word.length; place++) {
      yield [...words.slice(0, index), word.slice(0, place) + word.slice(place + 1), ...words.slice(index + 1)].join(" ");
    }
  }
}
