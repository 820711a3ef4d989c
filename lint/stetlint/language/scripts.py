"""Scripts: which languages are written in which, and which letters of two scripts look the same.

The pairs are those of Unicode's UTS #39 (confusables) that look alike in every common typeface, of the
letters that the languages below use.
"""

from __future__ import annotations

CYRILLIC_LANGUAGES = frozenset("ab av ba be bg ce cv kk kv ky mk mn os ru sah sr tg tt tyv uk".split())
CJK_LANGUAGES = frozenset("ja ko yue zh".split())

# Letters of han, kana, bopomofo, hangul, yi, and the marks that stand among them as letters do.
CJK_LETTERS = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u30fa\u30fc-\u318f\u31a0-\u31bf\u31f0-\u321e"
    "\u3260-\u327e\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)

# Cyrillic letter -> the Latin letter that looks the same.
CYRILLIC_AS_LATIN = dict(zip("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX", strict=True))
# What some Cyrillic alphabets have besides.
CYRILLIC_AS_LATIN_BY_LANGUAGE = {
    "uk": {"і": "i", "І": "I", "ї": "ï", "Ї": "Ï"},
    "be": {"і": "i", "І": "I"},
    "kk": {"і": "i", "І": "I", "һ": "h"},
    "sr": {"ј": "j", "Ј": "J"},
    "mk": {"ј": "j", "Ј": "J", "ѕ": "s", "Ѕ": "S"},
}
# Letters that no intruder in a Latin word needs to share an alphabet with.
RARE_CYRILLIC_AS_LATIN = dict(zip("іјѕһԁԛԝӏІЈЅҮԚԜӀ", "ijshdqwlIJSYQWI", strict=True))

# Greek letter -> the Latin letter that looks the same; small letters that formulas use are apart.
GREEK_AS_LATIN = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
GREEK_OF_FORMULAS_AS_LATIN = dict(zip("αικνρυ", "aikvpu", strict=True))
# Greek letter -> the Cyrillic letter that looks the same.
GREEK_AS_CYRILLIC = dict(zip("αοκρΑΒΕΗΙΚΜΟΡΤΧ", "аокрАВЕНІКМОРТХ", strict=True))
