// Controls of one value: a line, a paragraph, a choice, a word from a long list.
import type { Field, Path, Slip, Written } from "../../core/form/model.ts";
import { slugify } from "../../core/slugs.ts";
import { element } from "../elements.ts";
import { freshId, help, name, Slips, type Control, type Surroundings } from "./control.ts";

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const LONG_LINE = 120;
const MODES: Readonly<Record<string, string>> = { number: "decimal", money: "decimal", email: "email", phone: "tel", url: "url" };

/** A control around one box of the browser's. */
class Boxed implements Control {
  readonly root: HTMLElement;
  readonly #box: Box;
  readonly #slips: Slips;
  readonly #counter: HTMLElement | null = null;
  readonly #field: Field;
  readonly #surroundings: Surroundings;

  constructor(field: Field, box: Box, surroundings: Surroundings, more = "", label: readonly (Node | string)[] = name(field, surroundings)) {
    this.#field = field;
    this.#box = box;
    this.#surroundings = surroundings;
    box.id = freshId();
    if (field.required) box.required = true;
    const helpId = freshId();
    const helped = help(field, helpId, surroundings, more);
    const counterId = field.maxLength === undefined ? "" : freshId();
    const described = [helped.length ? helpId : "", counterId].filter(Boolean).join(" ");
    this.#slips = new Slips(box, described, surroundings, (suggestion) => this.write(suggestion));
    this.root = element("div", { class: "tissage-field" }, element("label", { for: box.id }, ...label), ...helped, box);
    if (counterId) {
      this.#counter = element("p", { class: "tissage-field__count", id: counterId });
      this.root.append(this.#counter);
      box.addEventListener("input", () => this.#count());
      this.#count();
    }
    this.root.append(this.#slips.root);
  }

  #count(): void {
    if (!this.#counter || this.#field.maxLength === undefined) return;
    const { speech } = this.#surroundings;
    const length = [...this.#box.value.replace(/\s+/g, " ").trim()].length;
    this.#counter.textContent = speech.say("characters", {
      number: speech.number(length),
      limit: speech.number(this.#field.maxLength),
    });
  }

  read(): Written {
    return this.#box.value;
  }

  write(value: Written): void {
    this.#box.value = typeof value === "string" ? this.#shown(value) : "";
    this.#count();
  }

  /** What stands in the box for a value: one of its own words for yes or no; a line would glue what several lines say. */
  #shown(value: string): string {
    const yes = this.#field.kind === "boolean" ? this.#surroundings.data.rules.booleans[value.trim().toLowerCase()] : undefined;
    if (yes !== undefined) return String(yes);
    return this.#box instanceof HTMLInputElement ? value.trim().replace(/\s*\n\s*/g, " ") : value;
  }

  show(slips: readonly Slip[]): void {
    this.#slips.show(slips);
  }

  target(): HTMLElement {
    return this.#box;
  }
}

/**
 * Whether the form asks for a field: not for a file beside the sheet, which a browser cannot give; nor for what the site
 * never publishes, since proposals are public.
 */
export function askable(field: Field): boolean {
  if (field.sensitive && !field.required) return false;
  if (field.kind === "image" || field.kind === "file") return false;
  return !(field.fields ?? []).some((inner) => inner.required && !askable(inner));
}

/** A line or a paragraph, as the length and the kind of the field ask for. */
export function textControl(field: Field, surroundings: Surroundings, label?: readonly (Node | string)[]): Control {
  const { speech } = surroundings;
  const dated = field.kind === "date" ? speech.say(field.precision === "day" ? "day_help" : "date_help") : "";
  const long = field.kind === "markdown" || (field.kind === "text" && (field.maxLength ?? 0) > LONG_LINE);
  const box = long
    ? element("textarea", { rows: field.kind === "markdown" ? "6" : "3" })
    : element("input", { type: "text", autocomplete: "off", ...(MODES[field.kind] ? { inputmode: MODES[field.kind] as string } : {}) });
  return new Boxed(field, box, surroundings, [field.unit, dated].filter(Boolean).join(" "), label);
}

/** One of a few words. */
export function selectControl(field: Field, surroundings: Surroundings, label?: readonly (Node | string)[]): Control {
  const { speech } = surroundings;
  const unsaid = element("option", { value: "" }, speech.say(field.required ? "choose" : "unsaid"));
  const options = optionsOf(field, surroundings).map(([value, text]) => element("option", { value }, text));
  return new Boxed(field, element("select", {}, unsaid, ...options), surroundings, "", label);
}

/** The words that a field may hold: value and text. */
export function optionsOf(field: Field, { data, speech }: Surroundings): readonly (readonly [value: string, text: string])[] {
  if (field.kind === "boolean") return [["true", speech.say("yes")], ["false", speech.say("no")]];
  if (field.kind === "choice") return field.choices ?? [];
  return (data.vocabularies[field.vocabulary ?? ""] ?? []).map(([slug, text, above]) => [slug, above ? `${text}, ${above}` : text]);
}

/** A word from a long list, by its first letters: the browser's own list of suggestions. */
export class PickControl implements Control {
  readonly #boxed: Boxed;
  readonly #words: readonly (readonly [value: string, text: string])[];

  constructor(field: Field, surroundings: Surroundings, label?: readonly (Node | string)[]) {
    this.#words = field.kind === "ref" ? sheetsOf(field, surroundings) : optionsOf(field, surroundings);
    const id = freshId();
    const box = element("input", { type: "text", autocomplete: "off", list: id });
    this.#boxed = new Boxed(field, box, surroundings, surroundings.speech.say("type_to_find"), label);
    box.addEventListener("change", () => this.#boxed.write(this.#meant(box.value)?.[1] ?? box.value));
    this.root.append(element("datalist", { id }, ...this.#words.map(([, text]) => element("option", { value: text }))));
  }

  get root(): HTMLElement {
    return this.#boxed.root;
  }

  /** The value that was meant; what was typed where there is none. */
  read(): Written {
    const typed = String(this.#boxed.read());
    return this.#meant(typed)?.[0] ?? typed;
  }

  /** The word that was typed, by its text or its name, in any case and accents; or the only one that begins so. */
  #meant(typed: string): readonly [value: string, text: string] | undefined {
    const key = slugify(typed);
    if (!key) return undefined;
    const exact = this.#words.find(([value, text]) => text === typed || value === typed);
    const same = this.#words.filter(([value, text]) => slugify(text) === key || value.slice(value.lastIndexOf("/") + 1) === key);
    const begun = this.#words.filter(([, text]) => slugify(text).startsWith(key));
    return exact ?? same[0] ?? (begun.length === 1 ? begun[0] : undefined);
  }

  write(value: Written): void {
    const text = typeof value === "string" ? value : "";
    const bare = text.slice(text.lastIndexOf("/") + 1);
    const word = this.#words.find(([known]) => known === text) ?? this.#words.find(([known]) => known === bare);
    this.#boxed.write(word?.[1] ?? text);
  }

  show(slips: readonly Slip[]): void {
    this.#boxed.show(slips);
  }

  target(_path: Path): HTMLElement {
    return this.#boxed.target();
  }
}

/** The sheets that a reference may lead to: a slug, with its collection where there are several. No two have one text. */
function sheetsOf(field: Field, { data, library }: Surroundings): (readonly [value: string, text: string])[] {
  const to = field.to ?? [];
  const sheets = library.rows
    .filter(([id]) => to.includes(id.slice(0, id.indexOf("/"))))
    .map(([id, title]): [value: string, text: string] => {
      const [collection = "", slug = ""] = id.split("/", 2);
      return to.length > 1 ? [id, `${title} (${data.collections[collection]?.label ?? collection})`] : [slug, title];
    });
  const times = new Map<string, number>();
  for (const [, text] of sheets) times.set(text, (times.get(text) ?? 0) + 1);
  return sheets.map(([value, text]) => [value, (times.get(text) ?? 0) > 1 ? `${text} (${value})` : text]);
}
