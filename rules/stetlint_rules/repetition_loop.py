"""A word, a phrase or a sentence over and over.

What it finds, from the first to the last repetition: a word three times or more with only blanks between, or
four times with commas; a phrase of two or three words three times, of four words or more twice (with commas
four and three times); the same sentence twice in a row; a syllable over and over in one word ("ofofofofof");
the same in Chinese and Japanese, without blanks.

Why: a decoder that loses its place falls into a loop, each turn of which makes the next one likelier.

Not reported: emphasis, laughter and sounds ("no, no, no, no", "ha ha ha", "again and again and again"), names
and slogans ("Aussie Aussie Aussie", "Location, location, location"), placeholders ("text text text"),
numbers, masks ("XXXXXXXX"), lines of a poem or a list, cells of a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count, islice, pairwise

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.gist import BEHIND, NO_WORD, Gist
from stetlint.language.doubling import is_emphasis, is_small_word
from stetlint.language.loops import Ranges, Repeats

PERIODS = range(1, 13)  # words of a phrase
# How many words must equal the one a period before: three turns of up to three words, two of longer phrases.
LEAST = [2, 4, 6, *PERIODS[3:]]
LEAST_BLANKS = 5  # within a sentence that stands twice
NO_WORDS = 6  # one word in so many may be a number or code
WORD = Pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE = Pattern(
    r"[^.!?。！？\u2028\ufffc]+[.!?。！？]+[\"”»’」]?|[\u2028\ufffc]+|[^.!?。！？\u2028\ufffc]+"
)
SYLLABLES = Pattern(r"\b([^\W\d_]{0,4}?)(([^\W\d_]{2,6}?)\3{3,}+)[^\W\d_]{0,6}+\b")
CJK = r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
CHARACTERS = Pattern(rf"({CJK}{{2,12}}?)\1{{2,}}")
CJK_RUN = r"[\x{3041}-\x{30ff}\x{3400}-\x{9fff}\x{ac00}-\x{d7a3}]{6}"  # RE2
CJK_TURNS = {2: 5, 3: 4}  # by characters of the turn; three for longer ones
LAUGHTER = frozenset(
    "ha he hi ho hu ah eh ja je ji ka xa ха хе хи хо ах la na da ba ta ti bla lol ro ла на да".split()
)
PLACEHOLDERS = frozenset(
    "text word words foo bar baz test lorem content line item page data some etc next nom".split()
)
CONJUNCTIONS = frozenset("and or und oder et ou y o e и или i en of och og ja".split())
LONG_LOOP = Pattern(rb"([a-z\x80-\xff]{2,12}?)\1{3,}")
CJK_BYTES = tuple(bytes((first,)) for first in range(0xE3, 0xEE))  # characters from U+3000 begin with them


def _is_long(word: bytes) -> bool:
    """Whether a word has room for five syllables and few different letters; no run of Chinese or Japanese."""
    return (
        len(word) > (9 if word.isascii() else 19)
        and word[0] < CJK_BYTES[0][0]
        and 2 * len(set(word)) <= len(word)
    )


class RepetitionLoop(DocumentRule):
    """A word, a phrase or a sentence over and over."""

    id = "repetition-loop"
    mqm = "accuracy/addition"
    good = (
        "No, no, no, no! It was very, very, very good, ha ha ha ha, hahahahaha.",
        "They came again and again and again and again.",
        "## Measure, measure, measure",
        "The group is called Aussie Aussie Aussie Loop Loop Loop.",
        "00,00,00,00,00 and XXXXXXXXXXXX and aaaaaaaa-bbbb-cccc-dddd",
        "Some text text text here.",
        "| yes | yes | yes | yes |\n| --- | --- | --- | --- |\n| no | no | no | no |",
        "It rained. It rained. It rained.",
        "Row, row, row your boat",
        "It goes duh-duh-duh-duh, and the monster says om nom nom nom.",
        "It makes a lock, or a copy of a lock, or a copy of a key.",
        "end\nend\nend",
        "From 18 to 45 years old, 30.6%, from 46 to 65 years old, 9.6%.",
        Good("ドキドキドキドキした。", lang="ja"),
    )
    bad = (
        Bad("He saw the house house house house there.", "house house house house"),
        Bad("The charts Matrix, Matrix, Matrix, Matrix and Trend.", "Matrix, Matrix, Matrix, Matrix"),
        Bad(
            "thanks to to the report to the report to the report of it",
            "to the report to the report to the report",
        ),
        Bad(
            "He was arrested on suspicion of murder on suspicion of murder.",
            "on suspicion of murder on suspicion of murder",
        ),
        Bad(
            "It begins. We could not say what it meant. We could not say what it meant. It ends.",
            "We could not say what it meant. We could not say what it meant.",
        ),
        Bad(
            "It is so. In 2020 all of the towers had light. In 2020 all of the towers had light.",
            "In 2020 all of the towers had light. In 2020 all of the towers had light.",
        ),
        Bad("The sum ofofofofofof all.", "ofofofofofof"),
        Bad("Go to the-the-the-the-the house.", "the-the-the-the-the"),
        Bad("これは重要な点重要な点重要な点です。", "重要な点重要な点重要な点", lang="ja"),
    )

    # No trigger: RE2 cannot compare one part of a text with another.
    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        message = "the same words over and over, as a decoder that is caught in a loop writes: keep one"
        suspects = {id(segment): segment for segment in document.segments_where(_loops)}
        suspects.update((id(segment), segment) for segment in document.segments_with(CJK_RUN))
        for segment in suspects.values():
            if segment.role == "cell":
                continue
            found: list[tuple[int, int]] = []
            taken = bytearray(len(segment.text))  # 1 where a loop was found
            for loops in (
                _phrases(segment),
                _sentences(segment.text),
                _syllables(segment.text),
                _characters(segment.text),
            ):
                for start, end in loops:
                    if taken.find(1, start, end) < 0:
                        taken[start:end] = b"\1" * (end - start)
                        found.append((start, end))
            for start, end in sorted(found):
                yield segment, Hit(start, end, message)


def _loops(gist: Gist) -> list[int]:
    """Return the numbers of the blocks in which there may be a loop."""
    return sorted({*gist.blocks_of(_words_of_loops(gist)), *_blocks_of_sentences(gist)})


def _blocks_of_sentences(gist: Gist) -> Iterator[int]:
    """Yield the numbers of the blocks in which a sentence stands twice in a row, however long it is."""
    sentences = gist.text.split(". ")
    block = seen = 0
    for at in compress(count(), map(str.startswith, islice(sentences, 1, None), sentences)):
        if sentences[at].count(" ") >= LEAST_BLANKS:
            block += sum(sentence.count(BEHIND) for sentence in sentences[seen:at])
            seen = at
            yield block


def _words_of_loops(gist: Gist) -> Iterator[int]:
    """Yield the numbers of words that may be in a loop, or have one in themselves."""
    words = gist.words
    for start, _, period in gist.repeats.find(PERIODS, LEAST):
        # Numbers and code all look alike here: a sentence may have a few, a loop of words none.
        if NO_WORDS * sum(NO_WORD in word for word in words[start : start + period]) <= period:
            yield start
    long = {w for w in gist.vocabulary if len(w) > 9 and _is_long(w) and LONG_LOOP.search(w)}
    if long:
        yield from (number for number, word in enumerate(words) if word in long)


def _phrases(segment: Segment) -> Iterator[tuple[int, int]]:
    text, lang = segment.text, segment.lang.partition("-")[0].lower()
    matches = list(WORD.finditer(text))
    words = [match[0] for match in matches]
    # What stands between a word and the one before it.
    marks = ["", *(text[a.end() : b.start()].strip(" \n\u00a0") for a, b in pairwise(matches))]
    seen = Ranges(len(words))
    for first, last, period in Repeats(words).find(PERIODS, LEAST):
        for start, end in _same_marks(marks, first, last, period):
            turns = (end - start) // period
            end = start + turns * period
            if turns < 2 or seen.cover(start, end):
                continue
            seen.add(start, end)
            begin, until = matches[start].start(), matches[end - 1].end()
            if period == 1 and text.count("\n", begin, until) >= turns - 1:
                continue  # lines of one word
            if _is_loop(words[start : start + period], marks[start + 1 : end], turns, lang):
                yield begin, until


def _same_marks(marks: list[str], first: int, last: int, period: int) -> Iterator[tuple[int, int]]:
    """Part a loop of words where the marks between them are not the same in every turn."""
    start = first
    for i in range(first + period + 1, last):
        if marks[i] != marks[i - period] and i - period > start:
            yield start, i
            start = i
    yield start, last


def _is_loop(turn: list[str], between: list[str], turns: int, lang: str) -> bool:
    """Whether it is one, by the words of a turn, the marks between all words, and the number of turns."""
    period = len(turn)
    marks = set(between)
    lower = [word.lower() for word in turn]
    is_name = all(word[:1].isupper() for word in turn)
    if all(is_emphasis(word, lang) or word in PLACEHOLDERS for word in lower):
        return False
    if period == 2 and not CONJUNCTIONS.isdisjoint(lower):
        return False  # again and again and again
    if marks <= {""}:
        if period <= 3:
            return turns >= (5 if is_name else 3)
        return len(" ".join(turn)) >= 20 and (turns > 2 or turn[0].islower())
    if marks <= {"-"}:
        return turns >= 4 and is_small_word(lower[0], lang)
    if marks <= {"", ",", "、", "，", "،"}:
        return turns >= (4 if period < 6 else 3)
    return False


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield each sentence of six words or more that stands twice or more in a row."""
    previous = ""
    start = end = turns = 0
    for match in SENTENCE.finditer(text):
        sentence = match[0].strip()
        if sentence == previous and sentence.count(" ") >= LEAST_BLANKS and sentence[-1] not in "!?":
            turns += 1
            end = match.start() + len(match[0].rstrip())
            continue
        if turns:
            yield start, end
        previous, turns = sentence, 0
        start = match.start() + len(match[0]) - len(match[0].lstrip())
    if turns:
        yield start, end


def _syllables(text: str) -> Iterator[tuple[int, int]]:
    for match in SYLLABLES.finditer(text):
        syllable = match[3]
        if syllable.islower() and len(set(syllable)) > 1 and len(match[2]) >= 8 and syllable not in LAUGHTER:
            yield match.span()


def _characters(text: str) -> Iterator[tuple[int, int]]:
    for match in CHARACTERS.finditer(text) if not text.isascii() else ():
        turn = match[1]
        if len(set(turn)) > 1 and len(match[0]) >= len(turn) * CJK_TURNS.get(len(turn), 3):
            yield match.span()
