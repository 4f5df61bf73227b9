"""The way from a field of a document to its line in the form, and to its name in messages.

Paths are walked leniently: what a path says more than the file (the tag of a union, a list where one value
was typed, a field that is missing) is passed over, so that the nearest place above is found.

Loaded only when there is something to say of a form.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo

from officegen.documents.document import Path
from officegen.documents.fields import Part, label_of
from officegen.reading.places import Place


class Step(NamedTuple):
    """One step of a path, as people name it.

    Attributes:
        keys: The keys that a file may use for it; empty for a place in a list.
        number: The place in a list, from 0; None for a key.
        shown: How messages name it.
        info: The declaration of the field; None where it is no field.
    """

    keys: tuple[str, ...]
    number: int | None
    shown: str
    info: FieldInfo | None = None


def trace(model: type[Part], path: Path) -> list[Step]:
    """Follow a path of field names, indices and tags through the declarations of a model."""
    steps: list[Step] = []
    models = [model]
    for name in path:
        if isinstance(name, int):
            steps.append(Step((), name, f"第{name + 1}项"))
            continue
        tagged = [each for each in models if each.__name__.lower() == name.lower()]
        owner = next((each for each in models if name in each.model_fields), None)
        # Only between several models can a name be the tag that tells them apart before it is a field.
        if tagged and (owner is None or len(models) > 1):
            models = tagged
        elif owner is not None:
            info = owner.model_fields[name]
            steps.append(Step((label_of(name, info), name), None, owner.both_names(name), info))
            models = list(parts_in(info.annotation))
        elif steps and steps[-1].info and get_origin(steps[-1].info.annotation) is dict:
            steps.append(Step((name,), None, f"“{name}”"))
    return steps


def parts_in(annotation: Any) -> Iterator[type[Part]]:
    """Every kind of part that a field may hold."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from parts_in(argument)


def nearest_place(place: Place, steps: list[Step]) -> Place:
    """The place to which steps lead, or the nearest above it that is in the file."""
    for step in steps:
        if step.number is not None:
            found = place.items[step.number] if step.number < len(place.items) else None
        else:
            found = next((place.keys[key] for key in step.keys if key in place.keys), None)
        place = found or place
    return place


def name_of(steps: list[Step]) -> str:
    """Steps as messages show them: 会议安排（sessions）第1项 时间（time）."""
    text = ""
    for step in steps:
        text += step.shown if step.number is not None or not text else f" {step.shown}"
    return text
