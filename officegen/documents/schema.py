"""JSON Schema of a kind, by which an editor completes and explains the fields of a form in Chinese."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from officegen.documents.document import KIND_KEYS, Document
from officegen.documents.fields import Part, label_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[Document]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the forms of a kind: every field under both its names."""
    return model.model_json_schema(schema_generator=_FormSchema)


class _FormSchema(GenerateJsonSchema):
    """Describes what may be typed in a form, where pydantic would describe what a document holds."""

    schema_dialect = DIALECT

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        """The whole schema, saying which dialect it is written in."""
        return {"$schema": self.schema_dialect, **super().generate(schema, mode)}

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
