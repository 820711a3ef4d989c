"""Which language a sentence is in: by its letters, and where the letters are the same by its function words.

It is asked of a sentence of a text whose language is declared, and says so only where the sentence is in
another one for certain: names, titles, commands and single terms are no evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stetlint.language.function_words import known_as, languages_of_words
from stetlint.language.patterns import Pattern

# Of a sentence in another language: its words, and how many different function words that the declared
# language does not have. What is not English is more often cited or sung than left untranslated.
ENGLISH_WORDS, ENGLISH_KINDS = 6, 3
OTHER_WORDS, OTHER_KINDS = 8, 4
SHARE = 0.2  # of the words of a sentence that are function words of its language
LEAST_LETTERS = 10  # of a sentence in a script without blanks between words

LETTERS = {
    "Latin": "A-Za-zªºÀ-ÖØ-öø-\u024f\u1e00-\u1eff",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrillic": "\u0400-\u052f",
    "Hebrew": "\u05d0-\u05ea",
    "Arabic": "\u0620-\u064a\u066e-\u06d3",
    "Devanagari": "\u0904-\u0963",
    "Bengali": "\u0981-\u09e3",
    "Thai": "\u0e01-\u0e4e",
    "Georgian": "\u10d0-\u10ff",
    "Hangul": "\uac00-\ud7a3",
    "CJK": "\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff\uff66-\uff9f\U00020000-\U0003ffff",
}
_SCRIPTS = {
    "Cyrillic": "ab av ba be bg ce cv kk kv ky mk mn os ru sah tg tt tyv uk",
    "Arabic": "ar ary arz ckb fa ps sd ug ur",
    "Devanagari": "hi mr ne sa",
    "Bengali": "as bn",
    "CJK": "ja yue zh",
    "Greek": "el",
    "Hebrew": "he yi",
    "Georgian": "ka",
    "Hangul": "ko",
    "Thai": "th",
    # Other scripts, several ones, or words that are those of English.
    "": "am bo dv gu hy iu km kn ks ku lo ml my or pa pcm pnt sco sd si sr ta te tet ti tk uz yo",
}
SCRIPT_OF = {lang: script for script, langs in _SCRIPTS.items() for lang in langs.split()}

# Languages whose letters alone tell them from others of their script, as far as this module goes.
BY_SCRIPT = {
    "Greek": "el",
    "Hebrew": "he",
    "Arabic": "ar",
    "Devanagari": "hi",
    "Bengali": "bn",
    "Thai": "th",
    "Georgian": "ka",
    "Hangul": "ko",
}

# Over UTF-8 text: letters that English does not have, as many as stand in any sentence in another script.
NOT_ENGLISH = Pattern(
    "[À-ÖØ-öø-\u024f\u1e00-\u1eff]|["
    + "".join(letters for name, letters in LETTERS.items() if name not in ("Latin", "CJK"))
    + f"]{{2}}|[{LETTERS['CJK']}]{{4}}",
    engine="re2",
)
WORD = Pattern(r"(?<![\w/.@#\\-])[^\W\d_]+(?:['’][^\W\d_]+)*+(?![\w/@\\]|\.\w)")
HIRAGANA = Pattern("[\u3041-\u3096]")
KANA = Pattern("[\u3041-\u3096\u30a1-\u30fa]")
CJK = Pattern(f"[{LETTERS['CJK']}]")
CHINESE = Pattern("[的了是在这這和与與为為有不们們个個可以会會请請您你没沒对對从從将將及或被所中]")
ONLY_CHINESE = Pattern("[这這们們吗嗎呢您你没沒还還该該让讓从從为們么麼很]")
KOREAN_ENDING = Pattern(r"[은는을를의에다요고서면]\b")
SENTENCE_END = Pattern(r"[.!?…]+[\"”»’)]{0,3}\s+(?![a-zà-öø-ÿа-яё])|[。！？]|\u2028")


class Stretch(NamedTuple):
    """A sentence, or a part of it in one script.

    start, end   where it stands, in code points of the text
    size         how much there is to read: its words, or a third of its letters where words have no blanks
    lang         the language it is in: the declared one, another one, or "" where nothing says so
    hint         another language that it may be in, if its neighbours are
    """

    start: int
    end: int
    size: int
    lang: str
    hint: str = ""


def script_of(lang: str) -> str:
    """Return the script of a language (a BCP 47 tag): a key of LETTERS, or "" where it is not known."""
    return SCRIPT_OF.get(lang.partition("-")[0].lower(), "Latin")


@cache
def _runs_of_other_scripts(script: str) -> Pattern:
    """Return a pattern of runs of letters of one script, with what is no letter between them."""
    others = {name: letters for name, letters in LETTERS.items() if name != script}
    return Pattern(
        "|".join(
            rf"(?P<{name}>[{letters}](?:[{letters}\W\d_]*[{letters}])?[.!?…。！？]*)"
            for name, letters in others.items()
        )
    )


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends, its mark included, blanks around it left out."""
    at = 0
    for match in SENTENCE_END.finditer(text):
        yield from _trimmed(text, at, match.end())
        at = match.end()
    yield from _trimmed(text, at, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if stripped := piece.strip():
        start += piece.index(stripped)
        yield start, start + len(stripped)


def stretches(text: str, lang: str) -> Iterator[Stretch]:
    """Yield the sentences of a text in a declared language, and their parts in other scripts."""
    script = script_of(lang)
    own = known_as(lang)
    for start, end in sentences(text):
        sentence = text[start:end]
        rest = sentence
        if script != "Latin" or not sentence.isascii():
            for run in _runs_of_other_scripts(script).finditer(sentence):
                found = _of_other_script(run[0], run.lastgroup or "", own)
                if found.lang:
                    yield Stretch(start + run.start(), start + run.end(), *found[2:])
                    rest = rest[: run.start()] + " " * len(run[0]) + rest[run.end() :]
        if script == "CJK":
            size = sum(1 for _ in CJK.finditer(rest)) // 3
            if size:
                yield Stretch(start, end, size, _of_cjk(rest, own))
        elif script in ("Latin", "Cyrillic"):
            found = _by_function_words(rest, own)
            # Words in Cyrillic letters are the text's own, unless they say otherwise.
            is_own = script == "Cyrillic" and found.size > 0 and not found.hint
            if found.size:
                yield Stretch(start, end, found.size, found.lang or (own if is_own else ""), found.hint)
        elif size := sum(1 for _ in WORD.finditer(rest)):
            yield Stretch(start, end, size, own)


def _of_other_script(run: str, script: str, own: str) -> Stretch:
    if script in ("Latin", "Cyrillic"):
        return _by_function_words(run, own)
    if script == "CJK":
        letters = sum(1 for _ in CJK.finditer(run))
        lang = ""
        if letters >= LEAST_LETTERS:
            if len(set(HIRAGANA.findall(run))) >= 3:
                lang = "ja"
            elif len(set(CHINESE.findall(run))) >= 2 and not KANA.search(run):
                lang = "zh"
        return Stretch(0, 0, letters // 3, lang)
    words = WORD.findall(run)
    lang = BY_SCRIPT[script]
    is_sentence = len(words) >= 5
    if script == "Hangul":
        is_sentence = len(words) >= 3 and len(KOREAN_ENDING.findall(run)) >= 2
    elif script == "Thai":
        is_sentence = sum(map(len, words)) >= 2 * LEAST_LETTERS
    return Stretch(0, 0, len(words), lang if is_sentence else "")


def _of_cjk(sentence: str, own: str) -> str:
    """Return the language of a sentence in Han letters and kana."""
    kana = sum(1 for _ in HIRAGANA.finditer(sentence))
    letters = sum(1 for _ in CJK.finditer(sentence))
    if own == "ja":
        is_chinese = letters >= LEAST_LETTERS and not KANA.search(sentence)
        return "zh" if is_chinese and len(set(ONLY_CHINESE.findall(sentence))) >= 2 else own
    return "ja" if letters >= LEAST_LETTERS and kana >= 4 and kana > 0.25 * letters else own


def _by_function_words(sentence: str, own: str) -> Stretch:
    words = WORD.findall(sentence)
    table = languages_of_words()
    # A capital within the sentence: a name, a title, a month (May, Will).
    seen = Counter(word.lower() for i, word in enumerate(words) if not i or word.islower())
    hits = [(langs, word, n) for word, n in seen.items() if (langs := table.get(word))]
    counts = Counter(lang for langs, _, n in hits for lang in langs for _ in range(n))
    if not counts:
        return Stretch(0, 0, len(words), "")
    others = [lang for lang, n in counts.items() if lang != own and n > counts[own]]
    if not others:
        # Words that English has too do not tell that a sentence is in the declared language.
        is_own = any(own in langs and (own == "en" or "en" not in langs) for langs, _, _ in hits)
        return Stretch(0, 0, len(words), own if is_own else "")
    best = max(others, key=lambda lang: (counts[lang], lang == "en", lang))
    kinds = sum(best in langs and own not in langs and len(word) > 1 for langs, word, _ in hits)
    against = sum(n for langs, _, n in hits if own in langs and best not in langs)
    if against or not kinds:
        return Stretch(0, 0, len(words), own if against else "")
    is_sentence = (
        len(words) >= (ENGLISH_WORDS if best == "en" else OTHER_WORDS)
        and kinds >= (ENGLISH_KINDS if best == "en" else OTHER_KINDS)
        and counts[best] >= SHARE * len(words)
    )
    if not is_sentence or _is_title(words):
        return Stretch(0, 0, len(words), "", best)
    return Stretch(0, 0, len(words), best)


def _is_title(words: list[str]) -> bool:
    """Whether the long words are capitalised, as in English titles."""
    long = [word for word in words if len(word) > 3]
    return sum(word[0].isupper() for word in long) > 0.7 * len(long)
