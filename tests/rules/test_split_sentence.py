"""split-sentence: what no example can show."""

from __future__ import annotations

import pytest
import re2

from stetlint import Bad, Good
from stetlint.testing import lint
from stetlint_rules.split_sentence import SplitSentence


def found(text: str, lang: str = "en", format: str = "markdown") -> list[tuple[int, int, str]]:
    places = [finding.place for finding in lint(SplitSentence, Good(text, lang=lang, format=format))]
    return [(place.line, place.column, place.text) for place in places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("One.\r\n\r\nHe left the house. because it rained.\r\n", [(3, 18, ". because")]),
        ("He left the house.\r\nbecause it rained.\r\n", [(1, 18, ".\r\nbecause")]),
        ("> He left the house.\n> because it rained.\n", [(1, 20, ".\n> because")]),
        ("- 🚀 He left the house.\tand came back.", []),
        ("- 🚀 He left the house. and came back.", [(1, 22, ". and")]),
        ("He left the house.&nbsp;and came back.", [(1, 18, ".&nbsp;and")]),
        ("He left the h&ouml;use. and came back.", [(1, 23, ". and")]),
        ("He left *the house*. [and came](back.md) home.", [(1, 20, ". [and")]),
        ("He left [the house](a_(b).md). and came.", [(1, 30, ". and")]),
        ("He left **the house.** and came.", [(1, 20, ".** and")]),
    ],
)
def test_positions(text: str, places: list[tuple[int, int, str]]) -> None:
    assert found(text) == places


def test_text_format() -> None:
    assert found("He left the house. because it rained.", format="text") == [(1, 18, ". because")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The firm Acme Inc. is here, approx. the second, cf. the third, Prof. of art vs. the rest."),
        ("en", "The ACME corp. is large. The ACME corp. has grown. It is zzyx. of old. It is zzyx. and new."),
        ("de", "Das gilt ggf. auch, vgl. dazu den Text, d. h. es gilt inkl. der Liste max. bis zum Ende."),
        ("fr", "Le champ min. ou max. est vide, p. ex. le premier, etc. comme les autres."),
        ("es", "Mira p. ej. la sección, pág. de la lista, etc. sin más."),
        ("pt", "Veja p. ex. a lista, pág. de texto, etc. com mais."),
        ("it", "Vedi ecc. per il resto, cfr. la lista, pag. di testo."),
        ("nl", "Zie bijv. de lijst, enz. en o.a. het boek, evt. met de rest."),
        ("pl", "Dnia 9 czerwca 2010 r. o godz. 11 w firmie, np. na stronie itd. i tak dalej."),
        ("cs", "Viz např. na straně, tzv. za to, apod. a atd. do konce."),
        ("ru", "См. в тексте: 8 ед. на еду, 5 тыс. и более, т. е. все, напр. за год."),
        ("uk", "Див. на сторінці, напр. за рік, та ін. у тексті, т. д. і все."),
        ("tr", "Bkz. ve vb. bir metin, örn. bu metin."),
        ("zz", "A lo. and be."),
    ],
)
def test_abbreviations(lang: str, text: str) -> None:
    assert found(text, lang) == []


@pytest.mark.parametrize(
    "text",
    [
        "Use the tool. etcd is gone. npm to the rescue. rustc has it.",
        "See `interview` first.\n\nHe said so on the phone. interview from Almaty.",
        "interview is a tool.\n\nHe said so on the phone. interview from Almaty.",
        "Open the file. yaml. It is there.",
        "Open bisect. and(1) or bisect. and.more of it.",
        "The state is 1. and the other 2. of all.",
        "Wait... and see. It is . . . the end.",
        "What now? and then. Yes! but no.",
        "It holds for a). the first and b). the second.",
    ],
)
def test_not_reported(text: str) -> None:
    assert found(text) == []


def test_chats_are_left_alone() -> None:
    chat = "I came home. it was late. and i slept. but not long. so there. "
    assert found(chat) == []
    article = "He came home. It was late. He slept well. He ate. He read. He wrote. " * 3
    assert len(found(article + chat)) == 4


def test_no_fix_and_no_capital() -> None:
    (finding,) = lint(SplitSentence, Bad("He said so on the phone. interview from Almaty."))
    assert finding.fix is None
    assert finding.suggestions == (" interview", ", interview")


def test_trigger_leaves_most_files_alone() -> None:
    trigger = re2.compile(SplitSentence.trigger)
    assert not trigger.search(
        b"It is e.g. a file. It is so. 1. One\n2. Two\n\n![a](b.png)\n\nv1.2. The end.\n"
    )


@pytest.mark.parametrize(
    ("text", "lang", "spans"),
    [
        ("They went to the. Harbour of the town.", "en", [". Harbour"]),
        ("They went to the **harbour** and the. The lamp burns.", "en", [". The"]),
        ("Er geht zum. Hafen der Stadt.", "de", [". Hafen"]),
        ("Les bateaux et les. Lampes du port.", "fr", [". Lampes"]),
        ("Sie traten ein. Die Lampe brannte.", "de", []),
        ("It is the room that they went into. The lamp burns.", "en", []),
        ("The word “the”. The word *the*. The words in `the`. So.", "en", []),
        ("Il valore massimo. numero di copie.", "it", [". numero"]),
        ("Usa `numero`. numero di copie.", "it", []),
        ("Installa il programma. cargo di nuovo.", "it", []),
    ],
)
def test_words_that_end_no_sentence(text: str, lang: str, spans: list[str]) -> None:
    assert [place for _, _, place in found(text, lang)] == spans
