// The chosen filters as chips that one takes away.
import type { Chosen } from "../core/filtering.ts";
import type { Listing } from "../core/listing.ts";
import { button, element } from "./elements.ts";
import type { Speech } from "./words.ts";

export class Chips {
  readonly root: HTMLDivElement;
  readonly #list: HTMLUListElement;
  readonly #speech: Speech;
  readonly #remove: (facet: string, slug: string) => void;
  #shown = "";

  constructor(speech: Speech, remove: (facet: string, slug: string) => void, clear: () => void) {
    this.#speech = speech;
    this.#remove = remove;
    this.#list = element("ul", { class: "tissage-plain", role: "list", "aria-label": speech.say("chosen") });
    const all = button(speech.say("clear"), { class: "tissage-link" }, clear);
    this.root = element("div", { class: "tissage-chips", hidden: true }, this.#list, all);
  }

  /** Show what is chosen; `any` says that words may be, too. Where the chip that had the focus is gone, the next one has it, then `fallback`. */
  update(listing: Listing, chosen: Chosen, any: boolean, fallback: HTMLElement): void {
    const focused = [...this.#list.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement);
    const inside = this.root.contains(document.activeElement);
    const chips = listing.facets.flatMap((facet) =>
      facet.values
        .filter((value) => chosen.get(facet.name)?.has(value.slug))
        .map((value) => ({ facet: facet.name, slug: value.slug, label: value.label })),
    );
    const shown = JSON.stringify(chips);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#list.replaceChildren(
        ...chips.map(({ facet, slug, label }) => {
          const name = this.#speech.say("remove", { filter: label });
          return element("li", {}, button(label, { "aria-label": name }, () => this.#remove(facet, slug)));
        }),
      );
      if (inside && focused >= 0) {
        const left = [...this.#list.querySelectorAll("button")];
        (left[Math.min(focused, left.length - 1)] ?? fallback).focus();
      }
    }
    if (inside && !any) fallback.focus();
    this.root.hidden = !any;
    this.#list.hidden = !chips.length;
  }
}
