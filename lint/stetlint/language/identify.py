"""Which language a sentence is in: by its letters, and where the letters are the same by its function words.

It is asked of a sentence of a text whose language is declared, and says so only where the sentence is in
another one for certain: names, titles, commands and single terms are no evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from re import Match
from typing import NamedTuple

from stetlint.gist import SEPARATOR, Gist
from stetlint.language.function_words import (
    ALSO_ENGLISH,
    known_as,
    languages_of_words,
    words_of,
    words_of_others,
)
from stetlint.language.patterns import Pattern, compiled

# Of a sentence in another language: its words, and how many different words that the declared language does
# not have (function words, and words with letters that its alphabet lacks).
LEAST_WORDS = 6
LEAST_KINDS = 3
ENGLISH_AMONG_OTHER_SCRIPTS = 2  # kinds; what is not English is more often cited than left untranslated
MORE_KINDS = 4  # of other languages in a text that is not in English either
SHARE = 0.2  # of the words of a sentence that are function words of its language
WORDS_IN_CODE = 0.05  # of the words of a text with code in it: those of code that are words of English
MANY_WORDS = 30  # among which function words of a language would be
LIKELY = 4  # languages with the most function words, of which one is that of a text
CERTAIN = 12  # function words or letters that tell the language of a text of which nobody says it
LETTERS_BESIDE_CODE = 0.02  # of a text with code in it: letters of its own script
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
NOT_LATIN = f"[{''.join(letters for name, letters in LETTERS.items() if name != 'Latin')}]"  # RE2
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
LANGUAGES_IN_CYRILLIC = ("bg", "ru", "uk")  # with a table of words
SCRIPT_OF = {lang: script for script, langs in _SCRIPTS.items() for lang in langs.split()}

# Letters beyond a to z, and of Cyrillic alphabets those that others lack.
_ALPHABETS = {
    "en": "",
    "ca": "àçèéíïòóúü",
    "cs": "áčďéěíňóřšťúůýž",
    "da": "åæéø",
    "de": "äöüß",
    "es": "áéíñóúü",
    "et": "äõöšüž",
    "fi": "äåöšž",
    "fr": "àâæçèéêëîïôœùûüÿ",
    "hr": "čćđšž",
    "hu": "áéíóöúüőű",
    "id": "é",
    "it": "àèéìíîòóùú",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "nb": "åæéèòôø",
    "nl": "áèéêëïóöü",
    "pl": "ąćęłńóśźż",
    "pt": "àáâãçéêíóôõúü",
    "ro": "âîășțşţ",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sv": "äåéö",
    "tr": "âçğıîöşûü",
    "ru": "ёъыэ",
    "uk": "ґєіїʼ",
    "bg": "ъ",
}
# Languages without a table of words whose sentences look like those of their neighbours.
LIKE_NEIGHBOURS = frozenset(("be", "mk"))
_BASIC = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщьюя'’"

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

# RE2: letters that English does not have, as many as stand in any sentence in another script.
NOT_ENGLISH = (
    "[À-ÖØ-öø-\u024f\u1e00-\u1eff]|["
    + "".join(letters for name, letters in LETTERS.items() if name not in ("Latin", "CJK"))
    + f"]{{2}}|[{LETTERS['CJK']}]{{4}}"
)
WORD = Pattern(r"(?<![\w/.@#\\-])[^\W\d_]+(?:['’][^\W\d_]+)*+(?![\w/@\\]|\.\w)")
# Endings that English words have, and hardly any of those that other languages take from it.
ENGLISH_FORM = Pattern(r"\w{3,}(?:[bcdfgklmnprstvz]ed|ly|ness|ight|ough|ould|ful|less|ships?|th|sh|ch)$")
HIRAGANA = Pattern("[\u3041-\u3096]")
KANA = Pattern("[\u3041-\u3096\u30a1-\u30fa]")
CJK = Pattern(f"[{LETTERS['CJK']}]")
CHINESE = Pattern(
    "[的了是在这這和与與为為有不们們个個可以会會请請您你没沒对對从從将將及或被该該如果并並时時用于於到其它由把已而且能也都就来來将]"
)
ONLY_CHINESE = Pattern("[这這们們吗嗎呢您你没沒还還该該让讓从從为們么麼很]")
KOREAN_ENDING = Pattern(r"[은는을를의에다요고서면]\b")
LEAD = Pattern(r"\s*(?:\ufffc[ \t]*\n\s*)*")  # pictures on lines of their own
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


def _has_other_letters(text: str) -> bool:
    """Whether there are letters in a text that are not Latin."""
    # RE2 compiles it in a tenth of the time of re, in which a small file is checked.
    return compiled(NOT_LATIN).search(text.encode()) is not None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends, its mark included, blanks around it left out."""
    at = 0
    for match in SENTENCE_END.finditer(text):
        yield from _trimmed(text, at, match.end())
        at = match.end()
    yield from _trimmed(text, at, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end > start and text[end - 1].isspace():
        end -= 1
    match = LEAD.match(text, start, end)
    start = match.end() if match else start
    if start < end:
        yield start, end


def stretches(text: str, lang: str) -> Iterator[Stretch]:
    """Yield the sentences of a text in a declared language, and their parts in other scripts."""
    script = script_of(lang)
    own = known_as(lang)
    if script == "Latin":
        words = text.lower().split()
        # Most paragraphs hold no word of another language: there is nothing to look for.
        if words_of_others(lang).isdisjoint(words) and (text.isascii() or not _has_other_letters(text)):
            yield Stretch(0, len(text), len(words), "" if words_of(lang).isdisjoint(words) else own)
            return
    for start, end in sentences(text):
        sentence = text[start:end]
        if script == "Latin" and sentence.isascii():
            found = _by_function_words(sentence, own)
            yield Stretch(start, end, *found[2:])
            continue
        runs = list(_runs_of_other_scripts(script).finditer(sentence))
        if script == "Latin":
            found = _by_function_words(_without(sentence, runs), own)
            if found.lang != own and (whole := _of_runs(runs, own)).lang:
                # Names in Latin letters are part of the sentence in another script.
                yield Stretch(start, end, found.size + whole.size, whole.lang)
                continue
        parts = [(run, part) for run in runs if (part := _of_run(run, own)).lang]
        for run, part in parts:
            yield Stretch(start + run.start(), start + run.end(), *part[2:])
        rest = _without(sentence, [run for run, _ in parts])
        if script == "CJK":
            found = _of_cjk(rest, own)
        elif script in ("Latin", "Cyrillic"):
            found = _by_function_words(rest, own)
            if script == "Cyrillic" and not found.lang and not found.hint:
                # Words in Cyrillic letters are the text's own, unless they say otherwise.
                found = found._replace(lang=own)
        else:
            found = Stretch(0, 0, sum(1 for _ in WORD.finditer(rest)), own)
        if found.size:
            yield Stretch(start, end, *found[2:])


def language_of(text: str) -> str:
    """Return the language of a text with markup and code in it, "" where that is not certain.

    It is asked of texts of which nobody says it, and does not tell English from texts without words enough.
    """
    table = languages_of_words()
    counts = Counter(lang for word in _words(text) for lang in table.get(word, ()))
    likely = [lang for lang, _ in counts.most_common(LIKELY)]
    if not text.isascii() and _has_other_letters(text):
        likely += [*BY_SCRIPT.values(), "ja", "zh", *LANGUAGES_IN_CYRILLIC]
    weights = {lang: evidence(text, lang, "en") for lang in sorted(likely)}
    best = max(weights, key=weights.__getitem__, default="")
    return best if weights.get(best, 0) >= CERTAIN else ""


@lru_cache(maxsize=1)  # a text is held against several languages
def _words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().split())


def evidence(text: str, lang: str, other: str) -> int:
    """Return what speaks for a language in a text that may be in another one: its function words or letters.

    The text may have markup and code in it. 0 says that it is not, or no more than in the other one. For a
    language of which only the code is known, 1 says that it may be, as it is not in the other one.
    """
    script = script_of(lang)
    if script not in ("", "Latin", script_of(other)):
        letters = "".join(re.findall(f"[{LETTERS[script]}]+", text))
        size = len(letters)
        if size <= max(LEAST_LETTERS, LETTERS_BESIDE_CODE * len(text)):
            return 0
        # Of languages with one script the words decide, or the kana of Japanese.
        if script == "CJK":
            is_japanese = len(KANA.findall(letters)) > SHARE / 2 * size
            return size if is_japanese == (lang == "ja") else 1
        return size if script != "Cyrillic" else 1 + sum(map(words_of(lang).__contains__, text.split()))
    mine, theirs = words_of(lang), words_of(other)
    words = _words(text)
    against = sum(map((theirs - mine).__contains__, words))
    if not mine:
        return int(len(words) > MANY_WORDS and against < WORDS_IN_CODE * len(words))
    own = mine - theirs
    found = [word for word in words if word in own and len(word) > 1]  # CHAPTER I is no Danish
    # Code is full of English words.
    return len(found) if len(set(found)) >= LEAST_KINDS and 2 * len(found) > against else 0


def hint(text: str, lang: str, other: str) -> int:
    """Return what speaks for a language in Latin letters that the path of a text names, as ``evidence`` does.

    Some different function words are enough, for half of a page may be left in the other language: of 1,500
    English pages, 6 at most have so many of any language. A page of three lines has fewer: each of them
    counts, and each word with a letter that the other language does not have, if the words of the other
    language are not more than twice as many.
    """
    lang, other = (tag.partition("-")[0].lower() for tag in (lang, other))
    if not script_of(lang) == script_of(other) == "Latin" or lang not in _ALPHABETS:
        return 0
    mine, theirs = words_of(lang), words_of(other)
    words = _words(text)
    found = [word for word in words if word in mine and word not in theirs and len(word) > 1]
    if len(set(found)) >= LEAST_KINDS:
        return len(found)
    weight = len(found) + _marked(["".join(filter(str.isalpha, word)) for word in words], lang, other)
    against = sum(map((theirs - mine).__contains__, words))
    return weight if 2 * weight > against else 0


def may_hold_others(gist: Gist, lang: str) -> list[int]:
    """Return the numbers of the blocks of a gist in which a sentence may be in another language than theirs.

    In Latin and Cyrillic letters it has words enough, and one of them is a function word of another language.
    """
    script = script_of(lang)
    if not script:
        return []
    own = known_as(lang)
    table = _languages_of_parts()
    others = {word for word in gist.vocabulary & table.keys() if own not in table[word]}
    if script == "Latin":
        others = {word for word in others if len(word) > 1}
    if own == "en":
        others.difference_update(map(str.encode, ALSO_ENGLISH))
    found = gist.blocks_of(number for number, word in enumerate(gist.words) if word in others)
    ends = (-1, *gist.ends)
    long = (number for number in found if ends[number + 1] - ends[number] > LEAST_WORDS)
    return sorted({*long, *gist.blocks_with(_in_other_scripts(script))})


@cache
def _languages_of_parts() -> dict[bytes, frozenset[str]]:
    """Return the languages of function words as a gist has them, where an apostrophe parts words: of a part,
    those that have all words with it."""
    found: dict[bytes, frozenset[str]] = {}
    for word, langs in languages_of_words().items():
        for part in word.replace("’", "'").split("'"):
            key = part.encode()
            found[key] = found.get(key, langs) & langs
    return found


@cache
def _in_other_scripts(script: str) -> str:
    """Return an RE2 pattern of letters that may be of a sentence in another language, by themselves; it takes
    the rest of the block with them."""
    own = ("Latin", script if script != "CJK" else "")
    letters = "".join(letters for name, letters in LETTERS.items() if name not in own)
    return f"[{letters}][^{SEPARATOR[0]}]*"


def _of_runs(runs: Sequence[Match[str]], own: str) -> Stretch:
    """Tell the language of runs in one script, taken together."""
    if not runs:
        return Stretch(0, 0, 0, "")
    script = Counter(run.lastgroup or "" for run in runs).most_common(1)[0][0]
    return _of_other_script(" ".join(run[0] for run in runs if run.lastgroup == script), script, own)


def _of_run(run: Match[str], own: str) -> Stretch:
    return _of_other_script(run[0], run.lastgroup or "", own)


def _without(sentence: str, runs: Sequence[Match[str]]) -> str:
    ends = [0, *(run.end() for run in runs)]
    starts = [*(run.start() for run in runs), len(sentence)]
    return " ".join(sentence[start:end] for start, end in zip(ends, starts, strict=True))


def _of_other_script(run: str, script: str, own: str) -> Stretch:
    if script == "Latin":
        return _by_function_words(run, own)
    if script == "Cyrillic":
        found = _by_function_words(run, own)
        words = WORD.findall(run)
        if not found.lang and len(words) >= LEAST_WORDS and sum(map(str.islower, words)) > 0.7 * len(words):
            found = found._replace(lang=found.hint or "ru")
        return found
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
        is_sentence = len(words) >= 4 and len(KOREAN_ENDING.findall(run)) >= 2
    elif script == "Thai":
        is_sentence = sum(map(len, words)) >= 2 * LEAST_LETTERS
    return Stretch(0, 0, len(words), lang if is_sentence else "")


def _of_cjk(sentence: str, own: str) -> Stretch:
    """Tell Chinese from Japanese."""
    letters = CJK.findall(sentence)
    lang = own
    if len(letters) >= LEAST_LETTERS:
        kana = sum("\u3041" <= letter <= "\u3096" for letter in letters)
        if own == "ja" and not KANA.search(sentence):
            only_chinese = {c for c in letters if ONLY_CHINESE.match(c) or not _is_japanese(c)}
            lang = "zh" if len(only_chinese) >= 3 else own
        elif own != "ja" and kana >= 4 and kana > 0.25 * len(letters):
            lang = "ja"
    return Stretch(0, 0, (len(letters) + 2) // 3, lang)


@cache
def _is_japanese(char: str) -> bool:
    """Whether a character is in the set that Japanese is written with."""
    try:
        char.encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return True


def _by_function_words(sentence: str, own: str) -> Stretch:
    words = WORD.findall(sentence)
    table = languages_of_words()
    # A capital within the sentence: a name, a title, a month (May, Will).
    seen = [word.lower() for i, word in enumerate(words) if not i or word.islower()]
    hits = [
        (langs, word)
        for word in seen
        if (langs := table.get(word)) and not (own == "en" and word in ALSO_ENGLISH)
    ]
    if not hits:
        return Stretch(0, 0, len(words), "")
    counts: Counter[str] = Counter()
    if any(own not in langs for langs, _ in hits):
        counts.update(lang for langs, _ in hits for lang in langs)
    others = [lang for lang, n in counts.items() if lang != own and n > counts[own]]
    if not others:
        # Words that English has too do not tell that a sentence is in the declared language.
        is_own = any(own in langs and (own == "en" or "en" not in langs) for langs, _ in hits)
        return Stretch(0, 0, len(words), own if is_own else "")
    best = max(others, key=lambda lang: (counts[lang], lang == "en", lang))
    if own in LIKE_NEIGHBOURS and script_of(best) == script_of(own):
        return Stretch(0, 0, len(words), own)
    only_best = [word for langs, word in hits if best in langs and own not in langs]
    against = sum(own in langs and best not in langs for langs, _ in hits)
    different = set(seen)
    odd = _odd_words(different, own)
    if own in _ALPHABETS:
        against += _marked(different, own, best)
    if not only_best or 4 * against >= len(only_best) + (odd if own == "en" else 0):
        return Stretch(0, 0, len(words), own if against else "")
    kinds = sum(len(word) > 1 for word in set(only_best)) + odd
    if best == "en" and not against:
        kinds += sum(ENGLISH_FORM.match(word) is not None for word in different)
    is_sentence = (
        len(words) >= LEAST_WORDS
        and kinds >= _least_kinds(best, own)
        and counts[best] >= (SHARE if best == "en" else SHARE / 2) * len(words)
    )
    if not is_sentence or _is_title(words):
        return Stretch(0, 0, len(words), "", best)
    return Stretch(0, 0, len(words), best)


def _least_kinds(lang: str, own: str) -> int:
    if lang == "en":
        return LEAST_KINDS if script_of(own) == "Latin" else ENGLISH_AMONG_OTHER_SCRIPTS
    return LEAST_KINDS if own == "en" or script_of(own) == script_of(lang) == "Cyrillic" else MORE_KINDS


def _odd_words(words: Iterable[str], *langs: str) -> int:
    """Return how many words have letters that the alphabets of some languages, taken together, lack."""
    alphabet = _alphabet(langs)
    return sum(not alphabet.issuperset(word) for word in words) if alphabet else 0


def _marked(words: Collection[str], lang: str, other: str) -> int:
    """Return how many words have letters that one language has and the other one lacks."""
    return _odd_words(words, other) - _odd_words(words, lang, other)


@cache
def _alphabet(langs: tuple[str, ...]) -> frozenset[str]:
    """Return the letters of some languages, none where that of one is not known."""
    if any(lang not in _ALPHABETS for lang in langs):
        return frozenset()
    return frozenset(_BASIC + "".join(_ALPHABETS[lang] for lang in langs))


def _is_title(words: list[str]) -> bool:
    """Whether the long words are capitalised, as in English titles."""
    long = [word for word in words if len(word) > 3]
    return sum(word[0].isupper() for word in long) > 0.7 * len(long)
