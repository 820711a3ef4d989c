"""Romanisation: views of a word, keys, distances and what they say."""

import pytest

from stetlint.language.romanise import FAR, distance, explain, keys, plain, sound


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Þór", "thor"),
        ("Guðrún", "gudrun"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Jong-un", "jongun"),
        ("O’Neil", "oneil"),
        ("Токаев", "tokaev"),
        ("Αθήνα", "athina"),
        ("İstanbul", "istanbul"),
    ],
)
def test_plain(word, expected):
    assert plain(word) == expected


def test_sound():
    assert sound("yanukovych") == sound("ianukovich")
    assert sound("zelenskyy") == sound("zelenski")
    assert sound("ivanov") != sound("ivanova")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tokaev", "tokajev"),
        ("hanna", "hannah"),
        ("monteith", "moneith"),
        ("riso", "riyo"),
        ("masuda", "mausda"),
    ],
)
def test_spellings_share_a_key(one, other):
    assert keys(one) & keys(other)


def test_distance_is_symmetric_and_cheap_between_romanisations():
    for one, other in (("tokaev", "tokajev"), ("krychowiak", "krykhovyak"), ("shulgin", "schulgin")):
        assert distance(one, other).cost == pytest.approx(distance(other, one).cost)
        assert distance(one, other).cost < 0.8
    assert distance("kanagawa", "kagawa").cost > 1
    assert distance("moscow", "berlin") is FAR
    assert distance("ivanov", "ivanov").cost == 0


def test_steps_lead_from_one_to_the_other():
    one, other = "krychowiak", "krykhovyak"
    spelled = one
    for step in reversed(distance(one, other).steps):
        assert spelled[step.at : step.at + len(step.gone)] == step.gone
        spelled = spelled[: step.at] + step.come + spelled[step.at + len(step.gone) :]
    assert spelled == other


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Tokaev", "Tokajev", "e and ye are one letter in Russian names"),
        ("Ōta", "Ota", "with and without diacritics"),
        ("Al-Jazeera", "Al Jazeera", "with and without a hyphen or blank"),
        ("Masuda", "Mausda", "two letters have changed places"),
        ("Remenyako", "Remelyako", "“n” against “l”"),
        ("Dimaks", "Dimax", "x is also written ks"),
    ],
)
def test_explain(one, other, why):
    assert explain(one, other) == why
