"""broken-number: positions, languages, what is no broken number, and time."""

import pytest

from stetlint.language.numbers import number_style
from stetlint.rule import Bad
from stetlint.testing import fix, lint
from stetlint_rules.broken_number import BrokenNumber


def found(text, lang="en"):
    return [finding.place.text for finding in lint(BrokenNumber, Bad(text, lang=lang))]


def test_position_behind_crlf_tab_entity_and_emoji():
    (finding,) = lint(BrokenNumber, Bad("One\r\n\t👍 &amp; 20, 000 people.\r\n"))
    place = finding.place
    assert (place.line, place.column, place.end_column, place.text) == (2, 10, 17, "20, 000")


def test_a_blank_may_be_an_entity():
    (finding,) = lint(BrokenNumber, Bad("Some 20,&nbsp;000 people."))
    assert finding.place.text == "20,&nbsp;000"
    assert finding.fix is None


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("€ 1, 250 a month", "€ 1,250 a month"),
        ("at least 3, 250, 000 of them", "at least 3,250,000 of them"),
        ("1,500, 000 euros", "1,500,000 euros"),
        ("a rise of 0 .5 points", "a rise of 0.5 points"),
        ("2 ,180 of them", "2,180 of them"),
    ],
)
def test_fix(text, fixed):
    assert fix(text, lint(BrokenNumber, Bad(text))) == fixed


@pytest.mark.parametrize(
    "text",
    [
        "Sizes: 16, 200, 000.",
        "Levels 1, 250 and 300.",
        "Questions 136 and 137, 260 and 645.",
        "Must be 224, 256, 384 or 512.",
        "An address such as 192.168.1.100, 192.168.1.101.",
        "The codes (1, 000).",
        "It was sold until January 15, 648 yen a bag.",
        "a .5 or 2 .. 5",
        "Move to 90, 0 , 0 now.",
    ],
)
def test_other_numbers(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("lang", "text", "numbers"),
    [
        ("es", "Cuesta 20. 000 euros en la versión 2,1.", ["20. 000", "2,1"]),
        ("es-MX", "Cuesta 20, 000 pesos en la versión 2,1.", ["20, 000"]),
        ("pl", "Używaj wersji 3,2 lub ABC 4,1 SP2.", ["3,2", "4,1"]),
        ("ru", "В версии 3,2 это в 1,5 раза быстрее.", ["3,2"]),
        ("en", "Version 3,2 of ABC 4,1 SP2.", []),
        ("de", "Ein Abstand von 5,1 Metern, Version 3,8-mal, Foo 2,5 GB neben Foo 2.5.", []),
        ("de", "Es sind 1,234.56 oder 1.234,56 Euro.", ["1,234.56"]),
    ],
)
def test_languages(lang, text, numbers):
    assert found(text, lang) == numbers


def test_the_table_agrees_with_cldr():
    babel = pytest.importorskip("babel")
    from stetlint.language import numbers

    for tag in (*numbers.TAGS, "en", "ja", "zh", "ko", "he", "hi", "th", "es-AR", "pt-BR", "fr-CA"):
        symbols = babel.Locale.parse(tag, sep="-").number_symbols["latn"]
        group = symbols["group"].replace("'", "’").replace("\u202f", " ").replace("\u00a0", " ")
        assert (symbols["decimal"], group) == number_style(tag), tag
