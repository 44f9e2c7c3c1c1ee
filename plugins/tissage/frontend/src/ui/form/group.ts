// A group: fields inside a field.
import type { Field, Path, Slip, Written } from "../../core/form/model.ts";
import { element } from "../elements.ts";
import { freshId, help, name, Slips, type Control, type Make, type Surroundings } from "./control.ts";
import { Fields } from "./fields.ts";
import { askable } from "./inputs.ts";

export class GroupControl implements Control {
  readonly root: HTMLFieldSetElement;
  readonly #fields: Fields;
  readonly #slips: Slips;

  constructor(field: Field, surroundings: Surroundings, make: Make, label: readonly (Node | string)[] = name(field, surroundings)) {
    this.#fields = new Fields(new Map((field.fields ?? []).filter(askable).map((inner) => [inner.name, make(inner, surroundings)])));
    const helpId = freshId();
    const helped = label.length && !field.many ? help(field, helpId, surroundings) : [];
    this.root = element("fieldset", { class: "tissage-field tissage-group" }, element("legend", {}, ...label), ...helped);
    this.#slips = new Slips(this.root, helped.length ? helpId : "", surroundings, () => undefined);
    this.root.append(this.#slips.root, ...[...this.#fields.controls.values()].map((control) => control.root));
  }

  read(): Written {
    return this.#fields.read();
  }

  write(value: Written): void {
    this.#fields.write(value);
  }

  show(slips: readonly Slip[]): void {
    this.#slips.show(slips.filter((slip) => !slip.path.length));
    this.#fields.show(slips);
  }

  target(path: Path): HTMLElement {
    return this.#fields.target(path) ?? this.root.querySelector<HTMLElement>("input, textarea, select") ?? this.root;
  }
}
