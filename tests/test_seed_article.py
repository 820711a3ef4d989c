"""The article that stet was asked for: somebody's text, read only where it is beside the checkout."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

SEED = Path(__file__).parents[2] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the article is not here")


def spans(path: Path) -> set[tuple[int, int, int]]:
    command = [sys.executable, "-m", "stetlint", "check", "--format", "json", "--exit-zero", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    return {(f["line"], f["column"], f["end_column"]) for f in json.loads(done.stdout)["findings"]}


def defects() -> dict[str, set[tuple[int, int, int]]]:
    tiers: dict[str, set[tuple[int, int, int]]] = {}
    with open(SEED / "defects.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            span = int(row["line"]), int(row["column"]), int(row["end_column"])
            tiers.setdefault(row["tier"], set()).add(span)
    return tiers


@pytest.mark.parametrize("ending", [".txt", ".md"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_every_defect_that_must_be_found_is_found_at_its_place(tmp_path, ending, newline):
    path = tmp_path / f"article{ending}"
    text = (SEED / "article.txt").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8", newline=newline)
    tiers = defects()
    found = spans(path)
    assert tiers["must"] - found == set()
    others = {
        (line, start, end)
        for line, start, end in found
        if not any(line == at and start < b and end > a for tier in tiers.values() for at, a, b in tier)
    }
    assert len(others) <= 1
