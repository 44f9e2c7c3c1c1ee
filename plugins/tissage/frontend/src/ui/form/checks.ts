// Several words of a short list: boxes to check, in the order in which they were checked.
import type { Field, Slip, Written } from "../../core/form/model.ts";
import { isList } from "../../core/form/model.ts";
import { element } from "../elements.ts";
import { freshId, help, name, Slips, type Control, type Surroundings } from "./control.ts";
import { optionsOf } from "./inputs.ts";

export class ChecksControl implements Control {
  readonly root: HTMLFieldSetElement;
  readonly #boxes: ReadonlyMap<string, HTMLInputElement>;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #order = element("p", { class: "tissage-field__help", role: "status" });
  readonly #slips: Slips;
  readonly #surroundings: Surroundings;
  #chosen: string[] = [];

  constructor(field: Field, surroundings: Surroundings) {
    this.#surroundings = surroundings;
    const options = optionsOf(field, surroundings);
    this.#texts = new Map(options);
    this.#boxes = new Map(options.map(([value]) => [value, element("input", { type: "checkbox", value })]));
    const helpId = freshId();
    const helped = help(field, helpId, surroundings);
    this.root = element("fieldset", { class: "tissage-field tissage-checks" }, element("legend", {}, ...name(field, surroundings)));
    this.#slips = new Slips(this.root, helped.length ? helpId : "", surroundings, (suggestion) => this.write([suggestion]));
    const labels = options.map(([value, text]) => element("label", {}, this.#boxes.get(value) ?? "", " ", text));
    this.root.append(...helped, element("div", { class: "tissage-checks__boxes" }, ...labels), this.#order, this.#slips.root);
    this.root.addEventListener("change", (event) => {
      const box = event.target as HTMLInputElement;
      this.#chosen = this.#chosen.filter((value) => value !== box.value);
      if (box.checked) this.#chosen.push(box.value);
      this.#say();
    });
  }

  #say(): void {
    const values = this.#chosen.map((value) => this.#texts.get(value) ?? value).join(", ");
    this.#order.textContent = this.#chosen.length > 1 ? this.#surroundings.speech.say("in_order", { values }) : "";
  }

  read(): Written {
    return this.#chosen;
  }

  write(value: Written): void {
    const items = isList(value) ? value : [value];
    this.#chosen = items.filter((item): item is string => typeof item === "string" && this.#boxes.has(item));
    for (const [word, box] of this.#boxes) box.checked = this.#chosen.includes(word);
    this.#say();
  }

  show(slips: readonly Slip[]): void {
    this.#slips.show(slips);
  }

  target(): HTMLElement {
    return this.#boxes.values().next().value ?? this.root;
  }
}
