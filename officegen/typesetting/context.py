"""What a template's tags name: every field of a document under both its names, and what is set from it.

What few documents need, such as a masthead, is loaded when one does: a command line starts anew for each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from officegen.documents.attachment import Attachment
from officegen.documents.dates import write_date
from officegen.documents.document import Document
from officegen.documents.fields import Part, label_of
from officegen.typesetting.flow import BodySetter
from officegen.typesetting.markup import Finished, kept_with_next, paragraph, run
from officegen.typesetting.sheet import Sheet
from officegen.typesetting.titles import break_title

DERIVED = {
    "body": "正文",
    "issuing_mark": "发文机关标志",
    "document_number": "发文字号",
    "attachment_note": "附件说明",
    "signoff": "落款",
}
"""What typesetting adds to a document's own fields, by English and Chinese tag."""


class Listing(list[Any]):
    """A list that shows itself joined by ，, so that a template may print it or go through it."""

    def __str__(self) -> str:
        return "，".join(map(str, self))


def build_context(document: Document, sheet: Sheet, setter: BodySetter) -> dict[str, Any]:
    """Everything that the tags of a template may name."""
    context = _both_names(document)
    supplied = {"title": break_title(document.title, _title_width(sheet)), **document.supplied()}
    for name, value in supplied.items():
        context[name] = context[label_of(name, type(document).model_fields[name])] = value
    note, signoff = _attachment_note(document.attachments, sheet), _signoff(document, sheet)
    derived: dict[str, Any] = {
        # Neither a sign-off nor a closing line may stand on a page without text.
        "body": setter.set(
            document.main_text(), goes_on=bool(note or signoff or getattr(document, "closing", ""))
        ),
        "issuing_mark": Finished(""),
        "document_number": None,
        "attachment_note": Finished(note),
        "signoff": Finished(signoff),
    }
    masthead = getattr(document, "masthead", None)
    if masthead is not None:
        from officegen.typesetting.masthead import set_issuing_mark

        derived["issuing_mark"] = Finished(set_issuing_mark(masthead, sheet))
        derived["document_number"] = str(masthead.document_number) if masthead.document_number else None
    for name, value in derived.items():
        context[name] = context[DERIVED[name]] = value
    pages = [
        _attachment_page(index, attachment, document.attachments, sheet, setter)
        for index, attachment in enumerate(document.attachments, start=1)
        if attachment.body
    ]
    context["attachments"] = context["附件"] = pages
    return context


def _title_width(sheet: Sheet) -> float:
    return sheet.width / sheet.title_size


def _both_names(part: Part) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for name, label, rule in _plan(type(part)):
        value = _shown(getattr(part, name))
        if rule and value:
            value = rule(value)
        shown[name] = shown[label] = value
    return shown


@cache
def _plan(model: type[Part]) -> tuple[tuple[str, str, Callable[[object], str] | None], ...]:
    """Name, label and way of showing of each field; what is set apart from the fields is left out."""
    return tuple(
        (name, label_of(name, info), _SHOWN_BY_NAME.get(name))
        for name, info in model.model_fields.items()
        if name not in ("body", "attachments")
    )


def _shown(value: Any) -> Any:
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, date):
        return write_date(value)
    if isinstance(value, Part):
        return str(value) if "__str__" in vars(type(value)) else _both_names(value)
    if isinstance(value, list | tuple):
        return Listing([_shown(item) for item in value])
    if isinstance(value, Mapping):
        return {key: _shown(item) for key, item in value.items()}
    return value


def _with_colon(value: object) -> str:
    """Addressees and salutations end with a full-width colon (7.3.2)."""
    text = str(value).rstrip(" \u3000")
    return text if text.endswith("：") else text.removesuffix(":") + "："


def _with_stop(value: object) -> str:
    """Copy-to ends with 。 (7.4.2)."""
    text = str(value)
    return text if text.endswith("。") else text + "。"


def _without_brackets(value: object) -> str:
    """An annotation's brackets stand in the template (7.3.6)."""
    text = str(value)
    if text[:1] in "（(" and text[-1:] in "）)":
        return text[1:-1]
    return text


_SHOWN_BY_NAME: dict[str, Callable[[object], str]] = {
    "addressees": _with_colon,
    "salutation": _with_colon,
    "copy_to": _with_stop,
    "annotation": _without_brackets,
}


def _signoff(document: Document, sheet: Sheet) -> str:
    issuers = getattr(document, "issuers", None)
    if issuers is None:
        return ""
    from officegen.typesetting.signoff import set_signoff

    sealed = bool(getattr(document, "seal", False))
    signoff = set_signoff(issuers, getattr(document, "date", None), sealed, sheet)
    return kept_with_next(signoff) if getattr(document, "annotation", None) else signoff


def _attachment_note(attachments: Sequence[Attachment], sheet: Sheet) -> str:
    """附件：1.××× 2.××× (7.3.4); one attachment alone carries no number."""
    if len(attachments) == 1:
        return paragraph(sheet.style("附件说明"), run(f"附件：{attachments[0].title}"), "<w:keepNext/>")
    return "".join(
        paragraph(
            sheet.style("附件说明首项" if number == 1 else "附件说明续项"),
            run(f"{'附件：' if number == 1 else ''}{number}.{attachment.title}"),
            "<w:keepNext/>",
        )
        for number, attachment in enumerate(attachments, start=1)
    )


def _attachment_page(
    number: int, attachment: Attachment, all_of_them: Sequence[Attachment], sheet: Sheet, setter: BodySetter
) -> dict[str, Any]:
    page: dict[str, Any] = {}
    title = break_title(attachment.title, _title_width(sheet))
    own_number = str(number) if len(all_of_them) > 1 else ""
    body = setter.set(attachment.body)
    for names, value in (
        (("number", "序号"), own_number),
        (("title", "标题"), title),
        (("body", "正文"), body),
    ):
        page |= dict.fromkeys(names, value)
    return page
