"""spaced-mark: positions, languages, habits, look-alikes, and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import fix, lint
from stetlint_rules.spaced_mark import SpacedMark


def found(text, lang="en"):
    return [finding.place.text for finding in lint(SpacedMark, Bad(text, lang=lang))]


def test_position_behind_crlf_tab_entity_and_emoji():
    (finding,) = lint(SpacedMark, Bad("One\r\n\t👍 &amp; two ( three) four\r\n"))
    place = finding.place
    assert (place.line, place.column, place.end_column, place.text) == (2, 14, 16, "( ")


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("It is **so (or not )**.", "It is **so (or not)**."),
        ("He left!The door was open.", "He left! The door was open."),
        ("She asks “ why? ” and “how”.", "She asks “why?” and “how”."),
        ('Say " yes " and "no".', 'Say "yes" and "no".'),
        ("Use one of these :\n\n- a\n- b", "Use one of these:\n\n- a\n- b"),
    ],
)
def test_fix(text, fixed):
    assert fix(text, lint(SpacedMark, Bad(text))) == fixed


@pytest.mark.parametrize(
    "text",
    [
        "Go to example.The/one or word.Name and foo.Is_it here.",
        "The file index.js.The next.",
        "A.The and U.S.The one",
        "A smile :) and ( ) and ( * ) and (  ).",
        "Call max( a, b ) now.",
        "Add `x` ( `y` ) to it.",
        "It is ( $x = 2 ) here.",
        "**(** *name* **)**",
        'The word" and "word.',
        'A 5" and 6" or " here.',
        "class Dialog : public Base",
        "The ratio is 4 : 3.",
        "This “ is a mark.",
        "The « French guillemets » are for another rule.",
    ],
)
def test_look_alikes(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("lang", "text", "marks"),
    [
        ("fr", "Il dit : « oui » ( ou non ).", ["( ", " )"]),
        ("fr", "C’est fini.Le reste attend ici.", [".Le"]),
        ("es", "Dijo « sí » y se fue : fin.", ["« ", " »", " :"]),
        ("pl", "Mówi „ tak ” i idzie.", ["„ ", " ”"]),
        ("ru", "Он ушёл.Это было вчера.", [".Это"]),
        ("de", "Es hat viele Freiheiten.Wir mögen es.", [".Wir"]),
        ("de", "Die Methode Console.In liest.", []),
        ("de", "Er tut vielerlei.Schauen Sie nach.", [".Schauen"]),
        ("ru", "Он ушёл.Выполните это.", [".Выполните"]),
        ("ru", "Он ушёл.к дому было далеко.", []),
        ("tr", "Bu kadar.Bu da böyle.", [".Bu"]),
        ("ja", "（ はい ） ( はい ) : はい", []),
        ("de", "Er heißt z.B.Das ist so.", []),
    ],
)
def test_languages(lang, text, marks):
    assert found(text, lang) == marks


def test_a_habit_is_left_alone():
    assert found("One (so) here.\n\n" + "Two ( three ) here.\n\n") == ["( ", " )"]
    assert found("Two ( three ) here.\n\n" * 4) == []
