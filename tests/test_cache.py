"""The cache: what is kept, by what it is known again, and that nothing but time depends on it."""

import json
import os
import sys
from enum import Enum
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stetlint import cache, run
from stetlint.cache import Cache
from stetlint.config import Configs, FileSettings
from stetlint.discover import File
from stetlint.engine import FileResult
from stetlint.finding import Finding, Place, Problem, Severity, Span
from stetlint.mapping import Mapper
from stetlint.packing import NOTHING, Unplain, pack, unpack

BAD = "Open the the file.\n"
SETTINGS = FileSettings("en", True, frozenset(), {})
RULE = '''
"""A letter."""
from stetlint import Hit, SegmentRule

class Letter(SegmentRule):
    """A letter."""
    id = "letter"
    mqm = "style"
    trigger = "x"

    def check(self, segment):
        yield Hit(0, 1, "MESSAGE")
'''


@pytest.fixture
def corpus(write):
    """Ten files, more than are checked without a cache."""
    for number in range(10):
        write(f"docs/{number}.md", BAD if number % 2 else "Fine.\n")


@pytest.fixture
def checked(monkeypatch):
    """The paths of the files that are checked, not looked up."""
    paths = []
    check = Mapper.map

    def watched(self, tasks):
        paths.extend(task.path for task in tasks)
        return check(self, tasks)

    monkeypatch.setattr(Mapper, "map", watched)
    return paths


@pytest.fixture
def report(stet, checked):
    """Run a check; return its report and how many files were checked."""

    def run(*arguments):
        checked.clear()
        result = stet("check", "--format", "json", *arguments)
        return result.stdout, len(checked)

    return run


def kept():
    return list(Path(os.environ["STET_CACHE_DIR"]).glob("*.stet*"))


@pytest.mark.usefixtures("corpus")
def test_what_did_not_change_is_not_checked_again(report, write, stet):
    cold, number = report()
    assert number == 10
    assert report() == (cold, 0)
    write("docs/1.md", "Fine now.\n")
    changed, number = report()
    assert number == 1
    assert "docs/1.md" not in changed
    write("docs/1.md", BAD)
    assert report() == (cold, 0)
    assert report("--no-cache") == (cold, 10)
    assert "docs/3.md" in stet("check", "--fix", "docs").stdout + stet("check").stdout


@pytest.mark.usefixtures("corpus")
def test_the_time_of_change_decides_nothing(report, write, folder):
    report()
    before = os.stat("docs/1.md")
    write("docs/1.md", BAD.replace("the the", "the The"))
    os.utime("docs/1.md", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert report()[1] == 1
    for path in folder.glob("docs/*.md"):
        os.utime(path)
    assert report()[1] == 0


@pytest.mark.parametrize(
    "change",
    [
        ("stet.toml", 'language = "de"'),
        ("stet.toml", '[severity]\ndoubled-word = "error"'),
        ("stet.toml", '[rules.doubled-word]\nallow = ["the"]'),
        ("stet.toml", '[names]\nknown = ["Tokaev"]'),
        ("stet.toml", '[[overrides]]\npaths = ["*.md"]\nlanguage = "en"'),
        ("stet.toml", 'ignore = ["split-sentence"]'),
    ],
)
@pytest.mark.usefixtures("corpus")
def test_what_a_result_depends_on(report, write, change):
    report()
    write(*change)
    result, number = report()
    assert number == 10
    assert report() == (result, 0)
    assert report("--no-cache")[0] == result


@pytest.mark.usefixtures("corpus")
def test_the_path_is_part_of_it(report, write):
    write("docs/a.md", "[Chapter]()\n")
    assert "lost-link" in report()[0]
    write("docs/SUMMARY.md", "[Chapter]()\n")
    found = json.loads(report()[0])["findings"]
    assert [f["path"] for f in found if f["rule"] == "lost-link"] == ["docs/a.md"]


@pytest.mark.usefixtures("corpus")
def test_the_code_of_a_rule_file(report, write, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    write("stet.toml", 'plugins = ["rule.py"]')
    path = write("rule.py", RULE)
    write("docs/0.md", "x\n")
    assert "MESSAGE" in report()[0]
    assert report()[1] == 0
    status = os.stat(path)
    write("rule.py", RULE.replace("MESSAGE", "message"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    for name in [name for name in sys.modules if name.startswith("stet_rule_file_")]:
        monkeypatch.delitem(sys.modules, name)  # as in another process
    result, number = report()
    assert number == 10
    assert "message" in result
    assert "MESSAGE" not in result


@pytest.mark.usefixtures("corpus")
def test_code_that_changes_while_it_runs(report, write):
    write("stet.toml", 'plugins = ["rule.py"]')
    write("docs/0.md", "x\n")
    write("rule.py", RULE.replace('"MESSAGE"', 'str(open("rule.py", "a").write("#"))'))
    report()
    assert kept() == []


@pytest.mark.usefixtures("corpus")
def test_the_version_of_another_program(report, write, folder):
    rule = RULE + "    is_external = True\n    is_default = False\n    def version(self):\n"
    write("stet.toml", 'plugins = ["rule.py"]\nselect = ["letter"]')
    write("rule.py", rule + "        with open('version') as file:\n            return file.read()\n")
    write("version", "1")
    report()
    assert report()[1] == 0
    write("version", "2")
    assert report()[1] == 10
    (folder / "version").unlink()  # a version that cannot be told
    report()
    assert report()[1] == 10


@pytest.mark.usefixtures("corpus")
def test_where_something_went_wrong_nothing_is_kept(report, write):
    write("stet.toml", 'plugins = ["rule.py"]')
    write("rule.py", RULE.replace('"MESSAGE"', '""'))
    write("docs/0.md", "x\n")
    write("docs/1.md", b"\xff\n")
    first = report()
    assert first[1] == 10
    assert report() == (first[0], 2)


@pytest.mark.usefixtures("corpus")
def test_facts_are_kept(report, write):
    write("stet.toml", '[rules.name-drift]\nscope = "repository"\n')
    write("docs/1.md", "There Nursultan Nazarbayev spoke, after Lena Berg and Otto Kahn.\n")
    write("docs/2.md", "Now Nursultan Nazarbaev speaks, and then Ivo Stern, Eva Roth and Max Zorn do.\n")
    result, _ = report()
    assert "in other files" in result
    assert report() == (result, 0)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"something else"),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes()[:-1] + b"!"),
        lambda path: path.write_bytes(b"!" + path.read_bytes()[1:]),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: os.truncate(path, cache.LARGEST + 1),
        pytest.param(
            lambda path: path.chmod(0o666), marks=pytest.mark.skipif(os.name != "posix", reason="no modes")
        ),
    ],
)
@pytest.mark.usefixtures("corpus")
def test_a_file_that_is_not_as_it_was_written(report, damage):
    result, _ = report()
    (path,) = kept()
    damage(path)
    assert report() == (result, 10)
    if path.is_file():
        assert report() == (result, 0)


@pytest.mark.usefixtures("corpus")
def test_a_folder_that_cannot_be_made(report, write):
    write("file", "")
    result, number = report("--cache-dir", "file/below")
    assert (result, number) == report("--cache-dir", "file/below")
    assert report("--cache-dir", "file") == (result, 10)


@pytest.mark.parametrize("function", ["open", "replace", "makedirs"])
@pytest.mark.usefixtures("corpus")
def test_a_full_disk(report, monkeypatch, function):
    def fail(*_, **__):
        raise OSError(28, "No space left on device")

    result, _ = report("--no-cache")
    with monkeypatch.context() as patch:
        patch.setattr(cache.os, function, fail)
        assert report() == (result, 10)
    assert kept() == []


@pytest.mark.usefixtures("corpus")
def test_two_runs_at_the_same_time(monkeypatch, folder):
    monkeypatch.setattr(cache, "_fingerprint", lambda: b"f" * 16)
    place = str(folder / "cache")
    file = File("docs/1.md", str(folder / "docs/1.md"), "markdown", Configs().of(str(folder)))
    result = FileResult(file.path, [], [], [], [], SETTINGS)
    one, other = Cache(place), Cache(place)
    keys = [cache_.key(file, SETTINGS, text) for cache_, text in ((one, b"1"), (other, b"2"))]
    one.put(keys[0], result)
    other.put(keys[1], result)
    one.save()
    other.save()
    again = Cache(place)
    assert [again.get(key, file, SETTINGS) for key in keys] == [result, result]


@pytest.mark.usefixtures("corpus")
def test_a_file_has_a_largest_size(report, write, monkeypatch):
    result, _ = report()
    monkeypatch.setattr(cache, "LARGEST", 1000 + 800)
    write("docs/0.md", "Fine too.\n")
    report()  # of what is kept now, the new one is the last
    assert 0 < report()[1] < 10
    assert report("--no-cache")[0] == report()[0] == result


@pytest.mark.usefixtures("corpus")
def test_what_nobody_used_for_long_is_deleted(report, folder):
    place = folder / "cache"
    place.mkdir()
    names = ["0" * 32 + ".stet", "0" * 32 + ".stet.123", ".stet.toml", "a.stet", "1" * 32 + ".stet"]
    for name in names:
        (place / name).touch()
    for name in names[:-1]:
        os.utime(place / name, (0, 0))
    report("--cache-dir", "cache")
    left = {path.name for path in place.iterdir()}
    assert left.issuperset(names[2:])
    assert left.isdisjoint(names[:2])


@pytest.mark.usefixtures("corpus")
def test_all_files_together_have_a_largest_size(report, folder, monkeypatch):
    monkeypatch.setattr(cache, "LARGEST_FOLDER", 100_000)
    place = folder / "cache"
    place.mkdir()
    for number in range(3):
        path = place / f"{number:032}.stet"
        path.write_bytes(b" " * 45_000)
        os.utime(path, (2e9 - number, 2e9 - number))
    report("--cache-dir", "cache")
    assert not (place / f"{2:032}.stet").exists()
    assert (place / f"{0:032}.stet").exists()


@pytest.mark.usefixtures("corpus")
def test_few_files_have_a_small_file_of_their_own(report, monkeypatch):
    monkeypatch.setattr(cache, "LARGEST_OF_FEW", 1000 + 400)
    everything, _ = report()
    assert report("docs/1.md")[1] == 1
    assert len(kept()) == 2
    assert report("docs/1.md")[1] == 0
    for number in range(2, 10):
        report(f"docs/{number}.md")
    assert report("docs/1.md")[1] == 1  # it made room
    assert report() == (everything, 0)


@pytest.mark.usefixtures("corpus")
def test_the_code_is_read_where_its_files_are_others(report, monkeypatch):
    def read():
        read.times += 1
        return b"f" * 16

    read.times = 0
    monkeypatch.setattr(cache, "_fingerprint", read)
    report()
    assert report()[1] == 0
    assert read.times == 1
    (stamp,) = Path(os.environ["STET_CACHE_DIR"]).glob("*.code")
    stamp.write_bytes(b"")
    assert report()[1] == 0
    monkeypatch.setattr(cache, "_stamp", lambda: b"s" * 16)
    assert report()[1] == 0
    assert read.times == 3


@pytest.mark.usefixtures("corpus")
def test_a_large_file_is_not_held_in_memory(report, monkeypatch, write):
    monkeypatch.setattr(run, "LARGE", 10)
    result, number = report()
    assert number == 10
    assert report() == (result, 0)
    write("docs/1.md", BAD + "\nSee the the map.\n")
    assert report()[1] == 1


@pytest.mark.usefixtures("corpus")
def test_a_large_file_that_changes_while_it_is_checked(report, monkeypatch, write):
    monkeypatch.setattr(run, "LARGE", 10)
    check = Mapper.map

    def change(self, tasks):
        write("docs/1.md", "Fine now, at last.\n")
        return check(self, tasks)

    with monkeypatch.context() as patch:
        patch.setattr(Mapper, "map", change)
        report()
    write("docs/1.md", BAD)
    result, number = report()
    assert number == 1
    assert "docs/1.md" in result


@pytest.mark.usefixtures("corpus")
def test_the_folder_is_marked_as_a_cache(report):
    report()
    place = Path(os.environ["STET_CACHE_DIR"])
    assert (place / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (place / ".gitignore").read_text() == "*\n"
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept()) or os.name != "posix"


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/x/stet"),
        ("linux", {"XDG_CACHE_HOME": "x", "HOME": "/h"}, "/h/.cache/stet"),
        ("linux", {"HOME": "/h"}, "/h/.cache/stet"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches/stet"),
        ("linux", {"HOME": "/h", "STET_CACHE_DIR": "/s"}, "/s"),
        ("linux", {"HOME": "h"}, None),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="other paths")
def test_where_it_is(monkeypatch, platform, variables, expected):
    for name in ("XDG_CACHE_HOME", "HOME", "STET_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.folder() == expected
    assert cache.folder("/given") == "/given"


# Results as plain data.


class Fact(NamedTuple):
    word: str
    around: frozenset[str]
    places: tuple[Place, ...]


class Kind(Enum):
    ONE = "one"


PLACE = Place("a.md", Span(1, 2), 1, 2, 1, 3, "\udcff é")
ATOMS = st.one_of(st.text(), st.integers(), st.floats(allow_nan=False), st.booleans(), st.none(), st.binary())
FACTS = st.recursive(
    st.one_of(
        ATOMS,
        st.frozensets(st.one_of(st.text(), st.integers())),
        st.just(Kind.ONE),
        st.just(Severity.ERROR),
        st.just(Fact("w", frozenset("ab"), (PLACE,))),
    ),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=8,
)


def types(value):
    return (type(value), *map(types, value)) if isinstance(value, tuple) else type(value)


@given(FACTS, FACTS)
def test_a_result_comes_back_as_it_was(key, fact):
    finding = Finding("rule", Severity.ERROR, PLACE, "m", ("s",), None, (PLACE,))
    result = FileResult("a.md", [finding], [("rule", key, fact)], [], [], SETTINGS)
    again = unpack(pack(result), "a.md", SETTINGS)
    assert again == result
    assert types(again.facts[0]) == types(result.facts[0])
    assert type(again.findings[0].severity) is Severity


def test_nothing_is_found_in_most_files():
    result = FileResult("a.md", [], [], [], [], SETTINGS)
    assert pack(result) == NOTHING
    assert unpack(NOTHING, "a.md", SETTINGS) == result


class Local(str):
    """No plain data: what it is besides a string would be lost."""


@pytest.mark.parametrize("fact", [[], {}, object(), Local("x"), (1, Local("x")), frozenset(((1,),)), Problem])
def test_what_is_no_plain_data_is_not_kept(fact):
    with pytest.raises(Unplain):
        pack(FileResult("a.md", [], [("rule", 0, fact)], [], [], SETTINGS))


@given(st.binary(min_size=1))
def test_what_is_no_result(data):
    import marshal

    for value in (
        data,
        ((("os:system", "x"),), (), ()),
        ((("no:Class",),), (), ()),
        (1, 2, 3),
        ((("",),), (), ()),
    ):
        with pytest.raises(Unplain):
            unpack(marshal.dumps(value), "a.md", SETTINGS)
