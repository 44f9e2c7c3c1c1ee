// All that is wrong in a sheet, above its endings: each slip leads to its field.
import type { Collection, Path, Slip } from "../../core/form/model.ts";
import { element } from "../elements.ts";
import type { Surroundings } from "./control.ts";
import { placeOf, sentencesOf } from "./slips.ts";

export class Summary {
  readonly root = element("div", { class: "tissage-form__summary", tabindex: "-1" });
  readonly #surroundings: Surroundings;
  readonly #collection: Collection;
  readonly #target: (path: Path) => HTMLElement;

  /** `target` finds what to put the focus on for a slip. */
  constructor(surroundings: Surroundings, collection: Collection, target: (path: Path) => HTMLElement) {
    [this.#surroundings, this.#collection, this.#target] = [surroundings, collection, target];
  }

  get isOpen(): boolean {
    return this.root.hasChildNodes();
  }

  close(): void {
    this.root.replaceChildren();
  }

  /** Name every slip, with a link to its field; gives whether one of them is an error. */
  show(slips: readonly Slip[]): boolean {
    const { data, speech } = this.#surroundings;
    const isError = (slip: Slip): boolean => (data.codes[slip.code]?.[0] ?? "error") === "error";
    const [errors, others] = [slips.filter(isError), slips.filter((slip) => !isError(slip))];
    const list = (heading: HTMLElement, listed: readonly Slip[]): HTMLElement[] =>
      listed.length ? [heading, element("ul", {}, ...this.#inOrder(listed).map((slip) => element("li", {}, this.#link(slip))))] : [];
    const beside = errors.length ? element("p", {}, speech.say("warnings_too")) : element("h2", {}, speech.say("warnings"));
    this.root.replaceChildren(...list(element("h2", {}, speech.say("errors")), errors), ...list(beside, others));
    return errors.length > 0;
  }

  /** As their fields follow on the page. */
  #inOrder(slips: readonly Slip[]): Slip[] {
    const places = new Map(slips.map((slip) => [slip, this.#target(slip.path)]));
    const follows = (one: Slip, other: Slip): boolean =>
      Boolean((places.get(one) as Node).compareDocumentPosition(places.get(other) as Node) & Node.DOCUMENT_POSITION_PRECEDING);
    return [...slips].sort((one, other) => (places.get(one) === places.get(other) ? 0 : follows(one, other) ? 1 : -1));
  }

  #link(slip: Slip): HTMLElement {
    const { data, speech } = this.#surroundings;
    const [message] = sentencesOf(slip, data);
    const field = placeOf(slip.path, this.#collection.fields, speech);
    const named = slip.path.length === 1 && message.toLowerCase().includes(field.toLowerCase());
    const said = named ? message : speech.say("slip_in", { field, message });
    const link = element("a", { href: `#${this.#target(slip.path).id}` }, said);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const target = this.#target(slip.path);
      target.closest("details")?.setAttribute("open", "");
      target.focus();
    });
    return link;
  }
}
