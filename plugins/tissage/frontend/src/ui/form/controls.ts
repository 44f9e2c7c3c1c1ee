// Which control a field has.
import type { Field } from "../../core/form/model.ts";
import { ChecksControl } from "./checks.ts";
import type { Control, Make, Surroundings } from "./control.ts";
import { GroupControl } from "./group.ts";
import { optionsOf, PickControl, selectControl, textControl } from "./inputs.ts";
import { ListControl } from "./list.ts";
import { PeriodControl } from "./period.ts";

/** How many words one looks through without typing. */
const SHORT_LIST = 30;

export const control: Make = (field, surroundings, label): Control => {
  if (field.many) return isShort(field, surroundings) ? new ChecksControl(field, surroundings) : new ListControl(field, surroundings, control);
  if (field.kind === "group") return new GroupControl(field, surroundings, control, label);
  if (field.kind === "period") return new PeriodControl(field, surroundings, label);
  if (field.kind === "ref") return new PickControl(field, surroundings, label);
  if (!["choice", "term", "boolean"].includes(field.kind)) return textControl(field, surroundings, label);
  return isShort(field, surroundings) ? selectControl(field, surroundings, label) : new PickControl(field, surroundings, label);
};

function isShort(field: Field, surroundings: Surroundings): boolean {
  return ["choice", "term", "boolean"].includes(field.kind) && optionsOf(field, surroundings).length <= SHORT_LIST;
}
