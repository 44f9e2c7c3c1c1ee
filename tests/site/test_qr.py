"""The QR code of a sheet leads a telephone from the paper to the sheet."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

import pytest
import zxingcpp
from segno import make

from tissage.pages import qr
from tools.builds import SITE_URL, Build
from tools.html import by_class

SCALE: Final = 4
STEPS: Final = re.compile(r"([Mhm])(-?\d+)(?: (-?[\d.]+))?")


def rows(svg: Element) -> list[str]:
    """The cells of a code, a row a text, as its path draws them."""
    side = int(svg.get("viewbox", "").split()[2])
    cells = [["0"] * side for _ in range(side)]
    x = y = 0
    for step, along, down in STEPS.findall(svg.findall("path")[-1].get("d") or ""):
        if step == "h":
            cells[y][x : x + int(along)] = "1" * int(along)
        x, y = (int(along), int(float(down))) if step == "M" else (x + int(along), y + int(down or 0))
    return ["".join(row) for row in cells]


def read(rows: list[str]) -> str:
    """What a telephone reads in a code."""
    dots = b"".join(b"".join((b"\xff", b"\0")[int(cell)] * SCALE for cell in row) * SCALE for row in rows)
    side = len(rows) * SCALE
    found = zxingcpp.read_barcodes(memoryview(dots).cast("B", shape=[side, side]))
    return found[0].text if found else ""


def test_every_sheet_has_a_code_that_says_its_canonical_address(published: Build) -> None:
    pages = {path: by_class(page, "tissage-qr") for path, page in published.pages.items()}
    codes = {path: read(rows(found[0][0])) for path, found in pages.items() if found}
    assert len(codes) > 70
    assert codes == {path: SITE_URL + path.removesuffix("index.html") for path in codes}


def test_without_an_address_there_is_no_code(plain: Build) -> None:
    assert not any(by_class(page, "tissage-qr") for page in plain.pages.values())


@pytest.mark.parametrize("version", qr.SIZES)
def test_every_size_is_drawn_as_segno_draws_it(version: int) -> None:
    text = ("https://exemple.org/" * 9)[: qr.size(version).room]
    ours, size = qr.cells(text.encode(), qr.size(version)), qr.size(version)
    drawn = [
        f"{ours:0{8 * size.row * size.side}b}"[start:][: size.side]
        for start in range(0, 8 * size.row * size.side, 8 * size.row)
    ]
    theirs = make(text, version=version, error="m", mask=qr.MASK, mode="byte", boost_error=False)
    assert drawn == ["".join(map(str, row)) for row in theirs.matrix]


@pytest.mark.parametrize("length", [1, 42, 43, 84, 85, 152])
def test_a_shorter_text_reads_as_well(length: int) -> None:
    text = ("https://exemple.org/é" * 9).encode()[:length].decode(errors="ignore")
    svg = Element("svg", {"viewbox": re.findall(r'viewBox="([^"]+)', qr.svg(text, ""))[0]})
    for path in re.findall(r' d="([^"]+)', qr.svg(text, "")):
        svg.append(Element("path", {"d": path}))
    assert read(rows(svg)) == text


def test_an_address_too_long_for_a_telephone_has_no_code() -> None:
    assert qr.svg("x" * 153, "") == ""
