// A list: one control a value, with buttons to add and to remove one.
import { isList, type Field, type Path, type Slip, type Written } from "../../core/form/model.ts";
import { button, element } from "../elements.ts";
import { freshId, help, name, Slips, type Control, type Make, type Surroundings } from "./control.ts";
import { below } from "./fields.ts";

export class ListControl implements Control {
  readonly root: HTMLFieldSetElement;
  readonly #items = element("div", { class: "tissage-list" });
  readonly #add: HTMLButtonElement;
  readonly #field: Field;
  readonly #surroundings: Surroundings;
  readonly #make: Make;
  readonly #slips: Slips;
  #controls: Control[] = [];

  constructor(field: Field, surroundings: Surroundings, make: Make) {
    [this.#field, this.#surroundings, this.#make] = [field, surroundings, make];
    const helpId = freshId();
    const helped = help(field, helpId, surroundings);
    this.#add = button(surroundings.speech.say("add", { field: field.label }), { class: "md-button tissage-list__add" }, () => {
      this.#append().target([]).focus();
      this.#renumber();
      surroundings.changed();
    });
    this.root = element("fieldset", { class: "tissage-field" }, element("legend", {}, ...name(field, surroundings)), ...helped);
    this.#slips = new Slips(this.root, helped.length ? helpId : "", surroundings, () => undefined);
    this.root.append(this.#items, element("p", {}, this.#add), this.#slips.root);
    if (field.required) this.#append();
    this.#renumber();
  }

  #append(): Control {
    const { many, required, help, example, ...one } = this.#field;
    const label = element("span");
    const control = this.#make(one, this.#surroundings, [label]);
    const remove = button("", { class: "tissage-link tissage-list__remove" }, () => {
      const number = this.#controls.indexOf(control);
      this.#controls.splice(number, 1);
      item.remove();
      this.#renumber();
      (this.#controls[Math.min(number, this.#controls.length - 1)]?.target([]) ?? this.#add).focus();
      this.#surroundings.changed();
    });
    const item = element("div", { class: "tissage-list__item" }, control.root, remove);
    this.#items.append(item);
    this.#controls.push(control);
    return control;
  }

  /** Every value is called by its number. */
  #renumber(): void {
    const { speech } = this.#surroundings;
    this.#controls.forEach((control, index) => {
      const number = { field: this.#field.label, number: speech.number(index + 1) };
      const label = control.root.querySelector(":scope > :is(label, legend) > span");
      if (label) label.textContent = speech.say("number_of", number);
      const remove = control.root.parentElement?.querySelector(":scope > .tissage-list__remove");
      if (remove) remove.textContent = speech.say("remove", number);
    });
    const most = this.#field.many?.max;
    this.#add.hidden = typeof most === "number" && this.#controls.length >= most;
  }

  read(): Written {
    return this.#controls.map((control) => control.read());
  }

  write(value: Written): void {
    const items = isList(value) ? value : value === "" ? [] : [value];
    this.#controls = [];
    this.#items.replaceChildren();
    for (const item of items) this.#append().write(item);
    if (this.#field.required && !items.length) this.#append();
    this.#renumber();
  }

  show(slips: readonly Slip[]): void {
    this.#slips.show(slips.filter((slip) => !slip.path.length));
    this.#controls.forEach((control, number) => control.show(below(slips, number)));
  }

  target(path: Path): HTMLElement {
    return this.#controls[Number(path[0] ?? 0)]?.target(path.slice(1)) ?? this.#add;
  }
}
