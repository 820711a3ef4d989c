"""reStructuredText: what is prose in it, at which place; docutils has to say the same."""

from __future__ import annotations

from functools import partial

import pytest

import reading
from oracles import normal
from oracles.rst import of_rst
from stetlint.readers import format_in_folder

read = partial(reading.read, "rst")
texts = partial(reading.texts, "rst")

BLOCKS = [
    ("a\nb\n\nc\r\nd", ["a\nb", "c\nd"]),
    ("A\n=\n\n===\nB C\n===\n\n====\n Long\n====\n", ["A", "B C", "Long"]),
    ("中文\n====\n\nab\n=\n", ["中文", "ab\n="]),
    ("a\n\n----\n\nb", ["a", "b"]),
    ("- a\n  b\n\n  c\n\n  - d\n- e", ["a\nb", "c", "d", "e"]),
    ("1. a\n2. b\n\n#. c\n\n(iv) d\n(v) e\n\nA) f", ["a", "b", "c", "d", "e", "f"]),
    ("1. a\nb", ["1. a\nb"]),
    ("term\n  a\n\n  b\n\nother : class\n  c", ["term", "a", "b", "other", "class", "c"]),
    (":name: a\n   b\n:type: int\n:other:\n  c", ["a\nb", "c"]),
    ("-o FILE, --out=FILE  a\n                     b\n/V  c", ["a\nb", "c"]),
    ("| a\n| b\n  c\n|\n| d", ["a|b\nc", "d"]),
    ("a\n\n   b\n\n   -- c", ["a", "b", "c"]),
    ("a::\n\n  code\n\nb ::\n\n  code\n\n::\n\n  code\n\nc", ["a:", "b", "c"]),
    ("a::\n\n> quoted\n> code\n\nb", ["a:", "b"]),
    (">>> code\nresult\n\na", ["a"]),
    (".. a comment\n   b\n\nc\n\n..\n\n  d", ["c", "d"]),
    (".. _a: http://b\n.. __: http://c\n__ http://d\n\ne", ["e"]),
    (".. [1] a\n   b\n.. [#x] c\n.. [Cit] d", ["a\nb", "c", "d"]),
    (".. |a| replace:: b *c*\n.. |d| image:: e\n   :alt: f\n.. |g| image:: h", ["b c", "f"]),
    ("a\n\tb\n\n- c\n\td", ["a", "b", "c", "d"]),
    ("\u3000\u3000a\nb", ["a\nb"]),
]
DIRECTIVES = [
    (".. note:: a\n   b\n\n   c", ["a\nb", "c"]),
    (".. note::\n   :class: x\n\n   a", ["a"]),
    (".. admonition:: A\n   :class: x\n\n   b", ["A", "b"]),
    (".. versionadded:: 2.0\n   a", ["a"]),
    (".. deprecated:: 2.0 a\n\n   b", ["a", "b"]),
    (".. figure:: a.png\n   :alt: b\n     c\n   :width: 5\n\n   d\n\n   e", ["b\nc", "d", "e"]),
    (".. code-block:: python\n   :caption: a *b*\n\n   code\n\nc", ["a b", "c"]),
    (".. math:: x\n\n.. raw:: html\n\n   <p>a\n\n.. nobody-knows:: a\n\n   b\n\nc", ["c"]),
    (".. nobody-knows::\n\n   .. note:: a", ["a"]),
    (".. py:function:: f(x)\n   :async:\n\n   a\n\n   :param x: b\n   :rtype: int", ["a", "b"]),
    (".. toctree::\n   :caption: A\n\n   b\n   C d <e>", ["A", "C d"]),
    (".. list-table:: A\n   :header-rows: 1\n\n   * - b\n     - c\n   * - d\n     -", ["A", "b", "c", "d"]),
    ('.. csv-table:: A\n   :header: b, "c, d"\n\n   e, "f\n   g"', ["A", "b", "c, d", "e", "f\ng"]),
    (".. csv-table:: a\n   :header:\n\n   b", ["a", "b"]),
    (".. glossary::\n\n   a\n   b : key\n     c\n\n   d\n     e", ["a", "b", "c", "d", "e"]),
    (".. meta::\n   :description lang=en: a\n     b\n   :keywords: c", ["a\nb"]),
    (".. epigraph::\n\n   a\n\n   -- b", ["a", "b"]),
]
TABLES = [
    ("+---+-----+\n| a | b   |\n|   | c   |\n+===+=====+\n| d | - e |\n+---+-----+", ["a", "b\nc", "d", "e"]),
    (
        "+---+---+\n| a | b |\n+---+---+\n| c | d |\n|   +---+\n| e | f |\n+---+---+",
        ["a", "b", "c", "d", "e", "f"],
    ),
    ("+---+---+\n| a b c |\n+---+---+\n| d | e |\n+---+---+", ["a b c", "d", "e"]),
    ("+----+---+\n| 中 | a |\n+----+---+\n| é  | b |\n+----+---+", ["中", "a", "é", "b"]),
    ("+---+\n| a |\n+--+\n\nb", ["b"]),
    (
        "== ====\na  b\n== ====\nc  d\n   e\n\nf  g h i\n== ====\n\nj",
        ["a", "b", "c", "d\ne", "f", "g h i", "j"],
    ),
    ("== == ==\na     b\n----- --\nc  d  e\n== == ==", ["a", "b", "c", "d", "e"]),
]
INLINES = [
    ("a *b* **c** d", ["a b c d"]),
    ("a ``b c`` `d` :func:`e` :ref:`f` g", ["a _ _ _ _ g"]),
    ("`a b <http://c>`_ `d`_ `e`__ f_ g__ [1]_ |h| |i|_", ["a b d e f g _ _ _"]),
    (":doc:`a b <c>` :ref:`d<e>` :class:`f <g>` :pull:`h <1>` :py:func:`i <j>`", ["a b d _ h _"]),
    (":sub:`a` :guilabel:`b` :abbr:`c (d)` _`e`", ["a b c (d) e"]),
    ("a\\*b\\* \\\\ \\`c\\` *d*\\ e", ["a*b* \\ `c` de"]),
    ("a*b*c 2*3 * d *", ["a*b*c 2*3 * d *"]),
    ("(*) \"*\" '``' (**)", ["(*) \"*\" '``' (**)"]),
    ("**a *b*", ["**a b"]),
    ("*a\nb* ``c\nd``\ne", ["a\nb _\ne"]),
    ("foo_bar_baz __init__ a_", ["foo_bar_baz __init__ a"]),
    ("a $x_1$ costs $5 or $6 and $e_f $ and $$\n\\g\n$$", ["a _ costs $5 or $6 and $e_f $ and _"]),
    ("《*a*》。*b*。", ["《a》。b。"]),
    ("see http://a.b/c_d, me@a.b", ["see _, _"]),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS + DIRECTIVES + TABLES + INLINES)
def test_what_is_prose(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in BLOCKS + DIRECTIVES + TABLES + INLINES])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_docutils_says_the_same(text: str, newline: str) -> None:
    if text.startswith((".. csv-table", ".. glossary", "a $")):
        pytest.skip("docutils reads tables of values by itself, and Sphinx the others")
    found = sorted(normal(segment.text) for segment in read(text.replace("\n", newline)).segments)
    assert found == sorted(filter(None, (normal(each) for each, _ in of_rst(text))))


def test_roles() -> None:
    text = "A\n=\n\nb\n\n- c\n\nd\n  e\n\n.. [1] f\n.. image:: x\n   :alt: g\n\n== ==\nh  i\n== ==\n"
    assert [segment.role for segment in read(text).segments] == [
        *("heading", "paragraph", "list-item", "term", "paragraph", "footnote", "alt", "cell", "cell")
    ]


def test_links_know_their_targets() -> None:
    links = read("`a b <http://c>`_ and d_.\n\n.. _d: http://e\n").links
    assert [(link.text, link.target) for link in links] == [("a b", "http://c"), ("d", "http://e")]
    assert [(link.start, link.end) for link in links] == [(0, 17), (22, 24)]


def test_positions() -> None:
    text = "- ä *b*\n  \\*c :ref:`d e\n  <f>`.\n"
    (segment,) = read(text).segments
    assert segment.text == "ä b\n*c d e."
    for start, end, raw in ((0, 1, "ä"), (2, 3, "b"), (4, 5, "\\*"), (7, 10, "d e"), (10, 11, ".")):
        begin, until = segment.prose.to_source(start, end)
        assert text[begin:until] == raw
    assert not segment.prose.is_editable(2, 6)


def test_comments_suppress() -> None:
    text = (
        "The the band.\n\n.. stet: ignore doubled-word\n\nThe the band\nand the the band.\n\n"
        ".. stet: ignore-start\n\nThe the band.\n\nThe the band.\n\n.. stet: ignore-end\n"
    )
    assert reading.alarms("rst", text) == [("doubled-word", 1)]


def test_deep_blocks_end_somewhere() -> None:
    assert len(texts("- " * 3000 + "a")) <= 1
    assert texts("".join(" " * depth + "a\n" for depth in range(300)))


def test_files_are_known_by_their_names() -> None:
    assert format_in_folder("a/b.rst") == format_in_folder("c.rest") == "rst"
    assert format_in_folder("index.txt") == "text"
