"""Numbers by language: their marks, as in Unicode's CLDR, and words around amounts and versions."""

from __future__ import annotations

from typing import NamedTuple

from stetlint.language.patterns import Pattern


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

BLANK = "[ \u00a0\u202f]"

# Words around numbers; those "before" are searched in the text that ends where the number begins.
MONEY = "[$€£¥￥₽₹₩₴]|\\b(?:USD|EUR|GBP|JPY|CHF|RUB|CNY|Rs\\.?)"
MONEY_BEFORE = Pattern(rf"(?:{MONEY}){BLANK}?\Z")
MONEY_BEHIND = Pattern(
    rf"{BLANK}?(?:{MONEY}|yen\b|euros?\b|dollars?\b|rubles?\b|roubles?\b|yuan\b|pounds?\b|francs?\b|руб|евро\b"
    r"|долл|złot|korun|dólar|reais\b|pesos?\b|kronor\b|kroner\b|lira\b|dolar)"
)
AMOUNT_BEFORE = Pattern(
    r"\b(?:than|at least|up to|exceed(?:s|ed|ing)?|nearly|almost|total of|als|mindestens|bis zu|fast"
    r"|plus de|moins de|près de|au moins|más de|menos de|al menos|casi|mais de|quase|più di|oltre"
    r"|quasi|meer dan|bijna|ponad|prawie|více než|более|около|почти|понад|майже"
    rf"){BLANK}\Z",
    2,
)
COUNT_BEFORE = Pattern(  # words in front of a number that counts, where a noun follows
    r"(?<!at )\b(?:about|around|roughly|approximately|over|only|just|another|with|has|have|had|the|these|all"
    r"|its|their|some|etwa|rund|über|mit|hat|haben|hatte|alle|die|environ|avec|les|ont|unos|unas"
    r"|cerca de|con|los|las|tiene|tienen|cerca di|circa|dei|delle|gli|com|os|as|ongeveer|met|heeft"
    r"|około|ma|mają|примерно|имеет|kolem|asi|yaklaşık"
    rf"){BLANK}\Z",
    2,
)
VERSION_WORD = Pattern(r"(?:v|vers(?:i|ão)\w*|верс\w+|wersj\w+|verz\w+|sürüm)\Z", 2)
QUANTITY = Pattern(  # behind a fraction: a unit, or a word that counts
    rf"[-\u2011]?{BLANK}?(?:(?:[KMGTP]i?B|[kmcµn]?[mgls]|[kMG]?Hz|[kM]?W|[KMG]bit|mal|mil|x|×|раз|[ГМ][бБ])\b"
    r"|(?:fach|liter|litre|zoll|meter|metre|kilo|tonne|prozent|punkt|stern|mega|kanal|volt|watt|ampere|se[ck]und"
    r"|segund|stunde|jahr|tage|mi(?:ll?i|o|rd|n)|млн|млрд|тыс|процент|секунд|час|euro|pour|por|per|pro[cs]ent|fois"
    r"|ve[cz]es|volte|razy|krát|heure|hora|ore\b))",
    2,
)


def number_style(lang: str) -> NumberStyle:
    """Return how a language, given as a BCP 47 tag, writes numbers; English stands for what is not known."""
    while lang:
        if lang in _STYLES:
            return _STYLES[lang]
        lang = lang.rpartition("-")[0]
    return POINT
