"""What the body must know of the template it flows into: its styles and the measures of its page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from officegen.errors import TemplateError

_STYLE = re.compile(r"<w:style\s[^>]*?w:styleId=\"([^\"]+)\".*?<w:name w:val=\"([^\"]+)\"", re.DOTALL)
_PAGE = re.compile(r"<w:pgSz\b[^>]*>")
_MARGIN = re.compile(r"<w:pgMar\b[^>]*>")
_GRID = re.compile(r"<w:docGrid\b[^>]*>")
_ENTITIES = {"&amp;": "&", "&quot;": '"', "&lt;": "<", "&gt;": ">"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The styles of a template by name, and the measures of its page in twips.

    Attributes:
        styles: Style ids by the names that Word shows; Word renames ids on saving, never names.
        width: The width of the text.
        height: The height of the text.
        top: The top margin.
        line: The pitch of body lines.
    """

    styles: dict[str, str]
    width: int
    height: int
    top: int
    line: int

    @classmethod
    def read(cls, document_xml: str, styles_xml: str) -> Sheet:
        """Read them from a template's parts."""
        styles = {_plain(name): style for style, name in _STYLE.findall(styles_xml)}
        page, margin = _last(_PAGE, document_xml), _last(_MARGIN, document_xml)
        return cls(
            styles=styles,
            width=_measure(page, "w") - _measure(margin, "left") - _measure(margin, "right"),
            height=_measure(page, "h") - _measure(margin, "top") - _measure(margin, "bottom"),
            top=_measure(margin, "top"),
            line=_measure(_last(_GRID, document_xml), "linePitch", 579),
        )

    def style(self, name: str) -> str:
        """The id of the style of that name.

        Raises:
            TemplateError: The template has no such style.
        """
        try:
            return self.styles[name]
        except KeyError:
            raise TemplateError(
                f"模板里没有名为“{name}”的样式。请在 Word 的“样式”窗格里新建同名样式，或从默认模板复制过来。"
            ) from None


def _plain(name: str) -> str:
    for entity, character in _ENTITIES.items():
        name = name.replace(entity, character)
    return name


def _last(pattern: re.Pattern[str], xml: str) -> str:
    found = pattern.findall(xml)
    return found[-1] if found else ""


def _measure(element: str, name: str, missing: int = 0) -> int:
    found = re.search(rf'w:{name}="(-?\d+)', element)
    return int(found[1]) if found else missing
