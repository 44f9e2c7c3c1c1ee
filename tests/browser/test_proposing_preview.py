"""The preview of the form: as the site shows the sheet, and asking nobody for anything."""

from __future__ import annotations

from typing import Final

from playwright.sync_api import expect

from tools.proposing import FORM
from tools.reading import OVERFLOW, Reader


def test_the_preview_reads_as_the_site_does_and_follows_what_is_typed(contributor: Reader) -> None:
    page = contributor.open(f"{FORM}?fiche=organiser-une-soiree-debat")
    button = page.get_by_role("button", name="Aperçu")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    preview = page.get_by_role("region", name="Aperçu")
    expect(preview).to_be_focused()
    expect(preview).not_to_contain_text("[[")
    expect(preview).not_to_contain_text("*Huit semaines avant.*")
    link = preview.get_by_role("link", name="compte rendu")
    assert (link.first.get_attribute("href") or "").startswith("../../activites/")
    for _ in range(12):  # the browser itself stops at what scrolls
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement !== document.body")
    assert page.evaluate(OVERFLOW) == []
    page.get_by_label("Titre (obligatoire)").first.fill("Un autre titre")
    expect(preview.get_by_role("heading", name="Un autre titre")).to_be_visible()
    button.press("Enter")
    expect(preview).to_be_hidden()


def test_the_preview_names_the_organisation_and_no_sheet_of_the_same_name(contributor: Reader) -> None:
    page = contributor.open(FORM)
    page.get_by_text("Liens avec d’autres fiches (facultatif)").click()
    page.get_by_role("button", name="Ajouter : Organismes").click()
    page.get_by_role("combobox", name="Organismes, numéro 1").fill("CDC de Roussillon")
    page.get_by_role("button", name="Aperçu").press("Enter")
    preview = page.get_by_role("region", name="Aperçu")
    assert preview.locator("dd").all_inner_texts() == ["CDC de Roussillon"]
    expect(preview.get_by_role("heading", name="Sans titre")).to_be_visible()


HOST: Final = "evil.test"
LEADING_AWAY: Final = f"""\
![y](https://{HOST}/a.png) ![z](//{HOST}/b.png) ![r][d] [![w](http://{HOST}/c.png)](https://{HOST}/)
![v](data:image/png;base64,AA)

[d]: https://{HOST}/d.png

<style>@import "https://{HOST}/e.css";</style><link rel=prefetch href=https://{HOST}/f> <img src=//{HOST}/g.png>
{{: style="background: url(https://{HOST}/h.png)" }} ![u](HTTPS://{HOST}/i.png) ![s](a.png)
<https://{HOST}/j> www.{HOST}

| a |
|---|
| ![t](https://{HOST}/k.png) |

> [!NOTE] ![q](https://{HOST}/l.png)
> ![p](https://{HOST}/m.png)[^1]

[^1]: ![o](https://{HOST}/n.png)
"""


def test_the_preview_asks_nobody_for_anything(contributor: Reader) -> None:
    page = contributor.open("proposer/histoires/")
    asked: list[str] = []
    page.wait_for_load_state("networkidle")
    contributor.context.on("request", lambda request: asked.append(request.url))
    for field in page.get_by_role("textbox").all():
        if field.is_visible():
            field.fill(LEADING_AWAY)
    page.get_by_role("button", name="Aperçu").click()
    preview = page.get_by_role("region", name="Aperçu")
    expect(preview.get_by_text("[Image\u00a0: y]")).to_be_visible()
    page.get_by_label("Le texte (obligatoire)").press_sequentially(f" ![typed](//{HOST}/typed.png) ![](x.png)")
    expect(preview.get_by_text("[Image]")).to_be_attached()
    preview.get_by_role("link").first.hover()
    page.wait_for_timeout(500)
    assert preview.locator("img, style, link, [style], [src], [srcset]").count() == 0
    assert [url for url in asked if not url.endswith("/tissage.svg")] == []  # the icon of the tab may come late
    assert contributor.elsewhere == []


def test_the_preview_shows_what_the_site_shows(contributor: Reader) -> None:
    page = contributor.open(FORM)
    page.get_by_label("Le texte (obligatoire)").fill(
        "> [!NOTE]\n> Un *mot*.\n\n> [!caution] Le feu\n>\n> - Sortir.\n\n> [!AUTRE]\n> Une citation.\n\n"
        "Une phrase[^1], puis une autre[^1].\n\n[^1]: La note.\n\n- [x] Fait\n- [ ] Reste\n"
    )
    page.get_by_role("button", name="Aperçu").click()
    text = page.get_by_role("region", name="Aperçu").locator(".tissage-body")
    assert text.locator(".admonition").all_inner_texts() == ["À noter\n\nUn mot.", "Le feu\n\nSortir."]
    assert [one.get_attribute("class") for one in text.locator(".admonition").all()] == [
        "admonition note",
        "admonition danger",
    ]
    assert text.locator("blockquote").all_inner_texts() == ["[!AUTRE] Une citation."]
    backs = text.locator(".footnotes a")
    assert [one.get_attribute("aria-label") for one in backs.all()] == [
        "Revenir au texte, note\u00a01",
        "Revenir au texte, note\u00a01-2",
    ]
    assert text.locator("h2").count() == 0
    assert [box.get_attribute("aria-label") for box in text.get_by_role("img").all()] == [
        "Fait\u00a0:",
        "À faire\u00a0:",
    ]
