"""What can be wrong with the value of a field."""

from __future__ import annotations

from ..findings import Severity
from ..language import N_
from .code import Code

CODES = (
    Code(
        "unknown-field",
        N_("There is no field “{field}” here."),
        N_("Check its spelling against the list of this collection’s fields, or remove it."),
    ),
    Code(
        "missing-field",
        N_("The field “{field}” is missing."),
        N_("Add it: the sheet cannot be published without it."),
    ),
    Code(
        "not-one-value",
        N_("The field “{field}” takes one value, and there is a list here."),
        N_("Keep one of the values, without hyphens or square brackets."),
    ),
    Code(
        "not-a-value",
        N_("The field “{field}” takes a simple value, and there are fields inside it."),
        N_("Write the value on the same line, and put it between quotation marks if it holds a colon."),
    ),
    Code(
        "not-a-group",
        N_("The field “{field}” takes fields of its own: {valid}."),
        N_("Write them below it, one a line, each indented by two more spaces."),
    ),
    Code(
        "too-few",
        N_("The field “{field}” takes at least {limit} values; there are {count}."),
        N_("Add what is missing."),
    ),
    Code(
        "too-many",
        N_("The field “{field}” takes at most {limit} values; there are {count}."),
        N_("Keep the main ones."),
    ),
    Code(
        "duplicate-value",
        N_("“{value}” stands twice in the field “{field}”."),
        N_("Remove one of the two."),
        Severity.WARNING,
    ),
    Code(
        "too-long",
        N_("The text of “{field}” has {length} characters; it may have {limit}."),
        N_("Say the essential here and the rest in the body of the sheet."),
    ),
    Code(
        "too-short",
        N_("The text of “{field}” has {length} characters; it needs {limit}."),
        N_("Say a little more."),
    ),
    Code(
        "hard-to-read",
        N_(
            "The text of “{field}” is hard to read: its longest sentence has {words} words, and {share} words "
            "in 100 have more than six letters."
        ),
        N_("Cut long sentences in two, and choose short words that everybody knows."),
        Severity.WARNING,
    ),
    Code(
        "bad-number",
        N_("“{value}” is not a number."),
        N_("Write digits alone, such as 500 or 1 500,50."),
    ),
    Code("too-small", N_("“{value}” is too small: “{field}” begins at {limit}."), N_("Check the number.")),
    Code("too-large", N_("“{value}” is too large: “{field}” ends at {limit}."), N_("Check the number.")),
    Code(
        "bad-money",
        N_("“{value}” is not an amount of money."),
        N_("Write a number, such as 25 or 1 500,50 $."),
    ),
    Code(
        "bad-date",
        N_("“{value}” is not a date that exists, written year first."),
        N_("Write the year, then the month, then the day: 2021, 2021-05 or 2021-05-12; with a time, 2021-05-12 13:00."),
    ),
    Code(
        "imprecise-date",
        N_("“{value}” is not precise enough for the field “{field}”."),
        N_("Write the whole date: 2021-05-12."),
    ),
    Code(
        "bad-period",
        N_("The field “{field}” takes a date, or a beginning and an end."),
        N_("Write one date, or both, such as “{{start: 2019-11, end: 2023-12}}”. Without an end, leave it out."),
    ),
    Code(
        "period-backwards",
        N_("This period ends ({end}) before it begins ({start})."),
        N_("Check both dates."),
    ),
    Code("bad-boolean", N_("“{value}” is neither yes nor no."), N_("Write true or false.")),
    Code(
        "bad-email",
        N_("“{value}” is not an e-mail address."),
        N_("Write an address such as info@example.org, without spaces."),
    ),
    Code(
        "bad-phone",
        N_("“{value}” is not a telephone number."),
        N_("Write the area code, then the number, such as 514 555-0199."),
    ),
    Code(
        "bad-url",
        N_("“{value}” is not a web address."),
        N_("Copy the whole address from the browser: it begins with https://."),
    ),
    Code(
        "bad-link-scheme",
        N_("A link that begins with “{scheme}” is not allowed."),
        N_("Links go to https://, http://, mailto: or tel: addresses, or to another sheet."),
    ),
    Code(
        "bad-choice",
        N_("“{value}” is not one of the choices of “{field}”."),
        N_("The choices are: {valid}."),
    ),
    Code(
        "unknown-term",
        N_("“{value}” is not in the list that “{field}” draws from ({vocabulary})."),
        N_("Choose among: {valid}."),
    ),
    Code(
        "unknown-reference",
        N_("“{field}” points to “{value}”, and no such sheet exists in: {collections}."),
        N_("Write the name of the sheet’s file without “.md”, create that sheet, or remove the reference."),
    ),
    Code(
        "ambiguous-reference",
        N_("“{field}” points to “{value}”, and several collections have a sheet by that name: {collections}."),
        N_("Write the collection before the name, with a slash between them."),
    ),
    Code(
        "bad-file-type",
        N_("“{value}” is not a file of a type that may be published here."),
        N_("The types are: {valid}."),
    ),
    Code(
        "file-missing",
        N_("The file “{value}” does not exist."),
        N_("Check its name, capital letters included, and its place: the path starts from this sheet’s folder."),
    ),
    Code(
        "file-outside",
        N_("The file “{value}” lies outside the site’s content."),
        N_("Put it beside the sheet and name it from there."),
    ),
)
