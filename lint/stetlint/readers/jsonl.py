"""JSON Lines: one record a line, as translation pipelines exchange segments.

Which fields hold the text, its original and their languages says the table [fields] of the configuration; its
defaults are the names that such records mostly have. Where a field, or the record itself, holds one text in
several languages, by their codes, the first is the original and the others are its translations:
{"translation": {"en": …, "de": …}}, {"en": …, "de": …, "fr": …}.

A line that is no record is named, and the others are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import islice, pairwise, zip_longest
from typing import NamedTuple

from stetlint.document import Content, Prose, Segment
from stetlint.language.codes import shortest
from stetlint.language.patterns import Pattern
from stetlint.readers import Fields, escapes, messages, paths
from stetlint.readers.json import Span, strings
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

LINE = Pattern(rb"[^\n]+")
# Fields whose value names two languages, the second of which is that of the text: "en-de", "en-de_DE".
PAIRS = frozenset(("langpair", "languagepair", "lp", "pair"))
PAIR = Pattern(r"\s*([A-Za-z]{2,3}(?:_\w+)?)[-/>→]+([A-Za-z]{2,3}(?:[_-]\w+)*)\s*")
# Between paragraphs; those of code in fences are not parted.
BLANK_LINES = Pattern(
    r"(?<!`)(`{3,8}+)(?:[^`]|(?!\1)`)*+\1|(?P<blank>[\n\u2028][ \t\r]*+[\n\u2028][\s\u2028]*+)"
)
ENOUGH = 100  # lines that are looked at for a language, and bad ones of a part that are named
FEW = 8  # names of fields that are shown
REMEDY = "it is not checked: write each record as one JSON object on a line of its own"

Text = tuple[str | None, list[Span]]  # its language and its places: a list holds many


class Records:
    """The reader of records with these fields."""

    def __init__(self, fields: Fields) -> None:
        self._fields = Fields._make(tuple(map(_folded, names)) for names in fields)

    def declared_language(self, source: Source) -> str | None:
        """Return the language of the first text that names one, or else that of the path."""
        for line in islice(LINE.finditer(source.data), ENOUGH):
            with suppress(ValueError):
                _names(line[0])
                record = _Record(source.data, line.span())
                texts = record.texts(self._fields.text)
                if tag := record.language(self._fields.language) or (texts and texts[-1][0]):
                    return tag
        return paths.language_of(source.path)

    def read(self, source: Source, lang: str) -> Content:
        """Read the records of a file, or of a part of one."""
        data, declared = source.data, self.declared_language(source)
        segments: list[Segment] = []
        complaints: list[tuple[int, str]] = []
        names: list[str] = []
        is_known = False
        number, at = source.first_line, 0
        for line in LINE.finditer(data):
            start, end = line.span()
            number += data.count(b"\n", at, start)
            at = start
            if not line[0].strip():
                continue
            try:
                found = _names(line[0])
            except ValueError as error:
                complaints.append((number, f"{error}: {REMEDY}"))
                continue
            names = names or found
            record = _Record(data, (start, end))
            if texts := record.texts(self._fields.text):
                is_known = True
                segments.extend(self._segments(source, record, texts, lang, declared))
        if len(complaints) > ENOUGH:
            more = f"from here on {len(complaints) - ENOUGH:,} more lines are no records"
            complaints[ENOUGH:] = [(complaints[ENOUGH][0], more)]
        if names and not is_known and source.first_line == 1:
            complaints.insert(0, (1, _unknown(names)))
        return Content(segments, [], [], complaints)

    def _segments(
        self, source: Source, record: _Record, texts: Sequence[Text], lang: str, declared: str | None
    ) -> Iterator[Segment]:
        fields = self._fields
        first, *others = texts
        if not others:
            original: Text = (None, record.original(fields.original, first[1]))
            translations = [first]
        elif first[0] == lang:  # the configuration says that this one is the translation
            original, translations = others[0], [first]
        else:
            original, translations = first, others
        named = record.language(fields.language) if len(translations) == 1 else None
        original_tag = record.language(fields.original_language, is_original=True) or original[0]
        for tag, places in translations:
            tag = named or tag
            spoken = lang if tag is None or tag == declared else tag
            originals = original[1] if len(original[1]) == len(places) else []
            for place, of in zip_longest(places, originals):
                for text, source_text in _paragraphs(_string(source, place), of and _string(source, of)):
                    of_text = messages.proses_of(source_text) if source_text is not None else ()
                    yield from messages.segments(text, spoken, of_text, original_tag)


def _names(line: bytes) -> list[str]:
    """Return the names of a record's fields. Raise ValueError where the line is no record."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg}; column {error.colno})") from None
    except RecursionError:
        raise ValueError("JSON that is nested too deep") from None
    if not isinstance(record, dict):
        raise ValueError("JSON, but no object with fields")
    return list(record)


def _unknown(names: Sequence[str]) -> str:
    shown = ", ".join(names[:FEW]) + ", …" * (len(names) > FEW)
    return f'no field is known to hold text ({shown}): name it in the configuration, [fields] text = ["…"]'


class _Way(NamedTuple):
    """The way to a string: names with dots between, folded; that of the object around it; and the language
    that its own name is."""

    name: str
    around: str
    tag: str | None


@lru_cache(1000)
def _way(keys: tuple[str, ...]) -> _Way:
    around = ".".join(map(_folded, keys[:-1]))
    return _Way(".".join(map(_folded, keys)), around, _tag(keys[-1]))


def _folded(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


@lru_cache(1000)
def _tag(code: str) -> str | None:
    return paths.tag_of(shortest(code))


def _is_word(text: str) -> bool:
    return len(text.split(maxsplit=1)) < 2


class _Record:
    """Where the strings of a record stand, in bytes, by their names. A list has many under one name."""

    def __init__(self, data: bytes, span: Span) -> None:
        self._data = data
        self._places: dict[str, list[Span]] = {}
        self._by_language: dict[str, list[Text]] = {}
        for keys, _, place in strings(data, *span):
            name, around, tag = _way(tuple(keys))
            if name in self._places:
                self._places[name].append(place)
                continue
            self._places[name] = [place]
            if tag is not None:
                self._by_language.setdefault(around, []).append((tag, self._places[name]))

    def _value(self, place: Span) -> str:
        return escapes.plain(self._data[slice(*place)].decode())

    def texts(self, names: Sequence[str]) -> list[Text]:
        """Return the text of the first of these fields that there is; of each language, where it has many.

        Without any of them, two fields of the record that are named by languages hold it.
        """
        for name in names:
            if name in self._places:
                return [(None, self._places[name])]
            if name in self._by_language:
                return self._by_language[name]
        # Fields of one word may have such a name by chance: "id", "no", "to".
        texts = [text for text in self._by_language.get("", []) if not self._is_label(text[1])]
        return texts if len(texts) > 1 else []

    def original(self, names: Sequence[str], places: list[Span]) -> list[Span]:
        """Return the first of these fields that may be the original of a text."""
        for name in names:
            found = self._places.get(name, places)
            # One word beside many says where the text comes from: "source": "news".
            if found is not places and (not self._is_label(found) or _is_word(self._value(places[0]))):
                return found
        return []

    def _is_label(self, places: list[Span]) -> bool:
        value = self._value(places[0])
        return value.isascii() and _is_word(value)

    def language(self, names: Sequence[str], *, is_original: bool = False) -> str | None:
        """Return the language that the first of these fields names which names one."""
        for name in names:
            if name not in self._places:
                continue
            value = self._value(self._places[name][0])
            if name in PAIRS:
                pair = PAIR.fullmatch(value)
                value = pair[1 if is_original else 2] if pair else ""
            if tag := _tag(value):
                return tag
        return None


def _string(source: Source, place: Span) -> ProseBuilder:
    builder = ProseBuilder(source)
    escapes.add(builder, *place)
    return builder


def _paragraphs(
    text: ProseBuilder, original: ProseBuilder | None
) -> Sequence[tuple[ProseBuilder, ProseBuilder | None]]:
    """Return the paragraphs of a text, each with its original; it as a whole where these do not match."""
    texts = _parted(text)
    if original is None:
        return [(text, None) for text in texts]
    originals = _parted(original)
    return list(zip(texts, originals, strict=True)) if len(texts) == len(originals) else [(text, original)]


def _parted(builder: ProseBuilder) -> list[ProseBuilder]:
    """Return a text as its paragraphs."""
    text = "".join(builder.parts)
    breaks = [match.span() for match in BLANK_LINES.finditer(text) if match["blank"]]
    if not breaks:
        return [builder]
    ends = [(0, 0), *breaks, (len(text), len(text))]
    prose = Prose(text, builder.pieces, builder.source)
    paragraphs = []
    for (_, start), (end, _) in pairwise(ends):
        if start < end:
            paragraphs.append(ProseBuilder(builder.source))
            paragraphs[-1].part_of(prose, start, end)
    return paragraphs
