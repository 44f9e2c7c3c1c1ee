"""The tasks of the editor: the check, whose findings it lays under their words, and the site as one writes it."""

from __future__ import annotations

import re
from typing import Any, Final

from ...findings import Severity
from ...language import N_, Language
from ...reports.text import NAMES

COMMAND: Final = {"type": "process", "command": "python3", "windows": {"command": "py"}}
"""What the guides tell one to type; it installs what is missing."""
SCRIPT: Final = "scripts/site.py"
LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "info"}
"""How the editor calls what weighs as much."""

BUILDING: Final = {
    "activeOnStart": True,
    "beginsPattern": "^INFO +-  Building documentation\\.\\.\\.$",
    "endsPattern": "^(INFO +-  (Documentation built|\\[[0-9:]+\\] Reloading browsers)|ERROR +-  )",
}
"""Between which lines of MkDocs the findings are those of one build. What it says is in English everywhere.

MkDocs says nothing twice: a build that takes as long as a former one, to the hundredth of a second, is not told to be
built. That the browsers load it again always is; the first build alone has no browsers.
"""


def tasks(language: Language) -> dict[str, Any]:
    """What `tasks.json` holds."""
    return {"version": "2.0.0", "tasks": [check(language), serve(language)]}


def check(language: Language) -> dict[str, Any]:
    """The check of all sheets, at Ctrl+Shift+B."""
    return {
        "label": language.say(N_("Check the sheets")),
        **COMMAND,
        "args": [SCRIPT, "--check"],
        "group": {"kind": "build", "isDefault": True},
        "presentation": {"clear": True, "showReuseMessage": False, "revealProblems": "onProblem"},
        "problemMatcher": [matcher(severity, language) for severity in Severity],
    }


def serve(language: Language) -> dict[str, Any]:
    """The site in a browser, up to date with every change; its findings too."""
    return {
        "label": language.say(N_("See the site")),
        **COMMAND,
        "args": [SCRIPT],
        "isBackground": True,
        "problemMatcher": [{**matcher(severity, language), "background": BUILDING} for severity in Severity],
    }


def matcher(severity: Severity, language: Language) -> dict[str, Any]:
    """What reads the findings of one severity, as `reports/text.py` writes them: where, then what.

    The expressions are JavaScript’s: `\\d` and `\\w` would not be the same in Python, whose tests try them.
    """
    word = re.escape(language.say(NAMES[severity]))
    place = rf"^([^ ].*):([0-9]+):([0-9]+): {word} \[([a-z0-9-]+)\]$"
    return {
        "owner": "tissage",
        "source": "tissage",
        "severity": LEVELS[severity],
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": [
            {"regexp": place, "file": 1, "line": 2, "column": 3, "code": 4},
            {"regexp": "^  ([^ ].*)$", "message": 1},
        ],
    }
