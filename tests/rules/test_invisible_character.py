"""invisible-character: positions, what has a use, the rule's own file, and time."""

from pathlib import Path

import pytest

import stetlint_rules.invisible_character as module
from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.invisible_character import INVISIBLE, InvisibleCharacter


def found(text, lang="en"):
    return [finding.place.text for finding in lint(InvisibleCharacter, Bad(text, lang=lang))]


def test_the_source_has_none_itself():
    text = Path(module.__file__).read_text(encoding="utf-8")
    assert INVISIBLE.search(text) is None


def test_position_with_crlf_tab_entity_and_emoji():
    (finding,) = lint(InvisibleCharacter, Bad("One\r\n\t\U0001f44d &amp; a\u200b\u200bb\r\n"))
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (2, 11, 13)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "en"),
        ("He wrote \u05e9\u05dc\u05d5\u05dd and C++\u200e there", "en"),
        ("\u4e2d\u200b\u6587", "zh"),
        ("no\u2060-\u2060break", "en"),
        ("\U0001f926\U0001f3fd\u200d\u2642\ufe0f", "en"),
        ("*a*\u200b*b*", "en"),
        ("U+200B (\u200b) and BOM \ufeff", "en"),
    ],
)
def test_use(text, lang):
    assert found(text, lang) == []


def test_byte_order_mark_at_the_start_is_none():
    assert found("\ufeff# Title\n") == []
    assert found("# Title\n\nText\ufeff here\n") == ["\ufeff"]
