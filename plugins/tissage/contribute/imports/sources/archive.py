"""A Word or ODT file as the archive that it is: opened within bounds, its pictures, and what pandoc does not tell."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final
from xml.etree import ElementTree

from ....language import N_, Language
from ....media import IMAGE_TYPES
from ..records import Unreadable
from .pandoc import TOO_LARGE

MOST_PARTS: Final = 5_000
MOST_XML: Final = 20_000_000
"""What all the text parts may weigh once opened: beyond, pandoc would want more memory than a machine has."""
MOST_BYTES: Final = 200_000_000
LARGEST_PICTURE: Final = 5_000_000
STEP: Final = 1_000_000
SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", 0, ".png"),
    (b"\xff\xd8\xff", 0, ".jpg"),
    (b"GIF8", 0, ".gif"),
    (b"WEBP", 8, ".webp"),
    (b"ftypavif", 4, ".avif"),
)
ODF: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s}%s"
XLINK: Final = "{http://www.w3.org/1999/xlink}href"


def open_archive(data: bytes, language: Language) -> dict[str, bytes]:
    """The parts of an archive by name. What it says of their sizes is not believed: they are counted as they open."""
    broken = language.say(
        N_("This is not a Word or ODT document, or it is damaged or locked by a password. Save it again.")
    )
    parts: dict[str, bytes] = {}
    total = text = 0
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise Unreadable(language.say(TOO_LARGE))
            for info in archive.infolist():
                chunks = bytearray()
                with archive.open(info) as part:
                    while chunk := part.read(STEP):
                        chunks += chunk
                        total += len(chunk)
                        text += len(chunk) if not is_picture(info.filename) else 0
                        if total > MOST_BYTES or text > MOST_XML:
                            raise Unreadable(language.say(TOO_LARGE))
                parts[info.filename] = bytes(chunks)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise Unreadable(broken) from None
    except Exception as error:  # noqa: BLE001 - zlib and lzma have errors of their own
        raise error if isinstance(error, Unreadable) else Unreadable(broken) from None
    return parts


def is_picture(name: str) -> bool:
    """Whether a part lies where documents keep their pictures."""
    return name.startswith(("word/media/", "Pictures/", "media/"))


def picture_part(parts: Mapping[str, bytes], target: str) -> bytes | None:
    """The bytes of the picture at an address that pandoc gives: Word’s go from the folder of its text."""
    clean = posixpath.normpath(target)
    return parts.get(f"word/{clean}") or parts.get(clean)


def picture_type(data: bytes) -> str | None:
    """The ending of a picture of a type that may be published, by its first bytes; None for any other."""
    ending = next((end for mark, start, end in SIGNATURES if data[start : start + len(mark)] == mark), None)
    return ending if ending in IMAGE_TYPES else None


def odt_details(parts: Mapping[str, bytes]) -> tuple[str, dict[str, str]]:
    """The title of an ODT document, where a paragraph has the style of one, and what its pictures show, by address."""
    try:
        root = ElementTree.fromstring(parts.get("content.xml", b""))
    except ElementTree.ParseError:
        return "", {}
    titled = {"Title", *styles_below(root, "Title")}
    title = ""
    for paragraph in root.iter(ODF % ("text:1.0", "p")):
        if paragraph.get(ODF % ("text:1.0", "style-name")) in titled:
            title = " ".join("".join(paragraph.itertext()).split())
            break
    return title, dict(described(root))


def styles_below(root: ElementTree.Element, parent: str) -> Iterator[str]:
    """The names of the styles made from another."""
    for style in root.iter(ODF % ("style:1.0", "style")):
        if style.get(ODF % ("style:1.0", "parent-style-name")) == parent:
            yield style.get(ODF % ("style:1.0", "name"), "")


def described(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """The address and the description of each picture; its title where it has no description."""
    for frame in root.iter(ODF % ("drawing:1.0", "frame")):
        image = frame.find(ODF % ("drawing:1.0", "image"))
        texts = [frame.findtext(ODF % ("svg-compatible:1.0", name)) for name in ("desc", "title")]
        if image is not None and (text := next(filter(None, texts), "")):
            yield image.get(XLINK, ""), " ".join(text.split())
