"""Readers: one module a format, each with these two functions.

read(source, lang) -> Content                 the segments, links and comments of a source
declared_language(source) -> str | None       the language that the source names for itself
"""

from __future__ import annotations

import importlib
import os
from typing import NamedTuple, Protocol, cast

from stetlint.document import Content
from stetlint.language.patterns import Pattern
from stetlint.source import COMPRESSED, Source

# Format -> the endings of the file names that hold it. Its reader is the module of the same name.
FORMATS = {
    "markdown": (".md", ".markdown", ".mdown", ".mkd"),
    "mdx": (".mdx",),
    "text": (".txt", ".text"),
    "rst": (".rst", ".rest"),
    "asciidoc": (".adoc", ".asciidoc", ".asc"),
    "po": (".po", ".pot"),
    "xliff": (".xlf", ".xliff"),
    "tmx": (".tmx",),
    "subtitles": (".srt", ".vtt"),
    "android": (),
    "json": (".json",),
    "yaml": (".yaml", ".yml"),
    "arb": (".arb",),
    "properties": (".properties",),
    "strings": (".strings",),
    "xcstrings": (".xcstrings",),
    "jsonl": (".jsonl", ".ndjson"),
    "html": (".html", ".htm", ".xhtml"),
}
# The resource files of programs are known by where they stand: in a folder of Android; below a folder of
# these names, where the path below it names a language (locales/de/menu.json); messages_de.properties.
ANDROID = Pattern(r"(?:^|/)res/values(?:-[\w+-]+)?/(?:strings|plurals|arrays)\w*\.xml$")
RESOURCE_FOLDERS = frozenset(
    "_locales i18n l10n lang langs language languages locale locales nls translation translations".split()
)
NEAREST_FOLDERS = 4
ENDINGS = {ending: name for name, endings in FORMATS.items() for ending in endings}
RESOURCE_ENDINGS = (".xml", ".json", ".properties", ".yaml", ".yml")
# Formats of which most files are no copy (generated pages, data): folders are not searched for them.
NAMED = frozenset(("html", "json", "jsonl", "properties", "yaml"))
# Formats in which the copy stands in fields: the rest of the file is no text of anybody.
CONTAINERS = frozenset(
    "android arb json jsonl po properties strings subtitles tmx xcstrings xliff yaml".split()
)
# Formats in which each line stands by itself, and has no comments: a file is read and checked in parts.
BY_LINES = frozenset(("jsonl",))


class Fields(NamedTuple):
    """Which fields of a record hold what, in JSON Lines: of each the first that a record has.

    Small and capital letters, "_" and "-" do not matter. A dot leads into an object, or those of a list:
    "translation.de", "messages.content".
    """

    text: tuple[str, ...] = tuple(
        """
        translation translated_text translations translations.text data.translations.translated_text
        target target_text target_sentence targets tgt tgt_text tgts trg trg_text trgs mt mt_text
        hypothesis hyp output completion prediction sentence2 reference ref text content sentence
        messages.content conversations.value response.body.choices.message.content result.message.content.text
        """.split()
    )
    original: tuple[str, ...] = tuple(
        """
        source source_text source_sentence sources src src_text srcs original original_text orig sentence1
        input text content sentence
        """.split()
    )
    language: tuple[str, ...] = tuple(
        """
        target_lang target_language target_language_code target_locale tgt_lang tgt_language trg_lang lang_tgt
        tl to lp lang_pair language_pair pair language lang locale
        """.split()
    )
    original_language: tuple[str, ...] = tuple(
        """
        source_lang source_language source_language_code source_locale src_lang src_language lang_src sl from
        detected_source_language original_lang original_language lp lang_pair language_pair pair
        """.split()
    )


class Format(Protocol):
    """What the module of a format offers."""

    def read(self, source: Source, lang: str) -> Content: ...

    def declared_language(self, source: Source) -> str | None: ...


def get(name: str, fields: Fields = Fields()) -> Format:  # noqa: B008
    """Return the reader of a format. ``fields`` are those of records."""
    module = importlib.import_module(f"{__name__}.{name}")
    return cast(Format, module.Records(fields) if name == "jsonl" else module)


def format_of(path: str) -> str | None:
    """Return the format of a file by its name, None where no reader knows it."""
    path = path.removesuffix(COMPRESSED)
    return _in_layout(path) or ENDINGS.get(os.path.splitext(path)[1].lower())


def format_in_folder(path: str) -> str | None:
    """Return the format of a file in a folder, None where folders are not searched for such files."""
    path = path.removesuffix(COMPRESSED)
    format = _in_layout(path)
    if format is None:
        format = ENDINGS.get(os.path.splitext(path)[1].lower())
        return None if format in NAMED else format
    return format


def _in_layout(path: str) -> str | None:
    """Return the format of a file that stands where resource files of programs do."""
    if not path.endswith(RESOURCE_ENDINGS):
        return None
    path = path.replace(os.sep, "/")
    if path.endswith(".xml"):
        return "android" if ANDROID.search(path) is not None else None
    from stetlint.readers.paths import language_of

    format = ENDINGS[os.path.splitext(path)[1]]
    parts = path.split("/")[-NEAREST_FOLDERS - 1 :]
    for i, folder in enumerate(parts[:-1], 1):
        if folder.lower() in RESOURCE_FOLDERS and language_of("/".join(parts[i:])) is not None:
            return format
    if format == "properties" and "_" in parts[-1] and language_of(parts[-1].partition("_")[2]) is not None:
        return format
    return None
