"""A wheel built from the repository, installed in an empty environment elsewhere, renders the same bytes."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

import officegen

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).parents[1]

RENDER = """
import sys
from pathlib import Path
import officegen

assert Path(officegen.__file__).is_relative_to(sys.prefix), officegen.__file__
for name in sys.argv[2:]:
    for index, document in enumerate(officegen.read(name).documents):
        officegen.save(document, Path(sys.argv[1]) / f"{Path(name).stem}-{index}.docx")
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment that holds the wheel and what it requires, nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    _run(build, folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    bin_folder = "Scripts" if sys.platform == "win32" else "bin"
    found = folder / "env" / bin_folder / "python"
    _run([str(found), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)], folder)
    return found


def test_every_sample_gives_the_same_bytes(python: Path, tmp_path: Path) -> None:
    samples = sorted(
        path for path in (ROOT / "samples").iterdir() if path.suffix in (".yaml", ".json", ".toml")
    )
    assert samples
    _run([str(python), "-c", RENDER, str(tmp_path), *map(str, samples)], tmp_path)
    for sample in samples:
        for index, document in enumerate(officegen.read(sample).documents):
            made = (tmp_path / f"{sample.stem}-{index}.docx").read_bytes()
            assert made == officegen.render(document), f"{sample.name} differs"


def test_command_line_makes_a_document_from_a_new_form(python: Path, tmp_path: Path) -> None:
    program = python.with_name("officegen")
    _run([str(program), "new", "会议通知", "-o", "通知.yaml"], tmp_path)
    _run([str(program), "render", "通知.yaml"], tmp_path)
    assert (tmp_path / "通知.docx").read_bytes().startswith(b"PK")


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
