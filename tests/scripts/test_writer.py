import pytest

from setup import writer
from setup.messages import Failure


def test_the_word_processor_that_is_there_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(writer.VARIABLE, "/ici/soffice")
    monkeypatch.setattr(writer.debian, "install", lambda *_: pytest.fail("nothing is to be installed"))
    assert writer.ready() == {writer.VARIABLE: "/ici/soffice"}


def test_where_it_can_be_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[str]()
    monkeypatch.setattr(writer, "installed", lambda: "/usr/bin/soffice" if asked else None)
    monkeypatch.setattr(writer.debian, "can_install", lambda: True)
    monkeypatch.setattr(writer.debian, "install", asked.append)
    assert writer.ready() == {writer.VARIABLE: "/usr/bin/soffice"}
    assert asked == ["libreoffice-writer-nogui"]


@pytest.mark.parametrize("possible", [True, False])
def test_without_one_it_says_what_to_install(
    possible: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def install(*_: str) -> None:
        raise Failure("Raté.", "Failed.")

    monkeypatch.setattr(writer, "installed", lambda: None)
    monkeypatch.setattr(writer.debian, "can_install", lambda: possible)
    monkeypatch.setattr(writer.debian, "install", install)
    assert writer.ready() == {}
    said = capsys.readouterr().out
    assert "sudo apt install libreoffice-writer-nogui" in said
    assert "The import tests are going to fail." in said
