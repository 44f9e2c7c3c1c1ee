// Markdown as the engine reads it: its pieces, the anchors of its headings, and where its links lead.
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { slugify } from "../slugs.ts";

/** A piece of parsed Markdown, as far as we look at it. */
export interface Piece {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly identifier?: string;
  readonly depth?: number;
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
  readonly children?: readonly Piece[];
}

/** A link of a text: to a target, to the target of a picture, or between brackets. */
export interface Link {
  readonly target: string;
  readonly kind: "link" | "image" | "wiki";
}

const HTML = /<\/?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?\/?>/;
/** `![Une photo](images/Photo 1.jpg)` */
const SPACED = /(!?\[[^[\]]*\])\( *([^\s()<>"]+(?: +[^\s()<>"]+)+) *\)/;
/** How many slips of one sort one is told of in a text. */
const MOST_SPANS = 20;
/** A backslash takes the brackets back. */
const WIKI = /(?<![\\![])\[\[((?:[^[\]|\\]|\\.)*)(?:\|(?:[^[\]|\\]|\\.)*)?\]\]/gs;
/** What the engine makes a link of by itself, and our parser does not. */
const BARE = /ftp:\/\/[\p{L}\p{N}][^\s<]*\.[^\s<]*[\p{L}\p{N}\/]/gu;

export function parse(text: string): Piece {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Piece;
}

/** The pieces of a text, but for notes that nothing calls: they do not show. */
export function piecesOf(root: Piece): Piece[] {
  const notes: Piece[] = [];
  const body = [...below(root, (piece) => piece.type !== "footnoteDefinition" || !notes.push(piece))];
  const called = new Set(body.filter(isCall).map((piece) => piece.identifier));
  let left = notes;
  for (let found = left; found.length; ) {
    found = left.filter((note) => called.has(note.identifier));
    left = left.filter((note) => !found.includes(note));
    const inside = found.flatMap((note) => [...below(note)]);
    for (const piece of inside.filter(isCall)) called.add(piece.identifier);
    body.push(...inside);
  }
  return body;
}

function isCall(piece: Piece): boolean {
  return piece.type === "footnoteReference";
}

/** A piece and all that is in it; of those that are not `wanted`, nothing. */
function* below(piece: Piece, wanted: (piece: Piece) => boolean = () => true): Generator<Piece> {
  if (!wanted(piece)) return;
  yield piece;
  for (const child of piece.children ?? []) yield* below(child, wanted);
}

/** The anchors of the headings, numbered where two are equal, as the engine gives them. */
export function anchorsOf(pieces: readonly Piece[]): Set<string> {
  const taken = new Map(["contenu", "en-bref", "liens"].map((name) => [name, 1]));
  const anchors = new Set<string>();
  for (const piece of pieces) {
    if (piece.type !== "heading") continue;
    const slug = slugify(textOf(piece)).replace(/^champ-/, "section-champ-") || "section";
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
export function textOf(piece: Piece): string {
  if (piece.type === "html") return "";
  return piece.value ?? (piece.children ?? []).map(textOf).join("");
}

/** The first match of each line that is not code. */
function* outsideCode(text: string, sought: RegExp): Generator<RegExpExecArray> {
  let fence = "";
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark) fence = fence && mark.startsWith(fence) ? "" : fence || mark;
    const found = mark || fence ? null : sought.exec(line.replace(/`[^`]*`/g, (code) => " ".repeat(code.length)));
    if (found) yield found;
  }
}

/** Whether a tag stands outside code. */
export function holdsHtml(text: string): boolean {
  return !outsideCode(text, HTML).next().done;
}

/** The links that are none, for their addresses hold a space: the address, and the link as it should be. */
export function spacedLinks(text: string): (readonly [target: string, mended: string])[] {
  const found = [...outsideCode(text, SPACED)].filter(([, , target = ""]) => /[./]/.test(target)).slice(0, MOST_SPANS);
  return found.map(([, words = "", target = ""]) => [target, `${words}(<${target}>)`] as const);
}

/** The links of a text. One that is defined apart counts where it is called; the words of a link lead where it leads. */
export function* linksOf(root: Piece, text: string): Generator<Link> {
  const defined = new Map<string | undefined, string>();
  for (const piece of below(root)) {
    if (piece.type === "definition" && !defined.has(piece.identifier)) defined.set(piece.identifier, piece.url ?? "");
  }
  const pieces = piecesOf(root);
  for (const piece of pieces) {
    const isChat = piece.type === "link" && /xmpp:$/.test(text.slice(0, spanOf(piece).start)); // we read a mailbox behind it
    const target = isChat ? "xmpp:" : (piece.url ?? defined.get(piece.identifier) ?? "");
    if (piece.type === "link" || (piece.type === "linkReference" && !isInBrackets(piece, text))) yield { target, kind: "link" };
    if (piece.type === "image" || piece.type === "imageReference") yield { target, kind: "image" };
    if (!["paragraph", "heading", "tableCell"].includes(piece.type)) continue;
    const words = plain(piece, text);
    for (const [, name = ""] of words.matchAll(WIKI)) yield { target: name.replace(/\\(.)/gs, "$1"), kind: "wiki" };
    for (const [target] of words.matchAll(BARE)) yield { target, kind: "link" };
  }
}

/** Whether a link by a name stands in brackets: `[[name]]` is one between brackets. */
function isInBrackets(piece: Piece, text: string): boolean {
  const { start, end } = spanOf(piece);
  return text[start - 1] === "[" && text[end] === "]";
}

/** A piece as it is written, code and links blanked. */
function plain(piece: Piece, text: string): string {
  const { start, end } = spanOf(piece);
  let words = text.slice(start, end);
  for (const inner of below(piece)) {
    if (!["inlineCode", "link", "image", "html"].includes(inner.type)) continue;
    const place = spanOf(inner);
    words = words.slice(0, place.start - start) + " ".repeat(place.end - place.start) + words.slice(place.end - start);
  }
  return piece.type === "tableCell" ? words.replaceAll("\\|", " |").replace(/^\||\|$/g, " ") : words;
}

function spanOf(piece: Piece): { readonly start: number; readonly end: number } {
  return { start: piece.position?.start.offset ?? 0, end: piece.position?.end.offset ?? 0 };
}
