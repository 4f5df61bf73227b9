"""JSON Schema of a kind, by which an editor completes and explains the fields of a form in Chinese."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from officegen.documents.blocks import BODY_MARK, pieces_adapter
from officegen.documents.document import KIND_KEYS, Document
from officegen.documents.fields import Part, label_of

_BODY = "body"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[Document]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the forms of a kind: every field under both its names."""
    return model.model_json_schema(schema_generator=_FormSchema)


class _PartSchema(GenerateJsonSchema):
    """Describes what may be typed in a form, where pydantic would describe what a document holds."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's own signature
        """Only labels are titles; names need no second spelling."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A part: both names of each field, and the plain value that may stand for the whole."""
        described = super().model_schema(schema)
        model = schema["cls"]
        if not issubclass(model, Part):
            return described
        described = _both_names(model, described)
        if not model.short_form:
            return described
        short = described["properties"][model.short_form]
        return {"title": described["title"], "anyOf": [short, described]}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """One value may stand where a list is wanted: that is what a list is looked at beforehand for."""
        inner = super().function_before_schema(schema)
        return {"anyOf": [inner, inner["items"]]} if inner.get("type") == "array" else inner

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Blocks are told apart by their keys, and a few keys are common to several."""
        described = super().tagged_union_schema(schema)
        return {"anyOf": described["oneOf"]} if "oneOf" in described else described

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Without the default: an editor would offer to type nothing."""
        return self.generate_inner(schema["schema"])


class _FormSchema(_PartSchema):
    """The same for a whole form, with what a body may hold written out once."""

    schema_dialect = DIALECT

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        """The whole schema, saying which dialect it is written in."""
        described = super().generate(schema, mode)
        pieces = _PartSchema(self.by_alias, self.ref_template).generate(pieces_adapter().core_schema, mode)
        definitions = {**pieces.pop("$defs"), **described.get("$defs", {}), _BODY: pieces}
        whole = {"$schema": self.schema_dialect, **described, "$defs": definitions}
        referred: JsonSchemaValue = _refer_to_body(whole)
        return referred


def _refer_to_body(described: Any) -> Any:
    """The schema with every body referring to the one definition of it."""
    if isinstance(described, list):
        return [_refer_to_body(item) for item in described]
    if not isinstance(described, dict):
        return described
    rest = {key: _refer_to_body(value) for key, value in described.items() if key != BODY_MARK}
    if BODY_MARK not in described:
        return rest
    return {key: value for key, value in rest.items() if key != "anyOf"} | {"$ref": f"#/$defs/{_BODY}"}


def _both_names(model: type[Part], described: JsonSchemaValue) -> JsonSchemaValue:
    properties: dict[str, Any] = {}
    required = []
    if issubclass(model, Document):
        kind = {"title": "文种", "description": "文种 — 这是哪一种公文。", "enum": [model.label, model.kind]}
        properties |= dict.fromkeys(reversed(KIND_KEYS), kind)
    for name, info in model.model_fields.items():
        label = label_of(name, info)
        field = {
            key: value for key, value in described["properties"][name].items() if not key.startswith("x-")
        }
        field |= {"title": label, "description": f"{label} — {info.description or name}"}
        properties |= {label: field, name: field}
        if info.is_required():
            required.append({"anyOf": [{"required": [label]}, {"required": [name]}]})
    changed: JsonSchemaValue = {
        "title": model.label or model.__name__,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return changed | ({"allOf": required} if required else {})
