"""What can be wrong between sheets: names, addresses, links in the text."""

from __future__ import annotations

from ..findings import Severity
from ..language import N_
from .code import Code

CODES = (
    Code(
        "duplicate-id",
        N_("Another sheet of this collection has the same name: {other}."),
        N_("Give this file another name."),
    ),
    Code(
        "same-address",
        N_("The address {address} is already that of {other}."),
        N_("Rename this file, or change the former addresses (“aliases”) of one of the two."),
    ),
    Code(
        "bad-alias",
        N_("“{value}” is not an address on this site."),
        N_("Write it without the site’s name, such as pratiques/former-name."),
    ),
    Code(
        "broken-link",
        N_("The link to “{value}” leads nowhere."),
        N_("Check the path from this sheet’s folder, or write the sheet’s name between double brackets."),
    ),
    Code(
        "link-with-space",
        N_("The address “{target}” holds a space: the link does not show."),
        N_("Put the address between < and >, or rename the file without spaces."),
    ),
    Code(
        "broken-anchor",
        N_("There is no heading “#{anchor}” at the end of this link."),
        N_("Anchors are the heading in lower case, without accents, with hyphens between the words."),
    ),
    Code(
        "outside-image",
        N_("This picture lies on another site, which would learn who reads the sheet."),
        N_("Ask for leave to use it, then put the file beside the sheet and write its name here."),
    ),
    Code(
        "unknown-wikilink",
        N_("[[{value}]] is neither the name nor the title of a sheet."),
        N_(
            "Write the collection and the name of the file, such as [[practices/sharing-premises]], or the exact title;"
            " or remove the link."
        ),
    ),
    Code(
        "ambiguous-wikilink",
        N_("[[{value}]] is the title of several sheets: {others}."),
        N_("Write the collection and the name of the file instead."),
    ),
    Code(
        "self-reference",
        N_("This sheet points to itself in “{field}”."),
        N_("Remove the reference."),
        Severity.WARNING,
    ),
    Code(
        "dead-link",
        N_("The link to “{url}” leads nowhere: {reason}."),
        N_("Find where the page is now, or take the link away and say in words what it held."),
    ),
    Code(
        "failing-link",
        N_("The link to “{url}” did not work at the last check: {reason}."),
        N_("Nothing to do yet: if it still fails another day, it will count as dead."),
        Severity.WARNING,
    ),
    Code(
        "private-link",
        N_("The link to “{url}” leads to a machine that readers cannot reach."),
        N_("Put the address that works everywhere, not that of your own network."),
        Severity.WARNING,
    ),
    Code(
        "moved-link",
        N_("The page at “{url}” has moved for good."),
        N_("Replace the address: the former one may stop leading there."),
        Severity.HINT,
    ),
)
