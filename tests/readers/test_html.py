"""What the HTML reader makes of a page: segments, attributes, languages; held against an HTML parser."""

from __future__ import annotations

from functools import partial

import html5lib
import pytest

import reading
from stetlint.readers import html
from stetlint.source import Source

read = partial(reading.read, "html")
texts = partial(reading.texts, "html")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><html><head><title>a</title><body><p>b<p>c</html>", ["a", "b", "c"]),
        ("<P>A <B>b</B>c<Br>d</P>", ["A bc|d"]),
        ("<p>a\n   b \r\n\tc</p>", ["a\nb\nc"]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>d", ["a", "b", "c", "d"]),
        ("<b><p>a</b> b<i>c</p>d</i>", ["a bc", "d"]),
        ("a<hr>b<div>c<span>d</div>e</span>", ["a", "b", "cd", "e"]),
        ("a <code>b</code> c<pre>d</pre>e <kbd>f <p>g", ["a _ c_e _f", "g"]),
        ("<script>a <b> c</script>b<style>p</style><p>c<template>d</template></p>", ["_b_", "c_"]),
        ("a <my-icon></my-icon>b", ["a _b"]),
        ("<kbd>a<br>b<p>c</kbd>", ["_a_b", "c_"]),
        ("<ruby>a<rt>b</rt></ruby>c", ["a_c"]),
        ("<p translate=no>a<p>b <i class='x notranslate'>c</i> d</p>", ["b _ d"]),
        ("a<br/>b<img src=x>c", ["a|b_c"]),
        ("1 < 2 & 3 > 2, <3", ["1 < 2 & 3 > 2, <3"]),
        ("<p", ["<p"]),
        ("<!-- a --><p>b<!-- c -->d<![CDATA[x]]>", ["b_d_"]),
        ("<table><tr><td>a<td>b<tr><th>c</table>", ["a", "b", "c"]),
    ],
)
def test_elements(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&amp;&copy;&copy 2020 &copyright; &notit; &AMP", "&©© 2020 ©right; ¬it; &"),
        ("&#228;&#228 &#x1F600;&#xD800;&#0; &#150;", "ä\xe4 😀\ufffd\ufffd –"),
        ("&nope; &; & &hellip &hellip;", "&nope; &; & &hellip …"),
        ("a&nbsp;&#1;b", "a\xa0b"),
    ],
)
def test_entities_are_read_as_browsers_do(text: str, expected: str) -> None:
    assert texts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a title='b &amp; c'>a</a>", [("b & c", "attribute"), ("a", "paragraph")]),
        ("<p>a <img alt=b title=c></p>", [("a _", "paragraph"), ("b", "alt"), ("c", "attribute")]),
        ("<input type=text placeholder='a' value=b>", [("a", "attribute")]),
        ("<input type=submit value='a'><div aria-label=b></div>", [("a", "attribute"), ("b", "attribute")]),
        ("<meta name=description content='a\n  b'><meta name=robots content=c>", [("a\nb", "attribute")]),
        ("<option label=a>b<track label='c'>", [("a", "attribute"), ("b_", "paragraph"), ("c", "attribute")]),
        ("<div translate=no title=a>b</div><code title=c>d</code>", []),
        ("a <i title=b>c</i>", [("a c", "paragraph"), ("b", "attribute")]),
        ("<p title='{{ a }}'>b", [("b", "paragraph")]),
    ],
)
def test_attributes(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(reading.shown(s.text), s.role) for s in read(text).segments] == expected


def test_attributes_are_in_the_language_of_their_element() -> None:
    content = read("<div lang=de title=a>b</div><p title=c>d</p>")
    assert [(s.text, s.lang) for s in content.segments] == [
        ("a", "de"),
        ("b", "de"),
        ("c", "en"),
        ("d", "en"),
    ]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("<!DOCTYPE html>\n<html class='x' lang='pt_BR'>", "pt-BR"),
        ('<?xml version="1.0"?><html xmlns="a" xml:lang="de">', "de"),
        ("<HTML LANG=fr>", "fr"),
        ("<html lang={{ x }}>", None),
        ("<html lang=xx>", None),
        ("<html data-lang=de>", None),
        ("<p lang=de>", None),
    ],
)
def test_declared_language(text: str, lang: str | None) -> None:
    assert html.declared_language(Source("x", text.encode())) == lang


def test_the_configuration_beats_the_root_element() -> None:
    assert [s.lang for s in read("<html lang=de><p>a</p></html>", "fr").segments] == ["fr"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {{ b }} c {{{ d }}}", ["a _ c _"]),
        ("<p>{% if a > b %}\nc {% else %}d{% endif %}\n</p>", ["c _d"]),
        ("<a href='{% url \"x\" %}' {% if b %}class=c{% endif %}>d</a>", ["d"]),
        ("<% if a %>\n<p>b <%= c > d %> e</p>\n<% end %>", ["b _ e"]),
        ("<?php if ($a->b): ?>\n<p>c <?= d ?></p>", ["c _"]),
        ("{# a #}\nb {#c#} d\x7fe", ["b _ d_e"]),
        ("{{ a", ["{{ a"]),
    ],
)
def test_template_tags(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_comments() -> None:
    text = "<p>ä\n<!-- stet: ignore -->\n</p>"
    content = read(text)
    assert [c.text for c in content.comments] == ["stet: ignore"]
    assert text.encode()[content.comments[0].start : content.comments[0].end] == b"<!-- stet: ignore -->"


@pytest.mark.parametrize(
    "text",
    [
        "<p>a &amp; b<p>c&lt;d &eacute; &eacute x<b>e</b>",
        "<!DOCTYPE html><title>a &mdash; b</title><body><h1>c</h1>d<p>e<ul><li>f<li>g</ul>",
        "<table><tr><td>a<td>b &times; c</table><select><option>d<option>e</select>",
        "<div>a<span>b</div>c</span> <i>d<b>e</i>f</b>",
        "<dl><dt>a<dd>b<dt>c</dl><p>d<div>e</p>f</div>",
    ],
)
def test_the_text_is_that_of_a_parser(text: str) -> None:
    expected = "".join(html5lib.parse(text).itertext())
    ours = "".join(texts(text))
    assert "".join(ours.replace("_", "").split()) == "".join(expected.split())
