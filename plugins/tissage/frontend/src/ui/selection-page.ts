// <tissage-selection>: the sheets that a reader has kept, or those of an address that somebody shared.
import { format, ids, renamed } from "../core/selection.ts";
import type { Row } from "../core/texts.ts";
import { sharedAddress } from "./addresses.ts";
import { sheetCard } from "./cards.ts";
import { announce, button, element } from "./elements.ts";
import { keepButton, onSelection, selection, setSelection } from "./keep-button.ts";
import { refusal } from "./keeping.ts";
import { load } from "./loading.ts";
import { sheetContent } from "./sheet-content.ts";
import { Speech, type Words } from "./words.ts";

export class TissageSelection extends HTMLElement {
  #root = "";
  #speech!: Speech;
  #rows: ReadonlyMap<string, Row> = new Map();
  #former: ReadonlyMap<string, string> = new Map();
  readonly #status = element("p", { role: "status", class: "tissage-status" });
  readonly #notice = element("div", { class: "tissage-notice", hidden: true });
  readonly #actions = element("p", { class: "tissage-selection__actions" });
  readonly #list = element("ul", { class: "tissage-cards tissage-plain", role: "list" });
  /** What a printer says that prints the list: how to have the sheets whole. */
  readonly #paper = element("p", { class: "tissage-selection__paper tissage-address" });
  readonly #booklet = element("div", { class: "tissage-booklet" });

  connectedCallback(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    this.#root = this.dataset["root"] ?? "";
    const folder = `${this.#root}assets/tissage/`;
    const loaded = await Promise.all([
      load<Words>(folder, "words"),
      load<Row[]>(folder, "catalogue.texts"),
      load<Record<string, string>>(folder, "former"),
    ]).catch(() => null);
    if (!loaded) return; // The page says by itself that it needs its scripts.
    this.#speech = new Speech(loaded[0]);
    this.#rows = new Map(loaded[1].map((row) => [row[0], row]));
    this.#former = new Map(Object.entries(loaded[2]));
    this.#follow();
    this.replaceChildren(this.#notice, this.#status, this.#actions, this.#paper, this.#list, this.#booklet);
    const say = (name: string): string => this.#speech.say(name);
    const print = button(say("booklet"), { class: "md-button md-button--primary" }, () => void this.#print(print));
    const share = button(say("share"), { class: "md-button" }, () => void this.#share());
    const clear = button(say("remove_all"), { class: "md-button" }, () => {
      setSelection([]);
      this.#status.focus();
    });
    this.#status.tabIndex = -1;
    this.#actions.append(print, " ", share, " ", clear);
    onSelection(() => {
      if (this.#asked === null) this.#show();
    });
    window.addEventListener("popstate", () => this.#show());
    // The keys that print wait for the sheets, as the button does; the browser’s menu does not: it prints the list.
    window.addEventListener("keydown", (event) => {
      const asked = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "p";
      if (!asked || !this.#shown.length || this.#booklet.childElementCount) return;
      event.preventDefault();
      if (!print.disabled) void this.#print(print);
    });
    this.#show();
  }

  /** A sheet that has another name since it was kept is kept under that one. */
  #follow(): void {
    const before = selection();
    const now = this.#named(before);
    if (now.join() !== before.join()) setSelection(now);
  }

  /** The ids by which the site knows these sheets now. */
  #named(known: readonly string[]): string[] {
    return renamed(known, this.#former, (id) => this.#rows.has(id));
  }

  /** The ids that the address asks for, null where it asks for none. */
  get #asked(): string[] | null {
    const asked = new URLSearchParams(location.search).get(this.#speech.say("address_sheets"));
    return asked === null ? null : this.#named(ids(asked.split(",")));
  }

  get #shown(): string[] {
    return (this.#asked ?? selection()).filter((id) => this.#rows.has(id));
  }

  #show(): void {
    const asked = this.#asked;
    const shown = this.#shown;
    const gone = asked ? 0 : selection().length - shown.length;
    this.dataset["here"] = this.#address;
    this.#booklet.replaceChildren();
    this.#list.replaceChildren(...this.#cards(shown, asked !== null));
    this.#status.textContent =
      shown.length || gone
        ? this.#speech.count(asked ? "found" : "kept", shown.length)
        : this.#speech.say(asked ? "shared_empty" : "kept_none");
    this.#actions.hidden = !shown.length;
    this.#paper.hidden = !shown.length;
    const address = this.#address;
    this.#paper.textContent = this.#speech.say(address ? "booklet_not_yet" : "booklet_not_yet_offline", { address });
    this.#notice.hidden = !asked && !gone;
    this.#notice.replaceChildren(...(asked ? this.#sharedNotice(asked, shown) : this.#goneNotice(shown, gone)));
    const clear = this.#actions.querySelector("button:last-child");
    if (clear instanceof HTMLElement) clear.hidden = asked !== null;
  }

  /** What was kept and is gone still counts in the header of every page: say so, and let it go. */
  #goneNotice(shown: readonly string[], gone: number): HTMLParagraphElement[] {
    const letGo = button(this.#speech.say("let_go_gone"), { class: "md-button" }, () => {
      setSelection(shown);
      this.#status.focus();
    });
    return [element("p", {}, this.#speech.count("gone", gone)), element("p", {}, letGo)];
  }

  #sharedNotice(asked: readonly string[], shown: readonly string[]): HTMLParagraphElement[] {
    const missing = asked.length - shown.length;
    const keep = button(this.#speech.say("keep_shared"), { class: "md-button" }, () => {
      if (!setSelection(ids([...selection(), ...shown]))) {
        announce(this.#status, refusal());
        return;
      }
      history.pushState(null, "", location.pathname);
      this.#show();
      this.#status.focus();
    });
    return [
      element("p", {}, this.#speech.say("shared")),
      ...(missing ? [element("p", {}, this.#speech.count("missing", missing))] : []),
      ...(shown.length ? [element("p", {}, keep)] : []),
    ];
  }

  #cards(shown: readonly string[], shared: boolean): HTMLLIElement[] {
    const rows = shown.map((id) => this.#rows.get(id)).filter((row) => row !== undefined);
    return rows.map((row) => {
      const card = sheetCard(row, this.#root, shared ? keepButton(row[0], row[1]) : this.#letGo(row[0], row[1]));
      // On paper, where the sheet is to be read; from a folder that would name the folders of whoever prints.
      const address = new URL(this.#root + row[3], location.href);
      if (address.protocol !== "file:") card.append(element("p", { class: "tissage-card__address" }, address.href));
      return card;
    });
  }

  /** One’s own sheet goes away with its card; the focus goes to what says how many are left. */
  #letGo(id: string, title: string): HTMLButtonElement {
    const name = this.#speech.say("let_go_sheet", { title });
    return button(this.#speech.say("let_go"), { class: "tissage-link", "aria-label": name }, () => {
      setSelection(selection().filter((one) => one !== id));
      this.#status.focus();
    });
  }

  /** Bring every sheet into this page, and print it. */
  async #print(pressed: HTMLButtonElement): Promise<void> {
    pressed.disabled = true;
    this.#status.textContent = this.#speech.say("booklet_coming");
    const shown = this.#shown;
    const sheets = await Promise.allSettled(
      shown.map((id) => sheetContent(this.#root, id, this.#rows.get(id)?.[3] ?? "")),
    );
    const failed = sheets.filter((one) => one.status === "rejected").length;
    this.#booklet.replaceChildren(
      this.#contents(shown),
      ...sheets.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])),
    );
    this.#status.textContent = failed
      ? this.#speech.count("booklet_missing", failed)
      : this.#speech.count("booklet_ready", shown.length);
    pressed.disabled = false;
    if (failed < shown.length) window.print();
  }

  /** The first page of a booklet: what it holds, and the address that brings it back. */
  #contents(shown: readonly string[]): HTMLElement {
    const titles = shown.map((id) => element("li", {}, this.#rows.get(id)?.[1] ?? ""));
    return element(
      "section",
      {},
      element("h2", {}, this.#speech.say("booklet_holds")),
      element("ol", {}, ...titles),
      ...(this.#address ? [element("p", { class: "tissage-address" }, this.#address)] : []),
    );
  }

  /** The address that shares what is shown; none where it would name the folders of this computer. */
  get #address(): string {
    return sharedAddress(format(this.#shown, this.#speech.say("address_sheets")), this.#root, this.#speech.site);
  }

  /** Copy the address of this selection; where the browser refuses, show it. */
  async #share(): Promise<void> {
    const address = this.#address;
    if (!address) {
      this.#status.textContent = this.#speech.say("share_offline");
      return;
    }
    const copied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    this.#status.textContent = this.#speech.say(copied ? "share_copied" : "share_this", { address });
  }
}
