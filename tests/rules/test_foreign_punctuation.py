"""foreign-punctuation: positions, mentions, and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import fix, lint
from stetlint_rules.foreign_punctuation import ForeignPunctuation


def found(text, lang="en"):
    return [finding.place.text for finding in lint(ForeignPunctuation, Bad(text, lang=lang))]


def test_position_with_crlf_tab_entity_and_emoji():
    (finding,) = lint(ForeignPunctuation, Bad("One\r\n\t👍 &amp; two，three\r\n\r\nFour\r\n"))
    place = finding.place
    assert (place.line, place.column, place.end_column) == (2, 13, 14)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("It costs 1，000：see（here）now。", "It costs 1,000: see (here) now."),
        ("At 10：30 it is 5％。", "At 10:30 it is 5%."),
        ("「Yes」，he said！", '"Yes", he said!'),
        ("《War》and【Peace】.", "“War” and [Peace]."),
    ],
)
def test_blanks_of_the_fix(text, fixed):
    assert fix(text, lint(ForeignPunctuation, Bad(text))) == fixed


def test_the_language_of_the_text_decides():
    assert found("¿Cómo estás?") == []
    assert found("¿Как дела?", "ru") == ["¿"]
    assert found("¿Como estás?", "gl") == []
    assert found("Sie sagte «Come here at once».", "de") == []


def test_code_in_the_marks_own_script_is_right():
    assert found("```\n# 数组 length，k\nx = s.split('，')\n```") == []
    assert found("```\n# length，k\n```") == ["，"]
