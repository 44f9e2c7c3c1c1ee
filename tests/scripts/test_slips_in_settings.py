"""`site.py` where `mkdocs.yml` is wrong: our sentences in place of those of MkDocs."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from tools.builds import snapshot, write

AFTER = """

En tout : 1 erreur, 0 avertissement, 0 conseil.
✗ Les réglages du site sont à corriger d’abord : voyez ci-dessus, puis relancez.
  The settings of the site come first: see above, then run this again."""


@pytest.mark.parametrize("arguments", [["--build"], ["--build", "--offline"], []])
@pytest.mark.parametrize(
    ("former", "slip", "said"),
    [
        (
            "site_name: L’Été à Montréal",
            "site_nam: L’Été à Montréal",
            """\
mkdocs.yml:2:1: erreur [unknown-setting]
  Il n’y a pas de réglage « site_nam ».
    2 | site_nam: L’Été à Montréal
      | ^^^^^^^^
  Vérifiez son orthographe. Un réglage de « extra », comme « contact », va sous « extra », deux espaces plus à droite.
  Écrivez plutôt : site_name""",
        ),
        (
            "site_name: L’Été à Montréal",
            "site_name: L’Été : à Montréal",
            """\
mkdocs.yml:2:18: erreur [yaml-colon]
  Un deux-points dans ce texte le rend illisible.
    2 | site_name: L’Été : à Montréal
      |                  ^
  Mettez tout le texte entre guillemets droits.
  Écrivez plutôt : site_name: 'L’Été : à Montréal'""",
        ),
    ],
)
def test_slips_are_said_before_mkdocs_runs(
    command: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    arguments: list[str],
    former: str,
    slip: str,
    said: str,
) -> None:
    monkeypatch.setattr(command, "require_free", lambda port: None)
    settings = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    write(tmp_path, {"mkdocs.yml": settings.replace(former, slip)})
    before = snapshot(tmp_path)
    with pytest.raises(command.Failure) as failure:
        command.main(arguments)
    assert str(failure.value).replace("\u00a0", " ") == said + AFTER
    assert capfd.readouterr() == ("", "")
    assert snapshot(tmp_path) == before
