"""Rules of tables."""

from officegen.packs.build.markup import w
from officegen.standard import units


def border(side: str, thickness: float) -> str:
    """Write the rule on one side of a table or cell.

    Args:
        side: ``top``, ``left``, ``bottom``, ``right``, ``insideH`` or ``insideV``.
        thickness: In points; 0 for no rule.

    Returns:
        The element, named after the side.
    """
    if not thickness:
        return w(side, val="nil")
    return w(side, val="single", sz=units.eighth_points(thickness), space=0, color="000000")
