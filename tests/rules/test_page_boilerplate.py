"""page-boilerplate: which company a phrase needs, where it stands, and how long it takes."""

import pytest

from stetlint.language.furniture import LOOSE, SURE, furniture
from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.page_boilerplate import PageBoilerplate

PARAGRAPHS = "It rained all day.\n\n" * 6


def found(text, lang="en", format="markdown"):
    return [finding.place.text for finding in lint(PageBoilerplate, Bad(text, lang=lang, format=format))]


def test_position_with_crlf_and_escapes():
    text = "🙂 One.\r\n\r\nYour email address will not be published. Required fields are marked \\*\r\n"
    (finding,) = lint(PageBoilerplate, Bad(text))
    assert finding.place[2:4] == (3, 1)
    assert finding.place.text == "Your email address will not be published. Required fields are marked \\*"


def test_a_loose_phrase_needs_another_one_near():
    assert found("Leave a comment") == []
    assert found("Leave a comment\n\nCancel reply") == ["Leave a comment", "Cancel reply"]
    assert found(f"Leave a comment\n\n{PARAGRAPHS}Cancel reply") == ["Cancel reply"]
    assert found("Read more\n\nRead more\n\nRead more") == []
    assert found("Read more\n\nRelated posts") == ["Read more", "Related posts"]


def test_a_single_loose_word_needs_a_sure_phrase_near():
    assert found("Comments\n\nRelated posts") == []
    assert found("Comments\n\nCancel reply") == ["Comments", "Cancel reply"]


def test_labels_of_the_form_behind_it_may_stand_in_the_same_paragraph():
    text = "Leave a Reply Cancel reply. Your email address will not be published. Your words:"
    assert found(text) == ["Leave a Reply Cancel reply. Your email address will not be published"]


def test_a_sentence_that_goes_on_is_no_phrase():
    assert (
        found("Leave a reply. The form below it is made of three fields, and all of them are optional.") == []
    )


def test_a_count_of_comments_needs_figures_and_a_title():
    assert found("12 thoughts on “Rain", format="text") == ["12 thoughts on"]
    assert found("12 comments on rain", format="text") == []
    assert found("Comments on “Rain”", format="text") == []


@pytest.mark.parametrize("lang", sorted(SURE))
def test_every_language_has_its_phrases_found(lang):
    for phrase in SURE[lang].strip().splitlines():
        text = phrase.replace("{site}", "Facebook")
        assert found(text, lang, "text"), text


def test_english_phrases_are_found_in_every_language():
    assert found("Leave a Reply", "fi") == ["Leave a Reply"]


def test_sure_and_loose_phrases_differ():
    known = furniture()
    assert not known.sure & known.loose
    assert set(LOOSE) >= set(SURE) - {"sk"}


def test_a_text_may_begin_with_each_phrase():
    known = furniture("de")
    for phrase in known.sure | known.loose | known.filling:
        assert known.may_begin(f"„ 3 {phrase.capitalize()}")
    assert not known.may_begin("An ordinary sentence.")
