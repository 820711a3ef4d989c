"""A word that lost the blank between it and a link or words in bold: ``**Start**and``, ``the[guide](a.md)``.

What it finds: in Markdown, a word such as "and", "oder" or "können" that touches what is linked or emphasised
beside it. The finding covers the word with the mark that it touches.

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

WORD = r"(?P<word>[^\W\d_]{3,14})"
BOLD = r"(?=[^\W_a-zß-ÿа-я]|[^*\n` ]{1,40} )[^*\s`][^*\n`]{3,80}(?<=\w)"  # a capital or several words
TARGET = r"(?:https?://|\.{0,2}/|\#|[\w-]+\.)[^()\s]{1,300}"
LINK = rf"\[[^\[\]\n`]{{3,120}}\]\({TARGET}"
BEHIND = Pattern(
    rf"(?:(?<![*\\\w])(?P<mark>\*{{1,3}}){BOLD}(?P<found>(?P=mark){WORD})(?![\w*_'’-])"
    rf"|(?<!!){LINK}(?P<at_link>\)(?P<next>[^\W\d_]{{3,14}}))(?![\w*_'’-]))"
)
BEFORE = Pattern(
    rf"(?<![\w*\\.@#$/'’\])-])(?P<found>{WORD}(?:\[(?=[^\[\]\n`]{{3,120}}\]\({TARGET}\))"
    rf"|(?P<mark>\*{{2,3}})(?={BOLD}(?P=mark)(?![\w*]))))"
)


class GluedWord(DocumentRule):
    """A word that touches a link or words in bold."""

    id = "glued-word"
    mqm = "linguistic-conventions/punctuation"
    languages = frozenset(CONTINUING) - {"et", "fi", "hu", "tr"}
    trigger = rf"[*)][{SMALL_LETTERS}]{{3}}|[{LETTERS}]{{3}}(?:\*\*|\[)[{LETTERS}]"
    good = (
        "The **API**s, **un**believable, [pods](a.md)s and **Data**set; see **Start** and [it](a.md).",
        "`the[Guide](a.md)` and **Start**-and-stop, f(x)and y, the[0](a), \\*\\*Start**and",
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
        Bad("Откройте **Маяк**или [порт](a.md)для судов.", "**или", ")для", lang="ru",
            fixed="Откройте **Маяк** или [порт](a.md) для судов."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        raw = document.raw
        words = continuing(document.lang)
        found = [
            hit
            for line in document.source.lines_with(self.trigger)
            for pattern in (BEHIND, BEFORE)
            for match in pattern.finditer(raw.text, *line)
            if (hit := _hit(match, words))
        ]
        if found:
            coverage = Coverage(document)
            yield from (
                (raw, hit) for hit in found if coverage.is_prose(hit.start) or coverage.is_prose(hit.end - 1)
            )


def _hit(match: Match[str], words: frozenset[str]) -> Hit | None:
    """Return a hit where the word is one that sentences are built with."""
    groups = match.groupdict()
    group = "at_link" if groups.get("at_link") else "found"
    word = groups["next"] if group == "at_link" else groups["word"]
    is_behind = "next" in groups
    if word.lower() not in words or (is_behind and not word.islower()):
        return None
    start, end = match.span(group)
    mark = match[group].replace(word, "")
    written = f"{mark} {word}" if is_behind else f"{word} {mark}"
    return Hit(start, end, f"a blank is missing beside “{word}”: put it back", (written,), written, True)
