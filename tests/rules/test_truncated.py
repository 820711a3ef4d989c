"""truncated: what is cut, what goes on, positions, and time."""

import pytest

from stetlint.language.function_words import DANGLING
from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.truncated import Truncated

CUT = "The keepers of the lamp came from the north and the"
WHOLE = "The keepers of the lamp came from the north, and they stayed."


def found(text, lang="en", format="markdown"):
    return [f.place.text for f in lint(Truncated, Bad(text, lang=lang, format=format))]


@pytest.mark.parametrize(
    "behind", ["", "\n", "\n\nThe lamp burns.", "\n\n# Lamp", "\n\n\nÜbrigens.", "**\n\nThe lamp."]
)
def test_cut(behind):
    text = f"**{CUT}{behind}" if behind.startswith("**") else CUT + behind
    assert found(text) == ["the"]


@pytest.mark.parametrize(
    "behind",
    [
        " lamp",
        "\nlamp",
        "\n\nlamp",
        "\n\n- lamp",
        "\n\n1. lamp",
        "\n\n```\nlamp\n```",
        "\n\n![Lamp](lamp.png)",
        "\n\n| a |\n| - |",
        "\n\n<b>lamp</b>",
        "\n\n    lamp",
        " `lamp`",
        " …",
        ":",
        "—",
    ],
)
def test_what_goes_on(behind):
    assert found(f"{CUT}{behind}\n\n{WHOLE}") == []


@pytest.mark.parametrize(
    "text", [f"# {CUT}", f"- {CUT}", f"| {CUT} |\n| --- |\n| {CUT} |", "He is the and the"]
)
def test_headings_items_cells_and_short_lines(text):
    assert found(text) == []


def test_verse():
    assert found("The keepers of the lamp  \ncame from the north and  \nthe south and from the") == []


def test_a_text_without_marks():
    assert found(f"{CUT}\n\n" + f"{WHOLE.rstrip('.')}\n\n" * 3) == []


@pytest.mark.parametrize("lang", DANGLING)
def test_every_language(lang):
    word = DANGLING[lang].split()[0]
    assert found(f"Xa xb xc xd xe xf xg xh {word}", lang) == [word]


def test_the_last_paragraph():
    text = f"{WHOLE}\n\n" * 4
    assert found(f"{text}The ships went out to the sea in the morn") == ["morn"]
    assert found(f"{text}The ships went out to the sea in the morn\n\n- one") == []
    assert found(f"{text}The ships went out to the sea in the Morn") == []
    assert found(f"{WHOLE}\n\nThe ships went out to the sea in the morn") == []


def test_a_long_paragraph_within_the_text():
    text = f"{WHOLE}\n\n" * 12
    long = (
        "In the morning the ships went out to the sea, and in the evening all of them came back to the harb"
    )
    assert found(f"{text}{long}\n\n{WHOLE}") == ["harb"]
    assert found(f"{text}{long}\n\n- {WHOLE}") == []
    assert found(f"{text}The ships went out to the sea in the morn\n\n{WHOLE}") == []
    assert found(f"{WHOLE}\n\n{long}\n\n{WHOLE}") == []


def test_plain_text():
    assert found(f"{CUT}\n\n{WHOLE}\n", format="text") == ["the"]


def test_position_behind_emoji_and_crlf():
    (finding,) = lint(Truncated, Bad(f"👍 &amp; {CUT}\r\n\r\nThe lamp burns.\r\n"))
    place = finding.place
    assert (place.line, place.column, place.end_column, place.text) == (1, 57, 60, "the")
