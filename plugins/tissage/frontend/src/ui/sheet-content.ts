// The text of a sheet, taken from its page, to stand in a booklet.
import { load } from "./loading.ts";

/** What a page needs and a booklet does not. */
const LEFT_OUT =
  ".tissage-path, .tissage-contents, .tissage-links, .tissage-edit, .tissage-cite, .tissage-qr, .tissage-keep, script, style";

/**
 * The sheet at an address, made ready for another page: its links whole, without anchors of its own.
 *
 * A page opened from disk may not read another page: there, a script beside it brings the same HTML.
 * Rejects where the sheet cannot be read.
 */
export async function sheetContent(root: string, id: string, address: string): Promise<HTMLElement> {
  const place = new URL(root + address, location.href).href;
  const parsed = new DOMParser().parseFromString(await html(root, id, place), "text/html");
  const sheet = parsed.querySelector<HTMLElement>(".tissage-sheet");
  if (!sheet) throw new Error(place);
  for (const one of sheet.querySelectorAll(LEFT_OUT)) one.remove();
  for (const one of sheet.querySelectorAll("[id]")) one.removeAttribute("id");
  for (const one of sheet.querySelectorAll("[aria-labelledby]")) one.removeAttribute("aria-labelledby");
  for (const name of ["href", "src"]) {
    for (const one of sheet.querySelectorAll(`[${name}]`)) {
      one.setAttribute(name, new URL(one.getAttribute(name) ?? "", place).href);
    }
  }
  // Below the title of the booklet, each heading goes one level down.
  for (const level of [5, 4, 3, 2, 1]) {
    for (const heading of sheet.querySelectorAll(`h${level}`)) {
      const lower = document.createElement(`h${level + 1}`);
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    }
  }
  return document.importNode(sheet, true);
}

async function html(root: string, id: string, place: string): Promise<string> {
  if (location.protocol === "file:") return load<string>(`${root}assets/tissage/sheets/`, id);
  const answer = await fetch(place);
  if (!answer.ok) throw new Error(`${place}: ${answer.status}`);
  return answer.text();
}
