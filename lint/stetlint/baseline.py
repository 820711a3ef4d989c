"""The findings that are known, so that only new ones are reported.

A finding is known by its rule, by what was found and by the words around it, not by its position: it is
recognised when its file is edited elsewhere, when its paragraph is moved and when its file is renamed.

The file has one line for each finding, sorted, so that git merges two of them as it merges other text.
"""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import NamedTuple

from stetlint.context import LineOf, excerpt
from stetlint.finding import Finding
from stetlint.reporters import count

FILE_NAME = "stet-baseline.tsv"
HEADER = "# stet baseline: path, rule, words before, found, words behind, how many\n"
WORDS = 5  # on either side
REACH = 160  # code points in which they are looked for
LONGEST = 80  # code points of what was found that are written
ALIKE = 0.5  # the share of the words around that two findings have in common if they are one
# A word; of scripts that write no blanks, a character.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")


class BaselineError(Exception):
    """A baseline that cannot be read: the message says why, ``line`` (from 1) where."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


class Known(NamedTuple):
    """What a finding is known by; ``path`` is relative to the folder of the baseline."""

    path: str
    rule: str
    before: str
    found: str
    after: str


class Comparison(NamedTuple):
    """Findings beside a baseline.

    known   the findings that it has
    found   what all findings are known by, and how many there are of each
    kept    that of the known ones
    gone    what it has and the checked files have no more
    rest    what it has of other files, and of rules that did not run
    """

    known: Sequence[Finding]
    found: Counter[Known]
    kept: Counter[Known]
    gone: Counter[Known]
    rest: Counter[Known]

    def remarks(self, name: str) -> Iterator[str]:
        """Yield what is to be said of the baseline of that name, a line each."""
        if self.known:
            yield f"{count(len(self.known), 'known finding')} not shown ({name})."
        if gone := self.gone.total():
            verb = "is" if gone == 1 else "are"
            yield f"{count(gone, 'finding')} of {name} {verb} gone: “stet baseline --prune” takes them out."


def compare(
    known: Counter[Known],
    folder: str,
    findings: Sequence[Finding],
    where: Mapping[str, str],
    roots: Iterable[str],
    rules: Collection[str],
    line_of: LineOf,
) -> Comparison:
    """Compare findings with what a baseline has.

    folder  where the baseline stands, as an absolute path
    where   the files that were checked: absolute paths by those that are reported
    roots   the files and folders that were to be checked
    rules   the ids of those that ran
    """
    names = {path: _relative(absolute, folder) for path, absolute in where.items()}
    checked = set(names.values())
    covered = [os.path.abspath(root) for root in roots]

    def is_gone(path: str) -> bool:
        return path not in checked and not os.path.exists(os.path.join(folder, path))

    def was_looked_for(path: str) -> bool:
        absolute = os.path.normpath(os.path.join(folder, path))
        is_covered = any(absolute == root or absolute.startswith(os.path.join(root, "")) for root in covered)
        return path in checked or (is_covered and is_gone(path))

    known_by = [_known_by(finding, names[finding.place.path], line_of) for finding in findings]
    is_known, left = recognise(known, known_by, checked, is_gone)
    gone, rest = Counter[Known](), Counter[Known]()
    for entry, number in left.items():
        (gone if entry.rule in rules and was_looked_for(entry.path) else rest)[entry] = number
    return Comparison(
        [finding for finding, is_in in zip(findings, is_known, strict=True) if is_in],
        Counter(known_by),
        Counter(entry for entry, is_in in zip(known_by, is_known, strict=True) if is_in),
        gone,
        rest,
    )


def recognise(
    baseline: Counter[Known],
    findings: Sequence[Known],
    checked: Collection[str],
    is_gone: Callable[[str], bool],
) -> tuple[Sequence[bool], Counter[Known]]:
    """Return for each finding whether the baseline has it, and what the baseline has besides.

    Each finding of the baseline stands for one. First come those that are as they were, then those that have
    moved to another file, then those that have other words around them. A finding has moved only where its
    file is gone, or was checked and does not have it any more.

    checked    the paths of all files that were checked
    is_gone    whether there is no file of a path
    """
    left = Counter(baseline)
    is_known = [False] * len(findings)

    def take(number: int, known: Known) -> None:
        is_known[number] = True
        left[known] -= 1

    def others() -> list[int]:
        return [number for number, is_in in enumerate(is_known) if not is_in]

    for number, finding in enumerate(findings):
        if left.get(finding):
            take(number, finding)

    moved: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    for known in sorted(+left, reverse=True):
        if (known.before or known.after) and (known.path in checked or is_gone(known.path)):
            moved[known[1:]] += [known] * left[known]
    for number in others():
        if candidates := moved[findings[number][1:]]:
            take(number, candidates.pop())

    alike: dict[tuple[str, str], list[tuple[Known, Counter[str]]]] = defaultdict(list)
    for known in +left:
        alike[known.rule, known.found].append((known, _around(known)))
    pairs = []
    for number in others():
        finding = findings[number]
        mine = _around(finding)
        for known, theirs in alike[finding.rule, finding.found]:
            if known.path == finding.path or is_gone(known.path):
                common = (mine & theirs).total() / max(mine.total(), theirs.total(), 1)
                if common >= ALIKE:
                    pairs.append((known.path != finding.path, -common, number, known))
    for _, _, number, known in sorted(pairs):
        if not is_known[number] and left[known]:
            take(number, known)
    return is_known, +left


def _around(known: Known) -> Counter[str]:
    """Return the words around, each with its side."""
    return Counter(
        [f"{word}<" for word in known.before.split()] + [f">{word}" for word in known.after.split()]
    )


def _known_by(finding: Finding, path: str, line_of: LineOf) -> Known:
    around = excerpt(finding.place, line_of, REACH)
    before = " ".join(WORD.findall(around.before)[-WORDS:])
    after = " ".join(WORD.findall(around.after)[:WORDS])
    return Known(path, finding.rule, _plain(before), _plain(finding.place.text), _plain(after))


def _plain(text: str) -> str:
    """Return text in one line, with escapes for what nobody sees; a long one with a hash for its rest."""
    text = " ".join(text.split())
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]}…{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    if text.isprintable() and "\\" not in text:
        return text
    return "".join(c if c.isprintable() and c != "\\" else c.encode("unicode_escape").decode() for c in text)


def _relative(path: str, folder: str) -> str:
    """Return an absolute path as the baseline of a folder has it."""
    with suppress(ValueError):  # another drive
        path = os.path.relpath(path, folder)
    path = path.replace(os.sep, "/")
    return re.sub(r"[\t\r\n\\]", lambda match: f"\\x{ord(match[0]):02x}", path)


def read(path: str) -> Counter[Known]:
    """Return the findings of a baseline, and how many there are of each. Raise BaselineError."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().split("\n")
    except FileNotFoundError:
        raise BaselineError("no such file: write it with “stet baseline”") from None
    except OSError as error:
        raise BaselineError(f"cannot be read: {error.strerror}") from None
    known: Counter[Known] = Counter()
    for number, line in enumerate(lines, 1):
        fields = line.split("\t")
        if not line or (line.startswith("#") and len(fields) == 1):
            continue
        if len(fields) != 6 or not fields[5].isdecimal():
            if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
                raise BaselineError("a conflict of a merge: keep both sides, and delete its marks", number)
            raise BaselineError(
                "this is no finding: delete the file, and write it anew with “stet baseline”", number
            )
        entry = Known(*fields[:5])
        # Where a merge has kept both lines, they speak of the same findings.
        known[entry] = max(known[entry], int(fields[5]))
    return known


def write(path: str, known: Counter[Known]) -> None:
    """Write a baseline. Raise OSError where it cannot be written; the file is what it was then."""
    temporary = f"{path}.new"
    with open(temporary, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        file.write(HEADER)
        file.writelines(sorted("\t".join((*entry, f"{number}\n")) for entry, number in known.items()))
    os.replace(temporary, path)
