// « Cette fiche existe peut-être déjà »: sheets whose title has the words of the one being typed.
import { essence } from "../../core/form/titles.ts";
import type { Collection, SheetRow } from "../../core/form/model.ts";
import { element } from "../elements.ts";
import type { Surroundings } from "./control.ts";

const MOST = 5;
/** The share of the words typed that a title has to hold. */
const ENOUGH = 0.6;

export class Alike {
  readonly root = element("div", { class: "tissage-form__alike", role: "status" });
  readonly #surroundings: Surroundings;
  readonly #collection: Collection;
  readonly #url: (address: string) => string;
  #shown = "";
  #words: readonly (readonly [SheetRow, ReadonlySet<string>])[] | undefined;

  /** `url` gives the link to an address of the site. */
  constructor(surroundings: Surroundings, collection: Collection, url: (address: string) => string) {
    [this.#surroundings, this.#collection, this.#url] = [surroundings, collection, url];
  }

  /** Name the sheets like this title, but for the sheet `own`. */
  look(title: string, own = ""): void {
    const { data, library, speech } = this.#surroundings;
    const typed = essence(title, data.rules).filter((word) => word.length > 2);
    this.#words ??= library.rows
      .filter(([id]) => id.startsWith(`${this.#collection.id}/`))
      .map((row) => [row, new Set(essence(row[1], data.rules))] as const);
    const found = typed.length
      ? this.#words
          .map(([row, words]) => [row, typed.filter((word) => words.has(word)).length / typed.length] as const)
          .filter(([row, share]) => share >= ENOUGH && row[0] !== own)
          .sort(([, one], [, other]) => other - one)
          .slice(0, MOST)
      : [];
    const ids = found.map(([[id]]) => id).join(" ");
    if (ids === this.#shown) return; // A link that has the focus must not be made anew, nor said again.
    this.#shown = ids;
    const items = found.map(([[id, name]]) => {
      const slug = id.slice(id.indexOf("/") + 1);
      const page = this.#url(`${this.#collection.url}/${slug}/`);
      const improve = `${this.#url(`proposer/${this.#collection.url}/`)}?${speech.say("address_sheet")}=${slug}`;
      const link = element("a", { href: improve, "aria-label": speech.say("improve_this", { title: name }) }, speech.say("improve"));
      return element("li", {}, element("a", { href: page }, name), " ", link);
    });
    const said = items.length ? [element("p", {}, speech.say("alike")), element("ul", {}, ...items)] : [];
    this.root.replaceChildren(...said);
  }
}
