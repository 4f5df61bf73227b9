"""What the body must know of the template it flows into: its styles and the measures of its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from officegen.errors import TemplateError


class Sheet(NamedTuple):
    """The styles of a template by name, the measures of its page in twips, and the distances of a sign-off.

    The distances are those of the standard, in characters; they are kept with a template's digest, so that
    a sign-off need not read the standard anew.

    Attributes:
        styles: Style ids by the names that Word shows; Word renames ids on saving, never names.
        width: The width of the text.
        height: The height of the text.
        top: The top margin.
        line: The pitch of body lines.
        title_size: The font size of the title.
        signoff_size: The font size of a sign-off.
        date_right: How far in a date under a seal ends (7.3.5.1).
        issuer_right: How far in a signature without a seal ends (7.3.5.2).
        date_indent: How far right of that signature's beginning the date begins (7.3.5.2).
        drawings: The highest number that a picture of the template itself has.
    """

    styles: Mapping[str, str]
    width: int
    height: int
    top: int
    line: int
    title_size: int
    signoff_size: int
    date_right: float
    issuer_right: float
    date_indent: float
    drawings: int = 0

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
