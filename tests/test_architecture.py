"""The house keeps its order: what may import what, and what every file owes whoever reads it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from tools.builds import PATIENCE

ROOT: Final = Path(__file__).resolve().parents[1]
ENGINE: Final = ROOT / "plugins" / "tissage"

ROOMS: Final = {
    "front end": ("frontend/",),
    "findings": ("findings", "language", "codes/"),
    "reading": ("yaml_slips", "yaml_errors", "yaml_places", "nodes", "reading"),
    "settings": ("settings", "settings_file", "time_zones", "forges", "displays", "walking", "media"),
    "schema": ("schema/",),
    "markdown": ("markdown/",),
    "checking": ("sheets", "checking"),
    "commons": ("commons",),
    "linking": ("addresses", "titles", "leftovers", "link_meant", "links", "texts", "linking", "related", "facets"),
    "weaving": ("weaving", "settings_nodes", "settings_shapes", "settings_checks"),
    "reports": ("reports/", "git", "changes"),
    "exports": ("exports/",),
    "contribute": ("contribute/",),
    "upkeep": ("upkeep/",),
    "pages": ("typography", "searching", "menu", "pages/"),
    "command": ("arguments", "commands/", "cli"),
    "host": ("aside", "offline", "layouts", "host_config", "host_page", "plugin"),
}
"""The rooms in their order, with their files and folders: a file imports from its own room and from those before it."""

HOSTS: Final = {"mkdocs", "properdocs", "material"}
DOORS: Final = {"plugin", "host_config", "host_page"}
"""The only files that import the host."""
PARSER: Final = ("comrak", "markdown.parsing")
"""The Markdown parser, and the only file that knows it."""

LONGEST: Final = 240
CHANGES: Final = {"append", "extend", "insert", "remove", "pop", "clear", "update", "setdefault", "add", "discard"}
MUTABLE: Final = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MAKERS: Final = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}
CONSTANT: Final = ("Final", "Mapping", "Sequence", "Collection", "frozenset", "ClassVar", "TypeAlias")


@dataclass(frozen=True)
class Import:
    """One import of a file of the engine. `name` is a module outside, or a module of the engine (`schema.model`)."""

    name: str
    own: bool
    line: int
    place: str
    """`top`, `types` (below TYPE_CHECKING) or `function`."""


@dataclass(frozen=True)
class Module:
    """One file of the engine; `name` goes from the engine's folder, with dots."""

    name: str
    path: Path

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text(encoding="utf-8"))

    @property
    def package(self) -> list[str]:
        parts = self.name.split(".") if self.name else []
        return parts if self.path.name == "__init__.py" else parts[:-1]

    @cached_property
    def imports(self) -> list[Import]:
        return list(self.walk(self.tree, "top"))

    def walk(self, node: ast.AST, place: str) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                yield from (Import(alias.name, False, child.lineno, place) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                yield from self.imported(child, place)
            elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                yield from self.walk(child, "function")
            elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
                yield from self.walk(child, "types")
            else:
                yield from self.walk(child, place)

    def imported(self, node: ast.ImportFrom, place: str) -> Iterator[Import]:
        written = node.module or ""
        own = bool(node.level) or written.split(".")[0] == "tissage"
        if not own:
            yield Import(written, False, node.lineno, place)
            return
        base = self.package[: len(self.package) - node.level + 1] if node.level else []
        parts = [*base, *written.removeprefix("tissage").strip(".").split(".")] if written else base
        name = ".".join(part for part in parts if part)
        for alias in node.names:
            below = f"{name}.{alias.name}".strip(".")
            yield Import(below if below in NAMES else name, True, node.lineno, place)


def find_modules() -> Iterator[Module]:
    for file in sorted(file for file in ENGINE.rglob("*.py") if "node_modules" not in file.parts):
        parts = file.relative_to(ENGINE).with_suffix("").parts
        yield Module(".".join(parts[:-1] if parts[-1] == "__init__" else parts), file)


MODULES: Final = list(find_modules())
NAMES: Final = {module.name for module in MODULES}


def rooms_of(name: str) -> list[str]:
    """The rooms that a file stands in."""
    path = name.replace(".", "/")
    return [
        room
        for room, places in ROOMS.items()
        if any(path == place or (place.endswith("/") and f"{path}/".startswith(place)) for place in places)
    ]


def test_every_file_has_one_room() -> None:
    assert {name: rooms_of(name) for name in NAMES if name and len(rooms_of(name)) != 1} == {}


def test_every_place_of_a_room_exists() -> None:
    places = [place for places in ROOMS.values() for place in places]
    assert [p for p in places if not (ENGINE / p if p.endswith("/") else ENGINE / f"{p}.py").exists()] == []


def test_the_page_names_every_part_of_the_house_and_nothing_else() -> None:
    named = re.findall(r"`([\w/.]+)`", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    known = [path.as_posix() for folder in ("plugins", "scripts", "tests") for path in (ROOT / folder).rglob("*.py")]
    files = [name for name in named if name.endswith(".py")]
    assert [name for name in files if not any(path.endswith(f"/{name}") for path in known)] == []
    parts = [
        path.name + ("/" if path.is_dir() else "")
        for path in ENGINE.iterdir()
        if path.name not in ("__init__.py", "py.typed")
    ]
    unnamed = [part for part in parts if part[0] not in "_." and not any(name.startswith(part) for name in named)]
    assert unnamed == []


def test_imports_flow_one_way() -> None:
    order = list(ROOMS)
    backwards = [
        f"{module.name}:{one.line} ({module.name and rooms_of(module.name)[0]}) imports {one.name} ({room})"
        for module in MODULES
        for one in module.imports
        for room in (rooms_of(one.name) if one.own and one.name else [])
        if not module.name or order.index(room) > order.index(rooms_of(module.name)[0])
    ]
    assert backwards == []


def test_no_import_goes_round_in_a_circle() -> None:
    below = {
        module.name: {one.name for one in module.imports if one.own and one.place != "types"} for module in MODULES
    }
    left = dict(below)
    while free := [name for name, needs in left.items() if not any(need in left for need in needs - {name})]:
        for name in free:
            del left[name]
    assert {name: sorted(need for need in needs if need in left) for name, needs in left.items()} == {}


def every_import() -> Iterator[tuple[Module, Import]]:
    return ((module, one) for module in MODULES for one in module.imports)


def test_imports_stand_at_the_top_where_one_sees_them() -> None:
    hidden = [f"{m.name}:{one.line} imports {one.name}" for m, one in every_import() if one.place == "function"]
    assert hidden == []


def test_only_the_doorman_knows_the_host() -> None:
    knowing = {m.name for m, one in every_import() if not one.own and one.name.split(".")[0] in HOSTS}
    assert knowing <= DOORS


def test_only_one_file_knows_the_parser() -> None:
    parser, owner = PARSER
    assert {m.name for m, one in every_import() if one.name.split(".")[0] == parser} == {owner}


def test_the_library_works_where_there_is_no_host(tmp_path: Path) -> None:
    """The commands run although the host cannot be imported."""
    script = (
        f"import sys; sys.modules.update(dict.fromkeys({sorted(HOSTS)!r})); import tissage.cli as c; sys.exit(c.main())"
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: Essai\ndocs_dir: content\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", script, "check"], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    assert "0\u00a0erreur" in done.stdout


def changeable(value: ast.expr | None) -> bool:
    """Whether a value can be changed once made."""
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).split(".")[-1] in MAKERS
    return isinstance(value, MUTABLE)


def state(body: list[ast.stmt]) -> Iterator[tuple[int, str]]:
    """The names that hold something changeable without saying that it is a constant."""
    for statement in body:
        if isinstance(statement, ast.Assign):
            names = [name.id for target in statement.targets for name in ast.walk(target) if isinstance(name, ast.Name)]
            said = ""
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            names, said = [statement.target.id], ast.unparse(statement.annotation)
        else:
            continue
        if changeable(statement.value) and not any(word in said for word in CONSTANT):
            yield from ((statement.lineno, name) for name in names if not (name.isupper() or name.startswith("__")))


def held(module: Module) -> set[str]:
    """The names that a module binds at its top."""
    statements = [node for node in module.tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    targets = [target for node in statements for target in getattr(node, "targets", [getattr(node, "target", None)])]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def owner(node: ast.AST) -> tuple[str, str]:
    """What a piece of code changes and how, two empty strings where it changes nothing by name."""
    name, how = None, ""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
        name, how = node.func.value, f".{node.func.attr}(…)"
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        name, how = node.value, "[…] = …"
    return (name.id, how) if isinstance(name, ast.Name) else ("", "")


def changes(module: Module) -> Iterator[tuple[int, str]]:
    """Where a function changes what the module holds."""
    names = held(module)
    for function in (node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef)):
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                yield node.lineno, f"global {', '.join(node.names)}"
            name, how = owner(node)
            if name in names:
                yield node.lineno, name + how


def test_no_module_holds_state() -> None:
    found = [f"{m.name}:{line}: {name}" for m in MODULES for line, name in (*state(m.tree.body), *changes(m))]
    in_classes = [
        f"{module.name}:{line}: {node.name}.{name}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        for line, name in state(node.body)
    ]
    assert found + in_classes == []


def public(body: list[ast.stmt], before: str = "") -> Iterator[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    """The functions, classes and methods that others may use."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield before + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{before}{node.name}.")


def test_everything_that_others_use_says_what_it_is() -> None:
    named = ((module, name, node) for module in MODULES for name, node in public(module.tree.body))
    silent = [f"{module.name}:{node.lineno}: {name}" for module, name, node in named if not ast.get_docstring(node)]
    assert silent == []
    assert [module.name for module in MODULES if not ast.get_docstring(module.tree)] == []


def test_no_file_is_too_long_to_read() -> None:
    lengths = {module.name: len(module.path.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
