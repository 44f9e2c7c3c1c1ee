"""What forges run: clean for zizmor and for their schemas, actions pinned, nothing of a contribution in a shell."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tools.builds import REPOSITORY

WORKFLOWS: Final = sorted(REPOSITORY.glob(".*/workflows/*.yml"))
FORMS: Final = sorted((REPOSITORY / ".github/ISSUE_TEMPLATE").glob("proposer-*.yml"))
USES: Final = re.compile(r"uses: (\S+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+$")


def tool(*command: str) -> str:
    """What a tool says that must succeed."""
    done = subprocess.run(
        [str(Path(sys.executable).parent / command[0]), *command[1:]],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def steps(file: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def test_there_are_workflows() -> None:
    assert [file.relative_to(REPOSITORY).as_posix() for file in WORKFLOWS] == [
        ".forgejo/workflows/check.yml",
        ".forgejo/workflows/publish.yml",
        *(f".github/workflows/{name}.yml" for name in ("check", "links", "preview", "proposal", "publish")),
    ]


def test_zizmor_finds_nothing() -> None:
    said = tool("zizmor", "--offline", "--no-progress", "--persona", "pedantic", ".github", ".forgejo")
    assert "No findings to report" in said


def test_the_forges_can_read_them() -> None:
    schema = ("check-jsonschema", "--builtin-schema")
    tool(*schema, "vendor.github-workflows", *map(str, WORKFLOWS))
    tool(*schema, "vendor.github-issue-forms", *map(str, FORMS))
    tool(*schema, "vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml")
    tool(*schema, "vendor.gitlab-ci", ".gitlab-ci.yml")


def test_every_action_is_pinned_to_one_commit() -> None:
    lines = [line.strip() for file in WORKFLOWS for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    matches = [USES.search(line) for line in lines]
    assert [line for line, match in zip(lines, matches, strict=True) if not match] == []
    pins = {match.groups() for match in matches if match}
    assert len({action for action, _ in pins}) == len(pins)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.parts[-3] + "/" + file.stem)
def test_no_script_holds_a_value_of_the_forge(file: Path) -> None:
    assert [step["run"] for step in steps(file) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("file", [".github/workflows/publish.yml", ".forgejo/workflows/publish.yml", ".gitlab-ci.yml"])
def test_what_is_published_knows_whom_to_thank(file: str) -> None:
    text = (REPOSITORY / file).read_text(encoding="utf-8")
    published = text[text.index("pages") :]
    assert re.search(r"fetch-depth: 0|GIT_DEPTH: \"0\"|git fetch --quiet \"", published)
    assert "--depth 1" not in text


def test_the_check_of_a_contribution_may_only_read() -> None:
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    assert workflow[True] == {"pull_request": None}, "never pull_request_target"
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["check"]["permissions"] == {"contents": "read"}
    assert "secrets." not in (REPOSITORY / ".github/workflows/check.yml").read_text(encoding="utf-8")


def test_the_preview_runs_nothing_of_the_contribution() -> None:
    file = REPOSITORY / ".github/workflows/preview.yml"
    assert [step for step in steps(file) if "uses" in step] == [], "nothing is checked out"
    assert "vars.APERCUS != ''" in file.read_text(encoding="utf-8")
    scripts = "\n".join(step["run"] for step in steps(file))
    assert not re.search(r"\b(?:python|node|npm|pip|bash|sh|source|eval)\d?\b", scripts)
