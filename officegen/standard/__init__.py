"""GB/T 9704-2012 as data: what the template builder sets and the checker checks.

``load()`` gives the figures, ``Layout`` what a department chose among them. The modules ``units`` and
``vertical`` turn them into the lengths of WordprocessingML.
"""

from officegen.standard.layout import Layout
from officegen.standard.model import (
    Align,
    Element,
    Face,
    Option,
    Page,
    Provision,
    Rules,
    RunStyle,
    Standard,
    Strength,
    TableStyle,
)
from officegen.standard.reader import StandardError
from officegen.standard.source import load, parse

__all__ = [
    "Align",
    "Element",
    "Face",
    "Layout",
    "Option",
    "Page",
    "Provision",
    "Rules",
    "RunStyle",
    "Standard",
    "StandardError",
    "Strength",
    "TableStyle",
    "load",
    "parse",
]
