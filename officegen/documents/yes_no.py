"""Yes or no, as people write it in a form."""

from __future__ import annotations

from typing import Annotated

from officegen.documents.fields import Read

_WORDS = {"是": True, "否": False}


def _read_word(value: object) -> object:
    return _WORDS.get(value.strip(), value) if isinstance(value, str) else value


YesNo = Annotated[bool, Read(_read_word, {"enum": [True, False, *_WORDS]})]
"""A choice typed as 是 or 否, or as true and false."""
