"""wrong-normalisation: scripts, what has no other form, positions, and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.wrong_normalisation import WrongNormalisation


def found(text, lang="en"):
    return [
        (f.place.text, f.fix and f.fix.replacement) for f in lint(WrongNormalisation, Bad(text, lang=lang))
    ]


@pytest.mark.parametrize(
    ("word", "lang", "mended"),
    [
        ("e\u0301te\u0301", "fr", "été"),
        ("gro\u0308ßer", "de", "größer"),
        ("tie\u0302\u0301ng", "vi", "tiếng"),
        ("tiê\u0301ng", "vi", "tiếng"),
        ("е\u0308ли\u0306", "ru", "ёлй"),
        ("τη\u0301ν", "el", "τήν"),
        ("ha\u030acek", "cs", "håcek"),
        ("ﬂow", "en", "flow"),
        ("eﬃcient", "en", "efficient"),
        ("Ｃａｆé", "fr", "Café"),
        ("は\u309aん", "ja", "ぱん"),
    ],
)
def test_mended(word, lang, mended):
    assert found(f"a {word} b", lang) == [(word, mended)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("été größer tiếng её й", "fr"),
        ("за\u0301мок", "ru"),
        ("[ˈkæfe\u0301ɪ]", "en"),
        ("`e\u0301`", "en"),
        ("The ligature ﬁre is one glyph.", "en"),
        ("Ｗｅｂサイト", "ja"),
        ("न\u093c ड\u093c", "hi"),
        ("\u0301 and \u0301\u0301", "en"),
        ("Hi 1️⃣ 👍🏽", "en"),
    ],
)
def test_what_is_left(text, lang):
    assert found(text, lang) == []


def test_a_text_that_is_decomposed_throughout_is_one_finding():
    assert len(found("e\u0301te\u0301 " * 50, "fr")) == 1
    assert len(found("e\u0301te\u0301 " * 5 + "été " * 50, "fr")) == 5


def test_position_behind_emoji_tab_and_crlf():
    (finding,) = lint(WrongNormalisation, Bad("One\r\n\t👍 &amp; a cafe\u0301\r\n"))
    place = finding.place
    assert (place.line, place.column, place.end_column, place.text) == (2, 12, 17, "cafe\u0301")
    assert finding.fix.is_safe
