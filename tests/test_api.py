"""What other programs may rely on: the names, what importing costs, and the one tree of errors."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import officegen
from officegen import errors
from officegen.errors import InputError, OfficegenError, Problem

HEAVY = ("pydantic", "docx", "docxtpl", "jinja2", "lxml", "yaml", "typer", "rjieba", "platformdirs", "PIL")

STATUS = {
    "OfficegenError": 1,
    "InputError": 1,
    "OutputError": 1,
    "UsageError": 2,
    "TemplateError": 3,
    "MissingToolError": 4,
}


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("name", officegen.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    thing = getattr(officegen, name)
    if name != "__version__":
        assert inspect.getdoc(thing)


def test_dir_shows_the_public_names() -> None:
    assert dir(officegen) == sorted(officegen.__all__)


def test_type_checkers_see_the_same_names() -> None:
    """The imports under TYPE_CHECKING are what mypy and editors know; the table behind __getattr__ what runs."""
    tree = ast.parse(Path(officegen.__file__).read_text(encoding="utf-8"))
    checked = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        name.asname or name.name
        for node in ast.walk(checked)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }
    assert seen | {"__version__"} == set(officegen.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(officegen, "rendre")


def test_star_import_gives_exactly_the_public_names() -> None:
    code = "before = set(globals()); from officegen import *; print(*sorted(set(globals()) - before - {'before'}))"
    assert _run(code).split() == sorted(officegen.__all__)


def test_importing_officegen_loads_nothing_heavy() -> None:
    code = f"import officegen, sys; print(*[name for name in {HEAVY} if name in sys.modules])"
    assert _run(code) == ""


def test_each_name_comes_alone() -> None:
    code = "import officegen, sys; officegen.InputError; print('pydantic' in sys.modules)"
    assert _run(code) == "False"


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(officegen.__file__).parent / "py.typed").is_file()


# Errors -----------------------------------------------------------------------------------------------------


def test_every_error_belongs_to_the_tree_and_knows_its_exit_status() -> None:
    found = {
        name: thing.exit_status
        for name, thing in vars(errors).items()
        if isinstance(thing, type) and issubclass(thing, OfficegenError)
    }
    assert found == STATUS
    assert not any(
        isinstance(thing, type) and issubclass(thing, Exception) and not issubclass(thing, OfficegenError)
        for name, thing in vars(errors).items()
        if not name.startswith("_")
    )


@pytest.mark.parametrize("name", STATUS)
def test_every_error_is_public(name: str) -> None:
    assert name in officegen.__all__
    assert getattr(officegen, name) is getattr(errors, name)


def test_an_error_says_where_what_and_what_to_write_instead() -> None:
    problems = [
        Problem("没有“会议地址”这一项。", line=7, remedy="是不是“会议地点（place）”？"),
        Problem("缺少这一项。", field="标题（title）"),
    ]
    error = InputError(problems, "通知.yaml")
    assert str(error).splitlines() == [
        "通知.yaml 第7行：没有“会议地址”这一项。是不是“会议地点（place）”？",
        "通知.yaml 标题（title）：缺少这一项。",
    ]
    assert error.problems == tuple(problems)


def test_an_error_with_no_place_is_the_sentence_alone() -> None:
    assert str(InputError("找不到图片。")) == "找不到图片。"
