"""machine-chatter: what is said in each language, what people say, positions and time."""

import pytest

from stetlint.rule import Bad
from stetlint.testing import lint
from stetlint_rules.machine_chatter import MachineChatter


def found(text, lang="en"):
    return [finding.place.text for finding in lint(MachineChatter, Bad(text, lang=lang))]


@pytest.mark.parametrize(
    "sentence",
    [
        "I'm sorry, but I need the content of the markdown file to proceed with the translation.",
        "As an AI language model, I cannot open files.",
        "Sure! Here's the translated text:",
        "Here is the translation of the document into English:",
        "Let me know if you need any further adjustments!",
        "Translated with DeepL.com (free version)",
        "Bitte geben Sie den Text an, den Sie übersetzt haben möchten.",
        "Es tut mir leid, aber ich kann diese Anfrage nicht erfüllen.",
        "Veuillez fournir le texte que vous souhaitez traduire.",
        "En tant que modèle de langage, je ne peux pas répondre.",
        "Lo siento, pero no puedo ayudar con eso.",
        "Claro, aquí está la traducción al español:",
        "Aqui está a tradução para português:",
        "Ecco la traduzione in italiano:",
        "Hier is de vertaling naar Nederlands:",
        "Oto tłumaczenie na polski:",
        "Zde je překlad do češtiny:",
        "Вот перевод текста на русский:",
        "Ось переклад на українську:",
        "İşte çeviri:",
        "Här är översättningen till svenska:",
        "Her er oversættelsen til dansk:",
        "Tässä on käännös suomeksi:",
        "Iată traducerea în română:",
        "Íme a fordítás magyarul:",
        "Dưới đây là bản dịch tiếng Việt:",
        "Berikut adalah terjemahan dalam bahasa Indonesia:",
        "以下は日本語に翻訳したものです。",
        "다음은 한국어로 번역한 내용입니다.",
        "以下是翻译后的文本：",
        "إليك الترجمة إلى العربية:",
    ],
)
def test_sentences(sentence):
    assert found(f"# Title\n\n{sentence}\n\nText.\n") == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "Please share your translation with us, and let me know if you need help.",
        "I'm sorry, but I can't come tonight, he said.",
        "The page was translated by Google volunteers in 2019.",
        "See here: the translation of the law is old.",
        'She wrote: "Here is the translation:"',
        "`Here is the translation:` and\n\n```\nHere is the translation:\n```",
        "Als Sprache ist Go einfach. Hier ist die Datei.",
    ],
)
def test_what_people_say(text):
    assert found(text) == []


def test_position_with_crlf_tab_and_emoji():
    (finding,) = lint(MachineChatter, Bad("One\r\n\r\n👍 Good. Here is the translation:\r\n"))
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (3, 9, 33)
    (finding,) = lint(MachineChatter, Bad("One\r\n\r\nTranslated by Google\r\n"))
    assert finding.place.text == "Translated by Google"
