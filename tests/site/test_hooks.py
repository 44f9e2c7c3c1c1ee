"""Other plugins, hooks and themes work on our pages as on any page of the host."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

import pytest

from tools.builds import Build, built, sheet, small_site, snapshot, write
from tools.html import by_class, main, text

HOOKS: Final = """\
import json
from pathlib import Path

seen = []

def on_page_read_source(page, config):
    seen.append(["read", page.file.src_uri])

def on_page_markdown(markdown, page, config, files):
    seen.append(["markdown", page.file.src_uri])
    if page.file.src_uri.endswith("partager-un-camion.md"):
        return markdown + "\\n## Du crochet\\n\\nUn mot en **gras**, un [lien](https://exemple.org/).\\n"

def on_page_content(html, page, config, files):
    seen.append(["content", page.file.src_uri])
    return html + "<p class='ajout'>Vu par le crochet</p>"

def on_page_context(context, page, config, nav):
    context["visiteur"] = "Bonjour de " + page.url
    return context

def on_post_page(output, page, config):
    seen.append(["post", page.file.src_uri])
    return output.replace("</body>", "<!-- passé par le crochet --></body>")

def on_post_build(config):
    Path(config.config_file_path).with_name("seen.json").write_text(json.dumps(seen))
"""
SHOWS_A_VARIABLE: Final = """\
{% extends "base.html" %}
{% block announce %}<p id="visiteur">{{ visiteur }}</p>{% endblock %}
"""
ALL_PAGES: Final = {
    "index.html",
    "pratiques/index.html",
    "pratiques/partager-un-camion/index.html",
    "histoires/le-camion/index.html",
    "boite-a-outils/pret-de-camion/index.html",
    "champs-d-action/logement/index.html",
    "catalogue/index.html",
    "a-propos/index.html",
}


@pytest.fixture(scope="module")
def hooked(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A site with a hook on every event of a page, and a theme that shows what the hook brings."""
    theme = {"custom_dir": "overrides"}
    root = small_site(tmp_path_factory.mktemp("hooked"), hooks=["hooks.py"], theme=theme)
    write(root, {"hooks.py": HOOKS, "overrides/main.html": SHOWS_A_VARIABLE})
    return built(root, "--strict")


def test_a_hook_may_change_the_text_of_a_sheet(hooked: Build) -> None:
    page = hooked.page("pratiques/partager-un-camion/")
    content = main(page)
    assert text(content.find(".//h2[@id='du-crochet']")) == "Du crochet"
    assert "gras" in [text(strong) for strong in content.iter("strong")]
    assert "https://exemple.org/" in [link.get("href") for link in content.iter("a")]
    [contents] = [nav for nav in by_class(page, "md-nav--secondary") if nav.tag == "nav"]
    assert "Du crochet" in text(contents)
    assert "Du crochet" not in text(main(hooked.page("histoires/le-camion/")))


def test_a_hook_may_change_the_html_of_any_page(hooked: Build) -> None:
    for path in ALL_PAGES:
        assert [text(added) for added in by_class(hooked.page(path), "ajout")] == ["Vu par le crochet"], path


def test_a_theme_shows_what_a_hook_puts_into_the_context_of_each_page(hooked: Build) -> None:
    for path in ALL_PAGES:
        greeting = f"Bonjour de {path.removesuffix('index.html')}".strip()
        assert text(hooked.page(path).find(".//*[@id='visiteur']")) == greeting, path


def test_a_hook_may_change_the_whole_page(hooked: Build) -> None:
    for path in ALL_PAGES:
        assert "<!-- passé par le crochet --></body>" in (hooked.site / path).read_text(encoding="utf-8"), path


def test_every_event_of_a_page_is_fired_once_for_each(hooked: Build) -> None:
    seen = [tuple(event) for event in json.loads((Path(hooked.root) / "seen.json").read_text(encoding="utf-8"))]
    assert len(seen) == len(set(seen))
    pages = {source for _, source in seen}
    assert set(seen) == {(event, source) for event in ("read", "markdown", "content", "post") for source in pages}
    assert {"practices/partager-un-camion.md", "stories/le-camion.md", "index.md", "pratiques/index.md"} <= pages


FIELDS: Final = ["logement", "culture"]
READS_THE_SHEET: Final = """\
{% extends "base.html" %}
{% block announce %}<p id="valeurs">{% if page and page.meta.sheet %}\
{{ page.meta.sheet.title }} · {{ page.meta.sheet.fields_of_action | join(", ") }}\
{% endif %}</p>{% endblock %}
"""


@pytest.fixture(scope="module")
def personal(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A site whose theme shows values of the sheet in the layout."""
    root = small_site(tmp_path_factory.mktemp("personal"), theme={"custom_dir": "overrides"})
    write(
        root,
        {
            "overrides/main.html": READS_THE_SHEET,
            "content/practices/preter-une-salle.md": sheet(
                "Prêter une salle", fields_of_action=["logement", "culture"]
            ),
        },
    )
    return built(root, "--strict")


@pytest.mark.parametrize(
    ("address", "values"),
    [
        ("pratiques/partager-un-camion/", "Partager un camion · mutualisation"),
        ("pratiques/preter-une-salle/", "Prêter une salle · logement, culture"),
        ("histoires/le-camion/", "Le camion de la rue · mutualisation"),
        ("boite-a-outils/pret-de-camion/", "Prêt de camion · mutualisation"),
        ("organismes/atelier/", "L’Atelier du coin · mutualisation"),
        ("pratiques/", ""),
        ("a-propos/", ""),
    ],
)
def test_a_theme_that_reads_the_sheet_gets_each_pages_own(personal: Build, address: str, values: str) -> None:
    assert text(personal.page(address).find(".//*[@id='valeurs']")) == values


NOT_SHARED: Final = "def on_page_context(context, **named):\n    context['rien'] = 1\n    return context\n"


@pytest.fixture
def not_shared(variant: Callable[..., Build], shared_folder: Path) -> Build:
    """This site with a hook that makes the engine render the layout of each page by itself."""
    hook = shared_folder / "not_shared.py"
    hook.write_text(NOT_SHARED, encoding="utf-8")
    return variant("not-shared", hooks=[str(hook)])


def test_a_layout_rendered_once_gives_the_same_pages_as_one_rendered_for_each(plain: Build, not_shared: Build) -> None:
    shared, alone = snapshot(plain.site), snapshot(not_shared.site)
    pages = {path for path in shared if path.endswith(".html")}
    assert len(pages) > 100
    assert sorted(shared) == sorted(alone)
    assert [path for path in sorted(pages) if shared[path] != alone[path]] == []


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def moved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A site with former addresses, with and without directory URLs."""
    root = small_site(tmp_path_factory.mktemp("moved"), use_directory_urls=request.param)
    aliases = ["pratiques/vieux-nom", "/ancien/chemin/"]
    write(root, {"content/practices/nouveau.md": sheet("Le nouveau nom", aliases=aliases)})
    return built(root, "--strict")


def refresh(page: Element) -> str:
    """Where a page sends its readers."""
    [content] = [item.get("content", "") for item in page.iter("meta") if item.get("http-equiv") == "refresh"]
    return re.sub(r"^0; *url=", "", content)


@pytest.mark.parametrize("former", ["pratiques/vieux-nom", "ancien/chemin"])
def test_a_former_address_leads_to_the_sheet(moved: Build, former: str) -> None:
    found = [path for path in moved.pages if path in (f"{former}/index.html", f"{former}.html")]
    assert len(found) == 1
    page = moved.pages[found[0]]
    target = (moved.site / found[0]).parent / refresh(page)
    file = (target / "index.html" if target.is_dir() else target).resolve().relative_to(moved.site.resolve())
    assert text(moved.page(file.as_posix()).find(".//h1")) == "Le nouveau nom"
    assert text(page.find(".//body")).startswith("Cette fiche")
    assert text(page.find(".//a")) == "Le nouveau nom"
    assert page.find(".//a").get("href") == refresh(page)
    assert page.find("html").get("lang") == "fr"
    assert [item.get("content") for item in page.iter("meta") if item.get("name") == "robots"] == ["noindex"]


OVERRIDE: Final = """\
<p class="maison">{{ value | join(", ") }}</p>
"""


def test_a_site_may_bring_a_display_and_a_page_of_its_own(tmp_path: Path) -> None:
    root = small_site(tmp_path, theme={"custom_dir": "overrides"})
    field = "fields:\n  mots: {kind: text, many: true, display: maison, place: lead, label: {fr: Mots, en: Words}}\n"
    macro = "{% macro show(field, value, page) %}\n" + OVERRIDE + "{% endmacro %}\n"
    write(
        root,
        {
            "content/_collections/practices.yml": field,
            "content/practices/mots.md": sheet("Des mots", mots=["un", "<b>deux</b>"]),
            "overrides/tissage/displays/maison.html": macro,
        },
    )
    site = built(root, "--strict")
    assert [text(item) for item in by_class(site.page("pratiques/mots/"), "maison")] == ["un, <b>deux</b>"]
