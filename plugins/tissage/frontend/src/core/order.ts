// In which order sheets and labels come.
import { type State, orderOf } from "./state.ts";
import type { Found, Row } from "./texts.ts";

/** Sheets, which come by title, in the order that a state asks for; those that are equal in it stay so. */
export function ordered(
  sheets: readonly number[],
  state: State,
  rows: readonly Row[],
  found: Pick<Found, "ranks">,
): readonly number[] {
  switch (orderOf(state)) {
    case "relevance":
      return [...sheets].sort((a, b) => (found.ranks.get(a) ?? 0) - (found.ranks.get(b) ?? 0));
    case "review": {
      const reviewed = (sheet: number): string => rows[sheet]?.[6] ?? "";
      return [...sheets].sort((a, b) => (reviewed(a) < reviewed(b) ? 1 : reviewed(a) > reviewed(b) ? -1 : 0));
    }
    case "title":
      return sheets;
  }
}

/**
 * Compares two texts as the engine does (`language.py`): accents from the end, numbers by their value. The French of
 * Québec parts equal words by their last accent: cote, côte, coté, côté.
 */
export function inOrder(language: string): (one: string, other: string) => number {
  return new Intl.Collator(language === "fr" ? "fr-CA" : language, { numeric: true }).compare;
}
