"""What every kind of document is: fields, a main text, and faults and doubts that can be told from them."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from officegen.documents.attachment import Attachment
from officegen.documents.blocks import Block, Section
from officegen.documents.entries import entries, number_gaps
from officegen.documents.fields import Part, Read, entry
from officegen.documents.text import Text, as_list

MAX_DEPTH = 4
"""GB/T 9704-2012 7.3.3 knows four levels."""

Path = tuple[str | int, ...]
"""Where a value stands in a document, in field names: ``("sessions", 0, "time")``."""

KIND_KEYS = ("kind", "文种")
"""The keys under which a form says what kind of document it is."""


class Remark(NamedTuple):
    """Something about a document that a person should look at.

    Attributes:
        code: What it is, in English, stable.
        path: Where it stands.
        message: What there is to see, a Chinese sentence.
    """

    code: str
    path: Path
    message: str


Title = Annotated[Text, Field(min_length=1)]
"""A title says something."""


def title_entry(example: str | None = None) -> FieldInfo:
    """Declare the title of a kind, with an example of its own."""
    return entry("标题", "标题；在哪里回行由软件排定，自己换了行就照自己的。", example=example)


class Document(Part):
    """A document of some kind.

    A kind is a subclass: it names itself, declares its fields, and says what its main text is.
    """

    kind: ClassVar[str]
    """The English name of the kind, also the file name of its template."""

    title: Annotated[Title, title_entry()]
    attachments: Annotated[
        list[Attachment],
        Read(as_list),
        entry("附件", "附件，按顺序写；有内容的各自另起一页。", example=["参会人员名单"], offered=False),
    ] = Field(default=[])

    @model_validator(mode="before")
    @classmethod
    def _fits_kind(cls, data: Any) -> Any:
        """Take the kind's own name out of a form; it says which model to use, not what the document says."""
        if not isinstance(data, Mapping):
            return data
        fields = dict(data)
        for key in KIND_KEYS:
            if key in fields and fields.pop(key) not in (cls.kind, cls.label, None):
                raise PydanticCustomError(
                    "other_kind",
                    "这是“{label}”，表单里写的文种却是“{given}”。",
                    {"label": cls.label, "given": data[key]},
                )
        return fields

    @model_validator(mode="after")
    def _has_no_faults(self) -> Self:
        faults = list(self.faults())
        if faults:
            raise PydanticCustomError(
                "faults",
                "{messages}",
                {
                    "messages": "\n".join(fault.message for fault in faults),
                    "faults": [(fault.path, fault.message) for fault in faults],
                },
            )
        return self

    def main_text(self) -> list[Block]:
        """The blocks that stand at the template's one body tag."""
        raise NotImplementedError

    def supplied(self) -> dict[str, object]:
        """What templates show in place of a field as it was written, by the field's name."""
        return {}

    def faults(self) -> Iterator[Remark]:
        """Contradictions that are certain; a document with any cannot be made."""
        yield from ()

    def doubts(self) -> Iterator[Remark]:
        """What looks wrong but may be meant; the document is made all the same."""
        blocks = self.main_text()
        if any(isinstance(entry.block, Section) and entry.depth > MAX_DEPTH for entry in entries(blocks)):
            yield Remark(
                "too-deep",
                ("body",),
                f"层次超过了{MAX_DEPTH}层，国标只有一、（一）1.（1）四层，再往下的序号会重复。",
            )
        for label, expected in number_gaps(blocks):
            yield Remark("missing-number", ("body",), f"序号“{label}”接不上前文，按顺序应是“{expected}”。")
        for index, attachment in enumerate(self.attachments):
            if not attachment.body:
                yield Remark(
                    "attachment-without-content",
                    ("attachments", index),
                    f"附件“{attachment.title}”没有内容，只列入附件说明，不另起页。",
                )
