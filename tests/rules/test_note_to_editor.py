"""note-to-editor: notes, what speaks about them, positions, and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.note_to_editor import NoteToEditor


def found(text, lang="en", format="markdown", **options):
    return [f.place.text for f in lint(NoteToEditor, Bad(text, lang=lang, format=format, options=options))]


@pytest.mark.parametrize(
    "note",
    [
        "[needs translation]",
        "(NEEDS TRANSLATION)",
        "[Untranslated]",
        "[[translate me]]",
        "[not yet translated: the names]",
        "(not translated)",
        "[noch nicht übersetzt]",
        "(à traduire)",
        "[pendiente de traducción]",
        "(por traduzir)",
        "[da tradurre]",
        "(nog te vertalen)",
        "[do przetłumaczenia]",
        "(не переведено)",
        "[потрібен переклад]",
        "（未翻訳）",
        "[번역 필요]",
        "[TK]",
        "[FIXME]",
        "(TODO(ann): how high?)",
        "[XXX the year]",
    ],
)
def test_notes_in_brackets(note):
    assert found(f"The tower {note} is high.", format="text") == [note]


@pytest.mark.parametrize(
    "text",
    [
        "The word (to be translated by hand) stands here.",
        "The TODO: list has items, and see the TODO comment.",
        "- The tower (TODO)",
        "- [ ] TODO",
        "The XXX games.",
        "```\nTODO: later\n```",
        "<!-- TODO: later -->",
        "`// TODO: later`",
        "The layout shows “Lorem ipsum dolor sit amet” as its filler.",
        "La torre (N. del T.: un faro) es alta.",
    ],
)
def test_what_is_no_note(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "note",
    [
        "(Translator's note: a tower)",
        "(TN: a tower)",
        "(Anm. d. Ü.: ein Turm)",
        "(N. d. T. : une tour)",
        "(прим. переводчика: башня)",
        "（訳注：塔）",
        "【译注：塔】",
        "[przyp. tłum. wieża]",
    ],
)
def test_notes_of_translators_are_an_option(note):
    text = f"The lighthouse {note} is high."
    assert found(text, format="text") == []
    assert found(text, format="text", translators_notes=True) == [note]


def test_position_behind_emoji_tab_and_crlf():
    (finding,) = lint(NoteToEditor, Bad("One\r\n\r\n👍\t&amp; a. TODO: the height.\r\n"))
    place = finding.place
    assert (place.line, place.column, place.end_column, place.text) == (3, 12, 29, "TODO: the height.")
