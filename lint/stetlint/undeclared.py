"""Texts in another language than they are checked in, because nothing says which: the user is told.

No text is checked in a language that is guessed. But who gets findings that make no sense wants to know why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from stetlint.readers.paths import SAMPLE

PLAIN = 0.01  # share of "the" among the words of a text that is English after all
CERTAIN = 20  # words or letters of another language


def remarks(texts: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Yield a warning for each language in which texts seem to be that are checked in another one.

    Of each text is given its path, the language that it is checked in, and what it says.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, lang, text in texts:
        other = _language_of(text[:SAMPLE], lang)
        if other:
            found[lang, other].append(path)
    for (lang, other), (first, *more) in sorted(found.items()):
        look = f"{first} and {len(more)} more look" if more else f"{first} looks"
        yield (
            f'warning: {look} like "{other}", but no language is named, so "{lang}" is taken: '
            f'say language = "{other}" in stet.toml, or in an override for some paths'
        )


def _language_of(text: str, lang: str) -> str:
    """Return the language of a text that is in another one than ``lang`` for certain, "" otherwise."""
    words = text.lower().split()
    if lang.startswith("en") and words.count("the") > PLAIN * len(words):
        return ""
    from stetlint.language.function_words import LANGUAGES
    from stetlint.language.identify import BY_SCRIPT, evidence

    weights = {tag: evidence(text, tag, lang) for tag in (*LANGUAGES, *BY_SCRIPT.values(), "ja", "zh")}
    best = max(sorted(weights), key=weights.__getitem__)
    return best if weights[best] >= CERTAIN else ""
