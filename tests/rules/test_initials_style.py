"""initials-style: which style is the rarer one, what initials are."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import fix, lint
from stetlint_rules.initials_style import InitialsStyle


def test_the_rarer_style_is_set_like_the_other():
    text = "F. M. Dorn met L.N. Tull.\r\n\r\nA. P. Chell and **K.\nL. Mohr** met the N.\u00a0O. Pahl."
    findings = lint(InitialsStyle, Bad(text))
    assert [(f.place.line, f.place.column, f.place.text) for f in findings] == [(1, 16, "L.N.")]
    assert fix(text, findings) == text.replace("L.N.", "L. N.")
    assert [(p.line, p.text) for p in findings[0].related] == [(1, "F. M."), (3, "A. P."), (3, "K.\nL.")]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. President met A. B. Dorn.",
        "A. Dorn, B.C. Tull",
        "Plan A B. Dorn and C. D. Tull",
        "I. E. Dorn, `C.D. Tull`",
        "John F.K. Dorn and C. D.E. Tull",
        "AB Dorn and A. B. Dorn",
    ],
)
def test_no_mixture(text):
    assert lint(InitialsStyle, Bad(text)) == []
