// Words as a reader means them: without case, accents or endings.
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { fold } from "./slugs.ts";

const STEMMERS: Readonly<Record<string, (word: string) => string>> = { fr: french, en: english };
const WORD = /[\p{L}\p{N}]+/gu;

/** Words too common to tell sheets apart; they are looked for nowhere. */
const COMMON: ReadonlySet<string> = new Set(
  ("a au aux avec ce ces cet cette comment d dans de des du elle en est et faire il ils j je l la le les leur leurs " +
    "m ma mes mon n ne nos notre nous on ou où par pas pour qu que quel quelle qui quoi s sa sans se ses si son sont " +
    "sur t ta te tes ton tu un une vos votre vous y à the of and to in for on with how an at from by is are").split(" "),
);

/** A piece of a text: a word that was found, or what stands around. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The words of a text as they are written; an elided article stands apart. */
export function words(text: string): string[] {
  return text.normalize("NFC").match(WORD) ?? [];
}

/** The words of a query that tell sheets apart; all of them where none does. */
export function tellingWords(query: string): string[] {
  const all = words(query);
  const telling = all.filter((word) => !COMMON.has(word.toLowerCase()));
  return telling.length ? telling : all;
}

/** A word as one compares it to another: without accents, case or plural. */
export function singular(word: string): string {
  return fold(word)
    .replace(/(?<=[^e])aux$/, "al")
    .replace(/(?<=..)[sx]$/, "");
}

/** The words that have this singular: « local » gives itself, its plural, and what a reader might write for it. */
export function formsOf(one: string): string[] {
  return [one, `${one}s`, `${one}x`, ...(one.endsWith("al") ? [`${one.slice(0, -2)}aux`] : [])];
}

/** The stem of a word: Snowball's, then folded. The language is `fr` or `en`. */
export function stem(word: string, language: string): string {
  const lower = word.toLowerCase();
  return fold((STEMMERS[language] ?? french)(lower));
}

/**
 * What a word of a sheet is found by: its stem as it is written and as one types it in haste, and the whole word.
 *
 * Snowball cuts « échangées » otherwise than « echangees »: with both stems, either query finds it. A typing mistake in
 * an ending leaves no stem to compare, but the whole word is still near.
 */
export function keys(word: string, language: string): string[] {
  const bare = fold(word);
  return [...new Set([stem(word, language), stem(bare, language), bare])];
}

/** A text in pieces, its words that have one of these keys marked. */
export function mark(text: string, found: ReadonlySet<string>, language: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const written = text.normalize("NFC");
  for (const match of found.size ? written.matchAll(WORD) : []) {
    if (!keys(match[0], language).some((one) => found.has(one))) continue;
    if (match.index > end) pieces.push({ text: written.slice(end, match.index), marked: false });
    end = match.index + match[0].length;
    pieces.push({ text: match[0], marked: true });
  }
  if (end < written.length) pieces.push({ text: written.slice(end), marked: false });
  return pieces;
}
