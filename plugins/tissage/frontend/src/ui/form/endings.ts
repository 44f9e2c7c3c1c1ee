// Where a finished sheet goes: GitHub’s page for a new file, an e-mail with the file, an issue. None has a server of ours.
import { editFile, fenced, mail, newFile, newIssue, type Address } from "../../core/form/endings.ts";
import { save } from "../downloads.ts";
import { button, element } from "../elements.ts";
import type { Surroundings } from "./control.ts";

export interface Finished {
  readonly title: string;
  readonly text: string;
  readonly path: string;
  readonly collection: string;
  readonly improved: boolean;
  /** Whether the text holds every field of the sheet; fields that are not published are missing from it. */
  readonly whole: boolean;
  readonly warned: boolean;
}

export class Endings {
  readonly root = element("section", { class: "tissage-endings", hidden: true });
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  close(): void {
    this.root.hidden = true;
    this.root.replaceChildren();
  }

  open(sheet: Finished): void {
    const { data, speech } = this.#surroundings;
    const say = (name: string, values: Readonly<Record<string, string>> = {}): string => speech.say(name, values);
    const file = sheet.path.slice(sheet.path.lastIndexOf("/") + 1);
    const heading = element("h2", { id: "tissage-endings", tabindex: "-1" }, say("hand_in"));
    this.root.replaceChildren(
      heading,
      element("p", {}, say(sheet.warned ? "ready_warned" : "ready")),
      element("p", {}, say("licence", { licence: data.site.licence })),
      ...this.#byFile(sheet, file),
      ...this.#byMail(sheet, file),
      ...this.#byIssue(sheet, file),
      this.#text(sheet),
    );
    this.root.setAttribute("aria-labelledby", "tissage-endings");
    this.root.hidden = false;
    heading.focus({ preventScroll: true });
    this.root.scrollIntoView({ block: "start" });
  }

  /** A way to hand the sheet in: its name, a sentence, what to press. */
  #way(name: string, explained: string, ...actions: readonly HTMLElement[]): HTMLElement {
    return element("div", { class: "tissage-ending" }, element("h3", {}, name), element("p", {}, explained), element("p", { class: "tissage-form__actions" }, ...actions));
  }

  #link(text: string, address: Address): HTMLAnchorElement {
    return element("a", { href: address.url, class: "md-button", target: "_blank", rel: "noopener noreferrer" }, text);
  }

  #byFile(sheet: Finished, name: string): HTMLElement[] {
    const { data, speech } = this.#surroundings;
    const address = sheet.improved ? editFile(data.site, sheet.path) : newFile(data.site, sheet.path, sheet.text);
    if (!address || !sheet.whole) return [];
    const heading = data.site.prefilled ? speech.say("by_github") : speech.say("by_forge", { forge: data.site.forge });
    if (address.filled) return [this.#way(heading, speech.say("by_github_help"), this.#link(speech.say("open_github"), address))];
    const open = this.#link(speech.say(sheet.improved ? "open_edit" : "open_new", { name }), address);
    const explained = sheet.improved ? "paste_over" : data.site.prefilled ? "too_long" : "paste_new";
    return [this.#way(heading, speech.say(explained), this.#copy(sheet.text), open)];
  }

  #byMail(sheet: Finished, name: string): HTMLElement[] {
    const { data, speech } = this.#surroundings;
    const values = { title: sheet.title, site: data.site.name, name };
    const address = mail(data.site, speech.say("mail_subject", values), speech.say("mail_body", values));
    const download = button(speech.say("download", { name }), { class: "md-button" }, () => {
      save(sheet.text, name, "text/markdown");
      this.#tell(download, "downloaded");
    });
    const write = element("a", { href: address, class: "md-button" }, speech.say("open_mail"));
    const help = [speech.say("by_mail_help"), data.site.contact ? "" : speech.say("no_contact")].filter(Boolean).join(" ");
    return [this.#way(speech.say("by_mail"), help, download, write)];
  }

  #byIssue(sheet: Finished, name: string): HTMLElement[] {
    const { data, speech } = this.#surroundings;
    const title = speech.say(sheet.improved ? "issue_improve_title" : "issue_title", { title: sheet.title });
    // What the engine looks for in an issue: the whole path, for it says which sheet is written anew.
    const lead = sheet.improved
      ? speech.say("issue_improve_body", { collection: sheet.collection, path: sheet.path })
      : speech.say("issue_body", { collection: sheet.collection, name });
    const address = newIssue(data.site, title, lead, speech.say("issue_paste"), sheet.text);
    if (!address) return [];
    const open = this.#link(speech.say("open_issue"), address);
    const sent = sheet.improved ? "by_issue_improve_help" : "by_issue_help";
    const { forge } = data.site;
    const explained = speech.say(address.filled ? sent : "too_long", { forge });
    return [this.#way(speech.say("by_issue", { forge }), explained, ...(address.filled ? [] : [this.#copy(fenced(sheet.text))]), open)];
  }

  /** The text itself, for whoever would rather see it, and where a browser refuses to copy. */
  #text(sheet: Finished): HTMLElement {
    const { speech } = this.#surroundings;
    const area = element("textarea", { readonly: true, rows: "12", "aria-label": speech.say("text_of_sheet") });
    area.value = sheet.text;
    return element("details", { class: "tissage-form__part" }, element("summary", {}, speech.say("text_of_sheet")), area, element("p", {}, this.#copy(sheet.text)));
  }

  #copy(text: string): HTMLButtonElement {
    const copy = button(this.#surroundings.speech.say("copy"), { class: "md-button" }, () => {
      const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
      void done.then(
        () => this.#tell(copy, "copied"),
        () => this.#tell(copy, "copy_failed"),
      );
    });
    return copy;
  }

  /** Say below a button what came of pressing it. */
  #tell(pressed: HTMLButtonElement, sentence: string): void {
    const said = this.root.querySelector<HTMLElement>(".tissage-ending__said") ?? element("p", { class: "tissage-ending__said", role: "status" });
    pressed.parentElement?.after(said);
    said.textContent = this.#surroundings.speech.say(sentence);
  }
}
