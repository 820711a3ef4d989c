"""What holds for every text: the map back is exact, and no bytes crash a reader.

Run with ``--hypothesis-profile=thorough`` for many more examples.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stetlint.document import VERBATIM
from stetlint.readers import FORMATS, get
from stetlint.source import Source, SourceError

settings.register_profile("thorough", max_examples=5000, deadline=None)

WORDS = st.sampled_from(
    "word ä 😀 e\u0301 क्षि 中文 &amp; &#228; &nope; &copy \\* \\\\ \\| a\tb http://a.b/c me@a.b "
    "\x7f \x1a \0 {{a}} {a} $5 _ * [ ] ( ) < > ` | ! # - ~ : {% %} -->".split(" ")
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


def wrapped(mark: str, end: str) -> st.SearchStrategy[str]:
    return TEXTS.map(lambda text: mark + text + end)


SEAMS = st.sampled_from([" ", "", "\n", "  \n", "\\\n"])
INLINES = st.lists(
    st.one_of(
        TEXTS,
        *(
            wrapped(mark, end)
            for mark, end in (
                ("**", "**"), ("*", "*"), ("~~", "~~"), ("`", "`"), ("[", "](u)"), ("[", "]"), ("![", "](u)"),
                ("<b>", "</b>"), ("<code>", "</code>"), ("<span lang=de>", "</span>"), ("<a href=u>", "</a>"),
                ("<p>", ""), ("<!-- ", " -->"), ("$", "$"), ("[^", "]"), ("{{< ", " >}}"), ("<br>", ""),
                ("<img alt='", "' src=u>"), ("[!UICONTROL ", "]"), ("<code translate=no>", ""),
                ("``", "``"), ("`", " <u>`_"), (":ref:`", " <u>`"), ("|", "|"), ("_`", "`"), ("", "_"),
                ("_", "_"), ("#", "#"), ("+", "+"), ('"`', '`"'), ("^", "^"), ("link:u[", "]"),
                ("<<a,", ">>"), ("footnote:[", "]"), ("image:u[", "]"), ("((", "))"), ("[.a]#", "#"),
                ("{u}[", "^]"), ("", " +"),
            )
        ),
    ),
    min_size=1,
    max_size=5,
).flatmap(lambda parts: SEAMS.map(lambda seam: seam.join(parts)))  # fmt: skip

BLOCKS = st.tuples(
    st.sampled_from(
        [
            "",
            "# ",
            "> ",
            "- ",
            "1. ",
            "    ",
            ":::note ",
            '!!! note "',
            "| a | b |\n|---|---|\n| ",
            "<div>\n",
            "<div lang=de>\n\n",
            "<div translate=no>\n\n",
            "```\n",
            "> - ",
            "{% if %}\n",
            "[^1]: ",
            "<!--",
            ": ",
            ".. note:: ",
            ".. figure:: u\n   :alt: ",
            ".. csv-table::\n\n   ",
            ".. [1] ",
            "a\n  ",
            "| ",
            ":a: ",
            "== ==\na  ",
            "+---+\n| ",
            "= ",
            ".",
            "a:: ",
            "* a\n+\n",
            "[verse]\n____\n",
            "|===\n|a a|",
            "image::u[",
            "NOTE: ",
        ]
    ),
    INLINES,
    st.sampled_from(
        [
            *("", "", " |", "\n</div>", "\n\n</div>", "\n```", '"', "\n===", "\n{: .a }", " {#id}"),
            *("::", "\n== ==", " |\n+---+", "]", "\n____", "\n|==="),
        ]
    ),
).map("".join)
FRONT = st.sampled_from(
    ["", "", "---\ntitle: a 'b'\ndescription: >\n  ä\n  b\n---\n", '+++\ntitle = "😀\\n"\n+++\n']
)
DOCUMENTS = st.tuples(FRONT, st.lists(BLOCKS, max_size=6), st.sampled_from(["\n", "\r\n"])).map(
    lambda parts: (parts[0] + "\n\n".join(parts[1])).replace("\n", parts[2])
)


# What makes a text the field of a container.
FIELDS = {
    "android": "<resources><string name='a'>{}</string></resources>",
    "arb": '{"a": "{}"}',
    "json": '{"a": "{}"}',
    "jsonl": '{"source": "{}", "target": "{}"}\n{"text": "ä {}"}',
    "po": 'msgid "a {}"\nmsgstr "{}"\n',
    "properties": "a = {}\n",
    "strings": '"a {}" = "{}";\n',
    "subtitles": "1\n00:00:01,000 --> 00:00:02,000\n{}\n",
    "tmx": "<tu><tuv xml:lang='en'><seg>{}</seg></tuv><tuv xml:lang='de'><seg>{}</seg></tuv></tu>",
    "xcstrings": '{"strings": {"a b": {"localizations": {"de": {"stringUnit": {"value": "{}"}}}}}}',
    "yaml": 'de:\n  a: "{}"\n  b:\n  - {}\n',
    "xliff": "<trans-unit><source>{}</source><target>{}</target></trans-unit>",
}


def check(source: Source, format: str) -> None:
    content = get(format).read(source, "en")
    size = len(source.text)
    for segment in content.segments:
        prose, text = segment.prose, segment.text
        assert text
        for before, after in zip(prose.pieces, prose.pieces[1:], strict=False):
            assert before[0] < after[0]
            assert before[2] <= after[1]
        for start, end, piece in prose.pieces_in(0, len(text)):
            assert 0 <= piece.start < piece.end <= len(source.data)
            if piece.kind is VERBATIM:
                first, last = prose.to_bytes(start, end)
                assert source.data[first:last].decode() == text[start:end]
        for at in range(len(text)):
            begin, until = prose.to_source(at, at + 1)
            assert 0 <= begin < until <= size
        begin, until = prose.to_source(0, len(text))
        assert 0 <= begin < until <= size
    for construct in (*content.links, *content.comments):
        assert 0 <= construct.start < construct.end <= len(source.data)
    assert content.links == sorted(content.links)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=60, deadline=None)
@given(text=DOCUMENTS)
def test_every_character_maps_back(format: str, text: str) -> None:
    check(Source("x", FIELDS.get(format, "{}").replace("{}", text).encode()), format)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "text",
    [
        "a<!-- b --><code>c\n\n<div>\n<code>d</code>",
        "<div>a <a href=x>\n<i></i>\n</a>\nb</div>",
        "\\ud83d \\",
        "http://a.b/c&nope;",
        "word\\\nword",
        '"`a pass:[b `" `c`"] d',
    ],
)
def test_what_was_wrong_once(format: str, text: str) -> None:
    check(Source("x", FIELDS.get(format, "{}").replace("{}", text).encode()), format)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_crash_a_reader(format: str, data: bytes) -> None:
    try:
        source = Source("x", data)
    except SourceError:
        with pytest.raises(UnicodeDecodeError):
            data.decode()
        return
    check(source, format)
