"""The sentences of the form, in the site's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ...language import N_, Language
from ...markdown import ALERT_TITLES, TABLE
from ..issues.improved import LEAD

SENTENCES: Final[Mapping[str, str]] = {
    "required": N_("required"),
    "essentials": N_("The essentials"),
    "text": N_("The text"),
    "text_help": N_(
        "Tell it as you would to a colleague: what it is about, the context, what was done, what it takes to reuse "
        "it or to answer it. Begin a heading with ## and an item of a list with a hyphen."
    ),
    "details": N_("To say more (optional)"),
    "links": N_("Links with other sheets (optional)"),
    "sources": N_("Sources and follow-up (optional)"),
    "add": N_("Add: {field}"),
    "remove": N_("Remove: {field}, number {number}"),
    "start": N_("From"),
    "end": N_("To"),
    "in_order": N_("In this order: {values}."),
    "improve_this": N_("Improve the sheet “{title}”"),
    "address_sheet": N_("sheet"),
    "yes": N_("Yes"),
    "no": N_("No"),
    "unsaid": N_("Not said"),
    "choose": N_("Choose"),
    "type_to_find": N_("Type a few letters, then choose from the list."),
    "date_help": N_("Year first: 2021, 2021-05 or 2021-05-12."),
    "day_help": N_("Year first: 2021-05-12."),
    "characters": N_("Characters: {number} of {limit}"),
    "alike": N_("This sheet may exist already. If it is the same, improve it rather than write another:"),
    "improve": N_("Improve this sheet"),
    "suggestion": N_("Write “{value}” instead"),
    "draft_kept": N_("Your draft is kept in this browser, on this device alone. Nothing was sent."),
    "draft_back": N_("Here is the draft that you left in this browser."),
    "draft_clash": N_(
        "Here is your draft. The sheet was changed meanwhile, and you changed the same thing: compare the two first."
    ),
    "draft_failed": N_("This browser refuses to keep a draft: finish in one go, or copy the text before you leave."),
    "draft_elsewhere": N_(
        "This form is also open in another tab. One draft is kept, the one written last: go on in a single tab."
    ),
    "draft_drop": N_("Erase the draft and start again"),
    "draft_dropped": N_("The draft was erased. The same button brings it back until you write something else."),
    "draft_undrop": N_("Bring the erased draft back"),
    "unchanged": N_("The sheet is still as it is online. Change what has to be changed, then go on."),
    "untitled": N_("Without a title"),
    "slip_in": N_("{field}: {message}"),
    "check": N_("Check and go on"),
    "preview": N_("Preview"),
    "errors": N_("Some things must be mended before you hand in this sheet:"),
    "warnings": N_("You can hand in the sheet. Here is what you might improve first:"),
    "warnings_too": N_("This may stay as it is. You might improve it too:"),
    "ready": N_("Everything is in order. Choose how to hand in your sheet."),
    "ready_warned": N_("You can hand in your sheet now, or mend these points first."),
    "hand_in": N_("Hand in the sheet"),
    "licence": N_(
        "By handing in this sheet, you agree that it be published under {licence}, and you confirm that the people "
        "named in it agree to be, or are named in that role by a public source."
    ),
    "by_github": N_("With a GitHub account"),
    "by_forge": N_("With an account on {forge}"),
    "by_github_help": N_(
        "GitHub opens with the sheet filled in. Press “Propose new file”, then “Create pull request”. "
        "Nothing is published before somebody has read it."
    ),
    "open_github": N_("Open GitHub with this sheet"),
    "by_issue": N_("As a public message on {forge}"),
    "by_issue_help": N_(
        "The sheet goes into a message that everybody can read on {forge} (an “issue”); the editors make the file from "
        "it. It takes an account on {forge}."
    ),
    "by_issue_improve_help": N_(
        "The new text goes into a message that everybody can read on {forge} (an “issue”); the editors put it in the "
        "place of the former one. It takes an account on {forge}."
    ),
    "open_issue": N_("Open a public message with this sheet"),
    "by_mail": N_("Without an account, by e-mail"),
    "by_mail_help": N_("Download the file, then send it to the editors as an attachment."),
    "download": N_("Download the file ({name})"),
    "copy": N_("Copy the text of the sheet"),
    "downloaded": N_("The file is with your downloads."),
    "copied": N_("The text was copied: paste it where you need it."),
    "copy_failed": N_("This browser refused to copy. Select the text below, then copy it."),
    "open_mail": N_("Prepare the e-mail"),
    "no_contact": N_("This site has not said to whom to write: send the file to the organisation that hosts it."),
    "mail_subject": N_("Proposed sheet: {title}"),
    "mail_body": N_(
        "Hello,\n\nHere is a sheet that I propose for {site}: “{title}”.\nThe file {name} is attached.\n\nThank you!"
    ),
    "too_long": N_(
        "This sheet is too long for an address. Copy its text with the button, open the page below, and paste it there."
    ),
    "paste_new": N_("Copy the text with the button, open the page for a new file, and paste it there. Then save."),
    "open_new": N_("Open the page for a new file, named {name}"),
    "open_edit": N_("Open the file {name} to paste the text over it"),
    "paste_over": N_(
        "Copy the text with the button, open the file, select all that is there, and paste. Then save: the site where "
        "the files are kept offers to propose the change."
    ),
    "issue_title": N_("Proposed sheet: {title}"),
    "issue_improve_title": N_("Improved sheet: {title}"),
    "issue_body": N_("Here is a sheet for {collection}, file {name}."),
    "issue_improve_body": LEAD,
    "issue_paste": N_("Copy the text of the sheet with the button, then paste it in the message."),
    "kept_back": N_(
        "This sheet also holds fields that are not published: {fields}. They are not in this form; the editors will "
        "keep them as they are."
    ),
    "no_files": N_(
        "This form takes no pictures, documents or private contact details. Say in your message what has to be added, "
        "and the editors will see to it. Write nothing private in a public message."
    ),
    "improving": N_("You are improving the sheet “{title}”."),
    "unknown_sheet": N_("There is no sheet “{id}” to improve here. You can write a new one."),
    "number_of": N_("{field}, number {number}"),
    "heard": N_("{field}: {message}"),
    "example": N_("Example: {example}"),
    "picture": N_("[Picture: {text}]"),
    "picture_unnamed": N_("[Picture]"),
    "note_back": N_("Back to the text, note {number}"),
    "done": N_("Done:"),
    "to_do": N_("To do:"),
    "table": TABLE,
    **{f"alert_{kind}": title for kind, title in ALERT_TITLES.items()},
    "text_of_sheet": N_("Text of the sheet"),
}

IN_A_FORM: Final[Mapping[str, tuple[str, str]]] = {
    "empty-body": (
        N_("The text is missing."),
        N_("Write at least a few sentences."),
    ),
    "bad-period": (
        N_("The field “{field}” takes a date, or a beginning and an end."),
        N_("Write each date in its own box, year first. Without an end, leave the second one empty."),
    ),
    "unknown-reference": (
        N_("No sheet is called “{value}” in: {collections}."),
        N_(
            "Choose a sheet from the list. If yours is not there, leave this line empty and speak of it in your "
            "message to the editors."
        ),
    ),
}
"""What a finding says and how to mend it, by its code, where the words of the check speak of files."""


def words(language: Language) -> dict[str, str]:
    """Every sentence by its name, `{…}` left to fill."""
    return {name: language.catalogue.gettext(message) for name, message in SENTENCES.items()}
