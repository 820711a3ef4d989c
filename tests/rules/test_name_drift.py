"""name-drift: which spelling is reported, why, where; what is no drift; time."""

import json

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.name_drift import NameDrift


def found(text, lang="en", **options):
    return [(f.place.text, *f.suggestions) for f in lint(NameDrift, Bad(text, lang=lang, options=options))]


def test_the_rarer_spelling_is_reported_at_each_place():
    text = "He met Tokajev. Then Tokaev and\nTokaev's son; Tokaev left. So did Tokajev’s wife.\n"
    findings = lint(NameDrift, Bad(text))
    assert [(f.place.line, f.place.column, f.place.text) for f in findings] == [
        (1, 8, "Tokajev"),
        (2, 35, "Tokajev"),
    ]
    assert findings[0].message == (
        "“Tokajev” is spelled “Tokaev” elsewhere in this file "
        "(twice against 3 times; e and ye are one letter in Russian names)"
    )
    assert findings[0].suggestions == ("Tokaev",)
    assert findings[0].fix is None


def test_where_both_are_as_frequent_the_unknown_one_is_reported():
    assert found("They flew to Kronshtadt. From Kronstadt they came.") == [("Kronshtadt", "Kronstadt")]
    assert found("They saw Baimuldyn. Later Baimuldin left.") == [("Baimuldin", "Baimuldyn")]


@pytest.mark.parametrize(
    ("text", "spelling", "other"),
    [
        ("We saw Guðrún. Then Guðrún sang, and Gudrun left.", "Gudrun", "Guðrún"),
        ("We watch Al Jazeera, not the Al-Jazeera of old; Al Jazeera it is.", "Al-Jazeera", "Al Jazeera"),
        ("We watch Al-Jazeera, not the Al Jazeera of old; Al-Jazeera it is.", "Al Jazeera", "Al-Jazeera"),
        ("In Minato Ward it rains. In Minato-ku too. Minato Ward is wet.", "Minato-ku", "Minato Ward"),
        ("Oyama Town waits. In Oyamamachi it rains. Oyama Town is wet.", "Oyamamachi", "Oyama Town"),
        ("We saw Hrafnsson. There Hrafnssan left, and Hrafnsson stayed.", "Hrafnssan", "Hrafnsson"),
        ("The Zubrovka Sens Soap. Buy Zubrovka Sens Soap, not Zubrovka Seins Soap.", "Seins", "Sens"),
        ("They left Kiev. In Kyiv it rains, and Kyiv is wet.", "Kiev", "Kyiv"),
        ("In Umizaki it rains. Umizaki is wet. They left Kaizaki.", "Kaizaki", "Umizaki"),
    ],
)
def test_what_is_certain(text, spelling, other):
    ((place, *suggestions),) = found(text)
    assert place == spelling
    assert suggestions[0] == other


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ivanov came with Mrs. Ivanova. Later Ivanov left.",
        "Jónsson met Jónsdóttir.",
        "In Zubrovka they speak Zubrovkan; the Zubrovkans say so.",
        "Ask Pavlovich. His name is Pavlov.",
        "Kenji-san came. Kenji left.",
        "See Tokaev2 and Tokajev3.",
        "The Krassotkins’ house is old. Old Krassotkin built it.",
        "Say `Tokaev` and Tokajev.",
        "XMLNodes and XMLDNodes, SourceFile and SourcesFile",
        "Никита and Nikita",
        "O’Brennan and O'Brennan",
        "He ate Japanese Style rice. The Japanese-style room is cold.",
        "Ve-ry well, he said. “Very,” she said, Very.",
        "Plug-in and Plugin, Add-Ons and Addons",
        "In Ma-da-gas-car, Madagascar!",
        "Say Zubrovnik or /Zubrovnyk.",
        "The Oyama family lives in Oyamamachi.",
        "Call Foo.Zubrovnik or x::Zubrovnyk, or Zubrovnik(1), Zubrovnyk_a.",
        "The Zubrowka-Hook. Our Webhook, your Webhooks; a Rockfile and a Rockmaker.",
        "Go to People-Ops, to People Ops.",
        "Use Zespree or Zesprima: see `zespree` and <https://example.org/zesprima>.",
        "Jan Kuhn sings, Ian Wells dances.",
        "President Tokaev (Russian: Tokajev) spoke. So did Tokaev.",
        "They live in Kyiv (Kiev).",
        "“Little Em'ly,” he said. Little Emily left.",
    ],
)
def test_no_drift(text):
    assert found(text) == []


def test_names_in_small_letters_are_words():
    assert found("Kubectl is not Kubectll.") != []
    assert found("Kubectl is not Kubectll. Call kubectl.") == []


def test_ignored_names():
    text = "He met Tokajev. Then Tokaev came; Tokaev left."
    assert found(text, ignore=["Tokajev"]) == []


def test_case_endings_are_no_drift_in_other_languages():
    assert found("Widział Tokajewa. Potem Tokajewem gardził, a Tokajewowi ufał.", "pl") == []
    assert found("Viděl Nováka. Potom s Novákem mluvil.", "cs") == []
    assert found("Он видел Токаева. Потом с Токаевым говорил.", "ru") == []


def test_famous_names_in_other_languages():
    text = "Nous aimons le Portogal. Elle aime le Portogal, il aime le Portugal."
    assert found(text, "fr") == [("Portogal", "Portugal")] * 2
    assert found("Portogal. Le Portugal.", "fr") == []  # a sentence begins with it
    assert found(text, "pl") == []


def test_a_wrapped_name_and_crlf():
    findings = lint(NameDrift, Bad("See Al\r\nJazeera. He likes Al-Jazeera, she likes Al-Jazeera.\r\n"))
    assert [(f.place.line, f.place.column, f.place.end_line, f.place.end_column) for f in findings] == [
        (1, 5, 2, 8)
    ]


def test_related_are_the_first_places_of_the_other_spelling():
    text = "Tokajev and\n\n# Tokaev\n\nTokaev, Tokaev; Tokaev\n"
    (finding,) = lint(NameDrift, Bad(text))
    assert [(p.line, p.column, p.text) for p in finding.related] == [
        (3, 3, "Tokaev"),
        (5, 1, "Tokaev"),
        (5, 9, "Tokaev"),
    ]


def test_a_name_of_the_house_is_never_the_deviant_one():
    text = "He met Tokajev. Then Tokaev came; Tokaev left."
    found = lint(NameDrift, Bad(text, names={"known": ["Tokajev"]}))
    assert [(f.place.text, f.suggestions) for f in found] == [("Tokaev", ("Tokajev",))] * 2
    assert lint(NameDrift, Bad(text, names={"alike": [["Tokajev", "Tokaev"]]})) == []
    assert lint(NameDrift, Bad(text, names={"known": ["Tokajev", "Tokaev"]})) == []


def test_the_house_is_right_in_every_language():
    names = {"preferred": {"Almaty": ["Alma-Ata"], "Hof": ["Hoff"]}}
    (finding,) = lint(NameDrift, Bad("Der Zug nach Alma-Ata, nicht Hoffen.", lang="de", names=names))
    assert (finding.place.text, finding.fix.replacement, finding.fix.is_safe) == ("Alma-Ata", "Almaty", False)


FILLER = " She knows Wroclaw, Bengaluru, Tbilisi, Quito and Lagos."
OTHERS = " They like Perth, Oslo, Cuzco, Hanoi and Malmö."


@pytest.fixture
def across(stet, write):
    """Return (path, line, column, text, path of each related place) of what is found with some options."""

    def check(options, **files):
        write("stet.toml", f'select = ["name-drift"]\n[rules.name-drift]\n{options}\n')
        for name, text in files.items():
            write(name.replace("__", "/") + ".md", text)
        found = json.loads(stet("check", "--format", "json").stdout)["findings"]
        return [
            (f["path"], f["column"], f["text"], *f["suggestions"], [p["path"] for p in f["related"]])
            for f in found
        ]

    return check


def test_across_documents_most_documents_are_right(across):
    files = {
        "a": "There Nursultan Nazarbayev spoke.",
        "b": "Then Nursultan Nazarbayev spoke." + FILLER,
        "docs__c": "Now Nursultan Nazarbaev speaks; Nazarbaev left." + OTHERS,
    }
    assert across("", **files) == []
    assert across('scope = "folder"', **files) == []
    related = ["a.md", "b.md"]
    assert across('scope = "repository"', **files) == [
        ("docs/c.md", 15, "Nazarbaev", "Nazarbayev", related),
        ("docs/c.md", 33, "Nazarbaev", "Nazarbayev", related),
    ]


def test_across_documents_of_a_folder(across):
    files = {
        "docs__a": "There Baimuldin spoke." + FILLER,
        "docs__b": "Then Baimuldin spoke.",
        "docs__c": "Now Baimuldyn speaks." + OTHERS,
    }
    assert across('scope = "folder"', **files) == [
        ("docs/c.md", 5, "Baimuldyn", "Baimuldin", ["docs/a.md", "docs/b.md"])
    ]


def test_versions_of_one_text_are_not_compared(across):
    files = {
        "one__a": "There Baimuldin spoke." + FILLER,
        "other__a": "In those days Baimuldyn spoke out." + FILLER,
    }
    assert across('scope = "repository"', **files) == []
    found = across('scope = "repository"\nversions = true', **files)
    assert [row[:3] for row in found] == [("other/a.md", 15, "Baimuldyn")]


def test_two_people_in_two_documents(across):
    files = {
        "a": "There Anna Petrova and Sergey Lavrov spoke, with Erik Hansen." + FILLER,
        "b": "Then Hanna Sidorova and Sergei Witte spoke, with Lars Hanssen." + OTHERS,
    }
    assert across('scope = "repository"', **files) == []
