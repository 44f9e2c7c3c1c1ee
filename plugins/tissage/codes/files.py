"""What can be wrong with a file, its front matter or its YAML."""

from __future__ import annotations

from ..findings import Severity
from ..language import N_
from .code import Code

CODES = (
    Code(
        "file-unreadable",
        N_("This file cannot be read."),
        N_("Check that the file exists and may be read."),
    ),
    Code(
        "symbolic-link",
        N_("This is a symbolic link that leads elsewhere: nothing is read or published through it."),
        N_("Put the file itself here, or remove the link."),
    ),
    Code(
        "misplaced-sheet",
        N_("This sheet lies in a folder of no collection: it would not be checked."),
        N_("Move it to the folder of its collection."),
    ),
    Code(
        "file-too-large",
        N_("This file is larger than {limit} kB."),
        N_("Split the sheet, and put images and documents in files of their own."),
    ),
    Code(
        "bad-ending",
        N_("The name of this file does not end in “.md”: the site does not read it."),
        N_("Rename it. On Windows, show the endings of file names first (View, File name extensions)."),
    ),
    Code(
        "not-utf8",
        N_("This file is not written in UTF-8: a character here cannot be read."),
        N_("Save the file again, choosing the UTF-8 encoding."),
    ),
    Code(
        "front-matter-missing",
        N_("This sheet does not begin with its fields (its front matter)."),
        N_("Begin the file with a line of three hyphens, then the fields, then another line of three hyphens."),
    ),
    Code(
        "front-matter-unterminated",
        N_("The fields at the top of this sheet are opened by three hyphens and never closed."),
        N_("Add a line of three hyphens after the last field."),
    ),
    Code(
        "front-matter-too-large",
        N_("The fields at the top of this sheet take more than {limit} kB."),
        N_("Move the long texts below the fields, into the body of the sheet."),
    ),
    Code(
        "front-matter-not-fields",
        N_("There should be fields here, each with a name, a colon, a space and a value."),
        N_("Write one field a line, such as “title: A lending library of tools”."),
    ),
    Code(
        "yaml-colon",
        N_("A colon inside this text makes it unreadable."),
        N_("Put the whole text between quotation marks."),
    ),
    Code(
        "yaml-dash",
        N_("There is no space after this hyphen, so that the list becomes a single text."),
        N_("Write a hyphen, a space, then the item."),
    ),
    Code(
        "yaml-bullet",
        N_("The sign “{sign}” makes no list here: all of it becomes one text."),
        N_("Put a hyphen and a space before each item, one a line."),
    ),
    Code(
        "yaml-space",
        N_("The space here is a no-break space, which looks like an ordinary one and is not."),
        N_("Delete it, and type an ordinary space with the space bar alone."),
    ),
    Code("yaml-tab", N_("A tab is used here to indent."), N_("Replace the tab with spaces.")),
    Code(
        "yaml-indent",
        N_("This line is not indented like the ones around it."),
        N_("Line up the fields of the same level; what belongs to a field goes two spaces further right."),
    ),
    Code(
        "yaml-quote",
        N_("A quotation mark is opened or closed in the wrong place here."),
        N_("Close the text with the mark that opens it; inside single quotes, write an apostrophe twice or use ’."),
    ),
    Code(
        "yaml-bracket",
        N_("A bracket is opened here and not closed properly."),
        N_("Close each [ with ] and each {{ with }}, and part the values with commas."),
    ),
    Code(
        "yaml-character",
        N_("This character cannot stand here."),
        N_("Put the whole text between quotation marks, or remove the character."),
    ),
    Code(
        "yaml-alias",
        N_("A value that begins with * refers to another one (“{name}”), which is not allowed in a sheet."),
        N_("Write the value itself, or put the text between quotation marks if it really begins with *."),
    ),
    Code(
        "yaml-tag",
        N_("A value that begins with ! asks for a special type (“{name}”), which is not allowed in a sheet."),
        N_("Remove it, or put the text between quotation marks if it really begins with !."),
    ),
    Code(
        "yaml-too-deep",
        N_("There are too many values here, or more than {limit} levels one inside another."),
        N_("Make it simpler: move the text into the body of the sheet."),
    ),
    Code(
        "yaml-syntax",
        N_("The fields cannot be read from here on."),
        N_("Compare this line with a sheet that works; put texts with special characters between quotation marks."),
    ),
    Code(
        "text-after-hash",
        N_("What follows the sign # on this line is not read."),
        N_("Put the whole text between quotation marks; an explanation has a space after its #."),
        Severity.WARNING,
    ),
    Code(
        "duplicate-key",
        N_("The field “{key}” is already there, on line {first}."),
        N_("Keep one of the two, with what both hold."),
    ),
)
