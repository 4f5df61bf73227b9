"""A Word template, compiled once: what never changes lies deflated, what changes is a program.

docxtpl is the front end: its ``patch_xml`` brings the XML that Word wrote into a form that Jinja reads.
What it costs is paid once per template, and once per machine where the cache folder can be written.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

from officegen.errors import TemplateError
from officegen.package import FAST, PackageError, Part, deflate, read_package, write_package
from officegen.typesetting import cache
from officegen.typesetting.faces import mixed_faces, settle_faces
from officegen.typesetting.language import Program, body_environment, property_environment
from officegen.typesetting.sheet import Sheet

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
CONTENT_TYPES = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_FLOWING = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_TAG = re.compile(r"\{[{%#]")
# docxtpl's own extensions that need its second pass over the rendered XML.
_NEEDS_DOCXTPL = re.compile(r"\{%\s*(colspan|cellbg|hm|vm)\b")


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
        try:
            parts = read_package(data)
            self.texts = {
                key: parts[key].decode("utf-8") for key in (DOCUMENT, STYLES, RELATIONSHIPS, CONTENT_TYPES)
            }
        except PackageError as error:
            raise TemplateError(f"模板“{name}”打不开：{error}。") from None
        except (KeyError, UnicodeDecodeError):
            raise TemplateError(f"模板“{name}”不是 Word 文件（.docx），里面没有正文。") from None
        self.numbering = parts[NUMBERING].decode("utf-8") if NUMBERING in parts else None
        self.sheet = Sheet.read(self.texts[DOCUMENT], self.texts[STYLES])
        self._faces = mixed_faces(self.texts[STYLES])
        flowing = {
            key: part.decode("utf-8")
            for key, part in parts.items()
            if _FLOWING.fullmatch(key) and _has_tags(part)
        }
        self.needs_docxtpl = any(_NEEDS_DOCXTPL.search(_bare(source)) for source in flowing.values())
        self._order = list(parts)
        self._static = {
            key: deflate(key, part) for key, part in parts.items() if key not in flowing and key != _CORE
        }
        patched = cache.remember(data, lambda: {key: _patch(source) for key, source in flowing.items()})
        self._programs = {
            key: Program(f"{name} {_spoken(key)}", source, body_environment())
            for key, source in patched.items()
        }
        if _CORE in parts:
            core = parts[_CORE].decode("utf-8")
            self._programs[_CORE] = Program(f"{name} 文档属性", core, property_environment())

    def render(
        self, context: dict[str, Any], replaced: Mapping[str, bytes], added: Mapping[str, bytes]
    ) -> bytes:
        """Fill the template.

        Args:
            context: What its tags name.
            replaced: Parts that stand in for the template's own.
            added: Parts that the template does not have, behind its own.
        """
        rendered = self._render_flowing(context)
        parts: list[Part] = []
        for key in self._order:
            if key in replaced:
                parts.append(deflate(key, replaced[key], FAST))
            elif key in rendered:
                parts.append(deflate(key, rendered[key], FAST))
            elif key in self._programs:
                parts.append(deflate(key, self._programs[key].render(context).encode("utf-8"), FAST))
            else:
                parts.append(self._static[key])
        parts += [deflate(key, data, FAST) for key, data in added.items()]
        return write_package(parts)

    def _render_flowing(self, context: dict[str, Any]) -> dict[str, bytes]:
        """Every part with tags in it, rendered by our programs or, where they do not reach, by docxtpl."""
        flowing = [key for key in self._programs if key != _CORE]
        if self.needs_docxtpl:
            by_docxtpl = read_package(self.render_by_docxtpl(context))
            rendered = {key: by_docxtpl[key].decode("utf-8") for key in flowing}
        else:
            rendered = {key: self._programs[key].render(context) for key in flowing}
        if self._faces:
            rendered = {key: settle_faces(xml, self._faces) for key, xml in rendered.items()}
        return {key: xml.encode("utf-8") for key, xml in rendered.items()}

    def render_by_docxtpl(self, context: dict[str, Any]) -> bytes:
        """The template rendered by docxtpl itself: slower, with everything docxtpl knows."""
        from docxtpl import DocxTemplate

        template = DocxTemplate(io.BytesIO(_without_properties(self._data)))
        template.render(context, jinja_env=body_environment())
        result = io.BytesIO()
        template.save(result)
        return result.getvalue()


def _without_properties(data: bytes) -> bytes:
    """The template with no tags in its properties: docxtpl would escape what they show once too often."""
    parts = read_package(data)
    if _CORE in parts:
        parts[_CORE] = re.sub(rb"\{\{.*?\}\}", b"", parts[_CORE])
    return write_package(deflate(key, part) for key, part in parts.items())


def _has_tags(part: bytes) -> bool:
    return _TAG.search(_bare(part.decode("utf-8"))) is not None


def _bare(xml: str) -> str:
    """The characters of a part without markup, so that a tag that Word split over runs is whole."""
    return re.sub(r"<[^>]+>", "", xml)


def _patch(xml: str) -> str:
    from docxtpl import DocxTemplate

    patched: str = DocxTemplate(io.BytesIO()).patch_xml(xml)
    return patched


def _spoken(part: str) -> str:
    if part.startswith("word/header"):
        return "页眉"
    return "页脚" if part.startswith("word/footer") else "正文"
