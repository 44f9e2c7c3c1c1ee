// Which values of a facet a reader sees.
import type { Facet } from "./listing.ts";
import { fold } from "./slugs.ts";

/** How many values show at a time, unless one asks for all. */
export const MOST = 50;

/**
 * The numbers of the values to show: all, those that a typed text is in, or those that lead somewhere.
 *
 * Where there are too many, those that are chosen and those that give the most sheets. A value that holds others gives as
 * many as they do, and stays above them.
 */
export function shownValues(
  facet: Facet,
  counts: Uint32Array,
  chosen: ReadonlySet<number>,
  typed: string,
  whole: boolean,
): number[] {
  const numbers = facet.values.map((_, number) => number);
  if (whole && !typed) return numbers;
  const wanted = numbers.filter((number) =>
    typed ? fold(facet.values[number]?.label ?? "").includes(typed) : counts[number] || chosen.has(number),
  );
  if (wanted.length <= MOST) return wanted;
  const weight = (number: number): number => (chosen.has(number) ? Number.MAX_SAFE_INTEGER : (counts[number] ?? 0));
  const most = new Set([...wanted].sort((a, b) => weight(b) - weight(a)).slice(0, MOST));
  return wanted.filter((number) => most.has(number));
}
