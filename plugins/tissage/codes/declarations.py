"""What can be wrong with a collection or vocabulary file. Their values are checked like those of a sheet."""

from __future__ import annotations

from ..language import N_
from .code import Code

CODES = (
    Code(
        "unknown-option",
        N_("There is no option “{field}” here."),
        N_("Check its spelling: the options are listed in the guide “Adding a collection”. Or remove it."),
    ),
    Code(
        "missing-option",
        N_("“{field}” is missing here."),
        N_("Add it: this file says too little without it."),
    ),
    Code(
        "duplicate-declaration",
        N_("The file {other} already declares “{value}”."),
        N_("Bring the two files together, or give this one another “id”."),
    ),
    Code(
        "not-whole",
        N_("“{field}” counts, and “{value}” is not a whole number."),
        N_("Write a number without decimals, such as 3."),
    ),
    Code(
        "impossible-limits",
        N_("Nothing can be right here: “{least}” is {low}, and “{most}” is {high}."),
        N_("Change one of the two: the least may not be more than the most."),
    ),
    Code(
        "always-public",
        N_("The field “{field}” is always public, and cannot be “sensitive”."),
        N_("Remove this option: cards, lists and search engines show this field of every sheet."),
    ),
    Code(
        "same-filter",
        N_("The filter “{value}” is that of the field “{field}” ({collection}), which holds other things."),
        N_("Give this filter another name: of two with one name, a link to one finds nothing in the other."),
    ),
    Code(
        "display-not-for-kind",
        N_("The display “{display}” does not show fields of the kind “{kind}”."),
        N_("It shows fields of the kind: {kinds}. Choose another one, or remove the option: each kind has its own."),
    ),
    Code(
        "display-not-for-group",
        N_("The display “{display}” shows groups whose field “{field}” has the kind “{kinds}”, with a single value."),
        N_("Add this field to the group or mend it, choose another display, or remove the option."),
    ),
    Code(
        "bad-identifier",
        N_("“{value}” cannot be a name here."),
        N_("Begin with a lower-case letter without accent; go on with such letters, digits, hyphens or underscores."),
    ),
    Code(
        "bad-folder",
        N_("“{value}” is not a folder or an address inside the site."),
        N_("Write folders parted by slashes, such as content/recipes, without “..”."),
    ),
    Code(
        "option-not-for-kind",
        N_("A field of the kind “{kind}” has no option “{option}”."),
        N_("Remove the option or change the kind."),
    ),
    Code(
        "unknown-vocabulary",
        N_("There is no vocabulary “{value}”."),
        N_("Check its name, or add a file for it to content/_vocabularies/."),
    ),
    Code(
        "unknown-collection",
        N_("There is no collection “{value}”."),
        N_("Check its name, or add a file for it to content/_collections/."),
    ),
    Code(
        "duplicate-term",
        N_("The term “{value}” stands twice in this vocabulary."),
        N_("Give one of them another name: a term has one place in the tree."),
    ),
    Code(
        "same-tile",
        N_("The tile of “{value}” lies on that of “{other}”."),
        N_("Give it another column or row, or make one of the two smaller: a reader could not reach the one below."),
    ),
    Code(
        "unknown-time-zone",
        N_("There is no time zone “{value}”."),
        N_("Write a continent, a slash and a city, such as America/Toronto or Europe/Paris."),
    ),
    Code(
        "reserved-name",
        N_("“{value}” is a name that the engine uses for itself."),
        N_("Choose another name."),
    ),
    Code(
        "same-place",
        N_("The collection “{other}” already has “{value}” as its {option}."),
        N_("Each collection needs a folder and an address of its own."),
    ),
    Code(
        "unknown-display",
        N_("There is no display “{value}”."),
        N_("The displays are: {valid}."),
    ),
)
