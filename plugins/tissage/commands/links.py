"""`tissage links`: checks the links of the sheets that lead outside. The only command that speaks to other machines."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from .. import __version__
from ..codes import has_errors
from ..commons import Commons
from ..findings import in_reading_order
from ..language import N_
from ..reports import REPORTERS
from ..reports.exits import FOUND, OK, USAGE
from ..settings import Settings
from ..settings_file import read_settings
from ..upkeep.fetching import SAFE, TIMEOUT, Fetcher, is_public
from ..upkeep.link_checks import Turns, ask_all, host_of, is_cut_off, leads_to, to_check
from ..upkeep.link_memory import MEMORY, Checked, Memory, after, read_memory, write_memory
from ..upkeep.outside import OutsideLink, outside_links, page_of
from ..upkeep.verdicts import findings_of
from ..weaving import weave

PAUSE: Final = 1.0
"""Seconds between two requests to the same host."""


def declare(parser: ArgumentParser, say: Callable[[str], str]) -> None:
    """The options of the command."""
    parser.add_argument(
        "--host", type=str.lower, metavar=say(N_("HOST")), help=say(N_("check the links to this site alone"))
    )
    parser.add_argument(
        "--limit", type=int, metavar="N", help=say(N_("check at most so many links; the rest next time"))
    )
    parser.add_argument(
        "--pause", type=float, default=PAUSE, metavar="S", help=say(N_("seconds between two requests to the same site"))
    )
    parser.add_argument(
        "--timeout", type=float, default=TIMEOUT, metavar="S", help=say(N_("seconds to wait for an answer"))
    )
    parser.add_argument(
        "--allow-private", action="store_true", help=say(N_("also ask machines of the local network: for tests"))
    )
    parser.add_argument(
        "--format", choices=sorted(REPORTERS), default="text", help=say(N_("how to write the findings"))
    )


def run(options: Any, root: Path) -> int:
    """Check what is due, note it, and say which links are dead; exit 0 without one, 1 with one, 2 where it cannot."""
    settings, findings = read_settings(root)
    say = settings.language.say
    if (options.limit or 0) < 0 or options.pause < 0 or options.timeout <= 0:
        print(say(N_("--limit and --pause take a number from 0, --timeout one above 0.")), file=sys.stderr)
        return USAGE
    commons, woven = weave(settings)
    if has_errors(findings := [*findings, *woven]):
        sys.stderr.write(REPORTERS["text"](findings, root, settings.language))
        print(say(N_("No link was checked: mend the errors first.")), file=sys.stderr)
        return FOUND
    every = [link for sheet in commons.sheets.values() for link in outside_links(commons, sheet)]
    wanted = [link for link in every if options.host is None or leads_to(link.url, options.host)]
    if options.host is not None and not wanted:
        print(
            say(N_("No link of the sheets leads to “{host}”: nothing was checked."), host=options.host), file=sys.stderr
        )
        return USAGE
    memory = read_memory(root)
    checked = check(wanted, memory, settings, options)
    if checked is None:
        message = N_("No site answers: this computer seems to have no access to the Internet. Nothing was noted.")
        print(say(message), file=sys.stderr)
        return USAGE
    try:
        memory = remember(every, memory, checked, commons)
    except OSError as error:
        reason = settings.language.reason(error)
        print(say(N_("Cannot write “{path}”: {reason}."), path=error.filename, reason=reason), file=sys.stderr)
        return USAGE
    found = in_reading_order(findings_of(wanted, memory, root, settings.language))
    sys.stdout.write(REPORTERS[options.format](found, root, settings.language))
    return FOUND if has_errors(found) else OK


def check(links: list[OutsideLink], memory: Memory, settings: Settings, options: Any) -> dict[str, Checked] | None:
    """What the links that are due answer today; None where it is we who have no network."""
    due = to_check((page_of(link.url) for link in links), memory.links, settings.today)[: options.limit]
    fetcher = Fetcher(
        agent=agent(settings.site_url),
        allowed=(lambda ip: True) if options.allow_private else is_public,
        turn=Turns(options.pause).of,
        timeout=options.timeout,
    )
    count = settings.language.count
    hosts = len({host_of(url) for url in due})
    said = count(N_("{number} link to check"), N_("{number} links to check"), len(due))
    where = count(N_("on {number} site"), N_("on {number} sites"), hosts)
    print(settings.language.say(N_("{links}, {sites}."), links=said, sites=where), file=sys.stderr)
    answers = ask_all(due, fetcher)
    if is_cut_off(answers, memory.links, fetcher):
        return None
    return {
        url: after(
            memory.links.get(url),
            Checked(day=settings.today, outcome=answer.outcome, status=answer.status, moved=answer.moved),
        )
        for url, answer in answers.items()
    }


def agent(site_url: str | None) -> str:
    """Who asks, and where to complain."""
    return f"Tissage/{__version__} (link check{f'; +{quote(site_url, safe=SAFE)}' if site_url else ''})"


def remember(every: list[OutsideLink], memory: Memory, checked: dict[str, Checked], commons: Commons) -> Memory:
    """The memory with the new checks and without the links that no sheet has any more, written. Raises OSError."""
    used = {page_of(link.url) for link in every}
    links = {url: known for url, known in {**memory.links, **checked}.items() if url in used}
    if links != memory.links or (every and not (commons.settings.root / MEMORY).exists()):
        write_memory(commons.settings.root, links)
    return Memory(links, max((entry.day for entry in links.values()), default=None))
