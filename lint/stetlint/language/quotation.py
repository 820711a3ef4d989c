"""Quotation marks by language: what opens and closes a quotation, and a quotation within it.

The first style of a language is the one of Unicode's CLDR (release 48); others follow that writers use too.
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
NORWEGIAN = Style("«", "»", "‘", "’")
REVERSED = Style("»", "«", "›", "‹")
CORNERS = Style("「", "」", "『", "』")
RIGHT_TO_LEFT = Style("”", "“", "’", "‘")
GERSHAYIM = Style("״", "״", "׳", "׳")

# Tag -> styles, the usual one first. A tag that is not here takes those of the language without its region.
STYLES: dict[str, tuple[Style, ...]] = {
    "am": (SWISS,),
    "ar": (RIGHT_TO_LEFT, FRENCH, ENGLISH),
    "ast": (FRENCH, ENGLISH),
    "be": (RUSSIAN, GERMAN),
    "bg": (Style("„", "“", "„", "“"), GERMAN, RUSSIAN),
    "br": (FRENCH, ENGLISH),
    "bs": (Style("„", "”", "‘", "’"), CROATIAN, REVERSED),
    "ca": (FRENCH, ENGLISH),
    "ckb": (ENGLISH, RIGHT_TO_LEFT),
    "cs": (GERMAN, REVERSED),
    "da": (ENGLISH, REVERSED, SWEDISH, GERMAN),
    "de": (GERMAN, REVERSED),
    "de-CH": (GERMAN, SWISS),
    "el": (FRENCH, NORWEGIAN, ENGLISH),
    "en": (ENGLISH, SINGLE_FIRST),
    "es": (ENGLISH, FRENCH),
    "et": (GERMAN, FRENCH),
    "eu": (FRENCH, ENGLISH),
    "fa": (SWISS,),
    "fi": (SWEDISH, Style("»", "»", "’", "’")),
    "fr": (Style("«", "»", "«", "»"), FRENCH, ENGLISH),
    "fr-CH": (SWISS,),
    "gl": (ENGLISH, FRENCH),
    "he": (SWEDISH, GERSHAYIM, ENGLISH),
    "hr": (GERMAN, CROATIAN, REVERSED),
    "hsb": (GERMAN,),
    "hu": (Style("„", "”", "»", "«"),),
    "hy": (Style("«", "»", "«", "»"), FRENCH),
    "is": (GERMAN,),
    "it": (FRENCH, ENGLISH),
    "ja": (CORNERS, ENGLISH),
    "ka": (Style("„", "“", "«", "»"), GERMAN),
    "kk": (FRENCH, ENGLISH),
    "ky": (RUSSIAN,),
    "lb": (GERMAN,),
    "ko": (ENGLISH, SINGLE_FIRST, CORNERS),
    "lt": (Style("„", "“", "„", "“"), GERMAN),
    "lv": (ENGLISH, POLISH, GERMAN),
    "mk": (GERMAN,),
    "nl": (Style("‘", "’", "‘", "’"), SINGLE_FIRST, ENGLISH, Style("„", "”", "‚", "’")),
    "nb": (NORWEGIAN, ENGLISH),
    "nn": (NORWEGIAN, ENGLISH),
    "no": (NORWEGIAN, ENGLISH),
    "pl": (POLISH, REVERSED),
    "ps": (ENGLISH, RIGHT_TO_LEFT),
    "pt": (ENGLISH, FRENCH),
    "pt-PT": (FRENCH, ENGLISH),
    "rm": (SWISS,),
    "ro": (POLISH,),
    "ru": (RUSSIAN,),
    "sd": (ENGLISH, RIGHT_TO_LEFT),
    "sk": (GERMAN, REVERSED),
    "sl": (GERMAN, REVERSED),
    "sq": (ENGLISH, FRENCH, GERMAN),
    "sr": (Style("„", "”", "’", "’"), CROATIAN, GERMAN, REVERSED),
    "sv": (SWEDISH, Style("»", "»", "’", "’"), REVERSED),
    "tr": (ENGLISH, FRENCH),
    "ug": (ENGLISH, RIGHT_TO_LEFT),
    "uk": (RUSSIAN, ENGLISH),
    "ur": (ENGLISH, RIGHT_TO_LEFT),
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
