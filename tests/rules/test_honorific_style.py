"""honorific-style: which form is the rarer one, where it stands, and how long it takes."""

import pytest

from stetlint.rule import Bad
from stetlint.source import Source
from stetlint.testing import lint
from stetlint_rules.honorific_style import HonorificStyle


def found(text, lang="en"):
    return [finding.place.text for finding in lint(HonorificStyle, Bad(text, lang=lang))]


def test_position_with_crlf_and_emoji():
    (finding,) = lint(HonorificStyle, Bad("Mr Brown met Mr Green.\r\n\r\n🙂 Later\r\nMr.\r\nWhite came."))
    assert finding.place[2:] == (4, 1, 4, 4, "Mr.")


def test_of_two_styles_as_frequent_the_later_one_is_reported():
    assert found("Mr. Brown met Mr Green.") == ["Mr"]
    assert found("Mr Brown met Mr. Green.") == ["Mr."]


def test_titles_of_one_kind_share_a_style_and_others_do_not():
    assert found("Mr Brown, Mrs Green and Dr. White met.") == ["Dr."]
    assert found("Mr Brown, Mrs Green and Prof. White met.") == []


def test_only_in_front_of_a_name():
    assert found("Mr Brown met Mrs Green. Call him Mr. if you like.") == []


@pytest.mark.parametrize("work", ["*Mr. Robot Two*", "“Mr. Blue”", "Mr. Bean", "_Mr. Blue Sky_"])
def test_works_keep_their_style(work):
    assert found(f"Mr Brown and Mr Green saw {work} here.") == []


def test_a_title_in_a_long_quotation_counts():
    assert found("Mr Brown and Mr Green. “He could never do it without Mr. White,” she said.") == ["Mr."]
    assert found(
        "Mr Brown and Mr Green. “Mr. White could never do it without all of his friends,” she said."
    ) == ["Mr."]


def test_address_needs_a_form_that_stands_three_times():
    assert found("Du kannst es tun. Klicken Sie hier.", "de") == []
    assert found("Du kannst es tun, wenn du dir Zeit nimmst. Klicken Sie hier.", "de") == ["Sie"]
    assert found("Klicken Sie, wenn Sie fertig sind, und öffnen Sie es. Dann siehst du alles.", "de") == [
        "du"
    ]


def test_a_text_that_is_mixed_throughout_is_one_finding():
    assert len(found("Wenn du klickst, sehen Sie es. Du kannst es tun. " * 20, "de")) == 20
    assert len(found("Wenn du klickst, sehen Sie es. Du kannst es tun. " * 21, "de")) == 1


def test_speech_is_no_address_of_the_reader():
    assert found("Du kannst es tun, wenn du dir Zeit nimmst. Er fragt: „Haben Sie Zeit?“", "de") == []


def test_a_story_is_left_alone():
    text = "„Hast du dein Buch?“\n\nEr sah, wie du lachst, und dachte an dich.\n\n– Haben Sie dir geholfen?\n"
    assert found(text, "de") == []


def test_sie_at_the_start_counts_only_beside_certain_ones():
    familiar = "Du kannst es tun, wenn du dir Zeit nimmst.\n\n"
    assert found(familiar + "Sie können das öffnen.", "de") == []
    assert found(familiar + "Sie können das öffnen. Dann klicken Sie hier.", "de") == ["Sie", "Sie"]


def test_a_file_with_one_style_is_not_suspected():
    rule = HonorificStyle()
    assert not rule.suspects(Source("a.md", b"Mr Brown and Mrs Green met Dr White."))
    assert rule.suspects(Source("a.md", b"Mr Brown and Mr.\nGreen."))
