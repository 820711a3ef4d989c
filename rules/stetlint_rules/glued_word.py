"""A word that lost the blank between it and a link or words in bold: ``**Start**and``, ``the[guide](a.md)``.

What it finds: in Markdown, a word such as "and", "oder" or "können" that touches what is linked or emphasised
beside it; any other word behind several words or a name of a program, in languages that put no words together
and whose endings are short. The finding covers the word with the mark that it touches.

Why: engines translate what is marked up apart from the words around it, and put it back without the blank;
the blank behind it is lost most of all where the word order changed.

Not reported: endings and parts of words (``**API**s``, ``**vor**aus``): the word has to be one that sentences
are built with, of three letters and more, and what is bold has a capital or several words; languages that put
endings behind words which look the same (Finnish, Turkish, Hungarian, Estonian); code.

Measured: 0.002 findings per 1,000 words of documentation written by people, each of them a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.language.coverage import Coverage
from stetlint.language.raw import LETTERS, SMALL_LETTERS
from stetlint.language.sentences import CONTINUING, continuing

WORD = r"(?P<word>[^\W\d_]{1,20})"
PHRASE = Pattern(r"[\s_:.\d]|\w-\w|[a-z][A-Z]")
# How many letters a word has at least that is no ending, in languages that do not compound.
LEAST = dict.fromkeys("ca el en es fr id it ms pt ro".split(), 4)
LEAST |= dict.fromkeys("bg bs cs hr pl ru sk sl sr uk".split(), 6) | {"vi": 2}
# German verbs that stand behind what they are done to; a compound has no such part.
VERBS = frozenset(
    "klicken wählen auswählen ausgewählt öffnen drücken aktivieren deaktivieren angezeigt eingeben eingegeben"
    " verwenden verwendet festlegen festgelegt beschrieben finden enthält enthalten ausführen bearbeiten"
    " hinzufügen".split()
)
# Words of one letter that no word ends in.
ONE_LETTER = {"es": "y", "it": "e", "pt": "e"}
BOLD = r"(?=[^\W_a-zß-ÿа-я]|[^*\n` ]{1,40} )[^*\s`][^*\n`]{3,80}(?<=\w)"  # a capital or several words
TARGET = r"(?:https?://|\.{0,2}/|\#|[\w-]+\.)[^()\s]{1,300}"
LINK = rf"\[[^\[\]\n`]{{3,120}}\]\({TARGET}"
BEHIND = Pattern(
    rf"(?:(?<![*\\\w])(?P<mark>\*{{1,3}}){BOLD}(?P<found>(?P=mark){WORD})(?![\w*_'’-])"
    rf"|(?<!!){LINK}(?P<at_link>\)(?P<next>[^\W\d_]{{2,20}}))(?![\w*_'’-]))"
)
BEFORE = Pattern(
    rf"(?<![\w*\\.@#$/'’\])-])(?P<found>{WORD}(?:\[(?=[^\[\]\n`]{{3,120}}\]\({TARGET}\))"
    rf"|(?P<mark>\*{{2,3}})(?={BOLD}(?P=mark)(?![\w*]))))"
)


class GluedWord(DocumentRule):
    """A word that touches a link or words in bold."""

    id = "glued-word"
    mqm = "linguistic-conventions/punctuation"
    languages = (frozenset(CONTINUING) | frozenset(LEAST)) - {"et", "fi", "hu", "tr"}
    trigger = rf"[*)][{SMALL_LETTERS}]{{2}}|\*\*[ey] |[{LETTERS}]{{3}}(?:\*\*|\[)[{LETTERS}#]"
    good = (
        "The **API**s, **un**believable, [pods](a.md)s and **Data**set; see **Start** and [it](a.md).",
        "`the[Guide](a.md)` and **Start**-and-stop, f(x)and y, the[0](a), \\*\\*Start**and",
        "Some [data sets](a.md)s, **Big Data**s, **Py**thon and Install**Aware**.",
        Good("В [Google Cloud](a.md)ом и [файлах](b.md)ми.", lang="ru"),
        Good("Das ist **vor**aus, **mit**ein**ander** und die **Entwickler**innen.", lang="de"),
        Good("Kullanıcı **Docker**ile ve [sayfa](a.md)dan gelir.", lang="tr"),
    )
    bad = (
        Bad(
            "Click **Start**and read [the guide](a.md)with care.",
            "**and",
            ")with",
            fixed="Click **Start** and read [the guide](a.md) with care.",
        ),
        Bad(
            "Read the[Harbour guide](https://example.org/a) first.",
            "the[",
            fixed="Read the [Harbour guide](https://example.org/a) first.",
        ),
        Bad(
            "Klicken Sie auf**Start** und wählen Sie **Turm**aus. [Hier](a.md)können Sie lesen.",
            "auf**",
            "**aus",
            ")können",
            fixed="Klicken Sie auf **Start** und wählen Sie **Turm** aus. [Hier](a.md) können Sie lesen.",
            lang="de",
        ),
        Bad(
            "Scegli **Nome server**immettere e **Apri**e poi.",
            "**immettere",
            "**e",
            fixed="Scegli **Nome server** immettere e **Apri** e poi.",
            lang="it",
        ),
        Bad("Xem [trang này](a.md)khác.", ")khác", fixed="Xem [trang này](a.md) khác.", lang="vi"),
        Bad("Откройте **Маяк**или [порт](a.md)для судов.", "**или", ")для", lang="ru",
            fixed="Откройте **Маяк** или [порт](a.md) для судов."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        raw = document.raw
        found = [
            hit
            for line in document.source.lines_with(self.trigger)
            for pattern in (BEHIND, BEFORE)
            for match in pattern.finditer(raw.text, *line)
            if (hit := _hit(match, document.lang.partition("-")[0].lower()))
        ]
        if found:
            coverage = Coverage(document)
            yield from (
                (raw, hit) for hit in found if coverage.is_prose(hit.start) or coverage.is_prose(hit.end - 1)
            )


def _hit(match: Match[str], lang: str) -> Hit | None:
    """Return a hit where the word is none that belongs to what it touches."""
    groups = match.groupdict()
    group = "at_link" if groups.get("at_link") else "found"
    word = groups["next"] if group == "at_link" else groups["word"]
    is_behind = "next" in groups
    marked = match[0].partition("](")[0] if group == "at_link" else match[0].rpartition(match[group])[0]
    if is_behind:
        is_word = word.islower() and _is_word(word, marked.strip("*["), lang)
    else:
        is_word = len(word) > 2 and (
            word.lower() in continuing(lang) or (word.islower() and _is_whole(word, lang))
        )
    if not is_word:
        return None
    start, end = match.span(group)
    mark = match[group].replace(word, "")
    written = f"{mark} {word}" if is_behind else f"{word} {mark}"
    return Hit(start, end, f"a blank is missing beside “{word}”: put it back", (written,), written, True)


def _is_word(word: str, marked: str, lang: str) -> bool:
    """Whether a word behind marked words is one of its own."""
    if len(word) == 1:
        following = ONE_LETTER.get(lang) == word
        return following and marked[:1].isupper()
    is_phrase = PHRASE.search(marked) is not None
    if word in continuing(lang):
        return len(word) > 2 or is_phrase
    if lang == "de" and word in VERBS:
        return True
    return is_phrase and len(word) >= LEAST.get(lang, 99)


def _is_whole(word: str, lang: str) -> bool:
    """Whether a word in front of marked ones is whole, and no first part of another."""
    return lang == "vi" or (lang in ("bg", "ru", "uk") and len(word) > 6 and word[-1] != "о")
