"""The links of the sheets that lead outside, each with its place: in texts, in fields, in sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from ..commons import Commons
from ..findings import Span
from ..links import key_of
from ..schema.model import Field
from ..sheets import Sheet

WEB: Final = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """A link of a sheet to another site. `look` gives its place: that of the field, where it stands inside a group."""

    sheet: Sheet
    url: str
    look: Callable[[], Span]

    @property
    def span(self) -> Span:
        """Its place in the file, which only a finding needs."""
        return self.look()


def outside_links(commons: Commons, sheet: Sheet) -> Iterator[OutsideLink]:
    """The links of a sheet to other sites; those of sensitive fields are nobody's business."""
    for text, public in sheet.texts():
        place = text.places()
        for link in commons.parsed(text.text).links if public else ():
            target = commons.links.get((sheet.id, key_of(link)))
            if target and target.kind == "outside" and WEB.match(target.place):
                yield OutsideLink(sheet, target.place, partial(place, link.span))
    for name, value in sheet.values.items():
        if field := sheet.collection.public.get(name):
            for number, item in enumerate(value if field.many is not None else (value,)):
                look = partial(sheet.span, name, number if field.many is not None else None)
                yield from (OutsideLink(sheet, url, look) for url in urls(field, item))


def urls(field: Field, value: Any) -> Iterator[str]:
    """The web addresses in one value of a field, those inside a group too."""
    if field.kind.name == "url" and WEB.match(value):
        yield value
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if below := field.public.get(name):
                for item in inner if below.many is not None else (inner,):
                    yield from urls(below, item)


def page_of(url: str) -> str:
    """The address that a server is asked for: without the place on the page."""
    return url.partition("#")[0]
