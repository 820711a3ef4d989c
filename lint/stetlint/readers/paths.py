"""The language that the path of a translation names: de.po, locale/de/LC_MESSAGES, values-de, de.lproj."""

from __future__ import annotations

import re

from stetlint.language.codes import is_language
from stetlint.language.patterns import Pattern
from stetlint.source import COMPRESSED

_TAG = r"[A-Za-z]{2,3}(?:[-_](?:[A-Z][a-z]{3}|[a-z]{4}))?(?:[-_](?:[A-Za-z]{2}|\d{3}))?"
NAME = Pattern(rf"({_TAG})(?:@\w+)?\.\w+$")
END_OF_NAME = Pattern(rf".*?[._-]({_TAG})(?:@\w+)?\.\w+$")
FOLDER = Pattern(
    rf"(?:values-)?({_TAG})(?:\.lproj)?(?:@\w+)?$|values-(\w{{2,3}})-r(\w{{2}})$|values-b\+([\w+]+)$"
)
NEAREST_FOLDERS = 4
OLD_CODES = {"in": "id", "iw": "he", "ji": "yi"}  # which Java and Android keep


def tag_of(code: str) -> str | None:
    """Return a code such as pt_BR or sr@latin as a BCP 47 tag, None where it names no language."""
    tag = code.partition("@")[0].partition(".")[0].replace("_", "-")
    tag = OLD_CODES.get(tag, tag)
    return tag if is_language(tag) else None


def declared(match: re.Match[bytes] | None, path: str) -> str | None:
    """Return the language whose code a file names, in the first group of a match, or else its path."""
    return (match and tag_of(match[1].decode())) or language_of(path)


def language_of(path: str) -> str | None:
    """Return the language that a path names, as a BCP 47 tag."""
    *folders, name = path.removesuffix(COMPRESSED).replace("\\", "/").split("/")
    for pattern in (NAME, END_OF_NAME):
        match = pattern.match(name)
        if match is not None and (tag := tag_of(match[1])):
            return tag
    for folder in reversed(folders[-NEAREST_FOLDERS:]):
        match = FOLDER.match(folder)
        if match is None:
            continue
        code = match[1] or (f"{match[2]}-{match[3]}" if match[2] else match[4].replace("+", "-"))
        if tag := tag_of(code):
            return tag
    return None
