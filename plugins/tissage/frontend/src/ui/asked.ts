// What was asked for, in sentences: for paper, which has neither boxes nor chips.
import type { Listing } from "../core/listing.ts";
import type { State } from "../core/state.ts";
import type { Speech } from "./words.ts";

/** The words and the chosen values of a state, a sentence for the words and for each facet. */
export function askedFor(state: State, listing: Listing, speech: Speech): string[] {
  const facets = listing.facets.flatMap((facet) => {
    const slugs = state.chosen.get(facet.name);
    const values = facet.values.filter((value) => slugs?.has(value.slug)).map((value) => value.label);
    return values.length ? [speech.say("asked_facet", { facet: facet.label, values: values.join(", ") })] : [];
  });
  return [...(state.query ? [speech.say("asked_words", { words: state.query })] : []), ...facets];
}
