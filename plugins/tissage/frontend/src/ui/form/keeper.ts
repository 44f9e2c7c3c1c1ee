// The draft of a form, kept in this browser.
import { draftName, formatDraft, improved, isSame, merged, parseDraft, type Draft } from "../../core/form/drafts.ts";
import { keep, kept } from "../keeping.ts";

/** What is said of the draft: the name of its sentence. */
export type Told = "draft_kept" | "draft_failed" | "draft_back" | "draft_clash" | "";

export class Keeper {
  readonly #name: string;
  readonly #improves: boolean;
  #begun: Draft = { values: {}, body: "" };

  /** `own` is the id of the sheet that is improved, if one is; `elsewhere` is called when another tab keeps its own. */
  constructor(collection: string, own: string, elsewhere: () => void) {
    this.#name = draftName(collection, own);
    this.#improves = own !== "";
    window.addEventListener("storage", (event) => {
      if (event.key === this.#name && event.newValue !== null) elsewhere();
    });
  }

  /** The draft to go on with, given what the controls say at the beginning: what differs from that is kept. */
  open(begun: Draft): readonly [draft: Draft | null, told: Told] {
    this.#begun = begun;
    const draftKept = parseDraft(kept(this.#name));
    if (!draftKept) return [null, ""];
    const [draft, clash] = this.#improves ? merged(draftKept, begun) : [draftKept, false];
    return [draft, clash ? "draft_clash" : "draft_back"];
  }

  /** Whether a draft says what the controls said at the beginning. */
  isUnchanged(draft: Draft): boolean {
    return isSame(draft, this.#begun);
  }

  /** The sheet that is improved with what a draft changes of it. */
  improved(draft: Draft, sheet: Draft): Draft {
    return improved(draft, this.#begun, sheet);
  }

  keep(draft: Draft): Told {
    const changed = !this.isUnchanged(draft);
    const written = formatDraft(this.#improves ? { ...draft, from: this.#begun } : draft);
    if (!keep(this.#name, changed ? written : null)) return "draft_failed";
    return changed ? "draft_kept" : "";
  }

  drop(): void {
    keep(this.#name, null);
  }
}
