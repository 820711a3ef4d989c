"""homoglyph: positions, what is right, and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.homoglyph import Homoglyph


def found(text, lang="en"):
    return [(f.place.text, f.fix and f.fix.replacement) for f in lint(Homoglyph, Bad(text, lang=lang))]


@pytest.mark.parametrize(
    ("text", "lang", "word", "mended"),
    [
        ("Вcегда", "ru", "Вcегда", "Всегда"),
        ("Mожно", "ru", "Mожно", "Можно"),
        ("вiд", "uk", "вiд", "від"),
        ("dосument", "en", "dосument", "document"),
        ("Tо γράμμα και Αθήνa", "el", "Αθήνa", None),
    ],
)
def test_the_majority_decides(text, lang, word, mended):
    findings = found(text, lang)
    if mended is None:
        assert findings == []  # a Greek ή has no Latin like, and Latin a no Greek one in every typeface
    else:
        assert findings == [(word, mended)]


@pytest.mark.parametrize("text", ["Javaскрипт", "Pythonом", "iPhoneов", "Xeon-процессор", "веб-API", "н.э.x"])
def test_russian_with_latin_stems(text):
    assert found(text, "ru") == []


def test_position_behind_emoji_tab_and_crlf():
    (finding,) = lint(Homoglyph, Bad("One\r\n\t👍 &amp; a dаte\r\n"))
    place = finding.place
    assert (place.line, place.column, place.end_column, place.text) == (2, 12, 16, "dаte")


@pytest.mark.parametrize(
    ("word", "lang", "is_found"),
    [
        ("exαmple", "en", True),
        ("sinα", "en", False),
        ("NFκB", "en", False),
        ("dе", "fr", True),
        ("xу", "en", False),
        ("файлmanifest", "ru", True),
        ("микроusb", "ru", False),
        ("κλάσηpath", "el", True),
        ("poљaljite", "hr", True),
    ],
)
def test_words_of_two_scripts(word, lang, is_found):
    assert bool(found(f"So {word} it is.", lang)) == is_found
