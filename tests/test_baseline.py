"""The baseline: what is known is not reported again, what is new always is."""

import json
import random
import shutil
import subprocess
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stetlint.baseline import Known, read, recognise

NAME = "stet-baseline.tsv"
BAD = "Please open the the file today.\n"


@pytest.fixture
def new(stet):
    """Return what is reported beside a baseline: path and text."""

    def run(*arguments):
        result = stet("check", "--baseline", NAME, "--format", "json", *arguments)
        report = json.loads(result.stdout)
        assert report["errors"] == []
        assert result.exit_code == bool(report["findings"])
        return [(f["path"], f["text"]) for f in report["findings"]]

    return run


def lines(folder):
    return (folder / NAME).read_text(encoding="utf-8").splitlines()[1:]


def test_what_is_known_is_not_reported(stet, write, folder, new):
    write("docs/a.md", BAD)
    result = stet("baseline")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f'{NAME}: 1 finding.\nCheck with --baseline, or configure baseline = "{NAME}".\n'
    )
    assert lines(folder) == ["docs/a.md\tdoubled-word\tPlease open\tthe the\tfile today\t1"]
    assert new() == []
    write("docs/a.md", BAD + "\nShe said said it.\n")
    assert new() == [("docs/a.md", "said said")]
    result = stet("check", "--baseline", NAME)
    assert result.stderr == f"1 known finding not shown ({NAME}).\n"
    assert stet("check").exit_code == 1


def test_the_configuration_names_it(stet, write, folder, monkeypatch):
    write("stet.toml", 'baseline = "known/findings.tsv"\n')
    write("docs/a.md", BAD)
    (folder / "known").mkdir()
    assert stet("check").exit_code == 2  # it has not been written
    assert stet("baseline").stdout == "known/findings.tsv: 1 finding.\n"
    assert stet("check").exit_code == 0
    monkeypatch.chdir(folder / "docs")
    assert stet("check").exit_code == 0
    assert stet("check", "a.md").exit_code == 0
    assert stet("check", "-", "--stdin-filename", "a.md", input=BAD).exit_code == 0
    assert stet("check", "-", "--stdin-filename", "a.md", input=BAD + "\n" + BAD).exit_code == 1


def test_what_is_known_is_not_fixed(stet, write):
    write("a.md", "She left , alone.\n")
    stet("baseline")
    path = write("a.md", "She left , alone.\n\nThey went , too.\n")
    result = stet("check", "--baseline", NAME, "--diff")
    assert result.stdout.splitlines()[-1] == "+They went, too."
    assert result.stderr == f"Would fix 1 finding in 1 file.\n1 known finding not shown ({NAME}).\n"
    result = stet("check", "--baseline", NAME, "--fix")
    assert path.read_text() == "She left , alone.\n\nThey went, too.\n"
    assert result.stderr == f"Fixed 1 finding in 1 file.\n1 known finding not shown ({NAME}).\n"


def test_as_many_as_there_were(stet, write, new):
    write("a.md", BAD + "\n" + BAD)
    stet("baseline")
    write("a.md", BAD + "\n" + BAD + "\n" + BAD)
    assert new() == [("a.md", "the the")]


def test_a_paragraph_is_moved_edited_and_wrapped(stet, write, new):
    paragraphs = ["One.", "The captain had to open the the old harbour gate for us.", "Three."]
    write("a.md", "\n\n".join(paragraphs) + "\n")
    stet("baseline")
    write("a.md", "\n\n".join(paragraphs[::-1]) + "\n")
    assert new() == []
    write("a.md", paragraphs[1].replace("the old", "the\nold").replace("had to", "could"))
    assert new() == []
    write("a.md", paragraphs[1].replace("old", "rusty").replace("open", "shut"))
    assert new() == []
    write("a.md", "It was the the end of the story.\n")
    assert new() == [("a.md", "the the")]


def test_a_renamed_file(stet, write, new, folder):
    write("a.md", BAD + "\nThe the start, and the the end of it.\n")
    stet("baseline")
    (folder / "a.md").rename(folder / "b.md")
    assert new() == []
    write("b.md", BAD.replace("today", "tonight") + "\n" + BAD)
    assert new() == [("b.md", "the the")]
    stet("baseline", "--prune")
    assert {line.split("\t")[0] for line in lines(folder)} == {"b.md"}


def test_a_copy_is_new(stet, write, new):
    write("a.md", BAD)
    stet("baseline")
    write("b.md", BAD)
    assert new() == [("b.md", "the the")]
    # Also where the file that has it is not looked at
    assert new("b.md") == [("b.md", "the the")]


def test_a_paragraph_moves_to_another_file(stet, write, new):
    write("a.md", BAD + "\nFine.\n")
    write("b.md", "Fine.\n")
    stet("baseline")
    write("a.md", "Fine.\n")
    write("b.md", BAD + "\nFine.\n")
    assert new() == []


def test_what_is_gone_is_said_and_pruned(stet, write, folder, new):
    write("a.md", BAD)
    write("b.md", BAD)
    stet("baseline")
    write("a.md", "Open the file.\n")
    says = f"1 finding of {NAME} is gone: “stet baseline --prune” takes them out.\n"
    assert says in stet("check", "--baseline", NAME).stderr
    # Nothing is said of files that were not looked at, nor of rules that did not run.
    assert says not in stet("check", "b.md", "--baseline", NAME).stderr
    assert says not in stet("check", "--baseline", NAME, "--ignore", "doubled-word").stderr
    write("b.md", BAD + "\nShe said said it.\n")
    assert stet("baseline", "--prune").stdout == f"{NAME}: 1 finding; 1 gone.\n"
    assert [line.split("\t")[0] for line in lines(folder)] == ["b.md"]
    assert new() == [("b.md", "said said")]  # it was not added
    (folder / "b.md").unlink()
    assert says in stet("check", "--baseline", NAME).stderr


def test_a_part_is_written_anew(stet, write, folder):
    write("docs/a.md", BAD)
    write("b.md", BAD)
    stet("baseline")
    write("docs/a.md", "She said said it.\n")
    write("b.md", "She said said it.\n")
    stet("baseline", "docs")
    assert [line.split("\t")[3] for line in lines(folder)] == ["the the", "said said"]


def test_it_is_sorted_and_in_plain_text(stet, write, folder):
    write("b.md", "Read the docu\u200bmentation.\n\nC:\\\\the the\n")
    write("a.md", "word " * 60 + "\n")
    stet("baseline")
    text = (folder / NAME).read_text(encoding="utf-8")
    assert lines(folder) == sorted(lines(folder))
    assert text.replace("\n", "").replace("\t", "").isprintable()
    assert "\\u200b" in text
    assert all(len(line) < 300 and line.count("\t") == 5 for line in lines(folder))


def test_two_branches_merge(stet, write, folder, new, monkeypatch):
    if shutil.which("git") is None:
        pytest.skip("needs git")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")

    def git(*arguments):
        identity = ("-c", "user.name=A. Writer", "-c", "user.email=writer@example.org")
        subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)

    def commit():
        git("add", "-A")
        git("commit", "-q", "-m", "Change")

    for name in "abcdefgh":
        write(f"{name}.md", BAD)
    git("init", "-q", "-b", "main")
    stet("baseline")
    commit()
    git("switch", "-q", "-c", "topic")
    write("b.md", BAD + "\nShe said said it.\n")
    stet("baseline")
    commit()
    git("switch", "-q", "main")
    write("f.md", BAD + "\nShe said said it.\n")
    (folder / "d.md").unlink()
    stet("baseline")
    commit()
    git("merge", "-q", "--no-edit", "topic")
    assert new() == []
    assert lines(folder) == sorted(set(lines(folder)))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<<<<<<< HEAD", "a conflict of a merge: keep both sides, and delete its marks"),
        ("a.md\tdoubled-word", "this is no finding: delete the file, and write it anew"),
        ("a.md\tdoubled-word\t\tthe the\t\tone", "this is no finding"),
    ],
)
def test_a_file_that_is_no_baseline(stet, write, line, message):
    write("a.md", BAD)
    write(NAME, f"# stet baseline\n{line}\n")
    result = stet("check", "--baseline", NAME)
    assert result.exit_code == 2
    assert f"error: {NAME}:2: {message}" in result.stderr
    assert "a.md:1:13" in result.stdout
    assert stet("baseline", "--prune", "--baseline", NAME).exit_code == 2
    assert stet("baseline", "--baseline", NAME).exit_code == 2


def test_a_file_that_is_missing(stet, write):
    write("a.md", BAD)
    for command in ("check",), ("baseline", "--prune"):
        result = stet(*command, "--baseline", "no.tsv")
        assert result.exit_code == 2
        assert "error: no.tsv: no such file: write it with “stet baseline”\n" in result.stderr


def test_a_line_that_a_merge_has_kept_twice(folder, write):
    write(NAME, "# x\na.md\tr\tb\tf\ta\t2\na.md\tr\tb\tf\ta\t1\r\na.md\tr\tb\tf\ta\t2\n")
    assert read(str(folder / NAME)) == Counter({Known("a.md", "r", "b", "f", "a"): 2})


WORDS_AROUND = st.lists(st.sampled_from("abcdef"), max_size=5).map(" ".join)
FINDINGS = st.lists(
    st.builds(
        Known, st.sampled_from(["x", "y"]), st.just("r"), WORDS_AROUND, st.sampled_from("pq"), WORDS_AROUND
    ),
    max_size=12,
)


@given(FINDINGS, FINDINGS, st.randoms())
def test_each_finding_stands_for_one(known, others, chance):
    findings = known + others
    chance.shuffle(findings)
    is_known, left = recognise(Counter(known), findings, {"x", "y"}, lambda _: False)
    assert sum(is_known) == len(known)
    assert not left
    assert not Counter(f for f, is_in in zip(findings, is_known, strict=True) if is_in) - Counter(known)


def test_many_that_are_alike():
    findings = [Known(f"{n % 50}.md", "r", f"w{n}", "the the", "x") for n in range(2_000)]
    moved = [known._replace(path=f"new/{known.path}") for known in findings]
    is_known, left = recognise(Counter(findings), moved, {known.path for known in moved}, lambda _: True)
    assert all(is_known)
    assert not left


WORDS = """
    harbour captain lantern bridge winter letter garden market river window teacher village morning stone
    engine paper forest island machine doctor station evening theatre kitchen journey
    """.split()  # fmt: skip
DEFECTS = ["the the", "of of", " ,", "were were"]


def test_two_hundred_findings_after_fifty_edits(stet, write, folder, new):
    """None of the old ones comes back, none of twenty new ones is swallowed."""
    write("stet.toml", 'select = ["doubled-word", "stray-punctuation"]\n')
    chance = random.Random(20)

    def sentence():
        words = chance.sample(WORDS, chance.randint(8, 14))
        return " ".join(words).capitalize() + "."

    def spoiled(text, mark=""):
        words = text.split(" ")
        at = chance.randrange(3, len(words) - 2)
        defect = chance.choice(DEFECTS)
        words[at:at] = [mark + defect] if not defect.startswith(" ") else [mark + "so" + defect]
        return " ".join(words)

    files = {f"{number}.md": [sentence() + " " + sentence() for _ in range(20)] for number in range(20)}
    for paragraphs in files.values():
        for at in chance.sample(range(20), 10):
            paragraphs[at] = spoiled(paragraphs[at])

    def save():
        for name, paragraphs in files.items():
            write(name, "\n\n".join(paragraphs) + "\n")

    save()
    stet("baseline")
    count = sum(int(line.split("\t")[5]) for line in lines(folder))
    assert count == 200

    def edit(name):
        """Change a file where no finding is: move, add, or rewrite the other sentence of a paragraph."""
        paragraphs = files[name]
        kind = chance.randrange(5)
        at = chance.randrange(len(paragraphs))
        if kind == 0:
            paragraphs.insert(chance.randrange(len(paragraphs)), paragraphs.pop(at))
        elif kind == 1:
            paragraphs.insert(at, sentence())
        elif kind == 2:
            paragraphs[at] = sentence() + " " + paragraphs[at]
        elif kind == 3:
            paragraphs[at] += " " + sentence()
        else:
            new_name = f"renamed {name}"
            files[new_name] = files.pop(name)
            (folder / name).unlink(missing_ok=True)

    for _ in range(50):
        edit(chance.choice(sorted(files)))
    save()
    assert new() == []

    injected = []
    for _ in range(20):
        name = chance.choice(sorted(files))
        text = spoiled(sentence())
        files[name].insert(chance.randrange(len(files[name])), text)
        injected.append(name)
    save()
    assert sorted(path for path, _ in new()) == sorted(injected)
