"""The smallest pieces of WordprocessingML: escaped text, runs and paragraphs, as strings.

Strings and not element trees, because a body of ten thousand paragraphs is built for every render.
"""

from __future__ import annotations

import re

from officegen.documents.text import spans

# Characters that stand in Chinese and in Western faces alike; Word takes the Chinese one only where the
# run says so. Without it “ ” …… —— come out in Times New Roman.
SHARED = re.compile("[“”‘’…—·×÷±°§①-⑳]")
_CHINESE_HINT = '<w:rFonts w:hint="eastAsia"/>'
_NEEDS_CARE = re.compile("[&<>_\t\n“”‘’…—·×÷±°§①-⑳]")
"""What a text has that does not go into XML just as it is."""
_NEEDS_ESCAPE = re.compile("[&<>_]")
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_BREAK = re.compile("[\t\n]")


class Finished:
    """XML that goes into a template as it is."""

    __slots__ = ("xml",)

    def __init__(self, xml: str) -> None:
        self.xml = xml

    def __bool__(self) -> bool:
        return bool(self.xml)


def escape(text: str) -> str:
    """The text as XML character data.

    ``{_{`` and its kin are docxtpl's own escapes; where they stand in a user's text, a character
    reference keeps docxtpl from reading them.
    """
    if not _NEEDS_ESCAPE.search(text):
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "{_" in text or "_}" in text or "%_" in text or "_%" in text:
        text = (
            text.replace("{_", "{&#95;")
            .replace("_}", "&#95;}")
            .replace("%_", "%&#95;")
            .replace("_%", "&#95;%")
        )
    return text


def text_elements(text: str) -> str:
    """The text as ``w:t``, ``w:tab`` and ``w:br`` elements, as they stand in a run."""
    if "\t" not in text and "\n" not in text:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    pieces, end = [], 0
    for found in (*_BREAK.finditer(text), None):
        piece = text[end : found.start()] if found else text[end:]
        if piece:
            pieces.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
        if found:
            pieces.append(_BREAKS[found.group()])
            end = found.end()
    return "".join(pieces)


def inline(text: str) -> str:
    """The text as it may stand inside a ``w:t`` that a template already opened."""
    escaped = escape(text)
    if "\t" not in text and "\n" not in text:
        return escaped
    return _BREAK.sub(lambda found: f'</w:t>{_BREAKS[found.group()]}<w:t xml:space="preserve">', escaped)


def run(text: str, style: str = "", properties: str = "") -> str:
    """A run.

    Args:
        text: Its characters; tabs and line breaks become what they are in Word.
        style: The id of its character style, or empty.
        properties: Further run properties, as XML in the order of the schema.
    """
    if not (style or properties or _NEEDS_CARE.search(text)):
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'  # nearly every run, hence the short way
    hint = _CHINESE_HINT if SHARED.search(text) else ""
    if style or hint or properties:
        named = f'<w:rStyle w:val="{style}"/>' if style else ""
        return f"<w:r><w:rPr>{named}{hint}{properties}</w:rPr>{text_elements(text)}</w:r>"
    return f"<w:r>{text_elements(text)}</w:r>"


def runs(text: str, strong: str) -> str:
    """A user's text as runs, what stands between ``**`` in the character style ``strong``."""
    if "*" not in text:  # nearly every text, and this is the innermost loop
        return run(text) if text else ""
    return "".join(run(span.text, strong if span.bold else "") for span in spans(text))


def kept_with_next(paragraphs: str) -> str:
    """Finished paragraphs, the last of them kept on the page of what follows."""
    last = paragraphs.rfind("<w:p>")
    style_end = paragraphs.find("/>", last) + 2
    if last < 0 or paragraphs.startswith("<w:keepNext/>", style_end):
        return paragraphs
    return f"{paragraphs[:style_end]}<w:keepNext/>{paragraphs[style_end:]}"


def paragraph(style: str, content: str = "", properties: str = "") -> str:
    """A paragraph.

    Args:
        style: The id of its style.
        content: Its runs.
        properties: What differs from the style, as XML in the order of the schema.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'
