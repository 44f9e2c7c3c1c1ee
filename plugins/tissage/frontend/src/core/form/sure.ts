// What is told while one is still typing, and what was told already.
import type { Slip } from "./model.ts";

/**
 * What stays wrong whatever is typed next: these slips are told after a pause. All others may come right with the next
 * words (a date half typed, a text too short, a name begun), and are told once the field is left. A link of a text is
 * taken as it stands, from the moment that it is one.
 */
export const SURE: ReadonlySet<string> = new Set([
  "too-long",
  "too-large",
  "too-many",
  "yaml-character",
  "bad-link-scheme",
  "outside-image",
  "text-too-large",
  "line-too-long",
  "table-too-wide",
  "text-too-nested",
]);

/** What was told to those who listen: nothing twice, unless it was mended in between. */
export class Told {
  #told = new Set<string>();

  /** Those of some slips that were not told yet; what is no more among `all` may be told again. */
  fresh(slips: readonly Slip[], all: readonly Slip[]): Slip[] {
    const there = new Set(all.map(keyOf));
    const fresh = slips.filter((slip) => !this.#told.has(keyOf(slip)));
    this.#told = new Set([...this.#told, ...fresh.map(keyOf)].filter((key) => there.has(key)));
    return fresh;
  }

  forget(): void {
    this.#told.clear();
  }
}

/** The same slip at the same place, whatever its numbers have become. */
function keyOf(slip: Slip): string {
  return [slip.code, ...slip.path].join(" ");
}
