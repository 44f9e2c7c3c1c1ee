"""A sheet may hold several texts: each keeps its headings and its notes to itself."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from tools.builds import built, configure, sheet, write
from tools.html import text

BODY = """\
## Le contexte

Ce que dit le texte[^1], et ce qu’il redit[^1]. Voir [plus haut](#le-contexte).

[^1]: La note du texte.
"""
MINUTES = """\
## Le contexte

Ce que dit le compte rendu[^1]. Voir [plus haut](#le-contexte), et `<a id="x" href="#fn-1">`.

[^1]: La note du compte rendu.
"""


def test_headings_and_notes_of_two_texts_stay_apart(tmp_path: Path) -> None:
    configure(tmp_path)
    write(tmp_path, {"content/events/soiree.md": sheet("Une soirée", BODY, minutes=MINUTES)})
    site = built(tmp_path)
    assert "broken-anchor" not in site.said
    page = site.page("activites/soiree/")
    named = [element for element in page.iter() if element.get("id")]
    assert [name for name, times in Counter(element.get("id") for element in named).items() if times > 1] == []
    by_id = {str(element.get("id")): element for element in named}
    notes = [a for a in page.iter("a") if a.get("data-footnote-ref") is not None]
    told = [text(by_id[urlsplit(a.get("href", "")).fragment]).rstrip(" ↩2") for a in notes]
    assert sorted(told) == ["La note du compte rendu.", "La note du texte.", "La note du texte."]
    back = [a for a in page.iter("a") if a.get("data-footnote-backref") is not None]
    assert {by_id[a.get("href", "")[1:]] in notes for a in back} == {True}
    assert len(back) == len(notes)
    assert [a.get("href") for a in page.iter("a") if text(a) == "plus haut"] == ["#le-contexte", "#le-contexte"]
    assert '<a id="x" href="#fn-1">' in [text(code) for code in page.iter("code")]


def test_headings_of_two_texts_written_on_one_line_stay_apart(tmp_path: Path) -> None:
    configure(tmp_path)
    step = r'{title: "Filmer", text: "#### Avant\n\nOn filme."}'
    text_of_sheet = sheet("Filmer", "Un texte.").replace("\n---\n", f"\nsteps: [{step}, {step}]\n---\n")
    write(tmp_path, {"content/practices/filmer.md": text_of_sheet})
    page = built(tmp_path).page("pratiques/filmer/")
    named = Counter(element.get("id") for element in page.iter() if element.get("id"))
    assert [name for name, times in named.items() if times > 1] == []
    assert sum(name.endswith("avant") for name in named) == 2
