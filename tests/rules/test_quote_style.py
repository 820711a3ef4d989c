"""quote-style: positions, languages, scope, what keeps its own marks, and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import fix, lint
from stetlint_rules.quote_style import QuoteStyle


def found(text, lang="en", **options):
    return [finding.place.text for finding in lint(QuoteStyle, Bad(text, lang=lang, options=options))]


def test_position_behind_crlf_tab_entity_and_emoji():
    (finding,) = lint(QuoteStyle, Bad('One\r\n\t👍 &amp; “two" three\r\n'))
    place = finding.place
    assert (place.line, place.column, place.end_column, place.text) == (2, 10, 15, '“two"')


def test_marks_may_be_entities():
    assert found('A &ldquo;word" here.') == ['&ldquo;word"']


def test_the_rarer_style_in_the_document_is_reported():
    others = 'Say "a".\n\nSay "b".\n\n'
    assert found(others + 'Both “this” and "that".') == ["“this”"]
    assert found('Say “a”.\n\nSay “b”.\n\nBoth “this” and "that".') == ['"that"']


def test_a_single_one_among_many():
    many = 'A "word" here.\n\n' * 10
    assert found(many + "A “slip” here.") == ["“slip”"]
    assert found(many + "A “slip” here.\n\nA “second” there.") == []
    assert found(many[17:] + "A “slip” here.") == []


def test_a_fix_leaves_markup_alone():
    text = 'A “one” and “two”, a "**third**" and "four".'
    assert fix(text, lint(QuoteStyle, Bad(text))) == 'A “one” and “two”, a "**third**" and “four”.'


@pytest.mark.parametrize(
    "text",
    [
        '“One "two" three.”',
        'A 10" and a 12" board, and “words”.',
        'The empty "" and “words”.',
        'A "word".\n\nA “word”.\n\nA “word”.\n\nA “word”.',
        "`a=“b”` is code.",
        'A <span title="one">word</span> and “two”.',
        "It’s “the ’90s”.",
    ],
)
def test_right_marks(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("lang", "text", "wrong"),
    [
        ("pl", 'Jest „a” i „b” oraz "c".', ['"c"']),
        ("pl", "„a”\n\n„b”\n\n„c”\n\n“d”", ["“d”"]),
        ("pl", 'Pisze „a" i „b" oraz „c".', []),
        ("ru", 'Это «раз», «два» и "три".', ['"три"']),
        ("fr", "Un « a », un “b” et un « c ».", []),
        ("sv", "Ett ”a”, ett ”b” och ”c”.\n\nEtt “d”.", ["“d”"]),
        ("de-CH", "Ein «a» und ein „b“.", []),
        ("ja", '「a」と“b”と"c"', []),
        ("es", 'Un «a», un “b” y otro «c», más "d".', ['"d"']),
    ],
)
def test_languages(lang, text, wrong):
    assert found(text, lang) == wrong


def test_marks_in_code_are_reported_once():
    assert found('Set "a" and "b" to key=“value” or == “other”.') == ["“value”", "“other”"]


def test_scope_is_an_option():
    text = 'A “word”.\n\nA “word”.\n\nA "word".'
    assert found(text) == []
    assert found(text, scope="document") == ['"word"']
