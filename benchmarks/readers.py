#!/usr/bin/env python3
"""Hold readers against maintained parsers on real files, or feed them with damaged ones.

Usage: python benchmarks/readers.py compare FORMAT FOLDER
       python benchmarks/readers.py fuzz FORMAT FOLDER [--inputs N]

"compare" reads every file of the format below FOLDER, named by its ending, and compares the texts with those
of a parser, in whatever order: benchmarks/oracles/ has one for each format (openstep-plist for .strings and
Asciidoctor have to be installed beside stet). Blanks are one, and so is what is no prose; placeholders are
left in. That the pieces of each text map back to the file is asserted. Printed are what only one of the two
has, of the first files that differ, and how many files and texts are the same.

"fuzz" cuts pieces out of these files, damages them at random (the same ones each time) and reads them:
100,000 unless told. Printed are the inputs on which the reader crashes or maps back wrongly, and the
slowest one.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import oracles
from stetlint import readers
from stetlint.document import DECODED, OBJECT, VERBATIM, Content, Document, Prose
from stetlint.readers import messages
from stetlint.source import Source, SourceError, sources

SHOWN = 20  # files that differ, and inputs that are bad
TOKENS = [
    *"< > \" ' & ; &amp; &#0; &#xD800; </seg> <seg> </tu> <tuv> <!-- --> <![CDATA[ ]]>".split(),
    *"[ ] , : = /* */ //".split(),
    *'\\ \\n \\u \\ud83d { } {{ }} {n,plural,one{ other{ %s %(a)s ` :a:` | _ # msgid" msgstr"'.split(),
    *'"target" "text": ä 😀 \0 \x7f http://a.b/c'.split(),
    *"|=== ---- ==== + * _ # `` [[a]] [a] <<a>> a:: .. :a: == ~~~".split(),
    *("\n", "\r\n", "\n\n", " ", "\t", "\u2028"),
]


def files_of(format: str, folder: Path) -> Iterator[Source]:
    """Yield the files of a format that are UTF-8."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name.endswith(readers.FORMATS[format]):
            with path.open("rb") as stream:
                (source,) = sources(str(path), stream)
            if isinstance(source, SourceError):
                print(f"{path}: {source.message}")
            else:
                yield source


def compare(format: str, folder: Path) -> None:
    messages.proses_of = lambda builder, **_: [Prose("".join(builder.parts), builder.pieces, builder.source)]
    parse = oracles.parser(format)
    files = same_files = texts = same_texts = 0
    for source in files_of(format, folder):
        try:
            wanted = counted(parse(source.text))
        except Exception as error:
            print(f"{source.path}: the parser says: {str(error)[:100]}")
            continue
        front, body = Counter[oracles.Text](), Counter[oracles.Text]()
        for each in checked(source, format).segments:
            text = (each.text, each.original and each.original.text)
            (front if each.role == "front-matter" else body).update(counted([text]))
        found = body + (front & (wanted - body))  # few parsers read front matter
        files += 1
        texts += wanted.total()
        same_texts += (found & wanted).total()
        same_files += found == wanted
        if found != wanted and files - same_files <= SHOWN:
            here, there = list((found - wanted).elements()), list((wanted - found).elements())
            print(f"{source.path}: only here {here[:3]!r}, only there {there[:3]!r}")
    print(
        f"{format}: {files} files, {same_files} the same; {texts} texts of the parser, {same_texts} the same"
    )


def counted(texts: Iterable[oracles.Text]) -> Counter[oracles.Text]:
    """Count the texts that have words."""
    normal = oracles.normal
    pairs = ((normal(text), None if of is None else normal(of)) for text, of in texts)
    return Counter(pair for pair in pairs if pair[0])


def checked(source: Source, format: str) -> Content:
    """Read a source, and assert that what is read maps back to it."""
    reader = readers.get(format)
    reader.declared_language(source)
    content = reader.read(source, "en")
    for segment in content.segments:
        for prose in (segment.prose, segment.original):
            if prose is None:
                continue
            behind = 0
            for start, end, piece in prose.pieces_in(0, len(prose.text)):
                assert behind <= piece.start < piece.end <= len(source.data), "the pieces are not in order"
                behind = piece.end
                if piece.kind is VERBATIM:
                    same = source.data[piece.start : piece.end].decode() == prose.text[start:end]
                    assert same, "the text is not that of the file"
                elif piece.kind is not DECODED:
                    assert prose.text[start:end] == OBJECT, "what is opaque is no object"
    return content


def fuzz(format: str, folder: Path, inputs: int) -> None:
    dice = random.Random(7)
    seeds = [
        source.text[at : at + dice.choice((150, 300, 500))]
        for source in files_of(format, folder)
        for at in (0, source.text.rfind("\n", 0, dice.randrange(len(source.text) + 1)) + 1)
    ]
    bad, slowest = 0, 0.0
    for _ in range(inputs):
        text = dice.choice(seeds)
        for _ in range(dice.randrange(1, 6)):
            text = damaged(text, dice)
        source = Source("x", text.encode("utf-8", "replace"))
        start = time.process_time()
        try:
            content = checked(source, format)
            raw = Document(source, "en", lambda *_, content=content: content, is_container=True).raw
            assert len(raw.text) == len(source.text), "the raw text has another length"
        except Exception as error:
            bad += 1
            if bad <= SHOWN:
                print(f"{type(error).__name__}: {error}: {source.text!r}")
        slowest = max(slowest, time.process_time() - start)
    print(f"{format}: {inputs} inputs, {bad} bad, the slowest took {1000 * slowest:.0f} ms")


def damaged(text: str, dice: random.Random) -> str:
    """Put something in, take something out, or repeat a piece."""
    at, other = dice.randrange(len(text) + 1), dice.randrange(len(text) + 1)
    match dice.randrange(4):
        case 0:
            return text[:at] + text[at + dice.randrange(1, 8) :]
        case 1:
            return text[:at] + text[other : other + dice.randrange(1, 40)] + text[at:]
        case _:
            return text[:at] + dice.choice(TOKENS) + text[at:]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("compare", "fuzz"))
    parser.add_argument("format", choices=oracles.MODULES)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--inputs", type=int, default=100_000)
    arguments = parser.parse_args()
    if arguments.what == "compare":
        compare(arguments.format, arguments.folder)
    else:
        fuzz(arguments.format, arguments.folder, arguments.inputs)


if __name__ == "__main__":
    main()
