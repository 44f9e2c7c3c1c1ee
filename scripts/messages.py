"""Bring the message catalogues up to date with the code and the templates; `--check` writes nothing.

A translation stays as long as its English message. Where that one changes a little, the translation is marked
“fuzzy”: read it again and take the mark away.
"""

import argparse
import ast
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from setup.messages import Failure, guard
from setup.process import ROOT

ENGINE = ROOT / "plugins" / "tissage"
PLURALS = {"en": "n != 1", "fr": "n > 1"}
KEYWORDS = {"N_": (1,), "_": (1,), "say": (1,), "count": (1, 2)}
HEADER = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: {}\n"
"Plural-Forms: nplurals=2; plural=({});\n"

"""


def from_python(source, *_, **__):
    """The messages of a Python file. (Babel’s own extractor stumbles over `b"…".count(…)`.)"""
    waiting = [ast.parse(source.read())]
    while waiting:
        node = waiting.pop()
        name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
        marked = node.args[: len(KEYWORDS[name])] if name in KEYWORDS else []
        plain = [arg.args[0] if getattr(getattr(arg, "func", 0), "id", 0) == "N_" else arg for arg in marked]
        texts = [arg.value for arg in plain if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if texts and len(texts) == len(KEYWORDS[name]):
            yield node.lineno, name, tuple(texts), []
        else:
            marked = []
        waiting += reversed([child for child in ast.iter_child_nodes(node) if child not in marked])


def update(language, file):
    """The catalogue of a language, with the translations that its file holds."""
    today = Catalog()
    methods, options = [("**.py", from_python), ("theme/**.html", "jinja2")], {"theme/**.html": {"silent": "false"}}
    for path, line, message, _, context in extract_from_dir(ENGINE, methods, options, KEYWORDS):
        today.add(message, message if language == "en" else None, [(path, line)], context=context)
    if language == "en":
        return today
    known = read_po(BytesIO(file.read_bytes()), locale=language)
    known.update(today)
    return known


def main(arguments):
    parser = argparse.ArgumentParser(prog="messages.py", description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args(arguments).check
    for language, plural in PLURALS.items():
        file = ENGINE / "locales" / language / "LC_MESSAGES" / "tissage.po"
        catalogue, output = update(language, file), BytesIO()
        write_po(output, catalogue, width=0, omit_header=True, include_lineno=False)
        content = HEADER.format(language, plural) + output.getvalue().decode()
        if not check:
            file.write_text(content, encoding="utf-8", newline="\n")
        elif content != file.read_text(encoding="utf-8"):
            raise Failure(f"{file} n’est plus à jour. Lancez scripts/messages.py.", f"{file} is out of date.")
        todo = [m.id for m in catalogue if m.id and (m.fuzzy or not m.string or not all([*m.string]))]
        if todo:
            raise Failure(f"À traduire ou à relire\u00a0: {todo[:5]}", f"{len(todo)} messages to translate")
    return 0


if __name__ == "__main__":
    guard(main)
