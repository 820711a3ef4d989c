"""Names of a text: counted, compared, seen in their contexts."""

from stetlint.language import drift
from stetlint.language.kinship import could_be_one
from stetlint.language.names import Contexts, Names, form, is_identifier


def test_counts_without_clitics():
    names = Names(["Tokaev came. Tokaev's son, the Ivanovs' house, McKinley and iPhone"])
    assert dict(names.count) == {"Tokaev": 2, "Ivanovs": 1, "McKinley": 1}


def test_identifiers():
    assert all(map(is_identifier, ("NASA", "APIs", "SourceFile", "XMLNode")))
    assert not any(map(is_identifier, ("McKinley", "Jong-un", "Al-Jazeera", "Þór", "DeVito")))


def test_long_words_are_no_names():
    scream = "A" + "a" * 3000
    assert form(scream + "rgh") is None
    assert Names([f"{scream}rgh, {scream}rghh"]).alike() == set()


def test_alike_words_share_a_key_and_spaced_words_are_found():
    names = Names(["Tokaev, Tokajev; Moscow; Al Jazeera, Al-Jazeera"])
    assert ("Tokaev", "Tokajev") in names.alike()
    assert names.spaced() == [("Al Jazeera", "Al-Jazeera")]


def test_lists_of_names_are_compared_by_sound_only():
    listed = [f"Zub{a}{b}{c}ov" for a in "aeo" for b in "klmnprst" for c in "aeiou"]
    assert ("Zubakalin", "Zubakelin") in Names(["Zubakalin, Zubakelin"]).alike()
    alike = Names([" ".join([*listed, "Zubakalin", "Zubakelin", "Krychov", "Krychow"])]).alike()
    assert alike == {("Krychov", "Krychow")}


def test_names_behind_the_same_name():
    names = Names(["Oleg Tokaev Junior met Oleg Tokyev Junior. Old Tokajev, Oleg Zubrov"])
    assert names.bound == {
        ("Tokaev", "Tokyev"): True,
        ("Tokaev", "Zubrov"): False,
        ("Tokyev", "Zubrov"): False,
    }


def test_contexts():
    text = "Old Oleg Tokaev and Tokajev of the Town of Minato. Minato is wet, but a tokaev is not."
    contexts = Contexts([text], ["Tokaev", "Tokajev", "Minato"])
    assert contexts.of["Tokaev"].before == {"Oleg"}
    assert contexts.of["Minato"].heads == {"Town"}
    assert contexts.of["Minato"].inside == 1
    assert frozenset(("Tokaev", "Tokajev")) in contexts.joined
    assert contexts.small == {"tokaev"}


def could_be(one, other):
    return could_be_one(one, other, form(one), form(other))


def test_kin_are_two():
    for one, other in (
        ("Ivanov", "Ivanova"),
        ("Jónsson", "Jónsdóttir"),
        ("Russia", "Russian"),
        ("Initializer", "Deinitializer"),
        ("Decodable", "Decoding"),
        ("Takaida", "Takaida-Chuo"),
        ("Minami", "Minami-san"),
        ("Em'ly", "Emily"),
        ("Steinarsson", "Stefánsson"),
        ("Ladov", "Labrov"),
        ("Amorigo", "America"),
        ("Releaser", "Releases"),
        ("Zgroup", "Zgroups"),
    ):
        assert not could_be(one, other), (one, other)
    for one, other in (
        ("Tokaev", "Tokajev"),
        ("Krychowiak", "Krykhovyak"),
        ("Ōta", "Ota"),
        ("Elísa", "Elísu"),
    ):
        assert could_be(one, other), (one, other)


def test_the_same_name_before_tells_one_person():
    for one, other in (("Michel", "Michele"), ("Tamuro", "Tamurohiko"), ("Bets", "Betts")):
        a, b = form(one), form(other)
        assert not could_be_one(one, other, a, b)
        assert could_be_one(one, other, a, b, is_bound=True), (one, other)
    one, other = "Minami", "Minamisan"
    assert not could_be_one(one, other, form(one), form(other), is_bound=True)


def test_every_feature_has_a_weight():
    names = Names(["Tokaev, Tokajev"])
    contexts = Contexts(["Tokaev, Tokajev"], ["Tokaev", "Tokajev"])
    seen = drift.features("Tokaev", "Tokajev", names, contexts)
    assert {"bias", *seen} == set(drift.WEIGHTS)
