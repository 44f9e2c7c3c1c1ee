// The questions of the form: every field of the collection in a few sections, the essentials first.
import { isEmpty } from "../../core/form/cleaning.ts";
import type { Draft } from "../../core/form/drafts.ts";
import type { Collection, Field, Path, Slip } from "../../core/form/model.ts";
import { element } from "../elements.ts";
import type { Control, Surroundings } from "./control.ts";
import { control } from "./controls.ts";
import { Fields } from "./fields.ts";
import { askable, textControl } from "./inputs.ts";

export class Questions {
  readonly sections: readonly HTMLElement[];
  readonly #fields: Fields;
  readonly #body: Control | null;
  readonly #order: readonly string[];

  constructor(collection: Collection, surroundings: Surroundings) {
    const { speech } = surroundings;
    const asked = collection.fields.filter(askable);
    this.#order = collection.fields.map((field) => field.name);
    this.#fields = new Fields(new Map(asked.map((field) => [field.name, control(field, surroundings)])));
    const required = collection.body === "required";
    const text: Field = { name: "body", kind: "markdown", label: speech.say("text"), place: "body", help: speech.say("text_help"), required };
    this.#body = collection.body === "none" ? null : textControl(text, surroundings);
    this.#body?.target([]).setAttribute("rows", "14");
    const roots = (wanted: (field: Field) => boolean): HTMLElement[] =>
      asked.filter(wanted).map((field) => this.#fields.controls.get(field.name)?.root ?? element("div"));
    const isLink = (field: Field): boolean => field.kind === "ref";
    const isLast = (field: Field): boolean => field.place === "end" || field.place === "none";
    const rest = (field: Field): boolean => !field.required && !isLink(field) && !isLast(field);
    const folded = (title: string, controls: readonly HTMLElement[]): HTMLElement[] =>
      controls.length ? [element("details", { class: "tissage-form__part" }, element("summary", {}, speech.say(title)), ...controls)] : [];
    this.sections = [
      element("h2", {}, speech.say("essentials")),
      ...roots((field) => !!field.required),
      ...(this.#body ? [this.#body.root] : []),
      ...folded("details", roots(rest)),
      ...folded("links", roots((field) => !field.required && isLink(field))),
      ...folded("sources", roots((field) => !field.required && isLast(field) && !isLink(field))),
      ...(asked.length < collection.fields.length ? [element("p", { class: "tissage-muted" }, speech.say("no_files"))] : []),
    ];
  }

  get names(): string[] {
    return [...this.#order, "body"];
  }

  /** Take away the questions of some fields. */
  hide(names: readonly string[]): void {
    for (const name of names) this.#fields.controls.get(name)?.root.setAttribute("hidden", "");
  }

  /** Whether nothing is written in a field. */
  isEmpty(name: string): boolean {
    const control = name === "body" ? this.#body : this.#fields.controls.get(name);
    return isEmpty(control?.read() ?? "");
  }

  get title(): Control | undefined {
    return this.#fields.controls.get("title");
  }

  get first(): HTMLElement {
    return this.target(["title"]);
  }

  read(): Draft {
    return { values: this.#fields.read(this.#order), body: String(this.#body?.read() ?? "") };
  }

  /** Write a draft into the controls; the parts that hold something of it open. */
  write(draft: Draft): void {
    this.#fields.write(draft.values);
    this.#body?.write(draft.body);
    for (const part of this.sections.filter((section) => section instanceof HTMLDetailsElement)) {
      const controls = [...this.#fields.controls.values()].filter((one) => part.contains(one.root));
      part.open = controls.some((one) => !isEmpty(one.read()));
    }
  }

  show(slips: readonly Slip[]): void {
    this.#fields.show(slips);
    this.#body?.show(slips.filter((slip) => slip.path[0] === "body"));
  }

  target(path: Path): HTMLElement {
    const [name] = path;
    const target = name === "body" ? this.#body?.target([]) : this.#fields.target(path);
    return target ?? this.first;
  }

  /** The name of the field to which a piece of the page belongs. */
  nameOf(target: Node): string | undefined {
    if (this.#body?.root.contains(target)) return "body";
    return [...this.#fields.controls].find(([, one]) => one.root.contains(target))?.[0];
  }
}
