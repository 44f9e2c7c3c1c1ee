// Controls made of others: a group of fields, a list of values, a period.
import { isGroup, isList, type Field, type Path, type Slip, type Written } from "../../core/form/model.ts";
import { button, element } from "../elements.ts";
import { freshId, help, name, Slips, type Control, type Surroundings } from "./control.ts";
import { askable, textControl } from "./inputs.ts";

export type Make = (field: Field, surroundings: Surroundings, label?: readonly (Node | string)[]) => Control;

/** The slips at a place below a path, and what is left of each path. */
function below(slips: readonly Slip[], step: string | number): Slip[] {
  return slips.filter((slip) => slip.path[0] === step).map((slip) => ({ ...slip, path: slip.path.slice(1) }));
}

/** The fields of a group, by name; what the form does not ask is kept as it was. */
export class Fields {
  readonly #controls: ReadonlyMap<string, Control>;
  #others: { readonly [name: string]: Written } = {};

  constructor(controls: ReadonlyMap<string, Control>) {
    this.#controls = controls;
  }

  get controls(): ReadonlyMap<string, Control> {
    return this.#controls;
  }

  /** The values in the order of `names`, then those that the form did not ask for. */
  read(names: readonly string[] = [...this.#controls.keys()]): { readonly [name: string]: Written } {
    const known = names.map((one) => [one, this.#controls.get(one)?.read() ?? this.#others[one] ?? ""] as const);
    return { ...Object.fromEntries(known), ...this.#others };
  }

  write(value: Written): void {
    const group = isGroup(value) ? value : {};
    this.#others = Object.fromEntries(Object.entries(group).filter(([key]) => !this.#controls.has(key)));
    for (const [key, control] of this.#controls) control.write(group[key] ?? "");
  }

  show(slips: readonly Slip[]): void {
    for (const [key, control] of this.#controls) control.show(below(slips, key));
  }

  target(path: Path): HTMLElement | undefined {
    return this.#controls.get(String(path[0]))?.target(path.slice(1));
  }
}

/** Fields inside a field. */
export class GroupControl implements Control {
  readonly root: HTMLFieldSetElement;
  readonly #fields: Fields;
  readonly #slips: Slips;

  constructor(field: Field, surroundings: Surroundings, make: Make, label: readonly (Node | string)[] = name(field, surroundings)) {
    this.#fields = new Fields(new Map((field.fields ?? []).filter(askable).map((inner) => [inner.name, make(inner, surroundings)])));
    const helpId = freshId();
    const helped = label.length && !field.many ? help(field, helpId) : [];
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

/** A list: one control a value, with buttons to add and to remove one. */
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
    const helped = help(field, helpId);
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
    const { many, required, help, ...one } = this.#field;
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

/** From a date to another. */
export class PeriodControl implements Control {
  readonly root: HTMLFieldSetElement;
  readonly #start: Control;
  readonly #end: Control;
  readonly #slips: Slips;
  #grouped = false;

  constructor(field: Field, surroundings: Surroundings, label: readonly (Node | string)[] = name(field, surroundings)) {
    const { speech } = surroundings;
    const one = (text: string): Control => {
      const { help: _, example: __, required: ___, ...bare } = field;
      return textControl({ ...bare, kind: "date", label: text }, surroundings, [text]);
    };
    [this.#start, this.#end] = [one(speech.say("start")), one(speech.say("end"))];
    const helpId = freshId();
    const helped = help(field, helpId);
    this.root = element("fieldset", { class: "tissage-field tissage-group" }, element("legend", {}, ...label), ...helped);
    this.#slips = new Slips(this.root, helped.length ? helpId : "", surroundings, () => undefined);
    this.root.append(this.#start.root, this.#end.root, this.#slips.root);
  }

  /** A date by itself where there is no end, unless it was written otherwise. */
  read(): Written {
    const [start, end] = [this.#start.read(), this.#end.read()];
    if (typeof end === "string" && end.trim()) return { start, end };
    return this.#grouped && start !== "" ? { start } : start;
  }

  write(value: Written): void {
    this.#grouped = isGroup(value);
    const period = isGroup(value) ? value : { start: isList(value) ? "" : value };
    this.#start.write(period["start"] ?? "");
    this.#end.write(period["end"] ?? "");
  }

  show(slips: readonly Slip[]): void {
    const ofEnd = below(slips, "end");
    this.#end.show(ofEnd);
    this.#start.show([...slips.filter((slip) => !slip.path.length), ...below(slips, "start")]);
  }

  target(path: Path): HTMLElement {
    return (path[0] === "end" ? this.#end : this.#start).target([]);
  }
}
