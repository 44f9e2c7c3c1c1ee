"""An issue written with a form → a sheet, and what to say of it where it is reviewed.

Everything that the author of an issue controls is untrusted: what comes out names nothing of it, but for the sheet
itself and for quotations that no forge takes for markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ...changes import slug as slug_in
from ...language import N_, Language
from ...reports.sentences import printable
from ...schema.model import Collection
from ..placing import taken_names
from ..site import Site
from ..writing import free_slug, sheet_text, tidy
from .answers import Answers, Aside
from .body import Refused, decode, read_body
from .filled import Filled, read_filled
from .improved import improved_text
from .questions import Question, questions
from .template import AGREED, LABEL

LOGIN: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}")
"""A name on GitHub; those of other forges that do not look like it are refused."""
SHOWN: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote the issue, as the forge says it (never the issue itself): a login and, on GitHub, a number."""

    login: str
    id: str = ""

    @property
    def trailer(self) -> str:
        """The line of a commit that credits them, without their address."""
        number = f"{self.id}+" if self.id else ""
        return f"Co-authored-by: {self.login} <{number}{self.login}@users.noreply.github.com>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A sheet to write at `path`, where it may stand already (`improves`), and the texts of its pull request."""

    path: str
    sheet: str
    improves: bool
    branch: str
    title: str
    commit: str
    description: str


def propose(site: Site, label: str, author: Author, number: int, data: bytes) -> Proposal:
    """The proposal that an issue makes. The label and the author come from the forge. Raises Refused."""
    schema, language = site.schema, site.settings.language
    collection = schema.collections.get(label.removeprefix(LABEL)) if label.startswith(LABEL) else None
    if collection is None:
        known = ", ".join(f"{LABEL}{name}" for name in schema.collections)
        raise Refused(N_("The label names no collection of this site. Those that do: {labels}."), labels=known)
    if not LOGIN.fullmatch(author.login) or not re.fullmatch("[0-9]{0,20}", author.id):
        raise Refused(N_("The name of the account is not one that a sheet can credit."))
    taken = Answers(site)
    filled = read_filled(decode(data), collection, site)
    if filled is None:
        asked = questions(collection, schema, language)
        filled = lay_out(collection, asked, read_body(data, asked, len(AGREED), language), taken)
    values, path = filled.values, filled.improves
    title = values.get("title")
    if not isinstance(title, str) or not tidy(title):
        raise Refused(N_("The sheet has no title: answer the first question of the form."))
    named = values.get("contributors", [])
    credited = [named] if isinstance(named, str) else named
    values["contributors"] = [*credited, *([credit] if (credit := f"@{author.login}") not in credited else [])]
    slug = slug_in(path) if path else free_slug(title, taken_names(site, collection))
    text = improved_text(path, values, filled.body, collection, site) if path else sheet_text(values, filled.body)
    name = language.form(collection.label, "one", collection.id)
    return Proposal(
        path=path or f"{collection.source}/{slug}.md",
        sheet=text,
        improves=path is not None,
        branch=f"proposition-{number}",
        title=language.say(N_("Proposal #{number} ({collection}): {slug}"), number=number, collection=name, slug=slug),
        commit="\n".join(
            (
                language.say(N_("Improved sheet: {title}") if path else N_("Proposed sheet: {title}"), title=slug),
                "",
                author.trailer,
            )
        )
        + "\n",
        description=describe(
            path or f"{collection.source}/{slug}.md", author, number, taken.aside, language, path is not None
        ),
    )


def lay_out(collection: Collection, asked: list[Question], answers: Mapping[str, str], taken: Answers) -> Filled:
    """The values in the order in which their collection declares them, and the text below."""
    values: dict[str, Any] = {}
    body = ""
    for question in asked:
        if question.key not in answers:
            continue
        if not question.path:
            body = answers[question.key]
            continue
        inside = values
        for name in question.path[:-1]:
            inside = inside.setdefault(name, {})
        inside[question.path[-1]] = taken.value(question, answers[question.key])
    return Filled({name: values[name] for name in collection.fields if name in values}, body)


def describe(path: str, author: Author, number: int, aside: Aside, language: Language, improves: bool) -> str:
    """What is said of the sheet where it is reviewed."""
    return "\n\n".join(described(path, author, number, aside, language, improves)) + "\n"


def described(
    path: str, author: Author, number: int, aside: Aside, language: Language, improves: bool
) -> Iterator[str]:
    """Its paragraphs."""
    say = language.say
    message = N_("This sheet was proposed by the form in #{number}, by @{login}. It is in `{path}`.")
    if improves:
        message = N_(
            "The sheet `{path}` was improved by the form in #{number}, by @{login}. Read what changes, line by line:"
            " the sheet may have been changed by somebody else since. Its status, its dates of review, its pictures and"
            " what is not published stay as they were."
        )
    yield say(message, number=number, login=author.login, path=path)
    if aside:
        yield say(N_("These answers were left out, for they are on no list and the title of no sheet:"))
        yield "\n".join(say(N_("- {label}: {answer}"), label=label, answer=quote(answer)) for label, answer in aside)
    yield say(N_("Merging it publishes the sheet and closes the issue."))
    yield f"Closes #{number}"  # words of the forge, not ours


def quote(text: str) -> str:
    """Untrusted text as code, on one line: no markup, no mention and no link can come of it."""
    return f"`{printable(text).replace('`', 'ˋ')[:SHOWN].strip() or ' '}`"


def write_aside(proposal: Proposal, folder: Path) -> None:
    """Write the texts of the pull request, a file each: a workflow hands files over without reading them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("path", "branch", "title", "commit", "description"):
        (folder / f"{name}.txt").write_text(getattr(proposal, name), encoding="utf-8")
