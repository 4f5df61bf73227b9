"""Where packs are looked for, nearest first.

A folder named by the user, the project's ``templates/``, the user's own folder, installed packages
(entry point group ``officegen.templates``, whose value names a package that is only read, never run), and
the packs that come with officegen.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from officegen.documents.fields import nearest
from officegen.errors import TemplateError
from officegen.packs.manifest import MANIFEST

GROUP = "officegen.templates"
DEFAULT = "gbt9704"


@cache
def shipped_folder() -> Path:
    """The folder of the packs that come with officegen: in the wheel, or beside the sources."""
    package = Path(__file__).parents[1]
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


def find_folder(name: str, chosen: Path | None = None) -> Path:
    """The folder of the pack of that name.

    Args:
        name: The pack's folder name.
        chosen: A folder of packs that is looked into first.

    Raises:
        TemplateError: There is no such pack; the message names the nearest.
    """
    if not name or name in (".", "..") or any(mark in name for mark in "/\\:\0"):
        raise TemplateError(f"“{name}”不是模板包的名字：名字里不能有路径。")
    known: list[str] = []
    for place in _places(chosen):
        if (place / name / MANIFEST).is_file():
            return place / name
        known += _packs_in(place)
    packaged = dict(_packaged())
    if name in packaged:
        return packaged[name]
    known += packaged
    close = nearest(name, known)
    hint = f"是不是“{close}”？" if close else f"现有的有：{'、'.join(sorted(set(known)))}。"
    raise TemplateError(f"找不到名为“{name}”的模板包。{hint}")


def departments(chosen: Path | None = None) -> list[str]:
    """The names of all packs that can be found."""
    names = {name for place in _places(chosen) for name in _packs_in(place)}
    return sorted(names | {name for name, _ in _packaged()})


def _places(chosen: Path | None) -> Iterator[Path]:
    if chosen is not None:
        yield chosen
    yield Path("templates")
    from platformdirs import user_config_path

    yield user_config_path("officegen", appauthor=False) / "templates"
    yield shipped_folder()


def _packs_in(place: Path) -> list[str]:
    return [path.parent.name for path in place.glob(f"*/{MANIFEST}")] if place.is_dir() else []


def _packaged() -> Iterator[tuple[str, Path]]:
    """Packs in installed packages, by entry point; the package is located without being imported."""
    from importlib.util import find_spec

    for point in entry_points(group=GROUP):
        # Finding a package inside another would import the outer one, so only top-level packages count.
        spec = find_spec(point.value) if "." not in point.value else None
        for folder in (spec.submodule_search_locations or []) if spec else []:
            if (Path(folder) / MANIFEST).is_file():
                yield point.name, Path(folder)
