"""Two readings of one Japanese character."""

import pytest

from stetlint.language.kinship import could_be_one
from stetlint.language.names import form
from stetlint.language.readings import are_readings, is_japanese
from stetlint.language.romanise import explain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kitahama", "hokuhama"),  # 北
        ("umizaki", "kaizaki"),  # 海
        ("chuzan", "juzan"),  # 中, voiced
        ("oumura", "komura"),  # 大 is no ko, but 小 is o and ko
        ("tsukiyama", "getsuyama"),  # 月
    ],
)
def test_readings_of_one_character(one, other):
    assert are_readings(one, other)
    assert are_readings(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nakayama", "nakamura"),  # 山, 村
        ("kagawa", "kanagawa"),
        ("yamada", "oyamada"),
        ("mitsuki", "mizuki"),
        ("genda", "honda"),
        ("ka", "ko"),  # nothing in common
    ],
)
def test_other_characters(one, other):
    assert not are_readings(one, other)


def test_a_scream_takes_no_time():
    assert not is_japanese("a" * 50 + "rgh")


def test_readings_overrule_the_first_letter_and_the_distance():
    for one, other in (("Umizaki", "Kaizaki"), ("Hokuhama", "Kitahama")):
        assert could_be_one(one, other, form(one), form(other))
    assert explain("Kitahama", "Hokuhama") == "two readings of one Japanese character"
    # Two known names are two
    assert not could_be_one("Kanto", "Shinto", form("Kanto"), form("Shinto"))
