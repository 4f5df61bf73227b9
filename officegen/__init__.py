"""Chinese official documents as finished Word files.

What a document says is a typed model; how it looks stands in a Word template; what the standard
GB/T 9704-2012 asks for is data. Importing this package costs next to nothing: each name is loaded when
it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from officegen._version import __version__

if TYPE_CHECKING:
    from officegen.api import departments, kinds, read, render, save
    from officegen.documents.document import Document
    from officegen.documents.meeting_notice import MeetingNotice
    from officegen.documents.pledge import Pledge
    from officegen.documents.speech import Speech
    from officegen.errors import (
        InputError,
        MissingToolError,
        OfficegenError,
        OutputError,
        Problem,
        TemplateError,
        UsageError,
    )
    from officegen.reading import Reading, Report

__all__ = [
    "Document",
    "InputError",
    "MeetingNotice",
    "MissingToolError",
    "OfficegenError",
    "OutputError",
    "Pledge",
    "Problem",
    "Reading",
    "Report",
    "Speech",
    "TemplateError",
    "UsageError",
    "__version__",
    "departments",
    "kinds",
    "read",
    "render",
    "save",
]

_HOMES = {
    "officegen.api": ("departments", "kinds", "read", "render", "save"),
    "officegen.documents.document": ("Document",),
    "officegen.documents.meeting_notice": ("MeetingNotice",),
    "officegen.documents.pledge": ("Pledge",),
    "officegen.documents.speech": ("Speech",),
    "officegen.errors": (
        "InputError",
        "MissingToolError",
        "OfficegenError",
        "OutputError",
        "Problem",
        "TemplateError",
        "UsageError",
    ),
    "officegen.reading": ("Reading", "Report"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return __all__
