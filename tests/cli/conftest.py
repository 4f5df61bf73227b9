"""A command line to call, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from officegen.cli import app
from tests.cli.call import Call, Result


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call() -> Call:
    """Call ``officegen`` in this process."""
    runner = CliRunner()

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        done = runner.invoke(app, list(arguments), input=stdin, prog_name="officegen")
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Result(done.exit_code, done.stdout_bytes, done.stderr)

    return run
