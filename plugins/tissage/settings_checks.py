"""What is wrong in a `mkdocs.yml` that can be read: what the host would say in English, or pass over without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from zoneinfo import available_timezones

import yaml

from .addresses import generated
from .codes import has_errors
from .findings import Finding, Span, in_reading_order
from .schema.kinds.addresses import is_mailbox, is_web_address, with_scheme
from .schema.loading import load_schema
from .schema.nearest import nearest
from .settings import MOUNTED, Settings
from .settings_file import BASE, TolerantLoader, load_mkdocs_yml
from .settings_nodes import FILE, Entries, entries, scalars, span, text_of
from .settings_shapes import shapes
from .time_zones import is_time_zone
from .walking import is_file, walk

HOST: Final = frozenset(
    (
        "config_file_path",
        "copyright",
        "dev_addr",
        "docs_dir",
        "draft_docs",
        "edit_uri",
        "edit_uri_template",
        "exclude_docs",
        "extra",
        "extra_css",
        "extra_javascript",
        "extra_templates",
        "google_analytics",
        "hooks",
        "markdown_extensions",
        "mdx_configs",
        "nav",
        "not_in_nav",
        "pages",
        "plugins",
        "remote_branch",
        "remote_name",
        "repo_name",
        "repo_url",
        "site_author",
        "site_description",
        "site_dir",
        "site_name",
        "site_url",
        "strict",
        "theme",
        "use_directory_urls",
        "validation",
        "watch",
        "INHERIT",
    )
)
"""The settings of MkDocs 1.6 (`mkdocs.config.defaults`); ProperDocs has the same."""
EXTRA: Final = frozenset(("cms", "contact", "footer", "licence", "readability", "thanks", "time_zone"))
"""What the engine reads below `extra`. All other keys are free: themes and hooks have their own."""
OURS: Final = frozenset(("tissage", "search"))
"""The plugins that add no page which `nav` could name, but for those that the engine is known to make."""


def check_settings_file(settings: Settings) -> list[Finding]:
    """All that is wrong in the settings that the site's own `mkdocs.yml` sets, in reading order."""
    file = settings.root / FILE
    if not settings.known or not is_file(file):
        return []
    own = entries(yaml.compose(file.read_text(encoding="utf-8"), Loader=TolerantLoader))
    extra = entries(own["extra"][1]) if "extra" in own else {}
    merged = load_mkdocs_yml(file, FILE)
    found = [*unknown(own), *addresses(own), *glued(own), *misspelt(extra), *mailbox(extra), *zone(extra)]
    empty = own.keys() & EXTRA  # what stands there is to go below « extra »: said once
    found += (one for one in shapes(settings, own, merged) if not (empty and one.values.get("key") == "extra"))
    meant = {finding.suggestion for finding in found}  # said once, where it was misspelt
    if not merged.get("site_name") and "site_name" not in meant:
        place = span(own["site_name"][0]) if "site_name" in own else Span()
        found.append(Finding("missing-setting", FILE, place, {"key": "site_name"}))
    folder = str(merged.get("docs_dir") or "docs")  # the host's own default: ours comes with INHERIT
    if "docs_dir" in own and not text_of(own["docs_dir"][1]):
        pass  # where it leads, only the host knows
    elif (settings.root / folder).is_dir():
        found += missing_pages(settings, own, extra, merged)
    elif not meant & {"INHERIT", "docs_dir"}:
        found.append(missing_folder(settings, own, folder))
    return in_reading_order(found)


def still_to_set(settings: Settings) -> list[Finding]:
    """Hints about what the site's owner has still to set; none where `mkdocs.yml` cannot be read."""
    missing = (("no-site-url", settings.site_url), ("no-repo-url", settings.repo_url))
    return [Finding(code, FILE) for code, value in missing if settings.known and not value]


def unknown(own: Entries) -> Iterator[Finding]:
    """Settings that the host does not have."""
    for name, (key, _) in own.items():
        if name not in HOST and name != "<<":
            close = None if name in EXTRA else nearest(name, HOST - own.keys())
            yield Finding("unknown-setting", FILE, span(key), {"key": name}, close)


def addresses(own: Entries) -> Iterator[Finding]:
    """Addresses of the site and of its repository that are none."""
    for name in ("site_url", "repo_url"):
        value = text_of(own[name][1]) if name in own else ""
        if value and not is_web_address(value):
            yield Finding("bad-url", FILE, span(own[name][1]), {"field": name, "value": value}, with_scheme(value))


def glued(own: Entries) -> Iterator[Finding]:
    """A text below `extra`, where there should be settings: most often, « contact:x » without a space."""
    value = text_of(own["extra"][1]) if "extra" in own else ""
    if value:
        name, colon, rest = value.partition(":")
        mended = f"{name}: {rest}" if colon and name in EXTRA else None
        yield Finding("front-matter-not-fields", FILE, span(own["extra"][1]), {}, mended)


def misspelt(extra: Entries) -> Iterator[Finding]:
    """Keys below `extra` that are nearly one of ours."""
    for name, (key, _) in extra.items():
        if name not in EXTRA and (close := nearest(name, EXTRA - extra.keys())):
            yield Finding("misspelt-extra", FILE, span(key), {"key": name, "known": close}, close)


def mailbox(extra: Entries) -> Iterator[Finding]:
    """A mailbox of the editors that is none."""
    value = text_of(extra["contact"][1]) if "contact" in extra else ""
    if value and not is_mailbox(value):
        yield Finding("bad-email", FILE, span(extra["contact"][1]), {"field": "contact", "value": value})


def zone(extra: Entries) -> Iterator[Finding]:
    """A time zone that does not exist."""
    value = text_of(extra["time_zone"][1]) if "time_zone" in extra else ""
    if value and not is_time_zone(value):
        close = nearest(value, sorted(available_timezones()))
        yield Finding("unknown-time-zone", FILE, span(extra["time_zone"][1]), {"value": value}, close)


def missing_folder(settings: Settings, own: Entries, folder: str) -> Finding:
    """The folder of the pages is not there: most often, the line that inherits our settings is not either."""
    set_here = "docs_dir" in own
    forgotten = not set_here and "INHERIT" not in own and is_file(settings.root / BASE)
    suggestion = f"INHERIT: {BASE}" if forgotten else None
    return Finding(
        "no-pages-folder", FILE, span(own["docs_dir"][1]) if set_here else Span(), {"value": folder}, suggestion
    )


def missing_pages(settings: Settings, own: Entries, extra: Entries, merged: Mapping[str, Any]) -> Iterator[Finding]:
    """Pages that `nav` and `extra.footer` name and that nobody makes."""
    named = [node for entry in (own.get("nav"), extra.get("footer")) if entry for node in scalars(entry[1])]
    schema, findings = load_schema(settings)
    if not named or has_errors(findings) or merged.get("hooks") or not names(merged.get("plugins")) <= OURS:
        return  # who else makes pages, we cannot know
    content = settings.content
    pages = {path.removeprefix(f"{content}/") for path in walk(settings.root, content) if path.endswith(".md")}
    pages |= {path for folder in MOUNTED for path in walk(settings.root, folder)}
    made = {f"{address}index.md" for address, _ in generated(schema, settings.language)}
    for node in named:
        page = text_of(node)
        if page.startswith("www."):
            yield Finding("bad-url", FILE, span(node), {"field": "nav", "value": page}, with_scheme(page))
        if re.fullmatch(r"[^/:?#][^:?#]*\.md", page) and page not in pages | made:
            values = {"value": page, "folder": content}
            yield Finding("page-missing", FILE, span(node), values, nearest(page, sorted(pages)))


def names(plugins: object) -> set[str]:
    """The names of the plugins, which one may write as a list or with their options."""
    listed = plugins if isinstance(plugins, list | dict) else []
    return {str(name).rpartition("/")[2] for one in listed for name in (one if isinstance(one, dict) else [one])}
