"""The JSON export of a YesWiki form (Bazar) → records, one an entry."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any, Final

import yaml

from ....language import N_, Language, slugify
from ....schema.kinds.addresses import is_mailbox
from ...names import FieldNames
from ...writing import clean
from ..records import Cell, Record, Unreadable
from .blocks import Simplifier
from .documents import lowered
from .pandoc import read_tree, to_markdown
from .tags import balanced, is_html
from .tree import Inline, plain, string
from .wiki import translated
from .wiki_pieces import embedded

TECHNICAL: Final = re.compile(
    r"id_fiche|id_typeannonce|date_(?:creation|maj|debut_validite|fin_validite)_fiche|statut_fiche|createur|owner|user|url"
    r"|html_output|html_data|html_class-data|semantic|antispam|geolocation|external-data|sendmail|incomingurl"
)
"""What YesWiki keeps for itself."""
PREFIX: Final = re.compile(
    r"^(?:bf_|liste(?:Liste|fiche)?(?=[A-Z0-9_])|checkbox(?:Liste|fiche)?(?=[A-Z0-9_])|radio(?:Liste)?(?=[A-Z]))"
)
USUAL: Final[Mapping[str, str]] = {
    "titre": "title",
    "description": "body",
    "texte": "body",
    "contenu": "body",
    "chapeau": "summary",
    "resume": "summary",
    "site-internet": "website",
    "site-web": "website",
    "mail": "email",
    "courriel": "email",
    "tel": "phone",
    "telephone": "phone",
    "ville": "place",
    "lieu": "place",
}
"""What the fields that most forms have are called here."""
WORDS: Final = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-zà-ÿ])")
"""Where the words of a name part that are written together: ChampsDAction."""
BODY: Final = "body"
UNPUBLISHED: Final = "0"
"""The status of an entry that waits for somebody to accept it, or was taken back."""
LONGEST_ID: Final = 200


@dataclass(frozen=True)
class Target:
    """Where a field of theirs goes, and what its words are here."""

    name: str
    words: Mapping[str, str] = field(default_factory=dict)


def read_map(file: Path, language: Language) -> dict[str, Target]:
    """The targets that a YAML file gives: `theirs: ours`, or `theirs: {to: ours, values: {theirs: ours}}`."""
    wrong = language.say(
        N_(
            "“{path}” cannot be used. Write a line for each field: its name in the wiki, a colon, a space, its "
            "name here."
        ),
        path=file,
    )
    try:
        loaded = yaml.load(file.read_bytes().decode("utf-8-sig"), Loader=yaml.BaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        raise Unreadable(wrong) from None
    if not isinstance(loaded, dict):
        raise Unreadable(wrong)
    targets: dict[str, Target] = {}
    for theirs, ours in loaded.items():
        values = ours.get("values", {}) if isinstance(ours, dict) else {}
        name = ours.get("to", "") if isinstance(ours, dict) else ours
        if not isinstance(name, str) or not isinstance(values, dict):
            raise Unreadable(wrong)
        targets[theirs] = Target(name, {str(word): str(mine) for word, mine in values.items()})
    return targets


def read(data: bytes, names: FieldNames, targets: Mapping[str, Target], language: Language) -> list[Record]:
    """A record for each entry."""
    wrong = language.say(N_("This is not a JSON export of YesWiki entries."))
    try:
        loaded = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable(wrong) from None
    entries = [loaded] if isinstance(loaded, dict) and "bf_titre" in loaded else loaded
    entries = list(entries.values()) if isinstance(entries, dict) else entries
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise Unreadable(wrong)
    unknown = [t.name for t in targets.values() if t.name not in ("", BODY) and names.find(t.name) is None]
    if unknown:
        raise Unreadable(language.say(N_("There is no field “{field}” here."), field=unknown[0]))
    converted = conversions([text for entry in entries for _, text in texts_of(entry)], language)
    made = (record(n, entry, names, targets, converted, language) for n, entry in enumerate(entries, 1))
    return list(made)


def texts_of(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of an entry with their texts; a list becomes a line an item."""
    for name, value in entry.items():
        items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else (value,)
        text = "\n".join(
            str(item) for item in items if isinstance(item, str | int | float) and not isinstance(item, bool)
        )
        if text.strip():
            yield name, text


@dataclass(frozen=True)
class Conversion:
    """A text as Markdown and as plain text, and what of the wiki in it only the wiki can show."""

    markdown: str
    text: str
    lost: Sequence[str] = ()


def conversions(texts: Sequence[str], language: Language) -> dict[str, Conversion]:
    """The conversion of each text that is HTML or in the wiki’s own markup."""
    wiki = {text: translation for text in texts if (translation := translated(text))}
    html = {text: wiki[text].html if text in wiki else text for text in texts if text in wiki or is_html(text)}
    return {
        text: Conversion(markdown, words, wiki[text].lost if text in wiki else embedded(text))
        for text, (markdown, words) in zip(html, markdown_of(list(html.values()), language), strict=True)
    }


def markdown_of(pages: Sequence[str], language: Language) -> list[tuple[str, str]]:
    """The Markdown and the plain text of some HTML, all in two runs of pandoc."""
    if not pages:
        return []
    html = "".join(f'<div id="entry">{balanced(page)}</div>' for page in pages)
    tree = read_tree(html.encode("utf-8", errors="replace"), "html", language)
    simplifier = Simplifier(outside)
    pieces = [lowered(simplifier.blocks(block["c"][1])) for block in tree["blocks"] if block["t"] == "Div"]
    texts = to_markdown(pieces, tree["pandoc-api-version"], language)
    return [(text, plain(piece)) for text, piece in zip(texts, pieces, strict=True)]


def outside(target: str, alt: str) -> Inline:
    """A picture of another site as a link to it: nothing is fetched."""
    if target.startswith(("http://", "https://")):
        return {"t": "Link", "c": [("", (), ()), string(alt or target), [target, ""]]}
    return {"t": "Str", "c": alt}


def record(
    number: int,
    entry: Mapping[str, Any],
    names: FieldNames,
    targets: Mapping[str, Target],
    converted: Mapping[str, Conversion],
    language: Language,
) -> Record:
    """The record of an entry."""
    cells: list[Cell] = []
    body: list[str] = []
    notes: list[str] = []
    technical: list[str] = []
    private: list[str] = []
    for theirs, written in texts_of(entry):
        target = targets.get(theirs) or usual(theirs, names)
        if TECHNICAL.fullmatch(theirs) and theirs not in targets:
            technical += [theirs] if theirs != "id_fiche" else []
            continue
        if theirs not in targets and is_private(theirs, written):
            if (kept := kept_off(names)) and is_mailbox(written.strip()):
                cells.append(Cell(kept, written))
            else:
                private.append(theirs)
            continue
        one = converted.get(written) or Conversion("", unescape(written))
        markdown, text = one.markdown, one.text
        if one.lost and target.name:
            lost = N_("Left out, in {field}, what only the wiki can show: {actions}")
            notes.append(language.say(lost, field=theirs, actions=" ".join(one.lost)))
        if target.name == BODY:
            body.append(markdown or text)
        elif target.name:
            items = (
                [target.words.get(part.strip(), part.strip()) for part in re.split("[,\n]", text)]
                if target.words
                else []
            )
            cells.append(Cell(target.name, "\n".join(items) or text, markdown))
    origin = " ".join(clean(str(entry.get("id_fiche") or "")).split())[:LONGEST_ID]
    place = language.say(N_("entry {number}"), number=number)
    return Record(
        place,
        cells,
        "\n\n".join(body),
        origin=f"yeswiki {origin}" if origin else "",
        notes=notes,
        withheld=str(entry.get("statut_fiche")) == UNPUBLISHED,
        technical=technical,
        private=private,
    )


def is_private(theirs: str, text: str) -> bool:
    """Whether a field is, by its name or by what it says, an e-mail address, perhaps that of a person."""
    bare = slugify(WORDS.sub(" ", PREFIX.sub("", theirs)))
    return "email" in (bare.replace("-", ""), USUAL.get(bare)) or is_mailbox(text.strip())


def kept_off(names: FieldNames) -> str:
    """The field of the collection for an e-mail address that never leaves the site, or nothing."""
    fields = names.collection.fields.values()
    return next((one.name for one in fields if one.sensitive and one.kind.name == "email" and one.many is None), "")


def usual(theirs: str, names: FieldNames) -> Target:
    """Where a field goes that no map speaks of: to the field of its name, as forms usually write it."""
    bare = WORDS.sub(" ", PREFIX.sub("", theirs)).strip(" _")
    ours = USUAL.get(slugify(bare), bare)
    return Target(ours if ours == BODY or names.find(ours) else theirs)
