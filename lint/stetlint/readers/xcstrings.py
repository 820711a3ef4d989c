"""Apple's string catalogues: all languages of a program in one file, which is JSON."""

from __future__ import annotations

from stetlint.document import Content
from stetlint.language.patterns import Pattern
from stetlint.readers import escapes, messages, paths
from stetlint.readers.json import Span, complaints, strings
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

SOURCE_LANGUAGE = Pattern(rb"\"sourceLanguage\"\s*:\s*\"([\w-]+)\"")


def declared_language(source: Source) -> str | None:
    """Return the language of the originals: each translation names its own."""
    match = SOURCE_LANGUAGE.search(source.data)
    return paths.tag_of(match[1].decode()) if match else None


def read(source: Source, lang: str) -> Content:
    """Read the units of a catalogue. The original is the key, or the text in the source language."""
    content = Content([], [], [], complaints(source))
    original_lang = declared_language(source)
    entry: Span | None = None
    units: list[tuple[str, Span]] = []  # of an entry: language and place
    is_new = False

    def end_entry() -> None:
        if entry is None:
            return
        own = [place for tag, place in units if tag == original_lang]
        originals = messages.proses_of(_string(source, own[0] if len(own) == 1 else entry))
        for tag, place in units:
            text = _string(source, place)
            content.segments.extend(
                messages.segments(text, lang)
                if tag == original_lang
                else messages.segments(text, paths.tag_of(tag) or tag, originals, original_lang)
            )

    for keys, places, value in strings(source.data):
        if len(keys) < 5 or keys[0] != "strings" or keys[2] != "localizations" or keys[-2] != "stringUnit":
            continue
        if places[1] != entry:
            end_entry()
            entry, units = places[1], []
        if keys[-1] == "state":
            is_new = source.data[slice(*value)] == b"new"
        elif keys[-1] == "value":
            if not is_new:
                units.append((keys[3], value))
            is_new = False
    end_entry()
    return content


def _string(source: Source, place: Span) -> ProseBuilder:
    builder = ProseBuilder(source)
    escapes.add(builder, *place)
    return builder
