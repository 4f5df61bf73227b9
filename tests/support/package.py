"""A .docx as what it is: a zip of parts, each with a content type and relationships."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import NamedTuple

from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"

NAMESPACES = {
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}


def qn(name: str) -> str:
    """`w:p` as lxml writes it, with the namespace in braces."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def local_name(element: etree._Element) -> str:
    """`p` of `w:p`."""
    return element.tag.rpartition("}")[2]


class Relationship(NamedTuple):
    """One relationship of a part; `target` is the name of a part, or an address where it is external."""

    id: str
    kind: str
    """The last word of its type, as in `header`."""
    target: str
    external: bool


@dataclass(frozen=True)
class Package:
    """The parts of a Word file; a name that comes twice has its last content, as Word reads it."""

    names: tuple[str, ...]
    parts: dict[str, bytes]

    @classmethod
    def read(cls, docx: bytes) -> Package:
        """Open the bytes of a Word file.

        Raises:
            zipfile.BadZipFile: it is not a zip.
        """
        with zipfile.ZipFile(BytesIO(docx)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            return cls(
                tuple(entry.filename for entry in entries),
                {entry.filename: archive.read(entry) for entry in entries},
            )

    @cached_property
    def broken(self) -> dict[str, str]:
        """XML parts that cannot be parsed, and why."""
        return {name: tree for name, tree in self._parsed.items() if isinstance(tree, str)}

    @cached_property
    def trees(self) -> dict[str, etree._Element]:
        """The root of every well-formed XML part."""
        return {name: tree for name, tree in self._parsed.items() if not isinstance(tree, str)}

    def relationships(self, part: str) -> list[Relationship]:
        """Where `part` points; `""` asks for the package's own."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if tree is None:
            return []
        return [self._relationship(item, folder) for item in tree.iter(qn("pr:Relationship"))]

    def main(self) -> str:
        """The name of the main document part."""
        return next(rel.target for rel in self.relationships("") if rel.kind == "officeDocument")

    def stories(self) -> Iterator[tuple[str, etree._Element]]:
        """The parts that hold paragraphs: the document, then headers, footers, notes and comments by name."""
        main = self.main()
        yield main, self.trees[main]
        for name in sorted(rel.target for rel in self.relationships(main)):
            if name in self.trees and local_name(self.trees[name]) in (
                "hdr",
                "ftr",
                "footnotes",
                "endnotes",
                "comments",
            ):
                yield name, self.trees[name]

    def related(self, kind: str) -> etree._Element | None:
        """The tree of the main document's only `styles`, `numbering` …; None where it has none."""
        targets = [rel.target for rel in self.relationships(self.main()) if rel.kind == kind]
        return self.trees.get(targets[0]) if targets else None

    @staticmethod
    def _relationship(item: etree._Element, folder: str) -> Relationship:
        target = item.get("Target", "")
        external = item.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return Relationship(item.get("Id", ""), item.get("Type", "").rpartition("/")[2], target, external)

    @cached_property
    def _parsed(self) -> dict[str, etree._Element | str]:
        return {
            name: _parse(content) for name, content in self.parts.items() if name.endswith((".xml", ".rels"))
        }


def _parse(content: bytes) -> etree._Element | str:
    """The root element, or what is wrong with the XML."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return f"not well-formed: {error.msg}"
    return "has a DOCTYPE" if b"<!DOCTYPE" in content else root
