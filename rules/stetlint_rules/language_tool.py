"""What LanguageTool finds, in stet's report.

What it finds: the grammar, spelling, punctuation and style alarms of a LanguageTool server, at their exact
place, each with the id of LanguageTool's rule.

Why: an editor who uses LanguageTool anyway reads one report. It runs only where its id is selected: it needs
Java and some seconds to start, and it is less certain than stet's own rules.

Not reported: spelling alarms on words with a capital and on words that stet knows as names; a small letter at
the start of a heading, a cell or another block; what touches inline code, an image or another part that is no
prose; what overlaps a finding of another rule of stet.

Which LanguageTool: a server that runs, a folder that holds it, or what the package language-tool-python
has (the extra "languagetool"). Nothing is downloaded unless "download" says so. A server that stet starts
serves the whole run, is seen by this machine only, and is stopped at the end. Text is sent to nobody else
than the server that is named.

Languages: those that the server knows. The language of a text is what stet takes it for: "en" has no
spelling, "en-US" and "en-GB" have.

Options:

    server     address of a server that runs: "http://localhost:8081"
    home       folder of LanguageTool, with languagetool-server.jar in it
    download   whether language-tool-python may download LanguageTool where it has none
    select     ids of LanguageTool's categories and rules, nothing else is reported: ["GRAMMAR", "EN_A_VS_AN"]
    ignore     ids of LanguageTool's categories and rules that are not reported
    timeout    seconds that the server may take to start, and to answer one request

A server that stet starts may take 512 MB for its data. The variable _JAVA_OPTIONS=-Xmx1g gives it more, which
many languages in one run need.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple
from unicodedata import normalize

from stetlint import (
    LINE_BREAK,
    OBJECT,
    AtLeast,
    Bad,
    Document,
    DocumentRule,
    Good,
    Hit,
    Pattern,
    Segment,
    Unavailable,
)
from stetlint.document import by_language
from stetlint.language.known import known

if TYPE_CHECKING:
    from stetlint_rules._language_tool_server import Match, Server

# Languages that some release of LanguageTool knows; which of them a server has, it says itself.
LANGUAGES = """ar ast be br ca crh da de el en eo es fa fr ga gl it ja km lt ml nl pl pt ro ru sk sl sr sv
    ta tl uk zh"""
BATCH = 60_000  # code points in one request: about 3 s, and far below what a server takes
BREAK = {"markup": "\n\n", "interpretAs": "\n\n"}  # between segments
NO_PROSE = {"markup": OBJECT, "interpretAs": "_"}  # a word that no rule of LanguageTool says anything about
# Same length, so that offsets stay: a wrapped line is a blank, and a line break that readers see is one.
PLAIN = {ord("\n"): " ", ord(LINE_BREAK): "\n"}
# The ids of LanguageTool's dictionaries of all languages, and of rules that call foreign letters wrong.
# The other rules of its category TYPOS know what they say.
SPELLER = Pattern(
    "MORFOLOGIK_|HUNSPELL_|SPELL(?:ER|ING)_RULE|MULTITOKEN_SPELLING|DIACRITICS_REPLACE|LIGATURES"
)
SMALL_START = "UPPERCASE_SENTENCE_START"  # a cell, a term or a heading is no sentence
WORD = Pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Options(NamedTuple):
    """Options of language-tool."""

    server: str = ""
    home: str = ""
    download: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    timeout: Annotated[float, AtLeast(0.1)] = 60.0


class LanguageTool(DocumentRule):
    """What a LanguageTool server reports."""

    id = "language-tool"
    mqm = "linguistic-conventions/grammar"
    is_default = False
    is_external = True
    languages = frozenset(LANGUAGES.split())
    Options = Options
    good = (
        "This is a short and correct sentence.",
        "Run `an` once, then call `go` and wait for a `it`.",
        Good("Mrs Trzebiatowska travelled to Kostomuksha with Tokayev.", lang="en-US"),
    )
    bad = (
        Bad("😀 He go home.", "go"),
        Bad("Tom &amp; I saw\r\na **error** in it.", "a"),
        Bad("We recieved a letter from Trzebiatowska.", "recieved", lang="en-US"),
        Bad("He go home. This is a error.", "a", options={"select": ["EN_A_VS_AN"]}),
        Bad("He go home. This is a error.", "a", options={"ignore": ["GRAMMAR"]}),
    )

    # No trigger: LanguageTool may find something in any text.

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        server = self._server()
        for lang, segments in by_language(document.segments).items():
            code = _code(server, lang)
            if code is None:
                if lang != document.lang:
                    continue
                codes = ", ".join(sorted(set(server.languages.values())))
                raise Unavailable(
                    f"the server does not know the language {lang}, only {codes}: add it there, or ignore "
                    f"{self.id} for these files"
                )
            self._check_ids(server, code)
            for batch in _batches(segments):
                yield from self._hits(batch, server.check(_annotated(batch), self._settings(code)))

    def version(self) -> str:
        return self._server().version

    def close(self) -> None:
        from stetlint_rules import _language_tool_server

        _language_tool_server.close()

    def _server(self) -> Server:
        from stetlint_rules import _language_tool_server

        options: Options = self.options
        return _language_tool_server.connect(options.server, options.home, options.download, options.timeout)

    def _settings(self, code: str) -> dict[str, str]:
        # An id is given as a rule and as a category: LanguageTool passes over the one that it is not. What is
        # selected may be off by default; that nothing else is reported is seen to here, because LanguageTool
        # takes no notice of categories where it is to run the given rules only.
        select, ignore = ",".join(self.options.select), ",".join(self.options.ignore)
        settings = {"language": code}
        if select:
            settings |= {"enabledRules": select, "enabledCategories": select}
        if ignore:
            settings |= {"disabledRules": ignore, "disabledCategories": ignore}
        return settings

    def _check_ids(self, server: Server, code: str) -> None:
        """Raise Unavailable at an id that LanguageTool would pass over in silence.

        What is ignored may belong to another language, unless it is only written in small letters.
        """
        options: Options = self.options
        if not (options.select or options.ignore):
            return
        ids = server.ids(code)
        unknown = [id for id in options.select if not _is_id(id, ids)]
        unknown += [id for id in options.ignore if not _is_id(id, ids) and _is_id(id.upper(), ids)]
        if unknown:
            raise Unavailable(
                f"LanguageTool has no rule or category {', '.join(unknown)} for {code}: correct select and "
                "ignore in [rules.language-tool] (ids are in capitals, such as GRAMMAR)"
            )

    def _hits(self, batch: Sequence[Segment], matches: Iterable[Match]) -> Iterator[tuple[Segment, Hit]]:
        text = "\n\n".join(segment.text for segment in batch)
        starts = [0]
        for segment in batch:
            starts.append(starts[-1] + len(segment.text) + 2)
        wide = _wide(text)
        for match in matches:
            start, end = _offset(match.offset, wide), _offset(match.offset + match.length, wide)
            number = bisect_right(starts, start) - 1
            if number >= len(batch) or start < 0:
                continue
            segment, start, end = batch[number], start - starts[number], end - starts[number]
            if start < end <= len(segment.text) and not self._is_dropped(segment.text, start, end, match):
                message = f"{match.message} (LanguageTool: {match.rule})"
                yield segment, Hit(start, end, message, match.suggestions)

    def _is_dropped(self, text: str, start: int, end: int, match: Match) -> bool:
        options: Options = self.options
        ids = {match.rule, match.category}
        if not ids.isdisjoint(options.ignore) or (options.select and ids.isdisjoint(options.select)):
            return True
        if OBJECT in text[max(0, start - 2) : end + 2]:  # beside it, or with a blank between: a `x`
            return True
        if start == 0 and match.rule == SMALL_START:
            return True
        return bool(SPELLER.search(match.rule)) and self._is_vain(text[start:end], match.suggestions)

    def _is_vain(self, text: str, suggestions: Iterable[str]) -> bool:
        """Whether a spelling alarm is about names, or about how diacritics are encoded."""
        if normalize("NFC", text) in suggestions:
            return True
        words = WORD.findall(text)
        return bool(words) and all(word != word.lower() or self._is_name(word) for word in words)

    def _is_name(self, word: str) -> bool:
        found = known(word)
        return word in self.house.known or (found.band > 0 and found.is_name)


def _is_id(id: str, ids: Collection[str]) -> bool:
    """Whether an id is among these, or goes on where one ends: EN_COMPOUNDS, EN_COMPOUNDS_CAR_PARK."""
    while id not in ids:
        if id.count("_") < 2:
            return False
        id = id.rpartition("_")[0]
    return True


def _code(server: Server, lang: str) -> str | None:
    """Return the server's code of a language, or of the language without its country; None without either."""
    tag = lang.lower()
    return server.languages.get(tag) or server.languages.get(tag.partition("-")[0])


def _batches(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    """Yield the segments in lists of at most BATCH code points, or of one segment."""
    batch: list[Segment] = []
    size = 0
    for segment in segments:
        if batch and size + len(segment.text) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(segment)
        size += len(segment.text)
    if batch:
        yield batch


def _annotated(batch: Sequence[Segment]) -> Iterator[dict[str, str]]:
    """Yield the segments as LanguageTool's annotations: text, and markup that stands for something else."""
    for i, segment in enumerate(batch):
        if i:
            yield BREAK
        for j, text in enumerate(segment.text.translate(PLAIN).split(OBJECT)):
            if j:
                yield NO_PROSE
            if text:
                yield {"text": text}


def _wide(text: str) -> list[int]:
    """Return where the characters of a text stand that are two UTF-16 units, in UTF-16 units."""
    if not text or max(text) <= "\uffff":
        return []
    found = [at for at, char in enumerate(text) if char > "\uffff"]
    return [at + i for i, at in enumerate(found)]


def _offset(units: int, wide: Sequence[int]) -> int:
    """Return an offset in UTF-16 units as one in code points."""
    return units - bisect_left(wide, units)
