"""Whole articles and what they must yield: tests/cases/NAME.md beside NAME.tsv, with LF and with CRLF."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.md"))


def check(path: Path) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "stetlint", "check", "--format", "json", "--exit-zero", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    findings: list[dict[str, object]] = json.loads(done.stdout)["findings"]
    return findings


def expected(name: str) -> list[tuple[str, int, int, int, str]]:
    with open(CASES / f"{name}.tsv", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            (row["rule"], int(row["line"]), int(row["column"]), int(row["end_column"]), row["text"])
            for row in rows
        ]


def found(findings: list[dict[str, object]]) -> list[tuple[object, ...]]:
    return [(f["rule"], f["line"], f["column"], f["end_column"], f["text"]) for f in findings]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_an_article_yields_what_it_must(tmp_path, name, newline):
    text = (CASES / f"{name}.md").read_text(encoding="utf-8")
    path = tmp_path / f"{name}.md"
    path.write_text(text, encoding="utf-8", newline=newline)
    assert found(check(path)) == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_span_cut_out_of_the_file_is_the_text(name):
    lines = (CASES / f"{name}.md").read_text(encoding="utf-8").split("\n")
    for finding in check(CASES / f"{name}.md"):
        assert finding["end_line"] == finding["line"]
        line = lines[int(str(finding["line"])) - 1]
        assert line[int(str(finding["column"])) - 1 : int(str(finding["end_column"])) - 1] == finding["text"]
