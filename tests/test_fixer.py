"""Fixes: what is applied, what is undone, and how a file is replaced."""

import os
import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stetlint import Hit, SegmentRule
from stetlint.config import FileSettings, names_of, options_of
from stetlint.engine import Linter
from stetlint.finding import Span
from stetlint.fixer import diff, fix, write
from stetlint.registry import load
from stetlint.source import Source

RULES = load()


class Replace(SegmentRule):
    """A rule that finds the words of a table and offers what stands there."""

    id = "replace"
    mqm = "other"
    table: dict[str, str]

    def check(self, segment):
        for word, replacement in self.table.items():
            at = segment.text.find(word)
            while at >= 0:
                yield Hit(at, at + len(word), "replace it", (), replacement, True)
                at = segment.text.find(word, at + len(word))


def checker(table, *rules):
    rule = type("Given", (Replace,), {"table": table})()
    return check_by([rule, *rules])


def check_by(rules, lang="en", format="markdown"):
    linter = Linter(rules)
    file_settings = FileSettings(lang, True, frozenset(linter.rules), {})

    def check(source):
        report = linter.finish([linter.check(source, file_settings, format)])
        assert not report.problems
        return report.findings

    return check


def fixed(text, table, **options):
    raw = text if isinstance(text, bytes) else text.encode()
    result = fix(Source("a.md", raw), checker(table), **options)
    return (result.source.bom + result.source.data).decode(), result.applied


def test_fixes_are_applied():
    assert fixed("a bad bad word\n", {"bad": "good"}) == ("a good good word\n", 2)
    assert fixed("nothing\n", {"bad": "good"}) == ("nothing\n", 0)


def test_the_first_of_those_that_overlap_wins_and_the_next_pass_takes_the_rest():
    assert fixed("abc", {"ab": "x", "bc": "y"}) == ("xc", 1)
    assert fixed("abcbc", {"ab": "x", "bc": "y"}) == ("xcy", 2)


def test_a_fix_that_brings_another_finding_is_undone():
    assert fixed("one two", {"one": "two"}) == ("two two", 1)
    assert fixed("one two", {"one": "wrong", "wrong": "one"}) == ("one two", 0)


def test_a_fix_that_leaves_its_finding_is_undone_and_the_others_are_kept():
    table = {"bad": "very bad", "ugly": "fine"}
    assert fixed("ugly, bad, ugly, bad, ugly", table) == ("fine, bad, fine, bad, fine", 3)


def test_one_instance_that_cannot_be_fixed_does_not_stop_those_that_are_alike():
    # Only between these letters the replacement is a finding again.
    table = {"bad": "x", "qxq": ""}
    assert fixed("a bad b, qbadq, a bad c", table) == ("a x b, qbadq, a x c", 2)


def test_many_fixes_do_not_take_a_check_each():
    calls = Counter()
    check = checker({"bad": "good", "qgood": ""})

    def counted(source):
        calls["check"] += 1
        return check(source)

    text = "bad " * 200 + "qbad " + "bad " * 200
    result = fix(Source("a.md", text.encode()), counted)
    assert (result.applied, result.source.text) == (
        400,
        text.replace("bad ", "good ").replace("qgood", "qbad"),
    )
    assert calls["check"] < 30


def test_unsafe_fixes_wait_to_be_asked_for():
    check = check_by([RULES["doubled-word"]()])
    source = Source("a.md", b"Open the the file.\n")
    assert fix(source, check).applied == 0
    assert fix(source, check, include_unsafe=True).source.text == "Open the file.\n"


def test_only_what_touches_the_given_spans_is_fixed():
    text = "bad bad bad bad"
    assert fixed(text, {"bad": "good"}, within=[Span(4, 7)]) == ("bad good bad bad", 1)
    # The spans move with what is changed before them.
    table = {"ab": "longb", "bc": "y"}
    assert fixed("abc abc", table, within=[Span(0, 3)]) == ("longy abc", 2)


def test_newlines_and_the_byte_order_mark_are_kept():
    raw = b"\xef\xbb\xbfa bad\r\nb bad\nc\rbad"
    text, applied = fixed(raw, {"bad": "good"})
    assert (text.encode(), applied) == (raw.replace(b"bad", b"good"), 3)


@pytest.mark.parametrize("replacement", ['"', "it's", "a & b", "<b>", "\\n", "a\nb"])
@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("po", 'msgid "one"\nmsgstr "a bad word"\n'),
        ("markdown", "---\ntitle: 'a bad word'\n---\n"),
        ("android", '<resources><string name="a">a bad word</string></resources>'),
    ],
)
def test_what_would_have_to_be_escaped_is_no_fix(format, text, replacement):
    source = Source("a", text.encode())
    for offered, is_fixed in ((replacement, False), ("good", True)):
        rule = type("Given", (Replace,), {"table": {"bad": offered}})()
        (finding,) = check_by([rule], format=format)(source)
        assert (finding.fix is not None) is is_fixed
        assert is_fixed or finding.suggestions == (offered,)


# Every rule keeps the promise with its own examples, and with texts made of several.


def examples():
    for id, rule in RULES.items():
        for number, example in enumerate(rule.bad):
            yield pytest.param(id, example, id=f"{id}-{number}")


def instance(id, example):
    made = RULES[id](options_of(RULES[id], example.options))
    made.house = names_of(example.names)
    return made


def kinds(findings):
    return Counter(finding.rule for finding in findings)


def promise(source, check):
    """Fix a source, and assert that nothing is worse afterwards."""
    before = check(source)
    result = fix(source, check, include_unsafe=True)
    after = check(result.source)
    assert not kinds(after) - kinds(before), (source.text, result.source.text)
    assert len(before) - len(after) >= result.applied > -1
    return result


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("id", "example"), [*examples()])
def test_after_the_fix_of_an_example_the_finding_is_gone(id, example, newline):
    if RULES[id].is_external:
        pytest.skip("needs another program")
    source = Source("a", example.text.replace("\n", newline).encode())
    result = promise(source, check_by([instance(id, example)], example.lang, example.format))
    if newline == "\r\n":
        assert result.source.text.count("\n") == result.source.text.count(
            "\r\n"
        ) or "\n" in example.text.replace("\r\n", "")


ENGLISH = [
    (example.text, example.fixed)
    for rule in RULES.values()
    for example in rule.bad
    if (example.lang, example.format, example.options, example.names) == ("en", "markdown", {}, {})
]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=6),
    st.sampled_from(["\n\n", "\n", " ", "\r\n\r\n"]),
)
def test_after_the_fixes_of_several_examples_none_is_new(parts, separator):
    rules = [rule() for rule in RULES.values() if rule.is_default and rule.id != "unused-suppression"]
    promise(Source("a.md", separator.join(text for text, _ in parts).encode()), check_by(rules))


# The file.


def replaced(path, text):
    old = Source(str(path), path.read_bytes())
    write(str(path), old, Source(str(path), old.bom + text.encode()))


def test_the_mode_is_kept_and_a_link_still_points_to_its_file(tmp_path):
    target = tmp_path / "folder" / "a.md"
    target.parent.mkdir()
    target.write_bytes(b"\xef\xbb\xbfold\r\n")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    replaced(link, "new\r\n")
    assert link.is_symlink()
    assert target.read_bytes() == b"\xef\xbb\xbfnew\r\n"
    assert target.stat().st_mode & 0o777 == 0o640
    assert os.listdir(target.parent) == ["a.md"]


def test_a_file_that_has_changed_since_it_was_read_is_left_alone(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("old")
    old = Source("a.md", b"older")
    with pytest.raises(OSError, match="has changed since"):
        write(str(path), old, Source("a.md", b"new"))
    assert path.read_text() == "old"


@pytest.fixture
def unprivileged():
    """Be a user whom read-only files stop, in a folder that this user can reach."""
    folder = Path(tempfile.mkdtemp())
    if os.name == "nt" or os.geteuid() != 0:
        yield folder
    else:
        os.chown(folder, 65534, -1)
        os.seteuid(65534)
        yield folder
        os.seteuid(0)
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("read_only", ["file", "folder"])
def test_what_is_read_only_is_left_as_it_is(unprivileged, read_only):
    path = unprivileged / "a.md"
    path.write_text("old")
    (path if read_only == "file" else unprivileged).chmod(0o555)
    with pytest.raises(PermissionError):
        replaced(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(unprivileged) == ["a.md"]


def test_where_the_new_file_cannot_be_written_the_old_one_stays(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replaced(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.md"]


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_git_applies_the_diff(tmp_path, newline, end):
    if shutil.which("git") is None:
        pytest.skip("needs git")
    name = "a b.md"
    lines = [f"line {number}\N{LINE SEPARATOR}" for number in range(30)]
    old = Source(name, b"\xef\xbb\xbf" + (newline.join(lines) + end).encode())
    lines[3], lines[29] = "changed", "changed"
    new = Source(name, old.bom + (newline.join(lines) + end).encode())
    (tmp_path / name).write_bytes(old.bom + old.data)
    patch = "".join(diff(old, new)).encode()
    subprocess.run(["git", "apply", "-p0", "-"], cwd=tmp_path, input=patch, check=True)
    assert (tmp_path / name).read_bytes() == new.bom + new.data
