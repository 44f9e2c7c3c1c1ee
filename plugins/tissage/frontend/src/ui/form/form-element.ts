// <tissage-form>: a sheet of a collection to fill in, or to improve, checked as one types and kept as a draft.
import { check } from "../../core/form/checking.ts";
import { Library } from "../../core/form/context.ts";
import { draftName, formatDraft, isSame, merged, parseDraft, type Draft, type Kept } from "../../core/form/drafts.ts";
import type { Collection, FormData, SheetRow, Slip } from "../../core/form/model.ts";
import { improvedText, readSource, sheetText, type Source } from "../../core/form/writing.ts";
import { freeSlug } from "../../core/slugs.ts";
import { button, element } from "../elements.ts";
import { load } from "../loading.ts";
import { Speech } from "../words.ts";
import { Alike } from "./alike.ts";
import { Endings } from "./endings.ts";
import { Preview } from "./preview.ts";
import { Questions } from "./questions.ts";
import { sentencesOf } from "./slips.ts";

const PAUSE = 400; // milliseconds without a key: what is typed is checked and kept

export class TissageForm extends HTMLElement {
  #data!: FormData;
  #collection!: Collection;
  #library!: Library;
  #speech!: Speech;
  #questions!: Questions;
  #alike!: Alike;
  #preview!: Preview;
  #endings!: Endings;
  #own = "";
  #source: Source | null = null;
  #keptBack: readonly string[] = [];
  #begun: Draft = { values: {}, body: "" };
  #seen = new Set<string>();
  #timer = 0;
  readonly #status = element("p", { class: "tissage-status", role: "status" });
  readonly #summary = element("div", { class: "tissage-form__summary", tabindex: "-1" });

  connectedCallback(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    const folder = `${this.dataset["root"] ?? ""}assets/tissage/`;
    const loaded = await Promise.all([load<FormData>(folder, "form.data"), load<SheetRow[]>(folder, "form.sheets")]).catch(() => null);
    const collection = loaded?.[0].collections[this.dataset["collection"] ?? ""];
    if (!loaded || !collection) return; // The page says by itself that it needs its scripts.
    [this.#data, this.#collection, this.#library] = [loaded[0], collection, new Library(loaded[1])];
    this.#speech = new Speech(this.#data.words);
    const notice = await this.#open(folder);
    const surroundings = { data: this.#data, library: this.#library, speech: this.#speech, changed: () => this.#changed() };
    this.#questions = new Questions(collection, surroundings);
    this.#questions.hide(this.#keptBack);
    this.#alike = new Alike(surroundings, collection, (address) => this.#url(address));
    this.#preview = new Preview(surroundings, collection);
    this.#endings = new Endings(surroundings, this.#status);
    this.#lay(notice);
    this.#fill();
    this.addEventListener("input", () => this.#changed());
    this.addEventListener("change", () => this.#changed());
    window.addEventListener("pagehide", () => {
      if (this.#timer) this.#keep();
    });
    this.addEventListener("focusout", (event) => this.#leave(event.target as Node));
  }

  /** The sheet that the address asks to improve; gives what is to be said of it. */
  async #open(folder: string): Promise<string> {
    const slug = new URLSearchParams(location.search).get(this.#speech.say("address_sheet"));
    if (!slug) return "";
    const id = `${this.#collection.id}/${slug}`;
    const place = this.#library.rows.findIndex(([one]) => one === id);
    const size = Number(this.dataset["size"]);
    const file = `form.sources.${Math.floor(place / size)}`;
    const sources = place < 0 ? null : await load<Record<string, [string, string[]]>>(folder, file).catch(() => null);
    const [text, keptBack = []] = sources?.[id] ?? [];
    if (!text) return this.#speech.say("unknown_sheet", { id: slug });
    [this.#own, this.#source, this.#keptBack] = [id, readSource(text), keptBack];
    const title = this.#library.rows[place]?.[1] ?? slug;
    const heading = document.querySelector("h1");
    if (heading) heading.textContent = document.title = this.#speech.say("improve_this", { title });
    const said = this.#speech.say("improving", { title });
    if (!keptBack.length) return said;
    const labels = keptBack.map((name) => this.#collection.fields.find((field) => field.name === name)?.label ?? name);
    return `${said} ${this.#speech.say("kept_back", { fields: labels.join(", ") })}`;
  }

  /** The link to an address of the site, which ends in `.html` where the site is read from a folder. */
  #url(address: string): string {
    const file = address.split("/").length <= 2 ? `${address}index.html` : `${address.replace(/\/$/, "")}.html`;
    return (this.dataset["root"] ?? "") + (this.dataset["flat"] === undefined ? address : file);
  }

  #lay(notice: string): void {
    const say = (name: string): string => this.#speech.say(name);
    const form = element("form", { class: "tissage-form", novalidate: true, autocomplete: "off" });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#finish();
    });
    this.#questions.title?.root.append(this.#alike.root);
    form.append(
      ...(notice ? [element("p", { class: "tissage-notice" }, notice)] : []),
      ...this.#questions.sections,
      element(
        "p",
        { class: "tissage-form__actions" },
        element("button", { type: "submit", class: "md-button md-button--primary" }, say("check")),
        " ",
        button(say("preview"), { class: "md-button" }, () => this.#preview.toggle(this.#draft())),
        " ",
        button(say("draft_drop"), { class: "md-button" }, () => this.#drop()),
      ),
      this.#status,
    );
    this.replaceChildren(form, this.#preview.root, this.#summary, this.#endings.root);
  }

  /** What the browser kept, else the sheet to improve, else nothing. */
  #fill(): void {
    const kept = this.#kept();
    this.#questions.write(this.#blank());
    this.#begun = this.#draft(); // as the controls give it back: what differs from it was changed here
    if (!kept) return;
    const [draft, clash] = this.#source ? merged(kept, this.#begun) : [kept, false];
    const known = new Set([...this.#questions.names, ...Object.keys(this.#source?.values ?? {})]);
    const values = Object.fromEntries(Object.entries(draft.values).filter(([name]) => known.has(name)));
    this.#questions.write({ values, body: draft.body });
    this.#status.textContent = this.#speech.say(clash ? "draft_clash" : "draft_back");
  }

  #blank(): Draft {
    return this.#source ?? { values: {}, body: "" };
  }

  #draft(): Draft {
    return this.#questions.read();
  }

  #kept(): Kept | null {
    try {
      return parseDraft(localStorage.getItem(draftName(this.#collection.id, this.#own)));
    } catch {
      return null;
    }
  }

  #keep(): void {
    const draft = this.#draft();
    const name = draftName(this.#collection.id, this.#own);
    try {
      if (isSame(draft, this.#begun)) {
        localStorage.removeItem(name);
        return;
      }
      localStorage.setItem(name, formatDraft(this.#source ? { ...draft, from: this.#begun } : draft));
      this.#status.textContent = this.#speech.say("draft_kept");
    } catch {
      this.#status.textContent = this.#speech.say("draft_failed");
    }
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    try {
      localStorage.removeItem(draftName(this.#collection.id, this.#own));
    } catch {
      // A browser that keeps nothing has nothing to erase.
    }
    this.#seen.clear();
    this.#questions.write(this.#blank());
    this.#questions.show([]);
    this.#alike.look("");
    this.#summary.replaceChildren();
    this.#endings.close();
    this.#status.textContent = this.#speech.say("draft_dropped");
    this.#questions.first.focus();
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      this.#keep();
      const slips = this.#show();
      if (this.#summary.hasChildNodes()) this.#summarise(slips);
      this.#endings.close();
      const title = this.#draft().values["title"];
      this.#alike.look(typeof title === "string" ? title : "", this.#own);
    }, PAUSE);
  }

  /** A field that one has left may be judged. */
  #leave(target: Node): void {
    const name = this.#questions.nameOf(target);
    if (!name || this.#seen.has(name)) return;
    this.#seen.add(name);
    this.#show();
  }

  #slips(): Slip[] {
    const { values, body } = this.#draft();
    const surroundings = { data: this.#data, collection: this.#collection, library: this.#library, own: this.#own };
    return check({ values, body }, surroundings).filter((slip) => !this.#keptBack.includes(String(slip.path[0])));
  }

  #show(): Slip[] {
    const slips = this.#slips();
    this.#questions.show(slips.filter((slip) => this.#seen.has(String(slip.path[0]))));
    return slips;
  }

  /** Check everything; where nothing is wrong, say where the sheet may go. */
  #finish(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#keep();
    this.#seen = new Set(this.#questions.names);
    const slips = this.#show();
    if (this.#summarise(slips)) {
      this.#endings.close();
      this.#summary.focus();
      return;
    }
    const { values, body } = this.#draft();
    const [row] = this.#library.rows.filter(([id]) => id === this.#own);
    const slug = freeSlug(String(values["title"] ?? ""), (one) => this.#isTaken(one));
    this.#endings.open({
      title: String(values["title"] ?? ""),
      text: this.#source
        ? improvedText(this.#source, values, body, this.#data.rules)
        : sheetText(values, body, this.#data.rules),
      path: row?.[2] ?? `${this.#collection.source}/${slug}.md`,
      collection: this.#collection.label,
      improved: this.#source !== null,
      whole: !this.#keptBack.length,
      warned: slips.length > 0,
    });
  }

  #isTaken(slug: string): boolean {
    return this.#data.rules.reserved.includes(slug) || this.#library.ids.has(`${this.#collection.id}/${slug}`);
  }

  /** Name every slip, with a link to its field; gives whether one of them is an error. */
  #summarise(slips: readonly Slip[]): boolean {
    const errors = slips.some((slip) => (this.#data.codes[slip.code]?.[0] ?? "error") === "error");
    const items = slips.map((slip) => {
      const [message] = sentencesOf(slip, this.#data);
      const link = element("a", { href: `#${this.#questions.target(slip.path).id}` }, message);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const target = this.#questions.target(slip.path);
        target.closest("details")?.setAttribute("open", "");
        target.focus();
      });
      return element("li", {}, link);
    });
    const heading = element("h2", {}, this.#speech.say(errors ? "errors" : "warnings"));
    this.#summary.replaceChildren(...(items.length ? [heading, element("ul", {}, ...items)] : []));
    return errors;
  }
}
