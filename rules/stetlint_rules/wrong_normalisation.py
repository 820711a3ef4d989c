"""Characters in a form that looks right and is another one: é as e and an accent, the ligature ﬁ.

What it finds: words with a letter and its accent as two characters where one character has both (Unicode's
form NFD in a text in NFC), in Latin, Greek and Cyrillic letters, kana and hangul; ligatures (ﬁ, ﬂ);
full-width letters in words of a text that is not Chinese, Japanese or Korean; the shapes of Arabic letters
that old fonts needed. The word is reported.

Why: text that was taken from a PDF, from file names on a Mac, or put together from the tokens of a model.
Nobody sees it, but search, sorting and spell checkers do not find the word.

Not reported: accents on letters that no single character has (stressed Russian vowels, phonetic script),
lines that speak of Unicode; a text that has this form throughout is one finding.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment

MARKS = "\u0300-\u0304\u0306-\u030c\u0323-\u0328\u0342\u0345\u3099\u309a"
JAMO = "\u1161-\u1175\u11a8-\u11c2"
LIGATURES = "\ufb00-\ufb06"
WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
ARABIC = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf2\ufe70-\ufefc"
WIDE_LANGUAGES = frozenset(("ja", "ko", "yue", "zh"))
ODD = f"{MARKS}{JAMO}{LIGATURES}{WIDE}{ARABIC}"
WORD = Pattern(rf"[^\W_{MARKS}][^\W_{MARKS}\u0300-\u036f]*(?:[\u0300-\u036f{MARKS}]+[^\W_{MARKS}]*)*")
ODD_LETTER = Pattern(f"[{ODD}]")
# Small letters that have their accent.
COMPOSED = Pattern(
    "[à-öø-ÿ\u0101-\u017e\u01ce-\u01dc\u1ea1-\u1ef9\u03ac-\u03ce\u0439\u0451\u0457\u045e"
    "\u304c-\u3094\u30ac-\u30f4\uac00-\ud7a3]"
)
PHONETIC = Pattern("[\u0250-\u02af\u02b0-\u02ff\u1d00-\u1dbf]")
SUBJECT = Pattern(
    r"unicode|U\+|normali[sz]|ligatur|combining|full-?width|\bNF[CDK]|code ?point|diacriti|glyph",
    2,  # re.IGNORECASE
)
MANY = 3  # words; more of them than composed letters, and the text has this form throughout


class WrongNormalisation(DocumentRule):
    """Characters in a form that only looks right."""

    id = "wrong-normalisation"
    mqm = "linguistic-conventions/character-encoding"
    trigger = f"[{ODD}]"
    good = (
        "Café, naïve and Ångström.",
        "The letter e\u0301 is U+0065 and U+0301; the ligature ﬁ is in Unicode, too.",
        "It is said [ə\u0301ne\u0301ʃən] here.",
        Good("за\u0301мок и замо\u0301к, боя\u0301рин", lang="ru"),
        Good("Ｗｅｂ の１２", lang="ja"),
        Good("पढ़ना और लड़का", lang="hi"),
        Good("שָׁלוֹם", lang="he"),
    )
    bad = (
        Bad("The cafe\u0301 is open.", "cafe\u0301", fixed="The café is open."),
        Bad("The ﬁeld and the oﬀer.", "ﬁeld", "oﬀer", fixed="The field and the offer."),
        Bad("A combination of ﬁelds.", "ﬁelds", fixed="A combination of fields."),
        Bad("The Ｗｅｂ is wide.", "Ｗｅｂ", fixed="The Web is wide."),
        Bad("Der Ko\u0308nig ist schön.", "Ko\u0308nig", fixed="Der König ist schön.", lang="de"),
        Bad("мои\u0306 дом", "мои\u0306", fixed="мой дом", lang="ru"),
        Bad("か\u3099く が", "か\u3099く", fixed="がく が", lang="ja"),
        Bad("\u1112\u1161\u11ab글 한글", "\u1112\u1161\u11ab글", fixed="한글 한글", lang="ko"),
        Bad(
            "\ufee3\ufeae\ufea3\ufe92\ufe8e يا", "\ufee3\ufeae\ufea3\ufe92\ufe8e", fixed="مرحبا يا", lang="ar"
        ),
        Bad(
            "e\u0301t e\u0301t e\u0301t e\u0301t",
            "e\u0301t",
            lang="fr",
        ),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        found = [
            (s, hit)
            for s in document.segments_with(self.trigger)
            if not SUBJECT.search(s.text)
            for hit in _hits(s)
        ]
        if len(found) > MANY:
            composed = sum(1 for s in document.segments for _ in COMPOSED.finditer(s.text))
            if len(found) > composed:
                # The whole text is so: one finding stands for all, and its fix would uncover the next.
                segment, hit = found[0]
                found = [(segment, hit._replace(suggestions=(hit.replacement or "",), replacement=None))]
        yield from found


def _hits(segment: Segment) -> Iterator[Hit]:
    for match in WORD.finditer(segment.text):
        word = match[0]
        if not ODD_LETTER.search(word) or len(word) < 2 or PHONETIC.search(word):
            continue
        mended = _mended(word, segment.lang)
        if mended != word:
            message = f"“{mended}” is written with characters that only look right: searches do not find it"
            yield Hit(match.start(), match.end(), message, (), mended, is_safe=True)


def _mended(word: str, lang: str) -> str:
    """Return the word with its letters and accents in one character each, where Unicode has it."""
    is_wide = lang.partition("-")[0].lower() in WIDE_LANGUAGES
    letters = (
        unicodedata.normalize("NFKC", char)
        if "\ufb00" <= char <= "\ufefc" or ("\uff10" <= char <= "\uff5a" and not is_wide)
        else char
        for char in word
    )
    return unicodedata.normalize("NFC", "".join(letters))
