// All that is wrong in a sheet, above its endings: each slip leads to its field.
import type { Path, Slip } from "../../core/form/model.ts";
import { element } from "../elements.ts";
import type { Surroundings } from "./control.ts";
import { sentencesOf } from "./slips.ts";

export class Summary {
  readonly root = element("div", { class: "tissage-form__summary", tabindex: "-1" });
  readonly #surroundings: Surroundings;
  readonly #target: (path: Path) => HTMLElement;

  /** `target` finds what to put the focus on for a slip. */
  constructor(surroundings: Surroundings, target: (path: Path) => HTMLElement) {
    [this.#surroundings, this.#target] = [surroundings, target];
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
    const errors = slips.some((slip) => (data.codes[slip.code]?.[0] ?? "error") === "error");
    const heading = element("h2", {}, speech.say(errors ? "errors" : "warnings"));
    const items = slips.map((slip) => element("li", {}, this.#link(slip)));
    this.root.replaceChildren(...(items.length ? [heading, element("ul", {}, ...items)] : []));
    return errors;
  }

  #link(slip: Slip): HTMLElement {
    const [message] = sentencesOf(slip, this.#surroundings.data);
    const link = element("a", { href: `#${this.#target(slip.path).id}` }, message);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const target = this.#target(slip.path);
      target.closest("details")?.setAttribute("open", "");
      target.focus();
    });
    return link;
  }
}
