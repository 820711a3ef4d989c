"""A full stop in the middle of a sentence.

What it finds: a full stop behind which the sentence goes on in small letters: "said on the phone.
interview from Almaty". The finding covers the stop, the blank and the next word.

Why: engines translate piece by piece. Where a piece ends inside of a sentence (at a link, a tag, the end
of a line) they close it with a stop, and the rest follows in small letters. A copy editor takes the stop
out or makes it a comma; the next word never gains a capital.

Not reported: abbreviations (etc., z. B., т. е.: tables by language, and a short word that the document
uses like one), initials, numbers, quotations, and words in small letters that may name a program, a file
or a person. Reported are only words that sentences are built with ("and", "because", "oder", "которая"), any
word behind one that ends no sentence ("of the. Harbour"), any word behind "for example" or with
letters that names of programs have not (ş, ж), in English a fragment ("interview from", "buildings.") and in
Romance languages a noun with its complement ("numero di"), if the document nowhere uses the word as code or
to open a sentence. Texts in which many sentences begin with a small letter, as in a chat, are left alone; so
are texts of one-word sentences, languages without a table of such words, without capitals, file names that
a blank has broken, and in German, Dutch and Nordic texts short labels in bold ("**Factuurk. per ident.**").

Measured: 0.008 findings per 1,000 words of documentation written by people, nearly all of them real
slips.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from re import Match

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.language.abbreviations import OF_COMPOUNDS, is_abbreviation
from stetlint.language.function_words import DANGLING, dangling
from stetlint.language.raw import BLANK, LETTERS, MARKUP, SMALL_LETTERS
from stetlint.language.sentences import CONTINUING, GOING_ON, OF, continuing

# The stop and the next word, and the word behind it.
STOP = Pattern(
    r"\.[ \u00a0]*[ \n\u00a0](?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"(?![\w(/@=+&\\'’\u2010-]|[.:][^\s.,;)\]\"”’»])(?=[ \u00a0\n]*(?P<follower>[^\W\d_]*))"
)
# Words that end no sentence. Not those of English in other languages, for its sentences stand in all texts,
# nor those that end one as a pronoun, a particle of a verb ("sie traten ein") or without their noun.
ENDING_SOME = frozenset(
    """
    as con do in no per pour sin so son into than ein eine einen einem einer eines aber am den dem der für
    von qui que mais par au dans leurs un um uma su sua seu cada com af av för naar se že że что по при
    об що
    """.split()
)
ENDLESS = sorted(
    {word for words in DANGLING.values() for word in words.split() if len(word) > 1} - ENDING_SOME
)
BEHIND_ENDLESS = Pattern(
    rf"(?<![\w.&/@#'’\"“„«(*_-])(?P<before>{'|'.join(ENDLESS)})\.[ \n\u00a0]"
    r"(?P<word>[^\W\d_]{2,})(?![\w.(/])"
)
# What stands in front of it: a word, a bracket behind a word, code.
BEFORE = Pattern(
    r"(?:(?<![\w.&/@#'’\\-])(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)|(?<=\w\w)[\])]|\ufffc"
    r"|(?:(?<=\w\w\.)|(?<=[ (,]\.))[a-z]{2,5})\Z",
)
FOR_EXAMPLE = Pattern(
    r"(?i)(?<!\w)(?:for (?:example|instance)|zum beispiel|par exemple|por (?:ejemplo|exemplo)"
    r"|(?:per|ad) esempio|(?:til|for) eksempel|till exempel|na (?:przykład|příklad)|например|наприклад"
    r"|bijvoorbeeld|de exemplu)\Z"
)
# Not. one. more. word!
STACCATO, STACCATO_BEFORE = Pattern(r"\. [^\W\d_A-Z]+[.!]"), Pattern(r"[^\W\d_]\. [^\W\d_A-Z]+\Z")
LONGEST_WORD = 60  # code points looked at in front of a stop
SENTENCE_START = Pattern(r"(?:^|[.!?][\"'”’)]?[ \n])[\"'“‘(]?([^\W\d_])")
PLAIN = Pattern(r"[a-z]{4,}\Z")
FRAGMENT_END = Pattern(r"[.!?：](?:[ \n]|$)")
EXTENSIONS = frozenset(
    "bash conf docx exe html java jpeg json lock nupkg pptx toml webp woff xlsx yaml".split()
)
WORD = Pattern(r"[^\W\d_]+")
WORD_WITH_STOP = Pattern(r"([^\W\d_]+)\.([ \n]+[^\W\d_])?")
IN_CODE = Pattern(r"(?<=[`/_.@])[a-z]{4,}|(?<![^\W_])[a-z]{4,}(?=[`/_(@=-])")
OPENING = Pattern(r"^[a-z]{4,}", 8)  # re.MULTILINE
TERM = "*_["  # in front of a term in bold, or of a link, that a paragraph explains
LONGEST_LABEL = 50  # code points
LONGEST_ABBREVIATION = 6  # letters
SHORTEST = 6  # letters of a word that is no abbreviation which no table has
CHATTY = 3  # sentences that go on in small letters


class SplitSentence(DocumentRule):
    """A full stop in the middle of a sentence."""

    id = "split-sentence"
    mqm = "linguistic-conventions/punctuation"
    languages = frozenset(CONTINUING) | {"no", "nn"}
    # Two letters or no letter, a stop, a blank and a small letter, with markup between; a word that ends
    # no sentence.
    trigger = (
        rf"(?:[{LETTERS}]{MARKUP}*['’-]?{MARKUP}*[{LETTERS}]|[^A-Za-z\s]){MARKUP}*\.{MARKUP}*{BLANK}(?:{BLANK}|>|{MARKUP})*"
        rf"(?:[{SMALL_LETTERS}]|&[a-z]+;|&#)"
        rf"|[ \n\x{{a0}}](?:{'|'.join(ENDLESS)})\.{BLANK}"
    )
    good = (
        "Apples, pears, etc. are fruit. The tool, i.e. the small one, is here.",
        "Run the cluster locally. minikube requires Docker. macOS needs more.",
        "It is a lint. pylint in the editor is another.\n\nInstall `pylint` first.",
        "i don't know. it's odd. but i like it. so there.",
        "See J. R. the second. Vanik A. to the left.",
        "Version 1. the first of many. After every. single. change. This means more.",
        "Open foo.yml. kubectl reads it. - It is small, for example.",
        Good("Vul het veld Klantnr. in en het veld **Factuurk. per btw** of **Synchr.** in.", lang="nl"),
        Good("Nutzen Sie z. B. den Editor bzw. die Konsole usw. auf dem Rechner.", lang="de"),
        Good("Bunu ekleyeceğiz. view'ümüz onu yakalar.", lang="tr"),
        Good("Это так, т. е. в этом году, в 2021 г. и позже.", lang="ru"),
        Good("Rejestracja 5 tys. osób, tzn. w tym roku, np. na stronie.", lang="pl"),
        Good("Los gatos, perros, etc. en EE. UU. de hoy; DER. a IZQ.", lang="es"),
    )
    bad = (
        Bad("He said so on the phone. interview from Almaty.", ". interview"),
        Bad("It led to the burning of cars. buildings. The airport fell.", ". buildings"),
        Bad("The table has been **made.** where a record is kept.", ".** where"),
        Bad("The value is not set for this log. and the next one.", ". and"),
        Bad("It is passed to `open`. where it stays.", ". where"),
        Bad("Open settings.yml. here it begins.", ". here"),
        Bad("* **size** The size of the file. if it is set, the file is kept.", ". if"),
        Bad("They went to the. Harbour of the town.", ". Harbour"),
        Bad("Apples, pears, plums. etc.", ". etc"),
        Bad("The language (for example. fr, de).", ". fr"),
        Bad("They left the two\nvillages.\nbecause of the rain.", ".\nbecause"),
        Bad("Der Wert ist gesetzt. oder er fehlt.", ". oder", lang="de"),
        Bad("Er geht zum. Hafen der Stadt.", ". Hafen", lang="de"),
        Bad("Il valore massimo. numero di copie.", ". numero", lang="it"),
        Bad("Cela mène à la pose d’un cookie. toutefois, il expire.", ". toutefois", lang="fr"),
        Bad("El prefijo se elimina. por ejemplo, en la lista.", ". por", lang="es"),
        Bad("Система требует обновления. значение не задано.", ". значение", lang="ru"),
        Bad("Доступ к системе мирового класса. которая опережает всех.", ". которая", lang="ru"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        found: list[tuple[Segment, Hit]] = []
        words = _Words(document)
        for segment in document.segments_with(self.trigger, _may_split):
            if segment.role != "cell" and segment.text[0].islower() and not segment.is_behind(TERM):
                continue  # its writer begins so
            for match, before in _splits(segment.text, segment.lang):
                start, word = match.start(), match["word"]
                is_sure = _goes_on(match, segment.lang) or _is_no_name(word, segment.lang)
                if (is_sure or words.is_plain(word)) and not (
                    (before and words.is_abbreviation(before)) or _is_in_label(segment, start)
                ):
                    message = (
                        f"a full stop splits the sentence, which goes on with “{word}”: take the stop out or "
                        "make it a comma; the next word keeps its small letter"
                    )
                    hit = Hit(start, match.end(), message, (f" {word}", f", {word}"))
                    found.append((segment, hit))
            for match in _behind_endless(segment.text, segment.lang):
                start, end = match.end("before"), match.end()
                if segment.prose.is_editable(match.start(), end):
                    message = f"a full stop behind “{match['before']}”, which ends no sentence: take it out"
                    found.append((segment, Hit(start, end, message, (f" {match['word']}",))))
        if len(found) < CHATTY or not _is_chatty(document):
            yield from found


def _may_split(text: str, lang: str) -> bool:
    return any(True for _ in chain(_splits(text, lang), _behind_endless(text, lang)))


def _behind_endless(text: str, lang: str) -> Iterator[Match[str]]:
    """Yield the stops behind words that end no sentence, but for those that split one anyway."""
    words = dangling(lang)
    split: set[int] | None = None
    for match in BEHIND_ENDLESS.finditer(text):
        if match["before"] in words and not is_abbreviation(match["before"], lang):
            split = split if split is not None else {found.start() for found, _ in _splits(text, lang)}
            if match.end("before") not in split:
                yield match


def _splits(text: str, lang: str) -> Iterator[tuple[Match[str], str]]:
    """Yield the stops behind which a sentence may go on, each with the word in front of it."""
    for match in STOP.finditer(text):
        start, word = match.start(), match["word"]
        if not word.islower() or STACCATO.match(text, match.end()):
            continue
        if STACCATO_BEFORE.search(text, max(0, start - LONGEST_WORD), start):
            continue
        in_front = BEFORE.search(text, max(0, start - LONGEST_WORD), start)
        if in_front is None:
            continue
        before = in_front["word"] or ""
        if before and (is_abbreviation(before, lang) or (before.isupper() and match["follower"].isupper())):
            continue
        if (
            _goes_on(match, lang)
            or (len(before) >= SHORTEST and _is_no_name(word, lang))
            or (before and _is_fragment(text, lang, match))
        ):
            yield match, before


def _goes_on(match: Match[str], lang: str) -> bool:
    """Whether a sentence goes on behind a stop, in a language or in English (which stands in all texts)."""
    text, start, word = match.string, match.start(), match["word"].replace("’", "'")
    if word in continuing(lang) or word in continuing("en"):
        return True
    return FOR_EXAMPLE.search(text, max(0, start - LONGEST_WORD), start) is not None


def _is_no_name(word: str, lang: str) -> bool:
    """Whether a word in small letters is one of a language: names of programs have no letters but a to z."""
    return not re.split("['’]", word)[0].isascii() and not lang.startswith("en")


def _is_fragment(text: str, lang: str, match: Match[str]) -> bool:
    """Whether no verb follows the word behind the stop, as one does where a name opens a sentence."""
    if not lang.startswith("en"):
        word, behind = match["word"], OF.get(lang.partition("-")[0].lower(), "").split()
        return len(word) >= SHORTEST and word[-1] in "aeos" and match["follower"] in behind
    return match["follower"] in GOING_ON or bool(FRAGMENT_END.match(text, match.end()))


def _is_in_label(segment: Segment, at: int) -> bool:
    """Whether a stop stands in a bold label of a language that shortens words: **Factuurk. per ident.**"""
    if segment.lang.partition("-")[0].lower() not in OF_COMPOUNDS:
        return False
    source = segment.prose.source.text
    stop = segment.prose.to_source(at, at + 1).start
    start = source.rfind("**", max(0, stop - LONGEST_LABEL), stop)
    end = source.find("**", stop, start + LONGEST_LABEL)
    label = source[start + len("**") : end] if start >= 0 and end >= 0 else ""
    return label[:1].isupper() and "\n" not in label


class _Words:
    """How a document uses its words. They are counted when somebody asks, for it takes long."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _all(self) -> Counter[str]:
        return Counter(WORD.findall(self._document.source.text))

    @cached_property
    def _stopped(self) -> tuple[Counter[str], Counter[str]]:
        """The words with a stop, and those behind which it goes on in small letters."""
        stopped = WORD_WITH_STOP.findall(self._document.source.text)
        return Counter(word for word, _ in stopped), Counter(
            word for word, start in stopped if start[-1:].islower()
        )

    @cached_property
    def _names(self) -> set[str]:
        opening = OPENING.findall("\n".join(segment.text for segment in self._document.segments))
        return {*IN_CODE.findall(self._document.source.text), *opening}

    def is_abbreviation(self, word: str) -> bool:
        """Whether a short word always has a stop here, and goes on in small letters more than once."""
        if len(word) > LONGEST_ABBREVIATION:
            return False
        with_stop, going_on = self._stopped
        return going_on[word] > 1 and with_stop[word] == self._all[word]

    def is_plain(self, word: str) -> bool:
        """Whether a word looks like one of the language, and is neither part of code nor opens a sentence."""
        return bool(PLAIN.match(word)) and word not in EXTENSIONS and word not in self._names


def _is_chatty(document: Document) -> bool:
    """Whether a fifth of the sentences begins with a small letter."""
    starts: list[bool] = [
        start.islower()
        for segment in document.segments
        if segment.role == "paragraph"
        for start in SENTENCE_START.findall(segment.text)
    ]
    return 5 * sum(starts) > len(starts)
