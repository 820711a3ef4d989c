"""The defects that benchmarks/mutations.py injects: each is described, and stands where the change says."""

import random

import pytest

from defects import BAD, DEFECTS, END, Change, Page
from mutations import Bench
from stetlint.registry import load

TEXT = """# The tower

The lamp burns at night, and the ships (of all sizes) see it. The keeper said “I come soon” to the guests.

In the `lamp` room there is **oil** for a month, as [the guide](https://example.org/guide) says. It is warm.
"""
PAGE = Page("tower.md", TEXT, "en", "markdown")


def test_every_defect_has_a_rule_and_says_what_an_engine_does():
    assert {defect.rule for defect in DEFECTS} <= load().keys()
    assert all(defect.does.endswith(".") for defect in DEFECTS)


def test_damage_is_where_the_change_says():
    change = Change(4, 6, f"a{BAD}bc{END}d{BAD}e{END}")
    assert change.text == "abcde"
    assert change.damage == [(5, 7), (8, 9)]


@pytest.mark.parametrize("defect", [d for d in DEFECTS if d.languages("en")], ids=lambda defect: defect.name)
def test_changes_leave_the_rest_of_the_page_as_it_was(defect):
    for change in defect.places(PAGE, random.Random(1)):
        assert change.damage
        assert 0 <= change.start <= change.end <= len(TEXT)
        assert change.text != TEXT[change.start : change.end]


def test_what_a_change_brings_is_found_and_nothing_else():
    dice = random.Random(1)
    (defect,) = (defect for defect in DEFECTS if defect.name == "comma twice")
    bench = Bench()
    changes = list(defect.places(PAGE, dice))
    assert changes
    for change in changes:
        assert [finding.place.text for finding in bench.new(PAGE, change)] == [",,"]
