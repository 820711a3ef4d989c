"""XLIFF 1.2 and 2: the targets are the prose, each with its source as the original.

What was never translated (the states new, needs-translation and initial, units that say translate="no") and
what a memory suggests (alt-trans, matches) is not read.
"""

from __future__ import annotations

from collections.abc import Sequence

from stetlint.document import Content, Prose
from stetlint.language.patterns import Pattern
from stetlint.readers import broken, messages, paths
from stetlint.readers.prose import ProseBuilder
from stetlint.readers.xmltext import END, START, Token, Walk
from stetlint.source import Source

LANGUAGE = Pattern(
    rb"<(?:\w+:)?(?:file|xliff)\b[^<>]*?\s(?:target-language|trgLang)\s*=\s*[\"']([^\"'<>]*)[\"']"
)
HEADER_SIZE = 10_000  # bytes
SHOWN = frozenset((b"g", b"mrk", b"pc", b"sub"))
HIDDEN = frozenset((b"bpt", b"ept", b"it", b"ph"))
SKIPPED = frozenset((b"alt-trans", b"matches"))
UNITS = frozenset((b"trans-unit", b"segment", b"ignorable"))
UNTRANSLATED = frozenset(("initial", "needs-translation", "new"))


def declared_language(source: Source) -> str | None:
    """Return the target language of the first file, or else that of the path."""
    match = LANGUAGE.search(source.data, 0, HEADER_SIZE)
    return paths.declared(match, source.path)


def read(source: Source, lang: str) -> Content:
    """Read the targets of a file."""
    return _Reading(source, lang).content


class _Reading:
    def __init__(self, source: Source, lang: str) -> None:
        self.source = source
        self.walk = Walk(source)
        self.content = Content([], [], self.walk.comments, broken.not_xml(source))
        self.lang = self.file_lang = lang
        self.declared = declared_language(source)
        self.original_lang: str | None = None
        self.originals: Sequence[Prose] = ()
        self.is_untranslated = False
        self.kept: bytes | None = None  # the element around that says translate="no", and how deep it is
        self.depth = 0
        for token in self.walk:
            self._take(token)

    def _take(self, token: Token) -> None:
        name = token.name
        if self.kept is not None:
            if name == self.kept and token.kind in (START, END):
                self.depth += 1 if token.kind is START else -1
                if not self.depth:
                    self.kept = None
            return
        if token.kind is END and name in UNITS:
            self.originals = ()
        if token.kind is not START:
            return
        if name in SKIPPED:
            self.kept, self.depth = name, 1
        elif name == b"source":
            builder = ProseBuilder(self.source)
            self.walk.content(builder, shown=SHOWN, hidden=HIDDEN)
            self.originals = messages.proses_of(builder)
        elif name == b"target":
            self._target(token)
        elif name in (b"file", b"xliff", b"group", b"unit", b"trans-unit", b"segment"):
            attributes = self.walk.attributes(token)
            self.originals = ()
            self.is_untranslated = attributes.get("state") in UNTRANSLATED
            if attributes.get("translate") == "no":
                self.kept, self.depth = name, 1
            for key in ("source-language", "srcLang"):
                self.original_lang = paths.tag_of(attributes.get(key, "")) or self.original_lang
            for key in ("target-language", "trgLang"):
                self._speak(attributes.get(key, ""))

    def _speak(self, code: str) -> None:
        """Take a target language; the one of the first file is known, and the configuration beats it."""
        tag = paths.tag_of(code)
        if tag is not None:
            self.lang = self.file_lang if tag == self.declared else tag

    def _target(self, token: Token) -> None:
        is_untranslated = self.is_untranslated or self.walk.attributes(token).get("state") in UNTRANSLATED
        builder = ProseBuilder(self.source)
        self.walk.content(builder, shown=SHOWN, hidden=HIDDEN)
        if not is_untranslated:
            segments = messages.segments(builder, self.lang, self.originals, self.original_lang)
            self.content.segments.extend(segments)
