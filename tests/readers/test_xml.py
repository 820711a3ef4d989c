"""XLIFF, TMX and Android's strings; the text is held against an XML parser."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from stetlint.document import LINE_BREAK, OBJECT, Content
from stetlint.readers import android, tmx, xliff
from stetlint.readers.prose import ProseBuilder
from stetlint.readers.xmltext import Walk
from stetlint.source import Source


def shown(text: str) -> str:
    return text.replace(OBJECT, "_").replace(LINE_BREAK, "|")


def pairs(content: Content) -> list[tuple[str, str | None]]:
    return [(shown(s.text), shown(s.original.text) if s.original else None) for s in content.segments]


def unit(inner: str) -> Source:
    text = f'<xliff version="1.2"><file target-language="de"><body>{inner}</body></file></xliff>'
    return Source("x.xlf", text.encode())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<trans-unit><source>a</source><target>b</target></trans-unit>", [("b", "a")]),
        ("<trans-unit><source>a</source></trans-unit><trans-unit><target>b</target>", [("b", None)]),
        ("<trans-unit><source>a</source><target state='new'>a</target></trans-unit>", []),
        ("<trans-unit translate='no'><source>a</source><target>a</target></trans-unit>", []),
        ("<group translate='no'><group></group><trans-unit><target>a</target></trans-unit></group>", []),
        (
            "<trans-unit><source>a</source><target>b</target>"
            "<alt-trans><source>c</source><target>d</target></alt-trans><note>e</note></trans-unit>",
            [("b", "a")],
        ),
        (
            "<trans-unit><source>a <g id='1'>b</g></source>"
            "<target>c <g id='1'>d</g><x id='2'/>e <ph id='3'>&lt;br/&gt;</ph>f</target></trans-unit>",
            [("c d_e _f", "a b")],
        ),
        (
            "<trans-unit><target><mrk mtype='seg'>a.</mrk> <mrk mtype='protected'>b</mrk> c</target>",
            [("a. _ c", None)],
        ),
        ("<trans-unit><target>a &amp;amp; &#228;&#x1F600; <![CDATA[&amp; <b>c</b>]]></target></trans-unit>",
         [("a & ä😀 & _c_", None)]),
        ("<trans-unit><target>a\n      b\n      C %s {0}</target></trans-unit>", [("a\nb|C _ _", None)]),
        ("<trans-unit><source>a</source><target>b<b>c</trans-unit>", [("b_c", "a")]),
    ],
)  # fmt: skip
def test_xliff_1(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert pairs(xliff.read(unit(text), "de")) == expected


def test_xliff_2() -> None:
    source = Source(
        "x.xlf",
        b"""<xliff version="2.0" srcLang="en" trgLang="de"><file><unit>
        <originalData><data id="d">%s</data></originalData><notes><note>n</note></notes>
        <segment state="final"><source>a <ph id="1"/></source><target>b <ph id="1"/></target></segment>
        <ignorable><source> </source><target> </target></ignorable>
        <segment state="initial"><source>c</source><target>c</target></segment>
        <segment><source>d <pc id="2">e</pc></source>
        <target>f <pc id="2">g</pc><cp hex="0001"/></target></segment>
        <mtc:matches><mtc:match><source>h</source><target>i</target></mtc:match></mtc:matches>
        </unit></file></xliff>""",
    )
    assert xliff.declared_language(source) == "de"
    content = xliff.read(source, "de")
    assert pairs(content) == [("b _", "a _"), ("f g_", "d e")]
    assert {(s.lang, s.original_lang) for s in content.segments} == {("de", "en")}


def test_xliff_files_have_languages_of_their_own() -> None:
    text = b"""<file target-language="pt_BR"><target>a</target></file>
    <file target-language="fr"><target>b</target>"""
    source = Source("x.xlf", text)
    assert xliff.declared_language(source) == "pt-BR"
    assert [s.lang for s in xliff.read(source, "pt-PT").segments] == ["pt-PT", "fr"]


def test_tmx() -> None:
    source = Source(
        "x.tmx",
        b"""<tmx version="1.4"><header srclang="en-US"/><body><tu><note>n</note>
        <tuv xml:lang="EN"><seg>a</seg></tuv><tuv xml:lang="de"><seg>b <bpt i="1">&lt;b></bpt>c</seg></tuv>
        <tuv lang="fr"><seg>d <hi>e</hi></seg></tuv></tu><tu><tuv xml:lang="fr"><seg>f</seg></tuv></tu>
        </body></tmx>""",
    )
    assert tmx.declared_language(source) == "de"
    content = tmx.read(source, "de-AT")
    assert pairs(content) == [("b _c", "a"), ("d e", "a"), ("f", None)]
    assert [(s.lang, s.original_lang) for s in content.segments] == [
        ("de-AT", "en-US"),
        ("fr", "en-US"),
        ("fr", "en-US"),
    ]


def test_android() -> None:
    source = Source(
        "app/src/main/res/values-pt-rBR/strings.xml",
        b"""<!DOCTYPE resources [<!ENTITY app "x">]>
        <resources xmlns:xliff="x"><!-- stet: ignore -->
        <string name="a">It\\'s &app; <b>bold</b>\\n\\u00e4 <xliff:g id="n">%1$d</xliff:g>\\n&lt;i></string>
        <string name="b" translatable="false">no</string><string name="c">@string/a</string>
        <string name="d">" a  b"</string>
        <plurals name="e"><item quantity="one">%d file</item></plurals>
        <string-array name="f" translatable="false"><item>no</item></string-array>
        <string name="g"><![CDATA[<p>A&amp;b</p>]]></string>
        <color name="h">#fff</color></resources>""",
    )
    assert android.declared_language(source) == "pt-BR"
    content = android.read(source, "pt-BR")
    assert [shown(s.text) for s in content.segments] == ["It's _ bold|ä _|_", "a  b", "_ file", "_A&b_"]
    assert [c.text for c in content.comments] == ["stet: ignore"]
    segment = content.segments[0]
    for start, end, span in segment.prose.verbatim_in(0, len(segment.text)):
        assert source.text[span.start : span.end] == segment.text[start:end]


@pytest.mark.parametrize(
    "text",
    [
        "a &lt;b&gt; &#xe4;",
        "a <b>c <i>d</i></b> e",
        "<![CDATA[a <b> ]] c]]>d",
        "a<!-- b -->c<?d e?>f",
        "a='b' \"c\" > d",
    ],
)
def test_the_text_is_that_of_a_parser(text: str) -> None:
    element = ElementTree.fromstring(f"<x>{text}</x>")
    builder = ProseBuilder(Source("x", f"<x>{text}</x>".encode()))
    walk = Walk(builder.source)
    next(walk)
    walk.content(builder, shown=frozenset((b"b", b"i")))
    assert "".join(builder.parts) == "".join(element.itertext())
