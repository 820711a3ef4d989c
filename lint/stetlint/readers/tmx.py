"""TMX: translation memories. The variants in other languages than the source are the prose."""

from __future__ import annotations

from stetlint.document import Content
from stetlint.language.patterns import Pattern
from stetlint.readers import broken, messages, paths
from stetlint.readers.prose import ProseBuilder
from stetlint.readers.xmltext import END, START, Walk
from stetlint.source import Source

SHOWN = frozenset((b"hi", b"sub"))
HIDDEN = frozenset((b"bpt", b"ept", b"it", b"ph", b"ut"))
SOURCE_LANGUAGE = Pattern(rb"<header\b[^<>]*?\ssrclang\s*=\s*[\"']([^\"'<>]*)[\"']")
LANGUAGE = Pattern(rb"<tuv\b[^<>]*?\s(?:xml:)?lang\s*=\s*[\"']([^\"'<>]*)[\"']")
HEADER_SIZE = 100_000  # bytes


def declared_language(source: Source) -> str | None:
    """Return the first language that is not the one of the originals."""
    original = _original_language(source)
    for match in LANGUAGE.finditer(source.data, 0, HEADER_SIZE):
        tag = paths.tag_of(match[1].decode(errors="replace"))
        if tag is not None and not _is_same(tag, original):
            return tag
    return None


def _original_language(source: Source) -> str | None:
    match = SOURCE_LANGUAGE.search(source.data, 0, HEADER_SIZE)
    return paths.tag_of(match[1].decode()) if match else None


def _is_same(tag: str, other: str | None) -> bool:
    """Whether two tags name one language; en is also en-US."""
    if other is None:
        return False
    first, second = sorted((tag.lower(), other.lower()), key=len)
    return second == first or second.startswith(first + "-")


def read(source: Source, lang: str) -> Content:
    """Read the variants of a memory."""
    walk = Walk(source)
    content = Content([], [], walk.comments, broken.not_xml(source))
    declared, original_lang = declared_language(source), _original_language(source)
    spoken = ""
    variants: list[tuple[str, ProseBuilder]] = []  # of a unit: language and text
    for token in walk:
        if token.kind is START and token.name == b"tuv":
            attributes = walk.attributes(token)
            spoken = paths.tag_of(attributes.get("xml:lang") or attributes.get("lang", "")) or ""
        elif token.kind is START and token.name == b"seg":
            builder = ProseBuilder(source)
            walk.content(builder, shown=SHOWN, hidden=HIDDEN)
            variants.append((spoken, builder))
        elif token.name == b"tu":
            if token.kind is END:
                original = next((text for tag, text in variants if _is_same(tag, original_lang)), None)
                originals = messages.proses_of(original) if original is not None else ()
                for tag, text in variants:
                    if text is not original:
                        tag = lang if not tag or tag == declared else tag
                        content.segments.extend(messages.segments(text, tag, originals, original_lang))
            variants = []
    return content
