"""What of a message is prose: placeholders, tags and code are not."""

from __future__ import annotations

import pytest

from stetlint.document import OBJECT
from stetlint.readers import messages
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source


def prose(text: str, *, accelerator: str = "", is_qt: bool = False) -> str:
    builder = ProseBuilder(Source("x", text.encode()))
    builder.verbatim(0, len(text.encode()), text)
    proses = messages.proses_of(builder, accelerator=accelerator, is_qt=is_qt)
    for shown in proses:
        for start, end, span in shown.verbatim_in(0, len(shown.text)):
            assert text[span.start : span.end] == shown.text[start:end]
    return " | ".join(shown.text.replace(OBJECT, "_") for shown in proses)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a %s b %1$s c %-10.3f d %ld e %@", "a _ b _ c _ d _ e _"),
        ("%(a)s b %(c d)d %{e} %count% f", "_ b _ _ _ f"),
        ("100 % de c, 100% done, 50%d, 100%", "100 % de c, 100% done, 50%d, 100%"),
        ("%ig %ich", "%ig %ich"),
        ("100%% a", "100% a"),
        ("a {} {0} {b} {c.d} {{ e }} ${f} #{g} {h:>5} { $i }", "a _ _ _ _ _ _ _ _ _"),
        ("a {n, plural, one {# b} other {# {c}}} d", "a _ _ d | _ b"),
        ("{n, plural, =0{a} =1 {b # #c} other{# d's}}.", "_ d's. | a | b _ _c"),
        ("{n,plural,offset:1 other{a}one{b}}", "a | b"),
        ("{g, select, female {She} male {He} other {They}} left #1", "They left #1 | She | He"),
        (
            "{g, select, f {her {n, plural, one {# b} other {# c}}} other {its {n, plural, other {d #}}}} e",
            "its d _ e | her _ c | _ b",
        ),
        ("{n, selectordinal, one {#st} other {#th}} a", "_th a | _st"),
        ("a {g, select,\n  a { b }\n  other { c }\n}\nd", "a c\nd | b"),
        ("a{n, plural, one { b} other { cs}} d", "a cs d | b"),
        ("file{n, plural, one {} other {s}}, a {n, plural, one {b} other {}} c", "files, a _ c |  | b"),
        ("a {n, plural, one {b} other c} d {n, plural} {n, plural, one} e", "a _ d _ _ e"),
        ("a {n, number, #} b {n, plural, other {<b>%s</b> &amp; {x}", "a _ b {n, plural, other {_ & _"),
        ("{see the note} { {name} } {a", "{see the note} { _ } {a"),
        ("a $t(b.c) @:d.e", "a _ _"),
        ("a <b>b</b> <0>c</0> <br/> <!-- d --> < e <f", "a _b_ _c_ _ _ < e <f"),
        ("see\n```py\na = `b` ** 2\n\nend end\n``` and ```", "see\n_ and ```"),
        ("````\n```py\na\n```\n```` b", "_ b"),
        ("see :ref:`a b <c>` and ``x `y` z`` or `code`", "see _ and _ or _"),
        ("`text <https://a.b>`_ and `name`_, `a b`__", "text and name, a b"),
        ("|a| [#]_ [1]_ *b*\\ s \\ t", "_ _ _ *b*s \\ t"),
        ("&lt;a&gt; &nbsp;&auml; &nope; & b", "<a> \xa0ä &nope; & b"),
        ("see http://a.b/c%20d.", "see _."),
    ],
)
def test_what_is_prose(text: str, expected: str) -> None:
    assert prose(text) == expected


def test_what_flags_say() -> None:
    assert prose("Sa&ve &amp; %1", accelerator="&", is_qt=True) == "Save & _"
    assert prose("Sa&ve %1") == "Sa&ve %1"
    assert prose("_Open a_b", accelerator="_") == "Open ab"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Save", "cell"),
        ("Save as", "cell"),
        ("Done.", "paragraph"),
        ("«Done!» ", "paragraph"),
        ("a " * 6, "paragraph"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert messages.role_of(text) == role


@pytest.mark.parametrize(
    "unit",
    ["{", "{a ", "{a,", "<", "<!--", "%", "%0", "%a", "`", "` ", "``a ", ":a", "|a", "[*", "&a", "$t(", "a}"],
)
def test_one_piece_again_and_again(unit: str) -> None:
    prose(unit * 2_000)
