// The facets as native fieldsets of checkboxes, whose counts follow what is chosen.
import type { Chosen } from "../core/filtering.ts";
import { fold } from "../core/french.ts";
import type { Facet, Listing, Value } from "../core/listing.ts";
import { button, element } from "./elements.ts";
import type { Speech } from "./words.ts";

/** Facets longer than this show those of their values that lead somewhere, and have a small filter. */
const LONG = 15;
/** How many facets stand open at first. */
const OPEN = 2;

interface Choice {
  readonly value: Value;
  readonly item: HTMLLIElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLSpanElement;
}

/** One facet in the form. */
class FacetBox {
  readonly root: HTMLDetailsElement;
  readonly #choices: Choice[];
  readonly #mark = element("span", { class: "tissage-filters__mark", "aria-hidden": "true" });
  readonly #find: HTMLInputElement | null = null;
  #whole: boolean;

  constructor(facet: Facet, speech: Speech, open: boolean, toggle: (slug: string) => void) {
    this.#choices = facet.values.map((value) => choice(facet, value, toggle));
    this.#whole = facet.values.length <= LONG;
    const list = element("ul", { class: "tissage-plain", role: "list" }, ...this.#choices.map((one) => one.item));
    const set = element("fieldset", {}, element("legend", { class: "tissage-hidden" }, facet.label));
    if (!this.#whole) {
      this.#find = element("input", {
        type: "search",
        autocomplete: "off",
        "aria-label": speech.say("find_value", { facet: facet.label }),
        placeholder: speech.say("find_value", { facet: facet.label }),
      });
      this.#find.addEventListener("input", () => this.#sift());
      set.append(this.#find);
    }
    set.append(list);
    if (!this.#whole) {
      const all = button(speech.say("all_values", { facet: facet.label }), { class: "tissage-link" }, () => {
        this.#whole = true;
        all.remove();
        this.#sift();
        this.#choices.find((one) => !one.box.disabled)?.box.focus();
      });
      set.append(all);
    }
    this.root = element("details", { open }, element("summary", {}, facet.label, this.#mark), set);
  }

  /** Show how many sheets each value would give, and which are chosen. */
  update(counts: Uint32Array | undefined, slugs: ReadonlySet<string> | undefined, language: string): void {
    this.#choices.forEach(({ value, box, count }, number) => {
      const found = counts?.[number] ?? 0;
      const checked = slugs?.has(value.slug) ?? false;
      const text = found.toLocaleString(language);
      // Writing what stands there already would still cost the browser a layout.
      if (box.checked !== checked) box.checked = checked;
      if (box.disabled !== (!found && !checked)) box.disabled = !found && !checked;
      if (count.textContent !== text) count.textContent = text;
    });
    const mark = slugs?.size ? String(slugs.size) : "";
    if (this.#mark.textContent !== mark) this.#mark.textContent = mark;
    if (slugs?.size) this.root.open = true;
    this.#sift();
  }

  /** Show the values that the small filter leaves: where nothing is typed, those that lead somewhere, or all. */
  #sift(): void {
    const typed = fold(this.#find?.value.trim() ?? "");
    for (const { value, item, box } of this.#choices) {
      const hidden = typed ? !fold(value.label).includes(typed) : !this.#whole && box.disabled;
      if (item.hidden !== hidden) item.hidden = hidden;
    }
  }
}

function choice(facet: Facet, value: Value, toggle: (slug: string) => void): Choice {
  const box = element("input", { type: "checkbox", name: facet.name, value: value.slug });
  box.addEventListener("change", () => toggle(value.slug));
  const count = element("span", { class: "tissage-count" });
  const label = element("label", {}, box, element("span", {}, value.label), " ", count);
  return { value, box, count, item: element("li", { class: `tissage-browse__${Math.min(value.depth, 2)}` }, label) };
}

/** Every facet of a listing. */
export class Filters {
  readonly root = element("div", { class: "tissage-filters__facets" });
  readonly #boxes: FacetBox[];

  constructor(listing: Listing, speech: Speech, toggle: (facet: string, slug: string) => void) {
    this.#boxes = listing.facets.map(
      (facet, number) => new FacetBox(facet, speech, number < OPEN, (slug) => toggle(facet.name, slug)),
    );
    this.root.append(...this.#boxes.map((box) => box.root));
  }

  /** Show what is chosen and the counts that it leaves. */
  update(listing: Listing, counts: readonly Uint32Array[], chosen: Chosen, language: string): void {
    this.#boxes.forEach((box, number) => {
      box.update(counts[number], chosen.get(listing.facets[number]?.name ?? ""), language);
    });
  }
}
