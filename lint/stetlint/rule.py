"""What a rule is. A rule is one module: its docstring is the manual page, its examples are its tests."""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from stetlint.document import Document, Segment
from stetlint.finding import Hit, Place, Severity
from stetlint.house import NO_NAMES, HouseNames
from stetlint.source import Source

F = TypeVar("F")


class Bad:
    """A text with a defect.

    text      the file's text; Markdown unless ``format`` says otherwise
    found     what the findings cover, in order, as it stands in the file
    fixed     the text once every offered fix is applied; None where the rule offers none
    lang      BCP 47 tag of the text
    options   options of the rule in this example, as in the configuration
    names     the names of the house in this example, as in the configuration
    """

    def __init__(
        self,
        text: str,
        *found: str,
        fixed: str | None = None,
        lang: str = "en",
        format: str = "markdown",
        options: dict[str, Any] | None = None,
        names: dict[str, Any] | None = None,
    ) -> None:
        self.text = text
        self.found = found
        self.fixed = fixed
        self.lang = lang
        self.format = format
        self.options = options or {}
        self.names = names or {}


class Good(Bad):
    """A text in which the rule must find nothing. A plain string serves where no keyword is needed."""

    def __init__(
        self,
        text: str,
        *,
        lang: str = "en",
        format: str = "markdown",
        options: dict[str, Any] | None = None,
        names: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(text, lang=lang, format=format, options=options, names=names)


class Unavailable(Exception):
    """What a rule needs is not there. The message is one line: what is missing, and what to do.

    A rule that raises it ends the run with exit code 2, and the message is shown once for all files.
    """


def knows(languages: frozenset[str] | None, lang: str) -> bool:
    """Whether a language, given as a BCP 47 tag, is among primary subtags; None stands for every language."""
    return languages is None or lang.replace("_", "-").partition("-")[0].lower() in languages


class AtLeast:
    """The least number that an option may be: ``ratio: Annotated[int, AtLeast(1)] = 3``."""

    def __init__(self, least: float) -> None:
        self.least = least


class NoOptions:
    """The options of a rule that has none."""


class Rule:
    """What all rules share. Derive from SegmentRule, DocumentRule or CorpusRule, not from this.

    id          kebab-case, as it is selected and reported
    mqm         the error type in MQM's typology: "linguistic-conventions/punctuation", "accuracy/addition",
                "accuracy/untranslated", "design/markup", "style/inconsistent-style", ...
    severity    unless the configuration says otherwise
    is_default  whether "default" selects it
    is_external whether another program does the checking. Such a rule runs only where its id is selected
                ("all" does not), and its findings give way to those of other rules at the same place.
    gives_way_to  ids of rules that say more about the same defect: a finding that one of theirs covers is
                left out
    languages   primary language subtags it knows; None where it holds for every language. Only segments in
                one of them are reported, also in a document whose own language is another.
    trigger     an RE2 pattern: where the bytes of a file do not match it, the rule cannot fire and is not
                called. None where no such condition exists; say why beside it. A rule may have another
                one where its options are given.
    Options     a NamedTuple whose fields are the rule's options, with their defaults; or a frozen dataclass,
                which takes longer to import. ``AtLeast`` says how small a number may be.
    good, bad   examples, run by the tests and shown by ``stet explain``
    house       the names of the house, which the configuration gives to each rule that it made
    """

    id: ClassVar[str]
    mqm: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    is_default: ClassVar[bool] = True
    is_external: ClassVar[bool] = False
    gives_way_to: ClassVar[frozenset[str]] = frozenset()
    languages: ClassVar[frozenset[str] | None] = None
    trigger: str | None = None
    Options: ClassVar[type[Any]] = NoOptions
    good: ClassVar[Sequence[str | Good]] = ()
    bad: ClassVar[Sequence[Bad]] = ()
    house: HouseNames = NO_NAMES

    def __init__(self, options: Any = None) -> None:
        self.options = options if options is not None else self.Options()

    @classmethod
    def manual(cls) -> str:
        """Return the manual page: the docstring of the rule's module."""
        return (sys.modules[cls.__module__].__doc__ or "").strip()

    @classmethod
    def summary(cls) -> str:
        """Return the first line of the manual page."""
        return cls.manual().partition("\n")[0]

    def knows(self, lang: str) -> bool:
        """Whether the rule holds for a language, given as a BCP 47 tag."""
        return knows(self.languages, lang)

    def ready(self) -> Rule:
        """Return the rule itself: others stand for a rule that is made later, see ``stetlint.catalogue``."""
        return self

    def suspects(self, source: Source) -> bool:
        """Whether the rule may fire in this source: for a cheap test that no pattern can express.

        It is asked behind the trigger and before the source is parsed. It may be wrong in one way only:
        by saying yes.
        """
        return True

    def version(self) -> str:
        """Return the version of another program on which the results depend, for those who keep them."""
        return ""

    def close(self) -> None:
        """Give back what the rule holds, such as a process: called once, behind the last file."""


class SegmentRule(Rule):
    """A rule that needs one segment at a time."""

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield what is wrong; offsets are code points of ``segment.text``."""
        raise NotImplementedError


class DocumentRule(Rule):
    """A rule that needs a whole document."""

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield each hit with its segment; ``document.raw`` is the segment of hits in the markup."""
        raise NotImplementedError


class Located(NamedTuple, Generic[F]):
    """A fact that a document gave, and the path of that document."""

    path: str
    fact: F


class Found(NamedTuple):
    """What a CorpusRule reports: a place that one of its facts carries, and what is wrong there."""

    place: Place
    message: str
    suggestions: tuple[str, ...] = ()
    related: tuple[Place, ...] = ()


class CorpusRule(Rule, Generic[F]):
    """A rule that compares documents. Facts are small and picklable; ``Document.place`` makes places.

    A rule may be a DocumentRule as well: then each document is also checked by itself.
    """

    def collect(self, document: Document) -> Iterable[tuple[Hashable, F]]:
        """Map: yield the document's facts, each under a key."""
        raise NotImplementedError

    def compare(self, key: Hashable, facts: Sequence[Located[F]]) -> Iterator[Found]:
        """Reduce: yield what is wrong among the facts of one key, which come in the order of paths."""
        raise NotImplementedError
