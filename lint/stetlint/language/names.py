"""The names of a text: capitalised words counted as unique strings, which of them are alike, what stands
around.

Everything here works on unique strings and looks at the text twice: once to count, and once more for the
words that are left over when nearly everything has been ruled out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from stetlint.language import romanise
from stetlint.language.exonyms import place_of
from stetlint.language.function_words import words_of
from stetlint.language.known import Known, known
from stetlint.language.patterns import Pattern


def _capitals() -> str:
    """Return the capital letters of the Latin, Greek and Cyrillic scripts as ranges of a character class."""
    ranges: list[list[int]] = []
    for first, last in ((0x41, 0x250), (0x370, 0x530), (0x1E00, 0x2000)):
        for code in range(first, last):
            if chr(code).isupper() or chr(code).istitle():
                if ranges and ranges[-1][1] == code - 1:
                    ranges[-1][1] = code
                else:
                    ranges.append([code, code])
    return "".join(f"{chr(a)}-{chr(b)}" if a != b else chr(a) for a, b in ranges)


@cache
def _pattern(*, of_runs: bool, is_ascii: bool) -> re.Pattern[str]:
    """Return the pattern of a capitalised word, or of one or more in a row; made at its first use.

    ``is_ascii``: for a text without other letters, which takes less time to make than to check a small file.
    """
    capital = "[A-Z]" if is_ascii else f"[{_capitals()}]"
    rest = r"[^\W_]*+(?:[-'’‑][^\W_]++)*"
    row = rf"(?:[ \n]{capital}{rest})*" if of_runs else ""
    # What stands between dots, colons or parentheses without a blank, or like /Fo, is a thing of a program.
    # The search is fast where the pattern begins with the capital, so what stands before that is looked at
    # behind it.
    return re.compile(rf"{capital}(?<![\w@#$\\.:_-].)(?<![\s(]/.){rest}{row}(?![\w(]|[.:-]+\w)")


CLITIC = Pattern(r"(?:['’](?:s|S|ll|d|re|ve|m|t)?)$")
SHORTEST = 3  # code points of a name that may be compared
LONGEST = 60
COMMON = 3  # the band from which two words are compared only where they sound the same
# Names under one key; where there are more, each is compared with the next few in the alphabet only.
CROWD = 24
NEIGHBOURS = 5
# Pairs that a text may have to be compared: FEW and one for so many code points. Prose has a third of that at
# most; lists of names have more, of which only those with the same consonants or sound are compared.
FEW = 200
ROOM = 50
MOST_PAIRS = 60_000  # of any text
NO_WORDS: frozenset[str] = frozenset()
LONGER = 5  # code points that one spelling may be longer than the other

# Languages in which every noun has a capital, so that a capital makes no name.
CAPITALISED_NOUNS = frozenset(("de", "gsw", "lb", "nds"))
# Words that begin sentences, and names that a calendar gives: no names to compare.
NEVER = frozenset(
    """the this that these those there then they them their and but for not with from when what where which
    while who why how his her him she you your our its it's all any are was were will would has have had
    can could may also after before only one two some such now new yes let see more most many much other
    into over under than both each every here just like once since until still though about although
    because however being been does did don't another mr mrs ms dr miss sir monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october
    november december""".split()
)


class Form(NamedTuple):
    """A spelling and what it is compared by.

    plain   as ``romanise.plain`` has it
    known   how known it is
    """

    plain: str
    known: Known


@lru_cache(1 << 15)  # about 30 MB
def form(word: str) -> Form | None:
    """Return what a word is compared by, None where it never is."""
    if not SHORTEST <= len(word) <= LONGEST or word.lower() in NEVER:
        return None
    plain = romanise.plain(word)
    # What is left in another script (日本) is no romanised name; digits and capitals make identifiers.
    if len(plain) < SHORTEST or not plain.isascii() or not plain.isalpha() or is_identifier(word):
        return None
    return Form(plain, known(word))


def bones_of(word: str) -> str:
    """Return the skeleton of a word, "" where it is never compared."""
    found = form(word)
    return romanise.skeleton(found.plain) if found else ""


_PREFIX = Pattern(r"(?:Ma?c|D[aeiu]|L[ae]|Van|Fitz)(?=[A-Z])")
_HUMPS = Pattern(r"[^\W\d_A-Z][A-Z]|[A-Z]{2}")


def is_identifier(word: str) -> bool:
    """Whether capitals inside make a word an abbreviation or a thing of a program: NASA, APIs, SourceFile."""
    if word[1:].islower():
        return False
    return any(
        not part[1:].islower() and _HUMPS.search(_PREFIX.sub("", part))
        for part in word.split("-")
        if part[1:]
    )


def bare(word: str) -> str:
    """Return a word without 's and other clitics."""
    return CLITIC.sub("", word) if "'" in word or "’" in word else word


def occurrences(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the capitalised words of a text, without 's, and where each stands in code points."""
    for match in _pattern(of_runs=False, is_ascii=text.isascii()).finditer(text):
        word = bare(match.group())
        yield word, match.start(), match.start() + len(word)


class Names:
    """The names of a text, unique, with how often each stands there.

    count   occurrences of each capitalised word, without 's
    pairs   capitalised words that stand side by side
    size    code points of the text
    """

    def __init__(self, texts: Iterable[str]) -> None:
        text = "\x1e".join(texts)
        runs: Counter[str] = Counter()
        runs.update(_pattern(of_runs=True, is_ascii=text.isascii()).findall(text))
        self.size = len(text)
        self.count: dict[str, int] = defaultdict(int)
        self.pairs: dict[tuple[str, str], int] = defaultdict(int)
        for run, times in runs.items():
            if " " in run or "\n" in run:
                words = run.split()
                if "'" in run or "’" in run:
                    words = list(map(bare, words))
                for pair in pairwise(words):
                    self.pairs[pair] += times
                for word in words:
                    self.count[word] += times
            else:
                self.count[bare(run)] += times

    @cached_property
    def forms(self) -> dict[str, Form]:
        """The words that may be compared. It is asked for when all is counted."""
        forms = zip(self.count, map(form, self.count), strict=True)
        return {word: found for word, found in forms if found is not None}

    @cached_property
    def rare(self) -> int:
        """How many of the words that may be compared are not COMMON."""
        return sum(found.known.band < COMMON for found in self.forms.values())

    @property
    def room(self) -> int:
        """How many pairs may be compared."""
        return min(FEW + self.size // ROOM, MOST_PAIRS)

    def alike(self) -> set[tuple[str, str]]:
        """Return the pairs of words that share a key, each pair in alphabetical order.

        A pair needs one word that is not COMMON, or two with the same consonants. The work grows with the
        size of the text: where more than its share would have to be compared, it is those with the same
        consonants, where they are too many the same sound.
        """
        room = self.room
        if self.rare <= room:
            pairs = self._sharing_keys(room)
            if pairs is not None:
                return pairs.union(*map(compare, self._of_one_place()))
        for view in (romanise.skeleton, romanise.sound):
            groups = self._groups(view)
            if sum(_pairs_of(len(words)) for words in groups) <= room:
                return {pair for words in groups for pair in compare(words)}
        return set()

    @cached_property
    def bound(self) -> dict[tuple[str, str], bool]:
        """The pairs of words that stand behind the same name, each pair in alphabetical order, and whether
        the same name stands behind both as well."""
        behind: dict[str, set[str]] = defaultdict(set)
        for first, second in self.pairs:
            if first in self.forms and second in self.forms:
                behind[first].add(second)
        behind_names = {
            name: words for name, words in behind.items() if len(words) > 1 and self.forms[name].known.is_name
        }
        if sum(_pairs_of(len(words)) for words in behind_names.values()) > self.room:
            return {}
        return {
            (one, other): not behind.get(one, NO_WORDS).isdisjoint(behind.get(other, NO_WORDS))
            for words in behind_names.values()
            for one, other in compare(words)
        }

    def sounding_alike(self) -> set[tuple[str, str]]:
        """Return the pairs of words that sound the same, each pair in alphabetical order."""
        return {pair for words in self._groups(romanise.sound) for pair in compare(words)}

    def _groups(self, view: Callable[[str], str]) -> list[list[str]]:
        return _groups([(word, found.plain) for word, found in self.forms.items()], view)

    def _of_one_place(self) -> list[list[str]]:
        places = [(word, found.plain) for word, found in self.forms.items() if place_of(found.plain)]
        return _groups(places, place_of)

    def _sharing_keys(self, room: int) -> set[tuple[str, str]] | None:
        """Return what ``alike`` does, None where it would be more pairs than there is room for."""
        rare: dict[str, list[str]] = defaultdict(list)
        common: dict[str, list[str]] = defaultdict(list)
        familiar = []
        for word, (plain, how_known) in self.forms.items():
            if how_known.band < COMMON:
                for key in romanise.keys(plain):
                    rare[key].append(word)
            else:
                familiar.append((word, plain))
        if rare:
            wanted = frozenset(rare)
            for word, plain in familiar:
                found = romanise.keys(plain)
                if not wanted.isdisjoint(found):
                    for key in found & wanted:
                        common[key].append(word)
        shared: list[tuple[list[str], Sequence[str]]] = []
        for key, words in rare.items():
            others = common.get(key, ())
            if len(words) + len(others) > 1:
                shared.append((words, others))
        shared += [(words, ()) for words in _groups(familiar, romanise.skeleton)]
        if sum(_pairs_of(len(words), len(others)) for words, others in shared) > room:
            return None
        return {pair for words, others in shared for pair in compare(words, others)}

    def times(self, name: str) -> int:
        """Return how often a word, or two words with a blank between, stands in the text."""
        first, _, second = name.partition(" ")
        return self.pairs.get((first, second), 0) if second else self.count.get(first, 0)

    def spaced(self) -> list[tuple[str, str]]:
        """Return (words with a blank, the same as one word): "Al Jazeera" and "Al-Jazeera"."""
        if not self.pairs:
            return []
        by_plain: dict[str, list[str]] = {}
        for word, found in self.forms.items():
            by_plain.setdefault(found.plain, []).append(word)
        return [
            (f"{first} {second}", word)
            for first, second in self.pairs
            for word in by_plain.get(romanise.plain(first) + romanise.plain(second), ())
        ]


def _groups(words: Sequence[tuple[str, str]], view: Callable[[str], str]) -> list[list[str]]:
    """Return the words, each with its plain form, of which a view of that is the same."""
    views = [view(plain) for _, plain in words]
    if len(frozenset(views)) == len(views):
        return []
    groups: dict[str, list[str]] = defaultdict(list)
    for (word, _), seen in zip(words, views, strict=True):
        groups[seen].append(word)
    return [group for group in groups.values() if len(group) > 1]


def _pairs_of(words: int, others: int = 0) -> int:
    """Return how many pairs ``compare`` yields at most for so many words and others."""
    if words + others > CROWD:
        return (words + others) * (NEIGHBOURS - 1)
    return words * (words - 1) // 2 + words * others


def compare(words: Collection[str], others: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield the pairs among the words and between words and others, each in alphabetical order.

    In a CROWD each word is compared with the next few in the alphabet only.
    """
    everything = sorted([*words, *others])
    reach = len(everything) if len(everything) <= CROWD else NEIGHBOURS
    known_others = frozenset(others)
    for i, one in enumerate(everything):
        for other in everything[i + 1 : i + reach]:
            if abs(len(one) - len(other)) <= LONGER and not (one in known_others and other in known_others):
                yield one, other


class Around:
    """What stands around the occurrences of one word.

    before, behind   capitalised words beside it
    lead, follow     words in small letters beside it
    heads            capitalised words before "of": the Town of ...
    sentences        numbers of the sentences it stands in
    first            where it first stands: the number of its occurrence among all that were looked at
    determined       how often a determiner stands before it, or the apostrophe of a plural behind
    inside           how often it stands inside a sentence, where only names have capitals
    """

    __slots__ = ("before", "behind", "determined", "first", "follow", "heads", "inside", "lead", "sentences")

    def __init__(self) -> None:
        self.before: set[str] = set()
        self.behind: set[str] = set()
        self.lead: set[str] = set()
        self.follow: set[str] = set()
        self.heads: set[str] = set()
        self.sentences: set[tuple[int, int]] = set()
        self.first = 0
        self.determined = 0
        self.inside = 0


_SMALL_WORD = Pattern(r"[^\W\d_]+(?:[-'’‑][^\W_]+)*")
DETERMINERS = frozenset(
    """the a an these those some many all two three four five several other both our their his her my your few
    most""".split()
)
_SENTENCE_END = Pattern(r"[.!?][”\"')]*[ \n]")
_SENTENCE_START = Pattern(r"(?:^|[.!?:…\ufffc\u2028][”\"')]*)[\s\"“”‘'«»(\[*—–•-]*$")
_WORD_BEFORE = Pattern(r"([\w’'.-]+)[ \n]$")
_HEAD_BEFORE = Pattern(r"([A-Z]\w+)[ \n]of[ \n]$")
_WORD_BEHIND = Pattern(r"[ \n]([\w’'-]+)")
WINDOW = 40  # code points before and behind a word that are looked at


class Contexts:
    """What stands around some words of a text.

    of       by word
    joined   pairs of words that one "and", "or" or comma joins: two things
    touching pairs of words that stand side by side, or of which one is the other's in parentheses
    small    words that also stand in small letters
    """

    def __init__(self, texts: Sequence[str], words: Iterable[str]) -> None:
        self.of: dict[str, Around] = defaultdict(Around)
        self.joined: set[frozenset[str]] = set()
        self.touching: set[frozenset[str]] = set()
        self.small: set[str] = set()
        wanted = frozenset(words)
        if not wanted:
            return
        small = {word.lower() for word in wanted}
        word_pattern = _pattern(of_runs=False, is_ascii=all(map(str.isascii, texts)))
        seen = 0
        for number, text in enumerate(texts):
            self.small.update(small.intersection(_SMALL_WORD.findall(text)))
            ends: list[int] | None = None
            last: tuple[str, int] | None = None
            for match in word_pattern.finditer(text):
                word = bare(match.group())
                if word not in wanted:
                    continue
                start = match.start()
                end = start + len(word)
                if ends is None:
                    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
                seen += 1
                self._note(word, text, start, end, (number, bisect_right(ends, start)), seen)
                if last is not None and last[0] != word:
                    gap = text[last[1] : start]
                    pair = frozenset((last[0], word))
                    if gap in (" ", "\n") or (len(gap) < WINDOW and _INTRODUCED.fullmatch(gap)):
                        self.touching.add(pair)
                    elif len(gap) < WINDOW and _is_joint(gap):
                        self.joined.add(pair)
                last = word, end

    def _note(self, word: str, text: str, start: int, end: int, sentence: tuple[int, int], seen: int) -> None:
        around = self.of[word]
        around.first = around.first or seen
        around.sentences.add(sentence)
        before = text[max(0, start - WINDOW) : start]
        if word.endswith("s") and text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] != "s":
            around.determined += 1
        around.inside += not _SENTENCE_START.search(before)
        found = _WORD_BEFORE.search(before)
        if found:
            neighbour = found.group(1)
            if neighbour.lower() in DETERMINERS:
                around.determined += 1
            if neighbour[0].isupper() and neighbour.lower() not in NEVER:
                around.before.add(neighbour)
            elif neighbour.lower() not in words_of("en"):
                around.lead.add(neighbour)
            head = _HEAD_BEFORE.search(before)
            if head:
                around.heads.add(head.group(1))
        found = _WORD_BEHIND.match(text, end)
        if found:
            neighbour = found.group(1)
            if neighbour[0].isupper() and neighbour.lower() not in NEVER:
                around.behind.add(bare(neighbour))
            elif neighbour not in words_of("en"):
                around.follow.add(neighbour)


_JOINTS = frozenset((" and ", ", ", " or ", " & ", "/", " / ", " and the ", "-"))
# Kyiv (also Kiev), Kyiv (Russian: Kiev): a text that says so knows
_INTRODUCED = Pattern(r"[ \n]\((?:[A-Za-z]+[:,]?[ \n]){0,2}[\"“*_]*")
_JOINT = Pattern(r"(?: [A-Z]\S*)?,? (?:and|or|to|vs\.?|from|with) (?:[A-Z]\S* )?")


def _is_joint(gap: str) -> bool:
    gap = gap.replace("\n", " ")
    return gap in _JOINTS or _JOINT.fullmatch(gap) is not None
