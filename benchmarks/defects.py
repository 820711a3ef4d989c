"""The defects that mutations.py injects: what an engine does to a text, one function each.

A defect is a function that yields, for a page of clean text, each change of that kind that an engine could
make. Its docstring says in a line what the engine does; in what is written, the damage stands between BAD and
END.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from stetlint import Segment, Source, readers
from stetlint.document import OBJECT, Document
from stetlint.language.abbreviations import is_abbreviation
from stetlint.language.doubling import belongs_to_verb, is_emphasis, is_small_word, may_double
from stetlint.language.function_words import DANGLING
from stetlint.language.numbers import number_style
from stetlint.language.places import WITHOUT_ARTICLE
from stetlint.language.quotation import pairs_of
from stetlint.language.sentences import continuing
from stetlint_rules.split_sentence import ENDLESS

LETTER = r"[^\W\d_]"
CAPITAL = "[A-ZÀ-ÖØ-ÞĄĆČĎĘĚŁŃŇŘŚŠŤŮŹŻŽİŞА-ЯЁЄІЇ]"
SMALL = "[a-zß-öø-ÿāăąćčďęěğıłńňőřśšşťůűźżžа-яёєіїґ]"
SENTENCE = rf"(?<=[.!?] )(?P<sentence>{CAPITAL}[^.!?:;()\[\]\"“”„«»{OBJECT}\n]{{40,160}}\.)(?=\s|\Z)"
CHINESE_SENTENCE = rf"(?<=。)[^。！？：「」“”（）a-zA-Z{OBJECT}\n]{{15,80}}。"
WITHOUT_BLANKS = frozenset(("ja", "zh"))
CYRILLIC = frozenset(("ru", "uk"))

# What stands in a text: damage is set between BAD and END.
BAD, END = "\x01", "\x02"


def bad(text: str) -> str:
    return f"{BAD}{text}{END}"


class Change(NamedTuple):
    """What an engine does: the range [start, end) of a file, in code points, is written otherwise."""

    start: int
    end: int
    written: str

    @property
    def text(self) -> str:
        return self.written.replace(BAD, "").replace(END, "")

    @property
    def damage(self) -> list[tuple[int, int]]:
        """Where the damage stands in the new file."""
        spans, at, start = [], self.start, 0
        for char in self.written:
            if char == BAD:
                start = at
            elif char == END:
                spans.append((start, at))
            else:
                at += 1
        return spans


class Page:
    """A document that people wrote."""

    def __init__(self, path: str, text: str, lang: str, format: str) -> None:
        self.path, self.text, self.lang, self.format = path, text, lang, format

    @cached_property
    def document(self) -> Document:
        return Document(Source(self.path, self.text.encode()), self.lang, readers.get(self.format).read)

    @cached_property
    def prose(self) -> list[Segment]:
        """The paragraphs and list items with at least a few words."""
        return [
            segment
            for segment in self.document.segments
            if segment.role in ("paragraph", "list-item") and len(segment.text) > 30
        ]

    def places(self, pattern: str) -> Iterator[tuple[re.Match[str], Segment, int]]:
        """Yield matches in the prose that stand in the file as they are, and where."""
        for segment in self.prose:
            for match in re.finditer(pattern, segment.text):
                if match.end() > match.start() and segment.prose.is_editable(*match.span()):
                    yield match, segment, segment.prose.to_source(*match.span()).start

    def markup(self, pattern: str) -> Iterator[tuple[re.Match[str], Segment]]:
        """Yield matches in the source of the prose, markup and all."""
        for segment in self.prose:
            start, end = segment.prose.to_source(0, len(segment.text))
            for match in re.compile(pattern).finditer(self.text, start, end):
                if match.end() <= end:
                    yield match, segment

    @cached_property
    def gaps(self) -> list[int]:
        """Where a paragraph begins behind another one: there is room for one more."""
        starts = [
            segment.prose.to_source(0, 1).start for segment in self.prose if segment.role == "paragraph"
        ]
        return [at for at in starts if self.text[max(0, at - 2) : at] == "\n\n" and self.text[at].isalpha()]


Places = Callable[[Page, random.Random], Iterable[Change]]


class Defect(NamedTuple):
    """A kind of damage: how it is called, the rule that finds it, and the languages that have it."""

    name: str
    rule: str
    does: str
    languages: Callable[[str], bool]
    places: Places


DEFECTS: list[Defect] = []


def defect(rule: str, only: Iterable[str] = (), without: Iterable[str] = ()) -> Callable[[Places], Places]:
    """Register a defect; the docstring says in a line what an engine does, the function yields each place."""
    some, none = frozenset(only), frozenset(without)

    def register(places: Places) -> Places:
        name = places.__name__.replace("_", " ")
        does = (places.__doc__ or "").strip()
        DEFECTS.append(Defect(name, rule, does, lambda x: x not in none and (not some or x in some), places))
        return places

    return register


def rewritten(page: Page, pattern: str, written: Callable[[re.Match[str]], str]) -> Iterator[Change]:
    """Yield a change for each match in the prose; none where nothing is written."""
    for match, _, start in page.places(pattern):
        new = written(match)
        if new:
            yield Change(start, start + len(match[0]), new)


def inserted(page: Page, paragraph: str) -> Iterator[Change]:
    """Yield a change that puts a paragraph between two others."""
    for at in page.gaps:
        yield Change(at, at, f"{paragraph}\n\n")


def is_alone(segment: Segment, marks: str) -> bool:
    """Whether a pair of marks is the only one in its segment."""
    return sum(map(segment.text.count, marks)) == 2


# Sentences


@defect("split-sentence", without=WITHOUT_BLANKS | {"ko"})
def stop_in_a_sentence(page: Page, dice: random.Random) -> Iterator[Change]:
    """A piece of a sentence is closed with a stop, and the rest follows in small letters."""
    for match, _, start in page.places(rf"({LETTER}{{4,}}) ({SMALL}{{2,}})(?= {LETTER}+)"):
        if match[2] in continuing(page.lang) and not is_abbreviation(match[1], page.lang):
            yield Change(start, start + len(match[0]), match[1] + bad(f". {match[2]}"))


@defect("split-sentence", only=DANGLING, without=("cs", "da", "nb", "pt", "ru", "sv", "uk"))
def stop_behind_a_word_that_ends_none(page: Page, dice: random.Random) -> Iterator[Change]:
    """A chunk that ends behind an article or a conjunction is closed with a stop."""
    endless = frozenset(DANGLING.get(page.lang, "").split()) & frozenset(ENDLESS)
    for match, _, start in page.places(rf"(?<= )({SMALL}{{2,}}) ({LETTER}{{3,}})(?= {LETTER})"):
        if match[1] in endless:
            yield Change(start, start + len(match[0]), match[1] + bad(f". {match[2]}"))


@defect("truncated", only=DANGLING)
def paragraph_cut_behind_a_small_word(page: Page, dice: random.Random) -> Iterator[Change]:
    """The output is full, and a paragraph ends with a word that ends no sentence."""
    dangling = frozenset(DANGLING.get(page.lang, "").split())
    for at in page.gaps:
        end = page.text.find("\n\n", at)
        end = end if end >= 0 else len(page.text.rstrip())
        behind = page.text[end:].lstrip("\n")[:1]
        if "\n" in page.text[at:end] or (behind and not behind.isalpha() and behind != "#"):
            continue
        words = list(re.finditer(rf"(?<= ){LETTER}+(?= {LETTER})", page.text[at:end]))[8:]
        for word in words:
            if word[0] in dangling and "`" not in page.text[at : at + word.end()]:
                yield Change(at + word.start(), end, bad(word[0]))


@defect("untranslated")
def sentence_left_as_it_was(page: Page, dice: random.Random) -> Iterator[Change]:
    """A sentence comes back as it was in the original."""
    other = dice.choice([lang for lang in ORIGINALS if lang != page.lang]) if page.lang == "en" else "en"
    original = dice.choice(ORIGINALS[other])
    sentence = CHINESE_SENTENCE if page.lang == "zh" else SENTENCE
    yield from rewritten(page, sentence, lambda match: bad(original))


@defect("untranslated")
def paragraph_left_as_it_was(page: Page, dice: random.Random) -> Iterator[Change]:
    """A paragraph comes back as it was in the original."""
    other = dice.choice([lang for lang in ORIGINALS if lang != page.lang]) if page.lang == "en" else "en"
    yield from inserted(page, bad((" " if other != "zh" else "").join(dice.sample(ORIGINALS[other], 2))))


ORIGINALS = {
    "en": (
        "The boat leaves the harbour at six and comes back when the market has closed.",
        "You can change this later if you need to.",
        "When the lamp does not burn, ask the keeper whether there is oil in the tank.",
        "This is what the captains of the other ships had told us before the storm.",
        "Before you open the door, make sure that nobody is standing behind it.",
    ),
    "de": (
        "Das Boot verlässt den Hafen um sechs und kommt zurück, wenn der Markt geschlossen hat.",
        "Bevor Sie die Tür öffnen, sehen Sie nach, ob jemand dahinter steht.",
    ),
    "fr": (
        "Le bateau quitte le port à six heures et revient quand le marché est fermé.",
        "Avant d’ouvrir la porte, vérifiez que personne ne se trouve derrière.",
    ),
    "es": (
        "El barco sale del puerto a las seis y vuelve cuando el mercado ha cerrado.",
        "Antes de abrir la puerta, mire si hay alguien detrás de ella.",
    ),
    "ru": (
        "Судно выходит из гавани в шесть и возвращается, когда рынок уже закрыт.",
        "Прежде чем открыть дверь, посмотрите, не стоит ли кто-нибудь за ней.",
    ),
    "zh": ("船六点离开港口，市场关门以后才回来。", "开门之前，请先看看门后面有没有人。"),
}


# Words


@defect("doubled-word", without=WITHOUT_BLANKS | {"ko"})
def small_word_twice(page: Page, dice: random.Random) -> Iterator[Change]:
    """A small word stands at the end of one chunk and at the start of the next."""
    for match, _, start in page.places(rf"(?<![\w'’-])({LETTER}+) ({SMALL}+)(?= {LETTER})"):
        word = match[2]
        is_right = may_double(word, page.lang) or belongs_to_verb(word, match[1].lower())
        if is_small_word(word, page.lang) and not is_right and match[1] != word and word != "is":
            yield Change(start, start + len(match[0]), f"{match[1]} " + bad(f"{word} {word}"))


@defect("doubled-word", without=WITHOUT_BLANKS | {"ko"})
def first_word_twice(page: Page, dice: random.Random) -> Iterator[Change]:
    """A small word opens a sentence, and stands at the start of its next chunk."""
    for match, _, start in page.places(rf"(?<=[.!?] )({CAPITAL}{SMALL}+)(?= {SMALL}+ {SMALL})"):
        word = match[1].lower()
        if is_small_word(word, page.lang) and not may_double(word, page.lang):
            yield Change(start, start + len(word), bad(f"{match[1]} {word}"))


@defect("doubled-word", without=WITHOUT_BLANKS | {"ko"})
def small_word_twice_across_lines(page: Page, dice: random.Random) -> Iterator[Change]:
    """A small word stands at the end of a line and at the start of the next."""
    for match, _, start in page.places(rf"(?<= )({SMALL}{{2,4}})(?= {SMALL}+)"):
        if is_small_word(match[1], page.lang) and not may_double(match[1], page.lang):
            yield Change(start, start + len(match[0]), bad(f"{match[1]}\n{match[1]}"))


@defect("doubled-word", without=WITHOUT_BLANKS | {"ko", "tr"})
def noun_twice(page: Page, dice: random.Random) -> Iterator[Change]:
    """A term of the glossary stands beside its own translation."""
    for match, _, start in page.places(rf"(?<= )({SMALL}{{5,}})(?= {LETTER})"):
        if not may_double(match[1], page.lang):
            yield Change(start, start + len(match[0]), bad(f"{match[1]} {match[1]}"))


@defect("repetition-loop", without=WITHOUT_BLANKS)
def word_over_and_over(page: Page, dice: random.Random) -> Iterator[Change]:
    """A decoder is caught at a word."""
    for match, _, start in page.places(rf"(?<= )({SMALL}{{3,}})(?= {LETTER})"):
        if not is_emphasis(match[1], page.lang):
            yield Change(start, start + len(match[0]), bad(" ".join([match[1]] * dice.randint(4, 7))))


@defect("repetition-loop", without=WITHOUT_BLANKS | {"ko"})
def phrase_over_and_over(page: Page, dice: random.Random) -> Iterator[Change]:
    """A decoder is caught at a phrase."""
    for match, _, start in page.places(rf"(?<= ){SMALL}+(?: {SMALL}+){{3,5}}(?= {LETTER})"):
        words = match[0].split()
        if len(match[0]) > 20 and len(set(words)) == len(words):
            yield Change(start, start + len(match[0]), bad(" ".join([match[0]] * dice.randint(2, 4))))


@defect("repetition-loop", without=WITHOUT_BLANKS)
def sentence_twice(page: Page, dice: random.Random) -> Iterator[Change]:
    """A sentence at a seam is translated with the chunk before it and with the one behind."""
    for match, _, start in page.places(SENTENCE):
        if match[0].count(" ") > 5:
            yield Change(start, start + len(match[0]), bad(f"{match[0]} {match[0]}"))


@defect("repetition-loop", only=WITHOUT_BLANKS)
def characters_over_and_over(page: Page, dice: random.Random) -> Iterator[Change]:
    """A decoder is caught at a few characters."""
    for match, _, start in page.places(r"[\u4e00-\u9fff]{4}"):
        if len(set(match[0])) > 2:
            yield Change(start, start + len(match[0]), bad(match[0] * dice.randint(3, 6)))


@defect("article-before-place", only=("en",))
def article_before_a_place(page: Page, dice: random.Random) -> Iterator[Change]:
    """A name that has an article in the original keeps it."""
    places = "|".join(map(re.escape, WITHOUT_ARTICLE))
    yield from rewritten(
        page, rf"\b((?:in|from|of|to) )((?:{places}))(?=\.|, [a-z]| (?:and|was|is|on|in|with|by) [a-z])",
        lambda match: match[1] + bad(f"the {match[2]}"),
    )  # fmt: skip


@defect("honorific-style", only=("en", "de", "es", "pt", "fr"))
def title_without_its_stop(page: Page, dice: random.Random) -> Iterator[Change]:
    """A title is written by the habits of another English."""
    found = list(page.places(rf"\b(Mr|Mrs|Ms|Dr|Sra?)\.(?= {CAPITAL}{SMALL}+)"))
    if len(found) > 2:
        for match, _, start in found:
            yield Change(start, start + len(match[0]), bad(match[1]))


@defect("honorific-style", only=("de", "es", "nl"))
def other_form_of_address(page: Page, dice: random.Random) -> Iterator[Change]:
    """A sentence addresses the reader as no other sentence of the text does."""
    familiar, polite, sentences = {
        "de": (r"\b[Dd](?:u|ich|ir)\b", r"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b",
               ("Danach sehen \1Sie\2 die Lampe.", "Danach siehst \1du\2 die Lampe.")),
        "es": (r"\b(?:[Tt]ú|[Tt]us?|ti)\b", r"\b[Uu]sted(?:es)?\b",
               ("Luego \1usted\2 apaga la lámpara.", "Luego apaga \1tú\2 la lámpara.")),
        "nl": (r"\b(?:[Jj]e|[Jj]ij|[Jj]ouw?)\b", r"\b(?:[Uu]w?)\b",
               ("Daarna doet \1u\2 de lamp uit.", "Daarna doe \1je\2 de lamp uit.")),
    }[page.lang]  # fmt: skip
    text = "\n".join(segment.text for segment in page.prose)
    counts = len(re.findall(familiar, text)), len(re.findall(polite, text))
    if min(counts) == 0 and max(counts) > 3:
        yield from inserted(page, sentences[0 if counts[0] else 1])


# Marks


@defect("stray-punctuation", without=WITHOUT_BLANKS)
def comma_twice(page: Page, dice: random.Random) -> Iterator[Change]:
    """What stood between two commas is lost."""
    yield from rewritten(page, rf"(?<={LETTER}{{2}}), (?={LETTER})", lambda match: bad(",,") + " ")


@defect("stray-punctuation", without=WITHOUT_BLANKS)
def marks_that_do_not_belong_together(page: Page, dice: random.Random) -> Iterator[Change]:
    """The words between two marks are lost."""
    marks = dice.choice((" ,,", ", ,", ",;", ", ."))
    pattern = (
        rf"(?<={LETTER}{{4}})\.(?= {CAPITAL}|\Z)" if marks == ", ." else rf"(?<={LETTER}{{4}}),(?= {LETTER})"
    )
    yield from rewritten(page, pattern, lambda match: bad(marks))


@defect("stray-punctuation", without=WITHOUT_BLANKS)
def stop_behind_a_question_mark(page: Page, dice: random.Random) -> Iterator[Change]:
    """A sentence is closed with a stop of its own."""
    yield from rewritten(page, rf"(?<={SMALL}{{2}})[!?](?= {CAPITAL}|\Z)", lambda match: bad(f"{match[0]}."))


@defect("stray-punctuation", without=WITHOUT_BLANKS | {"fr"})
def blank_before_a_semicolon(page: Page, dice: random.Random) -> Iterator[Change]:
    """A mark is set as French sets it."""
    yield from rewritten(page, rf"(?<={LETTER}{{4}});(?= {LETTER}{{2}})", lambda match: bad(" ;"))


@defect("stray-punctuation", without=WITHOUT_BLANKS)
def blank_before_a_comma(page: Page, dice: random.Random) -> Iterator[Change]:
    """A mark is a token of its own, and is joined with a blank."""
    yield from rewritten(page, rf"(?<={LETTER}{{4}}), (?={LETTER})", lambda match: bad(" ,") + " ")


@defect("stray-punctuation", without=WITHOUT_BLANKS)
def blank_before_a_stop(page: Page, dice: random.Random) -> Iterator[Change]:
    """The stop behind a tag is joined with a blank."""
    yield from rewritten(page, rf"(?<={LETTER}{{4}})\.(?= {CAPITAL}|\Z)", lambda match: bad(" ."))


@defect("stray-punctuation", without=WITHOUT_BLANKS | {"da", "nb", "sv"})
def stop_twice(page: Page, dice: random.Random) -> Iterator[Change]:
    """A piece is closed with a stop of its own, in front of the one that was there."""
    yield from rewritten(
        page, rf"(?<={LETTER}{{4}})\.(?= {CAPITAL}|\Z)",
        lambda match: dice.choice((bad(".."), "." + bad(" ."))),
    )  # fmt: skip


@defect("stray-punctuation", without=WITHOUT_BLANKS)
def comma_and_stop(page: Page, dice: random.Random) -> Iterator[Change]:
    """The words between a comma and the end of the sentence are lost."""
    yield from rewritten(page, rf"(?<={LETTER}{{4}})\.(?= {CAPITAL}|\Z)", lambda match: bad(",."))


@defect("stray-punctuation", without=WITHOUT_BLANKS | {"fr"})
def blank_before_a_question_mark(page: Page, dice: random.Random) -> Iterator[Change]:
    """A mark is set as French sets it."""
    yield from rewritten(page, rf"(?<={LETTER}{{2}})[!?](?= {CAPITAL}|\Z)", lambda match: bad(f" {match[0]}"))


@defect("stray-punctuation", without=WITHOUT_BLANKS)
def comma_before_a_bracket(page: Page, dice: random.Random) -> Iterator[Change]:
    """The last of several things in brackets is lost."""
    yield from rewritten(
        page,
        rf"(\({LETTER}{{2,}} [^()\n{OBJECT}]{{2,60}}{LETTER}{{2}})\)",
        lambda match: match[1] + bad(",") + ")",
    )


@defect("stray-punctuation", without=WITHOUT_BLANKS)
def comma_opens_a_paragraph(page: Page, dice: random.Random) -> Iterator[Change]:
    """What stood in front of the first comma is lost."""
    for at in page.gaps:
        if re.match(rf"{LETTER}{{2,}} ", page.text[at : at + 20]):
            yield Change(at, at, bad(",") + " ")


BRACKETS = rf"\(({LETTER}{{2,}} [^()\n{OBJECT}:;\"]{{3,80}}{LETTER}{{2}})\)"


@defect("unpaired-mark")
def closing_bracket_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """One of two brackets is not written."""
    for match, segment, start in page.places(BRACKETS):
        if is_alone(segment, "()（）"):
            yield Change(start, start + len(match[0]), bad("(") + match[1])


@defect("unpaired-mark")
def opening_bracket_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """One of two brackets is not written."""
    for match, segment, start in page.places(rf"(?<=\w ){BRACKETS}"):
        if is_alone(segment, "()（）"):
            yield Change(start, start + len(match[0]), match[1] + bad(")"))


def is_own(match: re.Match[str], page: Page) -> bool:
    """Whether the marks of a quotation are those of the page's language."""
    return match["open"] + match["close"] in pairs_of(page.lang)


QUOTATION = r"(?P<open>[“„«「])(?P<words>[^“”„«»\"「」『』\n\ufffc]{3,80})(?P<close>[”“»」])"


@defect("unpaired-mark")
def closing_quotation_mark_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """The two marks of a quotation are tokens of their own, and one is not written."""
    for match, segment, start in page.places(QUOTATION):
        if is_alone(segment, '“”„«»"「」') and is_own(match, page):
            yield Change(start, start + len(match[0]), bad(match["open"]) + match["words"])


@defect("unpaired-mark")
def opening_quotation_mark_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """The two marks of a quotation are tokens of their own, and one is not written."""
    for match, segment, start in page.places(QUOTATION):
        if is_alone(segment, '“”„«»"「」') and is_own(match, page):
            yield Change(start, start + len(match[0]), match["words"] + bad(match["close"]))


@defect("foreign-punctuation", without=WITHOUT_BLANKS | {"ko"})
def full_width_comma(page: Page, dice: random.Random) -> Iterator[Change]:
    """Words are translated, and the marks between them copied."""
    yield from rewritten(page, rf"(?<={LETTER}{{2}}), (?={LETTER})", lambda match: bad("，"))


@defect("foreign-punctuation", without=WITHOUT_BLANKS | {"ko"})
def ideographic_stop(page: Page, dice: random.Random) -> Iterator[Change]:
    """Words are translated, and the marks between them copied."""
    yield from rewritten(page, rf"(?<={LETTER}{{2}})\.(?: (?={CAPITAL})|\Z)", lambda match: bad("。"))


@defect("foreign-punctuation", without=WITHOUT_BLANKS | {"ko"})
def other_full_width_mark(page: Page, dice: random.Random) -> Iterator[Change]:
    """Words are translated, and the marks between them copied."""
    wide = {":": "：", ";": "；", "?": "？", "!": "！", ",": "、"}
    mark = dice.choice(tuple(wide))
    yield from rewritten(
        page, rf"(?<={LETTER}{{3}}){re.escape(mark)}(?= {LETTER}{{3}})", lambda match: bad(wide[mark])
    )


@defect("foreign-punctuation", without=WITHOUT_BLANKS | {"ko"})
def corner_brackets(page: Page, dice: random.Random) -> Iterator[Change]:
    """Words are translated, and the marks around them copied."""
    yield from rewritten(
        page, rf"(?<= ){LETTER}{{4,}} {LETTER}{{3,}}(?= )", lambda match: bad("「") + match[0] + bad("」")
    )


@defect("foreign-punctuation", without=WITHOUT_BLANKS | {"ko"})
def full_width_brackets(page: Page, dice: random.Random) -> Iterator[Change]:
    """Words are translated, and the marks around them copied."""
    yield from rewritten(
        page, rf" \(({LETTER}{{2}}[^()\n{OBJECT}]{{1,60}})\)", lambda match: bad("（") + match[1] + bad("）")
    )


@defect("foreign-punctuation", only=("en",))
def quotation_marks_of_another_language(page: Page, dice: random.Random) -> Iterator[Change]:
    """Words are translated, and the marks around them copied."""
    left, right = dice.choice(("«»", "„“", "„”"))
    yield from rewritten(
        page, rf"(?<=\s)[“\"]({LETTER}+ [ -!#-~]{{3,80}}{LETTER})[”\"](?=[\s,.])",
        lambda match: bad(left) + match[1] + (bad(right) if right != "”" else right),
    )  # fmt: skip


@defect("quote-style", without=WITHOUT_BLANKS | {"ko"})
def quotation_of_unequal_marks(page: Page, dice: random.Random) -> Iterator[Change]:
    """Each quotation mark is translated by itself."""
    for match, segment, start in page.places(rf"(?<![^\s(]){QUOTATION}(?=[\s,.)])"):
        if is_alone(segment, '“”„«»"') and is_own(match, page):
            yield Change(start, start + len(match[0]), bad(f'{match["open"]}{match["words"].strip()}"'))


@defect("quote-style", without=WITHOUT_BLANKS | {"ko"})
def straight_quotation_among_others(page: Page, dice: random.Random) -> Iterator[Change]:
    """A sentence comes with quotation marks of its own."""
    for match, segment, start in page.places(rf"(?<![^\s(]){QUOTATION}(?=[\s,.)])"):
        others = len(re.findall(QUOTATION, segment.text))
        if others > 2 and '"' not in segment.text and re.search(rf"{LETTER}{{3}}", match["words"]):
            yield Change(start, start + len(match[0]), bad(f'"{match["words"].strip()}"'))


@defect("spaced-mark", without=WITHOUT_BLANKS | {"ko"})
def blanks_inside_brackets(page: Page, dice: random.Random) -> Iterator[Change]:
    """Brackets are tokens of their own, and are joined with blanks."""
    for match, segment, start in page.places(
        rf"(?<=\w )\(({LETTER}{{2,}}[^()\n{OBJECT}{{}}<>=|\\$`;]{{1,80}}{LETTER}{{2}})\)(?=[\s.,])"
    ):
        if "( " not in segment.text:
            yield Change(start, start + len(match[0]), bad("( ") + match[1] + bad(" )"))


@defect("spaced-mark", without=WITHOUT_BLANKS | {"ko"})
def blank_on_one_side_of_brackets(page: Page, dice: random.Random) -> Iterator[Change]:
    """One of two brackets is joined with a blank."""
    is_left = dice.random() < 0.5
    for match, segment, start in page.places(
        rf"(?<=\w )\(({LETTER}{{2,}}[^()\n{OBJECT}{{}}<>=|\\$`;]{{1,80}}{LETTER}{{2}})\)(?=[\s.,])"
    ):
        if "( " not in segment.text:
            written = f"{bad('( ')}{match[1]})" if is_left else f"({match[1]}{bad(' )')}"
            yield Change(start, start + len(match[0]), written)


@defect("spaced-mark", without=WITHOUT_BLANKS | {"fr", "ko"})
def blanks_inside_quotation_marks(page: Page, dice: random.Random) -> Iterator[Change]:
    """Quotation marks are tokens of their own, and are joined with blanks."""
    for match, _, start in page.places(
        rf"(?<=\w )([“„«])({LETTER}{{2,}}[^“”„«»\"\n{OBJECT}{{}}<>=|\\$`;]{{1,80}}{LETTER}{{2}})([”“»])"
        r"(?=[\s.,])"
    ):
        yield Change(start, start + len(match[0]), bad(f"{match[1]} ") + match[2] + bad(f" {match[3]}"))


@defect("spaced-mark", without=WITHOUT_BLANKS | {"fr", "ko"})
def blank_before_a_colon(page: Page, dice: random.Random) -> Iterator[Change]:
    """A mark is set as French sets it."""
    yield from rewritten(page, rf"(?<={LETTER}{{4}}):(?= {LETTER}{{3}})", lambda match: bad(" :"))


@defect("spaced-mark", without=WITHOUT_BLANKS | {"ko"})
def no_blank_between_sentences(page: Page, dice: random.Random) -> Iterator[Change]:
    """Two sentences that were translated apart are joined without a blank."""
    yield from rewritten(
        page, rf"(?<= {SMALL}{{5}})(?:{SMALL}*)(\.) ({CAPITAL}{SMALL}{{2,12}})(?= {SMALL}+ {SMALL})",
        lambda match: match[0].partition(".")[0] + bad(f".{match[2]}"),
    )  # fmt: skip


STRAIGHT = rf"\"(?P<word>{LETTER}{{3,}})(?P<rest>(?: [^\"\n{OBJECT}]{{0,80}}{LETTER})?)\"(?=[\s.,;)])"


@defect("spaced-mark", without=WITHOUT_BLANKS | {"ko"})
def no_blank_before_a_quotation(page: Page, dice: random.Random) -> Iterator[Change]:
    """A quotation that was translated by itself is joined without a blank."""
    for match, segment, start in page.places(rf"(?<={LETTER}{{3}}) {STRAIGHT}"):
        if is_alone(segment, '"'):
            yield Change(start, start + len(match[0]), bad(f'"{match["word"]}') + match["rest"] + '"')


@defect("stray-punctuation", without=WITHOUT_BLANKS | {"ko"})
def quotation_marks_doubled(page: Page, dice: random.Random) -> Iterator[Change]:
    """A table of plain text doubles the marks of its fields."""
    for match, segment, start in page.places(rf"(?<={LETTER} ){STRAIGHT}"):
        if is_alone(segment, '"'):
            words = match["word"] + match["rest"]
            yield Change(start, start + len(match[0]), bad('""') + words + bad('""'))


@defect("broken-number", without=WITHOUT_BLANKS)
def blank_between_thousands(page: Page, dice: random.Random) -> Iterator[Change]:
    """The parts of a number are tokens of their own, and are joined as words are."""
    mark = number_style(page.lang).group
    mark = mark if mark in ".," else ","
    number = f"{dice.randint(2, 900)}{mark} 000"
    yield from rewritten(page, rf"(?<= {SMALL}{{2}} )\d{{2,4}}(?= {SMALL}{{3}})", lambda match: bad(number))


@defect("broken-number")
def blank_before_a_decimal_mark(page: Page, dice: random.Random) -> Iterator[Change]:
    """The parts of a number are tokens of their own."""
    yield from rewritten(
        page, rf"(?<={LETTER} )(\d{{1,2}})\.(\d)(?=\Z|,? {SMALL}{{2}}|\. {CAPITAL})",
        lambda match: bad(f"{match[1]} .{match[2]}"),
    )  # fmt: skip


@defect("broken-number", without=WITHOUT_BLANKS)
def blank_in_a_version(page: Page, dice: random.Random) -> Iterator[Change]:
    """The parts of a number are tokens of their own."""
    number = f"{dice.randint(1, 9)} .{dice.randint(0, 20)}.{dice.randint(0, 9)}"
    yield from rewritten(page, rf"(?<= {SMALL}{{2}} )\d{{2,4}}(?= {SMALL}{{3}})", lambda match: bad(number))


@defect("broken-number", only=("de", "es", "fr", "it", "nl", "pl", "pt", "ru"))
def version_with_a_comma(page: Page, dice: random.Random) -> Iterator[Change]:
    """The number of a version is written as a fraction of the language."""
    yield from rewritten(
        page, r"(?i)(\b(?:versi|wersj|верси)[^\W\d_]{1,4} )(\d{1,2})\.(\d{1,2})(?![\w.,]\w|\d| [€%])",
        lambda match: match[1] + bad(f"{match[2]},{match[3]}"),
    )  # fmt: skip


AT = {"de": "um", "en": "at", "es": "a las", "fr": "à", "it": "alle", "nl": "om", "pl": "o godz.", "ru": "в"}
MILLIONS = {
    "de": "mit {} Millionen", "en": "of {} million", "fr": "de {} millions", "it": "con {} milioni",
    "nl": "met {} miljoen", "pl": "z {} mln", "ru": "на {} млн",
}  # fmt: skip
SENTENCE_END = rf"{SMALL}{{3}}(?=\. {CAPITAL})"


@defect("broken-number", only=tuple(AT))
def blank_in_a_time(page: Page, dice: random.Random) -> Iterator[Change]:
    """The parts of a time are tokens of their own."""
    time = f"{dice.randint(10, 23)}: {dice.randint(10, 59)}"
    yield from rewritten(page, SENTENCE_END, lambda match: f"{match[0]} {AT[page.lang]} {bad(time)}")


@defect("broken-number", only=tuple(MILLIONS))
def decimal_mark_of_the_original(page: Page, dice: random.Random) -> Iterator[Change]:
    """A fraction is copied as it stands in the original."""
    mark = "," if number_style(page.lang).decimal == "." else "."
    number = f"{dice.randint(2, 90)}{mark}{dice.randint(1, 9)}"
    yield from rewritten(
        page, SENTENCE_END, lambda match: f"{match[0]} {MILLIONS[page.lang].format(bad(number))}"
    )


# Markup

LINK = r"(?<![!\\\]\[])\[(?P<text>[^\W\d_][^\[\]\n`*_<|]{2,60})\]\((?P<target>(?:https?://|\.{0,2}/)[\w./#?=&%-]+)\)(?![(\[:])"
WEB_LINK = LINK.replace("(?:https?://|", "(?:https?://(?=\\w)").replace(r"\.{0,2}/)", ")")
CODE_BESIDE_WORDS = rf"({LETTER}) (?P<code>`[A-Za-z][\w.-]+`) ({LETTER})"
BOLD = r"(?<![*\w\\])\*\*(?P<words>[^\W\d_][^*\n`\[\]<>\\_]{1,50}[^\W_])\*\*(?![*\w])"


def links(page: Page, pattern: str, written: Callable[[re.Match[str]], str]) -> Iterator[Change]:
    if page.format != "text":
        for match, _ in page.markup(pattern):
            yield Change(match.start(), match.end(), written(match))


@defect("lost-link")
def words_of_a_link_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """The words are translated apart from their link and put somewhere else."""
    yield from links(page, LINK, lambda match: bad(f"[]({match['target']})"))


@defect("lost-link")
def target_of_a_link_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """The address is taken away as no text."""
    yield from links(page, LINK, lambda match: bad(f"[{match['text']}]()"))


@defect("lost-link")
def blank_in_a_link(page: Page, dice: random.Random) -> Iterator[Change]:
    """Brackets are tokens of their own, and are joined with a blank."""
    yield from links(page, LINK, lambda match: f"[{match['text']}" + bad("] (") + f"{match['target']})")


@defect("lost-link")
def full_width_brackets_of_a_link(page: Page, dice: random.Random) -> Iterator[Change]:
    """The round brackets are set as Chinese sets them."""
    yield from links(page, WEB_LINK, lambda match: f"[{match['text']}" + bad("]（") + f"{match['target']}）")


@defect("lost-link")
def bracket_of_a_link_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """One of the brackets is not written."""
    yield from links(page, WEB_LINK, lambda match: f"[{match['text']}" + bad("(") + f"{match['target']})")


@defect("lost-link")
def opening_bracket_of_a_link_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """The bracket in front of the text is not written."""
    for match, segment in page.markup(WEB_LINK) if page.format != "text" else ():
        if "[" not in segment.text and len(segment.text) < 250:
            written = match["text"] + bad("](") + f"{match['target']})"
            yield Change(match.start(), match.end(), written)


@defect("lost-link")
def blank_in_an_image(page: Page, dice: random.Random) -> Iterator[Change]:
    """Brackets are tokens of their own, and are joined with a blank."""
    yield from links(page, LINK, lambda match: f"![{match['text']}" + bad("] (") + "images/lamp.png)")


@defect("lost-link")
def brackets_of_a_link_swapped(page: Page, dice: random.Random) -> Iterator[Change]:
    """A writer takes the round brackets for the text."""
    yield from links(page, WEB_LINK, lambda match: bad(f"({match['text']})[{match['target']}]"))


@defect("lost-link")
def link_escaped(page: Page, dice: random.Random) -> Iterator[Change]:
    """An export tool escapes markup that was meant."""
    yield from links(page, LINK, lambda match: bad(f"\\[{match['text']}\\]\\({match['target']})"))


@defect("mutated-url")
def blank_in_a_target(page: Page, dice: random.Random) -> Iterator[Change]:
    """A blank is put behind the marks of an address."""
    blank = dice.choice(("scheme", "path"))

    def written(match: re.Match[str]) -> str:
        target = match["target"]
        target = target.replace("://", ":// ") if blank == "scheme" else target.replace("/", " / ")
        return f"[{match['text']}](" + bad(target.strip()) + ")"

    for change in links(page, WEB_LINK if blank == "scheme" else LINK, written):
        if " " in change.written.partition("](")[2]:
            yield change


@defect("mutated-url", without=WITHOUT_BLANKS)
def quotation_in_a_title(page: Page, dice: random.Random) -> Iterator[Change]:
    """The title of a link is translated with quotation marks in it."""
    for match, _ in page.markup(LINK) if page.format != "text" else ():
        title = bad(f'"{match["text"]} "{page.lang}""')
        yield Change(match.start(), match.end(), f"[{match['text']}]({match['target']} {title})")


@defect("mutated-url")
def blank_in_an_address(page: Page, dice: random.Random) -> Iterator[Change]:
    """A blank is put behind the colon of an address."""
    for segment in page.prose:
        for match in re.finditer(OBJECT, segment.text):
            start, end = segment.prose.to_source(*match.span())
            scheme, _, rest = page.text[start:end].partition("://")
            if scheme in ("http", "https") and rest.isascii():
                yield Change(start, end, bad(f"{scheme}: //{rest}"))


HOST = r"(?P<host>https?://(?:[\w-]+\.)+)(?P<domain>com|org|net|io|dev|de)(?P<rest>/.*|)\Z"


def addresses(page: Page, stop: str) -> Iterator[Change]:
    """Yield a change of the last stop in the host of each address in the prose that has it in ASCII."""
    for segment in page.prose:
        for match in re.finditer(OBJECT, segment.text):
            start, end = segment.prose.to_source(*match.span())
            address = re.match(HOST, page.text[start:end], re.ASCII)
            if address:
                written = f"{address['host'][:-1]}{stop}{address['domain']}{address['rest']}"
                yield Change(start, end, bad(written))


@defect("mutated-url")
def blank_in_a_host(page: Page, dice: random.Random) -> Iterator[Change]:
    """A blank is put beside a stop of an address."""
    yield from addresses(page, dice.choice((" .", ". ")))


@defect("mutated-url")
def full_width_stop_in_a_host(page: Page, dice: random.Random) -> Iterator[Change]:
    """A stop of an address is set as Chinese sets it."""
    yield from addresses(page, dice.choice("。．"))


@defect("mutated-url")
def scheme_mistyped(page: Page, dice: random.Random) -> Iterator[Change]:
    """The scheme of an address is taken for a word, and its marks for punctuation."""
    scheme = dice.choice(("http//", "https:/", "htps://", "https：//", "http ://"))
    yield from links(
        page,
        WEB_LINK,
        lambda match: f"[{match['text']}](" + bad(scheme + match["target"].partition("://")[2]) + ")",
    )


@defect("mutated-url", without=WITHOUT_BLANKS)
def blank_in_the_name_of_a_file(page: Page, dice: random.Random) -> Iterator[Change]:
    """A blank is put behind the stop of a name."""
    yield from rewritten(
        page, rf"(?<=\s)({LETTER}[\w-]{{2,20}})\.(json|html|yml|yaml|css|exe|txt|png|xml|js|dll|md)(?=[\s,])",
        lambda match: bad(f"{match[1]}. {match[2]}"),
    )  # fmt: skip


@defect("broken-markup", without=WITHOUT_BLANKS)
def blanks_inside_bold(page: Page, dice: random.Random) -> Iterator[Change]:
    """The marks of bold are words to the engine: it puts blanks beside them."""
    before, behind = dice.choice(((" ", " "), ("", " "), (" ", "")))
    for match, segment in page.markup(rf"(?<=\w ){BOLD}(?=[ ,.]|$)"):
        if page.format != "text" and OBJECT not in segment.text:
            yield Change(match.start(), match.end(), bad(f"**{before}{match['words']}{behind}**"))


@defect("broken-markup", without=WITHOUT_BLANKS)
def mark_of_bold_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """One of two marks is not written."""
    for match, segment in page.markup(rf"(?<=\w ){BOLD}(?=[ ,.]|$)"):
        start, end = segment.prose.to_source(0, len(segment.text))
        if page.format != "text" and page.text.count("*", start - 2, end + 2) == 4:
            yield Change(match.start(), match.end(), bad("**") + match["words"])


def lone_bold(page: Page) -> Iterator[re.Match[str]]:
    """Yield the only words in bold of a paragraph."""
    for match, segment in page.markup(rf"(?<=\w ){BOLD}(?=[ ,.]|$)") if page.format != "text" else ():
        start, end = segment.prose.to_source(0, len(segment.text))
        if page.text.count("*", start - 2, end + 2) == 4:
            yield match


@defect("broken-markup", without=WITHOUT_BLANKS)
def first_mark_of_bold_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """The first of two marks is not written."""
    for match in lone_bold(page):
        if not re.search(r"[a-z][A-Z]|[A-Z]{2}", match["words"]):  # FooBar** is a pointer
            yield Change(match.start(), match.end(), match["words"] + bad("**"))


@defect("broken-markup", without=WITHOUT_BLANKS)
def marks_of_bold_unequal(page: Page, dice: random.Random) -> Iterator[Change]:
    """A mark loses an asterisk, or it stands apart."""
    before, behind = dice.choice((("**", "*"), ("*", "**"), ("* *", "**")))
    for match in lone_bold(page):
        yield Change(match.start(), match.end(), bad(before + match["words"] + behind))


@defect("broken-markup", without=WITHOUT_BLANKS)
def blanks_inside_other_marks(page: Page, dice: random.Random) -> Iterator[Change]:
    """The marks of italics and of struck words are words to the engine."""
    before, behind = dice.choice(
        (("* ", " *"), ("* ", "*"), ("*", " *"), ("_ ", " _"), ("__ ", " __"), ("~~ ", " ~~"), ("~~ ", "~~"))
    )
    word = rf"(?<={LETTER}{{4}} )({LETTER}{{5,}})(?= {LETTER}{{3}})"
    for match, segment in page.markup(word) if page.format != "text" else ():
        start, end = segment.prose.to_source(0, len(segment.text))
        if not set("*_`[<~") & set(page.text[start - 2 : end + 2]):
            yield Change(match.start(), match.end(), bad(f"{before}{match[1]}{behind}"))


@defect("broken-markup", without=WITHOUT_BLANKS)
def mark_of_bold_left(page: Page, dice: random.Random) -> Iterator[Change]:
    """The words of a stretch are moved, and one of its marks stays where it was."""
    for match, segment in (
        page.markup(rf"(?<={SMALL}{{4}}) (?={SMALL}{{4}} )") if page.format != "text" else ()
    ):
        if "*" not in segment.text:
            start, end = segment.prose.to_source(0, len(segment.text))
            is_code = page.text.count("`", start, match.start()) % 2 == 1
            if "*" not in page.text[start - 2 : end + 2] and not is_code:
                yield Change(match.start(), match.end(), " " + bad("**") + " ")


@defect("broken-markup")
def bold_emptied(page: Page, dice: random.Random) -> Iterator[Change]:
    """The words between two marks are moved, and the marks meet."""
    for match, segment in page.markup(rf"(?<=[.!?]) (?={CAPITAL}{SMALL})") if page.format != "text" else ():
        if "*" not in segment.text:
            yield Change(match.start(), match.end(), bad("****") + " ")


@defect("broken-markup", without=WITHOUT_BLANKS)
def code_emptied(page: Page, dice: random.Random) -> Iterator[Change]:
    """What was hidden from the engine is not put back between its marks."""
    for match, segment in page.markup(CODE_BESIDE_WORDS) if page.format != "text" else ():
        start, end = segment.prose.to_source(0, len(segment.text))
        if page.text.count("`", start - 1, end + 1) == 2:
            yield Change(match.start(), match.end(), f"{match[1]} " + bad("``") + f" {match[3]}")


@defect("broken-markup", without=WITHOUT_BLANKS)
def bold_escaped(page: Page, dice: random.Random) -> Iterator[Change]:
    """An export tool escapes markup that was meant."""
    if page.format != "text":
        for match, _ in page.markup(BOLD):
            yield Change(match.start(), match.end(), bad(rf"\*\*{match['words']}\*\*"))


@defect("glued-word", without=WITHOUT_BLANKS | {"fi", "ko", "tr"})
def word_glued_to_bold_or_a_link(page: Page, dice: random.Random) -> Iterator[Change]:
    """Marked-up words are put back without the blank beside them."""
    if page.format != "text":
        for match, _ in page.markup(rf"(?:{BOLD}|{LINK}) (?P<word>{SMALL}{{3,14}})(?=[ ,.])"):
            # One word in small letters may be a part of another: **vor**aus.
            words = match["words"] or "A link"
            if match["word"] in continuing(page.lang) and (words[0].isupper() or " " in words):
                marked, mark, _ = match[0].rpartition("**" if match[0].startswith("**") else ")")
                yield Change(match.start(), match.end(), marked + bad(mark + match["word"]))


@defect("broken-markup")
def backtick_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """One of two backticks is not written."""
    for match, segment in page.markup(CODE_BESIDE_WORDS):
        start, end = segment.prose.to_source(0, len(segment.text))
        if page.format != "text" and page.text.count("`", start - 1, end + 1) == 2:
            yield Change(
                match.start(),
                match.end(),
                f"{match[1]} " + bad("`") + f"{match['code'].strip('`')} {match[3]}",
            )


@defect("broken-markup")
def backtick_doubled(page: Page, dice: random.Random) -> Iterator[Change]:
    """One of two backticks is written twice."""
    before, behind = dice.choice((("`", ""), ("", "`")))
    for match, segment in page.markup(CODE_BESIDE_WORDS):
        start, end = segment.prose.to_source(0, len(segment.text))
        if page.format != "text" and page.text.count("`", start - 1, end + 1) == 2:
            written = f"{match[1]} " + bad(f"{before}{match['code']}{behind}") + f" {match[3]}"
            yield Change(match.start(), match.end(), written)


@defect("broken-markup", only=("en", "es", "fr", "it", "pt", "ru", "uk"))
def code_glued_to_a_word(page: Page, dice: random.Random) -> Iterator[Change]:
    """Code is put back without the blank in front of it."""
    if page.format != "text":
        for match, _ in page.markup(CODE_BESIDE_WORDS.replace("(", rf"(?<= )({SMALL}{{5,}}", 1)):
            yield Change(match.start(), match.end(), match[1] + bad(match["code"]) + f" {match[3]}")


@defect("broken-markup", without=WITHOUT_BLANKS | {"ko"})
def code_glued_to_words(page: Page, dice: random.Random) -> Iterator[Change]:
    """Code is hidden from the engine and put back without its blanks."""
    if page.format != "text":
        for match, _ in page.markup(CODE_BESIDE_WORDS):
            yield Change(match.start(), match.end(), match[1] + bad(match["code"]) + match[3])


@defect("broken-markup", without=WITHOUT_BLANKS)
def blank_in_a_tag(page: Page, dice: random.Random) -> Iterator[Change]:
    """A tag is taken for words, and a blank is put behind its slash."""
    if page.format != "text":
        yield from rewritten(
            page, rf"(?<= )({LETTER}{{4,}})(?= {LETTER})", lambda match: f"<b>{match[1]}" + bad("</ b>")
        )


@defect("broken-markup", without=WITHOUT_BLANKS)
def blank_in_a_line_break(page: Page, dice: random.Random) -> Iterator[Change]:
    """A tag is taken for words."""
    tag = dice.choice(("< br >", "<br / >", "< br/>", "＜br＞"))
    if page.format != "text":
        yield from rewritten(page, rf"(?<={LETTER}{{4}}) (?={LETTER}{{4}})", lambda match: bad(tag))


@defect("broken-markup", without=WITHOUT_BLANKS)
def mark_of_a_list_glued(page: Page, dice: random.Random) -> Iterator[Change]:
    """The blank behind the mark of an item is lost, in front of other items."""
    if page.format != "text":
        for match in re.finditer(rf"(?<=\n\n)- (?={CAPITAL}{SMALL}[^\n]*\n\n?- )", page.text):
            if re.search(r"(?m)^(?:```|~~~)", page.text) is None:
                yield Change(match.start(), match.end(), bad("-"))


def blocks_of_code(page: Page) -> Iterator[re.Match[str]]:
    """Yield the fenced code of a page, where no other fence is unusual, and prose follows."""
    block = r"(?ms)(?<=\n\n)(?P<fence>```\w+)\n(?P<code>(?:(?!```).)+?\n)```(?=\n\n[^\W\d_][^\n]*[.:]\n)"
    fences = re.findall(r"(?m)^[ \t>]*(?:```|~~~).*$", page.text)
    if page.format != "text" and len(fences) % 2 == 0:
        for match in re.finditer(block, page.text):
            if not re.match(r"```(?:md|markdown|text|txt|diff|console)\b", match["fence"]):
                yield match


@defect("broken-markup")
def fence_not_closed(page: Page, dice: random.Random) -> Iterator[Change]:
    """The fence behind code is not written, and prose and other code follow."""
    for match in blocks_of_code(page):
        following = re.search(r"\n[ \t>]*(?:```|~~~)(\w*)|\n## ", page.text[match.end() :])
        is_closed = following is None or following[1] == ""  # by the next fence
        if not is_closed and "\n\n" not in match["code"]:
            yield Change(match.start(), match.end(), f"{bad(match['fence'])}\n{match['code'].rstrip()}")


@defect("broken-markup")
def fence_closed_with_a_name(page: Page, dice: random.Random) -> Iterator[Change]:
    """The fence behind code is written as the one in front of it."""
    for match in blocks_of_code(page):
        if "\n\n" not in match["code"]:
            yield Change(
                match.start(), match.end(), f"{match['fence']}\n{match['code']}{bad(match['fence'])}"
            )


@defect("broken-markup")
def line_of_a_table_with_dashes(page: Page, dice: random.Random) -> Iterator[Change]:
    """The hyphens below the head of a table are taken for punctuation."""
    if page.format != "text":
        for match in re.finditer(r"(?m)(?<=\|\n)\|(?:[ ]*-+[ ]*\|){2,}$", page.text):
            before = page.text[: match.start()]
            if before.count("<!--") == before.count("-->"):
                yield Change(match.start(), match.end(), bad(re.sub("-+", "—", match[0])))


@defect("broken-markup")
def mark_of_a_heading_glued(page: Page, dice: random.Random) -> Iterator[Change]:
    """The blank behind the mark of a heading is lost."""
    if page.format != "text":
        for match in re.finditer(rf"(?m)(?<=\n\n)(#{{2,4}}) (?=({CAPITAL}|[\u4e00-\u9fff]))", page.text):
            yield Change(match.start(), match.end(), bad(match[1]))


@defect("escaped-entity", without=WITHOUT_BLANKS)
def entity_escaped_twice(page: Page, dice: random.Random) -> Iterator[Change]:
    """A tool escapes text that another has escaped."""
    entity = dice.choice(("&amp;nbsp;", "&amp;#160;", "&amp;quot;", "&amp;amp;", "&amp;lt;", "&amp;#39;"))
    if page.format != "text":
        yield from rewritten(page, rf"(?<={LETTER}{{3}}) (?={LETTER}{{3}})", lambda match: bad(entity))


@defect("escaped-entity", without=WITHOUT_BLANKS)
def tag_escaped(page: Page, dice: random.Random) -> Iterator[Change]:
    """A tool escapes tags that were meant."""
    tag = dice.choice(("b", "i", "strong", "em"))
    if page.format != "text":
        yield from rewritten(
            page, rf"(?<= )({LETTER}{{4,}})(?= {LETTER})",
            lambda match: bad(f"&lt;{tag}&gt;") + match[1] + bad(f"&lt;/{tag}&gt;"),
        )  # fmt: skip


@defect("escaped-entity", without=WITHOUT_BLANKS)
def line_break_escaped(page: Page, dice: random.Random) -> Iterator[Change]:
    """A tool escapes a tag that was meant."""
    tag = dice.choice(("&lt;br&gt;", "&lt;br/&gt;", "&lt;br /&gt;"))
    if page.format != "text":
        yield from rewritten(page, rf"(?<={SMALL}{{3}}\.) (?={CAPITAL})", lambda match: bad(tag))


@defect("leaked-placeholder")
def placeholder_not_put_back(page: Page, dice: random.Random) -> Iterator[Change]:
    """What must not be translated is hidden behind a token, and not put back."""
    token = dice.choice(
        (
            "__PH_3__",
            "⟦1⟧",
            "@@0@@",
            "{{ph:1}}",
            "XXXPLACEHOLDER1XXX",
            "notranslate1",
            "[[LINK_2]]",
            '<x id="1"/>',
            "__PLACEHOLDER_0__",
            "{{CODE_1}}",
            "[CODE_1]",
            "{ph1}",
            "%%PH1%%",
            '<g id="1">',
            "#A0",
        )
    )
    for segment in page.prose:
        for match in re.finditer(rf"(?<=\s){OBJECT}(?=\s)", segment.text):
            start, end = segment.prose.to_source(*match.span())
            if page.text[start] == "`":
                yield Change(start, end, bad(token))


@defect("leaked-placeholder")
def format_parted(page: Page, dice: random.Random) -> Iterator[Change]:
    """A format is taken for words, and a blank is put into it."""
    token = dice.choice(("%1$ s", "% 1$s", "% (name)s", "%( name)s", "$ {name}", "{ {name} }"))
    for segment in page.prose:
        for match in re.finditer(rf"(?<=\w\s){OBJECT}(?=\s)", segment.text):
            start, end = segment.prose.to_source(*match.span())
            if page.text[start] == "`":
                yield Change(start, end, bad(token))


# Characters

ENCODINGS = {"cs": "cp1250", "pl": "cp1250", "ru": "cp1251", "uk": "cp1251"}


def misread(text: str, encoding: str) -> str:
    """Return how a program shows UTF-8 that it takes for another encoding; what that lacks, as a control."""
    return "".join(bytes((byte,)).decode(encoding, "ignore") or chr(byte) for byte in text.encode())


@defect("mojibake")
def read_in_another_encoding(page: Page, dice: random.Random) -> Iterator[Change]:
    """A tool reads a file in the encoding of its machine."""
    encoding = dice.choice(("cp1252", ENCODINGS.get(page.lang, "cp1252")))
    if page.lang in CYRILLIC:
        pattern = r"(?<![^\s(])[\u0400-\u04ff]{3,}(?=[\s,.)])"
    elif page.lang in ("ja", "ko", "zh"):
        pattern = r"[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{4,12}"
    else:
        pattern = r"(?<=[a-z])[\u00df-\u017f’](?=[a-z])"
    yield from rewritten(page, pattern, lambda match: bad(misread(match[0], encoding)))


@defect("mojibake")
def read_wrongly_twice(page: Page, dice: random.Random) -> Iterator[Change]:
    """Two tools, one behind the other, read a file in the encoding of their machine."""
    is_latin = page.lang not in CYRILLIC | {"ja", "ko", "zh"}
    letters = r"[\u0400-\u04ff]{4,8}|[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7af]{4,8}"
    yield from rewritten(
        page, r"(?<=[a-z])[\u00df-\u017f’](?=[a-z])" if is_latin else letters,
        lambda match: bad(misread(misread(match[0], "cp1252"), "cp1252")),
    )  # fmt: skip


@defect("mojibake")
def marks_read_in_another_encoding(page: Page, dice: random.Random) -> Iterator[Change]:
    """A tool reads a file in the encoding of its machine."""
    yield from rewritten(page, "[“”’–—…«»]", lambda match: bad(misread(match[0], "cp1252")))


@defect("homoglyph", without=WITHOUT_BLANKS | {"ko"})
def letter_of_another_script(page: Page, dice: random.Random) -> Iterator[Change]:
    """A token of another script looks the same."""
    pairs = dict(zip("aeocpxABCEHKMOPTX", "аеосрхАВСЕНКМОРТХ", strict=True))
    table = {new: old for old, new in pairs.items()} if page.lang in CYRILLIC else pairs
    letters = "[\u0400-\u04ff]" if page.lang in CYRILLIC else "[A-Za-z\u00c0-\u017f]"
    for match, _, start in page.places(rf"(?<![\w’'-]){letters}{{5,}}(?![\w’'-])"):
        places = [i for i, letter in enumerate(match[0]) if letter in table]
        if places:
            at = dice.choice(places)
            word = match[0][:at] + table[match[0][at]] + match[0][at + 1 :]
            yield Change(start, start + len(word), bad(word))


@defect("homoglyph", without=WITHOUT_BLANKS | {"ko"})
def greek_letter(page: Page, dice: random.Random) -> Iterator[Change]:
    """A token of Greek looks the same."""
    pairs = dict(zip("оаАЕКМОРТХ" if page.lang in CYRILLIC else "oaAEHKMNOPTX",
                     "οαΑΕΚΜΟΡΤΧ" if page.lang in CYRILLIC else "οαΑΕΗΚΜΝΟΡΤΧ", strict=True))  # fmt: skip
    for match, _, start in page.places(r"(?<![\w’'-])[A-Za-z\u0400-\u04ff]{6,}(?![\w’'-])"):
        places = [i for i, letter in enumerate(match[0][:-1]) if letter in pairs and (i or letter != "a")]
        if places and not re.search(r"[a-z][A-Z]|[A-Z]{2}", match[0]):
            at = dice.choice(places)
            yield Change(
                start, start + len(match[0]), bad(match[0][:at] + pairs[match[0][at]] + match[0][at + 1 :])
            )


@defect("homoglyph", only=("de", "en", "es", "fr", "it", "nl", "pl", "pt"))
def letter_of_another_script_in_a_small_word(page: Page, dice: random.Random) -> Iterator[Change]:
    """A token of another script looks the same."""
    pairs = dict(zip("aeocpx", "аеосрх", strict=True))
    for match, _, start in page.places(r"(?<![\w’'.-])[a-z]{2,3}(?![\w’'.-])"):
        places = [i for i, letter in enumerate(match[0]) if letter in pairs]
        if places and match[0] in continuing(page.lang):
            at = dice.choice(places)
            yield Change(
                start, start + len(match[0]), bad(match[0][:at] + pairs[match[0][at]] + match[0][at + 1 :])
            )


@defect("invisible-character", without=WITHOUT_BLANKS | {"ko"})
def invisible_character_beside_a_word(page: Page, dice: random.Random) -> Iterator[Change]:
    """A web page's or a web translator's help for layout is copied along."""
    char = dice.choice(("\u200b", "\u200b\u200b", "\ufeff", "\u00ad", "\u200e", "\u2060", "\u202e"))
    yield from rewritten(
        page, rf"(?<={LETTER}{{3}}) (?={LETTER}{{2}})", lambda match: match[0] + bad(char)
    )  # fmt: skip


@defect("invisible-character", without=WITHOUT_BLANKS | {"ko"})
def invisible_character(page: Page, dice: random.Random) -> Iterator[Change]:
    """A web page's or a web translator's help for layout is copied along."""
    char = dice.choice(
        ("\u200b", "\u200b\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad", "\u200e", "\u2060", "\u202e")
    )
    yield from rewritten(
        page, rf"(?<={LETTER}{{3}})({LETTER})(?={LETTER}{{2}})", lambda match: match[0] + bad(char)
    )


@defect("replacement-character")
def character_lost(page: Page, dice: random.Random) -> Iterator[Change]:
    """A chunk ends in the middle of a character."""
    yield from rewritten(
        page, r"(?<=\w)[^\x00-\x7f\ufffc\u2028\u00a0\u00ad\u200b](?=[\w ])",
        lambda match: bad("\ufffd" * dice.choice((1, 2))),
    )  # fmt: skip


@defect("wrong-normalisation", without=("en", "zh"))
def letters_and_accents_apart(page: Page, dice: random.Random) -> Iterator[Change]:
    """A tool writes letters and their accents as Unicode's form NFD has them."""

    def written(match: re.Match[str]) -> str:
        apart = unicodedata.normalize("NFD", match[0])
        return bad(apart) if apart != match[0] else ""

    yield from rewritten(page, rf"(?<![\w’'-]){LETTER}{{4,12}}(?![\w’'-])", written)


@defect("wrong-normalisation", without=WITHOUT_BLANKS | CYRILLIC | {"ko"})
def ligature(page: Page, dice: random.Random) -> Iterator[Change]:
    """Text is taken out of a PDF, whose fonts have letters in one."""
    yield from rewritten(
        page, rf"(?<![\w’'-]){LETTER}*f[il]{LETTER}+(?![\w’'-])",
        lambda match: bad(match[0].replace("fi", "ﬁ").replace("fl", "ﬂ")),
    )  # fmt: skip


@defect("wrong-normalisation", without=WITHOUT_BLANKS | {"ko"})
def full_width_letters(page: Page, dice: random.Random) -> Iterator[Change]:
    """A word comes out of a Chinese or Japanese text as it was set there."""
    yield from rewritten(
        page, r"(?<![\w’'-])[A-Za-z]{3,10}(?![\w’'-])",
        lambda match: bad("".join(chr(ord(letter) + 0xFEE0) for letter in match[0])),
    )  # fmt: skip


# Residue

CHATTER = {
    "cs": ("Zde je překlad:", "Zde je přeložený text:"),
    "de": ("Hier ist die Übersetzung:", "Gerne! Hier ist der übersetzte Text:",
           "Als KI-Sprachmodell kann ich diesen Text nicht übersetzen."),
    "en": ("Here is the translation:", "Sure! Here is the translated text:",
           "I'm sorry, but I can't assist with that."),
    "es": ("Aquí está la traducción:", "¡Claro! Aquí tienes la traducción:",
           "Lo siento, pero no puedo ayudar con eso."),
    "fr": ("Voici la traduction :", "Bien sûr ! Voici le texte traduit :",
           "Je suis désolé, mais je ne peux pas vous aider."),
    "it": ("Ecco la traduzione:", "Mi dispiace, ma non posso aiutarti."),
    "ja": ("以下は翻訳です：", "申し訳ありませんが、お手伝いできません。"),
    "ko": ("다음은 번역입니다:", "죄송하지만 도와드릴 수 없습니다."),
    "nl": ("Hier is de vertaling:", "Het spijt me, maar ik kan u daar niet mee helpen."),
    "pl": ("Oto tłumaczenie:", "Przepraszam, ale nie mogę w tym pomóc."),
    "pt": ("Aqui está a tradução:", "Desculpe, mas não posso ajudar com isso."),
    "ru": ("Вот перевод:", "Конечно! Вот переведённый текст:", "Извините, но я не могу помочь с этим."),
    "sv": ("Här är översättningen:",),
    "tr": ("İşte çeviri:", "Üzgünüm, ancak bu konuda yardımcı olamam."),
    "uk": ("Ось переклад:", "Вибачте, але я не можу допомогти з цим."),
    "zh": ("以下是翻译：", "好的，以下是翻译后的文本：", "很抱歉，我无法协助您完成此请求。",
           "作为一个AI语言模型，我无法翻译这段文字。"),
}  # fmt: skip
FURNITURE = {
    "cs": ("Napsat komentář", "Vaše e-mailová adresa nebude zveřejněna."),
    "de": ("Schreibe einen Kommentar", "Deine E-Mail-Adresse wird nicht veröffentlicht."),
    "en": ("Leave a Reply", "Your email address will not be published."),
    "es": ("Deja una respuesta", "Tu dirección de correo electrónico no será publicada."),
    "fr": ("Laisser un commentaire", "Votre adresse e-mail ne sera pas publiée."),
    "it": ("Lascia un commento", "Il tuo indirizzo email non sarà pubblicato."),
    "ja": ("コメントを残す", "メールアドレスが公開されることはありません。"),
    "nl": ("Geef een reactie", "Je e-mailadres wordt niet gepubliceerd."),
    "pl": ("Dodaj komentarz", "Twój adres e-mail nie zostanie opublikowany."),
    "pt": ("Deixe um comentário", "O seu endereço de e-mail não será publicado."),
    "ru": ("Добавить комментарий", "Ваш адрес email не будет опубликован."),
    "tr": ("Bir yanıt yazın", "E-posta adresiniz yayınlanmayacak."),
    "uk": ("Залишити відповідь", "Ваша e-mail адреса не оприлюднюватиметься."),
    "zh": ("发表回复", "您的电子邮箱地址不会被公开。"),
}
NOTES = {
    "de": ("[zu übersetzen]", "(Übersetzung fehlt)"),
    "en": ("[TODO: check the name]", "(needs translation)", "[citation needed]"),
    "es": ("[sin traducir]", "(pendiente de traducción)"),
    "fr": ("[à traduire]", "(non traduit)"),
    "it": ("[da tradurre]",),
    "nl": ("[nog te vertalen]",),
    "pl": ("[do przetłumaczenia]",),
    "pt": ("[por traduzir]", "(não traduzido)"),
    "ru": ("[не переведено]", "(требуется перевод)"),
    "uk": ("[не перекладено]",),
    "zh": ("【待翻译】", "（未翻译）"),
}


@defect("machine-chatter", only=CHATTER)
def words_of_an_assistant(page: Page, dice: random.Random) -> Iterator[Change]:
    """What a model says around a translation is taken for the translation."""
    yield from inserted(page, bad(dice.choice(CHATTER[page.lang])))


@defect("page-boilerplate", only=FURNITURE)
def words_of_the_web_page(page: Page, dice: random.Random) -> Iterator[Change]:
    """A comment form is cut out of a page together with the article."""
    title, notice = FURNITURE[page.lang]
    end = notice[-1]
    yield from inserted(page, f"{bad(title)}\n\n{bad(notice.removesuffix(end))}{end}")


@defect("note-to-editor", only=NOTES)
def note_left_in(page: Page, dice: random.Random) -> Iterator[Change]:
    """A translator or a model marks what it could not do."""
    note = dice.choice(NOTES[page.lang])
    blank = "" if page.lang in WITHOUT_BLANKS else " "
    yield from rewritten(
        page, rf"(?<={LETTER}{{2}})[.。](?= {CAPITAL}|\Z)", lambda match: blank + bad(note) + match[0]
    )
