"""MkDocs and ProperDocs make the same site of the same sources."""

from __future__ import annotations

import gzip
import re
from itertools import zip_longest

from tools.builds import Build, snapshot

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def comparable(build: Build) -> dict[str, bytes]:
    """Every file, without the host's name; a compressed file is opened, for its head holds the time."""
    files = snapshot(build.site)
    opened = {path: gzip.decompress(data) if path.endswith(".gz") else data for path, data in files.items()}
    return {path: GENERATOR.sub(b"", data) if path.endswith(".html") else data for path, data in opened.items()}


def first_difference(one: bytes, other: bytes) -> tuple[str, str]:
    """The first line that differs."""
    pairs = zip_longest(one.splitlines(), other.splitlines(), fillvalue=b"(nothing)")
    found = next((pair for pair in pairs if pair[0] != pair[1]), (b"", b""))
    return found[0].decode(errors="replace"), found[1].decode(errors="replace")


def test_both_build_without_a_warning(plain: Build, properdocs: Build) -> None:
    for build in (plain, properdocs):
        assert build.code == 0, build.said
        assert "WARNING" not in build.said


def test_both_make_the_same_files(plain: Build, properdocs: Build) -> None:
    assert list(snapshot(plain.site)) == list(snapshot(properdocs.site))
    assert {"index.html", "404.html", "sitemap.xml", "catalogue.json", "catalogue.csv"} <= set(snapshot(plain.site))


def test_their_files_hold_the_same(plain: Build, properdocs: Build) -> None:
    one, other = comparable(plain), comparable(properdocs)
    different = {path: first_difference(one[path], other[path]) for path in one if one[path] != other.get(path)}
    assert different == {}
