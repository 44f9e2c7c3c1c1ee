"""The scripts of the workflows, run as the forge runs them, with a remote and a `gh` that notes what it is asked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tools.answering import answering
from tools.builds import ENGINE, REPOSITORY, sheet, small_site, write

GH: Final = """\
#!/bin/bash
printf '%s\\n' "$*" >> "$GH_NOTES/asked"
case "$1 $2" in
  "pr create")
    cp "${@: -1}" "$GH_NOTES/description"
    [[ -z $GH_REFUSES ]] || exit 1
    echo https://forge.example/pull/13 ;;
  "issue comment") cp "${@: -1}" "$GH_NOTES/comment" ;;
  "pr view") [[ $3 == 7 ]] && echo OPEN || echo CLOSED ;;
esac
"""
CASE: Final = yaml.safe_load(
    (REPOSITORY / "tests/cases/issues/an offer, as the form gives it.yml").read_text(encoding="utf-8")
)
EVIL: Final = CASE["body"].replace(
    "Projecteur à prêter", "$(touch volé) `touch volé`; touch volé\n::set-output name=a::b"
)


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


def scripts(workflow: str) -> dict[str, str]:
    jobs = yaml.safe_load((REPOSITORY / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8"))["jobs"]
    return {
        step["name"]: step["run"] for job in jobs.values() for step in job["steps"] if "run" in step and "name" in step
    }


class Forge:
    """A repository with its remote, and what a workflow finds there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site, self.notes = folder, small_site(folder / "site"), folder / "notes"
        self.notes.mkdir()
        self.temp = folder / "temp"
        self.temp.mkdir()
        programs = folder / "bin"
        wrapper = f'#!/bin/bash\nPYTHONPATH={ENGINE.parent} exec {sys.executable} -m tissage.cli "$@"\n'
        write(folder, {"bin/gh": GH, "site/.venv/bin/tissage": wrapper, "site/.gitignore": ".venv\n"})
        for file in (programs / "gh", self.site / ".venv/bin/tissage"):
            file.chmod(0o755)
        self.remote = folder / "remote" / "exemple" / "commun.git"
        git(folder, "init", "--quiet", "--bare", str(self.remote))
        git(self.site, "init", "--quiet", "-b", "main")
        git(self.site, "remote", "add", "origin", str(self.remote))
        git(self.site, "add", ".")
        git(self.site, "-c", "user.name=a", "-c", "user.email=a@exemple.org", "commit", "-qm", "Un")
        git(self.site, "push", "-q", "origin", "main")

    def run(self, script: str, **variables: str) -> int:
        """Run a script of a workflow, as GitHub does where no shell is named."""
        ours = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "GH_NOTES": str(self.notes),
            "GH_REFUSES": "",
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_WORKSPACE": str(self.site),
            "NUMBER": "12",
            "GITHUB_REPOSITORY": "exemple/commun",
            "GH_REPO": "exemple/commun",
            "GITHUB_SERVER_URL": str(self.folder / "remote"),
            "GITHUB_EVENT_PATH": str(self.folder / "event.json"),
            "GITHUB_OUTPUT": str(self.notes / "output"),
            "AUTHOR": "marie-t",
            "AUTHOR_ID": "42",
            "LABEL": "proposition:notices",
            "GITHUB_REF_NAME": "main",
        }
        command = ["bash", "-e", "-c", script]
        return subprocess.run(command, cwd=self.site, env={**os.environ, **ours, **variables}, check=False).returncode

    def issue(self, body: str | None, **variables: str) -> int:
        """The steps that make a sheet of an issue."""
        event: dict[str, Any] = {"issue": {"body": body}}
        write(self.folder, {"event.json": json.dumps(event)})
        steps = scripts("proposal")
        return self.run(steps["La fiche"], **variables) or self.run(steps["La demande de fusion"])

    def note(self, name: str) -> str:
        return (self.notes / name).read_text(encoding="utf-8")


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    assert shutil.which("bash")
    return Forge(tmp_path)


def test_an_improved_sheet_becomes_a_pull_request_that_changes_its_file(forge: Forge) -> None:
    path = "content/practices/partager-un-camion.md"
    text = (forge.site / path).read_text(encoding="utf-8").replace("title: Partager", "title: Prêter")
    body = f"Voici une fiche améliorée\u00a0: Bonne pratique, fichier {path}.\n\n```markdown\n{text}```\n"
    assert forge.issue(body, LABEL="proposition:practices") == 0
    assert git(forge.remote, "diff", "--name-status", "main", "proposition-12") == f"M\t{path}"
    assert "title: Prêter un camion" in git(forge.remote, "show", f"proposition-12:{path}")


def test_an_issue_becomes_a_pull_request_that_credits_its_author(forge: Forge) -> None:
    assert forge.issue(CASE["body"]) == 0
    branch = "proposition-12"
    assert git(forge.remote, "diff", "--name-only", "main", branch) == CASE["path"]
    assert git(forge.remote, "show", f"{branch}:{CASE['path']}") == CASE["sheet"].strip()
    assert git(forge.remote, "log", "-1", "--format=%(trailers:key=Co-authored-by,valueonly)", branch) == (
        "marie-t <42+marie-t@users.noreply.github.com>"
    )
    assert "--head proposition-12 --title Proposition nº\u00a012 (Annonce)\u00a0: projecteur-a-preter" in forge.note(
        "asked"
    )
    assert "Closes #12" in forge.note("description")
    assert "## Ce que la vérification a trouvé\n\n**Tout est en ordre.**" in forge.note("description")
    assert "https://forge.example/pull/13" in forge.note("comment")


def test_nothing_of_an_issue_is_run(forge: Forge) -> None:
    assert forge.issue(EVIL) == 0
    assert [file for file in forge.folder.rglob("*vol*") if file.name == "volé"] == []
    assert "set-output" not in forge.note("asked").replace("set-output-name-a-b", "")
    assert "::" not in forge.note("description")


@pytest.mark.parametrize("body", [None, "", "Bonjour!"])
def test_an_issue_of_which_no_sheet_can_be_made_is_answered(forge: Forge, body: str | None) -> None:
    assert forge.issue(body) == 1
    assert git(forge.remote, "branch", "--format=%(refname:short)") == "main"
    assert forge.note("comment").splitlines()[:3] == [
        "Merci de votre proposition! Il n’a pas été possible d’en faire une fiche\u00a0:",
        "",
        "> Cette demande n’a pas été écrite avec le formulaire de cette collection.",
    ]


def test_a_forge_that_opens_no_pull_request_keeps_no_branch(forge: Forge) -> None:
    write(forge.folder, {"event.json": json.dumps({"issue": {"body": CASE["body"]}})})
    steps = scripts("proposal")
    assert forge.run(steps["La fiche"]) == 0
    assert forge.run(steps["La demande de fusion"], GH_REFUSES="1") == 1
    assert git(forge.remote, "branch", "--format=%(refname:short)") == "main"


def test_previews_have_a_branch_of_their_own_and_closed_ones_go(forge: Forge) -> None:
    step = scripts("preview")["La branche des aperçus"]
    for number, text in (("7", "sept"), ("9", "neuf"), ("12", "douze"), ("12", "douze encore")):
        shutil.rmtree(forge.temp)
        write(forge.temp, {"site/index.html": text, "site/.cache/a": "", "site/CNAME": "mal.example"})
        assert forge.run(step, NUMBER=number) == 0
    files = git(forge.remote, "ls-tree", "-r", "--name-only", "apercus").splitlines()
    assert [file for file in files if file.endswith(".html")] == ["apercu/12/index.html", "apercu/7/index.html"]
    assert [file for file in files if "/" not in file] == [".nojekyll", "_headers", "robots.txt"]
    assert git(forge.remote, "show", "apercus:apercu/12/index.html") == "douze encore"
    assert "sandbox allow-scripts" in git(forge.remote, "show", "apercus:_headers")
    assert git(forge.remote, "rev-list", "--count", "apercus") == "1"


def test_a_repository_hidden_in_a_preview_is_not_one(forge: Forge) -> None:
    step = scripts("preview")["La branche des aperçus"]
    for folder in (".git", "sous/dossier/.GIT"):
        hidden = forge.temp / "site" / folder
        write(forge.temp, {"site/index.html": "sept", f"site/{folder.rpartition('.')[0]}page.html": "ici"})
        git(forge.temp, "init", "--quiet", "--initial-branch", "a", str(hidden.parent))
        author = ("-c", "user.name=a", "-c", "user.email=a@exemple.org")
        git(hidden.parent, *author, "commit", "--quiet", "--allow-empty", "--message", "Un")
        if hidden.name != ".git":
            (hidden.parent / ".git").rename(hidden)
        write(hidden, {"a": "", "config": f"[core]\n\tfsmonitor = touch {forge.folder}/volé; false\n"})
    shutil.copytree(forge.temp / "site", forge.folder / "kept")
    for _ in range(2):
        shutil.rmtree(forge.temp)
        forge.temp.mkdir()
        shutil.copytree(forge.folder / "kept", forge.temp / "site")
        assert forge.run(step, NUMBER="7") == 0
    assert not (forge.folder / "volé").exists()
    files = git(forge.remote, "ls-tree", "-r", "apercus").splitlines()
    assert [line for line in files if line.startswith("160000") or ".git" in line.lower()] == []
    assert [line.rpartition("\t")[2] for line in files if "html" in line] == [
        "apercu/7/index.html",
        "apercu/7/page.html",
        "apercu/7/sous/dossier/page.html",
    ]


def asked_links(forge: Forge, url: str) -> None:
    """A sheet with a link, merged; then the steps of the workflow, which may here ask this very machine."""
    write(forge.site, {"content/organisations/atelier.md": sheet("L’Atelier du coin", f"Voir [le site]({url}).")})
    git(forge.site, "-c", "user.name=a", "-c", "user.email=a@exemple.org", "commit", "-qam", "Deux")
    git(forge.site, "push", "-q", "origin", "main")
    steps = scripts("links")
    assert forge.run(steps["Les liens"].replace("tissage links", "tissage links --allow-private --pause 0")) == 0
    assert forge.run(steps["Garder ce qui a été trouvé"]) == 0


def test_a_dead_link_is_kept_with_the_sheets_and_published(forge: Forge) -> None:
    with answering({"/": 200}) as server:
        asked_links(forge, f"{server.url}/partie")
    kept = json.loads(git(forge.remote, "show", "main:.tissage/links.json"))
    assert [(url.rpartition("/")[2], known["status"]) for url, known in kept["links"].items()] == [("partie", 404)]
    assert git(forge.remote, "diff", "--name-only", "main~1", "main") == ".tissage/links.json"
    assert forge.note("asked") == "workflow run publish.yml --repo exemple/commun --ref main\n"


def test_where_the_branch_takes_no_push_what_was_found_is_proposed(forge: Forge) -> None:
    write(forge.remote, {"hooks/update": '#!/bin/sh\n[ "$1" != refs/heads/main ] || [ ! -e protected ]\n'})
    (forge.remote / "hooks" / "update").chmod(0o755)
    with answering({"/": 200}) as server:
        write(forge.site, {"content/organisations/atelier.md": sheet("L’Atelier", f"Voir [x]({server.url}/partie).")})
        (forge.remote / "protected").touch()
        steps = scripts("links")
        assert forge.run(steps["Les liens"].replace("tissage links", "tissage links --allow-private --pause 0")) == 0
        assert forge.run(steps["Garder ce qui a été trouvé"]) == 0
    assert git(forge.remote, "diff", "--name-only", "main", "liens") == ".tissage/links.json"
    assert forge.note("asked").startswith(
        "pr create --repo exemple/commun --head liens --title Liens vers d’autres sites"
    )


def test_links_that_were_all_asked_lately_change_nothing(forge: Forge) -> None:
    with answering({"/": 200}) as server:
        asked_links(forge, f"{server.url}/")
        before = git(forge.remote, "rev-parse", "main")
        steps = scripts("links")
        assert forge.run(steps["Les liens"].replace("tissage links", "tissage links --allow-private --pause 0")) == 0
        assert forge.run(steps["Garder ce qui a été trouvé"]) == 0
    assert git(forge.remote, "rev-parse", "main") == before
    assert forge.note("asked").count("workflow run") == 1


def test_without_a_network_nothing_is_kept_and_the_run_fails(forge: Forge) -> None:
    write(
        forge.site, {"content/organisations/atelier.md": sheet("L’Atelier du coin", "Voir [x](http://127.0.0.1:1/x).")}
    )
    steps = scripts("links")
    assert forge.run(steps["Les liens"].replace("tissage links", "tissage links --allow-private")) == 1
    assert not (forge.site / ".tissage").exists()
