"""compound-drift: which form is reported, where, and beside which."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.compound_drift import CompoundDrift


def found(text, **keywords):
    return [(f.place.line, f.place.column, f.place.text) for f in lint(CompoundDrift, Bad(text, **keywords))]


def test_the_rarer_form_is_reported_with_the_places_of_the_other():
    text = "# Chile-led talks\r\n\r\nIn **Chilean**-led talks\r\nand a Chile-led one.\r\n"
    (finding,) = lint(CompoundDrift, Bad(text))
    assert (finding.place.line, finding.place.column, finding.place.text) == (3, 6, "Chilean**-led")
    assert finding.suggestions == ("Chile-led",)
    assert [(p.line, p.column) for p in finding.related] == [(1, 3), (4, 7)]
    assert finding.message.endswith("(1 against 2): choose one form")


def test_of_two_the_later_one():
    assert found("Iranian-backed, then Iran-backed") == [(1, 22, "Iran-backed")]


@pytest.mark.parametrize(
    "text",
    [
        "Cuba-led; Cuban-backed",
        "un-American-led; American-led-ish Chile-led",
        "Iran-based and Iranian-based",
        "`Iran-led` and Iranian-led",
    ],
)
def test_no_drift(text):
    assert found(text) == []


def test_other_languages_are_not_looked_at():
    assert found("Iran-led, Iranian-led", lang="de") == []
