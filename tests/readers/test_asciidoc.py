"""AsciiDoc: what is prose in it, at which place; Asciidoctor has to say the same."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache, partial

import pytest

import reading
from oracles import normal
from oracles.asciidoc import of_asciidoc
from stetlint.readers import asciidoc, format_in_folder
from stetlint.source import Source

read = partial(reading.read, "asciidoc")
texts = partial(reading.texts, "asciidoc")

BLOCKS = [
    ("a\nb\n\nc\r\nd", ["a\nb", "c\nd"]),
    ("= A\nB Writer <b@c.d>\nv1.0, 2020-01-01\n:x: y\n\nc", ["A", "c"]),
    (
        "= A\nThis is no name of anybody, it is text.\n\nb",
        ["A", "This is no name of anybody, it is text.", "b"],
    ),
    ("= A\n\n== B ==\n\n### C\n\nAb c\n----\n\nd", ["A", "B", "C", "Ab c", "d"]),
    ("* a\nb\n** c\n\n. d\n.. e\n- [x] f\n\n1. g\n\n  * h", ["a\nb", "c", "d", "e", "f", "g", "h"]),
    ("* a\n+\nb\n* c\n+\n----\ncode\n----\n* d", ["a", "b", "c", "d"]),
    ("a\n* b", ["a\n* b"]),
    (
        "a:: b\nc\nd::\n  e\nf::\n\n  g\nh:: i;; j\n\nk;; l",
        ["a", "b\nc", "d", "e", "f", "g", "h", "i;; j", "k", "l"],
    ),
    ("NOTE: a\n\n[TIP]\n====\nb\n\n* c\n====\n\n[WARNING]\nd", ["a", "b", "c", "d"]),
    ("----\ncode\n----\n\n....\ncode\n....\n\n++++\n<b>\n++++\n\n```js\ncode\n```\n\na", ["a"]),
    ("[source,js]\ncode\n\n[listing]\n--\ncode\n--\n\n--\na\n--\n\n b\n\nc", ["a", "c"]),
    ("====\na\n\n=====\nb\n=====\n====\n\n****\nc\n****\n\n____\nd\n____", ["a", "b", "c", "d"]),
    ("[verse, e]\n____\na\nb\n\nc\n____\n\n[quote]\nd", ["a|b", "c", "d"]),
    (".A _b_\n[source]\n----\ncode\n----\n\n.C\nimage::d.png[e & f,width=5]", ["A b", "C", "e & f"]),
    (":a: b\n:description: c \\\n  d\n:note-caption: Hinweis\n\ne", ["c\nd", "Hinweis", "e"]),
    ("a\n// b\nc\n\n////\nd\n////\n\n[[e]]\nf", ["a\nc", "f"]),
    ("ifdef::a[]\nb\nendif::[]\nc\n\ninclude::d.adoc[]\n\ntoc::[]\n\ncustom::x[y]\n\ne", ["b\nc", "e"]),
    ("> a\n> b\n\n'''\n\n<<<\n\nc", ["a\nb", "c"]),
    ("----\ncode <1>\n----\n<1> a\n<.> b", ["a", "b"]),
    ("---\ntitle: A b\n---\n= C\n\nd", ["A b", "C", "d"]),
    ("====\na", ["a"]),
    ("-----BEGIN PGP SIGNATURE-----\n\niQIz a b\n", []),
]
TABLES = [
    ("|===\n|a |b\n\n|c\nd\n|e\n\nf\n|===", ["a", "b", "c\nd", "e", "f"]),
    ('[cols="1,a,2*m"]\n|===\n|a\n|* b\n|c\n|d\n|===', ["a", "b"]),
    ('[%header,cols="m,1"]\n|===\n|a |b\n|c |d\n|===', ["a", "b", "d"]),
    ("|===\n2+|a .2+^.>s|b m|c l|d | e\\|f\n|===", ["a", "b", "e|f"]),
    ("|===\na|\n!===\n!a !b\n!===\n|===", ["a", "b"]),
    (',===\na,"b, c"\nd,e\n,===', ["a", "b, c", "d", "e"]),
    ('[format="csv"]\n|===\na,b\n|===', ["a", "b"]),
    ("[cols=a]\n|===\n|a\n\n* b\n|===", ["a", "b"]),
    ('[cols="m,1"]\n|===\n.2+|a |b\n|c\n|d |e\n|===', ["b", "e"]),
    ("[separator=¦]\n|===\n¦a|b ¦c\n|===", ["a|b", "c"]),
]
INLINES = [
    ("a *b* _c_ #d# **e**f __g__h `i` ``j``k", ["a b c d ef gh _ _k"]),
    ("a*b*c 2*3 x_y_z * d * i#1 and #2", ["a*b*c 2*3 x_y_z * d * i#1 and #2"]),
    ("*a _b_ `c`* [.d]#e# [f]*g* h^2^ i~3~", ["a b _ e g h2 i3"]),
    ("a +b+ ++c++ +++d+++ $$e$$ pass:[f] `+g+` `+`", ["a _ _ _ _ _ _ _"]),
    ('a "`b`" \'`c`\' "`d `e` f`"', ["a “b” ‘c’ “d _ f”"]),
    ("a`'s `'b'`", ["a’s _"]),
    (
        "a link:b[c d] http://e[f^] https://g[h,role=i] mailto:j@k[l] xref:m[n] <<o,p>> <<q>>",
        ["a c d f h l n p _"],
    ),
    ("a http://b[] link:c[] http://d.e/f_g_h. <http://i>", ["a _ _ _. _"]),
    ("{a}[b c] {d}/e[f^] {g} {nbsp}h{empty} {set:i:j}", ["b c f _ \xa0h _"]),
    ("a image:b[c d,e] icon:f[] kbd:[G] btn:[H] menu:I[J] stem:[k] custom:l[m]", ["a _ _ _ _ _ _ _", "c d"]),
    ("a:footnote:[b] c:link:d[e] f:xref:g[h]", ["a:_ c:e f:h", "b"]),
    ("a.footnote:[b *c* http://d[e].] f", ["a._ f", "b c e."]),
    ("xref:a[[.b]`c`] link:d[image:e[f]] <https://g> a<_b_> menu:C D[E]", ["_ _ _ a<_b_> _", "f"]),
    ("[[a]]b ((c)) (((d, e))) indexterm:[f] indexterm2:[g]", ["b c   g"]),
    ("(((a (b)))) ((c (d))) ***e*** ___f___ ###g### \\[__i__]_j_ \\&ndash;", ["c (d) e f g [i]j &ndash;"]),
    ("a +\nb\nc +\n +\nd", ["a|b\nc||d"]),
    ("a \\*b* \\{c} \\http://d \\_ \\e &amp; &#228; &nope;", ["a *b* {c} _ \\_ \\e & ä &nope;"]),
    ("`a *b` c*", ["_ c*"]),
    ("*a\nb* `c\nd`\ne", ["a\nb _\ne"]),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS + TABLES + INLINES)
def test_what_is_prose(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


# A sentence below the title, captions in attributes, front matter, a signature and marks that overlap code.
READ_IN_ANOTHER_WAY = ("= A\nThis", ":a: b", "---\ntitle", "-----BEGIN", "`a *b` c*")


@cache
def has_asciidoctor() -> bool:
    """Whether Asciidoctor is installed for the Ruby that there is."""
    command = ["ruby", "-e", "require 'asciidoctor'"]
    return shutil.which("ruby") is not None and subprocess.run(command, capture_output=True).returncode == 0


@pytest.mark.parametrize("text", [text for text, _ in BLOCKS + TABLES + INLINES])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_asciidoctor_says_the_same(text: str, newline: str) -> None:
    if not has_asciidoctor():
        pytest.skip("Asciidoctor is not installed")
    if text.startswith(READ_IN_ANOTHER_WAY):
        pytest.skip("stet means to differ")
    found = sorted(normal(segment.text) for segment in read(text.replace("\n", newline)).segments)
    assert found == sorted(filter(None, (normal(each) for each, _ in of_asciidoc(text))))


def test_roles() -> None:
    text = "= A\n\nb\n\n* c\n\nd:: e\n\nf footnote:[g]\n\nimage::h[i]\n\n|===\n|j\n|===\n"
    assert [segment.role for segment in read(text).segments] == [
        *("heading", "paragraph", "list-item", "term", "paragraph", "paragraph", "footnote", "alt", "cell")
    ]


def test_links_know_their_targets() -> None:
    links = read("ä https://b.c[d e] image:f[g].\n").links
    assert [(link.text, link.target, link.is_image) for link in links] == [
        ("d e", "https://b.c", False),
        ("g", "f", True),
    ]
    assert [(link.start, link.end) for link in links] == [(3, 19), (20, 30)]


def test_positions() -> None:
    text = "* ä *b*\n  &amp;c https://d[e\n  f].\n"
    (segment,) = read(text).segments
    assert segment.text == "ä b\n&c e\nf."
    for start, end, raw in (
        (0, 1, "ä"),
        (2, 3, "b"),
        (4, 5, "&amp;"),
        (5, 6, "c"),
        (7, 8, "e"),
        (10, 11, "."),
    ):
        begin, until = segment.prose.to_source(start, end)
        assert text[begin:until] == raw
    assert not segment.prose.is_editable(2, 6)


def test_comments_suppress() -> None:
    text = (
        "The the band.\n\n// stet: ignore doubled-word\nThe the band\nand the the band.\n\n"
        "// stet: ignore-start\n\nThe the band.\n\n* The the band.\n\n// stet: ignore-end\n"
    )
    assert reading.alarms("asciidoc", text) == [("doubled-word", 1)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("= A\n:lang: pt_BR\n\nb", "pt-BR"),
        (":lang: nothing\n", None),
        ("---\nlang: de\n---\n", "de"),
        ("a", None),
    ],
)
def test_the_language_that_a_file_declares(text: str, lang: str | None) -> None:
    assert asciidoc.declared_language(Source("x", text.encode())) == lang


def test_deep_blocks_end_somewhere() -> None:
    assert len(texts("".join("=" * (4 + depth) + "\na\n\n" for depth in range(300)))) > 10


def test_files_are_known_by_their_names() -> None:
    assert {format_in_folder(f"a/b.{ending}") for ending in ("adoc", "asciidoc", "asc")} == {"asciidoc"}
