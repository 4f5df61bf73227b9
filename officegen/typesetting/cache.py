"""What was worked out once for a template is kept on disk: its patched XML, as text and never as code.

Whatever is read back goes through the same checks as a fresh template, so a cache that somebody tampered
with can do no more than a template can. A cache that cannot be read or written costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from officegen._version import __version__


def remember(data: bytes, make: Callable[[], dict[str, str]]) -> dict[str, str]:
    """The texts made from some bytes, from the cache where they are known there.

    Args:
        data: The bytes they are made from.
        make: Makes them.
    """
    path = _folder() / f"{hashlib.sha256(data + __version__.encode()).hexdigest()}.json"
    with contextlib.suppress(OSError, ValueError):
        known = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(known, dict) and all(isinstance(text, str) for text in known.values()):
            return known
    made = make()
    with contextlib.suppress(OSError):
        _write(path, json.dumps(made, ensure_ascii=False))
    return made


def _folder() -> Path:
    if chosen := os.environ.get("OFFICEGEN_CACHE"):
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("officegen", appauthor=False) / "templates"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
