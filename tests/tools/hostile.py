"""A site whose sheets try to run code, in the build or in the browser of whoever reads them: they call it PIRATE."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from tools.builds import configure, sheet, to_yaml, write

TITLES: Final = {
    "balise": "</script><script>PIRATE()</script>",
    "image": '"><img src=x onerror=PIRATE()>',
    "attribut": "' autofocus onfocus='PIRATE()",
    "gabarit": "{{ 7*191 }} {% include 'PIRATE' %} ${PIRATE()}",
    "entites": "&lt;b&gt;PIRATE&lt;/b&gt; &amp; <!-- PIRATE",
    "dessin": "]]> --> <svg/onload=PIRATE()>",
    "titre": "</title></head><body onload=PIRATE()>",
    "trous": "\ue000content\ue001 {title} %(title)s \\1",
}
"""The title of a sheet, by its slug. Each must show as it is written."""

TEXT: Final = """\
## <b onclick="PIRATE()">Un titre</b> {{ 7*191 }}

<script>PIRATE()</script>

<img src=x onerror="PIRATE()"> et <a href="javascript:PIRATE()">un lien</a>

![`"><img src=x onerror=PIRATE()>`](photo.png "titre\\" onmouseover=\\"PIRATE()")

[un texte](https://exemple.org/?a="onclick="PIRATE\\(\\) "titre\\" onmouseover=\\"PIRATE()")

[[practices/balise|<img src=x onerror=PIRATE()>]]

```html" onmouseover="PIRATE()
<script>PIRATE()</script>
```

> [!NOTE] <script>PIRATE()</script>
> Un texte[^1].

- [ ] <svg onload=PIRATE()>

| <script>PIRATE()</script> | {{ 7*191 }} |
|---|---|
| <b onclick=PIRATE()> | {% PIRATE %} |

[^1]: <script>PIRATE()</script>

Un paragraphe { onclick="PIRATE()" }
{: onclick="PIRATE()" style="background:url(PIRATE)" }
"""

LINKS: Final = (
    "[x](javascript:PIRATE())",
    "[x](JaVaScRiPt:PIRATE())",
    "[x](&#106;avascript:PIRATE())",
    "[x](javascript&colon;PIRATE())",
    "[x](<java\tscript:PIRATE()>)",
    "[x](<\x01javascript:PIRATE()>)",
    "[x](<&#9;java&#9;script:PIRATE()>)",
    "[x](java&NewLine;script:PIRATE())",
    "[x](vbscript:PIRATE)",
    "[x](data:text/html,<script>PIRATE()</script>)",
    "[x](file:///etc/passwd)",
    "[x](//exemple.org/PIRATE)",
    "[x][y]\n\n[y]: javascript:PIRATE()",
    "<javascript:PIRATE()>",
    "![x](javascript:PIRATE())",
    "![x](data:image/svg+xml,PIRATE)",
    "[[javascript:PIRATE()|x]]",
    "[x](java%73cript:PIRATE())",
    "[x](../../../../etc/passwd)",
    "![x](/etc/passwd)",
)
"""Links that must be found, or lead nowhere that runs."""

FILES: Final = (
    "page.html",
    "dessin.svg",
    "code.js",
    "style.css",
    "page.xhtml",
    "donnees.xml",
    "page.htm",
    "gabarit.j2",
)
"""Files that could run code, or change how others show, if they were published."""


def texts(label: str) -> dict[str, str]:
    """A text of a declaration."""
    return {"fr": label, "en": label}


def forms(label: str) -> dict[str, dict[str, str]]:
    """A name for one and for many."""
    return {code: {"one": label, "many": label} for code in ("fr", "en")}


def hostile_site(root: Path, **options: Any) -> Path:
    """The site, with the hostile words in every place that takes a text."""
    configure(root, **options)
    evil = TITLES["balise"]
    everything: dict[str, Any] = {
        "summary": f"{TITLES['image']} {TITLES['gabarit']}",
        "territories": ["ile-pirate"],
        "first_step": evil,
        "needs": {"people": evil, "time": TITLES["image"]},
        "steps": [{"title": evil, "text": TEXT}],
        "conditions": [evil, TITLES["image"]],
        "sources": [{"title": evil, "publisher": TITLES["image"], "url": "https://exemple.org/'onclick='PIRATE()"}],
        "contributors": [evil],
        "organisations": ["pirates"],
        "stories": ["recit"],
        "piege": "un",
        "reviewed": "2026-11-01",
    }
    sheets = {
        f"content/practices/{slug}.md": sheet(title, TEXT, **everything, aliases=[f"pratiques/vieux-{slug}"])
        for slug, title in TITLES.items()
    }
    story = {
        "narrator": {
            "name": evil,
            "role": TITLES["image"],
            "organisation": "pirates",
            "basis": "document-public",
            "review_by": "2030-01-01",
        },
        "milestones": [{"date": "2020", "title": evil, "text": TEXT}],
        "figures": [{"value": "<svg onload=PIRATE>"[:20], "label": evil}],
        "quotes": [{"text": evil, "attribution": TITLES["image"]}],
        "funders": [{"name": evil, "programme": TITLES["image"]}],
    }
    collection = {
        "label": forms(f"Pratiques {TITLES['image']}"),
        "description": texts(evil),
        "menu": texts(f"Menu {TITLES['image']}"),
        "fields": {
            "piege": {
                "kind": "choice",
                "facet": True,
                "label": texts(evil),
                "choices": {"un": texts(TITLES["image"])},
            },
            "stories": {"kind": "ref", "to": "stories", "many": True, "label": texts(evil), "inverse": texts(evil)},
        },
    }
    vocabulary = {
        "label": forms(f"Lieux {TITLES['image']}"),
        "terms": {"ile-pirate": {"label": texts(TITLES["image"]), "description": texts(evil)}},
    }
    write(
        root,
        {
            **sheets,
            "content/organisations/pirates.md": sheet(evil, TEXT, mission=evil, acronym="<b>PIRATE</b>"),
            "stories/recit.md": sheet(evil, TEXT, **story),
            "content/_collections/practices.yml": to_yaml(collection),
            "content/_vocabularies/territories.yml": to_yaml(vocabulary),
            **{
                f"{folder}/{name}": "<script>PIRATE()</script>"
                for folder in ("content/practices", "stories", "toolbox/agreements")
                for name in FILES
            },
            **{f"{folder}/photo.png": "" for folder in ("content/practices", "content/organisations", "stories")},
        },
    )
    return root
