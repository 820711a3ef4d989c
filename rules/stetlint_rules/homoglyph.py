"""A letter of another script inside a word: a Cyrillic о in a Latin word.

What it finds: a word in Latin, Cyrillic or Greek letters with single letters of another of these scripts
that look the same (Unicode's UTS #39): Сonfig with a Cyrillic С, сирa with a Latin a. Prose, code and
addresses are looked at alike. The word in one script is suggested where all its letters have it.

Why: a language model writes tokens, and the tokens of both scripts look the same to it; translators type
with the wrong keyboard layout. Nobody sees it, but search, spell checkers and links stumble over it.

Not reported: Latin names with Cyrillic endings (Pythonу, USBшный), letters that do not look the same, units
and formulas (kΩ, ΔT), names of two letters in other languages than Cyrillic ones, ranges of letters in
patterns (a-zа-я), and lines that speak of scripts or look-alikes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.language.scripts import (
    CYRILLIC_AS_LATIN,
    CYRILLIC_AS_LATIN_BY_LANGUAGE,
    CYRILLIC_LANGUAGES,
    GREEK_AS_CYRILLIC,
    GREEK_AS_LATIN,
    GREEK_OF_FORMULAS_AS_LATIN,
    RARE_CYRILLIC_AS_LATIN,
)
from stetlint.language.sentences import continuing

SWITCH = Pattern(
    r"\p{Latin}(?:\p{Cyrillic}|\p{Greek})|(?:\p{Cyrillic}|\p{Greek})\p{Latin}|\p{Greek}\p{Cyrillic}|\p{Cyrillic}\p{Greek}",
    engine="regex",
)
LETTERS_BEFORE = Pattern(r"[\p{L}\p{M}]+", engine="regex")
SCRIPTS = {
    "Latin": Pattern(r"\p{Latin}", engine="regex"),
    "Cyrillic": Pattern(r"\p{Cyrillic}", engine="regex"),
    "Greek": Pattern(r"\p{Greek}", engine="regex"),
}
# A Latin stem with a Cyrillic case ending or suffix, as Slavic languages inflect foreign names.
INFLECTED = Pattern(
    r"\p{Latin}{2,}(?:[ауеыиіюяоїў]|о[вйюм]|[еі][вмй]|а[мх]|ы[йхме]|ами|ями|ов[аиі]|ого|ому|ът|та|то|те|у[тщ])",
    engine="regex",
)
# One small Greek letter within a word; "TNFα", "NFκB", "sinα" are right.
WITHIN = Pattern(r"[A-Za-z][a-z]*[αικνρυ][a-z]+|[νο][a-z]{5,}")
# A Cyrillic word and a Latin one, which no prefix joins ("микроusb").
JOINED = Pattern(
    r"(?!(?:не|микро|мини|макси|мульти|мета|авто|псевдо|анти|супер|кросс|полу|мега|нано|кибер|гипер|видео|аудио|веб|моно)"
    r"[a-z])(?:\p{Cyrillic}{2,}|\p{Greek}{3,})[a-z]{3,}",
    engine="regex",
)
INTRUDER = Pattern(r"\p{Latin}{2,}[а-џ]\p{Latin}{2,}", engine="regex")
SUBJECT = Pattern(
    r"homogl|homogr|confusabl|look-?alike|mixed.?script|punycode|unicode|cyrillic|kyrill|cyrill|cirilic"
    r"|greek (?:letter|char|script|alphabet|symbol)|кирилли[цч]|кирили[цч]|латини[цч]"
    r"|латин\w+ (?:букв|літер|символ|алфав)|гомогл|омоглиф|юникод|раскладк|розкладк",
    2,  # re.IGNORECASE
)


class Homoglyph(DocumentRule):
    """A word of two scripts that look the same."""

    id = "homoglyph"
    mqm = "linguistic-conventions/character-encoding"
    trigger = (
        r"\p{Latin}[\p{Cyrillic}\p{Greek}]|[\p{Cyrillic}\p{Greek}]\p{Latin}"
        r"|\p{Greek}\p{Cyrillic}|\p{Cyrillic}\p{Greek}"
    )
    good = (
        "A 10 kΩ resistor, 5 μm wide, and ΔT is small.",
        "The regular expression `[a-zA-Zа-яА-Я]+` matches words.",
        "TNFα, NFκB, sinα, IFNγ and α-helix.",
        Good("Через микроusb и неjson.", lang="ru"),
        "The word pаypal with a Cyrillic а is another one.",
        Good("Pythonу нужен файл, а SQLем и USBшный кабель, PDFка и git'ом.", lang="ru"),
        Good("Через API-интерфейс и USB‑кабель, X-лучи и n-й шаг.", lang="ru"),
        Good("Через AAPSом, вітаємо з Gitом.", lang="uk"),
        Good("Проверка полей проверкиC# есть.", lang="ru"),
        Good('`print("\\nПривет")`', lang="ru"),
    )
    bad = (
        Bad("The Greek dоcument.", "dоcument", fixed="The Greek document."),
        Bad("Read the dоcument first.", "dоcument", fixed="Read the document first."),
        Bad(
            "See [the page](https://example.org/Сonfig-page).",
            "Сonfig",
            fixed="See [the page](https://example.org/Config-page).",
        ),
        Bad("Это cтрока.", "cтрока", fixed="Это строка.", lang="ru"),
        Bad("У прикладi.", "прикладi", fixed="У прикладі.", lang="uk"),
        Bad("Это Cенсорs.", "Cенсорs", lang="ru"),
        Bad("С помощью ААPS.", "ААPS", fixed="С помощью AAPS.", lang="ru"),
        Bad("Die Ressourcen abbauен.", "abbauен", lang="de"),
        Bad("An exαmple οf it.", "exαmple", "οf", fixed="An example of it."),
        Bad("Да, брαузер здесь.", "брαузер", fixed="Да, браузер здесь.", lang="ru"),
        Bad("Чтобы найтиbundle.js, вот серверless.", "найтиbundle", "серверless", lang="ru"),
        Bad("Zatim poљaljite ključ.", "poљaljite", lang="hr"),
        Bad("The ΑPI works.", "ΑPI", fixed="The API works."),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        raw = document.raw
        text = raw.text
        lang = document.lang.partition("-")[0].lower()
        at = line_end = 0
        is_subject = False
        while switch := SWITCH.search(text, at):
            start = switch.start()
            while start > at and (text[start - 1].isalpha() or "\u0300" <= text[start - 1] <= "\u036f"):
                start -= 1
            at = LETTERS_BEFORE.match(text, switch.start()).end()
            word = text[start:at]
            mended = _mended(word, lang)
            if (
                mended is None
                or _is_pattern(text, start, at)
                or (text[at : at + 1] in ("#", "+") and word[-1] in "CF")
            ):
                continue
            if at > line_end:
                line_start = text.rfind("\n", 0, start) + 1
                line_end = text.find("\n", at)
                line_end = len(text) if line_end < 0 else line_end
                is_subject = SUBJECT.search(text, line_start, line_end) is not None
            if is_subject:
                continue
            if mended:
                message = f"“{word}” mixes letters of two scripts that look the same: write “{mended}” in one"
            else:
                message = f"“{word}” mixes letters of two scripts: write it in one, or part it with a blank"
            yield raw, Hit(start, at, message, (mended,) if mended else (), mended or None)


@cache
def _tables(lang: str) -> tuple[dict[str, str], ...]:
    """Return by what letter others are written in Latin, in Cyrillic as a language has it, in Greek."""
    own = CYRILLIC_AS_LATIN | CYRILLIC_AS_LATIN_BY_LANGUAGE.get(lang, {})
    to_cyrillic = {latin_letter: letter for letter, latin_letter in own.items()}
    to_greek = {latin_letter: letter for letter, latin_letter in GREEK_AS_LATIN.items()}
    to_latin = CYRILLIC_AS_LATIN | RARE_CYRILLIC_AS_LATIN | GREEK_AS_LATIN
    return to_latin, GREEK_AS_CYRILLIC | to_cyrillic, to_greek


@lru_cache(1 << 12)
def _mended(word: str, lang: str) -> str | None:
    """Return the word in one script, "" where not all letters have it, None where the word is right."""
    is_cyrillic_text = lang in CYRILLIC_LANGUAGES
    to_latin, to_cyrillic, to_greek = _tables(lang)
    if len(word) < 3 and not is_cyrillic_text:
        mended = "".join(to_latin.get(char, char) for char in word)
        return mended if mended.lower() in continuing(lang) else None
    if is_cyrillic_text and INFLECTED.fullmatch(word):
        return None
    latin, cyrillic, greek = (sum(1 for _ in p.finditer(word)) for p in SCRIPTS.values())
    if greek == 1 and latin >= 4 and (WITHIN.fullmatch(word) or lang == "el"):
        to_latin = to_latin | GREEK_OF_FORMULAS_AS_LATIN
    ways = [
        (latin, not is_cyrillic_text, "Latin", to_latin),
        (cyrillic, is_cyrillic_text, "Cyrillic", to_cyrillic),
        (greek, lang == "el", "Greek", to_greek),
    ]
    ways.sort(key=lambda way: way[:2], reverse=True)
    for count, _, script, table in ways:
        if not count:
            continue
        mended = "".join(c if SCRIPTS[script].match(c) else table.get(c, "") for c in word)
        if len(mended) == len(word):
            return mended
    # No language writes a word in both: half of it came from another token, or a blank is missing.
    if JOINED.fullmatch(word) if is_cyrillic_text or lang == "el" else INTRUDER.fullmatch(word):
        return ""
    if latin >= 3 and cyrillic >= 2 and not (is_cyrillic_text or greek):
        return ""
    # Not every letter has its like: still a slip where the first letter alone is the intruder's.
    _, _, script, table = ways[0]
    body = word[1:4]
    if word[0] in table and not SCRIPTS[script].match(word[0]) and len(SCRIPTS[script].findall(body)) == 3:
        return ""
    return None


def _is_pattern(text: str, start: int, end: int) -> bool:
    """Whether the letters follow an escape, or are the seam of two ranges in a pattern."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before in ("\\", "%") or (end - start == 2 and before == "-" and after in ("-", ""))
