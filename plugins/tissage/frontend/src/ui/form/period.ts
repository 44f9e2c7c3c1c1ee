// A period: from a date to another.
import { endsOf } from "../../core/form/dates.ts";
import { isGroup, isList, type Field, type Path, type Slip, type Written } from "../../core/form/model.ts";
import { element } from "../elements.ts";
import { freshId, help, name, Slips, type Control, type Surroundings } from "./control.ts";
import { below } from "./fields.ts";
import { textControl } from "./inputs.ts";

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
    const helped = help(field, helpId, surroundings);
    this.root = element("fieldset", { class: "tissage-field tissage-group" }, element("legend", {}, ...label), ...helped);
    this.#slips = new Slips(this.root, helped.length ? helpId : "", surroundings, (flow) => {
      this.write(endsOf(flow) ?? flow);
      this.#start.target([]).focus(); // The fieldset itself takes no focus.
    });
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
    const ofBoth = slips.filter((slip) => !slip.path.length && slip.suggestion !== undefined && endsOf(slip.suggestion));
    this.#slips.show(ofBoth);
    this.#start.show([...slips.filter((slip) => !slip.path.length && !ofBoth.includes(slip)), ...below(slips, "start")]);
  }

  target(path: Path): HTMLElement {
    return (path[0] === "end" ? this.#end : this.#start).target([]);
  }
}
