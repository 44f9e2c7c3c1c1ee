"""A page keeps the room of its pictures while they come."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from tools.builds import Build, built, sheet, small_site, write


def png(width: int, height: int) -> bytes:
    """A black picture."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\0" * ((width + 7) // 8)) * height)
    parts = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_pictures_have_their_width_and_height(tmp_path: Path) -> None:
    root = small_site(tmp_path)
    image = {"file": "camion.png", "alt": "Un camion"}
    write(
        root,
        {"content/practices/voir.md": sheet("Voir", "![Un camion](camion.png)\n\n![Rien](casse.png)", image=image)},
    )
    (root / "content/practices/camion.png").write_bytes(png(40, 30))
    (root / "content/practices/casse.png").write_bytes(b"rien")
    images = [one.attrib for one in built(root).page("pratiques/voir/").iter("img") if "camion" in one.get("src", "")]
    assert [(one["width"], one["height"], one["loading"]) for one in images] == [("40", "30", "lazy")] * 2


def test_every_picture_of_every_page_says_its_size(plain: Build) -> None:
    for path, page in plain.pages.items():
        without = [one.attrib for one in page.iter("img") if not (one.get("width") and one.get("height"))]
        assert without == [], path
