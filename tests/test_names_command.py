"""stet names: what is a name, what is tied together, in each format."""

import json

import pytest

TEXT = "He met Tokajev in Almaty. There Tokaev left.\n"


@pytest.fixture
def files(write):
    write("a.md", TEXT)
    write("b.md", "They saw Tokaev, `Tokayev` and Al Jazeera. Old Al-Jazeera!\n")


def rows(result):
    return {row["spelling"]: row for row in json.loads(result.stdout)["names"]}


def test_names_are_counted_over_all_files(stet, files):
    found = rows(stet("names", "--format", "json"))
    assert found["Tokaev"] == {
        "spelling": "Tokaev",
        "times": 2,
        "documents": 2,
        "ties": [{"spelling": "Tokajev", "why": "e and ye are one letter in Russian names"}],
    }
    assert found["Almaty"]["ties"] == []
    assert [tie["spelling"] for tie in found["Al-Jazeera"]["ties"]] == ["Al Jazeera"]
    assert not {"He", "They", "There", "Tokayev", "Old"} & found.keys()


def test_the_table_has_the_most_frequent_name_first(stet, files):
    assert stet("names").stdout.splitlines()[:2] == [
        "times  documents  name",
        "    2          2  Tokaev = Tokajev (e and ye are one letter in Russian names)",
    ]


def test_the_list_is_a_file_of_names(stet, files, write):
    result = stet("names", "--format", "list")
    assert "Tokaev: Tokajev  # 2 against 1; e and ye are one letter in Russian names\n" in result.stdout
    write("names.lst", result.stdout)
    write("stet.toml", '[names]\nfile = "names.lst"\n')
    assert "“Tokajev” is spelled “Tokaev” in this house" in stet("check", "a.md").stdout
    # What the house has decided is not tied again.
    assert rows(stet("names", "--format", "json"))["Tokaev"]["ties"] == []


def test_what_cannot_be_read_is_said(stet, write):
    write("a.md", b"\xff\xfe\xfd")
    result = stet("names", "a.md", "no.md")
    assert result.exit_code == 2
    assert "no.md: no such file or folder" in result.stderr
    assert "a.md" in result.stderr


def test_nouns_of_german_are_no_names(stet, write):
    write("stet.toml", 'language = "de"')
    write("a.md", "Der Vater und die Väter.")
    assert stet("names").stdout == "times  documents  name\n"


def test_names_are_tied_in_a_document_and_across_documents(stet, write):
    # Among so many names two that are alike would be a coincidence, if they were of one text.
    write(
        "many.md", "\n\n".join(f"They saw Zu{a}{b}{c}ov." for a in "aeiou" for b in "bdgklm" for c in "aeiou")
    )
    write("a.md", "He met Oleg Krychowiak. There Baimuldin and Baimuldyn left.\n")
    write("b.md", "They saw Oleg Krychoviak.\n")
    found = rows(stet("names", "--format", "json"))
    ties = {name: [tie["spelling"] for tie in found[name]["ties"]] for name in ("Krychowiak", "Baimuldin")}
    assert ties == {"Krychowiak": ["Krychoviak"], "Baimuldin": ["Baimuldyn"]}
