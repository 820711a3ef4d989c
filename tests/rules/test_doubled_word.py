"""doubled-word: where the two words stand in the file, and how long it takes."""

import pytest

from stetlint.language.doubling import MAY_DOUBLE, ONLY_THESE, SMALL_WORDS
from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.doubled_word import DoubledWord


def found(text, lang="en", **options):
    return [finding.place.text for finding in lint(DoubledWord, Bad(text, lang=lang, options=options))]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("One.\r\n\r\nOpen the\r\nthe file.", (3, 6, 4, 4, "the\r\nthe")),
        ("🙂 Open the the file.", (1, 8, 1, 15, "the the")),
        ("\tcode\n\nA\tlist of of names.", (3, 8, 3, 13, "of of")),
        ("Open the&nbsp;the file.", (1, 6, 1, 18, "the&nbsp;the")),
        ("Open the\u00a0the file.", (1, 6, 1, 13, "the\u00a0the")),
    ],
)
def test_position(text, place):
    (finding,) = lint(DoubledWord, Bad(text))
    assert (*finding.place[2:],) == place


@pytest.mark.parametrize(
    "text",
    [
        "It ends with the. The end.",
        "the <br> the",
        "the ![](a.png) the",
        "the `x` the",
        "# About the\n\nthe file",
        "C plus plus and 1 million million",
        "to the the the the end",
    ],
)
def test_nothing_stands_between_two_words_that_are_reported(text):
    assert found(text) == []


def test_a_link_or_markup_between_does_not_hide_the_second_word():
    assert found("Read [the](a.md 'a title') the guide.") == ["the](a.md 'a title') the"]
    assert found("Read the <b class='x'>the</b> guide.") == ["the <b class='x'>the"]


def test_a_small_word_behind_its_own_capital_only_where_a_sentence_begins():
    assert found("It rains. The the rain.") == ["The the"]
    assert found("In the play The the rain.") == []
    assert found("В в этом случае.", "ru") == ["В в"]


def test_capitalised_words_count_only_where_they_are_words_that_are_used_alone_as_well():
    assert found("They came to a Bakery Bakery.") == []
    assert found("They came to a Bakery Bakery. They like the Bakery.") == ["Bakery Bakery"]
    assert found("They came to Lenna Lenna. They like Lenna.") == []  # two names may meet
    assert found("They like the Bakery. Bakery Bakery sales rose.") == []  # a headline, and the text


def test_a_fix_is_offered_where_no_markup_stands_between():
    (finding,) = lint(DoubledWord, Bad("Open the the file."))
    assert finding.fix is not None
    (finding,) = lint(DoubledWord, Bad("Open the **the** file."))
    assert finding.fix is None


def test_more_words_may_be_allowed():
    assert found("Say hop hop now.") == ["hop hop"]
    assert found("Say hop hop now.", allow=("hop",)) == []


def test_the_tables_do_not_contradict_each_other():
    assert not MAY_DOUBLE.keys() & ONLY_THESE.keys()
    assert all(
        word == word.lower()
        for table in (MAY_DOUBLE, ONLY_THESE, SMALL_WORDS)
        for word in set().union(*table.values())
    )


@pytest.mark.parametrize(
    ("text", "lang", "spans"),
    [
        ("It is given in the in the standard.", "en", ["in the in the"]),
        ("Wähle es in einer in einer Liste.", "de", ["in einer in einer"]),
        ("They fail to find to find the lamp.", "en", ["to find to find"]),
        ("It went on step by step by hand.", "en", []),
        ("De leverer ordre for ordre for hånd.", "nb", []),
        ("Kousek po kousku po kousku.", "cs", []),
    ],
)
def test_phrases_that_begin_with_a_preposition(text, lang, spans):
    assert found(text, lang) == spans
