"""lost-link: where findings stand, what fixes do, and that time grows with the text only."""

import pytest

from stetlint.document import Document
from stetlint.readers import markdown
from stetlint.rule import Bad
from stetlint.source import Source
from stetlint.testing import fix, lint
from stetlint_rules.lost_link import LostLink


def found(text, **options):
    return [(f.place.line, f.place.column, f.place.text) for f in lint(LostLink, Bad(text, **options))]


def test_position_behind_crlf_tab_entity_and_emoji():
    assert found("One.\r\n\r\n\t\r\n🙂 &amp; see [](https://example.org).\r\n") == [
        (4, 13, "[](https://example.org)")
    ]


def test_position_in_a_table_cell():
    assert found("| a | b |\n|---|---|\n| 🙂 | [one] (a.md) |\n") == [(3, 11, "] (")]


def test_a_wrapped_seam_is_found_and_joined():
    text = "Read [the\nguide]\n(https://example.org/a)."
    findings = lint(LostLink, Bad(text))
    assert [f.place.text for f in findings] == ["]\n("]
    assert fix(text, findings) == "Read [the\nguide](https://example.org/a)."


def test_a_seam_in_a_quotation_is_found():
    assert found("> Read [the guide]\n> (https://example.org/a).") == [(1, 18, "]\n> (")]


def test_a_path_is_only_joined_where_the_user_wants_unsafe_fixes():
    (finding,) = lint(LostLink, Bad("Read [the guide] (a/b.md)."))
    assert finding.fix is not None
    assert not finding.fix.is_safe


@pytest.mark.parametrize(("path", "count"), [("docs/SUMMARY.md", 0), ("docs/INDEX.md", 1)])
def test_a_chapter_that_is_planned_has_no_target_yet(path, count):
    document = Document(Source(path, b"- [Draft]()"), "en", markdown.read)
    assert len(list(LostLink().check(document))) == count


@pytest.mark.parametrize(
    "code", ["`[](https://example.org)`", "    [](https://example.org)", "~~~\n[ ](a.md)\n~~~"]
)
def test_code_is_left_alone(code):
    assert not found(f"Text.\n\n{code}")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Click <a href='https://example.org'></a> now.", 1),
        ("Click <a href='https://example.org' class='icon'></a> now.", 0),
        ("Click <a href='https://example.org'><img src='x.png'></a> now.", 0),
        ("Click <a name='here'></a> and <a href='#top'></a> now.", 0),
    ],
)
def test_an_anchor_element_leads_somewhere_and_has_content(text, count):
    assert len(found(text)) == count


def test_plain_text_has_seams_too():
    assert found("Read [the guide] (https://example.org/a).", format="text") == [(1, 16, "] (")]


def test_words_are_english():
    assert found("See for more information.", lang="de") == []


def test_brackets_that_are_swapped():
    assert found("Read (the guide (PDF))[https://example.org/a].") == [
        (1, 6, "(the guide (PDF))[https://example.org/a]")
    ]
    assert found("It burns (at night)[1] and f(x)[0].") == []


def test_images_without_an_address():
    assert found("![The lamp]{ .wide } burns") == [(1, 1, "![The lamp]")]
    assert found("Great![^1] `![The lamp]` \\![The lamp] vec![0, 1]\n\n[^1]: A note.") == []
