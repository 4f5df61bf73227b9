"""What was understood of a document: as data for programs, as a tree for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from officegen.documents.blocks import Block, Figure
from officegen.documents.document import Document
from officegen.documents.entries import Entry, entries
from officegen.documents.table import Table
from officegen.documents.text import plain

_SCALARS = ("speaker", "post", "organization", "occasion", "date", "salutation", "closing")
_LISTS = ("addressees", "issuers")


def as_json(document: Document) -> dict[str, Any]:
    """A document as ``officegen outline --json`` shows it; the keys are the same for every kind."""
    walked = list(entries(document.main_text()))
    blocks = [entry.block for entry in walked]
    blocks += [block for attachment in document.attachments for block in _blocks_in(attachment.body)]
    view: dict[str, Any] = {"kind": document.kind, "title": document.title}
    view |= {name: _scalar(getattr(document, name, None)) for name in _SCALARS}
    view |= {name: list(getattr(document, name, None) or ()) for name in _LISTS}
    view["entries"] = [_entry(entry) for entry in walked if not isinstance(entry.block, Table | Figure)]
    view["tables"] = [table_rows(block) for block in blocks if isinstance(block, Table)]
    return view


def _scalar(value: object) -> str | None:
    return None if value is None else str(value)


def _blocks_in(blocks: list[Block]) -> Iterator[Any]:
    return (entry.block for entry in entries(blocks))


def _entry(entry: Entry) -> dict[str, Any]:
    heading = None if entry.heading is None else plain(entry.heading).removesuffix("。")
    return {
        "level": entry.level,
        "depth": entry.depth,
        "label": entry.label,
        "heading": heading,
        "text": plain(entry.text or ""),
        "starts_paragraph": entry.starts_paragraph,
    }


def table_rows(table: Table) -> list[list[str]]:
    """The rows of a table as text, the header first; places that a merged cell covers are empty."""
    rows = [[plain(name) for name in table.columns]] if table.columns else []
    covered = [0] * table.width
    for row in table.rows:
        line: list[str] = []
        cells = iter(row)
        while len(line) < table.width:
            if covered[len(line)]:
                covered[len(line)] -= 1
                line.append("")
                continue
            cell = next(cells)
            for column in range(len(line), len(line) + cell.columns):
                covered[column] = cell.rows - 1
            line += [plain(cell.text), *[""] * (cell.columns - 1)]
        rows.append(line)
    return rows + [[""] * table.width for _ in range(table.blank_rows)]


_INDENT = "  "
_LONGEST = 30


def as_tree(document: Document) -> str:
    """A document as an indented tree, long texts shortened."""
    return "\n".join(_tree(document))


def _tree(document: Document) -> Iterator[str]:
    yield f"{document.label}：{_short(document.title, len(document.title))}"
    for name in type(document).model_fields:
        if name in (*_SCALARS, *_LISTS) and (value := getattr(document, name)):
            shown = "，".join(value) if isinstance(value, list) else str(value)
            yield f"{_INDENT}{document.both_names(name)}：{shown}"
    yield f"{_INDENT}正文"
    yield from _branches(document.main_text(), 2)
    for number, attachment in enumerate(document.attachments, start=1):
        yield f"{_INDENT}附件{number}：{attachment.title}"
        yield from _branches(attachment.body, 2)


def _branches(blocks: list[Block], indent: int) -> Iterator[str]:
    for entry in entries(blocks):
        yield _INDENT * (indent + entry.depth - 1) + _leaf(entry)


def _leaf(entry: Entry) -> str:
    """One entry on one line: its mark, its heading, the beginning of its text."""
    block = entry.block
    if isinstance(block, Table):
        rows = len(block.rows) + block.blank_rows
        caption = f"{block.caption}，" if block.caption else ""
        return f"〔表格：{caption}{block.width}列{rows}行〕{_short('｜'.join(block.columns))}"
    if isinstance(block, Figure):
        return f"〔图片：{block.image}〕{block.caption or ''}"
    heading = plain(entry.heading or "")
    text = _short(plain(entry.text or ""))
    return f"{entry.label}{heading}{'　' if heading and text else ''}{text}"


def _short(text: str, longest: int = _LONGEST) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= longest else line[:longest] + "…"
