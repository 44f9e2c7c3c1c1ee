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
)
