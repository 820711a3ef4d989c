"""untranslated: languages, spans, what is left alone, positions, and time."""

import pytest

from stetlint.language.identify import sentences, stretches
from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.untranslated import Untranslated

OWN = {
    "en": "The keeper lights the lamp at dusk, and he puts it out when the sun is up.",
    "de": "Der Wärter zündet die Lampe an, wenn es dunkel wird, und löscht sie am Morgen.",
    "fr": "Le gardien allume la lampe quand il fait nuit, et il l'éteint dans la matinée.",
    "es": "El farero enciende la lámpara cuando es de noche y la apaga por la mañana.",
    "it": "Il guardiano accende la lampada quando è notte e la spegne nella mattina.",
    "pt": "O faroleiro acende a lâmpada quando é noite e não a apaga até de manhã.",
    "nl": "De wachter steekt de lamp aan als het donker is en hij dooft haar niet voor de ochtend.",
    "pl": "Latarnik zapala lampę, gdy jest ciemno, i gasi ją, kiedy już się rozjaśni.",
    "cs": "Strážce zapálí lampu, když je tma, a zhasne ji, protože se už rozednívá.",
    "tr": "Bekçi lambayı hava çok karanlık olduğu için yakar ve sabah daha erken söndürür.",
    "ru": "Смотритель зажигает лампу, когда темно, и гасит её, как только светает.",
    "uk": "Доглядач запалює лампу, коли вже темно, і гасить її, як тільки світає.",
    "zh": "天黑的时候，管理员会点亮这盏灯，而且到早上才会把它关掉。",
    "ja": "暗くなると灯台守がランプをつけて、朝になるとそれを消します。",
    "ko": "등대지기는 어두워지면 등을 켜고 아침이 되면 그것을 끕니다.",
}


def found(text, lang, format="markdown"):
    return [f.place.text for f in lint(Untranslated, Bad(text, lang=lang, format=format))]


@pytest.mark.parametrize("lang", [lang for lang in OWN if lang != "en"])
def test_english_is_found_in_every_language(lang):
    text = f"{OWN[lang]}\n\nThe lamp can be seen from all of the ships that are in the bay."
    assert found(text, lang) == ["The lamp can be seen from all of the ships that are in the bay."]


@pytest.mark.parametrize("lang", [lang for lang in OWN if lang != "en"])
def test_every_language_is_found_in_english(lang):
    assert found(f"{OWN['en']}\n\n{OWN[lang]}", "en") == [OWN[lang]]


@pytest.mark.parametrize("lang", OWN)
def test_a_text_in_its_language(lang):
    assert found(f"# {OWN[lang]}\n\n{OWN[lang]}\n\n- {OWN[lang]}", lang) == []


@pytest.mark.parametrize(
    ("own", "other"), [("ru", "uk"), ("uk", "ru"), ("ja", "zh"), ("zh", "ja"), ("de", "fr")]
)
def test_neighbours_of_one_script(own, other):
    assert found(f"{OWN[own]}\n\n{OWN[other]}", own) == [OWN[other]]


def test_sentences_behind_each_other_are_one_finding():
    text = f"{OWN['de']} Open the door. It is on the left, and you need the key for it. Danach ist es gut."
    assert found(text, "de") == ["Open the door. It is on the left, and you need the key for it."]


def test_a_text_that_nobody_translated_is_one_finding():
    text = f"{OWN['pl']}\n\n" + f"{OWN['en']}\n\n" * 20
    (whole,) = found(text, "pl")
    assert whole == "\n\n".join([OWN["en"]] * 20)


def test_a_text_that_declares_nothing_is_not_english():
    assert found(f"{OWN['de']}\n\n" * 3 + OWN["en"], "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "„The lamp can be seen from all of the ships that are in the bay.“",
        "(The lamp can be seen from all of the ships that are in the bay.)",
        "*The lamp can be seen from all of the ships that are in the bay.*",
        "> The lamp can be seen from all of the ships that are in the bay.",
        "[The lamp can be seen from all of the ships that are in the bay](a.html)",
        "`The lamp can be seen from all of the ships that are in the bay`",
        "    The lamp can be seen from all of the ships that are in the bay.",
        "The Lamp That Can Be Seen From All of the Ships in the Bay",
        "Copyright by the keepers of the lamp, who have all of the rights that there are.",
    ],
)
def test_what_is_meant_to_be_in_another_language(text):
    assert found(f"{OWN['de']}\n\n{text}", "de") == []


@pytest.mark.parametrize("mark", ["💡", "[!TIP]\n>", ":bulb:"])
def test_admonitions_are_no_citations(mark):
    (text,) = found(f"{OWN['de']}\n\n> {mark} The lamp is lit at dusk by the keeper.", "de")
    assert text.endswith("The lamp is lit at dusk by the keeper.")


def test_languages_that_are_not_known():
    assert found(f"{OWN['en']}\n\n{OWN['en']}", "pcm") == []


def test_position_behind_emoji_tab_and_crlf():
    text = f"👍 {OWN['de']}\r\n\r\n-\t👍 &amp; The lamp can be seen from the ships.\r\n"
    (finding,) = lint(Untranslated, Bad(text, lang="de"))
    place = finding.place
    assert (place.line, place.text) == (3, "👍 &amp; The lamp can be seen from the ships.")
    assert (place.column, place.end_column) == (3, 47)


def test_sentences():
    text = " One. Two! (Three?)\u2028Four e.g. five. 六。七！"
    assert [text[a:b] for a, b in sentences(text)] == [
        "One.",
        "Two!",
        "(Three?)",
        "Four e.g. five.",
        "六。",
        "七！",
    ]


def test_a_sentence_with_names_in_another_script():
    text = "Kubernetes 是一个可以管理容器的系统，我们会用它。"
    assert [(s.start, s.end, s.lang) for s in stretches(text, "en")] == [(0, len(text), "zh")]
