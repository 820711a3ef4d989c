"""stray-punctuation: what no example can show."""

from __future__ import annotations

import pytest
import re2

from stetlint import Good
from stetlint.testing import fix, lint
from stetlint_rules.stray_punctuation import StrayPunctuation


def found(text: str, lang: str = "en", format: str = "markdown") -> list[tuple[int, int, str]]:
    places = [finding.place for finding in lint(StrayPunctuation, Good(text, lang=lang, format=format))]
    return [(place.line, place.column, place.text) for place in places]


def fixed(text: str, lang: str = "en") -> str:
    return fix(text, lint(StrayPunctuation, Good(text, lang=lang)))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("One.\r\n\r\nIt is new , he says.\r\n", [(3, 10, " ,")]),
        ("It is new\r\n, he says.\r\n", [(1, 10, "\r\n,")]),
        ("> It is new\n> , he says.", [(1, 12, "\n> ,")]),
        ("- 🚀 It is new ,\n  he says.", [(1, 14, " ,")]),
        ("It is new&nbsp;, he says.", [(1, 10, "&nbsp;,")]),
        ("It is **new** , he says.", [(1, 14, " ,")]),
        ("It is [new ](a.md), he says.", [(1, 11, " ")]),
        ("It is [the end.](a.md). So.", [(1, 23, ".")]),
        ("| a | b |\n| --- | --- |\n| It is new . | x |", [(3, 12, " .")]),
        ("---\ntitle: It is new , he says\n---\n\nText.", [(2, 17, " ,")]),
        ("The inc.,\n\nHe left the house.,\nHe came.", [(3, 18, ".,")]),
        ("It is one,, two.", [(1, 10, ",,")]),
        ("It is one, , two.", [(1, 10, ", ,")]),
        ("It is the end;.", [(1, 14, ";.")]),
        ("It is the end.，so it is.", [(1, 14, ".，")]),
        ("It is so,. . .and on. It was f(2),. . . It is.", [(1, 34, ",. . .")]),
        ("See https://a.example/b . It is.", [(1, 24, " .")]),
    ],
)
def test_positions(text: str, places: list[tuple[int, int, str]]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "Set it to . (dot), end it with , or ; and type ! there.",
        "Characters: # , ( ) { } [ ] & - / ; : \" ' < > | ? @ ` .",
        "Press Ctrl + . or Ctrl+, there.",
        "Use ls . and cd .. and jq . as you like.",
        "It is 1..5 and ../a and a/../b and .5 and , .NET too.",
        'The directory ".." and the file "." are there.',
        "Drives are Alias:, Cert:, and Env:. That is :tada:.",
        "A tuple (x,) and a call f(a, b,) are code.",
        "He calls it Yahoo!. What is it?. Who is it?. Where is it?. Well.",
        "Run f(x1), ..., f(xn), or 1, 2, . . . , n.",
        "I came.. and went.. then I slept.. So it is.. Yes.",
        "Chapter one ..... 3",
        "What is x ??? It is `a`  ::b and a :: c.",
        "\\[For Node.js,\\] every person counts.",
        "Works on Windows<sup>1</sup>, and here <sup>x</sup>, too.",
        "Fine ;-) and :) so ;) too.",
        "![An , image .](a.png) . ![b](c.png) , d",
        "$x$ , it is, and {% tag %} . So.",
    ],
)
def test_not_reported(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Quoi ? Oui ! Voilà\u00a0; et\u202f: «\u00a0non\u00a0» 5\u00a0%."),
        ("fr-CA", "Quoi ? Oui !"),
        ("en", "Quoi ? Oui ! Voilà ! Non ? Si : oui."),
        ("sv", "Det är så.. Ja."),
        ("zh", "使用 A , B . 完成 ,, 。"),
        ("ja", "A , B . C"),
        ("el", "Τι είναι; Είναι, κ.λπ., εδώ."),
        ("es", "¿Qué? ¡Sí! EE. UU., S.A., etc., p. ej., uno."),
        ("pl", "To jest np., itd., itp., m.in., tj., tzn., coś."),
        ("cs", "To je např., atd., apod., tzv., něco."),
        ("ru", "Это т. д., т. е., напр., ред., тыс., что-то."),
        ("de", "Das gilt ggf., usw., z. B., bzw., d. h., so."),
        ("lt", "Tai yra pvz., t. y., ir kt., kažkas."),
        ("ar", "هذا، وذلك؛ ماذا؟"),
        ("ko", "접두어 ! 사용"),
    ],
)
def test_languages(lang: str, text: str) -> None:
    assert found(text, lang) == []


def test_fixes() -> None:
    assert fixed("It is new ,he says . So ! Well. . No.") == "It is new, he says. So! Well. No."
    assert fixed("It is new\n, he says.") == "It is new,\n he says."
    assert fixed("It is [new ](a.md), he says.") == "It is [new](a.md), he says."


def test_safe_fixes() -> None:
    safe = {
        finding.place.text: finding.fix is not None and finding.fix.is_safe
        for finding in lint(StrayPunctuation, Good("It is new , so. . It ends.. Then,, all,. Well."))
    }
    assert safe == {" ,": True, " .": True, "..": False, ",,": False, ",.": False}


def test_message_names_what_is_lost() -> None:
    (finding,) = lint(StrayPunctuation, Good("It was restored,, one of the main sites, is down."))
    assert "link" in finding.message
    assert "missing" in finding.message


def test_trigger_leaves_most_files_alone() -> None:
    trigger = re2.compile(StrayPunctuation.trigger)
    text = (
        b"See [a](../b.md), etc., and e.g., c... It is (so), `x`, <a@b.example>. ![a](b) https://a.b/c, d!\n"
    )
    assert not trigger.search(text)
