"""What the PO reader makes of a catalogue; held against polib."""

from __future__ import annotations

import polib
import pytest

from stetlint.config import FileSettings
from stetlint.document import LINE_BREAK, OBJECT, VERBATIM, Content, Document
from stetlint.engine import Linter
from stetlint.readers import po
from stetlint.registry import load
from stetlint.source import Source

CATALOGUE = r"""# stet: ignore doubled-word
msgid ""
msgstr ""
"Project-Id-Version: x\n"
"Language: pt_BR\n"

#. extracted
#: a.c:1
#, c-format
#| msgid "old"
msgctxt "menu"
msgid "Save %s"
msgstr "Salvar %s"

msgid ""
"One file"
" is\n"
"here"
msgid_plural "%d files"
msgstr[0] "Um \"arquivo\""
msgstr[1] ""
"%d arqui"
"vos\taqui\n"
"Ali"

#, fuzzy
msgid "a"
msgstr "b"

#, fuzzy, c-format
msgid "c"
msgstr "d"

msgid "e"
msgstr ""

#~ msgid "f"
#~ msgstr "g"
msgid "&File"
msgstr "Ä&rquivo 😀"
"""


def read(text: str) -> Content:
    return po.read(Source("x.po", text.encode()), "en")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_entries(newline: str) -> None:
    found = [
        (s.text.replace(OBJECT, "_"), s.original and s.original.text.replace(OBJECT, "_"))
        for s in read(CATALOGUE.replace("\n", newline)).segments
    ]
    assert found == [
        ("Salvar _", "Save _"),
        ('Um "arquivo"', "One file is\nhere"),
        (f"_ arquivos\taqui{LINE_BREAK}Ali", "_ files"),
        ("Ärquivo 😀", "File"),
    ]


def test_positions() -> None:
    source = Source("x.po", CATALOGUE.encode())
    segment = po.read(source, "en").segments[2]
    start = segment.text.index("arquivos")
    span = segment.prose.to_source(start, start + len("arquivos"))
    assert source.text[span.start : span.end] == 'arqui"\n"vos'
    assert not segment.prose.is_editable(start, start + len("arquivos"))
    assert segment.prose.is_editable(start, start + 5)
    start = segment.text.index("aqui\u2028")
    assert source.position(segment.prose.to_source(start, start + 4).start) == (23, 7)


def test_nothing_but_translations_is_copy() -> None:
    source = Source("x.po", CATALOGUE.encode())
    raw = Document(source, "pt", po.read, is_container=True).raw
    assert raw.text.split() == r"Salvar %s Um \"arquivo\" %d arqui vos\taqui\n Ali Ä rquivo 😀".split()
    assert len(raw.text) == len(source.text)
    assert raw.text.count("\n") == source.text.count("\n")
    at = raw.text.index("arquivo")
    assert raw.prose.to_source(at, at + 7) == (at, at + 7)
    at = raw.text.index("rquivo ")  # the end of the last translation, with what is blank behind it
    assert raw.prose.to_source(at, len(raw.text)) == (at, at + len("rquivo 😀"))


def test_rules_see_what_the_lines_make_together() -> None:
    source = Source("x.po", b'msgid "The the a"\nmsgstr "Open the "\n"the file."\n')
    rules = load()
    linter = Linter([rules["doubled-word"]()])
    settings = FileSettings("en", True, frozenset(["doubled-word"]), {})
    report = linter.finish([linter.check(source, settings, "po")])
    assert [(f.place.text, f.place.line, f.place.column) for f in report.findings] == [('the "\n"the', 2, 14)]


def test_comments() -> None:
    content = read(CATALOGUE)
    assert [c.text for c in content.comments] == ["stet: ignore doubled-word"]
    assert content.comments[0].start == 0


@pytest.mark.parametrize(
    ("path", "text", "lang"),
    [
        ("x.po", CATALOGUE, "pt-BR"),
        ("locale/de/LC_MESSAGES/x.po", '"Language: \\n"', "de"),
        ("po/sr@latin.po", "", "sr"),
        ("po/zh_Hant.po", "", "zh-Hant"),
        ("x.po", "", None),
        ("docs/x.po", '"Language: xx\\n"', None),
    ],
)
def test_declared_language(path: str, text: str, lang: str | None) -> None:
    assert po.declared_language(Source(path, text.encode())) == lang


@pytest.mark.parametrize(
    "text",
    [
        CATALOGUE,
        'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"',
        'msgid "a\\\\n"\nmsgstr "\\\\\\" \\t b"\n\n',
        'msgctxt ""\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\nmsgstr[2] "e"\n',
    ],
)
def test_the_text_is_that_of_polib(text: str) -> None:
    expected = []
    for entry in polib.pofile(text):
        if not entry.obsolete and "fuzzy" not in entry.flags:
            expected.extend(entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
    ours = [s.prose for s in read(text).segments]
    kept = [
        "".join(
            prose.text[a:b] for a, b, piece in prose.pieces_in(0, len(prose.text)) if piece.kind is VERBATIM
        )
        for prose in ours
    ]
    plain = [text.replace("%s", "").replace("%d", "").replace("&", "") for text in expected if text]
    assert ["".join(c for c in text if c.isalnum()) for text in kept] == [
        "".join(c for c in text if c.isalnum()) for text in plain
    ]


@pytest.mark.parametrize(
    "text", ['msgstr "a', 'msgid "a"\nmsgstr "b\\', '"a"', 'msgid a\nmsgstr "b"', "msgstr[x] ''"]
)
def test_what_is_no_catalogue_is_survived(text: str) -> None:
    read(text)


def test_an_obsolete_entry_says_nothing_of_the_next() -> None:
    source = Source("a.po", b'#, fuzzy\n#~ msgid "a"\n#~ msgstr "b"\n\nmsgid "Open"\nmsgstr "Abrir"\n')
    assert [segment.text for segment in po.read(source, "pt").segments] == ["Abrir"]


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "&Open"\nmsgstr "&Abrir"',
        'msgid "Open_file"\nmsgstr "Abrir"',
        'msgid "a {n, plural, one {x} other {y z}}"\nmsgstr "b {n, plural, one {um} other {dois ou}}"',
        'msgid "%s is here"\nmsgstr " %s está aqui\\n"',
        'msgid "See it"\nmsgstr "Veja https://example.org agora"',
    ],
)
def test_what_is_made_later_fits_the_text(entry: str) -> None:
    source = Source("a.po", entry.encode())
    content = po.read(source, "pt")
    assert content.segments
    pieces = [piece[1:] for segment in content.segments for piece in segment.prose.pieces]
    told = iter(content.stretches)
    assert list(zip(told, told, told, strict=True)) == pieces
    for segment in content.segments:
        assert segment.text == segment.prose.text
        assert segment.original is not None
        assert segment.role == "cell"


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        (["def a(**b):\\n", "    return b"], ["def a(**b):\\n", "    return b"], []),
        ([">>> a('x')\\n", "x"], [">>> a('y')\\n", "y"], []),
        (["class members: x\\n", "y"], ["class: x\\n", "y"], ["class: x\ny"]),
        (["class A(B):\\n", "    pass"], ["class A(B):\\n", "    pass  # nada"], []),
        (["if a:\\n", "    b()"], ["if a:\\n", "    b()"], []),
        (["A list:\\n", "  one"], ["Una lista:\\n", "  uno"], ["Una lista:\u2028  uno"]),
        (["one\\n", "two"], ["one\\n", "two"], ["one\ntwo"]),
    ],
)
def test_blocks_of_code(original: list[str], translation: list[str], expected: list[str]) -> None:
    lines = [
        'msgid ""',
        *(f'"{line}"' for line in original),
        'msgstr ""',
        *(f'"{one}"' for one in translation),
    ]
    assert [segment.text for segment in read("\n".join(lines) + "\n").segments] == expected
