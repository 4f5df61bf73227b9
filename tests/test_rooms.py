"""The rooms of the house: imports run downwards only, and never in a circle (docs/architecture.md)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "officegen"

BELOW: dict[str, set[str]] = {
    "errors": set(),
    "numbering": set(),
    "standard": set(),
    "package": set(),
    "documents": {"numbering", "errors"},
    "packs": {"standard", "documents", "package", "errors"},
    "typesetting": {"documents", "packs", "standard", "numbering", "package", "errors"},
    "reading": {"documents", "numbering", "standard", "errors"},
    "preview": {"standard", "errors"},
    "output": {"errors"},
    "api": {"documents", "packs", "typesetting", "reading", "output", "errors"},
}
"""What each room may import besides itself and the version; ``cli`` and the package itself may import all."""


def _module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module(path): path for path in PACKAGE.rglob("*.py")}


def _imports(path: Path, *, late: bool) -> Iterator[str]:
    """Our own modules that a module imports; those inside functions only where ``late``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {id(node) for block in ast.walk(tree) if _runs_later(block) for node in ast.walk(block)}
    for node in ast.walk(tree):
        if id(node) in inner and not late:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("officegen"):
            submodules = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from [name for name in submodules if name in MODULES] or [node.module]


def _runs_later(node: ast.AST) -> bool:
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name):
        return node.test.id == "TYPE_CHECKING"
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_room_imports_only_rooms_below(module: str) -> None:
    room = module.split(".")[1] if "." in module else ""
    if room not in BELOW:
        return
    for imported in _imports(MODULES[module], late=True):
        other = imported.split(".")[1] if "." in imported else ""
        assert other in {room, "_version", *BELOW[room]}, f"{module} imports {imported}"


def test_every_room_is_known() -> None:
    rooms = {module.split(".")[1] for module in MODULES if "." in module}
    assert rooms == {*BELOW, "cli", "_version", "__main__"}


def test_no_import_cycles() -> None:
    graph = {module: set(_imports(path, late=False)) - {module} for module, path in MODULES.items()}
    assert list(TopologicalSorter(graph).static_order())
