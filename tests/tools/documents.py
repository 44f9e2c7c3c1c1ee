"""Documents as people hand them in: written here as flat ODT, made into real ones by LibreOffice."""

from __future__ import annotations

import base64
import os
import shutil
import struct
import subprocess
import zlib
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

PATIENCE: Final = 180
SPACES: Final = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{where}"'
    for name, where in {
        "office": "office:1.0",
        "text": "text:1.0",
        "table": "table:1.0",
        "draw": "drawing:1.0",
        "svg": "svg-compatible:1.0",
        "style": "style:1.0",
        "fo": "xsl-fo-compatible:1.0",
    }.items()
)


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A PNG picture of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + bytes(colour) * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def title(text: str, style: str = "Title") -> str:
    """A paragraph of the style Title, or of another that stands beside it."""
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def bold(text: str) -> str:
    """A paragraph that is all bold."""
    return f'<text:p><text:span text:style-name="Bold">{escape(text)}</text:span></text:p>'


def heading(text: str, level: int = 1) -> str:
    """A heading."""
    return f'<text:h text:outline-level="{level}">{escape(text)}</text:h>'


def paragraph(text: str) -> str:
    """A paragraph."""
    return f"<text:p>{escape(text)}</text:p>"


def bullets(*items: str) -> str:
    """A list."""
    inside = "".join(f"<text:list-item>{paragraph(item)}</text:list-item>" for item in items)
    return f"<text:list>{inside}</text:list>"


def table(*rows: Sequence[str]) -> str:
    """A table; a line end in a cell makes another paragraph."""
    width = max(map(len, rows))
    made = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell>{''.join(map(paragraph, cell.split(chr(10))))}</table:table-cell>" for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    return f'<table:table><table:table-column table:number-columns-repeated="{width}"/>{made}</table:table>'


def picture(data: bytes, alt: str = "") -> str:
    """A paragraph that holds a picture."""
    code = base64.b64encode(data).decode()
    return (
        '<text:p><draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">'
        f'<draw:image draw:mime-type="image/png"><office:binary-data>{code}</office:binary-data></draw:image>'
        + (f"<svg:desc>{escape(alt)}</svg:desc>" if alt else "")
        + "</draw:frame></text:p>"
    )


def flat_odt(*parts: str) -> str:
    """A whole flat ODT document."""
    styles = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:class="chapter"/>'
        for name in ("Title", "Subtitle")
    )
    properties = '<style:text-properties fo:font-weight="bold"/>'
    styles += f'<style:style style:name="Bold" style:family="text">{properties}</style:style>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{styles}</office:styles>"
        f"<office:body><office:text>{''.join(parts)}</office:text></office:body></office:document>"
    )


def soffice() -> str:
    """LibreOffice on this machine; without it, what to install."""
    found = os.environ.get("TISSAGE_SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
    assert found, "LibreOffice is missing: run scripts/test.py as root on Debian, or install libreoffice-writer-nogui."
    return found


def converted(source: str, form: str, folder: Path, name: str = "document") -> Path:
    """A flat ODT document as a real one, of the form `docx` or `odt`, made with a profile of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    flat = folder / f"{name}.fodt"
    flat.write_text(source, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice(), profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(flat)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=PATIENCE)
    made = flat.with_suffix(f".{form}")
    assert made.is_file(), done.stdout + done.stderr
    return made
