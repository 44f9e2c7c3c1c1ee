// The texts of a sheet: what they may weigh, their headings, HTML, and what they link to.
import { slugify } from "../slugs.ts";
import type { Sheet } from "./checking.ts";
import { report, type Context } from "./context.ts";
import { checkLink, checkWiki } from "./links.ts";
import { anchorsOf, holdsHtml, linksOf, parse, piecesOf, spacedLinks, textOf } from "./markdown.ts";
import { isGroup, isList, type Field, type Path, type Written } from "./model.ts";

/** Look at the body and at every field of Markdown that is right by itself. */
export function checkTexts(sheet: Sheet, context: Context): void {
  const wrong = new Set(context.slips.map((slip) => slip.path.join(" ")));
  const body = tooMuch(sheet.body, context).length ? null : parse(sheet.body);
  const anchors = new Set(body ? anchorsOf(piecesOf(body)) : []);
  if (context.collection.body !== "none") checkText(sheet.body, ["body"], anchors, context);
  for (const [text, path] of texts(sheet.values, context.collection.fields, [])) {
    if (!wrong.has(path.join(" "))) checkText(text, path, anchors, context);
  }
}

/** The Markdown among the values of these fields, with its place. */
function* texts(written: Written, fields: readonly Field[], path: Path): Generator<readonly [string, Path]> {
  if (!isGroup(written)) return;
  for (const field of fields) {
    const value = written[field.name];
    if (value === undefined) continue;
    const items = isList(value) ? [...value.entries()] : [[-1, value] as const];
    for (const [number, item] of items) {
      const place = number < 0 && !field.many ? [...path, field.name] : [...path, field.name, Math.max(0, number)];
      if (field.kind === "markdown" && typeof item === "string") yield [item, place];
      if (field.fields) yield* texts(item, field.fields, place);
    }
  }
}

/** `anchors` are those of the sheet’s body: the page of the sheet. */
function checkText(text: string, path: Path, anchors: ReadonlySet<string>, context: Context): void {
  const excess = tooMuch(text, context);
  for (const [code, limit] of excess) report(context, code, path, { limit });
  if (excess.length) return;
  const root = parse(text);
  const pieces = piecesOf(root);
  let above = path[0] === "body" ? 1 : 2; // A field has a heading of its own, its label.
  for (const piece of pieces) {
    if (piece.type !== "heading") continue;
    const [heading, depth] = [textOf(piece), piece.depth ?? 1];
    if (depth === 1) report(context, "body-heading", path, {}, `## ${heading}`);
    if (depth > above + 1) report(context, "heading-skipped", path, {}, `${"#".repeat(above + 1)} ${heading}`);
    above = depth;
    if (context.data.rules.leftovers.includes(slugify(heading))) report(context, "left-to-sort", path, { heading });
  }
  if (pieces.some((piece) => piece.type === "html") && holdsHtml(text)) report(context, "raw-html", path);
  for (const [target, mended] of spacedLinks(text)) report(context, "link-with-space", path, { target }, mended);
  for (const { target, kind } of linksOf(root, text)) {
    if (kind === "wiki") checkWiki(target, anchors, path, context);
    else checkLink(target, kind === "image", anchors, path, context);
  }
}

/** What makes a text more than the engine would parse: the code and the limit of the first excess of each kind. */
function tooMuch(text: string, { data: { rules } }: Context): (readonly [code: string, limit: string])[] {
  const length = (line: string): number => (line.length > rules.line ? [...line].length : line.length);
  const thousands = (number: number): string => `${Math.floor(number / 1000)}`;
  if (length(text) > rules.text) return [["text-too-large", thousands(rules.text)]];
  const lines = text.split("\n");
  const nested = new RegExp(`^(?:[ \\t]*(?:>|[-+*](?=\\s)|\\d{1,9}[.)](?=\\s))){${rules.levels + 1}}`, "m");
  return [
    ...(lines.some((line) => length(line) > rules.line) ? [["line-too-long", thousands(rules.line)] as const] : []),
    ...(lines.some((line) => line.split("|").length - 1 > rules.columns + 1) ? [["table-too-wide", `${rules.columns}`] as const] : []),
    ...(nested.test(text) ? [["text-too-nested", `${rules.levels}`] as const] : []),
  ];
}
