"""Puts a template together."""

from officegen.package import deflate, write_package
from officegen.packs.build import parts
from officegen.packs.build.geometry import page_setup
from officegen.packs.build.markup import root, w
from officegen.packs.build.sheet import Sheet
from officegen.packs.build.skeletons import SKELETONS
from officegen.packs.build.styles import styles_part
from officegen.standard import Layout


def build_template(kind: str, layout: Layout | None = None) -> bytes:
    """Build the default template of a kind.

    Args:
        kind: Name of the kind, such as ``meeting-notice``.
        layout: What a department chose; the standard's defaults when None.

    Returns:
        The .docx file; the same arguments always give the same bytes.

    Raises:
        ValueError: There is no default template for this kind.
    """
    if kind not in SKELETONS:
        raise ValueError(f"没有文种 {kind} 的默认模板，有的是：{'、'.join(SKELETONS)}")
    layout = layout or Layout()
    section = w("sectPr", parts.footer_references() + page_setup(layout))
    body = SKELETONS[kind](Sheet(layout)) + section
    written = {
        "[Content_Types].xml": parts.content_types(),
        "_rels/.rels": parts.package_relationships(),
        "docProps/core.xml": parts.core_properties(),
        "docProps/app.xml": parts.extended_properties(),
        "word/document.xml": root("document", w("body", body)),
        "word/_rels/document.xml.rels": parts.document_relationships(),
        "word/styles.xml": styles_part(layout),
        "word/settings.xml": parts.settings(),
        "word/fontTable.xml": parts.font_table(layout),
        **{f"word/{file}": parts.footer(pages) for pages, file in parts.FOOTERS.items()},
    }
    return write_package(deflate(name, text.encode("utf-8")) for name, text in written.items())
