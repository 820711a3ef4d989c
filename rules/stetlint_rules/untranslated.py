"""A sentence that was left in another language.

What it finds: sentences, headings and long cells of tables in another language than the text's declared one:
English in a German page, a Chinese paragraph in an English one. Two dozen languages are told apart by their
function words, those of another script by their letters.

Why: an engine returns a chunk as it came when it fails on it, a language model skips a sentence, and a
translator's tool leaves what nobody has worked on.

A text of which hardly anything was translated is one finding.

Not reported: what stands in quotation marks or brackets, citations, verse and speech in other languages than
English, links, titles, names and terms, licences, code; and texts that declare no language and are not in
English: they want a declaration, not a translation.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

from stetlint import Bad, Document, DocumentRule, Good, Hit, Link, Pattern, Segment
from stetlint.gist import Gist
from stetlint.language.function_words import LANGUAGES, known_as, may_hold_others_than_english
from stetlint.language.identify import (
    NOT_ENGLISH,
    SCRIPT_OF,
    Stretch,
    may_hold_others,
    script_of,
    stretches,
)

OWN_SHARE = 0.1  # of a text that is in its declared language; below, the text as a whole is one finding
# A text that declares nothing is taken for English; below, it is taken wrongly.
ENGLISH_SHARE = 0.3
NAMED_SHARE = 0.7  # where the name of the file gives the other language: README-pt.md
ROLES = frozenset(("paragraph", "heading", "list-item", "cell", "term", "footnote"))
NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian",
    "nb": "Norwegian", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
QUOTED = Pattern(
    r"\"[^\"\u2028]*\"|“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|»[^«»]*«|‘[^‘’]*’|\([^()]*\)|（[^（）]*）|《[^《》]*》"
)
CORNERS = Pattern(r"「[^「」]*」|『[^『』]*』")
# What opens a citation: an emphasis (not bold), a tag, a quotation mark that is not closed in its paragraph.
CITED = Pattern(r"(?:(?<![*\w])\*|(?<![_\w])_|<(?:i|em|q|cite|blockquote)\b[^<>]{0,30}>\s*|[\"“„«])\Z")
# A label of a program, in bold within a sentence.
BOLD = Pattern(r"[^*\n]\*\*\Z")
LABEL = Pattern(r"[^*.!?\n]{1,80}\*\*")
# Code whose fence is broken, and what programs say.
CODE = Pattern(r"\w\(|\w_\w|[={}]|[:;]$|```|^ {2,}\S", 8)  # re.MULTILINE
LEAST_CODE = 4  # signs of it
OUTPUT = Pattern(r"\W*(?:(?:error|fatal|warning)\b.{0,40}:|an error occurred \()", 2)  # re.IGNORECASE
# Speech, and verse: a paragraph that does not end as sentences do. Where people read, they speak French.
SPOKEN = Pattern(r"[\"“„«‘'—–-]|[^\ufffc]*[^.!?…:。！？\"”»)\]]\Z")
LETTERS = Pattern(r"[a-z]+")
LONGEST_QUOTE = 100  # lines that are looked at
QUOTE = Pattern(r"[ \t]*>")
# What begins a box that is no quotation. The name of an error in bold begins its message.
ADMONITION = Pattern(
    r"[ \t>]*(?:[-*+] +)?"
    r"(?:\[!|\*\*(?!\w*[a-z0-9][A-Z]\w*\*\*[ \u00a0]?:)|__|:\w|#|\{|<|[^\w\s\"'“„«‘(>*_\[`-])"
)
LICENCE = Pattern(
    r"licen[cs]ed? |copyright|warrant(?:y|ies)|hereby|all rights reserved|©|redistribut",
    2,  # re.IGNORECASE
)


class Untranslated(DocumentRule):
    """A sentence in another language than the text's."""

    id = "untranslated"
    mqm = "accuracy/untranslated"
    gives_way_to = frozenset(("machine-chatter", "note-to-editor"))
    languages = LANGUAGES | SCRIPT_OF.keys()
    # No trigger: what is another language depends on the file's.
    good = (
        "The song “Die Gedanken sind frei und niemand kann sie verbieten” is old.",
        "[中文](README.zh.md) | [日本語](README.ja.md) | [Русский](README.ru.md)",
        "In Chinese this is 我们走吧, and the sign says 禁止吸烟.",
        "## Überblick\n\nWer mit der Zeit geht, der ist nicht von gestern und auch nicht von heute.",
        Good("Der Fehler „The file is in use by another process and cannot be closed“ tritt auf.", lang="de"),
        Good(
            "Das sagt das Handbuch:\n\n> The file is in use by another process and cannot be closed.",
            lang="de",
        ),
        Good(
            "Das sagt er:\n\n> **FileInUse**: The file is in use by another process, it cannot be closed.",
            lang="de",
        ),
        Good("Siehe [How to read the map of the harbour and what it shows](a.md) für mehr.", lang="de"),
        Good("Смотрите [How to read the map of the harbour (2nd edition) and the coast](a.md).", lang="ru"),
        Good("次に**Select the port to view on the host**をクリックします。", lang="ja"),
        Good("Нажмите **Select the port to view on the host**, затем на лампу.", lang="ru"),
        Good("Wir sahen *The Woman at the End of the Pier and Her Dog*.", lang="de"),
        Good("Das ist frei.\n\nLicensed under the terms of the licence that is in this folder.", lang="de"),
        Good("Программа `ls -l the of and` печатает список (a list of the files that are in it).", lang="ru"),
        Good(
            "Das ist Code: ``` while True:\nif this_is(x):\n  for y in the_list:\n    return that", lang="de"
        ),
        Good(
            "Die Zeile lautet so.\n\nError in line 5: the file is not there and it cannot be opened.",
            lang="de",
        ),
        Good("Овој фар ги води бродовите. Ако нема светлина, тие не можат да влезат во него.", lang="mk"),
        Good("Гэты маяк вядзе караблі. Калі няма святла, яны не могуць увайсці ў гавань.", lang="be"),
        Good("次の Open Source Software Conference for the Web and Cloud に行きます。", lang="ja"),
    )
    bad = (
        Bad(
            "Öffnen Sie die Datei. The file must be closed before you can open another one.",
            "The file must be closed before you can open another one.",
            lang="de",
        ),
        Bad(
            "Voici la carte que nous avons faite.\n\n- Draw the `coast` first. That is what the ships need.",
            "Draw the `coast` first. That is what the ships need.",
            lang="fr",
        ),
        Bad(
            "> [!NOTE]\n> The harbour is closed when **there is** fog.\n\nDas gilt auch für die Fähre.",
            "The harbour is closed when **there is** fog.",
            lang="de",
        ),
        Bad(
            "The harbour is closed in winter. Wenn es Nebel gibt, fahren die Fähren nicht und das ist gut.",
            "Wenn es Nebel gibt, fahren die Fähren nicht und das ist gut.",
        ),
        Bad(
            "The lamp is lit at dusk. 灯塔的灯在黄昏时点亮，而且整夜不会熄灭。",
            "灯塔的灯在黄昏时点亮，而且整夜不会熄灭。",
        ),
        Bad(
            "The lamp is lit at dusk. Маяк горит до утра, и это видно всем, кто не спит.",
            "Маяк горит до утра, и это видно всем, кто не спит.",
        ),
        Bad(
            "Маяк горит. The lamp is lit at dusk and burns until the morning.",
            "The lamp is lit at dusk and burns until the morning.",
            lang="ru",
        ),
        Bad(
            "灯台は `lamp` for the ships that come into the harbour を照らします。",
            "for the ships that come into the harbour",
            lang="ja",
        ),
        Bad("灯台は光ります。我们没有看到这些船从港口出来。", "我们没有看到这些船从港口出来。", lang="ja"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        # Where there are neither words nor letters of another language than English, all is English: if that
        # is not the declared language, the declaration is wrong.
        if not may_hold_others_than_english(document.gist.vocabulary) and not document.gist.has(NOT_ENGLISH):
            return
        if document.may_be_spared and document.is_container:  # its gist has the segments as they are
            numbers = _with_others(document.gist, document.lang)
            suspects = [document.segments[number] for number in numbers]
        elif document.may_be_spared and not any(True for _ in _with_others(document.gist, document.lang)):
            return
        else:
            suspects = document.segments
        parts = {id(segment): _parts_of(segment, document) for segment in suspects}
        found = [
            (segment, part)
            for segment in suspects
            for part in parts[id(segment)]
            if part.lang not in ("", known_as(segment.lang))
        ]
        if not found:
            return
        if known_as(document.lang) == "en":
            name = LETTERS.findall(document.source.path.lower().rpartition("/")[2])
            least = NAMED_SHARE if any(part.lang in name for _, part in found) else ENGLISH_SHARE
            if not _has_share(document, parts, found, least):
                return
        elif not _has_share(document, parts, found, OWN_SHARE):
            yield _whole(document, found)
            return
        for segment, part in found:
            if not _is_meant(segment, part):
                other, own = _names(part.lang, segment.lang)
                message = f"{other} in a text that is declared as {own}: this was left out, translate it"
                yield segment, Hit(part.start, part.end, message)


def _whole(document: Document, found: list[tuple[Segment, Stretch]]) -> tuple[Segment, Hit]:
    """Return one hit from the first to the last sentence in another language."""
    (first, start), (last, end) = found[0], found[-1]
    other, own = _names(start.lang, document.lang)
    message = f"hardly anything of this text, declared as {own}, was translated: it is {other} from here on"
    return document.raw, Hit(
        first.prose.to_source(start.start, start.end).start,
        last.prose.to_source(end.start, end.end).end,
        message,
    )


def _names(*langs: str) -> list[str]:
    return [NAMES.get(known_as(lang), lang) for lang in langs]


def _has_share(
    document: Document,
    parts: Mapping[int, list[Stretch]],
    found: list[tuple[Segment, Stretch]],
    least: float,
) -> bool:
    """Whether a share of what is in its own or another language is in its own.

    ``parts`` are those of segments that are known, by their ids.
    """
    own_size, other_size = 0, sum(part.size for _, part in found)
    for segment in document.segments:
        own = known_as(segment.lang)
        mine = parts.get(id(segment))
        mine = _parts_of(segment, document) if mine is None else mine
        own_size += sum(part.size for part in mine if part.lang == own)
        if own_size / (own_size + other_size) >= least:
            return True
    return False


def _with_others(gist: Gist, lang: str) -> Iterator[int]:
    """Yield the numbers of the blocks in which there is a sentence in another language."""
    usual = ("", known_as(lang))
    for number in may_hold_others(gist, lang):
        parts = _parts(_unquoted(gist.blocks[number], lang), lang)
        if any(part.lang not in usual for part in parts):
            yield number


def _parts_of(segment: Segment, document: Document) -> list[Stretch]:
    """Return the stretches of a segment, none where it is not looked at."""
    if segment.role not in ROLES or not script_of(segment.lang):
        return []
    text = _unquoted(segment.text, segment.lang)
    parts = _parts(text, segment.lang)
    if any(part.lang not in ("", known_as(segment.lang)) for part in parts):
        parts = _parts(_without_links(text, segment, document.links), segment.lang)
    return parts


def _unquoted(text: str, lang: str) -> str:
    """Return the text with what is quoted or bracketed blanked out, of the same length."""
    text = QUOTED.sub(lambda match: "\ufffc" * len(match[0]), text)
    if script_of(lang) == "CJK":
        text = CORNERS.sub(lambda match: "\ufffc" * len(match[0]), text)
    return text


def _without_links(text: str, segment: Segment, links: list[Link]) -> str:
    """Return the text with what links say blanked out: it is the title of the page that they lead to."""
    start, end = segment.prose.to_bytes(0, len(text))
    at = lost = 0
    kept: list[str] = []
    for link in links[bisect_left(links, start, key=lambda link: link.end) :]:
        if link.start >= end or lost > 3:
            break
        here = segment.text.find(link.text, at) if link.text else -1
        if here < 0:
            lost += 1
            continue
        kept += text[at:here], "\ufffc" * len(link.text)
        at = here + len(link.text)
    return "".join((*kept, text[at:]))


def _parts(text: str, lang: str) -> list[Stretch]:
    """Return the stretches of a text; those in the same other language, one behind the other, as one."""
    own = known_as(lang)
    parts = list(stretches(text, lang))
    for order in (range(1, len(parts)), range(len(parts) - 2, -1, -1)):
        for i in order:
            near = parts[i - order.step]
            # A short sentence goes with the one before or behind it.
            if not parts[i].lang and near.lang not in ("", own) and parts[i].hint == near.lang:
                parts[i] = parts[i]._replace(lang=near.lang)
    merged: list[Stretch] = []
    for part in parts:
        if merged and part.lang not in ("", own) and merged[-1].lang == part.lang:
            before = merged.pop()
            part = Stretch(before.start, part.end, before.size + part.size, part.lang)
        merged.append(part)
    return merged


@lru_cache(maxsize=1)  # it is asked for each stretch of a text
def _speaks_law(text: str) -> bool:
    return LICENCE.search(text) is not None


def _is_meant(segment: Segment, part: Stretch) -> bool:
    """Whether the stretch is a licence, code, what a program or a person says, or set as a citation."""
    text = segment.text
    if _speaks_law(text) or OUTPUT.match(text, part.start):
        return True
    if sum(1 for _ in islice(CODE.finditer(text, part.start, part.end), LEAST_CODE)) == LEAST_CODE:
        return True
    is_spoken = part.lang != "en" and script_of(part.lang) == "Latin" and segment.role == "paragraph"
    if is_spoken and SPOKEN.match(text, part.start, part.end):
        return True
    source = segment.prose.source.text
    span = segment.prose.to_source(part.start, part.end)
    before = source[max(span.start - 40, 0) : span.start]
    if CITED.search(before):
        return True
    label = LABEL.match(source, span.start) if part.start and BOLD.search(before) else None
    if label and span.end <= label.end():
        return True
    _, column = segment.prose.source.position(span.start)
    line = span.start - column + 1
    if not QUOTE.match(source, line):
        return False
    for _ in range(LONGEST_QUOTE):
        above = source.rfind("\n", 0, max(line - 1, 0)) + 1
        if above == line or not QUOTE.match(source, above):
            break
        line = above
    return ADMONITION.match(source, line) is None
