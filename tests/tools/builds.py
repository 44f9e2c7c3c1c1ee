"""Sites made as a person makes them: a folder of files, one command, what it prints and what it leaves behind."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass
from functools import cached_property
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, Final
from unittest import mock
from xml.etree.ElementTree import Element

import yaml

from tissage.cli import main
from tools import html

REPOSITORY: Final = Path(__file__).resolve().parents[2]
ENGINE: Final = REPOSITORY / "plugins" / "tissage"
ROOTS: Final = ("content", "stories", "toolbox")
SITE_URL: Final = "https://exemple.org/commun/"
REPO_URL: Final = "https://github.com/exemple/commun"
DAY: Final = "1796000000"
"""The day of every build, a day of November 2026: two builds of the same sources are then the same."""
PATIENCE: Final = 300


def environment(**variables: str) -> dict[str, str]:
    """The variables of a command that a test runs."""
    ours = {"SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "LANGUAGE": "fr"}
    return {**os.environ, **ours, **variables}


def heed_interruption() -> None:
    """What a process does before its program, so that Ctrl+C ends it: in the background, a shell has it ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write texts below a folder."""
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


class Blocks(yaml.SafeDumper):
    """Writes YAML as a person does: a text of several lines as a block."""


Blocks.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def to_yaml(values: Mapping[str, Any]) -> str:
    """Values as YAML."""
    return yaml.dump(values, Dumper=Blocks, allow_unicode=True, sort_keys=False, width=10_000)


def configure(root: Path, **options: Any) -> None:
    """Write the `mkdocs.yml` of a site that has the engine's base and these options."""
    own = {"INHERIT": str(ENGINE / "base.yml"), "site_name": "Essai", **options}
    write(root, {"mkdocs.yml": to_yaml(own)})


def sheet(title: str, body: str = "Un texte.", **fields: Any) -> str:
    """The Markdown of a sheet."""
    values = {
        "title": title,
        "summary": f"Ce que dit « {title} ».",
        "fields_of_action": ["mutualisation"],
        **fields,
    }
    return f"---\n{to_yaml(values)}---\n{body}\n"


def small_site(root: Path, **options: Any) -> Path:
    """A site with a sheet in each of its three folders, woven together, and a page written by hand."""
    configure(root, **options)
    write(
        root,
        {
            "content/practices/partager-un-camion.md": sheet(
                "Partager un camion",
                "## Le contexte\n\nVoir [l’entente](../../toolbox/agreements/pret-de-camion.md).",
                stories=["le-camion"],
                organisations=["atelier"],
            ),
            "content/organisations/atelier.md": sheet("L’Atelier du coin", territories=["centre-sud"]),
            "stories/le-camion.md": sheet("Le camion de la rue", lead=["atelier"]),
            "toolbox/agreements/pret-de-camion.md": sheet(
                "Prêt de camion", resources=["materiel"], legal_review="none"
            ),
            "content/a-propos.md": "# À propos\n\nUne page écrite à la main.\n",
        },
    )
    return root


def copy_of_ours(source: Path, root: Path, **options: Any) -> Path:
    """A copy of this repository's site, its content and its settings, with other settings laid over."""
    for folder in (*ROOTS, "overrides"):
        if (source / folder).is_dir():
            shutil.copytree(source / folder, root / folder)
    base = Path("plugins", "tissage", "base.yml")
    (root / base).parent.mkdir(parents=True)
    shutil.copy(source / base, root / base)
    more = to_yaml(options) if options else ""
    write(root, {"mkdocs.yml": (source / "mkdocs.yml").read_text(encoding="utf-8") + "\n" + more})
    return root


@dataclass(frozen=True)
class Build:
    """A build that has run: its exit code, what it printed, and where its site is."""

    code: int
    out: str
    err: str
    root: str

    @classmethod
    def load(cls, note: Path) -> Build:
        """A build that another worker has saved."""
        return cls(**json.loads(note.read_text(encoding="utf-8")))

    def save(self, note: Path) -> None:
        """Save what is known of the build."""
        note.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @property
    def said(self) -> str:
        """All that it printed."""
        return self.out + self.err

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return Path(self.root) / "site"

    @cached_property
    def read(self) -> dict[str, tuple[Element, list[str]]]:
        """Every page, by its path in the site: its tree and its slips."""
        return {
            file.relative_to(self.site).as_posix(): html.read(file.read_text(encoding="utf-8"))
            for file in sorted(self.site.rglob("*.html"))
        }

    @property
    def pages(self) -> dict[str, Element]:
        """The tree of every page, by its path in the site."""
        return {path: tree for path, (tree, _) in self.read.items()}

    def page(self, address: str) -> Element:
        """The page at an address."""
        path = address if address.endswith(".html") else f"{address}index.html"
        assert path in self.pages, f"There is no {path}. The build said:\n{self.said}"
        return self.pages[path]


def build(root: Path, *arguments: str, host: str = "mkdocs", **variables: str) -> Build:
    """Run `mkdocs build` (or ProperDocs) in a site's folder."""
    command = [sys.executable, "-m", host, "build", "-f", "mkdocs.yml", *arguments]
    done = subprocess.run(
        command, cwd=root, env=environment(**variables), capture_output=True, encoding="utf-8", timeout=PATIENCE
    )
    return Build(done.returncode, done.stdout, done.stderr, str(root))


def built(root: Path, *arguments: str, host: str = "mkdocs") -> Build:
    """A build that must succeed."""
    done = build(root, *arguments, host=host)
    assert done.code == 0, done.said[-2000:]
    return done


def tissage(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command `tissage` in a site's folder, by this process: to start another would take longer."""
    said = BytesIO(), BytesIO()
    out, err = (TextIOWrapper(stream, encoding="utf-8", write_through=True) for stream in said)
    with (
        chdir(root),
        redirect_stdout(out),
        redirect_stderr(err),
        mock.patch.dict(os.environ, environment(), clear=True),
    ):
        try:
            code = main(arguments)
        except SystemExit as done:  # how argparse ends
            code = int(done.code or 0)
    return subprocess.CompletedProcess(arguments, code, *(stream.getvalue().decode("utf-8") for stream in said))


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """A folder that all workers of a test run share: the first that asks makes it, the others wait for it."""
    ready, failed = folder.with_suffix(".ready"), folder.with_suffix(".failed")
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not ready.exists():
            assert not failed.exists(), f"{folder.name} was not made."
            assert time.monotonic() < end, f"{folder.name} was not made in time."
            time.sleep(0.1)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    ready.touch()
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, byte for byte, but for the search index: two runs of Pagefind never give the same."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and "pagefind" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
