"""`tissage links` as a person types it, against a real server on this machine."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tissage import __version__
from tools.answering import Server, answering
from tools.builds import PATIENCE, environment, sheet, small_site, write

SHEET = "content/practices/seule.md"
FIRST, SECOND, LATER = "2026-11-22", "2026-11-23", "2026-12-30"


def links(root: Path, day: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command on a day, without pauses."""
    seconds = str(int(datetime.fromisoformat(f"{day}T12:00:00+00:00").timestamp()))
    command = [sys.executable, "-m", "tissage.cli", "links", "--allow-private", "--pause", "0", "--timeout", "2"]
    return subprocess.run(
        [*command, *options],
        cwd=root,
        env=environment(SOURCE_DATE_EPOCH=seconds),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )


def site(root: Path, *urls: str, **fields: Any) -> Path:
    """A site with these addresses, a line each, in the text of one of its sheets."""
    body = "\n".join(f"- [page {number}]({url})" for number, url in enumerate(urls))
    write(small_site(root), {SHEET: sheet("Seule", body, **fields)})
    return root


def memory(root: Path) -> dict[str, Any]:
    """What was noted, by the end of each address."""
    data = json.loads((root / ".tissage/links.json").read_text(encoding="utf-8"))
    assert data["version"] == 1
    return {url.rpartition("/")[2]: entry for url, entry in data["links"].items()}


def paths(server: Server) -> list[str]:
    """What the server was asked since the last time."""
    asked = sorted({path for _, path in server.asked})
    server.asked.clear()
    return asked


def test_a_site_whose_links_all_answer_is_in_order(tmp_path: Path) -> None:
    with answering({"/a": 200, "/b": (302, "/a")}) as server:
        done = links(site(tmp_path, f"{server.url}/a#titre", f"{server.url}/b", f"{server.url}/a"), FIRST)
    assert (done.returncode, done.stdout) == (0, "Tout est en ordre.\n")
    assert done.stderr == "2\u00a0liens à vérifier, sur 1\u00a0site.\n"
    assert memory(tmp_path) == {
        "a": {"day": FIRST, "outcome": "ok", "status": 200},
        "b": {"day": FIRST, "outcome": "ok", "status": 200},
    }
    assert server.agents == {f"Tissage/{__version__} (link check)"}


def test_the_user_agent_says_where_to_complain(tmp_path: Path) -> None:
    with answering({"/a": 200}) as server:
        site(tmp_path, f"{server.url}/a")
        with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write("site_url: https://exemple.org/commun-é/\n")
        links(tmp_path, FIRST)
    assert [agent.partition("(")[2] for agent in server.agents] == ["link check; +https://exemple.org/commun-%C3%A9/)"]


def test_a_page_that_is_gone_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    with answering({"/a": 200}) as server:
        url = f"{server.url}/partie"
        done = links(site(tmp_path, f"{server.url}/a", url), FIRST)
    lines = (tmp_path / SHEET).read_text(encoding="utf-8").split("\n")
    number = next(i for i, line in enumerate(lines, 1) if "/partie" in line)
    assert done.returncode == 1
    assert done.stdout == (
        f"{SHEET}:{number}:12: erreur [dead-link]\n"
        f"  Le lien vers «\u00a0{url}\u00a0» ne mène nulle part\u00a0: la page n’existe plus, réponse 404.\n"
        f"    {number} | {lines[number - 1]}\n"
        f"    {' ' * len(str(number))} | {' ' * 11}{'^' * len(url)}\n"
        "  Cherchez où se trouve la page maintenant, ou retirez le lien et dites en mots ce qu’elle contenait.\n\n"
        "En tout\u00a0: 1\u00a0erreur, 0\u00a0avertissement, 0\u00a0conseil.\n"
    )


def test_a_site_that_fails_is_dead_on_the_second_day_and_well_again_when_it_answers(tmp_path: Path) -> None:
    with answering({"/a": 500, "/b": 200}) as server:
        site(tmp_path, f"{server.url}/a", f"{server.url}/b")
        first = links(tmp_path, FIRST)
        assert first.returncode == 0
        assert "avertissement [failing-link]" in first.stdout
        assert (
            "ne fonctionnait pas à la dernière vérification\u00a0: le site est en panne, réponse 500." in first.stdout
        )
        assert paths(server) == ["/a", "/b"]
        assert links(tmp_path, FIRST).returncode == 0
        assert paths(server) == [], "It was asked again on the same day."
        second = links(tmp_path, SECOND)
        assert (second.returncode, "erreur [dead-link]" in second.stdout) == (1, True)
        assert paths(server) == ["/a"], "What was good is asked again after a month."
        assert memory(tmp_path)["a"] == {"day": SECOND, "outcome": "status", "status": 500, "since": FIRST}
        server.answers["/a"] = 200
        later = links(tmp_path, LATER)
        assert (later.returncode, later.stdout) == (0, "Tout est en ordre.\n")
        assert paths(server) == ["/a", "/b"]
        assert memory(tmp_path)["a"] == {"day": LATER, "outcome": "ok", "status": 200}


def test_a_page_that_has_moved_says_what_to_write(tmp_path: Path) -> None:
    with answering({"/a": (301, "/b"), "/b": 200}) as server:
        done = links(site(tmp_path, f"{server.url}/a"), FIRST)
        assert f"Écrivez plutôt\u00a0: {server.url}/b" in done.stdout
    assert (done.returncode, "conseil [moved-link]" in done.stdout) == (0, True)


def test_links_of_fields_and_sources_are_shown_at_their_own_line(tmp_path: Path) -> None:
    with answering({}) as server:
        url = f"{server.url}/rapport"
        site(
            tmp_path, "https://autre.example/", sources=[{"title": "Un rapport", "publisher": "Un éditeur", "url": url}]
        )
        write(tmp_path, {"content/organisations/atelier.md": sheet("L’Atelier", website=f"{server.url}/site")})
        done = links(tmp_path, FIRST, "--format", "json", "--host", "127.0.0.1")
    told = {one["message"].split("«\u00a0")[1].split("\u00a0»")[0]: one for one in json.loads(done.stdout)["findings"]}
    assert set(told) == {url, f"{server.url}/site"}
    for address, one in told.items():
        line = (tmp_path / one["path"]).read_text(encoding="utf-8").split("\n")[one["line"] - 1]
        assert line[one["column"] - 1 :].startswith(address)


def test_a_sensitive_address_is_not_asked(tmp_path: Path) -> None:
    with answering({"/b": 200}) as server:
        site(tmp_path, f"{server.url}/b", interne=f"{server.url}/interne")
        field = "fields: {interne: {kind: url, sensitive: true}}"
        write(tmp_path, {"content/_collections/practices.yml": f"id: practices\n{field}\n"})
        assert links(tmp_path, FIRST).returncode == 0
        assert paths(server) == ["/b"]


def test_one_request_at_a_time_and_a_pause(tmp_path: Path) -> None:
    with answering({f"/{number}": 200 for number in range(4)}) as server:
        site(tmp_path, *(f"{server.url}/{number}" for number in range(4)))
        assert links(tmp_path, FIRST, "--pause", "0.3").returncode == 0
    gaps = [after - before for before, after in zip(server.times, server.times[1:], strict=False)]
    assert server.most_at_once == 1
    assert min(gaps) >= 0.28


def test_a_limit_leaves_the_rest_for_the_next_time(tmp_path: Path) -> None:
    with answering({"/a": 200, "/b": 200, "/c": 200}) as server:
        site(tmp_path, *(f"{server.url}/{name}" for name in "abc"))
        links(tmp_path, FIRST, "--limit", "2")
        assert paths(server) == ["/a", "/b"]
        links(tmp_path, FIRST, "--limit", "2")
        assert paths(server) == ["/c"]


def test_one_host_alone(tmp_path: Path) -> None:
    with answering({"/a": 200}) as server:
        site(tmp_path, f"{server.url}/a", "https://ailleurs.example/b")
        done = links(tmp_path, FIRST, "--host", "127.0.0.1")
        assert (done.returncode, done.stderr) == (0, "1\u00a0lien à vérifier, sur 1\u00a0site.\n")
    assert list(memory(tmp_path)) == ["a"]


@pytest.mark.parametrize("form", ["127.0.0.1:{port}", "http://127.0.0.1:{port}/a", "HTTP://127.0.0.1"])
def test_a_host_may_come_with_its_port_or_be_an_address(form: str, tmp_path: Path) -> None:
    with answering({"/a": 200}) as server:
        port = urlsplit(server.url).port
        site(tmp_path, f"{server.url}/a", "http://127.0.0.1:1/b" if "port" in form else "https://ailleurs.example/b")
        done = links(tmp_path, FIRST, "--host", form.format(port=port))
        assert (done.returncode, done.stderr) == (0, "1\u00a0lien à vérifier, sur 1\u00a0site.\n")
    assert list(memory(tmp_path)) == ["a"]


@pytest.mark.parametrize("host", ["nulle-part.example", "ailleurs.example:8455", "ailleurs.example:x", "", "//", "[::"])
def test_a_host_that_no_link_leads_to_is_told(host: str, tmp_path: Path) -> None:
    site(tmp_path, "https://ailleurs.example/b")
    done = links(tmp_path, FIRST, "--host", host)
    said = f"Aucun lien des fiches ne mène à «\u00a0{host}\u00a0»\u00a0: rien n’a été vérifié.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_without_a_network_nothing_is_noted(tmp_path: Path) -> None:
    site(tmp_path, "http://127.0.0.1:1/a", "http://127.0.0.1:1/b")
    done = links(tmp_path, FIRST)
    assert done.returncode == 2
    assert (
        "Aucun site ne répond\u00a0: cet ordinateur ne semble pas avoir accès à Internet. Rien n’a été noté."
        in done.stderr
    )
    assert not (tmp_path / ".tissage").exists()


def test_a_page_that_was_good_bears_witness_that_there_is_a_network(tmp_path: Path) -> None:
    with answering({"/a": 200}) as server:
        site(tmp_path, f"{server.url}/a")
        links(tmp_path, FIRST)
        site(tmp_path, f"{server.url}/a", "http://127.0.0.1:1/b")
        done = links(tmp_path, SECOND)
    assert (done.returncode, memory(tmp_path)["b"]["outcome"]) == (0, "silent")


def test_links_that_no_sheet_has_any_more_are_forgotten(tmp_path: Path) -> None:
    with answering({"/a": 200, "/b": 200}) as server:
        links(site(tmp_path, f"{server.url}/a", f"{server.url}/b"), FIRST)
        links(site(tmp_path, f"{server.url}/b"), FIRST)
    assert list(memory(tmp_path)) == ["b"]


def test_the_local_network_is_not_asked_without_leave(tmp_path: Path) -> None:
    with answering({"/a": 200}) as server:
        site(tmp_path, f"{server.url}/a")
        command = [sys.executable, "-m", "tissage.cli", "links", "--pause", "0"]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment(), capture_output=True, encoding="utf-8", timeout=PATIENCE
        )
        assert server.asked == []
    assert (done.returncode, "avertissement [private-link]" in done.stdout) == (0, True)
    assert "mène à une machine que le public ne peut pas joindre" in done.stdout


def test_a_site_in_error_keeps_its_notes(tmp_path: Path) -> None:
    with answering({"/a": 200}) as server:
        links(site(tmp_path, f"{server.url}/a"), FIRST)
        write(tmp_path, {SHEET: "---\ntitle: Eau: la base\n---\n"})
        done = links(tmp_path, SECOND)
    assert done.returncode == 1
    assert "Aucun lien n’a été vérifié\u00a0: corrigez d’abord les erreurs." in done.stderr
    assert list(memory(tmp_path)) == ["a"]


def test_notes_that_would_rewrite_the_terminal_are_not_believed(tmp_path: Path) -> None:
    with answering({"/a": 200}) as server:
        site(tmp_path, f"{server.url}/a")
        entry = {"day": FIRST, "outcome": "ok", "moved": "https://exemple.org/\x1b[2J"}
        write(tmp_path, {".tissage/links.json": json.dumps({"version": 1, "links": {f"{server.url}/a": entry}})})
        done = links(tmp_path, FIRST)
    assert (done.returncode, done.stdout) == (0, "Tout est en ordre.\n")


def test_a_link_in_place_of_the_notes_is_not_written_through(tmp_path: Path) -> None:
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    (elsewhere / "links.new").write_text("à moi", encoding="utf-8")
    with answering({"/a": 200}) as server:
        root = site(tmp_path / "site", f"{server.url}/a")
        (root / ".tissage").symlink_to(elsewhere)
        done = links(root, FIRST)
        assert (done.returncode, "Impossible d’écrire" in done.stderr) == (2, True)
        (root / ".tissage").unlink()
        (root / ".tissage").mkdir()
        (root / ".tissage/links.new").symlink_to(elsewhere / "links.new")
        assert links(root, FIRST).returncode == 0
    assert (elsewhere / "links.new").read_text(encoding="utf-8") == "à moi"
    assert list(memory(root)) == ["a"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"links": 3}',
        '{"links": {"u": {"day": "hier", "outcome": "ok"}}}',
        '{"links": {"u": {"day": "2026-01-01", "outcome": "ok", "status": 1e999}}}',
        "[" * 10_000,
    ],
)
def test_notes_that_make_no_sense_are_made_anew(tmp_path: Path, text: str) -> None:
    with answering({"/a": 200}) as server:
        site(tmp_path, f"{server.url}/a")
        write(tmp_path, {".tissage/links.json": text})
        assert links(tmp_path, FIRST).returncode == 0
    assert list(memory(tmp_path)) == ["a"]


@pytest.mark.parametrize("options", [["--limit", "-1"], ["--pause", "-1"], ["--timeout", "0"], ["--limit", "x"]])
def test_a_wrong_number_is_wrong_usage(tmp_path: Path, options: list[str]) -> None:
    assert links(small_site(tmp_path), FIRST, *options).returncode == 2


def test_a_site_without_links_is_in_order(tmp_path: Path) -> None:
    done = links(small_site(tmp_path), FIRST)
    assert (done.returncode, done.stdout) == (0, "Tout est en ordre.\n")
    assert not (tmp_path / ".tissage").exists()
