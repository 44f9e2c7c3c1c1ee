"""What can be wrong with a collection or vocabulary file. Their values are checked like those of a sheet."""

from __future__ import annotations

from ..language import N_
from .code import Code

CODES = (
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
