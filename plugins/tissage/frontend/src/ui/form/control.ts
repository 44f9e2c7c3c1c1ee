// What every control of the form can do: be read, be written, and show what is wrong.
import type { Field, FormData, Path, Slip, Written } from "../../core/form/model.ts";
import type { Library } from "../../core/form/context.ts";
import type { Speech } from "../words.ts";
import { element } from "../elements.ts";
import { slipList } from "./slips.ts";

export interface Control {
  readonly root: HTMLElement;
  read(): Written;
  write(value: Written): void;
  /** Show the slips at or below this control; their paths start inside it. */
  show(slips: readonly Slip[]): void;
  /** What to put the focus on for a slip at a place inside it. */
  target(path: Path): HTMLElement;
}

/** What controls share: the data of the form, the sentences, and a word that something changed. */
export interface Surroundings {
  readonly data: FormData;
  readonly library: Library;
  readonly speech: Speech;
  changed(): void;
}

/** Makes the control of a field; in a list, that of one value, called by `label`. */
export type Make = (field: Field, surroundings: Surroundings, label?: readonly (Node | string)[]) => Control;

let made = 0;

/** An id that no other element of the page has. */
export function freshId(): string {
  made += 1;
  return `champ-${made}`;
}

/** The name of a field as the form says it: with a word where it is required. */
export function name(field: Field, { speech }: Surroundings): (Node | string)[] {
  if (!field.required) return [field.label];
  return [field.label, " ", element("span", { class: "tissage-field__required" }, `(${speech.say("required")})`)];
}

/** The help of a field, with its example. */
export function help(field: Field, id: string, { speech }: Surroundings, more = ""): HTMLElement[] {
  const example = field.example ? speech.say("example", { example: field.example }) : "";
  const text = [field.help, more, example].filter(Boolean).join(" ");
  return text ? [element("p", { class: "tissage-field__help", id }, text)] : [];
}

/** Where the slips of a control show; `described` is what they describe. */
export class Slips {
  readonly id = freshId();
  readonly root = element("div", { class: "tissage-field__slips", id: this.id });
  readonly #described: HTMLElement;
  readonly #helped: string;
  readonly #surroundings: Surroundings;
  readonly #write: (suggestion: string) => void;
  #shown = "";

  constructor(described: HTMLElement, helped: string, surroundings: Surroundings, write: (suggestion: string) => void) {
    this.#described = described;
    this.#helped = helped;
    this.#surroundings = surroundings;
    this.#write = write;
    if (helped) described.setAttribute("aria-describedby", helped);
  }

  show(slips: readonly Slip[]): void {
    const { data, speech } = this.#surroundings;
    const shown = JSON.stringify(slips);
    if (shown === this.#shown) return; // A button that has the focus must not be made anew.
    this.#shown = shown;
    const list = slips.length
      ? [
          slipList(slips, data, speech, (suggestion) => {
            this.#write(suggestion);
            this.#described.focus();
            this.#surroundings.changed();
          }),
        ]
      : [];
    this.root.replaceChildren(...list);
    const wrong = slips.some((slip) => data.codes[slip.code]?.[0] === "error");
    const ids = [this.#helped, slips.length ? this.id : ""].filter(Boolean).join(" ");
    if (ids) this.#described.setAttribute("aria-describedby", ids);
    else this.#described.removeAttribute("aria-describedby");
    if (this.#described.matches("input, textarea, select")) this.#described.setAttribute("aria-invalid", String(wrong));
  }
}
