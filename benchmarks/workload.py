"""The document that the benchmarks render: a speech of ordinary length with headings on three levels and a table."""

from __future__ import annotations

from typing import Any

SENTENCE = "创建全国文明城市是提升城市品质、增进民生福祉的重要抓手，各级各部门要提高站位、压实责任，确保各项任务落到实处。"


def speech(paragraphs: int = 60, table: bool = True) -> dict[str, Any]:
    """A speech as a form would give it.

    Args:
        paragraphs: How many paragraphs its body has, a fifth of them headings.
        table: Whether a table of 12 rows and 4 columns closes it.
    """
    lines = []
    for index in range(paragraphs):
        if index % 20 == 0:
            lines.append("提高站位，充分认识创建工作的重要意义" if index else "肯定成绩，坚定决战决胜的信心")
            lines[-1] = f"{'一二三四五六七八九十'[index // 20 % 10]}、{lines[-1]}"
        elif index % 5 == 0:
            lines.append(f"（{'一二三四'[index % 20 // 5]}）补齐短板弱项。{SENTENCE}")
        else:
            lines.append(SENTENCE + f"今年要完成{index}个老旧小区的整治。")
    body: list[Any] = ["\n".join(lines)]
    if table:
        rows = [[f"{row}", "整治背街小巷", "城市管理局", f"{row}月底前"] for row in range(1, 13)]
        body.append({"columns": ["序号", "任务", "责任单位", "完成时限"], "rows": rows})
    return {
        "title": "在全区文明城市创建工作会议上的讲话",
        "speaker": "周海涛",
        "post": "区委副书记、区长",
        "date": "2025-03-20",
        "salutation": "同志们：",
        "body": body,
        "closing": "谢谢大家！",
    }
