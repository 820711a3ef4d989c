"""repetition-loop: thresholds, places, and how long it takes."""

import pytest

from stetlint.language.loops import Repeats
from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.doubled_word import DoubledWord
from stetlint_rules.repetition_loop import RepetitionLoop


def found(text, lang="en", rule=RepetitionLoop):
    return [finding.place.text for finding in lint(rule, Bad(text, lang=lang))]


def test_repeats_are_exact():
    items = "x a b a b a b y y".split()
    assert list(Repeats(items).find([1, 2], [1, 4])) == [(7, 9, 1), (1, 7, 2)]
    assert list(Repeats([]).find([1, 2], [1, 4])) == []


@pytest.mark.parametrize(
    ("text", "loop"),
    [
        ("We met in spring spring spring there.", "spring spring spring"),
        ("We met in spring spring there.", None),
        ("Spring, summer, summer, summer.", None),
        ("See the hall, the hall, the hall, the hall.", "the hall, the hall, the hall, the hall"),
        ("See the hall, the hall, the hall.", None),
        ("He went to the old town to the old town.", None),
        (
            "He went straight to the little town straight to the little town.",
            "straight to the little town straight to the little town",
        ),
        ("It was late, it was late, it was late, and dark.", None),
        ("a b a b a b a b", None),
    ],
)
def test_thresholds(text, loop):
    assert found(text) == ([loop] if loop else [])


def test_position_over_wrapped_lines_with_crlf():
    (finding,) = lint(RepetitionLoop, Bad("🙂 He saw the\r\nhouse house\r\nhouse there."))
    assert finding.place[2:] == (2, 1, 3, 6, "house house\r\nhouse")


def test_lines_of_a_poem_and_cells_of_a_table_are_left_alone():
    assert found("Down by the river we lay.  \nDown by the river we lay.  \nDown by the river we lay.") == []
    assert found("| a | b |\n| --- | --- |\n| house house house | sea sea sea |") == []


def test_inline_code_parts_a_loop():
    assert found("house `x` house `x` house `x` house") == []


def test_doubled_word_is_silent_where_a_word_stands_three_times():
    assert found("He saw the house house house there.", rule=DoubledWord) == []
    assert found("He saw the house house there.", rule=DoubledWord) == ["house house"]
