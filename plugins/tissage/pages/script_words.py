"""The sentences of the scripts, in the site's language: nothing is written in the scripts themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ..language import N_, Language

SENTENCES: Final[Mapping[str, str]] = {
    "filters": N_("Filter"),
    "search": N_("Words to look for"),
    "search_hint": N_("In titles, summaries and themes. Accents, plurals and one typing mistake do not matter."),
    "sort": N_("Sort by"),
    "by_relevance": N_("Relevance"),
    "by_title": N_("Title"),
    "by_review": N_("Most recently reviewed"),
    "chosen": N_("Chosen filters"),
    "remove": N_("Remove the filter: {filter}"),
    "clear": N_("Clear all"),
    "next": N_("Show the next sheets"),
    "previous": N_("Show the previous sheets"),
    "shown": N_("You see sheets {first} to {last}."),
    "any_word": N_("No sheet has all these words. Each of these has at least one."),
    "printed": N_("Sheets {first} to {last} of {total} are printed here. To print others, choose filters or words."),
    "asked_words": N_("Words looked for: “{words}”"),
    "asked_facet": N_("{facet}: {values}"),
    "all_values": N_("Show all: {facet}"),
    "find_value": N_("Find in: {facet}"),
    "no_value": N_("No choice has these letters."),
    "none": N_("No sheet matches. Remove a filter or try another word."),
    "unknown": N_("The address asks for filters that this catalogue does not have. They were not applied: {values}."),
    "show_filters": N_("Filters"),
    "see_results": N_("See the sheets"),
    "csv": N_("Download what is shown (CSV)"),
    "json": N_("Download what is shown (JSON)"),
    "site_search": N_("Search the site"),
    "close": N_("Close"),
    "any_catalogue": N_("All catalogues"),
    "any_field": N_("All fields of action"),
    "catalogue": N_("Catalogue"),
    "field": N_("Field of action"),
    "searching": N_("One moment…"),
    "no_result": N_("Nothing was found. Try other words, fewer words, or another spelling."),
    "no_result_filtered": N_("Nothing was found with this filter. Take it away, or try other words."),
    "filter_alone": N_(
        "Type words too. To see all that this filter leaves, look in the catalogue, with the button at the foot of"
        " this window."
    ),
    "from_disk": N_("Opened from a folder, this site cannot search its texts. Press Enter to look in the catalogue."),
    "search_failed": N_("The search could not be loaded. Press Enter to look in the catalogue."),
    "in_catalogue": N_("Look for these words in the catalogue, and filter"),
    "more_results": N_("Show more results"),
    "shortcuts": N_("Open this search with the keys / S F"),
    "search_keys": N_("Up and down arrows move between results, Enter opens one, Escape closes."),
    "failed": N_(
        "What you ask for could not be loaded: you still see the whole list. Check the connection, then try again."
    ),
    "download_failed": N_(
        "The file could not be made: the list could not be loaded. Check the connection, then try again."
    ),
    "try_again": N_("Try again"),
    "booklet_holds": N_("In this booklet"),
    "own_territory": N_("Only my territory: {name}"),
    "let_go": N_("Remove"),
    "let_go_sheet": N_("Remove the sheet “{title}”"),
    "booklet": N_("Print as a booklet"),
    "booklet_not_yet": N_(
        "This list has the summaries alone. To print the sheets whole, use the button “Print as a booklet”"
        " of this page: {address}"
    ),
    "booklet_not_yet_offline": N_(
        "This list has the summaries alone. To print the sheets whole, use the button “Print as a booklet”"
        " of this page."
    ),
    "booklet_coming": N_("The sheets are being brought together…"),
    "share": N_("Copy the address to share"),
    "share_copied": N_("The address was copied: paste it into a message."),
    "share_this": N_("Copy this address: {address}"),
    "share_offline": N_(
        "This copy was opened from a folder and has no address that others could open."
        " To share your selection, open the site on the Internet."
    ),
    "let_go_gone": N_("Remove what is no longer here"),
    "remove_all": N_("Remove all"),
    "kept_none": N_("You have not kept any sheets yet. Each sheet has a “Keep this sheet” button."),
    "shared": N_("Somebody shared these sheets with you. Your own selection does not change."),
    "shared_empty": N_("None of the sheets in this address are on this site."),
    "keep_shared": N_("Keep these sheets in my selection"),
    "address_sheets": N_("sheets"),
    "title": N_("Title"),
    "summary": N_("Summary"),
    "address": N_("Address"),
    "address_sort": N_("sort"),
    "address_page": N_("page"),
    "address_relevance": N_("relevance"),
    "address_title": N_("title"),
    "address_review": N_("review"),
}


def count(one: str, many: str) -> tuple[str, str]:
    """Mark a message that counts for extraction."""
    return one, many


COUNTED: Final[Mapping[str, tuple[str, str]]] = {
    "found": count("{number} sheet", "{number} sheets"),
    "kept": count("{number} sheet kept", "{number} sheets kept"),
    "missing": count(
        "{number} sheet of this address is no longer here.", "{number} sheets of this address are no longer here."
    ),
    "gone": count(
        "{number} sheet that you kept is no longer on this site.",
        "{number} sheets that you kept are no longer on this site.",
    ),
    "unknown_more": count(
        "The address asks for filters that this catalogue does not have. They were not applied: {values} and"
        " {number} other.",
        "The address asks for filters that this catalogue does not have. They were not applied: {values} and"
        " {number} others.",
    ),
    "booklet_ready": count("The booklet of {number} sheet is ready.", "The booklet of {number} sheets is ready."),
    "booklet_missing": count(
        "{number} sheet could not be brought in. Reload the page and try again.",
        "{number} sheets could not be brought in. Reload the page and try again.",
    ),
    "results": count("{number} result", "{number} results"),
    "found_of": count("{number} sheet of {total}", "{number} sheets of {total}"),
}


def words(language: Language) -> dict[str, Any]:
    """Every sentence by its name; those that count have a form for one and one for many, `{…}` left to fill."""
    said = {name: language.catalogue.gettext(message) for name, message in SENTENCES.items()}
    counted = {
        name: [language.catalogue.ngettext(one, many, number) for number in (1, 2)]
        for name, (one, many) in COUNTED.items()
    }
    return {**said, **counted}
