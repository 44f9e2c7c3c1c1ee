"""What the site itself still lacks."""

from __future__ import annotations

from ..findings import Severity
from ..language import N_
from .code import Code

CODES = (
    Code(
        "no-site-url",
        N_("The site’s address is not set: canonical links and absolute addresses are left out."),
        N_("Once the site is published, write its address in mkdocs.yml: “site_url: https://…”."),
        Severity.HINT,
    ),
    Code(
        "no-repo-url",
        N_("The repository’s address is not set: a proposed sheet can only be sent as a file."),
        N_("Write it in mkdocs.yml: “repo_url: https://…”, and “edit_uri” if it is not on GitHub, GitLab or Codeberg."),
        Severity.HINT,
    ),
    Code(
        "bad-settings",
        N_("The settings in mkdocs.yml cannot be used."),
        N_("Compare the file with the one shipped with Tissage."),
    ),
    Code(
        "unknown-setting",
        N_("There is no setting “{key}”."),
        N_(
            "Check its spelling. A setting of “extra”, such as “contact”, goes below “extra”, two spaces further right."
        ),
    ),
    Code(
        "missing-setting",
        N_("The setting “{key}” is missing."),
        N_("Write it at the top of mkdocs.yml, followed by a colon, a space and the name of the site."),
    ),
    Code(
        "setting-shape",
        N_("The setting “{key}” is not written in the form that it takes."),
        N_("Write it as in this example, with what is yours: {example}. Without anything to put there, remove it."),
    ),
    Code(
        "no-tissage",
        N_("This list of plugins does not name “tissage”: the site would be made without the sheets."),
        N_("Add a line “- tissage” to the list."),
    ),
    Code(
        "asset-missing",
        N_("There is no file “{value}” in the folder “{folder}”."),
        N_("Check its name, capital letters included: the path starts from that folder. Or remove this line."),
        Severity.WARNING,
    ),
    Code(
        "no-pages-folder",
        N_("The folder of the pages, “{value}”, does not exist."),
        N_("Keep the line “INHERIT” of the file shipped with Tissage, or write the right folder at “docs_dir”."),
    ),
    Code(
        "page-missing",
        N_("There is no page “{value}”."),
        N_(
            "Check its name, capital letters included: the path starts from the folder “{folder}”. Or remove this line."
        ),
    ),
    Code(
        "misspelt-extra",
        N_("“{key}” is not read: it looks like “{known}”."),
        N_("Correct the name if that is what you meant. If it is for your theme, leave it."),
        Severity.WARNING,
    ),
)
