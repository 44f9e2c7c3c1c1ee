"""Which addresses of a sheet lead outside, exactly as they were written."""

from __future__ import annotations

from pathlib import Path

from tissage.language import Language
from tissage.links import key_of
from tissage.markdown import to_html
from tissage.settings_file import read_settings
from tissage.upkeep.outside import outside_links
from tissage.weaving import weave
from tools.builds import sheet, small_site, write

ENCODED = "https://exemple.org/a%2Fb%20c?q=100%25#haut"


def test_an_address_keeps_the_percent_signs_that_have_a_sense_there(tmp_path: Path) -> None:
    write(small_site(tmp_path), {"content/practices/seule.md": sheet("Seule", f"[ici]({ENCODED})")})
    commons, _ = weave(read_settings(tmp_path)[0])
    one = commons.sheets["practices/seule"]
    assert [link.url for link in outside_links(commons, one)] == [ENCODED]
    html = to_html(
        commons.parsed(one.body), lambda link: (commons.links[one.id, key_of(link)].place, None), Language("fr")
    )
    assert f'href="{ENCODED}"' in html


def test_links_to_mailboxes_telephones_and_sheets_are_not_outside(tmp_path: Path) -> None:
    body = "[a](mailto:a@exemple.org) [b](tel:+15145551234) [[organisations/atelier]] <https://exemple.org/> `https://non.org`"
    write(small_site(tmp_path), {"content/practices/seule.md": sheet("Seule", body)})
    commons, _ = weave(read_settings(tmp_path)[0])
    found = [link.url for one in commons.sheets.values() for link in outside_links(commons, one)]
    assert found == ["https://exemple.org/"]


def test_links_of_a_folded_text_and_of_a_field_know_their_line(tmp_path: Path) -> None:
    steps = "  - title: Filmer\n    text: >-\n      On filme,\n      puis [on montre](https://exemple.org/a)."
    fields = "title: Seule\nsummary: Une.\nfields_of_action: formation\n"
    sources = "sources:\n  - {title: Un, url: 'https://exemple.org/b'}\n"
    text = f"---\n{fields}steps:\n{steps}\n{sources}---\n\nLe [texte](https://exemple.org/c).\n"
    write(small_site(tmp_path), {"content/practices/seule.md": text})
    commons, _ = weave(read_settings(tmp_path)[0])
    found = {link.url[-1]: link.span[:2] for link in outside_links(commons, commons.sheets["practices/seule"])}
    assert found == {"a": (9, 12), "b": (11, 5), "c": (14, 4)}
