// <tissage-index>: a catalogue that serves without scripts becomes one that filters.
import { type ListingData, decode } from "../core/listing.ts";
import { element } from "./elements.ts";
import { IndexPage } from "./index-page.ts";
import { load } from "./loading.ts";
import { Speech, type Words } from "./words.ts";

export class TissageIndex extends HTMLElement {
  connectedCallback(): void {
    // It stands there before anything is said in it: who listens hears what changes, not what comes.
    const notices = element("div", { role: "status", class: "tissage-index__notices" });
    this.prepend(notices);
    void this.#start(this.dataset["root"] ?? "", this.dataset["index"] ?? "", notices);
  }

  async #start(root: string, index: string, notices: HTMLElement): Promise<void> {
    const folder = `${root}assets/tissage/`;
    const loaded = await Promise.all([
      load<Words>(folder, "words"),
      load<ListingData>(folder, `${index}.facets`),
    ]).catch(() => null); // Without them the page serves as it is: its list, and links to every value.
    if (loaded) new IndexPage(this, decode(loaded[1]), new Speech(loaded[0]), { root, index, notices }).start();
  }
}
