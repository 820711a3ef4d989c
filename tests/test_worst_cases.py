"""Text made to be hard: every rule gets through it, and finds what is there.

How long it takes is told by benchmarks/worst_cases.py, whose inputs these are.
"""

from collections import Counter
from itertools import product

import pytest

from stetlint.config import FileSettings, options_of
from stetlint.engine import Linter
from stetlint.readers import FORMATS, get
from stetlint.registry import load
from stetlint.source import Source
from worst_cases import INPUTS, OF_ALL_INPUTS, OF_FIELDS, OF_FORMATS, Input, copy

SIZE = 5_000
RULES = {id: rule(options_of(rule, {})) for id, rule in load().items() if not rule.is_external}


def found(name, format="markdown"):
    """Return how often each rule finds something."""
    text = INPUTS[name].text(SIZE)
    settings = FileSettings(INPUTS[name].lang, True, frozenset(RULES), {})
    linter = Linter(RULES.values())
    report = linter.finish([linter.check(Source("x", text.encode()), settings, format)])
    assert report.problems == []
    return Counter(finding.rule for finding in report.findings)


@pytest.mark.parametrize("format", OF_ALL_INPUTS)
@pytest.mark.parametrize("name", INPUTS)
def test_no_rule_fails(name, format):
    found(name, format)


@pytest.mark.parametrize("format", OF_FIELDS)
@pytest.mark.parametrize("name", ["only marks", "words in straight quotes", "mojibake"])
def test_copy_in_fields_is_all_there(name, format):
    source = Source("x", copy(format, INPUTS[name], SIZE).encode())
    content = get(format).read(source, "en")
    assert content.complaints in ((), [])
    assert sum(len(segment.text) for segment in content.segments) > SIZE / 8


@pytest.mark.parametrize(
    "name",
    ["one letter", "one capital", "one sentence", "quoted lines", "digits", "line breaks"],
)
def test_nothing_is_wrong(name):
    assert not found(name)


@pytest.mark.parametrize("name", ["one word", "two words", "one name", "CJK"])
def test_one_loop_is_one_finding(name):
    assert found(name)["repetition-loop"] == 1


@pytest.mark.parametrize(
    ("name", "rule", "in_each", "before"),
    [
        ("answers of a machine", "machine-chatter", 1, 0),
        ("entities", "escaped-entity", 1, 0),
        ("invisible characters", "invisible-character", 1, 0),
        ("lost characters", "replacement-character", 1, 1),
        ("marks apart", "stray-punctuation", 1, 1),
        ("tags of a translator", "leaked-placeholder", 3, 0),
        ("words in stars", "broken-markup", 1, 1),
    ],
)
def test_each_piece_is_found(name, rule, in_each, before):
    input = INPUTS[name]
    pieces = input.text(SIZE).removeprefix(input.before).count(input.piece)
    assert pieces > 50
    assert found(name)[rule] == in_each * pieces + before


@pytest.mark.parametrize("format", FORMATS)
def test_every_character_maps_back(format):
    inputs = [Input(piece, before) for before, piece in product(*OF_FORMATS.get(format, ((), ())))]
    for input in (*inputs, *(INPUTS.values() if format in OF_ALL_INPUTS else ())):
        source = Source("x", input.text(SIZE).encode())
        for segment in get(format).read(source, "en").segments:
            for start, end, span in segment.prose.verbatim_in(0, len(segment.text)):
                assert source.text[span.start : span.end] == segment.text[start:end], input


def test_each_format_has_inputs():
    assert OF_FORMATS.keys() | set(OF_ALL_INPUTS) == FORMATS.keys()
