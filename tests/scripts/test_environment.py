import json
from pathlib import Path

import pytest

from setup import environment
from setup.messages import Failure


class Work:
    """A project in a folder of the test's, where making and filling the environment is only noted."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.done = folder, list[str]()
        self.python = environment.python_in(folder / ".venv")
        self.stamp = folder / ".venv" / "tissage.json"
        self.interrupted = False
        for name in (environment.RUNTIME, environment.DEV, "pyproject.toml"):
            (folder / name).write_text("one", encoding="utf-8")
        for place in ("src", "node_modules"):
            (folder / "plugins" / "tissage" / "frontend" / place).mkdir(parents=True)
        monkeypatch.setattr(environment, "ROOT", folder)
        monkeypatch.setattr(environment, "VENV", folder / ".venv")
        monkeypatch.setattr(environment, "STAMP", self.stamp)
        monkeypatch.setattr(environment, "create", self.create)
        monkeypatch.setattr(environment, "fill", self.fill)

    def create(self, _: Path) -> None:
        self.done.append("create")
        self.python.parent.mkdir(parents=True, exist_ok=True)
        self.python.touch()

    def fill(self, _: Path, requirements: str) -> None:
        if self.interrupted:
            raise KeyboardInterrupt
        self.done.append(requirements)

    def ready(self, requirements: str = environment.RUNTIME) -> list[str]:
        self.done.clear()
        assert environment.ready(requirements) == self.python
        return list(self.done)


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(tmp_path, monkeypatch)


def test_the_second_run_does_nothing(work: Work) -> None:
    assert work.ready() == ["create", "requirements.txt"]
    assert work.ready() == []


def test_the_tests_packages_hold_the_sites(work: Work) -> None:
    work.ready()
    assert work.ready(environment.DEV) == ["requirements-dev.txt"]
    assert work.ready() == []
    assert work.ready(environment.DEV) == []


@pytest.mark.parametrize("name", [environment.RUNTIME, "pyproject.toml", "plugins/tissage/frontend/src/site.ts"])
def test_a_changed_list_is_installed_in_place(work: Work, name: str) -> None:
    work.ready()
    (work.folder / name).write_text("two", encoding="utf-8")
    assert work.ready() == ["requirements.txt"]


def test_an_interrupted_set_up_is_made_anew(work: Work) -> None:
    work.ready()
    (work.folder / environment.RUNTIME).write_text("two", encoding="utf-8")
    work.interrupted = True
    with pytest.raises(KeyboardInterrupt):
        work.ready()
    work.interrupted = False
    assert work.ready() == ["create", "requirements.txt"]


def test_another_python_or_place_makes_it_anew(work: Work) -> None:
    work.ready()
    stamp = json.loads(work.stamp.read_text(encoding="utf-8"))
    work.stamp.write_text(json.dumps({**stamp, "maker": "cpython-399 elsewhere"}), encoding="utf-8")
    assert work.ready() == ["create", "requirements.txt"]


def test_a_python_that_is_gone_makes_it_anew(work: Work) -> None:
    work.ready()
    work.python.unlink()
    assert work.ready() == ["create", "requirements.txt"]


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00"])
def test_a_broken_stamp_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp").write_text(text, encoding="utf-8")
    assert environment.read_stamp(tmp_path / "stamp") == {}


def test_a_python_without_ensurepip_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment.debian, "can_install", lambda: False)
    with pytest.raises(Failure, match=r"sudo apt install python3\.\d+-venv"):
        environment.complete_python()
