"""How languages write numbers: the decimal mark and the mark between groups of three digits, as in CLDR."""

from __future__ import annotations

from typing import NamedTuple


class NumberStyle(NamedTuple):
    """The decimal mark, and the mark between groups of three digits; " " stands for any blank."""

    decimal: str
    group: str


POINT = NumberStyle(".", ",")
COMMA = NumberStyle(",", ".")
COMMA_AND_BLANK = NumberStyle(",", " ")
POINT_AND_APOSTROPHE = NumberStyle(".", "’")

_LANGUAGES = {
    COMMA: "ast az bs ca da de el es eu fo gl hr id is it lb lo mk nl pt ro sl sr tr vi",
    COMMA_AND_BLANK: (
        "af be bg br cs en-ZA et fi fr hu hy ka kk ky lt lv nb nn no pl pt-PT ru sk sq sv tg tk tt uk uz"
    ),
    POINT: "es-419 es-MX es-US es-PE es-GT es-PA es-DO",
    POINT_AND_APOSTROPHE: "de-CH de-LI it-CH",
}
_STYLES = {tag: style for style, tags in _LANGUAGES.items() for tag in tags.split()}
TAGS = tuple(_STYLES)  # the tags that have a style of their own


def number_style(lang: str) -> NumberStyle:
    """Return how a language, given as a BCP 47 tag, writes numbers; English stands for what is not known."""
    while lang:
        if lang in _STYLES:
            return _STYLES[lang]
        lang = lang.rpartition("-")[0]
    return POINT
