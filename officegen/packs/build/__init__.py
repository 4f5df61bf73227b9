"""Builds the default templates from the standard."""

from officegen.packs.build.skeletons import SKELETONS
from officegen.packs.build.template import build_template

KINDS = tuple(SKELETONS)
"""Names of the kinds that have a default template."""

__all__ = ["KINDS", "build_template"]
