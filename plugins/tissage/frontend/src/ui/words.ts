// The site’s sentences, which the build makes through gettext; no script holds any.

export interface Words {
  readonly language: string;
  readonly [name: string]: string | readonly [one: string, many: string];
}

/** Says the sentences of the site, their `{names}` filled. */
export class Speech {
  readonly language: string;
  /** The address of the published site, empty where it is not known. */
  readonly site: string;
  readonly #words: Words;
  readonly #plurals: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat; // one for all: `toLocaleString` makes one for each number

  constructor(words: Words) {
    this.language = words.language;
    this.site = String(words["site"] ?? "");
    this.#words = words;
    this.#plurals = new Intl.PluralRules(words.language);
    this.#numbers = new Intl.NumberFormat(words.language);
  }

  /** A sentence. */
  say(name: string, values: Readonly<Record<string, string>> = {}): string {
    const sentence = this.#words[name];
    return fill(typeof sentence === "string" ? sentence : name, values);
  }

  /** A number as one writes it. */
  number(number: number): string {
    return this.#numbers.format(number);
  }

  /** A sentence with the form that a number asks for; `{number}` is filled too. */
  count(name: string, number: number, values: Readonly<Record<string, string>> = {}): string {
    const forms = this.#words[name];
    const form = Array.isArray(forms) ? forms[this.#plurals.select(number) === "one" ? 0 : 1] : name;
    return fill(form, { number: this.number(number), ...values });
  }
}

function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}
