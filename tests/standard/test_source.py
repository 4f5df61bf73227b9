"""A wrong data file says where it is wrong."""

from pathlib import Path

import pytest

import officegen.standard
from officegen.standard import StandardError, load, parse

TEXT = Path(officegen.standard.__file__).with_name("gbt9704.toml").read_text(encoding="utf-8")


def test_the_file_is_read_once() -> None:
    assert load() is load()
    assert parse(TEXT) == load()


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('id = "GB/T 9704-2012"', "id = ", "not TOML"),
        ('id = "GB/T 9704-2012"', 'name = "GB/T 9704-2012"', "top level: unknown key name"),
        ("height = 10", "", r"rules\.fill_in_row: missing key height"),
        ("height = 10", "height = 10\nwidth = 3", r"rules\.fill_in_row: unknown key width"),
        ("height = 10", 'height = "10"', r"rules\.fill_in_row\.height: '10' is not float"),
        ("lines = 22", "lines = 22.5", r"rules\.type_area\.lines: 22\.5 is not int"),
        ("grid = true", "grid = 1", r"pages\.gbt33476\.grid: 1 is not bool"),
        (
            'line = "single"',
            'line = "double"',
            r"elements\.figure\.line: 'double' is not float or one of body",
        ),
        ('face = "kai"', 'face = "fraktur"', r"elements\.subtitle\.face: there is no \[faces\.fraktur\]"),
        ("[pages.ink37]", "[pages]\nink37 = 3\n[pages.other]", r"pages\.ink37: expected a table, got 3"),
    ],
)
def test_a_wrong_file_names_the_place(right: str, wrong: str, message: str) -> None:
    with pytest.raises(StandardError, match=message):
        parse(TEXT.replace(right, wrong, 1))
