"""Reads ``gbt9704.toml``, once."""

import tomllib
from functools import cache
from pathlib import Path

from officegen.standard.model import Standard
from officegen.standard.reader import StandardError, record

_FILE = Path(__file__).with_name("gbt9704.toml")


@cache
def load() -> Standard:
    """Return the standard; the file is read at the first call only."""
    return parse(_FILE.read_text(encoding="utf-8"))


def parse(text: str) -> Standard:
    """Read the standard from TOML.

    Args:
        text: The contents of a file like ``gbt9704.toml``.

    Returns:
        The standard.

    Raises:
        StandardError: The text is no TOML, or something in it is missing, unknown or of the wrong type.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StandardError(f"not TOML: {error}") from error
    standard = record(Standard, tables, "")
    for place, styles in (("elements", standard.elements), ("run_styles", standard.run_styles)):
        for key, style in styles.items():
            if style.face is not None and style.face not in standard.faces:
                raise StandardError(f"{place}.{key}.face: there is no [faces.{style.face}]")
    return standard
