"""The text of a document in short."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stetlint import readers
from stetlint.document import Document
from stetlint.gist import NO_WORD, SEPARATOR, Gist
from stetlint.source import Source

END = SEPARATOR.encode()
# What Markdown may be made of; whatever comes of it, no word of a segment may be missing in the gist.
PARTS = st.sampled_from(
    [
        *"ab *_`[]()<>&#\\|!~^$:-=\"'.,\n",
        *("word ", "ein Wort ", "слово ", "\u3042", "1,2", "  \n"),
        *(
            "\n\n",
            "\n- ",
            "\n> ",
            "\n# ",
            "\n```\n",
            "\n\n| a | b |\n|---|---|\n| c | d |\n",
            "\n\n:::note\n",
        ),
        *("**", "~~", "](u)", "![", "[^1]", "\n\n[^1]: ", "$x$", "\\*", "{{ x }}", "{% y %}", "{#a}"),
        *("<b>", "</b>", "<br>", "<div>", "</div>", "<!-- ", " -->"),
        *(
            *("<img alt='c d'>", " TITLE=", " title='", '<b aria-label="', "<a placeholder=e>"),
            *("<code>", "</code>", "<kbd>", "</kbd>"),
        ),
        *("&amp;", "&nbsp;", "&lt;", "&x;", "\x1e", "\x01", "\x7f", "\x1a"),
    ]
)


def of(text: str, format: str = "markdown") -> Document:
    reader = readers.get(format)
    return Document(Source("x", text.encode()), "en", reader.read, getattr(reader, "gist", None))


def runs(gist: Gist) -> list[bytes]:
    """Return the words of a gist that stand with nothing but blanks and marks between them."""
    words = b" ".join(b"\n" if NO_WORD in word else word for word in gist.words)
    return [run.strip() for run in words.split(b"\n") if run.strip()]


def test_words() -> None:
    assert Gist.of(["The \ufffc of Ébène, 12", "A1 b"]).words == [
        b"the", NO_WORD, b"of", "ébène".encode(), NO_WORD * 2, END, b"a" + NO_WORD, b"b", END,
    ]  # fmt: skip


def test_what_is_left_of_blocks() -> None:
    assert Gist.of(["(a) “b”", "c", "]"]).only("()]“”") == ["()“”", "", "]"]


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a *b* c", "a b c"),
        ("a `b` [c](d)", "a \ufffc c"),
        ("a[^1] b\n\n[^1]: c", "a\ufffc b"),
        ("![a b](c)", "a b"),
        ("<img src='c' alt='a b'>", "a b"),
        ("c <b class=d TITLE = 'a &amp; <i>b</i>'>", "a & <i>b</i>"),
        ("> <p\n> title='a \n> b'>", "a\nb"),
        ("<p placeholder=a>", "a"),
        ("<p>\n  a \n  b\n</p>", "a\nb"),
        ("a <kbd>b</kbd> c", "a \ufffc c"),
        ("<kbd>a <code>b</code>\n\n</kbd>", "b"),
        ("a[](b)1", "a\ufffc1"),
        ("a &lt;b&gt; &amp; &quot;", 'a <b> & "'),
        ("<p>a&nbsp;b &amp;lt; c</p>", "a\xa0b &lt; c"),
        ("a<br>b", "a\u2028b"),
        ("a <!-- b -->\nc", "a \nc"),
        ("a {{ b }} c", "a \ufffc c"),
        ("a $b$ c, $1-$2", "a \ufffc c, $1-$2"),
        ("See https://example.org/a.", "See \ufffc."),
        ("---\ntitle: a b\n---\nc", "a b"),
    ],
)
def test_a_page(text: str, block: str) -> None:
    assert block in [block.strip("\n") for block in of(text).gist.blocks]


@given(st.lists(PARTS, max_size=40).map("".join), st.sampled_from(["markdown", "mdx"]))
def test_no_words_of_a_segment_are_missing(text: str, format: str) -> None:
    # What the parser renders of an alternative text does not tell its tags from what looks like one.
    assume("![" not in text or ("\\<" not in text and "&lt;" not in text))
    document = of(text, format)
    said = b"\n".join(runs(document.gist))
    for run in runs(document.exact):
        assert run in said
