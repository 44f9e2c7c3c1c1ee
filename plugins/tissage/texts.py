"""The texts of the sheets: each parsed once, looked at by itself, and its links followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .addresses import generated
from .commons import Target
from .findings import Finding, Span
from .language import slugify
from .leftovers import heading_slugs
from .links import Resolver, Use, key_of
from .markdown import NOTHING, Parsed, check_limits, parse
from .schema.model import Schema
from .settings import Settings
from .sheets import Sheet


def check_text(sheet: Sheet, parsed: Parsed, place: Callable[[Span], Span], above: int) -> list[Finding]:
    """What is wrong with a text by itself: its headings, what an import left to sort, HTML, links that are none.

    `above` is the level of the heading that the text stands below.
    """
    findings = [Finding("raw-html", sheet.path, place(span)) for span in parsed.raw_html]
    findings += (
        Finding("link-with-space", sheet.path, place(one.span), {"target": one.target}, one.mended)
        for one in parsed.spaced
    )
    for heading in parsed.headings:
        top, left = heading.level == 1, slugify(heading.text) in heading_slugs()
        skipped = heading.level > above + 1
        span = place(Span(heading.line, heading.column)) if top or skipped or left else Span()
        if top:
            findings.append(Finding("body-heading", sheet.path, span, {}, f"## {heading.text}"))
        if skipped:
            mended = f"{'#' * (above + 1)} {heading.text}"
            findings.append(Finding("heading-skipped", sheet.path, span, {}, mended))
        if left:
            findings.append(Finding("left-to-sort", sheet.path, span, {"heading": heading.text}))
        above = heading.level
    return findings


@dataclass(frozen=True, slots=True)
class Linked:
    """What the links of all texts say.

    `texts` holds each text, parsed; `targets` where each link leads, by sheet id and what was written (a wiki link
    with `[[` before it); `mentions` the sheets that the public texts of each sheet link to, each once.
    """

    texts: dict[str, Parsed]
    targets: dict[tuple[str, str], Target]
    mentions: dict[str, dict[str, None]]
    findings: list[Finding]


def link_texts(settings: Settings, schema: Schema, sheets: list[Sheet], addresses: Mapping[str, str]) -> Linked:
    """Follow every link of every text; `addresses` gives the owner of each address."""
    every = [(sheet, text, public) for sheet in sheets for text, public in sheet.texts()]
    texts: dict[str, Parsed] = {}
    sources = {collection.id: collection.source for collection in schema.collections.values()}
    resolver = Resolver(settings, {sheet.id: sheet for sheet in sheets}, addresses, texts, sources)
    resolver.generated = frozenset(address for address, _ in generated(schema, settings.language))
    linked = Linked(texts, {}, {}, resolver.findings)
    for sheet, text, _ in every:
        excess = check_limits(text.text)
        resolver.findings += (Finding(code, sheet.path, text.places()(span), values) for code, span, values in excess)
        if text.text not in texts:
            texts[text.text] = NOTHING if excess else parse(text.text)
    for sheet, text, public in every:
        parsed, place = texts[text.text], text.places()
        # A field has a heading of its own, its label.
        resolver.findings += check_text(sheet, parsed, place, 1 if text.text == sheet.body else 2)
        for link in parsed.links:
            target = resolver.resolve(Use(sheet, link, place))
            if target is None:
                continue
            linked.targets[sheet.id, key_of(link)] = target
            if public and target.kind == "sheet" and target.place != sheet.id:
                linked.mentions.setdefault(sheet.id, {})[target.place] = None
    return linked
