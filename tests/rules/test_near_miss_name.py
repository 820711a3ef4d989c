"""near-miss-name: what is near a known name, what is known, the list."""

import re
from collections import defaultdict

import pytest

from stetlint.language.bodies import CONCEPT_OF, concepts, known_bodies, read_names, stems, words_of
from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.near_miss_name import HEADS, NearMissName


def found(text, **options):
    return [(f.place.text, *f.suggestions) for f in lint(NearMissName, Bad(text, options=options))]


@pytest.mark.parametrize(
    ("text", "near", "name"),
    [
        ("the World Health Association", "World Health Association", "World Health Organization"),
        ("The World Health\nAssociation said", "World Health\nAssociation", "World Health Organization"),
        ("a Global Health Organisation’s doctor", "Global Health Organisation", "World Health Organization"),
        (
            "He joined the Organization of American Countries on Monday.",
            "Organization of American Countries",
            "Organization of American States",
        ),
        ("In World Trade Organization and Global Trade Organization", "Global Trade Organization",
         "World Trade Organization"),
    ],
)  # fmt: skip
def test_near_misses(text, near, name):
    assert found(text) == [(near, name)]


@pytest.mark.parametrize(
    "text",
    [
        "the World Health Organization and the World Health Organisation’s doctors",
        "the World Health Organizations",
        "the Zubrovka Global Trade Organization",
        "the Global Trade Organization of Zubrovka",
        "the Bank for Zubrovkan Reconstruction",
        "the Security Council of the United Nations",
        "the Global Organization",
        "the global trade organization",
        "see `Global Trade Organization`",
    ],
)
def test_no_near_miss(text):
    assert found(text) == []


def test_names_of_the_user():
    text = "The Global Zubrovka Fund gave to the World Zubrovka Foundation."
    assert found(text) == []
    assert found(text, names=["Global Zubrovka Fund"]) == [
        ("World Zubrovka Foundation", "Global Zubrovka Fund")
    ]
    assert found(text, names=["Global Zubrovka Fund", "World Zubrovka Foundation"]) == []
    text = "The Lutzan Blue Lantern"
    assert re.search(HEADS, text) is None
    assert found(text, names=["Blue Lutzan Lantern"]) == [("Lutzan Blue Lantern", "Blue Lutzan Lantern")]


def test_every_name_of_the_list_is_known():
    names = list(read_names())
    assert len(names) == len(set(names)) > 150
    bodies = known_bodies()
    assert min(len(words_of(name)) for name in names) == 3
    assert [name for name in names if not bodies.alike(stems(words_of(name)))[0]] == []
    assert found(". ".join(names)) == []


def test_every_name_of_the_list_is_suspected():
    # Whatever words stand for its concepts
    words = defaultdict(set)
    for word, concept in CONCEPT_OF.items():
        words[concept].add(word)
    for name in read_names():
        assert any(
            all(re.match(HEADS, word.capitalize()) for word in words.get(concept, {concept}))
            for concept in concepts(stems(words_of(name)))
        ), name
