"""Is a Word file sound where schema validators do not look?

Each check is a generator of complaints in plain words; `structural_errors` runs them all.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from tests.support.docx_text import text_of
from tests.support.package import CONTENT_TYPES, NAMESPACES, Package, Relationship, local_name, qn

_STYLE_REFERENCES = {
    "w:pStyle": "paragraph",
    "w:rStyle": "character",
    "w:tblStyle": "table",
}

_BLOCKS = frozenset({qn("w:p"), qn("w:tbl"), qn("w:sdt"), qn("w:customXml")})

_MUST_BE_USED = frozenset({"header", "footer", "image", "hyperlink", "chart", "oleObject"})
"""Kinds of relationship that are nothing without an r:id; Word finds styles and the like by their kind."""

_TEMPLATE_MARKS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|｛｛|｝｝|｛%|%｝|｛％|％｝")

_PART_NAMES_KEPT_APART = re.compile(r"\\|^/|(^|/)\.\.?(/|$)")


def structural_errors(docx: bytes) -> list[str]:
    """Everything that is wrong with the file; an empty list is a sound one."""
    try:
        package = Package.read(docx)
    except zipfile.BadZipFile as error:
        return [f"not a zip: {error}"]
    errors = [error for check in _PACKAGE_CHECKS for error in check(package)]
    if not any(
        rel.kind == "officeDocument" and rel.target in package.trees for rel in package.relationships("")
    ):
        return [*errors, "_rels/.rels: no main document"]
    return errors + [error for check in _DOCUMENT_CHECKS for error in check(package)]


# The package ------------------------------------------------------------------------------------------------


def _names(package: Package) -> Iterator[str]:
    for name, count in Counter(package.names).items():
        if count > 1:
            yield f"{name}: stands {count} times in the zip"
        if _PART_NAMES_KEPT_APART.search(name):
            yield f"{name}: not a part name"


def _well_formed(package: Package) -> Iterator[str]:
    for name, reason in package.broken.items():
        yield f"{name}: {reason}"


def _content_types(package: Package) -> Iterator[str]:
    types = package.trees.get(CONTENT_TYPES)
    if types is None:
        yield f"{CONTENT_TYPES}: missing"
        return
    extensions = {item.get("Extension", "").lower() for item in types.iter(qn("ct:Default"))}
    overrides = {item.get("PartName", "").lstrip("/") for item in types.iter(qn("ct:Override"))}
    for name in package.parts:
        if name not in (CONTENT_TYPES, *overrides) and name.rpartition(".")[2].lower() not in extensions:
            yield f"{name}: no content type"
    for name in sorted(overrides - package.parts.keys()):
        yield f"{CONTENT_TYPES}: names {name}, which does not exist"


def _relationships(package: Package) -> Iterator[str]:
    for part in ("", *package.parts):
        relationships = package.relationships(part)
        where = part or "the package"
        for rel in relationships:
            if rel.external:
                yield f"{where}: {rel.id} points outside, to {rel.target}"
            elif rel.target not in package.parts:
                yield f"{where}: {rel.id} ({rel.kind}) points to {rel.target}, which does not exist"
        for repeated in _repeated(rel.id for rel in relationships):
            yield f"{where}: relationship {repeated} stands more than once"
        if part in package.trees and not part.endswith(".rels"):
            yield from _references(part, package.trees[part], relationships)
    for name in package.parts:
        if name.endswith(".rels") and (source := _source(name)) and source not in package.parts:
            yield f"{name}: belongs to {source}, which does not exist"


def _references(part: str, tree: etree._Element, relationships: list[Relationship]) -> Iterator[str]:
    prefix = f"{{{NAMESPACES['r']}}}"
    used = {
        str(value): local_name(element)
        for element in tree.iter(etree.Element)
        for name, value in element.attrib.items()
        if str(name).startswith(prefix)
    }
    known = {rel.id for rel in relationships}
    for identifier, element in used.items():
        if identifier not in known:
            yield f"{part}: {element} uses {identifier}, which is no relationship"
    for rel in relationships:
        if rel.kind in _MUST_BE_USED and rel.id not in used:
            yield f"{part}: {rel.id} ({rel.kind}, {rel.target}) is used nowhere"


def _source(rels: str) -> str:
    """The part whose relationships these are."""
    folder, _, name = rels.rpartition("_rels/")
    return folder + name.removesuffix(".rels")


# The document -----------------------------------------------------------------------------------------------


def _blocks(package: Package) -> Iterator[str]:
    """Cells end with a paragraph, the body with its one section, and nothing has bare text."""
    for part, tree in package.stories():
        for cell in tree.iter(qn("w:tc")):
            blocks = [child.tag for child in cell if child.tag in _BLOCKS]
            if blocks[-1:] != [qn("w:p")]:
                yield f"{part}: a w:tc does not end with w:p, after {_before(cell)!r}"
        for element in tree.iter(qn("w:body"), qn("w:tc"), qn("w:p"), qn("w:r"), qn("w:tr"), qn("w:tbl")):
            if any((text or "").strip() for text in (element.text, *(child.tail for child in element))):
                yield f"{part}: text directly in w:{local_name(element)}"
    body = package.trees[package.main()].find(qn("w:body"))
    if body is None or not len(body):
        yield f"{package.main()}: no body"
    elif [child.tag for child in body if child.tag == qn("w:sectPr")] != [body[-1].tag]:
        yield f"{package.main()}: w:sectPr is not the one last child of w:body"


def _styles(package: Package) -> Iterator[str]:
    styles = package.related("styles")
    defined = _ids(styles, "w:style", "w:styleId", "w:type")
    for repeated in _repeated(_values(styles, "w:style", "w:styleId")):
        yield f"styles: {repeated} is defined more than once"
    for part, tree in package.trees.items():
        for tag, kind in _STYLE_REFERENCES.items():
            for style in sorted(set(_values(tree, tag, "w:val"))):
                if defined.get(style) != kind:
                    yield f"{part}: {tag} {style}: no such {kind} style"
    for tag in ("w:basedOn", "w:next", "w:link"):
        for style in sorted(set(_values(styles, tag, "w:val")) - defined.keys()):
            yield f"styles: {tag} {style}: no such style"


def _numbering(package: Package) -> Iterator[str]:
    numbering = package.related("numbering")
    abstract = set(_values(numbering, "w:abstractNum", "w:abstractNumId"))
    lists = set(_values(numbering, "w:num", "w:numId"))
    for wanted in sorted(set(_values(numbering, "w:abstractNumId", "w:val")) - abstract):
        yield f"numbering: a w:num uses abstract list {wanted}, which is not defined"
    for part, tree in package.trees.items():
        used = {
            number
            for properties in tree.iter(qn("w:numPr"))
            for number in _values(properties, "w:numId", "w:val")
        }
        for wanted in sorted(used - lists - {"0"}):
            yield f"{part}: list {wanted} is not defined"


def _unique_ids(package: Package) -> Iterator[str]:
    stories = [tree for _, tree in package.stories()]
    for repeated in _repeated(item for tree in stories for item in _plain_ids(tree, "wp:docPr")):
        yield f"wp:docPr id {repeated} stands more than once"
    starts = [item for tree in stories for item in _values(tree, "w:bookmarkStart", "w:id")]
    ends = [item for tree in stories for item in _values(tree, "w:bookmarkEnd", "w:id")]
    for repeated in _repeated(starts):
        yield f"bookmark id {repeated} stands more than once"
    for repeated in _repeated(
        name for tree in stories for name in _values(tree, "w:bookmarkStart", "w:name")
    ):
        yield f"bookmark name {repeated} stands more than once"
    for lone in sorted(set(starts) ^ set(ends)):
        yield f"bookmark {lone} has no start or no end"


def _fields(package: Package) -> Iterator[str]:
    for part, tree in package.stories():
        for error in _field_errors(tree):
            yield f"{part}: {error}"


def _field_errors(tree: etree._Element) -> Iterator[str]:
    """Every complex field: begin, instruction, separate, a result, end; they may nest."""
    open_fields: list[list[str]] = []  # what each open field has had so far
    for element in tree.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        kind = element.get(qn("w:fldCharType")) or local_name(element)
        if kind == "begin":
            open_fields.append([])
        elif not open_fields:
            if kind != "t":
                yield f"field {kind} outside a field"
        elif kind == "end":
            had = open_fields.pop()
            if had[:2] != ["instrText", "separate"] or "t" not in had[2:]:
                yield f"field with {', '.join(had) or 'nothing'} and end: begin, separate, result, end needed"
            if open_fields:
                open_fields[-1].append("t")
        elif not (kind == "instrText" and open_fields[-1][-1:] == ["instrText"]):
            open_fields[-1].append(kind)
    for had in open_fields:
        yield f"field never ended, after {', '.join(had) or 'begin'}"


def _text(package: Package) -> Iterator[str]:
    for part, tree in package.stories():
        for element in tree.iter(qn("w:t"), qn("w:instrText")):
            text = element.text or ""
            if any(unicodedata.category(character) == "Cc" for character in text):
                yield f"{part}: control character or line end in w:t {text!r}"
            if text != text.strip(" ") and element.get("{http://www.w3.org/XML/1998/namespace}space") is None:
                yield f"{part}: {text!r} loses its outer spaces without xml:space"
        for paragraph in tree.iter(qn("w:p")):
            if _TEMPLATE_MARKS.search(text_of(paragraph)):
                yield f"{part}: template mark left in {text_of(paragraph)!r}"
    for part, tree in package.trees.items():
        if part.startswith("docProps/") and _TEMPLATE_MARKS.search("".join(_texts(tree))):
            yield f"{part}: template mark left"


def _theme_fonts(package: Package) -> Iterator[str]:
    for part, tree in package.trees.items():
        names = {str(name) for fonts in tree.iter(qn("w:rFonts")) for name in fonts.attrib}
        for name in sorted(name.rpartition("}")[2] for name in names if name.lower().endswith("theme")):
            yield f"{part}: w:rFonts with {name}"


# Helpers ----------------------------------------------------------------------------------------------------


def _values(tree: etree._Element | None, tag: str, attribute: str) -> list[str]:
    """The attribute's values on all elements of that tag, in document order."""
    elements = [] if tree is None else tree.iter(qn(tag))
    return [value for element in elements if (value := element.get(qn(attribute))) is not None]


def _plain_ids(tree: etree._Element, tag: str) -> list[str]:
    """The values of the attribute `id` without namespace."""
    return [element.get("id", "") for element in tree.iter(qn(tag))]


def _ids(tree: etree._Element | None, tag: str, key: str, value: str) -> dict[str, str]:
    elements = [] if tree is None else tree.iter(qn(tag))
    return {element.get(qn(key), ""): element.get(qn(value), "") for element in elements}


def _repeated(items: Iterable[str]) -> list[str]:
    return [item for item, count in Counter(items).items() if count > 1]


def _texts(tree: etree._Element) -> Iterator[str]:
    for text in tree.itertext():
        yield text if isinstance(text, str) else text.decode()


def _before(cell: etree._Element) -> str:
    """The text of the cell's row, to find it by."""
    row = cell.getparent()
    assert row is not None
    return " ".join(text_of(paragraph) for paragraph in row.iter(qn("w:p")))


_PACKAGE_CHECKS: tuple[Callable[[Package], Iterator[str]], ...] = (
    _names,
    _well_formed,
    _content_types,
    _relationships,
)

_DOCUMENT_CHECKS: tuple[Callable[[Package], Iterator[str]], ...] = (
    _blocks,
    _styles,
    _numbering,
    _unique_ids,
    _fields,
    _text,
    _theme_fonts,
)
