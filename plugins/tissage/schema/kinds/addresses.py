"""Addresses: of a web page, of a mailbox, of a telephone."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import urlsplit

from ...media import FILE_TYPES
from ...nodes import Scalar
from ..context import Context
from ..model import Field, Schema
from .kind import INVALID, Kind, describe_pattern, scalar

SCHEMES: Final = ("http", "https")
EMAIL_PATTERN = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]{2,})+"
PHONE_GAP: Final = r"[ \u00a0\u202f.-]?"
PHONE_PATTERN: Final = (
    rf"(?:(?:\+?1{PHONE_GAP})?(?:\([0-9]{{3}}\)|[0-9]{{3}}){PHONE_GAP}[0-9]{{3}}{PHONE_GAP}[0-9]{{4}}"  # ours
    r"|\+(?!1)[0-9](?:[ \u00a0\u202f().-]{0,2}[0-9]){7,14}"  # of another country: ITU-T E.164, up to 15 digits
    r"|[2-9]11)"  # 211, 811: a service of three digits
    r"(?:,?[ \u00a0](?:poste|ext\.?|p\.)[ \u00a0]?(?P<extension>[0-9]{1,6}))?"
)
URL_PATTERN = r"https?://[^\s<>\"\\]+"
NO_HOSTS: Final = "|".join(("md", "html?", "php", "aspx?", *(ending.lstrip(".") for ending in FILE_TYPES)))
MEANT_PATTERN: Final = (
    r"(?:(?=[htps]*t[htps]*p)[htps]{3,7}(?:[:;.]?[/\\]{1,3}|:)|//)?"  # the beginning, mistyped in one way or another
    rf"(?![^/?#]*\.(?:{NO_HOSTS})(?:[?#]|$))"  # the name of a file
    r"(?P<rest>(?:[^\s/\\?#:@.,;<>\"'()\[\]]+\.)+[a-z]{2,}(?:[/?#][^\s<>\"\\]*)?)"
)
"""An address whose beginning is missing or mistyped: `www.example.org`, `htp://example.org`, `https:/example.org`."""


def is_web_address(text: str) -> bool:
    """Whether a text is a whole `http` or `https` address, with its host."""
    try:
        host = urlsplit(text).hostname
    except ValueError:
        return False
    return bool(host and re.fullmatch(URL_PATTERN, text, re.IGNORECASE))


def with_scheme(text: str) -> str | None:
    """The whole address, where only its beginning is missing or mistyped."""
    match = re.fullmatch(MEANT_PATTERN, text, re.IGNORECASE)
    return f"https://{match['rest']}" if match else None


def is_mailbox(text: str) -> bool:
    """Whether a text is an e-mail address as HTML forms know it (HTML Standard), with a dot in its host."""
    return bool(re.fullmatch(EMAIL_PATTERN, text, re.ASCII))


def read_url(node: Scalar, field: Field, context: Context) -> Any:
    """An `http` or `https` address. Any other scheme is refused: it could run code in a reader's browser."""
    text = node.text.strip()
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", text)
    if scheme and scheme[1].lower() not in (*SCHEMES, "mailto", "tel") and "." not in scheme[1]:
        context.report("bad-link-scheme", node.span, with_scheme(text), scheme=scheme[0], value=text)
        return INVALID
    if not is_web_address(text):
        context.report("bad-url", node.span, with_scheme(text), field=field.name, value=text)
        return INVALID
    return text


def read_email(node: Scalar, field: Field, context: Context) -> Any:
    """An e-mail address."""
    text = node.text.strip()
    if not is_mailbox(text):
        context.report("bad-email", node.span, field=field.name, value=text)
        return INVALID
    return text


def read_phone(node: Scalar, field: Field, context: Context) -> Any:
    """A telephone number, as one writes it here: `514 555-0199, poste 12`, `(514) 555-0199`, `+1 514…`, `211`."""
    text = node.text.strip()
    if not re.fullmatch(PHONE_PATTERN, text, re.ASCII):
        context.report("bad-phone", node.span, field=field.name, value=text)
        return INVALID
    return text


def describe_url(field: Field, schema: Schema) -> dict[str, Any]:
    """An address that names a host. The format `uri` would refuse accents, which a web address may have."""
    pattern = r'[Hh][Tt][Tt][Pp][Ss]?://(?:[^\s<>"\\/?#]*@)?[^\s<>"\\/?#@:][^\s<>"\\]*'
    return {"type": "string", "pattern": describe_pattern(pattern)}


def describe_email(field: Field, schema: Schema) -> dict[str, Any]:
    """A text of that pattern; the format `email` is not the same in every tool."""
    return {"type": "string", "pattern": describe_pattern(EMAIL_PATTERN)}


def describe_phone(field: Field, schema: Schema) -> dict[str, Any]:
    """A text of that pattern; YAML readers take `5145550199` and `211` for numbers."""
    pattern = describe_pattern(PHONE_PATTERN.replace("?P<extension>", "?:"))
    services = [100 * first + 11 for first in range(2, 10)]
    numbers = [{"enum": services}, {"minimum": 10**9, "maximum": 2 * 10**10 - 1}]
    return {"type": ["string", "integer"], "pattern": pattern, "anyOf": numbers}


URL = Kind(name="url", french="adresse web", read=scalar(read_url), describe=describe_url, display="url")
EMAIL = Kind(name="email", french="courriel", read=scalar(read_email), describe=describe_email, display="email")
PHONE = Kind(name="phone", french="téléphone", read=scalar(read_phone), describe=describe_phone, display="phone")
