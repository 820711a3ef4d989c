"""The language that a path names: de.po, locale/de/LC_MESSAGES, values-de, de.lproj, docs/de/a.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stetlint import undeclared
from stetlint.language.codes import is_language
from stetlint.language.patterns import Pattern
from stetlint.source import COMPRESSED, Source

_SCRIPT = r"(?:[A-Z][a-z]{3}|arab|cyrl|deva|hans|hant|latn)"
_TAG = rf"[A-Za-z]{{2,3}}(?:[-_]{_SCRIPT})?(?:[-_](?:[A-Za-z]{{2}}|\d{{3}}))?"
NAME = Pattern(rf"({_TAG})(?:@\w+)?\.\w+$")
END_OF_NAME = Pattern(rf".*?[._-]({_TAG})(?:@\w+)?\.\w+$")
_FOLDER = (
    rf"(?:values-|[a-z]+\.%s)?({_TAG})(?:\.lproj)?(?:@\w+)?$"
    r"|values-(\w{2,3})-r(\w{2})$|values-b\+([\w+]+)$"
)
# pages.de: without a region the text has to confirm it, for socket.io is no Ido.
FOLDER, FOLDER_OF_TEXT = Pattern(_FOLDER % r"(?=\w+[-_])"), Pattern(_FOLDER % "")
NEAREST_FOLDERS = 4
CODE_SIZES = (2, 3)  # letters
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
    return next(_languages(path, NEAREST_FOLDERS), None)


def spoken(source: Source, lang: str) -> str | None:
    """Return the language that the path of a text names, if the text is in it rather than in ``lang``.

    Folders such as it, id or no may mean something else.
    """
    pieces = source.path.replace("/", ".").replace("\\", ".").replace("-", ".").replace("_", ".").split(".")
    if not any(len(piece) in CODE_SIZES and is_language(piece) for piece in pieces):
        return None
    text = source.text[: undeclared.SAMPLE]
    tags = _languages(source.path, len(pieces), FOLDER_OF_TEXT)
    found = {tag: _evidence(text, tag, lang) for tag in tags}
    best = max(found, key=found.__getitem__, default="")
    weight = found.get(best, 0)
    if not weight or (weight == 1 and undeclared.language_of(text)):
        return None  # it is in the other one; or in a known one, rather than in words that nobody here knows
    return best


def _evidence(text: str, tag: str, lang: str) -> int:
    if tag.partition("-")[0].lower() == lang.partition("-")[0].lower():
        return 0
    from stetlint.language.identify import evidence, hint

    return evidence(text, tag, lang) or hint(text, tag, lang)


def _languages(path: str, nearest: int, pattern_of_folders: Pattern = FOLDER) -> Iterator[str]:
    """Yield the languages that a path may name, from its end on; ``nearest`` folders are looked at."""
    *folders, name = path.removesuffix(COMPRESSED).replace("\\", "/").split("/")
    for pattern in (NAME, END_OF_NAME):
        match = pattern.match(name)
        if match is not None and (tag := tag_of(match[1])):
            yield tag
    for folder in reversed(folders[-nearest:]):
        match = pattern_of_folders.match(folder)
        if match is None:
            continue
        code = match[1] or (f"{match[2]}-{match[3]}" if match[2] else match[4].replace("+", "-"))
        if tag := tag_of(code):
            yield tag
