"""unpaired-mark: positions, partners in other places, languages, and that time grows with the text only."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.unpaired_mark import UnpairedMark


def found(text, **options):
    return [(f.place.line, f.place.column, f.place.text) for f in lint(UnpairedMark, Bad(text, **options))]


def test_position_behind_crlf_tab_entity_and_emoji():
    assert found("One.\r\n\r\n\t\r\n🙂 &amp; a (small thing.\r\n") == [(4, 11, "(")]


def test_an_escaped_mark_and_an_entity_are_found_as_they_stand():
    assert found("A thing\\) of old.") == [(1, 8, "\\)")]
    assert found("A &ldquo;thing of old.") == [(1, 3, "&ldquo;")]


def test_a_pair_across_emphasis_and_lines():
    assert found("A **(bold** thing\nof old) times, and “more\n> of it”.") == []


@pytest.mark.parametrize(
    "text",
    [
        "(Here it begins.\n\nHere it goes on.\n\nHere it ends.)",
        "- He said “one;\n- and two”.",
        "| “one | two” |\n|---|---|\n| a | b |",
        "“One.\n\n“Two.\n\n“Three.”",
        "“One.\n\n> “Two.”",
    ],
)
def test_a_partner_in_another_segment(text):
    assert found(text) == []


def test_a_partner_far_away_is_none():
    assert found("(Here.\n\n" + "Text.\n\n" * 30 + "There).") == [(1, 1, "("), (63, 6, ")")]


@pytest.mark.parametrize(
    "text", ["Call `foo(` (twice).", "A <span title='('>word)</span> here.", "See `(`), this."]
)
def test_code_and_tags_may_hold_the_partner(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Er sagte „ja“, sie »nein«, wir ‚so‘."),
        ("de-CH", "Er sagte «ja» und ging."),
        ("da", "Han sagde »ja«, hun sagde ”nej”, vi „måske“."),
        ("sv", "Han sade ”ja” och hon »nej»."),
        ("fi", "Hän sanoi ”joo” ja »ei»."),
        ("hu", "Azt mondta: „Igen, »persze«.”"),
        ("fr", "Il a dit « oui », elle « non ». L’heure d’« été »."),
        ("es", "«Uno.\n\n»Dos.\n\n»Tres»."),
        ("ru", "Он сказал: «Читай „Войну и мир“». Привет))"),
        ("uk", "Об'єкт «п’ять»."),
        ("pl", "Powiedział „tak”, a »nie« pominął."),
        ("ja", "彼は「『はい』と言う」と言った。（笑）"),
        ("zh", "他说“是的”，然后走了（真的）。很好：）"),
        ("zh", "请注意：1）安全；2）速度。”你好“"),
        ("he", 'הוא אמר "כן" לצה"ל.'),
        ("nl", "Hij zei ‘ja’ en „nee”."),
        ("en", "Rock ’n’ roll in the ’90s: the students’ 5'10\" and 6″ boards."),
        ("en", 'A raw string r"..." is one, as is "".'),
        ("en", "« Previous"),
        ("en", "Next »"),
    ],
)
def test_marks_as_languages_set_them(lang, text):
    assert found(text, lang=lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "mark"),
    [
        ("de", "Er sagte: »Ja, und ging.", "»"),
        ("sv", "Han sade: ”Ja och gick.", "”"),
        ("ru", "Он сказал: «Да, и ушёл.", "«"),
        ("es", "Dijo «sí y se fue.", "«"),
        ("zh", "他说“是的，然后走了。", "“"),
        ("pl", "Powiedział „tak, i poszedł.", "„"),
    ],
)
def test_a_mark_is_lost(lang, text, mark):
    assert [text for _, _, text in found(text, lang=lang)] == [mark]


@pytest.mark.parametrize(
    ("original", "translation", "marks"),
    [("(in ", "(i ", []), ("The (old) lamp", "Lampen (gammel", ["("]), ("The lamp", "Lampen)", [")"])],
)
def test_a_mark_that_the_original_has_alone_too(original, translation, marks):
    entry = f'msgid "{original}"\nmsgstr "{translation}"\n'
    assert [text for _, _, text in found(entry, lang="da", format="po")] == marks
