#!/usr/bin/env python3
"""Hold readers of containers against maintained parsers on real files, or feed them with damaged ones.

Usage: python benchmarks/readers.py compare FORMAT FOLDER
       python benchmarks/readers.py fuzz FORMAT FOLDER [--inputs N]

"compare" reads every file of the format below FOLDER, named by its ending, and compares the texts with those
of a parser: json for JSON, JSON Lines (target and source, mt and src), ARB and .xcstrings, expat for TMX,
polib for PO, openstep-plist for .strings (install it beside stet). Blanks are left out and placeholders are
left in. That the pieces of each text map back to the file is asserted. Printed are the first differences, and
how many files differ.

"fuzz" cuts pieces out of these files, damages them at random (the same ones each time) and reads them:
100,000 unless told. Printed are the inputs on which the reader crashes or maps back wrongly, and the
slowest one.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from stetlint import readers
from stetlint.document import DECODED, OBJECT, VERBATIM, Content, Document, Prose
from stetlint.readers import messages
from stetlint.readers.json import NO_COPY
from stetlint.source import Source, SourceError, sources

Text = tuple[str, str | None]  # and what it was translated from, None where the format does not say
UNSEEN = re.compile(r"[\s\u2028]+")
SHOWN = 8  # differences
TOKENS = [
    *"< > \" ' & ; &amp; &#0; &#xD800; </seg> <seg> </tu> <tuv> <!-- --> <![CDATA[ ]]>".split(),
    *"[ ] , : = /* */ //".split(),
    *'\\ \\n \\u \\ud83d { } {{ }} {n,plural,one{ other{ %s %(a)s ` :a:` | _ # msgid" msgstr"'.split(),
    *'"target" "text": ä 😀 \0 \x7f http://a.b/c'.split(),
    *("\n", "\r\n", "\n\n", " ", "\t", "\u2028"),
]


# What the parsers read.


def of_json(text: str) -> Iterator[Text]:
    def walk(value: Any, keys: tuple[str, ...]) -> Iterator[Text]:
        if isinstance(value, str):
            if keys and not any(key.startswith(NO_COPY) for key in (*keys[-3:], keys[0])):
                yield value, None
        elif isinstance(value, _Pairs):
            has_message = False
            for key, inner in value:
                if not (key == "description" and has_message):  # what translators are told of the message
                    yield from walk(inner, (*keys, key))
                has_message |= key == "message" and bool(keys) and isinstance(inner, str)
        elif isinstance(value, list):
            for each in value:
                yield from walk(each, keys)

    return walk(json.loads(text, object_pairs_hook=_Pairs), ())


class _Pairs(list[tuple[str, Any]]):
    """An object of JSON with all its fields, also those that have one name."""


def of_jsonl(text: str) -> Iterator[Text]:
    for line in text.split("\n"):
        record = json.loads(line) if line.strip() else {}
        for text, original in (("target", "source"), ("mt", "src")):
            if text in record:
                yield record[text], record.get(original)


def of_xcstrings(text: str) -> Iterator[Text]:
    catalogue = json.loads(text)

    def units(value: Any) -> Iterator[str]:
        for key, inner in value.items() if isinstance(value, dict) else ():
            if key == "stringUnit":
                yield inner["value"] if inner.get("state") != "new" else ""
            else:
                yield from units(inner)

    for key, entry in catalogue["strings"].items():
        of = {tag: list(units(each)) for tag, each in entry.get("localizations", {}).items()}
        own = [unit for unit in of.get(catalogue.get("sourceLanguage"), []) if unit]
        for tag, texts in of.items():
            for each in texts:
                is_own = tag == catalogue.get("sourceLanguage")
                yield each, None if is_own else own[0] if len(own) == 1 else key


def of_strings(text: str) -> Iterator[Text]:
    import openstep_plist

    for key, value in openstep_plist.loads(text, use_numbers=False).items():
        yield value, key if " " in key else None


def of_tmx(text: str) -> Iterator[Text]:
    root = ElementTree.fromstring(text)
    header = root.find("header")
    of = header.get("srclang", "").lower() if header is not None else ""
    for unit in root.iter("tu"):
        variants = []
        for variant in unit.iter("tuv"):
            tag = variant.get("{http://www.w3.org/XML/1998/namespace}lang") or variant.get("lang", "")
            segment = variant.find("seg")
            if segment is not None:
                variants.append((tag.lower(), _shown(segment)))
        original = next((text for tag, text in variants if _is_same(tag, of)), None)
        is_original = [tag for tag, _ in variants if _is_same(tag, of)][:1]
        for tag, each in variants:
            if [tag] == is_original:
                is_original = []
            else:
                yield each, original


def _is_same(tag: str, other: str) -> bool:
    first, second = sorted((tag.replace("_", "-"), other.replace("_", "-")), key=len)
    return bool(first) and (first == second or second.startswith(first + "-"))


def _shown(element: ElementTree.Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag not in ("bpt", "ept", "it", "ph", "ut"):
            parts.append(_shown(child))
        parts.append(child.tail or "")
    return "".join(parts)


def of_po(text: str) -> Iterator[Text]:
    import polib

    for entry in polib.pofile(text, wrapwidth=0):
        if entry.obsolete or "fuzzy" in entry.flags:
            continue
        for number, each in sorted(entry.msgstr_plural.items()) or [(0, entry.msgstr)]:
            yield each, entry.msgid_plural if number else entry.msgid


PARSERS: dict[str, Callable[[str], Iterable[Text]]] = {
    "arb": of_json,
    "json": of_json,
    "jsonl": of_jsonl,
    "po": of_po,
    "strings": of_strings,
    "tmx": of_tmx,
    "xcstrings": of_xcstrings,
}


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
    files = differ = texts = 0
    for source in files_of(format, folder):
        try:
            wanted = list(PARSERS[format](source.text))
        except Exception as error:
            print(f"{source.path}: the parser says: {str(error)[:100]}")
            continue
        wanted = [(_seen(text), of and _seen(of)) for text, of in wanted if text.strip(messages.NO_WORDS)]
        content = checked(source, format)
        found = [(_seen(s.text), s.original and _seen(s.original.text)) for s in content.segments]
        files += 1
        texts += len(found)
        if found != wanted:
            differ += 1
            if differ <= SHOWN:
                first = next(pair for pair in zip_longest(found, wanted) if pair[0] != pair[1])
                counts = f"{len(found)} texts, {len(wanted)} of the parser"
                print(f"{source.path}: {counts}: {first[0]!r}, {first[1]!r}")
    print(f"{format}: {files} files, {differ} differ, {texts} texts")


def _seen(text: str) -> str:
    return UNSEEN.sub("", text.replace(OBJECT, ""))


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
    parser.add_argument("format", choices=PARSERS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--inputs", type=int, default=100_000)
    arguments = parser.parse_args()
    if arguments.what == "compare":
        compare(arguments.format, arguments.folder)
    else:
        fuzz(arguments.format, arguments.folder, arguments.inputs)


if __name__ == "__main__":
    main()
