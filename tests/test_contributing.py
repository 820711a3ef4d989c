"""CONTRIBUTING.md tells the truth: the rule that it shows works as it says."""

from __future__ import annotations

import re
from pathlib import Path

from stetlint.registry import load
from stetlint.testing import failures

TEXT = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_smallest_rule_works(tmp_path):
    rule, test = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)[:2]
    path = tmp_path / "spaced_slash.py"
    path.write_text(rule, encoding="utf-8")
    loaded = load((str(path),))["spaced-slash"]
    assert failures(loaded) == []
    assert loaded.summary() == "A blank on one side of a slash."
    assert 'load(("style/spaced_slash.py",))["spaced-slash"]' in test
