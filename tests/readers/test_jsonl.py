"""JSON Lines: which fields of a record are read, where they stand, and what is said of bad lines."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reading
from stetlint import source as source_module
from stetlint.config import ConfigError, Configs, FileSettings
from stetlint.document import Segment
from stetlint.engine import FileResult, Linter
from stetlint.finding import Hit
from stetlint.readers import Fields, format_in_folder, format_of, get
from stetlint.registry import load
from stetlint.rule import SegmentRule
from stetlint.source import Source

read = partial(reading.read, "jsonl", path="x.jsonl")


def found(record: object, lang: str = "en", fields: Fields = Fields()) -> list[tuple[str | None, ...]]:  # noqa: B008
    return [
        (reading.shown(s.text), s.lang, s.original and reading.shown(s.original.text), s.original_lang)
        for s in read(json.dumps(record), lang, fields).segments
    ]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"id": 1, "source": "A b", "target": "C d"}, [("C d", "en", "A b", None)]),
        ({"src": "A", "mt": "B", "lp": "en-de_DE", "score": 0.5}, [("B", "de-DE", "A", "en")]),
        ({"src_text": "A", "tgt_text": "B", "src_lang": "eng_Latn", "tgt_lang": "zho_Hans"},
         [("B", "zh-Hans", "A", "en-Latn")]),
        ({"sourceText": "A", "translatedText": "B", "targetLanguageCode": "fr"}, [("B", "fr", "A", None)]),
        ({"translation": {"en": "A", "fr": "B"}}, [("B", "fr", "A", "en")]),
        ({"translation": {"en": "A", "x": "B"}}, [("A", "en", None, None)]),
        ({"translation": {"deu_Latn": "A", "pt_BR": "B"}}, [("B", "pt-BR", "A", "de-Latn")]),
        ({"text": "A b", "lang": "de"}, [("A b", "de", None, None)]),
        ({"text": "A b", "lang": ["deu_Latn", "eng_Latn"]}, [("A b", "de-Latn", None, None)]),
        ({"text": "A b", "translation": "C d"}, [("C d", "en", "A b", None)]),
        ({"text": "A b", "source": "news"}, [("A b", "en", None, None)]),
        ({"text": "A b", "source": "新闻"}, [("A b", "en", "新闻", None)]),
        ({"text": "A b", "language": "unknown"}, [("A b", "en", None, None)]),
        ({"source": ["A", "B"], "target": ["C", "D"]}, [("C", "en", "A", None), ("D", "en", "B", None)]),
        ({"source": ["A"], "target": ["C", "D"]}, [("C", "en", None, None), ("D", "en", None, None)]),
        ({"segments": [{"target": "A"}], "target": None}, []),
        ({"target": "A\n\nB c\n\n\nD", "source": "E\n\nF\n\nG"},
         [("A", "en", "E", None), ("B c", "en", "F", None), ("D", "en", "G", None)]),
        ({"target": "A\n\nB", "source": "E f"}, [("A||B", "en", "E f", None)]),
        ({"target": "A\nb <i>c</i> %s {n, plural, one {d} other {e}}"},
         [("A\nb _c_ _ e", "en", None, None), ("d", "en", None, None)]),
        ({"target": " "}, []),
        ({"target": "A:\n\n```py\na = `b`\n\n\nc\n```\n\nD ```e\n\nF"},
         [("A:", "en", None, None), ("D ```e", "en", None, None), ("F", "en", None, None)]),
        ({"en": "A b", "de": "C d"}, [("C d", "de", "A b", "en")]),
        ({"id": "7", "zh": "中文", "terms": {"en": "x y"}, "en": "A b"}, [("A b", "en", "中文", "zh")]),
        ({"en": "A b", "de": "C d", "fr": "E f"}, [("C d", "de", "A b", "en"), ("E f", "fr", "A b", "en")]),
        ({"translations": {"en": "A", "de": "B", "fr": "C"}},
         [("B", "de", "A", "en"), ("C", "fr", "A", "en")]),
        ({"id": "a1", "ts": "2024-05-01 10:00", "no": "2"}, []),
        ({"en": "A b", "text": "C d"}, [("C d", "en", None, None)]),
        ({"sl": "en", "tl": "fr", "srcs": ["A", "B"], "trgs": ["C", "D"]},
         [("C", "fr", "A", "en"), ("D", "fr", "B", "en")]),
        ({"from": "en", "to": "de", "source": "A", "translatedText": "B"}, [("B", "de", "A", "en")]),
        ({"translations": [{"text": "A", "detected_source_language": "EN"}]}, [("A", "en", None, None)]),
        ({"messages": [{"role": "user", "content": "A b"}, {"role": "assistant", "content": "C d"}]},
         [("A b", "en", None, None), ("C d", "en", None, None)]),
        ({"conversations": [{"from": "human", "value": "A b"}]}, [("A b", "en", None, None)]),
        ({"prompt": "A", "completion": "B"}, [("B", "en", None, None)]),
        ({"custom_id": "1", "response": {"status_code": 200, "body": {"choices": [
            {"message": {"role": "assistant", "content": "A b"}}]}}}, [("A b", "en", None, None)]),
        ({"custom_id": "1", "result": {"type": "succeeded", "message": {"content": [
            {"type": "text", "text": "A b"}]}}}, [("A b", "en", None, None)]),
    ],
)  # fmt: skip
def test_fields(record: object, expected: list[tuple[str | None, ...]]) -> None:
    lang = get("jsonl").declared_language(Source("x.jsonl", json.dumps(record).encode())) or "en"
    assert found(record, lang) == expected


def test_fields_of_the_configuration() -> None:
    record = {"data": {"Out-put": "A", "other": "B"}, "of": "C", "target": "D", "en": {"text": "no"}}
    fields = Fields(text=("data.out_put",), original=("of",))
    assert found(record, fields=fields) == [("A", "en", "C", None)]
    translation = {"translation": {"en": "A", "fr": "B"}}
    assert found(translation, fields=Fields(text=("translation.en",))) == [("A", "en", None, None)]


def test_fields_are_read_from_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "stet.toml"
    path.write_text('[fields]\ntext = ["body"]\n')
    fields = Configs().of(str(tmp_path)).for_path(str(tmp_path / "a.jsonl")).fields
    assert fields == Fields(text=("body",))
    path.write_text('language = "en"\n[fields]\ntexts = ["body"]\n')
    with pytest.raises(ConfigError, match='unknown key "texts"') as caught:
        Configs().of(str(tmp_path))
    assert caught.value.line == 3


def test_the_configuration_may_say_which_language_is_the_translation() -> None:
    assert found({"translation": {"de": "A", "en": "B"}}, lang="de") == [("A", "de", "B", "en")]


@pytest.mark.parametrize(
    ("path", "lang"),
    [("x.jsonl", None), ("out.de.jsonl", "de"), ("de/x.ndjson", "de"), ("out.pt_BR.jsonl.gz", "pt-BR")],
)
def test_the_language_of_the_path(path: str, lang: str | None) -> None:
    assert get("jsonl").declared_language(Source(path, b'{"text": "a"}\n')) == lang
    assert get("jsonl").declared_language(Source(path, b'\n{"text": "a", "lang": "fr"}\n')) == "fr"
    assert (format_of(path), format_in_folder(path)) == ("jsonl", None)


def test_bad_lines_are_named() -> None:
    content = read('{"text": "A"}\nno\n\n{"text": "B"}\r\n["C"]\n' + "[" * 100_000 + '\n{"text": "D')
    assert [s.text for s in content.segments] == ["A", "B"]
    remedy = "it is not checked: write each record as one JSON object on a line of its own"
    assert content.complaints == [
        (2, f"not JSON (Expecting value; column 1): {remedy}"),
        (5, f"JSON, but no object with fields: {remedy}"),
        (6, f"JSON that is nested too deep: {remedy}"),
        (7, f"not JSON (Unterminated string starting at; column 10): {remedy}"),
    ]
    many = read('{"text": "A"}\n' + "no\n" * 5_000).complaints
    assert len(many) == 101
    assert many[-1] == (102, "from here on 4,900 more lines are no records")


def test_a_file_without_known_fields_is_named() -> None:
    text = '{"url": "a", "n": 1, "Body": "b"}\n'
    message = (
        'no field is known to hold text (url, n, Body): name it in the configuration, [fields] text = ["…"]'
    )
    assert read(text).complaints == [(1, message)]
    assert read(text, fields=Fields(text=("body",))).complaints == []
    part = Source("x", text.encode(), first_line=7)
    assert get("jsonl").read(part, "en").complaints == []


STRINGS = st.lists(
    st.sampled_from(["a", "the the ", "ä", "😀", '"', "\\", "\n", "\t", "/", " ", "\ud83d", "\x1f", "ABC."])
).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(STRINGS, STRINGS), max_size=5), st.booleans())
def test_the_text_is_that_of_a_parser(pairs: list[tuple[str, str]], is_ascii: bool) -> None:
    lines = [
        json.dumps({"source": a, "n": [1], "target": b}, ensure_ascii=is_ascii or not (a + b).isprintable())
        for a, b in pairs
    ]
    content = read("\n".join(lines))

    def letters(text: str) -> str:
        return "".join(c for c in text.replace("\ud83d", "\ufffd") if c.isalnum() or c in "😀\ufffd")

    assert letters("".join(s.text for s in content.segments)) == letters("".join(b for _, b in pairs))
    assert not content.complaints


def check(path: Path, rules: tuple[str, ...] = ("doubled-word", "untranslated")) -> FileResult:
    linter = Linter([load()[id]() for id in rules])
    with path.open("rb") as stream:
        return linter.check_file(
            "x" + "".join(path.suffixes), stream, FileSettings("en", False, frozenset(rules), {}), "jsonl"
        )


def test_parts_and_compression_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(
        json.dumps({"id": i, "target": f"Ä “😀” opens the the door {i}."}, ensure_ascii=i % 2 == 0)
        + "\n"
        + "no\n" * (i == 7)
        for i in range(300)
    )
    plain, zipped = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_text(text)
    zipped.write_bytes(gzip.compress(text.encode()))
    whole = check(plain)
    assert len(whole.findings) == 300
    assert len(whole.problems) == 1
    for finding in whole.findings:
        place = finding.place
        assert text[place.span.start : place.span.end] == place.text == "the the"
        assert text.split("\n")[place.line - 1][place.column - 1 :].startswith("the the door")
    monkeypatch.setattr(source_module, "PART", 1000)
    assert check(plain) == whole
    unzipped = check(zipped)
    assert [f.place._replace(path="x.jsonl") for f in unzipped.findings] == [f.place for f in whole.findings]
    zipped.write_bytes(gzip.compress(text.encode())[:-20])
    messages = [problem.message for problem in check(zipped).problems]
    assert any(message.startswith("the gzip file is cut off, behind ") for message in messages)


def test_rules_of_the_languages_of_records_run(tmp_path: Path) -> None:
    class OfGerman(SegmentRule):
        id = "of-german"
        languages = frozenset(("de",))

        def check(self, segment: Segment) -> Iterator[Hit]:
            yield Hit(0, len(segment.text), "found")

    path = tmp_path / "a.jsonl"
    path.write_text('{"target": "A", "tgt_lang": "en"}\n{"target": "B", "tgt_lang": "de"}\n')
    with path.open("rb") as stream:
        settings = FileSettings("en", False, frozenset((OfGerman.id,)), {})
        result = Linter([OfGerman()]).check_file("x", stream, settings, "jsonl")
    assert [f.place.text for f in result.findings] == ["B"]
