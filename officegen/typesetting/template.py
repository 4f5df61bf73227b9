"""A Word template, compiled once: what never changes lies deflated, what changes is a program."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

from officegen.errors import TemplateError
from officegen.package import FAST, PackageError, deflate, read_package, write_package
from officegen.typesetting import cache
from officegen.typesetting.markup import escape, inline
from officegen.typesetting.program import Program, spoken
from officegen.typesetting.sheet import Sheet

DOCUMENT = "word/document.xml"
NUMBERING = "word/numbering.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
CONTENT_TYPES = "[Content_Types].xml"
_NEEDED = (DOCUMENT, "word/styles.xml", RELATIONSHIPS, CONTENT_TYPES)
_DIGEST = frozenset(("programs", "by_docxtpl", "sheet", "faces"))
_CORE = "docProps/core.xml"


class CompiledTemplate:
    """A template ready to be rendered; immutable, so threads may share it.

    Args:
        data: The .docx file.
        name: What messages call it.

    Raises:
        TemplateError: It is no Word file, or its tags are at fault.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._data = data
        parts = _parts_of(data, name)
        self.texts = {key: parts[key].decode("utf-8") for key in (RELATIONSHIPS, CONTENT_TYPES)}
        self.numbering = parts[NUMBERING].decode("utf-8") if NUMBERING in parts else None
        known = cache.remember(data, lambda: _digest(parts, name), _DIGEST)
        self.sheet = Sheet(*known["sheet"])
        self._faces: dict[str, str] = known["faces"]
        self._by_docxtpl: list[str] = known["by_docxtpl"]
        self._programs = {
            key: Program(spoken(name, key), steps, places, _one_line if key == _CORE else inline)
            for key, (steps, places) in known["programs"].items()
        }
        changing = (*self._programs, *self._by_docxtpl)
        self._order = list(parts)
        self._static = {key: deflate(key, part) for key, part in parts.items() if key not in changing}

    def render(
        self, context: Mapping[str, Any], replaced: Mapping[str, bytes], added: Mapping[str, bytes]
    ) -> bytes:
        """Fill the template.

        Args:
            context: What its tags name.
            replaced: Parts that stand in for the template's own.
            added: Parts that the template does not have, behind its own.
        """
        changed = {**self._rendered(context), **replaced, **added}
        parts = [
            deflate(key, changed.pop(key), FAST) if key in changed else self._static[key]
            for key in self._order
        ]
        return write_package([*parts, *(deflate(key, data, FAST) for key, data in changed.items())])

    def _rendered(self, context: Mapping[str, Any]) -> dict[str, bytes]:
        """Every part with tags in it, rendered by its program or, where that does not reach, by docxtpl."""
        rendered = {key: program.render(context) for key, program in self._programs.items()}
        if self._by_docxtpl:
            made = read_package(self.render_by_docxtpl(context))
            rendered |= {key: made[key].decode("utf-8") for key in self._by_docxtpl}
        if self._faces:
            from officegen.typesetting.faces import settle_faces

            rendered = {key: settle_faces(xml, self._faces) for key, xml in rendered.items()}
        return {key: xml.encode("utf-8") for key, xml in rendered.items()}

    def render_by_docxtpl(self, context: Mapping[str, Any]) -> bytes:
        """The template rendered by docxtpl itself: slower, with everything docxtpl knows."""
        from docxtpl import DocxTemplate

        from officegen.typesetting.language import body_environment

        template = DocxTemplate(io.BytesIO(_without_properties(self._data)))
        template.render(context, jinja_env=body_environment())
        result = io.BytesIO()
        template.save(result)
        return result.getvalue()


def _parts_of(data: bytes, name: str) -> dict[str, bytes]:
    try:
        parts = read_package(data)
    except PackageError as error:
        raise TemplateError(f"模板“{name}”打不开：{error}。") from None
    if not all(key in parts for key in _NEEDED):
        raise TemplateError(f"模板“{name}”不是 Word 文件（.docx），里面没有正文。")
    return parts


def _digest(parts: Mapping[str, bytes], name: str) -> dict[str, Any]:
    # docxtpl, Jinja and lxml come along; where the digest is known from before, none of them is loaded.
    from officegen.typesetting.digest import digest

    try:
        return digest(parts, name)
    except UnicodeDecodeError:
        raise TemplateError(f"模板“{name}”里有不是 UTF-8 的部件，请用 Word 打开后另存一次。") from None


def _one_line(text: str) -> str:
    """Text of a document property: plain XML on one line."""
    return escape(" ".join(text.replace("\n", "").split()))


def _without_properties(data: bytes) -> bytes:
    """The template with no tags in its properties: docxtpl would escape what they show once too often."""
    parts = read_package(data)
    if _CORE in parts:
        parts[_CORE] = re.sub(rb"\{\{.*?\}\}", b"", parts[_CORE])
    return write_package(deflate(key, part) for key, part in parts.items())
