// How the sheet will read: its text as the site shows it, the fields by name.
import { isEmpty } from "../../core/form/cleaning.ts";
import type { Draft } from "../../core/form/drafts.ts";
import { isGroup, isList, type Collection, type Field, type Group, type Written } from "../../core/form/model.ts";
import { element } from "../elements.ts";
import type { Surroundings } from "./control.ts";
import { optionsOf } from "./inputs.ts";
import { rendered } from "./rendered.ts";

/** `[[target|label]]`, the label apart. */
const WIKI_LINK = /\[\[([^[\]|]+)(?:\|([^[\]]+))?\]\]/g;

export class Preview {
  readonly root = element("section", { class: "tissage-form__preview", hidden: true, tabindex: "-1" });
  readonly #surroundings: Surroundings;
  readonly #collection: Collection;
  readonly #url: (address: string) => string;
  #texts = 0;

  /** `url` gives the link to an address of the site. */
  constructor(surroundings: Surroundings, collection: Collection, url: (address: string) => string) {
    [this.#surroundings, this.#collection, this.#url] = [surroundings, collection, url];
    this.root.setAttribute("aria-label", surroundings.speech.say("preview"));
  }

  /** Open or close; gives whether it is open. */
  toggle(draft: Draft): boolean {
    this.root.hidden = !this.root.hidden;
    this.update(draft);
    if (!this.root.hidden) {
      this.root.focus({ preventScroll: true });
      this.root.scrollIntoView({ block: "start" });
    }
    return !this.root.hidden;
  }

  /** Show what the draft says now. */
  update(draft: Draft): void {
    if (this.root.hidden) return;
    this.#texts = 0;
    const { title, summary, ...others } = draft.values;
    const said = this.#collection.fields.filter((field) => others[field.name] !== undefined && !isEmpty(others[field.name] ?? ""));
    this.root.replaceChildren(
      element("h2", {}, String(title || this.#surroundings.speech.say("untitled"))),
      element("p", { class: "tissage-lead" }, String(summary ?? "")),
      this.#facts(said, draft.values),
      this.#text(draft.body),
    );
  }

  /** A text as the site shows it. */
  #text(markdown: string): HTMLElement {
    this.#texts += 1;
    const shown = rendered(markdown, this.#surroundings.speech, `apercu-${this.#texts}-`);
    const text = element("div", { class: "tissage-body" }, ...shown);
    for (const node of textsOf(text)) node.replaceWith(...this.#linked(node.data));
    return text;
  }

  /** A piece of text, its `[[links]]` made. */
  #linked(text: string): (Node | string)[] {
    const pieces: (Node | string)[] = [];
    let done = 0;
    for (const match of text.matchAll(WIKI_LINK)) {
      const [whole, target = "", label] = match;
      pieces.push(text.slice(done, match.index), this.#link(target.trim(), label?.trim()));
      done = match.index + whole.length;
    }
    return [...pieces, text.slice(done)];
  }

  #link(target: string, label: string | undefined): Node | string {
    const { data, library } = this.#surroundings;
    const [found] = library.linked(target);
    const row = library.rows.find(([id]) => id === found);
    const [collection = "", slug = ""] = row?.[0].split("/", 2) ?? [];
    const said = label || row?.[1] || target;
    const place = data.collections[collection]?.url;
    return place ? element("a", { href: this.#url(`${place}/${slug}/`) }, said) : said;
  }

  #facts(fields: readonly Field[], values: Group): HTMLElement {
    const rows = fields.flatMap((field) => [
      element("dt", {}, field.label),
      element("dd", {}, this.#value(field, values[field.name] ?? "")),
    ]);
    return element("dl", { class: "tissage-form__facts" }, ...rows);
  }

  #value(field: Field, written: Written): Node | string {
    if (isList(written)) {
      const items = written.filter((item) => !isEmpty(item)).map((item) => element("li", {}, this.#value(field, item)));
      return element("ul", {}, ...items);
    }
    if (isGroup(written)) {
      if (field.kind === "period") return [written["start"], written["end"]].filter(Boolean).join(" – ");
      return this.#facts((field.fields ?? []).filter((inner) => !isEmpty(written[inner.name] ?? "")), written);
    }
    if (field.kind === "markdown") return this.#text(written);
    if (field.kind === "ref") return this.#title(field, written);
    if (!["choice", "term", "boolean"].includes(field.kind)) return written;
    return optionsOf(field, this.#surroundings).find(([value]) => value === written)?.[1] ?? written;
  }

  /** The title of the sheet that a reference leads to: its collection is known where it may be one alone. */
  #title(field: Field, written: string): string {
    const ids = [written, ...(field.to ?? []).map((collection) => `${collection}/${written}`)];
    return this.#surroundings.library.rows.find(([id]) => ids.includes(id))?.[1] ?? written;
  }
}

/** The pieces of text, but for code, which is shown as it is. */
function textsOf(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.data.includes("[[") && !node.parentElement?.closest("code, a, .admonition-title")) found.push(node);
  }
  return found;
}
