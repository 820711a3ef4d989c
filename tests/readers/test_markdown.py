"""What the Markdown readers make of a text: segments, links, comments."""

from __future__ import annotations

from functools import partial

import pytest

import reading
from stetlint.document import OBJECT

read = partial(reading.read, "markdown")
texts = partial(reading.texts, "markdown")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b** `c` d", ["a b _ d"]),
        ("`c`", []),
        ("a  \nb\\\nc\nd", ["a|b|c\nd"]),
        ("a\t\t\nb", ["a\nb"]),
        ("a\r\nb\r\n\r\nc", ["a\nb", "c"]),
        ("a\rb", ["a\nb"]),
        ("> a\nlazy\n> > b\n> > c", ["a\nlazy", "b\nc"]),
        ("- a\n  - b\n\n    c", ["a", "b", "c"]),
        ("# A {#id}\n\nB\n=", ["A", "B"]),
        ("| a \\| b | y\\\\|z |\n|--|--|\n| `c \\| d` | e |", ["a | b", "y|z", "e"]),
        ("&amp; &#228; &#x1F600; &copy &nope; &ngE;", ["& ä 😀 &copy &nope; ≧̸"]),
        ("\\*a\\* \\q", ["*a* \\q"]),
        ("a\0b", ["a\0b"]),
        ("a[^1].\n\n[^1]: note", ["a_.", "note"]),
        ("a $x$ and $$y$$, $5-$10 or $5 and $6", ["a _ and _, $5-$10 or $5 and $6"]),
        ("see https://a.b/c(d). <http://x.y> me@a.b, www.a.b", ["see _. _ _, _"]),
        ("[no definition] and [no][such]", ["[no definition] and [no][such]"]),
        ("a ![alt *text*](u) b", ["a _ b", "alt text"]),
        ("term\n: meaning", ["term", "meaning"]),
        ("    code\n\n```\ncode\n```\n\ntext", ["text"]),
    ],
)
def test_commonmark(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    ["** bold **", "[text] (url)", "< b >", "</ b>", "a <b", "[a](b c", "*a **", "x]（url）"],
)
def test_broken_markup_stays_visible(text: str) -> None:
    assert texts(text) == [text]


def test_escaped_brackets_show_what_the_page_shows() -> None:
    assert texts("\\[link]\\(url)") == ["[link](url)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <b>b</b> <code>x *y*</code> c", ["a b _ c"]),
        ("a <code>b</ code> c", ["a _b</ code> c"]),
        ("a <br> b <img alt='d &amp; e' src=f>", ["a | b _", "d & e"]),
        ("a <!-- b --> c <!-- d -->", ["a _ c"]),
        ("<div>\n  a\n  b\n</div>", ["a\nb"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
        ("| a |\n|---|\n| <ul><li>b</li><li>c</li></ul> |", ["a", "b", "c"]),
        ("<pre>\na\n\nb</pre>\n\nc", ["c"]),
        ('<script>\nif (a<b && "c) {</script>\n\nd', ["d"]),
        ("<style>\n\na\n\n</style>\n\nb", ["b"]),
        ("<details>\n<summary>a</summary>\n\nb\n\n</details>", ["a", "b"]),
        ('<div translate="no">\n\na <div>b</div>\n\n</div>\n\nc', ["c"]),
        ('a <span class="x notranslate">b</span> c', ["a _ c"]),
        ("> <div>\n> a\n> b</div>", ["a\nb"]),
        ('<a href="u" title="x > y">a</a> b', ["x > y", "a b"]),
        ("<svg>\n<path/>\n\n<text>a</text>\n</svg>\n\nb", ["b"]),
    ],
)
def test_html(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <b title='b &amp; c'>d</b>", [("a d", "paragraph"), ("b & c", "attribute")]),
        ("<div aria-label=b>\n\nc\n\n</div>", [("b", "attribute"), ("c", "paragraph")]),
        ("<input placeholder='{{ a }} b'>", [("_ b", "attribute")]),
        ('![a <b title=c>](d "e")', [("a", "alt")]),
        ("`<b title=c>` [a <b title='c' *d*](d \"e\")", [("_ a <b title='c' d", "paragraph")]),
        ("<code title=c>a</code> <div translate=no title=c>\n\nb\n\n</div>", []),
        ("> a <b\n> title='c\n> d'>e</b>", [("a e", "paragraph"), ("c\nd", "attribute")]),
        ("> <div\n> title='c\n> d'>e</div>", [("c\nd", "attribute"), ("e", "paragraph")]),
        ("- <img alt='a\n  b' title=\"c\">", [("a\nb", "alt"), ("c", "attribute")]),
    ],
)
def test_attributes(text: str, expected: list[tuple[str, str]]) -> None:
    for source in (text, text.replace("\n", "\r\n")):
        assert [(reading.shown(s.text), s.role) for s in read(source).segments] == expected


def test_elements_name_their_language() -> None:
    content = read("<div lang='de'>\n\nHallo\n\n</div>\n\nHello <span lang=fr>le monde</span>.")
    assert [(s.text, s.lang) for s in content.segments] == [
        ("Hallo", "de"),
        (f"Hello {OBJECT}.", "en"),
        ("le monde", "fr"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {{ b }} c", ["a _ c"]),
        ("use `{{` and `}}` here {{ x }}", ["use _ and _ here _"]),
        ("{% if x %}\na\n{% endif %}\n", ["a"]),
        ("{{< note >}}\na\n{{< /note >}}", ["a"]),
        ("a\n{{< term x >}}\nb", ["a\n_\nb"]),
        ("{% raw %}\n# a\n{% endraw %}\n\nb", ["b"]),
        ("{{< highlight go >}}\na\n\nb\n{{< /highlight >}}\n\nc", ["c"]),
        (
            "{{< code-toggle x=y />}}\n\na\n\n{{< code-toggle file=hugo >}}\nb\n{{< /code-toggle >}}\n\nc",
            ["a", "c"],
        ),
        ("{{ a\n\nb }}", ["{{ a", "b }}"]),
        ("```\n{{ a\n```\nb }} c", ["b }} c"]),
        ("a\n{: .note }\n\n![](b){width=1} c", ["a", "_ c"]),
        (":::note A title\nb\n:::", ["A title", "b"]),
        (":::tip[A title]\nb\n:::", ["A title", "b"]),
        ("<b>a</b>\n    :::column-end:::\n:::row-end:::", ["a"]),
        ("::: moniker range='x'\na\n::: moniker-end", ["a"]),
        ('a :::image type="x" source="y":::', ["a _"]),
        ('!!! note "A title"\n    b\n\n    c\n\nd', ["A title", "b", "c", "d"]),
        ("!!! note\n    a\n", ["a"]),
        ('=== "Tab"\n    a\n', ["Tab", "a"]),
        ("> [!NOTE]\n> a", ["a"]),
        ("[!INCLUDE [a](b.md)] c", ["_ c"]),
        ("Choose [!UICONTROL Save] now", ["Choose Save now"]),
        ("a\x7fb", ["a_b"]),
        ("is `dependent:\n:destroy` here", ["is _ here"]),
        ("was **$249** and is **$399**.", ["was $249 and is $399."]),
        ("is **$5**/month, not **$6**/month or US$7", ["is $5/month, not $6/month or US$7"]),
        ("so $2*a , b*c$ is", ["so _ is"]),
        ('````warn header="A `b`"\nc\n\n```js\nd\n```\n````\n\ne', ["A _", "c", "e"]),
        ("```smart\na\n```\n\nb", ["a", "b"]),
        ("```smart\na\n", []),
    ],
)
def test_what_is_not_markdown(text: str, expected: list[str]) -> None:
    assert texts(text) == expected
    assert texts(text.replace("\n", "\r\n")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import A from 'a'\nexport const b = {\n\n c: 1\n}\n\n# d", ["d"]),
        ("import this text\n", ["import this text"]),
        ("## a {/* b */}\n\nc {d} e", ["a", "c _ e"]),
        ("<A b={<i>c</i>} d='e'>\nf {`g${h}`}\n</A>", ["f _"]),
        ("<A>\n\n  text\n\n</A>", ["text"]),
        ("<A>\n  <B>\n  ```sh\n  c .\n  ```\n  </B>\n</A>\n\ntext", ["text"]),
        (
            "<Steps>\n1. in `<nav>` **b**\n\n    <A b='c'>\n    - **d/**\n    </A>\n</Steps>",
            ["in _ b", "d/\n\n_"],
        ),
        ("<p>\n**a** `b<c>` <br />\n</p>\n\nd", ["a _", "d"]),
        ("<A title='b'>\nc\n</A>", ["b", "c"]),
        ("a\n<b>\nc\n</b>", ["a\n\nc"]),
        ("1. a\n\n    <B c='d'>\n    ```sh\n    c .\n    ```\n    </B>\n", ["a"]),
        ("```js\nimport {\n```\n\na {b} c", ["a _ c"]),
        ('a {"}"} b \\{c\\}', ["a _ b {c}"]),
    ],
)
def test_mdx(text: str, expected: list[str]) -> None:
    assert reading.texts("mdx", text) == expected


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[a *b*](c)", ("[a *b*](c)", "a b", "c", False)),
        ("[](c)", ("[](c)", "", "c", False)),
        ("[a]()", ("[a]()", "a", "", False)),
        ("[a]({{< ref b >}})", ("[a]({{< ref b >}})", "a", OBJECT, False)),
        ("![a](b)", ("![a](b)", "a", "b", True)),
        ("<http://a.b>", ("<http://a.b>", "", "http://a.b", False)),
        ("[a]\n\n[a]: b", ("[a]", "a", "b", False)),
        ('ä <a href="b&amp;c">a</a>', ('<a href="b&amp;c">a</a>', "a", "b&c", False)),
        ("<a href='b'></a>", ("<a href='b'></a>", "", "b", False)),
        ("<p>\n<a href=b>a</a></p>", ("<a href=b>a</a>", "a", "b", False)),
        ("<a href='b'>\n\na\n\n</a>", ("<a href='b'>\n\na\n\n</a>", "a", "b", False)),
        ("<p><img src=b alt='a'></p>", ("<img src=b alt='a'>", "a", "b", True)),
        ("> [a\n> b](c)", ("[a\n> b](c)", "a\nb", "c", False)),
    ],
)
def test_links(text: str, link: tuple[str, str, str, bool]) -> None:
    source = text.encode()
    found = [
        (source[start:end].decode(), words, target, is_image)
        for start, end, words, target, _, is_image in read(text).links
    ]
    assert found == [link]


def test_what_overlaps_is_survived() -> None:
    for text in (
        "<code>[a</code>](b)",
        "a `b`<code>c</code> d",
        "<span lang=de>[a</span>](b)",
        "[<span lang=de>a](b)</span>",
        "![<span lang=de>a](b)</span>",
        "<a href=x>[a</a>](b)",
        "[a <p> b](c)",
        "<a href=x><a href=y>a</a></a>",
        "<div lang=de><span lang=fr>a</div>b</span>",
        "<div translate=no><div translate=no>a</div></div></div> b",
    ):
        for segment in read(text).segments:
            for start, end, span in segment.prose.verbatim_in(0, len(segment.text)):
                assert text[span.start : span.end] == segment.text[start:end]
