"""`.github/ISSUE_TEMPLATE/`: one form a collection, by which one proposes a sheet without knowing git.

Source: docs.github.com, « Syntax for GitHub’s form schema ». Forgejo and Gitea read the same files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from ...exports.collection_schema import limits
from ...language import LANGUAGES, N_, Language
from ...schema.model import Collection, Field, Schema
from .questions import CONSENT, Question, questions

FOLDER: Final = ".github/ISSUE_TEMPLATE"
FORM: Final = "proposer-{}.yml"
LABEL: Final = "proposition:"
"""What the label of an issue begins with; the collection’s id follows. Only editors and our forms set labels."""
LONG: Final = 140
"""A text that may be longer than this gets a large box."""
HEADER: Final = N_("Made by “tissage schema” from the collections: change those, then run it again.")
MARK: Final = 1000
"""More characters than the line has that says where a form comes from."""
INTRO: Final = N_(
    "Thank you! Write as you would tell a colleague: somebody reads everything before it is published. **What you write"
    " here is public right away**: leave out personal addresses and telephone numbers."
)
HINTS: Final = {
    "period": N_("The beginning, or the beginning / the end: 2019-11 / 2023."),
    "ref": N_("The title of a sheet that is on this site."),
    "url": N_("A web address, which begins with https://."),
}
DATES: Final = {
    "year": N_("For example 2021, 2021-05 or 2021-05-12."),
    "month": N_("For example 2021-05 or 2021-05-12."),
    "day": N_("For example 2021-05-12."),
    "minute": N_("For example 2021-05-12 13:30."),
}
ONE_A_LINE: Final = N_("One a line.")
BLOCKS: Final = N_("Fill in the lines. For another one, copy them below, after an empty line.")
AGREED: Final = (
    N_("I wrote this text, or may share it, and I publish it under the licence {licence}."),
    N_("The persons and organisations that I name have agreed, or are named from a public source."),
)


def forms(schema: Schema, language: Language, licence: str) -> Iterator[tuple[str, str]]:
    """The path and the text of each form, and of the file that says how they are offered."""
    for collection in schema.collections.values():
        yield f"{FOLDER}/{FORM.format(collection.id)}", text(form(collection, schema, language, licence), language)
    yield f"{FOLDER}/config.yml", text({"blank_issues_enabled": True}, language)


def text(values: dict[str, Any], language: Language) -> str:
    """Values as YAML, below a line that says where they come from."""
    written = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10**9)
    return f"# {language.say(HEADER)}\n{written}"


def is_ours(file: Path) -> bool:
    """Whether a file says on its first line that we made it, in whichever language the site was then."""
    try:
        with file.open(encoding="utf-8") as lines:
            first = lines.readline(MARK).rstrip("\n")
    except (OSError, UnicodeDecodeError):
        return False
    return not file.is_symlink() and first in {f"# {Language(code).say(HEADER)}" for code in LANGUAGES}


def form(collection: Collection, schema: Schema, language: Language, licence: str) -> dict[str, Any]:
    """The form of a collection."""
    name = language.form(collection.label, "one", collection.id)
    title = language.say(N_("Propose: {collection}"), collection=name)
    body = [element(question, language) for question in questions(collection, schema, language)]
    return {
        "name": title,
        "description": language.label(collection.description, title),
        "labels": [f"{LABEL}{collection.id}"],
        "body": [{"type": "markdown", "attributes": {"value": language.say(INTRO)}}, *body, consent(language, licence)],
    }


def consent(language: Language, licence: str) -> dict[str, Any]:
    """The boxes that one ticks."""
    sentences = (language.say(sentence, licence=licence) for sentence in AGREED)
    options = [{"label": sentence, "required": True} for sentence in sentences]
    return {"type": "checkboxes", "id": "consent", "attributes": {"label": language.say(CONSENT), "options": options}}


def element(question: Question, language: Language) -> dict[str, Any]:
    """One question as GitHub wants it."""
    kind, more = shape(question, language)
    described = {"description": said} if (said := description(question, language)) else {}
    example = {"placeholder": question.field.example} if question.field.example and kind != "dropdown" else {}
    attributes = {"label": question.label, **described, **example, **more}
    needed = {"validations": {"required": True}} if question.field.required else {}
    return {"type": kind, "id": "-".join(question.path) or "body", "attributes": attributes, **needed}


def shape(question: Question, language: Language) -> tuple[str, dict[str, Any]]:
    """The type of a question’s element, with the attributes of that type."""
    if question.options:
        return "dropdown", {"options": list(question.options), **({"multiple": True} if question.field.many else {})}
    if question.parts:
        lines = (language.say(N_("{field}: {value}"), field=part.label, value="") for part in question.parts)
        return "textarea", {"value": "\n".join(line.rstrip(" ") + " " for line in lines)}
    return ("textarea" if question.field.many or is_long(question.field) else "input"), {}


def is_long(field: Field) -> bool:
    """Whether a field may hold more than a line."""
    return field.kind.name == "markdown" or (field.kind.name == "text" and (field.max_length or 0) > LONG)


def description(question: Question, language: Language) -> str:
    """The help of a field, its lengths, and how to write what it takes."""
    field = question.field
    hints = [HINTS[field.kind.name]] if field.kind.name in HINTS else []
    if field.kind.name == "date":
        hints.append(DATES[field.precision])
    if question.parts:
        hints.append(BLOCKS)
    elif field.many and not question.options:
        hints.append(ONE_A_LINE)
    said = [language.label(field.help), *limits(field, language), *map(language.say, hints)]
    return " ".join(sentence for sentence in said if sentence)
