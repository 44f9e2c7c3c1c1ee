"""What people write for a value → what a sheet holds: labels become terms, titles references, words dates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from ..language import slugify
from ..schema.kinds.choices import BOOLEANS
from ..schema.kinds.texts import one_line
from ..schema.model import Field, Labels
from ..schema.written_dates import date_in, period_in
from .names import key
from .site import Site
from .writing import Written

YES: Final = ("x", "1", "vrai")
NO: Final = ("0", "faux")
BULLET: Final = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")
BETWEEN_ITEMS: Final = re.compile(r"\s*[|\n]\s*")
PARTED: Final = re.compile(r"\s*[;|\n]\s*")
LISTED: Final = ("term", "choice", "ref")
WRAPPED: Final = re.compile(
    r"<(?:mailto:|tel:)?([^<>\s]+)>|(?:mailto:|tel:)(\S+)|\[[^\]]*\]\((?:mailto:|tel:)?([^()\s]+)\)"
)
ADDRESS: Final = re.compile(r"https?://[^?#]*?(?P<last>[^/?#]+)/?(?:[?#].*)?")
BARE_ADDRESS: Final = re.compile(r"www\.[^\s.]+\.\S+")


def understand(text: str, field: Field, site: Site) -> Written:
    """What to write for one value. A text that says nothing known stays as it is: the engine says what is wrong."""
    text = text.strip()
    match field.kind.name:
        case "choice" | "term":
            return named(text, site.schema.words(field)) or text
        case "ref":
            return reference(text, field, site) or text
        case "boolean":
            return boolean(text)
        case "date":
            return date_in(text) or text
        case "period":
            return period_in(text) or text
        case "number":
            return re.sub(rf"\s*{re.escape(field.unit)}\.?$", "", text) if field.unit else text
        case "url" | "email" | "phone":
            return address(text)
        case "group":
            return parts_of_group(text, field, site) or text
        case "text":
            return one_line(text)
    return text


def named(text: str, words: Mapping[str, Labels]) -> str | None:
    """The one word that goes by that name, or None where none or several do."""
    if text in words:
        return text
    wanted = key(text)
    found = [word for word, labels in words.items() if wanted and wanted in map(key, (word, *labels.values()))]
    return found[0] if len(found) == 1 else None


def reference(text: str, field: Field, site: Site) -> str | None:
    """The sheet that a text names by its slug, id, title, acronym or address; with its collection in doubt."""
    place = ADDRESS.fullmatch(text)
    wanted = slugify((place["last"] if place else text).removesuffix(".md"))
    found = dict.fromkeys(
        (sheet.collection.id, sheet.slug)
        for sheet in site.sheets
        if sheet.collection.id in field.to
        and wanted
        and wanted in slugs_of(sheet.title, sheet.slug, sheet.id, acronym(sheet.values))
    )
    if len(found) != 1:
        return None
    collection, slug = next(iter(found))
    doubt = sum(slug in site.paths.get(to, ()) for to in field.to) > 1
    return f"{collection}/{slug}" if doubt else slug


def acronym(values: Mapping[str, object]) -> str:
    """What an organisation goes by."""
    return str(values.get("acronym", ""))


@lru_cache(maxsize=20_000)
def slugs_of(*names: str) -> frozenset[str]:
    """Names as slugs, made once for all values of an import."""
    return frozenset(slugify(name) for name in names if name)


def boolean(text: str) -> str:
    """`true` or `false` where the text says one of them."""
    word = text.strip(" .").lower()
    if word in YES or BOOLEANS.get(word) is True:
        return "true"
    return "false" if word in NO or word in BOOLEANS else text


def address(text: str) -> str:
    """An address without what a word processor lays around it."""
    match = WRAPPED.fullmatch(text)
    bare = next(filter(None, match.groups()), text) if match else text
    return f"https://{bare}" if BARE_ADDRESS.fullmatch(bare) else bare


def parts_of_group(text: str, field: Field, site: Site) -> Written | None:
    """The fields of a group from « Nom : Centraide; Programme : Fonds d’urgence », or None where a part has no label.

    A group without any label is taken for the text of its first field.
    """
    inner = {key(name): one for one in field.fields.values() for name in (one.name, *one.label.values())}
    values: dict[str, Written] = {}
    for part in re.split(r"\s*[;\n]\s*", text):
        label, colon, rest = part.partition(":")
        found = inner.get(key(label)) if colon else None
        if found:
            values[found.name] = understand_all(rest.strip(), found, site)
        elif values:
            return None
    return values or {next(iter(field.fields)): text}


def understand_all(text: str, field: Field, site: Site, items: Sequence[str] = ()) -> Written:
    """What to write for a field: a list where it takes one, from `items` where the source lists them itself."""
    if field.many is None:
        return understand(text, field, site)
    if items and field.kind.name not in LISTED:  # the source has parted them: a semicolon belongs to its sentence
        listed = [BULLET.sub("", item).strip() for item in items]
    else:
        listed = [part for item in items or (text,) for part in split(item, field, site)]
    return [understand(item, field, site) for item in listed if item]


def split(text: str, field: Field, site: Site) -> list[str]:
    """The items of a list that stands in one text: by lines and bars, else by semicolons, and by commas where known."""
    lined = field.kind.name not in LISTED and BETWEEN_ITEMS.search(text.strip())
    parting = BETWEEN_ITEMS if field.fields or lined or known(text, field, site) else PARTED
    items = [BULLET.sub("", item).strip() for item in parting.split(text)]
    if field.kind.name not in LISTED:
        return [item for item in items if item]
    return [part for item in items if item for part in by_commas(item, field, site)]


def by_commas(item: str, field: Field, site: Site) -> list[str]:
    """An item, or those that its commas part."""
    if known(item, field, site):
        return [item]
    parts = [part.strip() for part in item.split(",") if part.strip()]
    return parts if any(known(part, field, site) for part in parts) else [item]


def known(text: str, field: Field, site: Site) -> bool:
    """Whether a text is the name of a choice, a term or a sheet."""
    if field.kind.name == "ref":
        return reference(text, field, site) is not None
    return field.kind.name in LISTED and understand(text, field, site) in site.schema.words(field)
