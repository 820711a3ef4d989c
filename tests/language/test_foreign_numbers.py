"""Fractions, days and times as another language writes them, and their look-alikes."""

import pytest

from stetlint.language.foreign_numbers import days, fractions, pairs


@pytest.mark.parametrize(
    ("lang", "text", "right"),
    [
        ("en", "about 8,3 billion", ["8.3"]),
        ("en", "some 8.3 billion, 1,200 million and 3,5 eggs", []),
        ("de", "mit 8.3 Millionen", ["8,3"]),
        ("de", "Abschnitt 3.2 Prozent und Quote", []),
        ("de-CH", "mit 8.3 Millionen", []),
        ("ru", "на 6.5 процента", ["6,5"]),
        ("ru", "в главе 6.5 процент", []),
        ("es", "unos 8.3 millones", []),  # right in Mexico
        ("ja", "約8.3 million", []),
    ],
)
def test_fractions(lang, text, right):
    assert [slip.right for slip in fractions(text, lang)] == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("on 22. July", ["22"]),
        ("until the 3. March", ["3"]),
        ("on Sunday the 19th. July but", ["19th"]),
        ("on the 19th. July was hot", []),
        ("number 22. July was hot", []),
        ("on 32. July", []),
        ("on 22. Julia came", []),
    ],
)
def test_days(text, right):
    assert [slip.right for slip in days(text, "en")] == right
    assert list(days(text, "de")) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("at 14: 00", ["14:00"]),
        ("9: 30 p.m.", ["9:30"]),
        ("by 1: 10 of them", []),
        ("at 14: 75", []),
        ("of 10: 30, 11: 30", []),
        ("a ratio of 1: 20", ["1:20"]),
        ("won (3: 0)", ["3:0"]),
        ("{0: 10, 1: 20} and Address 1: 10.0.0.1", []),
        ("à 14: 00", ["14:00"]),
    ],
)
def test_pairs(text, right):
    assert [slip.right for slip in pairs(text)] == right
    for slip in pairs(text):
        assert text[slip.start : slip.end].replace(" ", "") == slip.right
