"""Languages that paths name: of translations by the path alone, of texts if they are in them."""

from __future__ import annotations

import pytest

from stetlint.readers.paths import language_of, spoken
from stetlint.source import Source

GERMAN = "Das ist die Seite, die der Leser nicht kennt. Sie wird von uns und mit Hilfe gemacht.\n"
ENGLISH = "This is the page that the reader does not know. It was made by us, and with help.\n"
FRENCH = "C'est la page que le lecteur ne connaît pas, et elle est faite avec nous dans une heure.\n"


@pytest.mark.parametrize(
    ("path", "lang"),
    [
        ("locale/de/LC_MESSAGES/a.po", "de"),
        ("po/pt_BR.po", "pt-BR"),
        ("res/values-in/strings.xml", "id"),
        ("res/values-b+sr+Latn/strings.xml", "sr-Latn"),
        ("a/zh-hans/b.json", "zh-hans"),
        ("app.zh-CN.json", "zh-CN"),
        ("pages.pt_BR/a.json", "pt-BR"),
        ("socket.io/a/messages.json", None),
        ("what-is-open.json", None),
        ("docs/a.json", None),
    ],
)
def test_translations(path: str, lang: str | None) -> None:
    assert language_of(path) == lang


@pytest.mark.parametrize(
    ("path", "text", "lang"),
    [
        ("docs/de/a/b/c/d/e.md", GERMAN, "de"),
        ("docs\\de\\a.md", GERMAN, "de"),
        ("README.de.md", GERMAN, "de"),
        ("README_DE.md", GERMAN, "DE"),
        ("docs/de/a.md", ENGLISH, None),  # not translated yet
        ("docs/a.md", GERMAN, None),  # it names none
        ("it/a.md", ENGLISH, None),
        ("what-is.md", ENGLISH, None),
        ("de/README.fr.md", FRENCH, "fr"),
        ("de/das-neue-design-da.md", GERMAN, "de"),
        ("ja/a.md", "これは設定のページです。\n\n    run the code and it is in the list of all\n", "ja"),
        ("ja/a.md", ENGLISH, None),
        ("sw/a.md", "Ukurasa huu unaeleza jinsi ya kutumia programu. " * 6, "sw"),
        ("sw/a.md", ENGLISH * 6, None),
        ("de/a.md", "", None),
    ],
)
def test_texts(path: str, text: str, lang: str | None) -> None:
    assert spoken(Source(path, text.encode()), "en") == lang


def test_another_default() -> None:
    assert spoken(Source("en/a.md", ENGLISH.encode()), "de") == "en"
    assert spoken(Source("en/a.md", GERMAN.encode()), "de") is None


@pytest.mark.parametrize(
    ("path", "text", "lang"),
    [
        ("pages.pl/tar.md", "> Narzędzie.\n\n- Wyłącz usługę: `tar -f the_file`\n", "pl"),
        ("tr/a.md", "Ticari Marka Politikamız taşındı. Lütfen şurayı ziyaret edin.\n", "tr"),
        ("it/a.md", "- Aggiorna i pacchetti della cartella: `apm upgrade`\n", "it"),
        ("it/a.md", "- Update the packages in the folder: `apm upgrade`\n", None),
        ("it/a.md", "- Café, naïve: a list of the words that it has.\n", None),
        ("it/a.md", "`apm upgrade`\n", None),
    ],
)
def test_short_texts(path: str, text: str, lang: str | None) -> None:
    assert spoken(Source(path, text.encode()), "en") == lang
