"""What a department chose where the standard leaves a choice."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Self, cast

from officegen.standard.model import Option, Page
from officegen.standard.source import load

_SAME = "same"


def _text_default(key: str) -> str:
    return cast("str", load().layout[key].default)


def _flag_default(key: str) -> bool:
    return cast("bool", load().layout[key].default)


@dataclass(frozen=True, slots=True)
class Layout:
    """The options of ``[layout]`` in ``pack.toml``; what is not said is the standard's default.

    Attributes:
        page: Key of the page profile.
        latin: Font of digits and Latin letters; ``same`` sets them in the Chinese face.
        byline: ``name-first`` or ``date-first``, the order of the lines under a speech's title.
        second_level_bold: Whether （一） headings are bold.
    """

    page: str = field(default_factory=lambda: _text_default("page"))
    latin: str = field(default_factory=lambda: _text_default("latin"))
    byline: str = field(default_factory=lambda: _text_default("byline"))
    second_level_bold: bool = field(default_factory=lambda: _flag_default("second_level_bold"))

    def __post_init__(self) -> None:
        for option in load().layout.values():
            _check(option, getattr(self, option.key))

    @classmethod
    def from_mapping(cls, values: Mapping[str, object]) -> Self:
        """Build a layout from the ``[layout]`` table of a pack.

        Args:
            values: Option names and values, as they were written.

        Returns:
            The layout.

        Raises:
            ValueError: There is no such option, or it may not have this value; the message is Chinese and
                says what may be written.
        """
        known = [each.name for each in fields(cls)]
        for key in values:
            if key not in known:
                raise ValueError(_unknown(key, known))
        return cls(**cast("dict[str, Any]", values))

    @property
    def latin_font(self) -> str | None:
        """Font of digits and Latin letters; None where they take the Chinese face."""
        return None if self.latin == _SAME else self.latin

    @property
    def profile(self) -> Page:
        """The page profile."""
        return load().pages[self.page]


def _unknown(key: str, known: list[str]) -> str:
    import difflib  # only mistakes need it

    nearest = difflib.get_close_matches(key, known, n=1)
    suggestion = f"是不是 {nearest[0]}？" if nearest else ""
    return f"没有版式选项 {key}。{suggestion}可用的选项：{'、'.join(_named(load().layout[k]) for k in known)}"


def _check(option: Option, value: object) -> None:
    choices = load().choices(option)
    if isinstance(option.default, bool):
        accepted, allowed = isinstance(value, bool), "true 或 false"
    elif choices:
        accepted = isinstance(value, str) and value in choices
        allowed = "、".join(f"{key}（{label}）" for key, label in choices.items())
    else:
        accepted = isinstance(value, str) and value.isprintable() and bool(value.strip())
        allowed = option.hint
    if not accepted:
        raise ValueError(f"版式选项 {_named(option)}的值 {_written(value)} 不对，可以写：{allowed}")


def _named(option: Option) -> str:
    return f"{option.key}（{option.title}）"


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)
