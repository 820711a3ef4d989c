#!/usr/bin/env python3
"""How much drift of names is found, by kind, and what is reported besides: in documents made from real ones.

Usage: python benchmarks/names.py CORPUS [--documents N] [--drifts N] [--seed N] [--scope SCOPE] [--errors]
       python benchmarks/names.py --distinct N

CORPUS is a folder of Markdown or text written by people. Its documents are read in an order that the seed
decides, and their rare names are replaced by invented ones (Slavic, Japanese, Nordic, English). In some, one
occurrence of a name is spelled otherwise. Where the corpus has fewer documents than are wanted, they come
again with other names. SCOPE is "document" or "repository", as in the options of the rule.

Printed are, for each kind of drift, how many were made and found (the two spellings are tied together, in
either direction), and the names that are reported besides: slips of the corpus, false alarms where the names
are invented. Then time of the processor and memory.

--distinct tells time and memory of comparing across documents: so many names, all different, 100 a document.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from stetlint import Source, readers
from stetlint.config import FileSettings
from stetlint.document import Document
from stetlint.engine import FileResult, Linter
from stetlint.finding import Finding
from stetlint.language.known import known
from stetlint.language.names import COMMON, Names, form, occurrences
from stetlint_rules.name_drift import NameDrift, Options

SETTINGS = FileSettings("en", True, frozenset((NameDrift.id,)), {})

ONSETS = "b br d dm g gr k kr l m n p r s sl st t tr v vl z zh kh sh ch".split()
VOWELS = "aeiou"
JAPANESE = "ka ki ku ko sa shi su ta chi tsu to na ni no ha hi ma mi mu ya yu yo ra ri ru wa".split()
ENDINGS = {
    "Slavic": "ov ev in enko sky ich yev uk".split(),
    "Nordic": "ur ir sson dal vik fjörð árn ólf".split(),
    "English": "ton ley field worth er by".split(),
}


def invent(dice: random.Random) -> str:
    """Return a name that nobody has."""
    kind = dice.choice(("Japanese", *ENDINGS))
    while True:
        if kind == "Japanese":
            name = "".join(dice.choice(JAPANESE) for _ in range(dice.choice((3, 4))))
        else:
            syllables = (dice.choice(ONSETS) + dice.choice(VOWELS) for _ in range(dice.choice((1, 2))))
            name = "".join(syllables) + dice.choice("kmnrst") + dice.choice(ENDINGS[kind])
        if len(name) > 4 and not known(name).band:
            return name.capitalize()


ROMANISATIONS = """sky=skiy y=i ev=yev ya=ia yu=iu kh=h ch=tch zh=j sh=sch ts=c v=w k=q ou=u shi=si chi=ti
    tsu=tu ks=x ei=ey i=y""".split()


def romanised(name: str, dice: random.Random) -> str:
    steps = [step.split("=") for step in ROMANISATIONS]
    fitting = [(old, new) for old, new in steps if old in name[1:]]
    if not fitting:
        return ""
    old, new = dice.choice(fitting)
    at = name.rindex(old)
    return name[:at] + new + name[at + len(old) :]


def without_marks(name: str, dice: random.Random) -> str:
    return name.translate(str.maketrans("öðáóúíéýþæ", "odaouieyta"))


def dropped(name: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(name) - 1)
    return name[:at] + name[at + 1 :]


def doubled(name: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(name) - 1)
    return name[:at] + name[at] + name[at:]


def other_vowel(name: str, dice: random.Random) -> str:
    places = [i for i, letter in enumerate(name) if i and letter in VOWELS]
    if not places:
        return ""
    at = dice.choice(places)
    return name[:at] + dice.choice(VOWELS.replace(name[at], "")) + name[at + 1 :]


def swapped(name: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(name) - 2)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def case_ending(name: str, dice: random.Random) -> str:
    return name + dice.choice(("a", "u", "om", "em", "i"))


def cut(name: str, dice: random.Random) -> str:
    return name[:-2]


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "romanisation": romanised,
    "diacritics": without_marks,
    "letter dropped": dropped,
    "letter doubled": doubled,
    "other vowel": other_vowel,
    "letters swapped": swapped,
    "case ending": case_ending,
    "cut": cut,
}


class Drift(NamedTuple):
    """A drift that was made."""

    path: str
    kind: str
    name: str
    spelling: str


def document_of(path: str, text: str, format: str) -> Document:
    return Document(Source(path, text.encode()), "en", readers.get(format).read)


def renamed(text: str, format: str, dice: random.Random) -> str:
    """Return a text with invented names in place of its rare ones."""
    names = Names(segment.text for segment in document_of("", text, format).segments)
    rare = [word for word in names.count if (f := form(word)) and f.known.band < COMMON and "-" not in word]
    if not rare:
        return text
    new = {word: invent(dice) for word in rare}
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(rare, key=len, reverse=True)))})(?!\w)"
    )
    return pattern.sub(lambda match: new[match.group()], text)


def drifted(path: str, text: str, format: str, kind: str, dice: random.Random) -> tuple[str, Drift] | None:
    """Return a text in which one occurrence of a name is spelled otherwise, None where no name will do."""
    document = document_of(path, text, format)
    places: dict[str, list[tuple[int, int]]] = {}
    for segment in document.segments:
        for word, start, end in occurrences(segment.text):
            span = segment.prose.to_source(start, end)
            if (
                text[span.start : span.end] == word
                and word.isalpha()
                and word[1:].islower()
                and len(word) > 4
            ):
                places.setdefault(word, []).append(span)
    words = [word for word, spans in places.items() if len(spans) > 1 and not known(word).band]
    dice.shuffle(words)
    for word in words:
        spelling = KINDS[kind](word, dice)
        if spelling and spelling not in places and spelling != word:
            start, end = dice.choice(places[word])
            return text[:start] + spelling + text[end:], Drift(path, kind, word, spelling)
    return None


def documents(corpus: Path, wanted: int, dice: random.Random) -> Iterator[tuple[str, str, str]]:
    """Yield path, renamed text and format of as many documents as are wanted."""
    files = sorted(path for path in corpus.rglob("*") if path.is_file() and readers.format_of(path.name))
    dice.shuffle(files)
    done = 0
    while done < wanted:
        for path in files:
            if done == wanted:
                return
            try:
                text = Source(str(path), path.read_bytes()).text
            except Exception:
                continue
            format = readers.format_of(path.name) or "text"
            done += 1
            yield f"{done}{path.suffix}", renamed(text, format, dice), format


def distinct(wanted: int, dice: random.Random) -> Iterator[str]:
    """Yield documents with so many names, no two alike."""
    seen: set[str] = set()
    while len(seen) < wanted:
        names: list[str] = []
        while len(names) < 100:
            name = invent(dice)
            if name not in seen:
                seen.add(name)
                names.append(name)
        yield "".join(
            f"Then {a} of the town met {b}, who is old.\n\n"
            for a, b in zip(names[::2], names[1::2], strict=True)
        )


def ties(finding: Finding, drift: Drift) -> bool:
    """Whether a finding says that the two spellings are one name."""
    return {drift.name, drift.spelling} <= {finding.place.text, *finding.suggestions}


def memory() -> float:
    """Return the most memory that was used so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def compare_distinct(wanted: int, dice: random.Random) -> None:
    """Print what it takes to compare so many names across documents."""
    linter = Linter([NameDrift(Options(scope="repository"))])
    results: list[FileResult] = []
    seconds, size = 0.0, 0
    for number, text in enumerate(distinct(wanted, dice)):
        start = time.process_time()
        source = Source(f"{number}.md", text.encode())
        results.append(linter.check(source, SETTINGS, "markdown"))
        seconds += time.process_time() - start
        size += len(source.data)
    print(f"{wanted} names, {size / 1e6:.1f} MB: map {seconds:.1f} s, {memory():.0f} MB of memory")
    start = time.process_time()
    found = len(linter.finish(results).findings)
    print(f"reduce {time.process_time() - start:.1f} s, {memory():.0f} MB; {found} findings")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--distinct", type=int)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--drifts", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", action="store_true", help="show what is missed and found besides")
    parser.add_argument("--scope", choices=("document", "repository"), default="document")
    args = parser.parse_args()
    gc.disable()  # as the command does
    if args.distinct:
        compare_distinct(args.distinct, random.Random(args.seed))
        return
    dice = random.Random(args.seed)
    linter = Linter([NameDrift(Options(scope=args.scope))])
    kinds = list(KINDS)
    made: dict[str, Drift] = {}
    results: list[FileResult] = []
    seconds, size = 0.0, 0
    for number, (path, text, format) in enumerate(documents(args.corpus, args.documents, dice), 1):
        # Behind by what the documents so far should have given: not each has a name for it.
        if len(made) < number * args.drifts / args.documents:
            changed = drifted(path, text, format, kinds[len(made) % len(kinds)], dice)
            if changed:
                text, made[path] = changed
        start = time.process_time()
        source = Source(path, text.encode())
        results.append(linter.check(source, SETTINGS, format))
        seconds += time.process_time() - start
        size += len(source.data)
    start = time.process_time()
    findings = linter.finish(results).findings
    seconds += time.process_time() - start

    found = {f.place.path for f in findings if f.place.path in made and ties(f, made[f.place.path])}
    others = {
        (f.place.path, f.place.text, f.suggestions[0])
        for f in findings
        if not (f.place.path in made and ties(f, made[f.place.path]))
    }
    total = Counter(drift.kind for drift in made.values())
    right = Counter(made[path].kind for path in found)
    for kind in KINDS:
        print(f"{kind:16} {right[kind]:5} of {total[kind]:5} found  {right[kind] / max(1, total[kind]):.2f}")
    print(f"{'all':16} {len(found):5} of {len(made):5} found  {len(found) / max(1, len(made)):.2f}")
    if args.errors:
        for path, drift in made.items():
            if path not in found:
                print("  missed", *drift)
        for other in sorted(others):
            print("  besides", *other)
    print(f"{len(others)} names besides, in {args.documents} documents")
    print(f"{size / 1e6:.1f} MB in {seconds:.1f} s, {size / 1e6 / seconds:.1f} MB/s, {memory():.0f} MB")


if __name__ == "__main__":
    main()
