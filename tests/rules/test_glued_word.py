"""Words that touch a link or bold: where they stand, and what stays as it is."""

import pytest

from stetlint import Bad
from stetlint.testing import fix, lint
from stetlint_rules.glued_word import GluedWord


def found(text, **keywords):
    return [finding.place.text for finding in lint(GluedWord, Bad(text, **keywords))]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_place_in_the_file(newline):
    text = newline.join(("# A 🗼", "", "\tcode", "", "It is **here**.", "The **Old Tower**was lit."))
    (finding,) = lint(GluedWord, Bad(text))
    assert (finding.place.line, finding.place.column, finding.place.text) == (6, 16, "**was")
    assert fix(text, [finding]).endswith("The **Old Tower** was lit.")


def test_code_is_left_alone():
    assert (
        found("```\n**Start**and [a guide](a.md)with\n```\n\n    the[Guide](a.md)\n\n`the[Guide](a.md)`")
        == []
    )


def test_addresses_that_are_no_addresses():
    assert found("Call table[index of the row](value)and then the[first](x).") == []


@pytest.mark.parametrize(("lang", "count"), [("en", 1), ("de", 0), ("fi", 0), ("zh", 0)])
def test_the_word_has_to_be_one_of_the_language(lang, count):
    assert len(found("**Start**and", lang=lang)) == count


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Scegli **Nome server**immettere ora e **Apri**e poi.", "it", ["**immettere", "**e"]),
        ("Xem [trang này](a.md)khác nhau.", "vi", [")khác"]),
        ("Otvorite [stranicu računa](a.md)provjerite ključ.", "hr", [")provjerite"]),
        ("Klicken Sie auf **Spalten ändern**klicken und **Daten lesen**barkeit.", "de", ["**klicken"]),
        ("Some [data sets](a.md)s and **Big Data**s.", "en", []),
        ("В [Google Cloud](a.md)ом и **Pod**ами.", "ru", []),
    ],
)
def test_words_behind_several(text, lang, words):
    assert found(text, lang=lang) == words
