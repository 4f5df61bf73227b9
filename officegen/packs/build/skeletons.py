"""What the template of each kind holds, from the first paragraph to the last."""

from collections.abc import Callable

from officegen.packs.build.colophon import colophon
from officegen.packs.build.sheet import Sheet

Skeleton = Callable[[Sheet], str]


def address(sheet: Sheet) -> str:
    """Write the body of what is read aloud at a meeting, a 讲话稿 or a 表态发言."""
    speaker = sheet.when("单位", sheet.paragraph("byline", "{{ 单位 }}")) + _speaker(sheet)
    date = sheet.when("日期", sheet.paragraph("speech_date", "（{{ 日期 }}）"))
    under_title = date + speaker if sheet.layout.byline == "date-first" else speaker + date
    return "".join(
        [
            sheet.paragraph("title", "{{ 标题 }}"),
            sheet.when("副标题", sheet.paragraph("subtitle", "{{ 副标题 }}")),
            under_title,
            _addressed(sheet, "称呼", "salutation"),
            sheet.paragraph("body", "{{p 正文 }}"),
            sheet.when("结束语", sheet.paragraph("body", "{{ 结束语 }}")),
            sheet.paragraph("attachment_note", "{{p 附件说明 }}"),
            _attachments(sheet),
        ]
    )


def meeting_notice(sheet: Sheet) -> str:
    """Write the body of a 会议通知."""
    return "".join(
        [
            sheet.paragraph("issuing_mark", "{{p 发文机关标志 }}"),
            sheet.when(
                "版头",
                sheet.when("发文字号", sheet.paragraph("document_number", "{{ 发文字号 }}")),
                sheet.paragraph("red_line"),
            ),
            sheet.paragraph("title", "{{ 标题 }}"),
            _addressed(sheet, "主送机关", "addressees"),
            sheet.paragraph("body", "{{p 正文 }}"),
            sheet.paragraph("attachment_note", "{{p 附件说明 }}"),
            sheet.paragraph("date_of_issue", "{{p 落款 }}"),
            sheet.when("附注", sheet.paragraph("annotation", "（{{ 附注 }}）")),
            _attachments(sheet),
            sheet.when("版记", colophon(sheet)),
        ]
    )


SKELETONS: dict[str, Skeleton] = {"meeting-notice": meeting_notice, "speech": address, "pledge": address}
"""The kinds that have a default template, by name."""


def _speaker(sheet: Sheet) -> str:
    return "".join(
        [
            sheet.directive("if 职务 and 发言人"),
            sheet.paragraph("byline", "{{ 职务 }}　{{ 发言人 }}"),
            sheet.directive("elif 职务 or 发言人"),
            sheet.paragraph("byline", "{{ 职务 or 发言人 }}"),
            sheet.directive("endif"),
        ]
    )


def _addressed(sheet: Sheet, tag: str, key: str) -> str:
    """Write whom the text addresses, one line below the title; where it is nobody, that line alone."""
    return "".join(
        [
            sheet.directive(f"if {tag}"),
            sheet.paragraph(key, f"{{{{ {tag} }}}}"),
            sheet.directive("else"),
            sheet.paragraph("blank_line"),
            sheet.directive("endif"),
        ]
    )


def _attachments(sheet: Sheet) -> str:
    return "".join(
        [
            sheet.directive("for 项 in 附件"),
            sheet.paragraph("attachment_mark", "附件{{ 项.序号 }}"),
            sheet.paragraph("attachment_title", "{{ 项.标题 }}"),
            sheet.paragraph("body", "{{p 项.正文 }}"),
            sheet.directive("endfor"),
        ]
    )
