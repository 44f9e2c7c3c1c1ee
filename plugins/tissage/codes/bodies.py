"""What can be wrong with a sheet as a whole, or with its body."""

from __future__ import annotations

from ..findings import Severity
from ..language import N_
from .code import Code

CODES = (
    Code(
        "bad-slug",
        N_("The file’s name “{value}” cannot make an address."),
        N_("Use lower-case letters without accents, digits and hyphens."),
    ),
    Code(
        "empty-body",
        N_("This sheet has fields and no text."),
        N_("Write at least a few sentences. In the file, they go below the second line of hyphens."),
    ),
    Code(
        "unexpected-body",
        N_("Sheets of this collection have fields only, and there is text below them."),
        N_("Move the text into a field, or remove it."),
    ),
    Code(
        "body-heading",
        N_("The title of the sheet is its only heading of the first level, and here is another one."),
        N_("Begin the headings of the text with two number signs: “## Context”."),
        Severity.WARNING,
    ),
    Code(
        "heading-skipped",
        N_("A level is missing between this heading and the one above it."),
        N_("Take number signs away: a heading has one more than the heading that it belongs to, never two."),
        Severity.WARNING,
    ),
    Code(
        "left-to-sort",
        N_("What stands below “{heading}” has found no place in the sheet yet."),
        N_("Move each piece to its field or to the text, then take this heading away."),
        Severity.WARNING,
    ),
    Code(
        "raw-html",
        N_("HTML is written here, and it will not show."),
        N_("Use Markdown instead: **bold**, lists, tables, [links](https://example.org)."),
        Severity.WARNING,
    ),
    Code(
        "text-too-large",
        N_("This text holds more than {limit},000 characters."),
        N_("Share it out between several sheets, or put a document beside this one."),
    ),
    Code(
        "line-too-long",
        N_("This line holds more than {limit},000 characters."),
        N_("Part it into paragraphs, with an empty line between them."),
    ),
    Code(
        "table-too-wide",
        N_("This table has more than {limit} columns: no screen shows it whole."),
        N_("Share it out between several tables, or put a spreadsheet beside the sheet."),
    ),
    Code(
        "text-too-nested",
        N_("This line opens more than {limit} quotes or lists, one inside the other."),
        N_("Take away the signs at the beginning of the line that are too many."),
    ),
    Code(
        "similar-title",
        N_("This title is very close to that of {other}: “{title}”."),
        N_("If it is the same sheet, bring the two together; if not, say in the title what sets it apart."),
        Severity.WARNING,
    ),
)
