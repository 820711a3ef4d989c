"""Texts in another language than they are checked in: the user is told, and nothing else changes."""

import pytest

GERMAN = (
    "Das ist die Seite, die die Leser nicht kennen, denn sie wird von uns und mit dem Programm gemacht.\n"
)
ENGLISH = "This is the the page that the reader does not know.\n"
RUSSIAN = "Это страница, которую читатель не знает,, но она была сделана для него и при этом очень хорошо.\n"


@pytest.mark.parametrize(
    ("text", "language"),
    [(GERMAN * 3, "de"), (RUSSIAN * 3, "ru"), (ENGLISH, ""), ("They saw the the “Stoßtrupp”.\n", "")],
)
def test_one_file(stet, write, text, language):
    write("a.md", text)
    result = stet("check", "--format", "concise", "a.md")
    assert result.exit_code == 1
    assert ("a.md looks like" in result.stderr) == bool(language)
    assert f'say language = "{language}" in stet.toml' in result.stderr or not language


def test_many_files(stet, write):
    for number in range(9):
        write(f"{number}.md", GERMAN * 3)
    assert '0.md and 8 more look like "de"' in stet("check").stderr


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("de/a.md", GERMAN * 3),
        ("a.md", f"---\nlang: de\n---\n{GERMAN * 3}Siehe der der.,\n"),
        ("b.md", GERMAN * 3),
    ],
)
def test_where_the_language_is_named(stet, write, path, text):
    write("stet.toml", '[[overrides]]\npaths = ["b.md"]\nlanguage = "de"\n')
    write(path, text + "Das ist gut , sehr gut.\n")
    result = stet("check", path)
    assert result.exit_code == 1
    assert "look" not in result.stderr


def test_nothing_is_said_without_findings(stet, write):
    write("a.md", "Das ist die Seite, und sie wird nicht mit dem Programm gemacht, sondern von uns.\n" * 3)
    result = stet("check", "a.md")
    assert result.exit_code == 0
    assert "look" not in result.stderr
