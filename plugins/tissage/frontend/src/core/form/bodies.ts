// The texts of a sheet: what they may weigh, their headings, HTML, and where their links lead.
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { slugify } from "../slugs.ts";
import { withScheme } from "./addresses.ts";
import type { Sheet } from "./checking.ts";
import { report, type Context } from "./context.ts";
import { isGroup, isList, type Field, type Path, type Written } from "./model.ts";

/** A piece of parsed Markdown, as far as we look at it. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
  readonly children?: readonly Node[];
}

const WIKI = /(?<![\\!])\[\[([^\]|\n]+)(?:\|[^\]\n]*)?\]\]/g;
const WHOLE = /^\s*(?:https?:\/\/[^\s/?#:@]+\S*|mailto:\S+|tel:\S+)\s*$/i;
const HTML = /<\/?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?\/?>/;

/** Look at the body and at every field of Markdown. */
export function checkTexts(sheet: Sheet, context: Context): void {
  if (context.collection.body !== "none") checkText(sheet.body, ["body"], context);
  for (const [text, path] of texts(sheet.values, context.collection.fields, [])) checkText(text, path, context);
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

function checkText(text: string, path: Path, context: Context): void {
  if (tooMuch(text, path, context)) return;
  const nodes = [...every(parse(text))];
  for (const node of nodes) {
    if (node.type !== "heading") continue;
    const heading = textOf(node);
    if (node.depth === 1) report(context, "body-heading", path, {}, `## ${heading}`);
    if (context.data.rules.leftovers.includes(slugify(heading))) report(context, "left-to-sort", path, { heading });
  }
  if (nodes.some((node) => node.type === "html") && holdsHtml(text)) report(context, "raw-html", path);
  const anchors = anchorsOf(nodes);
  for (const node of nodes) {
    if ((node.type === "link" || node.type === "image" || node.type === "definition") && node.url !== undefined) {
      checkLink(node.url, node.type === "image", anchors, path, context);
    }
    if (node.type === "text") {
      const { start, end } = node.position ?? { start: {}, end: {} }; // as it is written: a backslash takes a bracket back
      for (const [, name] of text.slice(start.offset, end.offset).matchAll(WIKI)) checkWiki(name ?? "", path, context);
    }
  }
}

/** Whether a text holds more than the engine would parse; the first excess of each kind is told. */
function tooMuch(text: string, path: Path, context: Context): boolean {
  const { rules } = context.data;
  const length = (line: string): number => (line.length > rules.line ? [...line].length : line.length);
  const thousands = (number: number): string => `${Math.floor(number / 1000)}`;
  if (length(text) > rules.text) {
    report(context, "text-too-large", path, { limit: thousands(rules.text) });
    return true;
  }
  const lines = text.split("\n");
  const found = context.slips.length;
  if (lines.some((line) => length(line) > rules.line)) report(context, "line-too-long", path, { limit: thousands(rules.line) });
  if (lines.some((line) => line.split("|").length - 1 > rules.columns + 1)) {
    report(context, "table-too-wide", path, { limit: `${rules.columns}` });
  }
  const nested = new RegExp(`^(?:[ \\t]*(?:>|[-+*](?=\\s)|\\d{1,9}[.)](?=\\s))){${rules.levels + 1}}`, "m");
  if (nested.test(text)) report(context, "text-too-nested", path, { limit: `${rules.levels}` });
  return context.slips.length > found;
}

function parse(text: string): Node {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node;
}

/** The pieces of a text; of the words of a link, none: they lead where it leads. */
function* every(node: Node): Generator<Node> {
  yield node;
  for (const child of node.type === "link" ? [] : (node.children ?? [])) yield* every(child);
}

/** The anchors of the headings, numbered where two are equal, as the engine gives them. */
function anchorsOf(nodes: readonly Node[]): Set<string> {
  const taken = new Map(["contenu", "en-bref", "liens"].map((name) => [name, 1]));
  const anchors = new Set<string>();
  for (const node of nodes) {
    if (node.type !== "heading") continue;
    const slug = slugify(textOf(node)).replace(/^champ-/, "section-champ-") || "section";
    let name = slug;
    while (taken.has(name)) {
      taken.set(slug, (taken.get(slug) ?? 0) + 1);
      name = `${slug}-${taken.get(slug)}`;
    }
    taken.set(name, 1);
    anchors.add(name);
  }
  return anchors;
}

/** The words of a piece; tags, which never show, are none. */
function textOf(node: Node): string {
  if (node.type === "html") return "";
  return node.value ?? (node.children ?? []).map(textOf).join("");
}

/** Whether a tag stands outside code. */
function holdsHtml(text: string): boolean {
  let fence = "";
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark) fence = fence && mark.startsWith(fence) ? "" : fence || mark;
    else if (!fence && HTML.test(line.replace(/`[^`]*`/g, (code) => " ".repeat(code.length)))) return true;
  }
  return false;
}

function checkLink(url: string, image: boolean, anchors: ReadonlySet<string>, path: Path, context: Context): void {
  const scheme = /^\s*([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(url)?.[1]?.toLowerCase();
  const whole = withScheme(url.trim(), context.data.rules);
  if (scheme !== undefined || url.startsWith("//")) {
    const safe = scheme !== undefined && context.data.rules.schemes.includes(scheme);
    if (safe && !image) {
      if (!WHOLE.test(url)) report(context, "broken-link", path, { value: url }, whole);
    } else if (image && (scheme === undefined || scheme === "http" || scheme === "https")) report(context, "outside-image", path);
    else report(context, "bad-link-scheme", path, { scheme: scheme === undefined ? "//" : `${scheme}:` }, image ? undefined : whole);
    return;
  }
  const [place = "", anchor] = url.split("#", 2);
  if (!place && anchor) {
    if (!anchors.has(anchor)) report(context, "broken-anchor", path, { anchor });
  } else if (isBroken(place, image, context)) {
    const mailbox = /^[^\s/@:]+@[^\s/@:]+\.\w+$/.test(url) ? `mailto:${url}` : undefined;
    const suggestion = image ? undefined : (mailbox ?? whole ?? pathMeant(place, anchor, context));
    report(context, image ? "file-missing" : "broken-link", path, { value: url }, suggestion);
  }
}

/** The folder of the sheet that is being written. */
function folderOf(context: Context): string {
  const own = context.library.rows.find(([id]) => id === context.own)?.[2];
  return own ? own.slice(0, own.lastIndexOf("/")) : context.collection.source;
}

/** The path, from the folder of the sheet, of the sheet that a path which leads nowhere means. */
function pathMeant(place: string, anchor: string | undefined, context: Context): string | undefined {
  const row = context.library.meant(decoded(place), context.data, context.collection);
  if (!row) return undefined;
  const [from, to] = [folderOf(context).split("/"), row[2].split("/")];
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  const path = [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
  return anchor ? `${path}#${anchor}` : path;
}

/** Whether nothing can lie at a place inside the site: pages and files we do not know of get the benefit of the doubt. */
function isBroken(place: string, image: boolean, context: Context): boolean {
  if (place.startsWith("/")) return false;
  if (!place) return true;
  const name = place.slice(place.lastIndexOf("/") + 1).toLowerCase();
  if (context.data.rules.files.some((type) => name.endsWith(type))) return image && !context.own;
  if (!name.endsWith(".md") || image) return true;
  const joined = join(folderOf(context), place);
  const sources = Object.values(context.data.collections).map((one) => one.source);
  return sources.some((source) => joined.startsWith(`${source}/`)) && !context.library.paths.has(joined);
}

/** The path at which a relative one leads from a folder. */
function join(folder: string, path: string): string {
  const parts = folder.split("/");
  for (const part of decoded(path).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part) parts.push(part);
  }
  return parts.join("/");
}

/** What a percent-encoded path says; itself where it is encoded wrongly. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function checkWiki(target: string, path: Path, context: Context): void {
  const name = (target.split("#", 1)[0] ?? "").trim();
  const found = context.library.linked(target);
  if (found.length > 1) {
    report(context, "ambiguous-wikilink", path, { value: name, others: found.map((id) => `[[${id}]]`).join(", ") });
  } else if (!found.length) report(context, "unknown-wikilink", path, { value: name || target }, wikiMeant(target, context));
}

/** What to write in the place of `[[target]]`; a heading alone takes another sort of link. */
function wikiMeant(target: string, context: Context): string | undefined {
  const cut = target.indexOf("#");
  const [name, anchor] = cut < 0 ? [target.trim(), ""] : [target.slice(0, cut).trim(), target.slice(cut + 1)];
  if (!name && slugify(anchor)) return `[${anchor.trim()}](#${slugify(anchor)})`;
  const row = context.library.meant(name, context.data, context.collection);
  return row && `[[${row[0]}${anchor && `#${anchor}`}]]`;
}
