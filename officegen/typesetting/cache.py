"""What was worked out once for a template is kept on disk, as plain data and never as code.

Whatever is read back can do no more than a template can: show, choose and repeat. A cache that cannot be
read or written costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Set
from pathlib import Path
from typing import Any

from officegen._version import __version__

_FORM = "3"
"""Changes with what is kept, so that an older version's cache is not read."""


def remember(data: bytes, make: Callable[[], dict[str, Any]], keys: Set[str]) -> dict[str, Any]:
    """What is worked out from some bytes, from the cache where it is known there.

    Args:
        data: The bytes.
        make: Works it out; JSON can hold the result.
        keys: What the result has; anything else on disk is no result.
    """
    key = hashlib.sha256(f"{__version__} {_FORM} ".encode() + data).hexdigest()
    path = _folder() / f"{key}.json"
    with contextlib.suppress(OSError, ValueError):
        known = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(known, dict) and known.keys() == keys:
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
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
