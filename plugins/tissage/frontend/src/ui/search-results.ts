// What the search found, as a list of links.
import { element } from "./elements.ts";
import type { Result } from "./pagefind.ts";

/** How many parts of one page are shown. */
const PARTS = 3;
/** The build puts a space after the apostrophe of an elision, so that « d’idées » is two words for the engine. */
const APART = /’[\u200a ]/g;
/** The parts that every sheet has: they tell nothing of where the words stand. */
const COMMON = /^(en-bref|liens|champ-.*)$/;

/** How a text begins, and how it ends: an excerpt that does not is cut. */
const BEGINS = /^\s*[\p{Lu}\p{N}«]/u;
const ENDS = /[.?!…»]\s*$/;

/**
 * Pagefind gives excerpts as HTML of which it makes the marks alone: text and marks, nothing else, come through.
 * What it cuts off shows as dots.
 */
export function excerpt(html: string): (Node | string)[] {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const pieces = [...parsed.body.childNodes].map((node) => {
    const text = together(node.textContent);
    return node.nodeName === "MARK" ? element("mark", {}, text) : text;
  });
  const whole = parsed.body.textContent;
  return [BEGINS.test(whole) ? "" : "… ", ...pieces, ENDS.test(whole) ? "" : " …"];
}

function together(text: string | null | undefined): string {
  return (text ?? "").replace(APART, "’");
}

/** One page that was found, with the parts that were: a part has an anchor. `root` leads to the site’s folder. */
export function resultItem(result: Result, root: string): HTMLLIElement {
  const kind = result.meta["kind"];
  const address = root + (result.meta["address"] ?? "");
  const parts = result.sub_results
    .map((part) => ({ title: together(part.title), anchor: part.url.split("#")[1] }))
    .filter((part) => part.anchor && !COMMON.test(part.anchor))
    .slice(0, PARTS);
  const item = element(
    "li",
    {},
    element("a", { href: address, class: "tissage-finder__title" }, together(result.meta["title"])),
    element("p", { class: "tissage-finder__excerpt" }, ...excerpt(result.excerpt)),
  );
  if (kind) item.prepend(element("p", { class: "tissage-kicker" }, kind));
  if (parts.length) {
    item.append(
      element(
        "ul",
        { class: "tissage-finder__parts" },
        ...parts.map((part) => element("li", {}, element("a", { href: `${address}#${part.anchor}` }, part.title))),
      ),
    );
  }
  return item;
}
