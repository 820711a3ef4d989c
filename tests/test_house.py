"""The names of the house: what the configuration and a plain file say, and what is said where it is wrong."""

import pytest

from stetlint.config import ConfigError, Configs

TABLE = """
[names]
file = "names.txt"
alike = [["Yamada", "Oyamada", "Koyamada"]]
known = ["Riso"]

[names.preferred]
Tokayev = ["Tokaev", "Tokajev"]
"""


@pytest.fixture
def names(folder, write):
    """Return the names that a configuration makes."""

    def make(text, file=""):
        write("stet.toml", text)
        write("names.txt", file)
        return Configs().of(str(folder)).names

    return make


def test_the_table_and_the_file_say_the_same_things(names):
    found = names(TABLE, "# ours\nAlmaty: Alma Ata, Alma-Ata  # the city\n\nKobe = Kobi\nHana\n")
    assert found.preferred == {
        "Tokaev": "Tokayev",
        "Tokajev": "Tokayev",
        "Alma Ata": "Almaty",
        "Alma-Ata": "Almaty",
    }
    assert found.known == {"Tokayev", "Almaty", "Riso", "Hana"}
    assert found.are_right("Koyamada", "Yamada")
    assert found.are_right("Kobi", "Kobe")
    assert found.are_right("Riso", "Hana")
    assert not found.are_right("Riso", "Kobe")


@pytest.mark.parametrize(
    ("text", "file", "where", "message"),
    [
        ("[names]\nknow = []\n", "", ("stet.toml", 2), 'unknown key "know" (did you mean "known"?)'),
        ("[names]\nknown = 1\n", "", ("stet.toml", 2), "names.known: must be a list, not 1"),
        ('[names]\nalike = ["A"]\n', "", ("stet.toml", 2), 'names.alike: must be a list, not "A"'),
        (
            '[names.preferred]\nA = ["B"]\nC = ["B"]\n',
            "",
            ("stet.toml", 3),
            'names.preferred.C: "B" is a variant of "A" and of "C"',
        ),
        (
            '[names]\nfile = "names.txt"\n',
            "A: B\n\nC: B\n",
            ("names.txt", 3),
            '"B" is a variant of "A" and of "C"',
        ),
        (
            '[names]\nfile = "names.txt"\nknown = ["B"]\n',
            "A: B\n",
            ("names.txt", 1),
            '"B" is a variant of "A", and elsewhere a name that is right',
        ),
        (
            '[names]\nfile = "names.txt"\n',
            "A\nB:\n",
            ("names.txt", 2),
            'a name is empty: write "right: wrong, wrong" or "one = other"',
        ),
        (
            '[names]\nfile = "nomes.txt"\n',
            "",
            ("stet.toml", 2),
            "names.file: nomes.txt: No such file or directory",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_line(names, text, file, where, message):
    with pytest.raises(ConfigError) as caught:
        names(text, file)
    assert (caught.value.path, caught.value.line) == where
    assert caught.value.message.endswith(message)


def test_a_wrong_variant_is_reported_where_it_stands_alone(stet, write):
    write("stet.toml", '[names]\nfile = "names.txt"\n')
    write("names.txt", "Almaty: Alma Ata\n")
    write("a.md", "They left Alma\nAta, and *Alma Ata* is far.\n")
    write("b.md", "They left Almaty.\n")
    result = stet("check", "--format", "concise", "--select", "name-drift")
    assert result.exit_code == 1
    # The list itself is no copy.
    assert [line.split(" ")[0] for line in result.stdout.splitlines() if "name-drift" in line] == [
        "a.md:1:11:",
        "a.md:2:11:",
    ]
