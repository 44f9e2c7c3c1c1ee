"""`/admin/`: the page of the editor, which its browser lets speak to this site and to the forge alone."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from ...commons import Commons
from ...language import N_
from ...schema.model import Schema
from ...settings import Settings
from .bundle import FILES, NoEditor, bundle
from .forge import backend, hosts
from .widgets import configuration

FOLDER: Final = "admin"
PAGE: Final = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link rel="cms-config-url" type="text/yaml" href="config.yml">
</head>
<body>
<noscript>{without}</noscript>
<script src="sveltia-cms.js"></script>
</body>
</html>
"""


def policy(allowed: list[str]) -> str:
    """What the page may load: its own files, and what the forge answers (Content-Security-Policy, W3C)."""
    forge = " ".join(allowed)
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "font-src": "'self'",
        "img-src": f"'self' data: blob: {forge}",
        "media-src": f"'self' blob: {forge}",
        "connect-src": f"'self' data: blob: {forge}",
        "worker-src": "'self' blob:",
        "frame-src": "'self' blob:",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def prepare_editor(settings: Settings) -> Path | None:
    """The folder with the files of the editor, None where the site has it turned off.

    Raises NoEditor where it cannot be had: before anything is written, so that the former site stays.
    """
    if not settings.cms:
        return None
    if backend(settings) is None:
        raise NoEditor(
            N_("“extra.cms” needs “repo_url”, the web address of the repository of the sheets, in mkdocs.yml.")
        )
    return bundle(settings.root / ".cache" / "tissage")


def write_editor(commons: Commons, files: Path, site: Path) -> bool:
    """Write the editor below `/admin/`; returns false where the site has something of its own there."""
    if (site / FOLDER).exists():
        return False
    for path, data in editor_files(commons.schema, commons.settings, files):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    return True


def editor_files(schema: Schema, settings: Settings, bundle: Path) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of every file below `/admin/`; nothing where the forge is not known."""
    forge = backend(settings)
    if forge is None:
        return
    say = settings.language.say
    page = PAGE.format(
        language=settings.language.code,
        policy=escape(policy(hosts(forge))),
        title=escape(say(N_("Write for {site}"), site=settings.site_name)),
        without=escape(say(N_("The editor needs JavaScript; the rest of the site does not."))),
    )
    yield f"{FOLDER}/index.html", page.encode()
    yield from ((path, text.encode()) for path, text in configuration(schema, settings))
    yield from ((f"{FOLDER}/{name}", (bundle / name).read_bytes()) for name in FILES)
