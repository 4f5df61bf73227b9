"""How the styles of our templates are called."""

from officegen.standard import Element, RunStyle, TableStyle

DIRECTIVE = Element(
    clause="",
    strength="practice",
    key="directive",
    style="模板指令",
    face="kai",
    size=10.5,
    line=14,
    align="left",
    color="7F7F7F",
)
"""Paragraphs that steer a template and never reach a document: small and grey, out of the way of its look."""


def style_id(style: Element | RunStyle | TableStyle) -> str:
    """Return the id of a style: Word's own for its built-in styles, else made from the English key."""
    if style.style.isascii():
        return style.style.title().replace(" ", "")
    return "Gw" + style.key.title().replace("_", "")
