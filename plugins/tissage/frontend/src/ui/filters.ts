// The facets as native fieldsets of checkboxes, whose counts follow what is chosen.
import type { Chosen } from "../core/filtering.ts";
import type { Facet, Listing, Value } from "../core/listing.ts";
import { fold } from "../core/slugs.ts";
import { MOST, shownValues } from "../core/values.ts";
import { button, element } from "./elements.ts";
import type { Speech } from "./words.ts";

/** Facets longer than this have a small filter; longer than `MOST`, they show those of their values that lead somewhere. */
const LONG = 15;
/** Facets longer than this do not offer to show all: each click would change thousands of counts that nobody reads. */
const LONGEST = 300;
/** How many facets stand open at first, on a wide screen. */
const OPEN = 2;

interface Choice {
  readonly value: Value;
  readonly item: HTMLLIElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLSpanElement;
  /** The count that stands there. */
  said: number;
}

/** One facet in the form. Only the values that show are elements: a catalogue may have thousands of organisations. */
class FacetBox {
  readonly root: HTMLDetailsElement;
  readonly #facet: Facet;
  readonly #speech: Speech;
  readonly #toggle: (slug: string) => void;
  readonly #choices = new Map<number, Choice>();
  readonly #list = element("ul", { class: "tissage-plain", role: "list" });
  readonly #mark = element("span", { class: "tissage-filters__mark", "aria-hidden": "true" });
  readonly #none = element("p", { "aria-live": "polite", class: "tissage-muted" });
  readonly #find: HTMLInputElement | null = null;
  #whole: boolean;
  #counts: Uint32Array = new Uint32Array();
  #slugs: ReadonlySet<string> = new Set();

  constructor(facet: Facet, speech: Speech, open: boolean, toggle: (slug: string) => void) {
    this.#facet = facet;
    this.#speech = speech;
    this.#toggle = toggle;
    this.#whole = facet.values.length <= MOST;
    const set = element("fieldset", {}, element("legend", { class: "tissage-hidden" }, facet.label));
    if (facet.values.length > LONG) {
      this.#find = element("input", {
        type: "search",
        autocomplete: "off",
        "aria-label": speech.say("find_value", { facet: facet.label }),
        placeholder: speech.say("find_value", { facet: facet.label }),
      });
      this.#find.addEventListener("input", () => this.#show());
      set.append(this.#find, this.#none);
    }
    set.append(this.#list);
    if (!this.#whole && facet.values.length <= LONGEST) {
      const all = button(speech.say("all_values", { facet: facet.label }), { class: "tissage-link" }, () => {
        this.#whole = true;
        all.remove();
        this.#show();
        this.#list.querySelector<HTMLInputElement>("input:enabled")?.focus();
      });
      set.append(all);
    }
    this.root = element("details", { open }, element("summary", {}, facet.label, this.#mark), set);
  }

  /** Show how many sheets each value would give, and which are chosen. */
  update(counts: Uint32Array, slugs: ReadonlySet<string>): void {
    this.#counts = counts;
    this.#slugs = slugs;
    const mark = slugs.size ? String(slugs.size) : "";
    if (this.#mark.textContent !== mark) this.#mark.textContent = mark;
    if (slugs.size) this.root.open = true;
    this.#show();
  }

  /** Show the values that lead somewhere, that the small filter leaves, or all. What stays does not move: it may have the focus. */
  #show(): void {
    const typed = fold(this.#find?.value.trim() ?? "");
    const chosen = new Set([...this.#slugs].flatMap((slug) => this.#facet.numbers.get(slug) ?? []));
    const shown = new Set(shownValues(this.#facet, this.#counts, chosen, typed, this.#whole));
    const none = typed && !shown.size ? this.#speech.say("no_value") : "";
    if (this.#none.textContent !== none) this.#none.textContent = none;
    for (const [number, { item }] of this.#choices) {
      if (!shown.has(number)) item.remove();
    }
    let next = this.#list.firstElementChild;
    for (const number of shown) {
      const { item } = this.#refreshed(number, chosen.has(number));
      if (item === next) next = next.nextElementSibling;
      else this.#list.insertBefore(item, next);
    }
  }

  #refreshed(number: number, checked: boolean): Choice {
    const made = this.#choices.get(number) ?? this.#choice(number);
    const found = this.#counts[number] ?? 0;
    // Writing what stands there already would still cost the browser a layout.
    if (made.box.checked !== checked) made.box.checked = checked;
    // A box that has just been unticked keeps the focus, and so its life.
    const off = !found && !checked && made.box !== document.activeElement;
    if (made.box.disabled !== off) made.box.disabled = off;
    if (made.said !== found) {
      made.said = found;
      made.count.textContent = this.#speech.number(found);
    }
    return made;
  }

  #choice(number: number): Choice {
    const value = this.#facet.values[number] as Value;
    const box = element("input", { type: "checkbox", name: this.#facet.name, value: value.slug });
    box.addEventListener("change", () => this.#toggle(value.slug));
    const count = element("span", { class: "tissage-count" });
    const label = element("label", {}, box, element("span", {}, value.label), " ", count);
    const item = element("li", { class: `tissage-browse__${Math.min(value.depth, 2)}` }, label);
    const made = { value, box, count, item, said: -1 };
    this.#choices.set(number, made);
    return made;
  }
}

/** Every facet of a listing. */
export class Filters {
  readonly root = element("div", { class: "tissage-filters__facets" });
  readonly #boxes: FacetBox[];

  constructor(listing: Listing, speech: Speech, toggle: (facet: string, slug: string) => void) {
    const wide = matchMedia("(min-width: 60em)").matches;
    this.#boxes = listing.facets.map(
      (facet, number) => new FacetBox(facet, speech, wide && number < OPEN, (slug) => toggle(facet.name, slug)),
    );
    this.root.append(...this.#boxes.map((box) => box.root));
  }

  /** Show what is chosen and the counts that it leaves. */
  update(listing: Listing, counts: readonly Uint32Array[], chosen: Chosen): void {
    this.#boxes.forEach((box, number) => {
      box.update(counts[number] ?? new Uint32Array(), chosen.get(listing.facets[number]?.name ?? "") ?? new Set());
    });
  }
}
