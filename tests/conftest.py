"""What every test may ask for: whole sites, built once for a run of the tests."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# Appended, not inserted: our folder `site` must not hide the standard library's module, nor must scripts/site.py.
sys.path += [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "scripts")]
pytest.register_assert_rewrite("tools")

from tools.builds import REPO_URL, REPOSITORY, SITE_URL, Build, build, copy_of_ours, once  # noqa: E402

Variant = Callable[..., Build]


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "shared"


@pytest.fixture(scope="session")
def variant(shared_folder: Path) -> Variant:
    """Builds this site under a name, once for the run: with other settings, or by the other host."""
    source = once(shared_folder / "source", lambda folder: copy_of_ours(REPOSITORY, folder))

    def made(name: str, host: str = "mkdocs", **options: object) -> Build:
        def make(folder: Path) -> None:
            build(copy_of_ours(source, folder, **options), "--strict", host=host).save(folder / "build.json")

        done = Build.load(once(shared_folder / name, make) / "build.json")
        assert done.code == 0, done.said[-2000:]
        return done

    return made


@pytest.fixture(scope="session")
def plain(variant: Variant) -> Build:
    """This site as it is: neither its address nor its repository is set."""
    return variant("plain")


@pytest.fixture(scope="session")
def published(variant: Variant) -> Build:
    """This site with its address, below a path, and its repository."""
    return variant("published", site_url=SITE_URL, repo_url=REPO_URL)


@pytest.fixture(scope="session")
def flat(variant: Variant) -> Build:
    """This site with pages that end in `.html`, to be read from a folder."""
    return variant("flat", use_directory_urls=False)


@pytest.fixture(scope="session")
def properdocs(variant: Variant) -> Build:
    """This site, built by ProperDocs."""
    return variant("properdocs", host="properdocs")
