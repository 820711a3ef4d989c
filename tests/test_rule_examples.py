"""Every rule carries examples: they are run here, one test a rule."""

import pytest

from stetlint.registry import load
from stetlint.testing import failures

RULES = {id: rule for id, rule in load().items() if not rule.is_external}  # those need another program


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_examples(rule):
    assert failures(rule) == []
