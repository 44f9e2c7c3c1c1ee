// <tissage-form>: a sheet of a collection to fill in, or to improve, checked as one types and kept as a draft.
import { check } from "../../core/form/checking.ts";
import type { Draft } from "../../core/form/drafts.ts";
import type { Slip } from "../../core/form/model.ts";
import { SURE, Told } from "../../core/form/sure.ts";
import { improvedText, sheetText } from "../../core/form/writing.ts";
import { freeSlug } from "../../core/slugs.ts";
import { button, element } from "../elements.ts";
import { Alike } from "./alike.ts";
import { Endings } from "./endings.ts";
import { Keeper } from "./keeper.ts";
import { open, type Opening } from "./opening.ts";
import { Press } from "./press.ts";
import { Preview } from "./preview.ts";
import { Questions } from "./questions.ts";
import { placeOf, sentencesOf } from "./slips.ts";
import { Summary } from "./summary.ts";

/** What the header shows once the title of the page is out of sight. */
const TOPIC = "[data-md-component=header-topic] .md-ellipsis";
const PAUSE = 400; // milliseconds without a key: what is typed is checked and kept

export class TissageForm extends HTMLElement {
  #begun!: Opening;
  #questions!: Questions;
  #alike!: Alike;
  #preview!: Preview;
  #summary!: Summary;
  #endings!: Endings;
  #keeper!: Keeper;
  #seen = new Set<string>();
  readonly #told = new Told();
  readonly #press = new Press();
  #timer = 0;
  #dropped: Draft | null = null;
  #dropper!: HTMLButtonElement;
  readonly #status = element("p", { class: "tissage-status", role: "status" });
  readonly #heard = element("p", { class: "tissage-hidden", role: "status" });
  readonly #welcome = element("div", { role: "status" });

  connectedCallback(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    const folder = `${this.dataset["root"] ?? ""}assets/tissage/`;
    const begun = await open(folder, this.dataset["collection"] ?? "", Number(this.dataset["size"]));
    if (!begun) return; // The page says by itself that it needs its scripts.
    this.#begun = begun;
    const { data, library, speech, collection, keptBack, title } = begun;
    if (title) {
      document.title = speech.say("improve_this", { title });
      for (const heading of document.querySelectorAll(`h1, ${TOPIC}`)) heading.textContent = document.title;
    }
    const surroundings = { data, library, speech, changed: () => this.#changed() };
    this.#questions = new Questions(collection, surroundings);
    this.#questions.hide(begun.source ? keptBack : data.editors); // who proposes a sheet does not review it
    this.#alike = new Alike(surroundings, collection, (address) => this.#url(address));
    this.#preview = new Preview(surroundings, collection, (address) => this.#url(address));
    this.#summary = new Summary(surroundings, collection, (path) => this.#questions.target(path));
    this.#endings = new Endings(surroundings);
    this.#keeper = new Keeper(collection.id, begun.own, () => this.#tell("draft_elsewhere"));
    this.#lay();
    this.#fill();
    this.addEventListener("input", () => this.#changed());
    this.addEventListener("change", () => this.#changed());
    window.addEventListener("pagehide", () => {
      if (this.#timer) this.#keep();
    });
    this.addEventListener("focusout", (event) => this.#leave(event.target as Node, event.relatedTarget as Node | null));
  }

  /** The link to an address of the site, which ends in `.html` where the site is read from a folder. */
  #url(address: string): string {
    const file = address.split("/").length <= 2 ? `${address}index.html` : `${address.replace(/\/$/, "")}.html`;
    return (this.dataset["root"] ?? "") + (this.dataset["flat"] === undefined ? address : file);
  }

  #tell(sentence: string): void {
    const said = sentence ? this.#begun.speech.say(sentence) : this.#status.textContent;
    if (said !== this.#status.textContent) this.#status.textContent = said; // said once, not at every pause
  }

  /** Say something above the first question. */
  #greet(said: string): void {
    if (said) this.#welcome.append(element("p", { class: "tissage-notice" }, said));
  }

  #lay(): void {
    const { speech, notice } = this.#begun;
    const form = element("form", { class: "tissage-form", novalidate: true, autocomplete: "off" });
    form.addEventListener("submit", (event) => event.preventDefault());
    this.#questions.title?.root.append(this.#alike.root);
    this.#greet(notice);
    this.#dropper = button("", { class: "md-button" }, () => (this.#dropped ? this.#undrop(this.#dropped) : this.#drop()));
    this.#offer(null);
    // No button submits: Enter in a line of a long form would check all of it, and take one away from there.
    const finish = button(speech.say("check"), { class: "md-button md-button--primary" }, () => this.#finish());
    const preview = button(speech.say("preview"), { class: "md-button", "aria-expanded": "false" }, () => {
      preview.setAttribute("aria-expanded", String(this.#preview.toggle(this.#draft())));
    });
    const actions = element("p", { class: "tissage-form__actions" }, finish, " ", preview, " ", this.#dropper);
    form.append(this.#welcome, ...this.#questions.sections, actions, this.#status, this.#heard);
    this.replaceChildren(form, this.#preview.root, this.#summary.root, this.#endings.root);
  }

  /** What the browser kept, else the sheet to improve, else nothing. */
  #fill(): void {
    this.#questions.write(this.#blank());
    const [draft, told] = this.#keeper.open(this.#draft()); // as the controls give it back
    if (!draft) return;
    const known = new Set([...this.#questions.names, ...Object.keys(this.#blank().values)]);
    const values = Object.fromEntries(Object.entries(draft.values).filter(([name]) => known.has(name)));
    this.#questions.write({ values, body: draft.body });
    this.#greet(told && this.#begun.speech.say(told));
  }

  #blank(): Draft {
    return this.#begun.source ?? { values: {}, body: "" };
  }

  #draft(): Draft {
    return this.#questions.read();
  }

  #keep(): void {
    this.#tell(this.#keeper.keep(this.#draft()));
  }

  #drop(): void {
    this.#stop();
    this.#offer(this.#draft());
    this.#keeper.drop();
    this.#begin(this.#blank());
    this.#tell("draft_dropped");
  }

  #undrop(draft: Draft): void {
    this.#offer(null);
    this.#begin(draft);
    this.#keep();
  }

  /** Begin again with a draft, nothing of it judged. */
  #begin(draft: Draft): void {
    this.#seen.clear();
    this.#told.forget();
    this.#questions.write(draft);
    this.#questions.show([]);
    this.#alike.look("");
    this.#summary.close();
    this.#endings.close();
    this.#preview.update(draft);
  }

  /** The button that erases the draft gives it back, right after. */
  #offer(dropped: Draft | null): void {
    this.#dropped = dropped;
    this.#dropper.textContent = this.#begun.speech.say(dropped ? "draft_undrop" : "draft_drop");
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #changed(): void {
    this.#stop();
    if (this.#dropped) this.#offer(null);
    this.#timer = window.setTimeout(() => this.#press.after(() => this.#pause()), PAUSE);
  }

  /** Nobody types: keep what is there, tell what is surely wrong with it, and look at the sheet anew. */
  #pause(): void {
    if (!this.#timer) return; // a press ended that stopped it meanwhile
    this.#timer = 0;
    this.#keep();
    const slips = this.#show();
    this.#say(slips.filter((slip) => SURE.has(slip.code)), slips);
    if (this.#summary.isOpen) this.#summary.show(slips);
    this.#endings.close();
    const draft = this.#draft();
    this.#preview.update(draft);
    const title = draft.values["title"];
    this.#alike.look(typeof title === "string" ? title : "", this.#begun.own);
  }

  /** A field that one has filled in and left, for `next`, may be judged. */
  #leave(target: Node, next: Node | null): void {
    const name = this.#questions.nameOf(target);
    if (!name || this.#seen.has(name) || this.#questions.isEmpty(name)) return;
    if (next && this.#questions.nameOf(next) === name) return;
    this.#press.after(() => {
      if (this.#seen.has(name)) return;
      this.#seen.add(name);
      const slips = this.#show();
      const own = slips.filter((slip) => slip.path[0] === name);
      if (!own.length) this.#heard.textContent = "";
      this.#say(own, slips);
    });
  }

  /** Say what is wrong, once, to those who listen: they are past it when it shows. `all` is what is wrong anywhere. */
  #say(slips: readonly Slip[], all: readonly Slip[]): void {
    const { data, speech, collection } = this.#begun;
    const said = this.#told.fresh(slips, all).map((slip) => {
      const [message] = sentencesOf(slip, data);
      return speech.say("heard", { field: placeOf(slip.path, collection.fields, speech), message });
    });
    if (said.length) this.#heard.textContent = said.join(" ");
  }

  /** Show the slips of the fields that one has left, and what is surely wrong in any; gives those of all. */
  #show(): Slip[] {
    const slips = check(this.#draft(), this.#begun).filter((slip) => !this.#begun.keptBack.includes(String(slip.path[0])));
    this.#questions.show(slips.filter((slip) => SURE.has(slip.code) || this.#seen.has(String(slip.path[0]))));
    return slips;
  }

  /** Check everything; where nothing is wrong, say where the sheet may go. */
  #finish(): void {
    this.#stop();
    this.#keep();
    this.#seen = new Set(this.#questions.names);
    const slips = this.#show();
    if (this.#begun.source && this.#keeper.isUnchanged(this.#draft())) {
      this.#summary.show(slips);
      this.#tell("unchanged");
      return;
    }
    if (this.#summary.show(slips)) {
      this.#endings.close();
      this.#summary.root.focus();
      return;
    }
    const { data, collection, library, own, source, keptBack } = this.#begun;
    const { values, body } = source ? this.#keeper.improved(this.#draft(), source) : this.#draft();
    const taken = (slug: string): boolean => data.rules.reserved.includes(slug) || library.ids.has(`${collection.id}/${slug}`);
    const title = String(values["title"] ?? "");
    this.#endings.open({
      title,
      text: source ? improvedText(source, values, body, data.rules) : sheetText(values, body, data.rules),
      path: library.rows.find(([id]) => id === own)?.[2] ?? `${collection.source}/${freeSlug(title, taken)}.md`,
      collection: collection.label,
      improved: source !== null,
      whole: !keptBack.length,
      warned: slips.length > 0,
    });
  }
}
