"""What a Word file says, read with nothing of officegen's and nothing of python-docx's.

Numbers that Word makes itself (lists) are not in the file and so not in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.support.package import Package, local_name, qn

_TEXT = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}

_PARAGRAPH = qn("w:p")

_SKIPPED = frozenset(
    {
        qn("w:pPr"),  # its w:tabs holds w:tab elements that are no text
        qn("w:rPr"),
        qn("w:del"),
        qn("w:instrText"),
        qn("mc:Fallback"),  # says again what mc:Choice says
    }
)


def paragraphs(docx: bytes) -> list[str]:
    """The text of every paragraph of the body in reading order, those in tables and text boxes included.

    A tab is `\\t` and a line break `\\n`; breaks of pages and columns are nothing. A text box comes after the
    paragraph that anchors it.
    """
    package = Package.read(docx)
    body = package.trees[package.main()].find(qn("w:body"))
    assert body is not None, "the document has no w:body"
    return list(_paragraphs(body))


def headers_and_footers(docx: bytes) -> dict[str, list[str]]:
    """The paragraphs of each header and footer, by the name of its part."""
    package = Package.read(docx)
    return {
        name: list(_paragraphs(tree))
        for name, tree in package.stories()
        if local_name(tree) in ("hdr", "ftr")
    }


def text_of(paragraph: etree._Element) -> str:
    """The text of one `w:p`, without that of text boxes anchored in it."""
    return "".join(_pieces(paragraph))


def _paragraphs(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield text_of(child)
        if child.tag not in _SKIPPED:
            yield from _paragraphs(child)


def _pieces(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        if child.tag in _SKIPPED or child.tag == _PARAGRAPH:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:br"):
            yield "\n" if child.get(qn("w:type"), "textWrapping") == "textWrapping" else ""
        elif child.tag == qn("w:sym"):
            raise ValueError(f"w:sym has no text of its own: {etree.tostring(child).decode()}")
        elif child.tag in _TEXT:
            yield _TEXT[child.tag]
        else:
            yield from _pieces(child)
