"""broken-markup: marks that Markdown did not read, their places, and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.broken_markup import BrokenMarkup


def found(text, lang="en", format="markdown"):
    return [finding.place.text for finding in lint(BrokenMarkup, Bad(text, lang=lang, format=format))]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Un **mot ** et ** un autre** ici.", ["**mot **", "** un autre**"]),
        ("One **a** and ** bee ** and **c**.", ["** bee **"]),
        ("A ** with `code` in it ** stays.", ["** with `code` in it **"]),
        ("**First **second** third.", ["**First **"]),
        ("Das ist **wichtig und bleibt.", ["**"]),
        ("Das ist wichtig** und bleibt.", ["**"]),
        ("Read **/help** and src/**/*.md or **.py.", []),
        ("Set x**2, N**k and (a + b)**(c).", []),
        ("A pass***word***, and f**k it.", []),
        ("Type `**` or **`x`**.", []),
    ],
)
def test_bold(text, runs):
    assert found(text) == runs


def test_a_footnote_makes_lone_asterisks_references():
    assert found("Ports** are open.\n\nText.") == ["**"]
    assert found("Ports** are open.\n\n** By default.") == []


def test_no_markdown_is_read_within_html():
    assert found("<td>\n<p>use **/q** or **/s** or `x`</p>\n</td>") == []
    assert found("<p>The **bold text.</p>") == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Use `a and `b` here.", 5),
        ("Use a` and `b` here.", 6),
        ("Use `a` and `b here.", 13),
        ("Use (`a` or b`) here.", 14),
    ],
)
def test_the_backtick_without_its_partner(text, column):
    (finding,) = lint(BrokenMarkup, Bad(text))
    assert (finding.place.column, finding.place.text) == (column, "`")


@pytest.mark.parametrize(
    "text",
    ["The backtick (`) and '`'.", "That don`t work.", "A newline (`n) here.", "Set `$A` and `$B`: $5."],
)
def test_backticks_that_are_meant(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("a < / div > b", ["< / div >"]),
        ("a < br / > b", ["< br / >"]),
        ("a <br / > b", ["<br / >"]),
        ("a &lt; strong &gt; b", ["&lt; strong &gt;"]),
        ("a ＜/strong＞ b", ["＜/strong＞"]),
        ("a < T > and x < b > y, <имя>", []),
        ("a <!-- b --> c <br /> d", []),
    ],
)
def test_tags(text, tags):
    assert found(text) == tags


def test_names_in_code_are_left_alone():
    assert found("```\n:::nota\n```\n\n:::aviso\nTexto.\n:::", "pt") == ["aviso"]
    assert found("---\ntitle: A\nfecha: hoy\n---\n", "es") == []


def test_position_behind_crlf_tab_entity_and_emoji():
    (finding,) = lint(BrokenMarkup, Bad("One\r\n\r\n👍 &amp; a\t** bold ** word\r\n"))
    place = finding.place
    assert (place.line, place.column, place.end_column, place.text) == (3, 11, 21, "** bold **")


def test_a_fix_that_is_not_sure_is_not_offered():
    (finding,) = lint(BrokenMarkup, Bad("The model** is big**."))
    assert finding.fix is None


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("A __ word __ here and ~~ old ~~ or ~~old ~~ there.", ["__ word __", "~~ old ~~", "~~old ~~"]),
        ("A _ word _ here, one * word* there.", ["_ word _", "* word*"]),
        ("**One****two** and so ****three are.", ["****", "****"]),
        ("Use ***one** _ now.\n\nOr _ *two** or _*three** now.", ["***one** _", "_ *two**", "_*three**"]),
        ("Fill in __ and __ or __, a_b_c and 2 * 3 * 4, ~~gone~~.", []),
        ("PIN ****, the f****ing **bold** word, x * y * z.", []),
    ],
)
def test_marks_off_their_words(text, marks):
    assert found(text) == marks


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("Run it with`make -j` now.", "en", ["`make -j`"]),
        ("Use the function`make` now.", "en", ["`make`"]),
        ("Run `make`and wait.", "en", ["`make`"]),
        ("Выберите значение`make` тут.", "ru", ["`make`"]),
        ("The `Pod`s re`use` a pseudo`class`, and so [on`x`](a.md).", "en", []),
        ("Sprawdź `Pod`ów, nie`null`.", "pl", []),
        ("The library lib`<version>`d.so is in the list`[0]`.", "en", []),
        ("Use the element`<Mouse>` now.", "en", ["`<Mouse>`"]),
        ("Sonuç olarak olur`denetim`.", "tr", ["`denetim`"]),
        ("使用`len`属性。", "zh", []),
    ],
)
def test_code_glued_on_one_side(text, lang, code):
    assert found(text, lang) == code


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("#The first part\n\n## One", ["#"]),
        ("#Lamps\n\n## One\n\nText.\n\n#Lamps", ["#"]),
        ("# Title\n\n#The first part\n\n## One", []),
        ("It burns.\n\n#lamps #Harbour at night", []),
        ("-Open it\n- Close it", ["-"]),
        ("- Close it\n\n-Open the door", ["-"]),
        ("Yours,\n\n-Ann Smith", []),
    ],
)
def test_marks_of_lines(text, marks):
    assert found(text) == marks


def test_headings_behind_anchors():
    assert found("## <a name='x'></a>What **is this** about?**") == ["**"]


def test_marks_of_another_kind_in_a_translation():
    assert found('msgid "run `make\' now"\nmsgstr "lancez `make\' ici"\n', lang="fr", format="po") == []
