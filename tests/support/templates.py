"""Word templates made for a test: the default pack's styles and page around a few lines with tags."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from officegen.documents.document import Document
from officegen.package import deflate, read_package, write_package
from officegen.packs.build import build_template
from officegen.typesetting.render import Numbering, render_with
from officegen.typesetting.template import CompiledTemplate
from tests.support.docx_text import paragraphs

DOCUMENT = "word/document.xml"
NAME = "本单位.docx"


def changed(docx: bytes, parts: Mapping[str, str | None]) -> bytes:
    """A Word file with some parts put in the place of its own, or left out where they are None."""
    kept = {name: data for name, data in read_package(docx).items() if parts.get(name, "") is not None}
    kept |= {name: text.encode() for name, text in parts.items() if text is not None}
    return write_package(deflate(name, data) for name, data in kept.items())


def part(docx: bytes, name: str) -> str:
    """The XML of a part."""
    return read_package(docx)[name].decode()


def template_of(*lines: str, kind: str = "speech") -> bytes:
    """A template with a paragraph for each line, in the style of the body."""
    whole = build_template(kind)
    document = part(whole, DOCUMENT)
    head, tail = document.index("<w:body>") + len("<w:body>"), document.index("<w:sectPr>")
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="GwBody"/></w:pPr><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in lines
    )
    return changed(whole, {DOCUMENT: document[:head] + body + document[tail:]})


def compiled(*lines: str, kind: str = "speech") -> CompiledTemplate:
    """The same, ready to be rendered."""
    return CompiledTemplate(template_of(*lines, kind=kind), NAME)


def said(document: Document, *lines: str, numbering: Numbering = "text") -> list[str]:
    """The paragraphs that such a template gives for a document."""
    return paragraphs(render_with(document, compiled(*lines, kind=document.kind), numbering))
