"""Pieces of triggers: a trigger is a necessary condition, so a class has to have all that it stands for."""

import sys
import unicodedata

import pytest
import re2

from stetlint.language import raw

LETTERS = {"Lu", "Ll", "Lt", "Lm", "Lo"}


@pytest.mark.parametrize(
    ("letters", "categories"),
    [
        (raw.LETTERS, LETTERS),
        (raw.CAPITALS, {"Lu"}),
        (raw.SMALL_LETTERS, {"Ll"}),
        (raw.WORD, LETTERS | {"Nd", "Nl", "No"}),
    ],
)
def test_classes_have_all_that_they_stand_for(letters, categories):
    meant = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in categories]
    missing = re2.compile(f"[{letters}]").sub("", "".join(meant))
    assert [f"U+{ord(char):04X}" for char in missing] == []
