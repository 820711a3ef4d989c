"""What --timing prints."""

import re

from stetlint.timing import Clock


def test_it_names_stages_and_rules(stet, write):
    write("a.md", "Open the the file.\n")
    write("stet.toml", '[rules.name-drift]\nscope = "repository"\n')
    write("b.md", "Then President Tokaev spoke; Tokaev left.\n")
    plain = stet("check", "--format", "json")
    result = stet("check", "--format", "json", "--timing", "--jobs", 2)
    assert result.stdout == plain.stdout
    assert result.exit_code == plain.exit_code == 1
    first, heading, *rows, last = result.stderr.splitlines()
    assert first == "Processor time of one process, without the cache:"
    assert heading.split() == ["ms", "ms/MB"]
    assert re.fullmatch(r"0\.0 MB read, 0\.0 MB/s\.", last)
    names = {row.split("  ")[0] for row in rows}
    stages = {"start", "find", "read", "parse", "triggers", "findings", "reduce", "report", "rest", "all"}
    assert stages | {"doubled-word", "name-drift", "name-drift, files compared"} <= names
    times = [float(row[len(max(names, key=len)) :].split()[0]) for row in rows]
    assert times[:-1] == sorted(times[:-1], reverse=True)
    assert abs(sum(times[:-1]) - times[-1]) < 0.1 * len(times)


def test_a_clock_runs_for_the_innermost_stage(monkeypatch):
    now = iter(range(100))
    monkeypatch.setattr("time.process_time", lambda: next(now))
    clock = Clock()

    def two():
        yield 1
        yield 2

    with clock.stage("outer"), clock.stage("inner"):
        assert list(clock.timed("rule", two)()) == [1, 2]
    clock.begin("report")
    clock.size = 1_000_000
    rows = {row.split()[0]: row.split()[1] for row in list(clock.report())[2:-1]}
    # Each turn of the clock takes a second.
    assert rows == {
        "inner": "5000.0",
        "rule": "4000.0",
        "outer": "2000.0",
        "start": "1000.0",
        "report": "1000.0",
        "all": "13000.0",
    }
