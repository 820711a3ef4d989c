"""The names of files: ``stet names`` counts them and ties the spellings together that may be one name."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stetlint.config import Configs
from stetlint.discover import discover
from stetlint.document import Document
from stetlint.engine import document_of
from stetlint.finding import Problem
from stetlint.house import NO_NAMES, HouseNames
from stetlint.language.across import pairs_across
from stetlint.language.drift import THRESHOLDS, is_certain, judge, pairs_of, spaced_pairs_of
from stetlint.language.kinship import is_ordinary
from stetlint.language.names import CAPITALISED_NOUNS, Contexts, Names, form
from stetlint.language.romanise import explain
from stetlint.source import SourceError, sources


class Tie(NamedTuple):
    """Another spelling of a name, and why it is one."""

    spelling: str
    why: str


class Name(NamedTuple):
    """A name as it is spelled, how often it stands in how many documents, and its other spellings, the most
    frequent first."""

    spelling: str
    times: int
    documents: int
    ties: tuple[Tie, ...]


class Census:
    """The names of documents, counted. Texts are kept: a name is judged by what stands around it."""

    def __init__(self) -> None:
        self._by_language: dict[str, _Texts] = defaultdict(_Texts)
        self._houses: list[HouseNames] = []

    def add_paths(self, paths: Iterable[str], configs: Configs) -> list[Problem]:
        """Count the names of files and folders. Return what could not be read."""
        problems = []
        for file in discover(paths, configs):
            if isinstance(file, Problem):
                problems.append(file)
                continue
            try:
                with open(file.absolute, "rb") as stream:
                    (source,) = sources(file.path, stream)
                if isinstance(source, SourceError):
                    raise source
                settings = file.config.for_path(file.absolute)
                self.add(document_of(source, settings, file.format), file.config.names)
            except SourceError as error:
                problems.append(Problem(error.path, error.message, error.line))
            except OSError as error:
                problems.append(Problem(file.path, f"cannot be read: {error.strerror}"))
        return problems

    def add(self, document: Document, house: HouseNames = NO_NAMES) -> None:
        """Count the names of a document. What ``house`` has decided is not tied again."""
        if house not in self._houses:
            self._houses.append(house)
        texts: dict[str, list[str]] = defaultdict(list)
        for segment in document.segments:
            texts[segment.lang.partition("-")[0].lower()].append(segment.text)
        for lang in texts.keys() - CAPITALISED_NOUNS:
            self._by_language[lang].add(texts[lang], lang)

    def names(self) -> list[Name]:
        """Return the names, the most frequent first."""
        found = [
            name for lang, texts in self._by_language.items() for name in texts.listed(lang, self._houses)
        ]
        return sorted(found, key=lambda name: (-name.times, name.spelling))


class _Texts:
    """What the documents of one language hold."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.names = Names(())
        self.documents: Counter[str] = Counter()
        self.tied: set[tuple[str, str]] = set()

    def add(self, texts: list[str], lang: str) -> None:
        names = Names(texts)
        for word, times in names.count.items():
            self.names.count[word] += times
        for pair, times in names.pairs.items():
            self.names.pairs[pair] += times
        self.documents.update(names.count.keys())
        self.documents.update(map(" ".join, names.pairs))
        self.texts += texts
        pairs = pairs_of(names, sounding_alike=lang != "en")
        contexts = Contexts(texts, {word for pair in pairs for word in pair})
        if lang == "en":
            review = THRESHOLDS["review"]
            self.tied.update(pair[:2] for pair in judge(pairs, names, contexts) if pair.score > review)
        else:
            self.tied.update(pair for pair in pairs if is_certain(*pair, contexts))

    def listed(self, lang: str, houses: Sequence[HouseNames]) -> Iterator[Name]:
        names = self.names
        words = {word for word in names.count if form(word) is not None and not is_ordinary(word)}
        contexts = Contexts(self.texts, words)
        # A capital at the start of a sentence makes no name.
        words = {word for word in words if contexts.of[word].inside and word.lower() not in contexts.small}
        tied = self.tied.union(spaced_pairs_of(names), pairs_across(words, contexts, lang))
        ties: dict[str, list[str]] = defaultdict(list)
        for one, other in tied:
            if not any(
                house.are_right(one, other) or one in house.preferred or other in house.preferred
                for house in houses
            ):
                ties[one].append(other)
                ties[other].append(one)
        for word in words.union(ties):
            others = sorted(ties[word], key=lambda other: (-names.times(other), other))
            yield Name(
                word,
                names.times(word),
                self.documents[word],
                tuple(Tie(other, explain(word, other)) for other in others),
            )


def report(names: Sequence[Name], format: str) -> Iterator[str]:
    """Yield the names as a "table", "list" or "json"."""
    if format == "json":
        rows = [{**name._asdict(), "ties": [tie._asdict() for tie in name.ties]} for name in names]
        yield json.dumps({"names": rows}, ensure_ascii=False, indent=2) + "\n"
    elif format == "list":
        yield from _draft(names)
    else:
        yield from _table(names)


def _table(names: Iterable[Name]) -> Iterator[str]:
    yield "times  documents  name\n"
    for name in names:
        ties = "; ".join(f"{tie.spelling} ({tie.why})" for tie in name.ties)
        yield f"{name.times:5}  {name.documents:9}  {name.spelling}{' = ' + ties if ties else ''}\n"


def _draft(names: Iterable[Name]) -> Iterator[str]:
    """Yield a file of names to be edited: of the spellings that are tied, the most frequent one is right."""
    yield "# right: wrong, wrong    delete what is no drift, or write: one = other\n"
    counts = {name.spelling: name.times for name in names}
    said: set[str] = set()
    for name in names:
        others = [tie for tie in name.ties if tie.spelling not in said]
        if name.spelling in said or not others:
            continue
        said.update((name.spelling, *(tie.spelling for tie in others)))
        times = " against ".join(str(counts[word]) for word in (name.spelling, *(t.spelling for t in others)))
        variants = ", ".join(tie.spelling for tie in others)
        yield f"{name.spelling}: {variants}  # {times}; {others[0].why}\n"
