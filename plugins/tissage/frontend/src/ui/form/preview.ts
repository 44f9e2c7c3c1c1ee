// How the sheet will read: its text as the site shows it, the fields by name.
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { isEmpty } from "../../core/form/cleaning.ts";
import type { Draft } from "../../core/form/drafts.ts";
import { isGroup, isList, type Collection, type Field, type Group, type Written } from "../../core/form/model.ts";
import { element } from "../elements.ts";
import type { Surroundings } from "./control.ts";
import { optionsOf } from "./inputs.ts";

export class Preview {
  readonly root = element("section", { class: "tissage-form__preview", hidden: true, tabindex: "-1" });
  readonly #surroundings: Surroundings;
  readonly #collection: Collection;

  constructor(surroundings: Surroundings, collection: Collection) {
    [this.#surroundings, this.#collection] = [surroundings, collection];
    this.root.setAttribute("aria-label", surroundings.speech.say("preview"));
  }

  toggle(draft: Draft): void {
    this.root.hidden = !this.root.hidden;
    if (this.root.hidden) return;
    const { title, summary, ...others } = draft.values;
    const said = this.#collection.fields.filter((field) => others[field.name] !== undefined && !isEmpty(others[field.name] ?? ""));
    const text = element("div", { class: "tissage-body" });
    // Safe as it is made: raw HTML comes out as text, and links with other schemes than these come out empty.
    text.innerHTML = this.#html(draft.body);
    this.root.replaceChildren(
      element("h2", {}, String(title ?? "")),
      element("p", { class: "tissage-lead" }, String(summary ?? "")),
      this.#facts(said, draft.values),
      text,
    );
    this.root.focus();
  }

  #html(markdown: string): string {
    return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  }

  #facts(fields: readonly Field[], values: Group): HTMLElement {
    const rows = fields.flatMap((field) => [
      element("dt", {}, field.label),
      element("dd", {}, this.#value(field, values[field.name] ?? "")),
    ]);
    return element("dl", { class: "tissage-form__facts" }, ...rows);
  }

  #value(field: Field, written: Written): Node | string {
    if (isList(written)) {
      const items = written.filter((item) => !isEmpty(item)).map((item) => element("li", {}, this.#value(field, item)));
      return element("ul", {}, ...items);
    }
    if (isGroup(written)) {
      if (field.kind === "period") return [written["start"], written["end"]].filter(Boolean).join(" – ");
      return this.#facts((field.fields ?? []).filter((inner) => !isEmpty(written[inner.name] ?? "")), written);
    }
    if (field.kind === "ref") return this.#surroundings.library.rows.find(([id]) => id === written || id.endsWith(`/${written}`))?.[1] ?? written;
    if (!["choice", "term", "boolean"].includes(field.kind)) return written;
    return optionsOf(field, this.#surroundings).find(([value]) => value === written)?.[1] ?? written;
  }
}
