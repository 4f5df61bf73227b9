"""``officegen kinds``: which kinds of document there are."""

from __future__ import annotations

from officegen.cli.console import tell


def kinds() -> None:
    """列出所有文种。"""
    from officegen.documents.kinds import kinds as registered

    for kind in registered():
        tell(f"{kind.label}（{kind.name}）")
