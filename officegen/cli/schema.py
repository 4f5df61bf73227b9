"""``officegen schema``: the JSON Schema of a kind, for editors."""

from __future__ import annotations

from officegen.cli import options
from officegen.cli.console import tell


def schema(kind: options.KindName) -> None:
    """输出表单的 JSON Schema，编辑器可以用它提示和检查。"""
    import json

    from officegen.documents.kinds import find_kind
    from officegen.documents.schema import json_schema

    tell(json.dumps(json_schema(find_kind(kind).model), ensure_ascii=False, indent=2))
