"""Lengths of the standard in the units that WordprocessingML counts in."""

_TWIPS_PER_POINT = 20
_POINTS_PER_MILLIMETRE = 72 / 25.4


def twips_from_points(points: float) -> int:
    """Return a length in points as twips, twentieths of a point."""
    return round(points * _TWIPS_PER_POINT)


def points_from_millimetres(millimetres: float) -> float:
    """Return a length in millimetres as points."""
    return millimetres * _POINTS_PER_MILLIMETRE


def twips_from_millimetres(millimetres: float) -> int:
    """Return a length in millimetres as twips."""
    return twips_from_points(points_from_millimetres(millimetres))


def half_points(points: float) -> int:
    """Return a font size in points as half-points (``w:sz``)."""
    return round(points * 2)


def eighth_points(points: float) -> int:
    """Return the thickness of a rule in points as eighths of a point (``w:sz`` of a border)."""
    return round(points * 8)
