#!/usr/bin/env python3
"""Time readers and rules on text made to be hard: one piece repeated until a file is full.

Usage: python benchmarks/worst_cases.py [--rule RULE] [--size KB]

Each input is made as large as KB (500 unless told) and half of it, in one line where its piece has no line
break. Each reader reads its inputs; each default rule runs alone over the documents that the readers of text
and of Markdown make, and all of them together check the inputs as the copy of formats with fields, in entries
of 60 code points. Printed are processor seconds per MB, the ratio to half the size (2 where the time is
linear, 4 where it is quadratic; times below 20 ms tell none) and the size, which is smaller where KB would
take too long. Shown are the worst ten of the rules and the worst five of the others, and everything above
1 s per MB and rule or reader, or above a ratio of 3.

With --rule only that rule runs, also one that is off by default, and no reader is shown.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import count, product
from math import log2
from typing import NamedTuple

from stetlint import readers
from stetlint.config import FileSettings, options_of
from stetlint.document import Content, Document
from stetlint.engine import Linter
from stetlint.registry import load
from stetlint.rule import Rule
from stetlint.source import Source

STEPS = (1 / 16, 1 / 8, 1 / 2, 1)  # of the size: tried one after the other, until one takes too long
SHORTEST, LONGEST = 0.02, 0.5  # seconds: of which a ratio is told, and from which on no larger size is tried
SLOW, STEEP = 1.0, 3.0  # seconds per MB and ratio from which on everything is shown


class Input(NamedTuple):
    """A text of any size: ``piece`` as often as there is room, between ``before`` and ``after``.

    ``{}`` in a piece is another word of letters each time.
    """

    piece: str
    before: str = ""
    after: str = ""
    lang: str = "en"

    def text(self, size: int) -> str:
        """Return the text with about ``size`` bytes."""
        room = size - len((self.before + self.after).encode())
        if "{}" not in self.piece:
            # An odd number at any size: where marks make pairs, one is always left over.
            return self.before + self.piece * (room // len(self.piece.encode()) | 1) + self.after
        pieces: list[str] = []
        for number in count():
            pieces.append(self.piece.replace("{}", _word(number)))
            room -= len(pieces[-1].encode())
            if room <= 0:
                return self.before + "".join(pieces) + self.after
        raise AssertionError


def _word(number: int) -> str:
    return "".join(chr(97 + number // 26**i % 26) for i in range(4))


# What the rules are made to trip over. The text before it makes them look where a trigger would spare them.
WORDS = "Word , word. and the the 1, 2 Mr Brown Mr. Green “a” "
INPUTS = {
    # letters and words
    "one letter": Input("a"),
    "one capital": Input("A"),
    "one word": Input("the ", WORDS),
    "two words": Input("ab cd ", WORDS),
    "one name": Input("Tokaev "),
    "one sentence": Input("It is so. "),
    "distinct words": Input("{} ", WORDS),
    "distinct names": Input("A{}ov "),
    "distinct names of two words": Input("The A{}ov Global Trade Bank of B{}ia. "),
    "hyphens": Input("Aa-"),
    "pairs with a hyphen": Input("Iran-led Iranian-led ", after="-led"),
    "initials": Input("A.B. A. B. van "),
    "titles": Input("Mr Mr. A "),
    "article and place": Input("the Norway the ", "the Oslo"),
    "forms of address": Input("du Sie ", "Mr A Mr. B ", lang="de"),
    "words of three languages": Input("der und nicht the of is и не "),
    "German under English": Input("Das ist nicht der Weg und man weiß es. It is so and it is the lamp. "),
    # line breaks and blanks
    "line breaks": Input("\n", "the"),
    "one word a line": Input("the\n", WORDS),
    "one word a paragraph": Input("and the\n\n", WORDS),
    "quoted lines": Input("> The lamp is lit when it is dark.\n>\n", "Das und nicht.\n\n"),
    "blanks": Input(" ", "Word. and the", "x"),
    "hard blanks": Input("the\u00a0", WORDS),
    # marks of punctuation
    "full stops": Input(".", WORDS),
    "commas": Input(", ", WORDS),
    "marks apart": Input("a :x , !", WORDS),
    "colons": Input("TODO: ", WORDS),
    "hyphens and dashes": Input("a -- b - a – a—"),
    "letters and full stops": Input("a.The "),
    "only marks": Input(".,;:!?-()[]'\"“”*_`/", WORDS),
    "one opening bracket": Input("("),
    "one closing bracket": Input(")"),
    "brackets and letters": Input("( a", WORDS),
    "notes in brackets": Input("[TODO (untranslated "),
    "one straight quote": Input('"', WORDS),
    "words in straight quotes": Input('"a ', WORDS),
    "nested quotes": Input("“a ‘b «c „d "),
    "quotes of all kinds": Input('„a“ "b" a"“ «', WORDS, lang="de"),
    "opening quotes": Input("“", after="ä"),
    # numbers
    "digits": Input("9"),
    "numbers": Input("1, 1 .20, 000 A 5,1 100, 1001.000,", lang="de"),
    # markup
    "opening link texts": Input("[", "[a](b c) "),
    "closing link texts": Input("](", "[a](b c) "),
    "links without an end": Input("[a](https:// b. "),
    "links apart": Input("[a] (https://x.y ](/a ", "[a](b c) "),
    "addresses": Input("www. a https://a . b http: / ", "[a](b c) "),
    "links": Input("[the of and is that it](a) ", "Das und nicht. "),
    "stars": Input("*", "a** b **c"),
    "words in stars": Input("*a** **b ", "a** b **c"),
    "backticks": Input("`"),
    "words behind a backtick": Input(" `a"),
    "cells": Input("| a` "),
    "less than": Input("<"),
    "tags": Input('</<b><a "< !-', "Word , "),
    "tags of a translator": Input("</ 0><0>__PH ⟦1⟧ % "),
    "opening braces": Input("{{"),
    "braces apart": Input("{ {$ {a"),
    "entities": Input("&amp;nbsp;&lt;b&gt;\\<b>a& "),
    "fences": Input("```md\n", "Sure, here is the translation: "),
    "furniture of a page": Input("1 thought on Leave a Reply. "),
    "answers of a machine": Input("Sure, please provide the text. Here is the translation: "),
    # characters
    "CJK": Input("重要的这是"),
    "CJK and English": Input("我们的这是 the of and ", after="翻译"),
    "wide marks": Input("，「a，1、（¿"),
    "mojibake": Input("Ã©â€Ða С»"),
    "lost characters": Input("a\ufffd ", "\ufffd\ufffd"),
    "two alphabets": Input("aаdоc aж "),
    "accents apart": Input("e\u0301ﬁ", "e\u0301 "),
    "accents alone": Input("\u0301", "ﬁ "),
    "invisible characters": Input("a\u200b\u00ad\u202e`"),
}

# What the readers of single formats trip over: what stands before, and the pieces.
MARKUP = ("", "<div>\n"), ("[", "*", "<", "{{", "|", "<!-- ", '<a "', "<?", "[!INCLUDE ", "{/*", "`", "> ")
CODE = (
    ("", '{"a": "'),
    ('"', "{", "[", '{"a":', '{"a":[', "/*", "//", '"\\', '"a" = ', "a=\\\n", " ", "\\u", '"a" ', "a = "),
)
XML = (
    ("", "<source>", "<target>", "<seg>", "<string>"),
    ("<", "<a ", '<a "', "<!--", "<![CDATA[", "<?", "&", "<g>", "</g>", "<g></b>", "<source>", " \n"),
)
RST = (
    ("", "+---+\n| ", "== ==\na b\n", ".. note::\n\n  ", ".. csv-table::\n\n  ", ".. glossary::\n\n  "),
    (
        "*", "*a ", "**a", "``a ", "`a ", ":a:", "|a ", "[a", "a_ ", "\\", "$a ", "<a ", "a : ", '"a', "a,",
        "- ", "* a\n", "1. a\n", "..\n", ".. a::\n", ":a: b\n", "| a\n", "= =\n", "+-", "+-+\n", "+-+\n|a|\n",
        "a\n=\n", "::\n", "a\n b\n", "\n\n  a\n",
    ),
)  # fmt: skip
ASCIIDOC = (
    ("", "|===\n", ",===\n", "[a]\n", "* a\n", "include::"),
    (
        "*", "*a ", "_a ", "`a ", "``a", "+a ", "^a", "#a ", '"`a', "[[a", "<<a", "<<a,b", "((a", "(((a",
        "{a", "{a}b[", "a:b[", "a,", "[", "xref:", "http://a[", "image:a[b,", "footnote:[a", "&a", "\\*",
        "|a ", "2+|a", "a;; ", "a::\n", "* a\n", "=== a\n", "----\n", "====\n", "--\n", "////\n", "//a\n",
        ":a: b\\\n", "[a]\n", "a +\n", " a\n", "ifdef::a[]\n",
    ),
)  # fmt: skip
OF_FORMATS: dict[str, tuple[Iterable[str], Iterable[str]]] = {
    "markdown": MARKUP,
    "mdx": MARKUP,
    "rst": RST,
    "asciidoc": ASCIIDOC,
    "html": (
        ("", "<p "),
        ("<", "<p ", '<a "', "<!-- ", "{{", "{%", "<%", "<?", "&", "<p>", "<code>", "<i lang=de>", " \n"),
    ),
    "po": (
        ("", 'msgid "a"\nmsgstr "'),
        (
            '"',
            '"\\',
            'msgid "',
            '"a"\n',
            'msgid "a"\nmsgstr "b"\n',
            "#\n",
            "#, fuzzy\n",
            '\nmsgstr "\\n',
            "{a,",
            "%0",
            "&a",
        ),
    ),
    "subtitles": (
        ("", "1\n00:00:01,000 --> 00:00:01,500\n"),
        ("1\n", "00:00:01,000 --> 00:00:01,500\n", "a\n", "<", "<i", "{\\", "&", "NOTE a\n", " ", "..."),
    ),
    "android": XML,
    "tmx": XML,
    "xliff": XML,
    "arb": CODE,
    "json": CODE,
    "jsonl": (
        ("", '{"text": "'),
        ('"', "{", "[", '{"text":"a ', '{"text": "a"}\n', "\\u", "\\n", "{n, plural, other {", "a\n"),
    ),
    "properties": CODE,
    "strings": CODE,
    "xcstrings": CODE,
    "yaml": (
        ("", "a: '"),
        ("a:\n", "a: b\n\n", "- ", "a: |\n", '"', "'", "[", "{a: ", 'a: "\n', "&a ", "#\n"),
    ),
}
OF_ALL_INPUTS = ("text", "markdown")
# Formats with fields: what stands before, an entry with the number {n} and the copy {}, what parts and ends.
OF_FIELDS = {
    "jsonl": ("", '{"source": "a {n}", "target": "{}"}', "\n", "\n"),
    "po": ("", 'msgid "a {n}"\nmsgstr "{}"', "\n\n", "\n"),
    "xcstrings": (
        '{"strings": {',
        '"a {n}": {"localizations": {"en": {"stringUnit": {"value": "{}"}}}}',
        ",\n",
        "}}",
    ),
}
ENTRY = 60  # code points of copy


def copy(format: str, input: Input, size: int) -> str:
    """Return an input as the copy of a file that has about ``size`` bytes."""
    before, entry, between, after = OF_FIELDS[format]
    text = input.text(size)
    entries: list[str] = []
    for number, at in enumerate(range(0, len(text), ENTRY)):
        value = json.dumps(text[at : at + ENTRY], ensure_ascii=False)[1:-1]
        entries.append(entry.replace("{n}", str(number)).replace("{}", value))
        size -= len(entries[-1].encode()) + len(between)
        if size < 0:
            break
    return before + between.join(entries) + after


class Timing(NamedTuple):
    """Seconds per MB, the ratio to half the size (0 where none can be told), bytes, and what was timed."""

    seconds: float
    ratio: float
    size: int
    what: str

    def __str__(self) -> str:
        ratio = f"{self.ratio:6.1f}" if self.ratio else "     -"
        return f"{self.seconds:10.3f} s/MB {ratio} {self.size // 1000:5} kB   {self.what}"


def timed(prepare: Callable[[int], Callable[[], object]], size: int, what: str) -> Timing:
    """Time what ``prepare`` returns for a size."""
    done: list[tuple[int, float]] = []
    for step in STEPS:
        at = int(size * step)
        run = prepare(at)
        gc.disable()  # as the command does
        start = time.process_time()
        run()
        done.append((at, max(time.process_time() - start, 1e-6)))
        gc.enable()
        if len(done) > 1 and done[-1][1] > LONGEST:
            break
    (before, shorter), (at, longer) = done[-2:]
    ratio = (longer / shorter) ** (1 / log2(at / before)) if longer > SHORTEST else 0
    return Timing(longer / at * 1e6, ratio, at, what)


def time_readers(format: str, name: str, input: Input, size: int) -> list[Timing]:
    """Time the reader of a format and, where it has one, the short cut to the gist."""
    reader = readers.get(format)
    gist = getattr(reader, "gist", None)
    found = [time_reader(reader.read, format, name, input, size)]
    return found if gist is None else [*found, time_reader(gist, f"gist of {format}", name, input, size)]


def time_reader(
    read: Callable[[Source, str], object], what: str, name: str, input: Input, size: int
) -> Timing:
    def prepare(size: int) -> Callable[[], object]:
        source = Source("x", input.text(size).encode())
        return lambda: read(source, input.lang)

    return timed(prepare, size, f"{what}: {name}")


def time_rule(rule: Rule, format: str, name: str, input: Input, size: int) -> Timing:
    """Time a rule alone, on what the reader has made of an input."""
    linter = Linter([rule])
    settings = FileSettings(input.lang, True, frozenset((rule.id,)), {})

    def prepare(size: int) -> Callable[[], object]:
        source, content = contents(format, input, size)
        # A document of its own: what it has computed for another rule does not count.
        document = Document(source, input.lang, lambda *_: content)

        def run() -> None:
            report = linter.finish([linter.check_document(document, settings)])
            for problem in report.problems:
                sys.exit(f"{format}: {name}: {problem.message}")

        return run

    return timed(prepare, size, f"{rule.id} in {format}: {name}")


def time_fields(linter: Linter, format: str, name: str, input: Input, size: int) -> Timing:
    """Time all rules, with the reader, on an input as copy."""
    settings = FileSettings(input.lang, True, frozenset(linter.rules), {})

    def prepare(size: int) -> Callable[[], object]:
        source = Source("x", copy(format, input, size).encode())

        def run() -> None:
            for problem in linter.finish([linter.check(source, settings, format)]).problems:
                sys.exit(f"{format}: {name}: {problem.message}")

        return run

    return timed(prepare, size, f"{format}: {name}")


@lru_cache(maxsize=2 * len(STEPS))  # also for the small one at first use
def contents(format: str, input: Input, size: int) -> tuple[Source, Content]:
    source = Source("x", input.text(size).encode())
    return source, readers.get(format).read(source, input.lang)


def cases(formats: Iterable[str]) -> Iterator[tuple[str, str, Input]]:
    """Yield each input in each of some formats."""
    yield from ((format, name, input) for format, (name, input) in product(formats, INPUTS.items()))


def show(title: str, timings: list[Timing], most: int, slow: float = SLOW) -> None:
    """Print the worst timings, and behind them what else is slow or steep."""
    timings.sort(reverse=True)
    print(f"{title}: {len(timings)} measured, the worst {min(most, len(timings))}:")
    print(*timings[:most], sep="\n")
    others = [timing for timing in timings[most:] if timing.seconds > slow or timing.ratio > STEEP]
    if others:
        print(f"also above {slow:g} s/MB or a ratio of {STEEP:g}:", *others, sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rule", help="time only this rule, and no reader")
    parser.add_argument("--size", type=int, default=500, metavar="KB", help="of the larger input")
    arguments = parser.parse_args()
    size = arguments.size * 1000

    known = load()
    if arguments.rule not in (None, *known):
        parser.error(f"no rule {arguments.rule!r}")
    chosen = [known[arguments.rule]] if arguments.rule else [r for r in known.values() if r.is_default]
    rules = [rule(options_of(rule, {})) for rule in chosen]
    of_rules: list[Timing] = []
    of_readers: list[Timing] = []
    for format, name, input in cases(OF_ALL_INPUTS):
        for rule in rules:
            time_rule(rule, format, name, input, 1000)  # what the first use compiles and loads
            of_rules.append(time_rule(rule, format, name, input, size))
        if not arguments.rule:
            of_readers.extend(time_readers(format, name, input, size))
    show("rules", of_rules, 10)
    if arguments.rule:
        return
    linter = Linter(rules)
    of_fields = [time_fields(linter, *case, size) for case in cases(OF_FIELDS)]
    show("all rules on copy in fields", of_fields, 5, SLOW * len(rules))
    for format in readers.FORMATS:
        before, pieces = OF_FORMATS.get(format, ((), ()))
        for start, piece in product(before, pieces):
            name = f"{start!r} and {piece!r}" if start else repr(piece)
            of_readers.extend(time_readers(format, name, Input(piece, start), size))
    show("readers", of_readers, 5)


if __name__ == "__main__":
    main()
