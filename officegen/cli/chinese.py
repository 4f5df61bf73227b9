"""The words that typer says by itself, in Chinese."""

from __future__ import annotations

import re

_HELP = (
    (r"(?m)^Usage:", "用法："),
    (r"(?m)^Arguments:", "参数："),
    (r"(?m)^Options:", "选项："),
    (r"(?m)^Commands:", "命令："),
    (r"Show this message and exit\.", "显示这份说明。"),
    (r"\[OPTIONS\]", "[选项]"),
    (r"\{(\w+)\}", r"\1"),
    (r"(?i) <(?:list\[)?(?:str|path|int)\]?>", ""),
    (r"COMMAND \[ARGS\]\.\.\.", "命令 …"),
    (r"\[required\]", "[必填]"),
    (r"\[default: ", "[默认："),
)

_VALUE = r"Invalid value(?: for '?(?P<what>[^':]+)'?)?: "

_USAGE = (
    (
        r"No such option:? '?(?P<what>[^' ]+)'?.*?(?:\(Possible options: |Did you mean )'?(?P<near>[^'?)]+).*",
        "没有“{what}”这个选项。是不是 {near}？",
    ),
    (r"No such option:? '?(?P<what>[^' ]+)'?\.?", "没有“{what}”这个选项。"),
    (
        r"No such command '(?P<what>[^']+)'.*Did you mean '?(?P<near>[^'?]+).*",
        "没有“{what}”这个命令。是不是 {near}？",
    ),
    (r"No such command '(?P<what>[^']+)'\.?", "没有“{what}”这个命令。"),
    (r"Missing command\.?", "请写明命令。"),
    (r"Missing (?:argument|option|parameter) '?(?P<what>[^']+?)'?\.(?: .*)?", "缺少“{what}”。"),
    (
        r"Option '?(?P<what>[^' ]+)'? requires (?:an argument|\d+ arguments)\.?",
        "选项“{what}”后面要写内容。",
    ),
    (r"Option '?(?P<what>[^' ]+)'? does not take a value\.?", "选项“{what}”后面不用写内容。"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((?P<what>.*)\)", "多写了“{what}”。"),
    (rf"{_VALUE}.*(?:a valid|not a valid) (?:integer|int|float|number).*", "“{what}”要写数。"),
    (rf"{_VALUE}.*greater than or equal to (?P<least>\S+)", "“{what}”不能小于{least}。"),
    (rf"{_VALUE}.*less than or equal to (?P<most>\S+)", "“{what}”不能大于{most}。"),
    (rf"{_VALUE}.*not in the range (?P<range>\S+?)\.?", "“{what}”超出了范围（{range}）。"),
    (rf"{_VALUE}(?P<why>.*)", "“{what}”的内容不对（{why}）。"),
)
"""What typer says of a wrong call, in the wording of its versions so far."""


def translate_help(text: str) -> str:
    """A help text with its headings in Chinese."""
    for english, chinese in _HELP:
        text = re.sub(english, chinese, text)
    return text


def translate_usage_error(error: Exception) -> str:
    """What was wrong with the call; typer's own words where they are not known here."""
    context = getattr(error, "ctx", None)
    said: str = error.format_message() if hasattr(error, "format_message") else str(error)
    if "\n" in said:
        return said
    for english, chinese in _USAGE:
        if match := re.fullmatch(english, said):
            said = chinese.format(**match.groupdict(default=""))
            break
    command = context.command_path if context else "officegen"
    return f"{said}用法见：{command} --help"
