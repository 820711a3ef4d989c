"""Texts of which nothing says their language: how they are checked, and what the user is told."""

import pytest

GERMAN = (
    "Das ist die Seite, die die Leser nicht kennen, denn sie wird von uns und mit dem Programm gemacht.\n"
)
ENGLISH = "This is the the page that the reader does not know.\n"
RUSSIAN = "Это страница, которую читатель не знает,, но она была сделана для него и при этом очень хорошо.\n"


def test_a_text_shows_its_language(stet, write):
    write("a.md", GERMAN * 3)
    result = stet("check", "a.md")
    assert result.exit_code == 0, result.stdout
    assert "look" not in result.stderr


def test_too_little_of_it_does_not(stet, write):
    write("a.md", "Das ist die Seite, die die Leser nicht kennen.\n")
    assert stet("check", "--format", "concise", "a.md").stdout.startswith("a.md:1:")


@pytest.mark.parametrize(
    ("text", "language"),
    [(GERMAN * 3, "de"), (RUSSIAN * 3, "ru"), (ENGLISH, ""), ("They saw the the “Stoßtrupp”.\n", "")],
)
def test_another_language_than_the_configuration_says(stet, write, text, language):
    write("stet.toml", 'language = "en"\n')
    write("a.md", text)
    result = stet("check", "--format", "concise", "a.md")
    assert result.exit_code == 1
    assert ("a.md looks like" in result.stderr) == bool(language)
    assert f'say language = "{language}" in an override' in result.stderr or not language


def test_many_files(stet, write):
    write("stet.toml", 'language = "en"\n')
    for number in range(9):
        write(f"{number}.md", GERMAN * 3)
    assert '0.md and 8 more look like "de"' in stet("check").stderr


@pytest.mark.parametrize("path", ["de/a.md", "b.md", "c.md"])
def test_where_the_language_is_named(stet, write, path):
    write("stet.toml", 'language = "en"\n[[overrides]]\npaths = ["b.md"]\nlanguage = "de"\n')
    front_matter = "---\nlang: de\n---\n" if path == "c.md" else ""
    write(path, f"{front_matter}{GERMAN * 3}Das ist gut , sehr gut.\n")
    result = stet("check", "--format", "concise", path)
    assert result.exit_code == 1
    assert "doubled-word" not in result.stdout
    assert "look" not in result.stderr


def test_nothing_is_said_without_findings(stet, write):
    write("stet.toml", 'language = "en"\n')
    write("a.md", "Das ist die Seite, und sie wird nicht mit dem Programm gemacht, sondern von uns.\n" * 3)
    result = stet("check", "a.md")
    assert result.exit_code == 0
    assert "look" not in result.stderr
