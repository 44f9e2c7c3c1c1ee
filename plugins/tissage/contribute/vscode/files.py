"""`.vscode/`: what Visual Studio Code reads in the folder of a site, without an extension.

It colours front matter as YAML and gives it the snippets of YAML. An extension for YAML would not look at it
(github.com/redhat-developer/vscode-yaml, issue 207), and JSON Schemas are of no use to the editor by itself.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ...language import N_, Language
from ...schema.model import Collection, Schema
from ..issues.template import HEADER
from .snippets import Snippet, snippets
from .tasks import tasks

FOLDER: Final = ".vscode"
SETTINGS: Final = {
    "files.eol": "\n",
    "files.insertFinalNewline": True,
    # Alone: below `[markdown][yaml]` the editor’s own settings for Markdown, which suggest nothing, would win.
    "[markdown]": {
        "editor.detectIndentation": False,
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        # Front matter is made of strings to the editor: it suggests fields there, and nothing in the text below.
        "editor.quickSuggestions": {"other": "off", "comments": "off", "strings": "on"},
        "editor.wordBasedSuggestions": "off",
        "editor.snippetSuggestions": "top",
        # Enter ends a line, whatever is suggested: « date » is the name of a field, and a word of many sentences.
        "editor.suggest.selectionMode": "never",
    },
}
FEW: Final = 3
"""How many collections a name can hold and still be read."""


def vscode(schema: Schema, language: Language) -> Iterator[tuple[str, str]]:
    """The path and the text of each file."""
    yield f"{FOLDER}/settings.json", text(SETTINGS, language)
    yield f"{FOLDER}/tasks.json", text(tasks(language), language)
    yield f"{FOLDER}/tissage.code-snippets", text(completion(snippets(schema, language), language), language)


def text(values: Mapping[str, Any], language: Language) -> str:
    """JSON as the editor reads it, below a line that says where it comes from."""
    return f"// {language.say(HEADER)}\n{json.dumps(values, ensure_ascii=False, indent=2)}\n"


def completion(found: Mapping[Snippet, Sequence[Collection]], language: Language) -> dict[str, Any]:
    """The snippets by their names, which are shown beside what one types: no two are alike."""
    usual = {snippet: usual_name(snippet, found, language) for snippet in found}
    shown = Counter(usual.values())
    named: dict[str, Any] = {}
    for snippet, collections in found.items():
        ids = ", ".join(collection.id for collection in collections)
        by_id = apart(f"{snippet.name}, {snippet.prefix}", ids, language)
        named[usual[snippet] if shown[usual[snippet]] == 1 else by_id] = row(snippet, collections)
    return named


def usual_name(snippet: Snippet, found: Mapping[Snippet, Sequence[Collection]], language: Language) -> str:
    """The name of a snippet. Where a field is not the same everywhere, it says whose it is, unless most have it so."""
    collections = found[snippet]
    alike = [one for one in found if (one.form, one.prefix) == (snippet.form, snippet.prefix)]
    if snippet.form == "sheet" or len(alike) == 1 or len(collections) > FEW:
        return snippet.name
    labels = (language.form(collection.label, "many", collection.id) for collection in collections)
    return apart(snippet.name, ", ".join(labels), language)


def apart(name: str, collections: str, language: Language) -> str:
    """A name with the collections that it is of."""
    return language.say(N_("{name} ({collections})"), name=name, collections=collections)


def row(snippet: Snippet, collections: Sequence[Collection]) -> dict[str, Any]:
    """One snippet."""
    whole = snippet.form == "sheet"
    return {
        # How the editor calls the language of a sheet and of a new file, and that of front matter.
        "scope": "markdown" if whole else "yaml",
        # Since version 1.109; one that is older offers the snippet in every folder.
        "include": [f"**/{collection.source}/**" for collection in collections],
        **({"isFileTemplate": True} if whole else {}),
        "prefix": snippet.prefix,
        "body": list(snippet.body),
        "description": snippet.description,
    }
