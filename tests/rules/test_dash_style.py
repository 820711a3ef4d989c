"""dash-style: positions, kinds of dashes, the ratio, and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.dash_style import DashStyle

EM = "One—two—three—four.\n\n"


def found(text, **options):
    return [finding.place.text for finding in lint(DashStyle, Bad(text, options=options))]


def test_position_behind_crlf_tab_entity_and_emoji():
    (finding,) = lint(DashStyle, Bad("One—two—three—four.\r\n\t👍 &amp; five – six\r\n"))
    place = finding.place
    assert (place.line, place.column, place.end_column, place.text) == (2, 14, 17, " – ")


@pytest.mark.parametrize("dash", [" - ", " -- ", "--", " – ", " — "])
def test_kinds(dash):
    assert found(EM + f"Five{dash}six.") == [dash]


@pytest.mark.parametrize(
    "text",
    [
        "Five-six and 5–6 and 7 - 8.",
        "# Five - six",
        "| Five - six |\n|---|\n| a - b |",
        "- Five - it is explained",
        "The end –\n\n– the start",
        "See `a` - `b` and `a -- b`.",
    ],
)
def test_what_is_no_dash_of_a_sentence(text):
    assert found(EM + text) == []


def test_the_ratio_is_an_option():
    text = EM + "Five – six – seven."
    assert found(text) == []
    assert found(text, ratio=1) == [" – ", " – "]


def test_it_is_off_by_default():
    assert not DashStyle.is_default
