"""A paragraph that stops in the middle of a sentence.

What it finds: a paragraph without a mark at its end whose last word ends no sentence of its language (an
article, a conjunction, a preposition that needs a noun); and a paragraph with any last word, the last of the
text or a long one, where nearly all the others end with a mark. The last word is reported.

Why: a language model stops where its output is full, an engine drops what is behind the end of a chunk.

Not reported: headings, items of lists, cells; a paragraph that a list, code, a table or a picture follows,
or a paragraph that goes on in small letters; verse, short lines; emphasised captions, but for words that end
no sentence; texts that leave marks out.
"""

from __future__ import annotations

from collections.abc import Iterator

from stetlint import LINE_BREAK, Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.language.function_words import DANGLING, SAME, dangling, known_as
from stetlint.language.patterns import compiled
from stetlint.language.raw import SMALL_LETTERS

LEAST_WORDS = 8
MANY_WORDS = 18  # of a paragraph that ends with any word
# How many of the text's other paragraphs end with a mark at least, where one ends with a word that ends no
# sentence; where the last one ends with any word, and how many are before it; where one within the text does.
ENDING = 0.5
LAST_ENDING, LAST_PARAGRAPHS = 0.9, 4
INNER_ENDING, INNER_PARAGRAPHS = 0.985, 12
MESSAGE = "the paragraph stops without a mark, where the others have one: its end is lost, or a full stop is"
LAST_WORD = Pattern(r"(?<![\w.'’-])[^\W\d_]+(?:['’][^\W\d_]+)*\Z")
END_MARK = Pattern(r"[.!?…:;。！？：；][\"'”’»)\]）」』*_]{0,3}\Z")
MARKUP = r"(?:[*_]{1,3}|</?\w+>)?"
# What stands behind a paragraph that is over: the end of the text, or a heading or a paragraph.
OVER = Pattern(rf"{MARKUP}(?:[ \t]*\r?\n(?:[ \t>]*\r?\n)+[ \t>]*(?:#{{1,6}} |[^\W\d_a-z])|\s*\Z)")
EMPHASIS = "*_"
LAST_OPEN = Pattern(rf"[^\W\d_]{MARKUP}\Z")
# A last block that is no paragraph: a heading, an item, a table, HTML, the addresses of links.
NO_PARAGRAPH = Pattern(r"[ \t>]*(?:#|\||<|[-*+][ \t]|\d+[.)]|\[[^\]\n]+\]:|```|~~~|\s*\Z)")
# A line that ends with a letter, in front of a heading or a paragraph; it is no heading or item itself (RE2).
LINE_OPEN = (
    rf"(?m:^[ \t>]*(?:[^#|\s>*+<\d-]|\*[^ ]|-[^ ]|\d[^.)])[^\n]*[{SMALL_LETTERS}]{MARKUP}[ \t]*\r?\n)"
    r"(?:[ \t>]*\r?\n)+[ \t>]*(?:#{1,6} |[A-Z]|[^\x00-\x7f])"
)


class Truncated(DocumentRule):
    """A paragraph that stops in the middle."""

    id = "truncated"
    mqm = "accuracy/omission"
    languages = frozenset((*DANGLING, *SAME))
    # Any letter at the end of a paragraph.
    trigger = rf"[{SMALL_LETTERS}]{MARKUP}[ \t]*(?:\r?\n[ \t>]*\r?\n|\s*\z)"
    good = (
        "This is what the keepers of the lamp come from.\n\nHe went to the house that he was looking for",
        "To light the lamp at the top of the tower, run the\n\n```\nlamp on\n```",
        "The keepers of the lamp come from the north and the\n\n- south\n- west",
        "# The keepers of the lamp in the tower and the\n\nThey came in 1890.",
        "The tower of the lamp and of the\n\nkeepers stands on a rock in the sea.",
        "It is here.\n\nSo are they.\n\nThe keepers of the lamp in the tower write it into the file log.txt",
        "It is here, and all of them saw the sea.\n\n" * 3
        + "*The keepers of the lamp in the tower wrote all of it by hand*",
        Good("Das ist der Turm, den alle in der Stadt kennen, und so war es immer, ich weiß das", lang="de"),
    )
    bad = (
        Bad(
            "The keepers of the lamp came from the\n\nIn the spring the ships went out to sea.",
            "the",
        ),
        Bad(
            "Die Wärter kamen aus dem Norden, weil sie hier Arbeit fanden und\n\nIm Mai fuhren sie.",
            "und",
            lang="de",
        ),
        Bad("Смотрители маяка пришли с севера, потому что здесь была работа и", "и", lang="ru"),
        Bad(
            "One is here.\n\nThree are there.\n\nFour of them went.\n\n".replace(
                ".", " and all of them saw the sea."
            )
            + "The keepers of the lamp saw the sea.\n\nIn the morning all of the ships came back to the harb",
            "harb",
        ),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        if document.is_container and not compiled(self.trigger).search(document.source.data):
            return  # fields end with a quotation mark or a tag
        if document.may_be_spared and not _may_be_truncated(document):
            return
        paragraphs = [
            s for s in document.segments if s.role == "paragraph" and _has_words(s.text, LEAST_WORDS)
        ]
        ending = sum(END_MARK.search(s.text, max(len(s.text) - 4, 0)) is not None for s in paragraphs)
        for segment in paragraphs:
            start, end = _last_word(segment)
            if start == end or LINE_BREAK in segment.text:  # verse
                continue
            source = segment.prose.source.text
            behind = segment.prose.to_source(start, end).end
            word = segment.text[start:end]
            if not OVER.match(source, behind):
                continue
            others = len(paragraphs) - 1
            if word in dangling(segment.lang):
                if ending >= ENDING * others:
                    message = f"“{word}” ends no sentence: the rest of the paragraph is lost"
                    yield segment, Hit(start, end, message)
            elif source.startswith(tuple(EMPHASIS), behind) and segment.is_behind(EMPHASIS):
                continue  # a caption, or who wrote it
            elif segment is document.segments[-1]:
                if ending >= max(LAST_ENDING * others, LAST_PARAGRAPHS):
                    yield segment, Hit(start, end, MESSAGE)
            elif not _has_words(segment.text, MANY_WORDS):
                continue
            elif ending >= max(INNER_ENDING * others, INNER_PARAGRAPHS):
                yield segment, Hit(start, end, MESSAGE)


def _may_be_truncated(document: Document) -> bool:
    """Whether a block ends with a word that ends no sentence, or a long one or the last one with any word."""
    words = "|".join(dangling(document.lang))
    source = document.source
    end = len(source.text.rstrip())
    blank_line = max(source.text.rfind("\n\n", 0, end), source.text.rfind("\n\r\n", 0, end))
    last = source.text[blank_line + 1 : end].strip()
    return bool(
        (words != "" and document.gist.has(rf"[^\pL\pN_'’-](?:{words})\s*\x1e"))
        or (LAST_OPEN.search(last) and not NO_PARAGRAPH.match(last) and _has_words(last, LEAST_WORDS))
        or any(
            _has_words(source.data[max(0, source.data.rfind(b"\n\n", 0, start)) : end].decode(), MANY_WORDS)
            for start, end in (match.span() for match in compiled(LINE_OPEN).finditer(source.data))
        )
    )


def _has_words(text: str, number: int) -> bool:
    return len(text.split(None, number)) >= number


def _last_word(segment: Segment) -> tuple[int, int]:
    """Return where the last word stands; an empty range where it is a name or there is none."""
    text = segment.text
    end = len(text.rstrip())
    if not text[end - 1 : end].islower():
        return end, end
    last = LAST_WORD.search(text, max(end - 40, 0), end)
    is_name = last and last[0][0].isupper() and known_as(segment.lang) != "de"
    return last.span() if last and not is_name else (end, end)
