// Markdown → what the site makes of it. Nothing of it asks anybody for anything: pictures are named, never fetched.
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { element } from "../elements.ts";
import type { Speech } from "../words.ts";

const ALERT = /^\[!(note|tip|important|warning|caution)\][ \t]*([^\n]*)\n?/i;
const LOOKS: Readonly<Record<string, string>> = { important: "info", caution: "danger" };

/** A text as the site shows it; `mark` begins the anchors of its notes, which no other text of the page has. */
export function rendered(markdown: string, speech: Speech, mark: string): readonly Node[] {
  const backLabel = (note: number, time: number): string =>
    speech.say("note_back", { number: `${note + 1}${time > 1 ? `-${time}` : ""}` });
  // Safe as it is made: raw HTML comes out as text, and links with other schemes than these come out empty.
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml({ clobberPrefix: mark, backLabel })] });
  // A document that no window shows fetches nothing: not even the pictures that are about to go.
  const root = new DOMParser().parseFromString(html, "text/html").body;
  for (const picture of root.querySelectorAll("img")) {
    const said = speech.say(picture.alt ? "picture" : "picture_unnamed", { text: picture.alt });
    picture.replaceWith(element("span", { class: "tissage-form__picture" }, said));
  }
  for (const link of root.querySelectorAll("a[href='']")) link.replaceWith(...link.childNodes);
  for (const quote of root.querySelectorAll("blockquote")) alert(quote, speech);
  for (const notes of root.querySelectorAll("section[data-footnotes]")) notes.querySelector("h2")?.remove();
  for (const link of root.querySelectorAll("[aria-describedby]")) link.removeAttribute("aria-describedby");
  for (const table of root.querySelectorAll("table")) {
    const frame = element("div", { class: "tissage-scroll", tabindex: "0", role: "region", "aria-label": speech.say("table") });
    table.classList.add("tissage-table");
    table.replaceWith(frame);
    frame.append(table);
  }
  for (const box of root.querySelectorAll("input")) {
    const name = speech.say(box.checked ? "done" : "to_do");
    box.replaceWith(element("span", { class: "tissage-box", role: "img", "aria-label": name }, box.checked ? "☑" : "☐"));
  }
  return [...root.childNodes];
}

/** A quote that begins with `[!NOTE]`, or another of GitHub’s alerts, as the site shows it. */
function alert(quote: HTMLQuoteElement, speech: Speech): void {
  const first = quote.firstElementChild;
  const begun = first?.firstChild;
  if (first?.tagName !== "P" || !(begun?.nodeType === Node.TEXT_NODE)) return;
  const [mark, written = "", title = ""] = ALERT.exec(begun.textContent ?? "") ?? [];
  if (mark === undefined) return;
  const kind = written.toLowerCase();
  begun.textContent = (begun.textContent ?? "").slice(mark.length);
  if (!first.textContent?.trim() && !first.childElementCount) first.remove();
  const shown = element("p", { class: "admonition-title" }, title.trim() || speech.say(`alert_${kind}`));
  quote.replaceWith(element("div", { class: `admonition ${LOOKS[kind] ?? kind}` }, shown, ...quote.childNodes));
}
