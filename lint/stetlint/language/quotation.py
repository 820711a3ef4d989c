"""Quotation marks by language: what opens and closes a quotation, and a quotation within it.

The first style of a language is the usual one, as in Unicode's CLDR; others follow that writers use too.
"""

from __future__ import annotations

from typing import NamedTuple


class Style(NamedTuple):
    """One way to quote: the marks around a quotation, and those around a quotation within it."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


ENGLISH = Style("“", "”", "‘", "’")
SINGLE_FIRST = Style("‘", "’", "“", "”")
GERMAN = Style("„", "“", "‚", "‘")
POLISH = Style("„", "”", "«", "»")
CROATIAN = Style("„", "”", "‚", "’")
SWEDISH = Style("”", "”", "’", "’")
FRENCH = Style("«", "»", "“", "”")
SWISS = Style("«", "»", "‹", "›")
RUSSIAN = Style("«", "»", "„", "“")
GREEK = Style("«", "»", "‘", "’")
REVERSED = Style("»", "«", "›", "‹")
CORNERS = Style("「", "」", "『", "』")
GERSHAYIM = Style("״", "״", "׳", "׳")

# Tag -> styles, the usual one first. A tag that is not here takes those of the language without its region.
STYLES: dict[str, tuple[Style, ...]] = {
    "ar": (Style("”", "“", "’", "‘"), FRENCH, ENGLISH),
    "be": (RUSSIAN, GERMAN),
    "bg": (GERMAN, RUSSIAN),
    "bs": (CROATIAN, REVERSED),
    "ca": (FRENCH, ENGLISH),
    "cs": (GERMAN, REVERSED),
    "da": (ENGLISH, REVERSED, SWEDISH, GERMAN),
    "de": (GERMAN, REVERSED),
    "de-CH": (SWISS, GERMAN),
    "el": (GREEK, ENGLISH),
    "en": (ENGLISH, SINGLE_FIRST),
    "es": (FRENCH, ENGLISH),
    "et": (GERMAN, FRENCH),
    "eu": (ENGLISH, FRENCH),
    "fa": (SWISS,),
    "fi": (SWEDISH, Style("»", "»", "’", "’")),
    "fr": (FRENCH, ENGLISH),
    "fr-CH": (SWISS,),
    "gl": (ENGLISH, FRENCH),
    "he": (SWEDISH, GERSHAYIM, ENGLISH),
    "hr": (CROATIAN, GERMAN, REVERSED),
    "hu": (Style("„", "”", "»", "«"),),
    "hy": (FRENCH,),
    "is": (GERMAN,),
    "it": (FRENCH, ENGLISH),
    "ja": (CORNERS, ENGLISH),
    "ka": (GERMAN, FRENCH),
    "kk": (FRENCH, ENGLISH),
    "ko": (ENGLISH, SINGLE_FIRST, CORNERS),
    "lt": (GERMAN,),
    "lv": (POLISH, GERMAN, ENGLISH),
    "mk": (GERMAN,),
    "nl": (SINGLE_FIRST, ENGLISH, Style("„", "”", "‚", "’")),
    "nb": (GREEK, ENGLISH),
    "nn": (GREEK, ENGLISH),
    "no": (GREEK, ENGLISH),
    "pl": (POLISH, REVERSED),
    "pt": (ENGLISH, FRENCH),
    "pt-PT": (FRENCH, ENGLISH),
    "ro": (POLISH,),
    "ru": (RUSSIAN,),
    "sk": (GERMAN, REVERSED),
    "sl": (GERMAN, REVERSED),
    "sq": (FRENCH, GERMAN, ENGLISH),
    "sr": (CROATIAN, GERMAN, REVERSED),
    "sv": (SWEDISH, Style("»", "»", "’", "’"), REVERSED),
    "tr": (ENGLISH, FRENCH),
    "uk": (RUSSIAN, ENGLISH),
    "zh": (ENGLISH, CORNERS),
    "zh-Hant": (CORNERS, ENGLISH),
    "zh-HK": (CORNERS, ENGLISH),
    "zh-TW": (CORNERS, ENGLISH),
}


def styles_of(lang: str) -> tuple[Style, ...]:
    """Return the styles of a language, given as a BCP 47 tag, the usual one first."""
    while lang:
        if lang in STYLES:
            return STYLES[lang]
        lang = lang.rpartition("-")[0]
    return (ENGLISH,)


def pairs_of(lang: str) -> frozenset[str]:
    """Return the pairs of marks that quote in a language, each as two characters: "“”"."""
    return frozenset(
        pair
        for style in styles_of(lang)
        for pair in (style.opening + style.closing, style.inner_opening + style.inner_closing)
    )
