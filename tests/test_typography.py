"""Québec typography: what readers see, and never code, addresses or attributes. `~` is a no-break space here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

import pytest

from tissage.typography import typeset, typeset_html
from tools.builds import built, configure, sheet, write
from tools.html import main, meta, text

MENDED: Final = [
    ("Voici : la suite", "Voici~: la suite"),
    ("Voici: la suite", "Voici~: la suite"),
    ("Voici\u202f: la suite", "Voici~: la suite"),
    ("Il faut :", "Il faut~:"),
    ("« mot »", "«~mot~»"),
    ("«mot»", "«~mot~»"),
    ("«\u202fmot\u202f»", "«~mot~»"),
    ("« Pourquoi ? »", "«~Pourquoi?~»"),
    ("Quoi ! Ceci ; cela ?", "Quoi! Ceci; cela?"),
    ("Quoi~! Ceci\u202f; cela\u2009?", "Quoi! Ceci; cela?"),
    ("Quoi ?! (Vraiment ?)", "Quoi?! (Vraiment?)"),
    ("En C++ ?", "En C++?"),
    ("12 %, 100% et 25 $", "12~%, 100~% et 25~$"),
    ("Un don de 80 000 $.", "Un don de 80~000~$."),
    ("Un don de 1 080 000~$.", "Un don de 1~080~000~$."),
    ("En 2019 500 $", "En 2019 500~$"),
    ("à 10 h, puis à 8 h 30", "à 10~h, puis à 8~h~30"),
    ("l'eau qu'on n'a pas", "l’eau qu’on n’a pas"),
    ("un prix d'« ami »", "un prix d’«~ami~»"),
    ("Et puis...", "Et puis…"),
]
KEPT: Final = [
    "À 13:30, un rapport de 3:1",
    "std::vector a::b",
    "Merci :) ou :-) ou ;-) ou ;)",
    "a != b et ?page=2",
    "https://exemple.org/l'eau?a=1 et http://x.org/...",
    "../../dossier et .../dossier",
    "Les années 80's, 'entre guillemets'",
    "12 heures et 3 habitants",
    "3%20 et $HOME",
    "1 < 2 & 3 > 2",
]
IN_HTML: Final = [
    ("<p>« <em>mot</em> »</p>", "<p>«~<em>mot</em>~»</p>"),
    ("<p>«<em>mot</em>»</p>", "<p>«~<em>mot</em>~»</p>"),
    ("<p><strong>Note</strong> : suite</p>", "<p><strong>Note</strong>~: suite</p>"),
    ("<p><strong>Note:</strong> suite</p>", "<p><strong>Note~:</strong> suite</p>"),
    ("<p><strong>Note</strong>: suite</p>", "<p><strong>Note</strong>~: suite</p>"),
    ("<p>mot <em>!</em></p>", "<p>mot<em>!</em></p>"),
    ("<p>l&#39;<em>eau</em>, d&#x27;ici</p>", "<p>l’<em>eau</em>, d’ici</p>"),
    ("<p>&quot;mot&quot; ; R&amp;D ?</p>", "<p>&quot;mot&quot;; R&amp;D?</p>"),
    ("<p><code>a</code> ? <code>b</code> : non</p>", "<p><code>a</code>? <code>b</code>~: non</p>"),
]
KEPT_IN_HTML: Final = [
    '<p title="« l\'eau » : 12 % ?">x</p>',
    '<img alt="Quoi ? l&#39;eau" src="a ?.png">',
    "<p><code>a ? « b » : l'eau...</code></p>",
    "<pre><code>if a ? b ;\n « c »\n</code></pre>",
    "<kbd>l'eau ?</kbd><samp>« a »</samp><textarea>a ?</textarea>",
    "<script>var a = 'b' ? 1 : 2 ;</script><style>a { b : c ; }</style>",
    "<svg><title>« a »</title></svg><!-- « a » ? -->",
    '<a href="https://exemple.org/l\'eau">exemple.org</a>',
    '<a href="x">https://exemple.org/l\'eau...</a>',
    "<a href=\"mailto:o'brien@exemple.org\">o'brien@exemple.org</a>",
    '<span class="tissage-address">https://exemple.org/l\'eau</span>',
    '<h2 id="l\'eau-">Eau</h2><a href="#l\'eau-">Eau</a>',
]
ODD: Final = ["« ? »", "«»", "«  mot", "« <", "> ? <", "<code>« ", "\ue000 ? \ue000", "? : ;", "» «", ">", "?>", " :"]


def shown(written: str) -> str:
    """A text with its no-break spaces."""
    return written.replace("~", "\u00a0")


@pytest.mark.parametrize(("written", "right"), MENDED)
def test_prose_is_mended_once_for_all(written: str, right: str) -> None:
    assert typeset(shown(written)) == shown(right)
    assert typeset(shown(right)) == shown(right)


@pytest.mark.parametrize("written", KEPT)
def test_what_is_not_surely_prose_is_kept(written: str) -> None:
    assert typeset(written) == written


@pytest.mark.parametrize(("written", "right"), IN_HTML)
def test_prose_that_tags_cut_is_mended_once_for_all(written: str, right: str) -> None:
    assert typeset_html(written) == shown(right)
    assert typeset_html(shown(right)) == shown(right)


@pytest.mark.parametrize("written", KEPT_IN_HTML)
def test_code_addresses_and_attributes_are_kept(written: str) -> None:
    assert typeset_html(written) == written


@pytest.mark.parametrize("written", ODD)
def test_odd_texts_are_mended_once_for_all(written: str) -> None:
    assert typeset_html(typeset_html(written)) == typeset_html(written)
    assert typeset(typeset(written)) == typeset(written)


ROUGH: Final = sheet(
    "L'entraide : par où commencer ?",
    "## Pourquoi l'eau ?\n\nOn dit « *oui* » ; voir `a ? b : c` et [l'entraide](#pourquoi-l-eau).",
    summary="Un don de 80 000 $ : pourquoi ?",
)


def content(page: Element, tag: str) -> str:
    """The whole text of the first element of that name, its spaces as they are."""
    found = page.find(f".//{tag}")
    assert found is not None
    return "".join(found.itertext())


def test_readers_see_it_and_programs_read_what_was_written(tmp_path: Path) -> None:
    configure(tmp_path)
    write(tmp_path, {"content/practices/entraide.md": ROUGH})
    build = built(tmp_path)
    page = build.page("pratiques/entraide/")
    assert shown("L’entraide~: par où commencer?") in content(page, "title")
    assert content(main(page), "h1") == shown("L’entraide~: par où commencer?")
    assert shown("Un don de 80~000~$~: pourquoi?") in content(page, "body")
    assert shown("On dit «~oui~»; voir a ? b : c") in content(page, "body")
    assert meta(page, "og:title") == shown("L’entraide~: par où commencer?")
    assert meta(page, "description") == shown("Un don de 80~000~$~: pourquoi?")
    anchors = {link.get("href") for link in page.iter("a")}
    [heading] = [h for h in main(page).iter("h2") if text(h) == "Pourquoi l’eau?"]
    assert f"#{heading.get('id')}" in anchors
    assert shown("L’entraide~: par où commencer?") in content(build.page("pratiques/"), "body")
    texts = (build.site / "assets" / "tissage" / "practices.texts.js").read_text(encoding="utf-8")
    assert f'"{shown("L’entraide~: par où commencer?")}"' in texts
    catalogue = json.loads((build.site / "catalogue.json").read_text(encoding="utf-8"))
    assert catalogue["sheets"][0]["title"] == "L'entraide : par où commencer ?"


def test_a_site_in_english_keeps_its_own(tmp_path: Path) -> None:
    configure(tmp_path, theme={"name": "material", "language": "en"})
    write(tmp_path, {"content/practices/entraide.md": ROUGH})
    page = built(tmp_path).page("pratiques/entraide/")
    assert content(main(page), "h1") == "L'entraide : par où commencer ?"


def test_pages_written_by_hand_are_corrected_too(tmp_path: Path) -> None:
    configure(tmp_path)
    write(tmp_path, {"content/page.md": "# Une page\n\nBonjour ! Est-ce « vrai » ? Voici : l'un, `a : b !`.\n"})
    page = built(tmp_path).page("page/")
    assert "Bonjour! Est-ce «\u00a0vrai\u00a0»? Voici\u00a0: l’un, a : b !." in content(page, "article")
