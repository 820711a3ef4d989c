"""The same word or short phrase twice in a row.

What it finds: a word that stands twice with nothing but blanks, a line wrap or markup between: "the the",
"the **the**", "[guide](…) guide". At the start of a sentence, small words also behind their own capital:
"The the". So do two or three words: "is based is based" (longer phrases are repetition-loop's), and
a word that explains itself in brackets: "base (base)".

Why: translation engines repeat a word where two chunks of a sentence meet, and where a glossary term stands
beside its own translation.

Not reported: grammatical words that meet in correct text (English "had had", German "die die", French
"nous nous", Polish "to to"), emphasis ("very very"), names that are doubled (Duran Duran), words that differ
in their capitals ("Active Directory directory", "Event event"), words that are quoted or marked up as a term,
code, numbers and initials, the same word three times or more (that is repetition-loop's), phrases of nothing
but grammar or names and those that link a word to itself ("step by step by hand"), and languages in which
doubling a word is grammar (Turkish, Indonesian, Hindi and others), but for their small words and, in Italian
and Turkish, long ones.

Options:

    allow   more words that may stand twice, in small letters
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, compress, count, islice
from operator import eq
from typing import NamedTuple

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.gist import NO_WORD, Gist
from stetlint.language.doubling import (
    belongs_to_verb,
    is_brand,
    is_emphasis,
    is_phrase_slip,
    is_small_word,
    may_double,
)

# Not where a neighbour makes it a compound, code or an address: "up-to to", "x.the the", "the the()".
DOUBLED = Pattern(
    r"(?<![\w./\\@#$%~|=<{\[\u0300-\u036f\u0900-\u0dff-])(?<!\w['’·])(?P<first>[^\W\d_]++)"
    r"(?:[ \u00a0]{1,2}| ?\n)(?P<second>(?i:(?P=first)))"
    r"(?![\w/\\(@{\[\u0300-\u036f\u0900-\u0dff-]|[.:]\w|:/|['’]\w{1,2}\b| ?[={])"
)
# The same for two or three words.
WORD = r"[^\W\d_]++(?:['’][^\W\d_]++)?"
DOUBLED_PHRASE = Pattern(
    rf"(?<![\w./\\@#$%~|=<{{\[-])(?<!\w['’·])(?P<phrase>{WORD}[ \u00a0]{WORD}(?:[ \u00a0]{WORD})?)"
    r"[ \n\u00a0](?P=phrase)(?![\w/\\(@{\[-]|['’]|[.:]\w|:/| ?[={])"
)
# A word that is explained by itself.
GLOSS = Pattern(
    rf"(?<![\w./\\@#$%~|=<{{\[-])(?P<once>{WORD}(?:[ \u00a0]{WORD}){{0,2}})[ \u00a0]\((?P=once)\)(?![\w(])"
)
PREVIOUS_WORD = Pattern(r"(\w+)[ \n\u00a0,;:-]+$")
NEXT_WORD = Pattern(r"[ \n\u00a0,;:-]+(\w+)")
PHRASES = range(2, 4)  # words of a phrase
MARKS, OPENERS, CLOSERS = tuple("*_<>"), tuple("*_>["), tuple("*_<]")
ARTICLES = frozenset(
    "the a an der die das le la les un une el los las il lo i gli o os as um uma de het een".split()
)
VOWEL = Pattern(r"[aeiouyà-æè-ïò-öø-ýÿāąăēęěīįōőœūůűýı]|[^\x00-\u024f]", 2)  # re.IGNORECASE
COMMENT = ("# ", "// ", "$ ")
SENTENCE_START = Pattern(r"(?:^|[.!?:…。！？\u2028\ufffc])[\"'“‘«„ \n]*$")
QUOTE, END_OF_QUOTE = Pattern(r"[\"“‘«„'”]"), Pattern(r"[.,;:!?]?[\"“‘«»„'’”]")
WH_WORD = Pattern(r"(?i)\b(?:what|which|who|where|how|why|when|whatever|that|it|this)\b")


class Options(NamedTuple):
    """Options of doubled-word."""

    allow: tuple[str, ...] = ()


class DoubledWord(DocumentRule):
    """A word that stands twice."""

    id = "doubled-word"
    mqm = "accuracy/addition"
    Options = Options
    good = (
        "He knew that that was it, and what he had had was gone.",
        "the `x` the",
        "2 2, x x, rwx rwx",
        "What it is is a mystery. You can log in in private.",
        "It stopped.\nThe End\n\nThe band Duran Duran came from New York.",
        "The police of Tsuruoka said that Tsuruoka Tsuruoka Police Station is closed.",
        "Join it to an Active Directory directory service. The Event event is fired.",
        "We fixed a “the the” in the guide. To be “done done,” it needs a test.",
        "The values of type *type* and the parameter name **name**, or for [for](a.md) loops.",
        "That was very very good, bye bye!",
        "one-on-one one, real-time time, a plug-in in the shop, src/the the/x, foo(bar bar=1)",
        "the <br> the",
        "<div>\n# make a project with yarn\nyarn create\n</div>",
        "* [The Map Library](a.md) Library for maps\n* Map Library\n* Library",
        Good("Das sind die, die die Regeln kennen, mit dem dem Benutzer eigenen Blick.", lang="de"),
        Good("Nous nous levons tout en en parlant ; vous vous taisez.", lang="fr"),
        Good("Farben, die die Palette zeigen.", lang="gsw"),
        Good("Si instal·la la casa.", lang="ca"),
        Good("Nie jest to to samo.", lang="pl"),
        Good("Bunu tekrar tekrar ve yavaş yavaş dene.", lang="tr"),
        Good("Chce se se psem projít.", lang="cs"),
        Good("Orang orang itu pelan pelan pulang.", lang="id"),
        "Go step by step by hand; it grew more and more and more. From New York New York looks small.",
        "The Long Island Ferry (Ferry) and `x` (x).\n\n## Default (Default)\n\nIt begins.",
        "* **Notes** ([Notes](a.md)): so.\n* text (text)",
        "A rose is a rose is a rose.",
        "It is a list of list of numbers, the best of the best of them.",
        Good("Va piano piano, passo dopo passo dopo passo.", lang="it"),
    )
    bad = (
        Bad("Open the the file.", "the the", fixed="Open the file."),
        Bad("Open the **the** file.", "the **the"),
        Bad("See the [guide](a.md) guide for more.", "guide](a.md) guide"),
        Bad("Take data a a about now.", "a a", fixed="Take data a about now."),
        Bad("The the door opens.", "The the", fixed="The door opens."),
        Bad("> The matrix describes the graph\n> graph.", "graph\n> graph"),
        Bad("Set it through the the'SET'statement.", "the the", fixed="Set it through the'SET'statement."),
        Bad(
            "The Bakery in the street: they opened the Bakery Bakery in May.",
            "Bakery Bakery",
            fixed="The Bakery in the street: they opened the Bakery in May.",
        ),
        Bad("Ouvrez la la fenêtre.", "la la", fixed="Ouvrez la fenêtre.", lang="fr"),
        Bad(
            "Zawiera pakiet pakiet zarządzania.",
            "pakiet pakiet",
            fixed="Zawiera pakiet zarządzania.",
            lang="pl",
        ),
        Bad("Zawarte w w folderze.", "w w", fixed="Zawarte w folderze.", lang="pl"),
        Bad("Bu dosya ve ve klasör.", "ve ve", fixed="Bu dosya ve klasör.", lang="tr"),
        Bad("Файл находится в в папке.", "в в", fixed="Файл находится в папке.", lang="ru"),
        Bad(
            "Si apre la pagina precedente precedente.",
            "precedente precedente",
            fixed="Si apre la pagina precedente.",
            lang="it",
        ),
        Bad(
            "Es startet Google und öffnet Google Google Drive.",
            "Google Google",
            fixed="Es startet Google und öffnet Google Drive.",
            lang="de",
        ),
        Bad(
            "RTP is old. Use RTP now. The session of RTP RTP ends.",
            "RTP RTP",
            fixed="RTP is old. Use RTP now. The session of RTP ends.",
        ),
        Bad(
            "It is what the term is based is based on.",
            "is based is based",
            fixed="It is what the term is based on.",
        ),
        Bad("It has a metal base (base) of steel.", "base (base)", fixed="It has a metal base of steel."),
        Bad("The name must be must be short.", "must be must be", fixed="The name must be short."),
        Bad(
            "La lista de puntos de conexión de conexión.",
            "de conexión de conexión",
            fixed="La lista de puntos de conexión.",
            lang="es",
        ),
    )

    # No trigger: what stands between two words may be anything, and RE2 cannot compare them.
    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        for segment in document.segments_where(lambda gist: self._suspects(gist, document)):
            for match in DOUBLED.finditer(segment.text):
                first, second = match.groups()
                if self._is_slip(segment, first, second, match.span()) and (
                    first[0].islower()
                    or first != second
                    or _is_repeated_noun(first, match, segment, document)
                ):
                    yield segment, _hit(match, first)
            for match in DOUBLED_PHRASE.finditer(segment.text):
                if _is_doubled_phrase(match, segment.lang) and not _is_linked(match, segment):
                    yield segment, _hit(match, match["phrase"])
            for match in GLOSS.finditer(segment.text):
                if _is_gloss(match) and _is_in_text(match, segment):
                    yield segment, _hit(match, match["once"])

    def _suspects(self, gist: Gist, document: Document) -> Iterator[int]:
        """Yield the numbers of the blocks in which a word stands twice that should not."""
        words = gist.words
        doubled = chain(
            compress(count(), map(eq, words, islice(words, 1, None))),
            (start for start, _, _ in gist.repeats.find(PHRASES, PHRASES)),
        )
        for number in gist.blocks_of(number for number in doubled if NO_WORD not in words[number]):
            text = gist.blocks[number]
            if (
                not document.may_be_spared
                or any(
                    self._may_be_slip(text, document.lang, match[1], match[2], match.span())
                    for match in DOUBLED.finditer(text)
                )
                or any(_is_doubled_phrase(match, document.lang) for match in DOUBLED_PHRASE.finditer(text))
                or any(map(_is_gloss, GLOSS.finditer(text)))
            ):
                yield number

    def _is_slip(self, segment: Segment, first: str, second: str, span: tuple[int, int]) -> bool:
        if not self._may_be_slip(segment.text, segment.lang, first, second, span):
            return False
        start, end = span
        is_marked_up = not segment.prose.is_editable(start, end) and "\n" not in segment.text[start:end]
        if is_marked_up and first[0].isupper() and first == second:
            return False  # the title of a link, and a sentence about what it names
        return first.lower() in ARTICLES or not _is_term(segment, first, second, start, end)

    def _may_be_slip(self, text: str, lang: str, first: str, second: str, span: tuple[int, int]) -> bool:
        """Whether it is one but for what only the source shows."""
        word, lang = first.lower(), lang.partition("-")[0].lower()
        is_small = is_small_word(word, lang)
        is_acronym = len(word) > 2 and first.isupper() and len(set(word)) > 1
        is_proper = is_brand(word) or (is_acronym and not is_emphasis(word, lang))
        if word in self.options.allow or (may_double(word, lang) and not is_proper):
            return False
        if not (is_small or is_acronym or VOWEL.search(word)):
            return False
        start, end = span
        before, behind = text[max(0, start - 80) : start], text[end : end + len(word) + 8]
        if first != second and not (is_small and second.islower() and SENTENCE_START.search(before)):
            return False
        previous, following = PREVIOUS_WORD.search(before), NEXT_WORD.match(behind)
        if (previous and previous[1] == first) or (following and following[1] == second):
            return False  # three times: repetition-loop
        if QUOTE.match(before[-1:]) and END_OF_QUOTE.match(behind):
            return False
        if "\n" in text[start:end]:
            line = before.rpartition("\n")[2]
            if not line.strip() or line.startswith(COMMENT):
                return False  # two lines, one of them nothing but the word, or a comment in code
        if previous and belongs_to_verb(word, previous[1].lower()):
            return False
        return not (word == "is" and WH_WORD.search(before))


def _hit(match: re.Match[str], once: str) -> Hit:
    message = f"“{once}” stands twice, as where two chunks of a translation meet: delete one"
    return Hit(match.start(), match.end(), message, (once,), once)


def _is_doubled_phrase(match: re.Match[str], lang: str) -> bool:
    """Whether two or three words stand twice by mistake."""
    phrase, lang = match["phrase"], lang.partition("-")[0].lower()
    words = phrase.lower().split()
    small = [is_small_word(word, lang) or is_emphasis(word, lang) or not word.isalpha() for word in words]
    is_name = all(word[0].isupper() for word in phrase.split()) and not any(map(is_brand, words))
    if is_name or len(set(words)) == 1 or not is_phrase_slip(words, small, lang):
        return False
    text, (start, end) = match.string, match.span()
    before, behind = text[max(0, start - 80) : start], text[end : end + 80]
    previous, following = PREVIOUS_WORD.search(before), NEXT_WORD.match(behind)
    goes_on = following is not None and following[1].lower() == words[0]
    if (goes_on and (small[-1] or len(words) == 2)) or (previous and previous[1].lower() == words[-1]):
        return False  # a loop, or a word that is linked to itself over and over
    return not ("\n" in match[0] and not before.rpartition("\n")[2].strip())  # two lines


def _is_gloss(match: re.Match[str]) -> bool:
    """Whether a word is explained by itself, and not a long name by its last words ("Ada Bay (Bay)")."""
    once = match["once"]
    previous = PREVIOUS_WORD.search(match.string[max(0, match.start() - 80) : match.start()])
    return len(once) > 2 and not (once[0].isupper() and previous is not None and previous[1][0].isupper())


def _is_in_text(match: re.Match[str], segment: Segment) -> bool:
    """Whether words stand in running text, without markup: not a title, a cell, a term with its link."""
    is_all = match[0] == segment.text.strip()
    return (
        not is_all
        and segment.role not in ("heading", "cell")
        and segment.prose.is_editable(match.start(), match.end())
    )


def _is_linked(match: re.Match[str], segment: Segment) -> bool:
    """Whether a link begins where a phrase begins anew: the phrase may be its title."""
    source = segment.prose.source.text
    again = segment.prose.to_source(match.start(), match.end()).end - len(match["phrase"])
    return source[again - 1 : again] == "["


def _is_term(segment: Segment, first: str, second: str, start: int, end: int) -> bool:
    """Whether one of the two alone is marked up, as the name of a parameter or a key is."""
    source, span = segment.prose.source.text, segment.prose.to_source(start, end)
    after_first, before_second = span.start + len(first), span.end - len(second) - 1
    return (
        source[span.start - 1 : span.start] in MARKS and source[after_first : after_first + 1] in MARKS
    ) or (source[before_second : before_second + 1] in OPENERS and source[span.end : span.end + 1] in CLOSERS)


def _is_repeated_noun(word: str, match: re.Match[str], segment: Segment, document: Document) -> bool:
    """Whether a capitalised word stands twice by mistake.

    Two names meet in right text too: a town and what is named after it, the last word of a headline and the
    first of the text. So it has to be a word of the language or a product (DataPort), and not the first of a
    sentence behind another; where nouns have capitals, nothing tells the two apart. And a double name is
    never used alone.
    """
    # A list of words that few files need.
    from stetlint.language.known import known
    from stetlint.language.names import CAPITALISED_NOUNS

    if is_brand(word):
        return True
    if word[1:].islower() and segment.lang.partition("-")[0].lower() not in CAPITALISED_NOUNS:
        before = segment.text[max(0, match.start() - 80) : match.start()]
        if known(word).is_name or (before.strip() and SENTENCE_START.search(before)):
            return False
    text = document.source.text
    return text.lower().count(word.lower()) >= 3 * text.count(f"{word} {word}")
