"""How a field is declared, once, and how its two names come to mean the same.

From one declaration come the English and the Chinese key of forms, both tags in templates, the JSON
Schema, the commented form of ``officegen new``, and the labels in errors.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Read:
    """Brings what a form says into shape before it is checked, inside ``Annotated``.

    pydantic's own BeforeValidator does the same, but looks at the function's signature wherever it is used,
    and a command line that starts anew for each document pays for that.

    Args:
        function: Makes, of what was typed, what pydantic then checks.
        typed: The JSON Schema of what may be typed, where it differs from what is checked.
    """

    __slots__ = ("_function", "_typed")

    def __init__(self, function: Callable[[Any], Any], typed: dict[str, Any] | None = None) -> None:
        self._function = function
        self._typed = typed

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._function, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self._typed) if self._typed else handler(schema)


def entry(label: str, meaning: str, *, example: Any = None, offered: bool = True) -> FieldInfo:
    """Declare a field, inside ``Annotated``.

    Args:
        label: The Chinese name, which users see and may type.
        meaning: One Chinese sentence that explains it.
        example: A value as one would write it in a form.
        offered: Whether ``officegen new`` fills the example in; otherwise it stands there as a comment.
    """
    extra: dict[str, Any] = {} if offered else {"x-officegen-offered": False}
    examples = None if example is None else [example]
    info: FieldInfo = Field(title=label, description=meaning, examples=examples, json_schema_extra=extra)
    return info


def label_of(name: str, info: FieldInfo) -> str:
    """The Chinese name of a field, or its English name where it was given none."""
    return info.title or name


def is_offered(info: FieldInfo) -> bool:
    """Whether a new form shows the field filled in rather than commented out."""
    extra = info.json_schema_extra
    return not (isinstance(extra, Mapping) and extra.get("x-officegen-offered") is False)


def nearest(word: str, words: list[str]) -> str | None:
    """The known word most like a mistyped one, or None where nothing is near."""
    from difflib import get_close_matches  # only mistakes need it

    close = get_close_matches(word, words, n=1, cutoff=0.5)
    return close[0] if close else None


def is_blank(value: object) -> bool:
    """Whether a form's value says nothing: absent, null, or nothing but white space."""
    return value is None or (isinstance(value, str) and not value.strip())


class Part(BaseModel):
    """A piece of a document whose fields go by English and by Chinese keys."""

    # Validators are built when first used: a command line that reads one speech need not pay for notices.
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True)

    label: ClassVar[str] = ""
    """What the part is called in Chinese."""

    short_form: ClassVar[str] = ""
    """The field that a plain value stands for: ``附件: 参会回执`` means its title; empty where none may."""

    @classmethod
    @cache
    def names_by_key(cls) -> dict[str, str]:
        """Field name by every key that a form may use for it."""
        keys = {label_of(name, info): name for name, info in cls.model_fields.items()}
        return keys | {name: name for name in cls.model_fields}

    @classmethod
    def both_names(cls, name: str) -> str:
        """A field as messages show it: ``会议地点（place）``."""
        info = cls.model_fields.get(name)
        return f"{label_of(name, info)}（{name}）" if info else name

    @model_validator(mode="before")
    @classmethod
    def _read_keys(cls, data: Any) -> Any:
        """Bring Chinese keys to field names, refuse unknown ones, and drop empty optionals."""
        if not isinstance(data, Mapping):
            return {cls.short_form: data} if cls.short_form and not isinstance(data, Part) else data
        names, given = cls.names_by_key(), {}
        if unknown := [str(key) for key in data if key not in names]:
            raise cls._unknown_keys(unknown)
        for key, value in data.items():
            name = names[key]
            if is_blank(value):
                continue
            if name in given:
                raise PydanticCustomError(
                    "given_twice",
                    "“{field}”写了两次，请只留一处。",
                    {"field": cls.both_names(name), "key": str(key)},
                )
            given[name] = value
        return given

    @classmethod
    def _unknown_keys(cls, keys: list[str]) -> PydanticCustomError:
        said = [(key, f"没有“{key}”这一项。{cls._remedy(key)}") for key in keys]
        return PydanticCustomError(
            "unknown_keys",
            "{messages}",
            {"messages": "\n".join(message for _, message in said), "said": said},
        )

    @classmethod
    def _remedy(cls, key: str) -> str:
        names = cls.names_by_key()
        if close := nearest(key, list(names)):
            return f"是不是“{cls.both_names(names[close])}”？"
        return "可以写的有：" + "、".join(label_of(n, i) for n, i in cls.model_fields.items()) + "。"

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed, checked anew."""
        values = {name: getattr(self, name) for name in self.model_fields_set}
        return type(self).model_validate(values | changes)
