"""Map each file to its findings and facts, then reduce the facts of all files.

A single file, standard input and a whole repository take the same way: ``Linter.check`` for each source,
``Linter.finish`` over all results.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from stetlint import readers
from stetlint.catalogue import AnyRule
from stetlint.document import Document, Segment, place_of
from stetlint.finding import Edit, Finding, Hit, Problem, Severity, Spans
from stetlint.language.patterns import Pattern
from stetlint.readers import paths
from stetlint.rule import CorpusRule, DocumentRule, Located, Rule, SegmentRule, Unavailable
from stetlint.source import Source, SourceError, sources
from stetlint.undeclared import language_of

if TYPE_CHECKING:
    from stetlint.config import FileSettings
    from stetlint.suppress import Suppression
    from stetlint.triggers import Triggers


# Where copy stands in fields, these would end the field or begin something else unless they are escaped.
SYNTAX = Pattern(r"""["'&<>\\\n]""")
BATCH = 250_000  # bytes that are checked together, at least
SUPPRESSION = (b"stet", b"Stet", b"STET")  # one of these is in every comment that suppresses


class FileResult(NamedTuple):
    """What the map step makes of one file. It can be pickled."""

    path: str
    findings: list[Finding]
    facts: list[tuple[str, Hashable, Any]]  # rule id, key, fact
    suppressions: list[Suppression]
    problems: list[Problem]
    settings: FileSettings


Part = tuple[Document, FileResult]  # a source, or a part of it, with what becomes of the file


class Report(NamedTuple):
    """All findings, sorted by path and place, and all problems."""

    findings: list[Finding]
    problems: list[Problem]


def document_of(source: Source, settings: FileSettings, format: str) -> Document:
    """Return a source as a document of its language. ``format`` is a key of ``readers.FORMATS``."""
    reader = readers.get(format, settings.fields)
    is_container = format in readers.CONTAINERS
    lang = settings.lang
    if not settings.is_lang_declared:
        lang = reader.declared_language(source) or paths.spoken(source, lang) or ""
        if not (lang or settings.is_lang_named or is_container):
            lang = language_of(source.text)
    gist = getattr(reader, "gist", None)
    return Document(source, lang or settings.lang, reader.read, gist, is_container=is_container)


class Linter:
    """A set of rules with their options, ready to check sources."""

    def __init__(self, rules: Iterable[AnyRule], known: Collection[str] = ()) -> None:
        """``known`` are the ids of all rules that exist, also of those that do not run."""
        self.rules: Mapping[str, AnyRule] = {rule.id: rule for rule in rules}
        self._known = known or self.rules.keys()
        self._waiting: list[Part] = []
        self._size = 0  # of what is waiting, in bytes

    @cached_property
    def _triggers(self) -> Triggers:
        from stetlint.triggers import Triggers

        return Triggers(self.rules.values())

    def check_file(self, path: str, stream: BinaryIO, settings: FileSettings, format: str) -> FileResult:
        """Map one file. ``format`` is a key of ``readers.FORMATS``.

        Raise SourceError where nothing of it can be read.
        """
        result = self.take(path, stream, settings, format)
        self.check_waiting()
        return result

    def check(self, source: Source, settings: FileSettings, format: str) -> FileResult:
        """Map one source. ``format`` is a key of ``readers.FORMATS``."""
        return self.check_document(self.document_of(source, settings, format), settings)

    def check_document(self, document: Document, settings: FileSettings) -> FileResult:
        """Map one source that has been made a document."""
        result = FileResult(document.source.path, [], [], [], [], settings)
        self._check([(document, result)])
        return result

    def take(self, path: str, stream: BinaryIO, settings: FileSettings, format: str) -> FileResult:
        """Read one file, part by part where the format allows it, to be checked together with others.

        The result is to be had once ``check_waiting`` was called. Raise SourceError where nothing of the file
        can be read.
        """
        result = FileResult(path, [], [], [], [], settings)
        errors: list[SourceError] = []
        is_read = False
        for source in sources(path, stream, by_lines=format in readers.BY_LINES):
            if isinstance(source, SourceError):
                errors.append(source)
                continue
            is_read = True
            self._waiting.append((self.document_of(source, settings, format), result))
            self._size += len(source.data)
            if self._size >= BATCH:
                self.check_waiting()
        if not is_read:
            raise errors[0]
        result.problems.extend(Problem(path, error.message, error.line) for error in errors)
        return result

    def check_waiting(self) -> None:
        """Map what was taken."""
        waiting, self._waiting, self._size = self._waiting, [], 0
        self._check(waiting)

    def document_of(self, source: Source, settings: FileSettings, format: str) -> Document:
        """Return a source as a document of its language. ``format`` is a key of ``readers.FORMATS``."""
        return document_of(source, settings, format)

    def _check(self, parts: Sequence[Part]) -> None:
        """Map documents, and add what comes of each to the result of its file.

        It goes rule by rule, not file by file: what a rule needs is then in the caches of the processor for
        all files but the first, and files are small.
        """
        called: dict[str, list[int]] = defaultdict(list)  # which documents a rule is called for
        for number, (document, result) in enumerate(parts):
            try:
                for rule_id in self._candidates(document, result.settings):
                    called[rule_id].append(number)
            except Exception as error:
                result.problems.append(_unreadable(result.path, error))
        found: list[list[Finding]] = [[] for _ in parts]
        for rule_id in sorted(called):
            rule = self.rules[rule_id].ready()
            for number in called[rule_id]:
                self._apply(rule, *parts[number], found[number])
        for (document, result), findings in zip(parts, found, strict=True):
            result.findings.extend(self._without_doubles(findings))
            self._complete(document, result)

    def _candidates(self, document: Document, settings: FileSettings) -> Iterator[str]:
        """Yield the ids of the rules that may fire.

        What is scanned is the file as it is; where copy stands escaped in it, its text as well.
        """
        for rule in self._triggers.matching(document.scanned):
            if rule.id in settings.rules and _holds_for(rule, document):
                yield rule.id

    def _apply(self, rule: Rule, document: Document, result: FileResult, findings: list[Finding]) -> None:
        """Call a rule for a document."""
        try:
            if not rule.suspects(document.scanned):
                return
            if isinstance(rule, CorpusRule):
                result.facts.extend((rule.id, key, fact) for key, fact in rule.collect(document))
            severity = result.settings.severity.get(rule.id, rule.severity)
            for segment, hit in self._hits(rule, document):
                findings.append(to_finding(rule, severity, document, segment, hit))
        except Unavailable as error:
            result.problems.append(Problem("", f"{rule.id}: {error}"))
        except Exception as error:
            result.problems.append(Problem(result.path, f"rule {rule.id} failed: {_described(error)}"))

    def _without_doubles(self, findings: list[Finding]) -> Iterator[Finding]:
        """Yield the findings of a document but for those that give way to one of another rule, which covers
        them."""
        others = {
            rule_id: Spans(f.place.span for f in findings if f.rule in ways)
            for rule_id in {f.rule for f in findings}
            if (ways := self.rules[rule_id].ready().gives_way_to)
        }
        for finding in findings:
            if finding.rule not in others or not others[finding.rule].cover(finding.place.span):
                yield finding

    @staticmethod
    def _complete(document: Document, result: FileResult) -> None:
        """Add what is wrong with a document's format, and its suppressions."""
        try:
            if document.is_container:
                complaints = document.content.complaints
                result.problems.extend(Problem(result.path, message, line) for line, message in complaints)
            if any(hint in document.source.data for hint in SUPPRESSION):
                from stetlint.suppress import read_suppressions

                result.suppressions.extend(read_suppressions(document))
        except Exception as error:
            result.problems.append(_unreadable(result.path, error))

    @staticmethod
    def _hits(rule: Rule, document: Document) -> Iterator[tuple[Segment, Hit]]:
        if isinstance(rule, SegmentRule):
            for segment in document.segments:
                if rule.knows(segment.lang):
                    for hit in rule.check(segment):
                        yield segment, hit
        elif isinstance(rule, DocumentRule):
            for segment, hit in rule.check(document):
                if rule.knows(segment.lang):
                    yield segment, hit

    def finish(self, results: Iterable[FileResult]) -> Report:
        """Reduce: compare the facts of all files, apply suppressions, sort."""
        findings: dict[str, list[Finding]] = {}
        problems: list[Problem] = []
        shuffled: dict[tuple[str, Hashable], list[Located[Any]]] = defaultdict(list)
        by_path: dict[str, FileResult] = {}
        for result in sorted(results, key=lambda result: result.path):
            by_path[result.path] = result
            findings[result.path] = list(result.findings)
            problems.extend(result.problems)
            for rule_id, key, fact in result.facts:
                shuffled[rule_id, key].append(Located(result.path, fact))
        for (rule_id, key), facts in shuffled.items():
            rule = self.rules[rule_id].ready()
            assert isinstance(rule, CorpusRule)
            try:
                for found in rule.compare(key, facts):
                    severity = by_path[found.place.path].settings.severity.get(rule_id, rule.severity)
                    findings[found.place.path].append(
                        Finding(
                            rule_id,
                            severity,
                            found.place,
                            found.message,
                            found.suggestions,
                            related=found.related,
                        )
                    )
            except Exception as error:
                problems.append(
                    Problem(facts[0].path, f"rule {rule_id} failed on {key!r}: {_described(error)}")
                )
        kept: list[Finding] = []
        for path, mine in findings.items():
            result = by_path[path]
            mine = self._without_second_opinions(mine)
            if result.suppressions:
                from stetlint.suppress import apply_suppressions

                mine = apply_suppressions(mine, result.suppressions, result.settings, self._known)
            kept.extend(sorted(mine, key=lambda f: (f.place.span, f.rule, f.message)))
        return Report(kept, problems)

    def _without_second_opinions(self, findings: list[Finding]) -> list[Finding]:
        """Return the findings of one file without those of external rules that overlap one of ours."""
        ours = [f for f in findings if not self.rules[f.rule].is_external]
        if len(ours) == len(findings):
            return findings
        spans = Spans(f.place.span for f in ours)
        return ours + [
            f for f in findings if self.rules[f.rule].is_external and not spans.touch(f.place.span)
        ]

    def close(self) -> None:
        """Let the rules give back what they hold."""
        for rule in self.rules.values():
            rule.close()


def _holds_for(rule: AnyRule, document: Document) -> bool:
    """Whether a rule knows the language of a document, or that of one of its segments."""
    if rule.knows(document.lang):
        return True
    return document.may_have_languages and any(map(rule.knows, document.languages))


def _unreadable(path: str, error: Exception) -> Problem:
    """Return that a reader cannot cope with a file, which does not stop the others."""
    return Problem(path, f"cannot be checked: {_described(error)}")


def _described(error: Exception) -> str:
    """Return an error with the place in the rule's file that it comes from."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    at = ""
    if frame is not None:
        at = f" ({os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno})"
    return f"{type(error).__name__}: {error}{at}"


class RuleError(Exception):
    """A rule that returned what no rule may return."""


def to_finding(rule: Rule, severity: Severity, document: Document, segment: Segment, hit: Hit) -> Finding:
    """Check a hit and put it at its place in the file.

    Raise RuleError where the hit is empty or outside of its segment, where its message is not one line, or
    where the map back does not lead to the text that the rule saw.
    """
    prose = segment.prose
    if not 0 <= hit.start < hit.end <= len(prose.text):
        raise RuleError(f"hit {hit.start}:{hit.end} is empty or outside of {segment!r}")
    if not hit.message or "\n" in hit.message:
        raise RuleError(f"the message {hit.message!r} is not one line")
    source = document.source
    place = place_of(source, prose.to_source(hit.start, hit.end))
    if place.text != prose.text[hit.start : hit.end]:
        for start, end, span in prose.verbatim_in(hit.start, hit.end):
            if source.text[span.start : span.end] != prose.text[start:end]:
                raise RuleError(f"the map of {segment!r} is wrong at {start}:{end}")
    fix = None
    is_escaped = document.is_container or segment.role == "front-matter"
    if (
        hit.replacement is not None
        and prose.is_editable(hit.start, hit.end)
        and not (is_escaped and SYNTAX.search(hit.replacement))
    ):
        fix = Edit(place.span, hit.replacement, hit.is_safe)
    suggestions = hit.suggestions
    if hit.replacement is not None and fix is None and not suggestions:
        suggestions = (hit.replacement,)
    return Finding(rule.id, severity, place, hit.message, suggestions, fix, hit.related)
