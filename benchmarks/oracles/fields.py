"""What parsers of containers read: json, expat, polib for PO, openstep-plist for .strings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from oracles import Text
from stetlint.document import OBJECT
from stetlint.readers.json import NO_COPY


def of_json(text: str) -> Iterator[Text]:
    def walk(value: Any, keys: tuple[str, ...]) -> Iterator[Text]:
        if isinstance(value, str):
            if keys and not any(key.startswith(NO_COPY) for key in (*keys[-3:], keys[0])):
                yield value, None
        elif isinstance(value, _Pairs):
            has_message = False
            for key, inner in value:
                if not (key == "description" and has_message):  # what translators are told of the message
                    yield from walk(inner, (*keys, key))
                has_message |= key == "message" and bool(keys) and isinstance(inner, str)
        elif isinstance(value, list):
            for each in value:
                yield from walk(each, keys)

    return walk(json.loads(text, object_pairs_hook=_Pairs), ())


class _Pairs(list[tuple[str, Any]]):
    """An object of JSON with all its fields, also those that have one name."""


def of_jsonl(text: str) -> Iterator[Text]:
    for line in text.split("\n"):
        record = json.loads(line) if line.strip() else {}
        for text, original in (("target", "source"), ("mt", "src")):
            if text in record:
                yield record[text], record.get(original)


def of_xcstrings(text: str) -> Iterator[Text]:
    catalogue = json.loads(text)

    def units(value: Any) -> Iterator[str]:
        for key, inner in value.items() if isinstance(value, dict) else ():
            if key == "stringUnit":
                yield inner["value"] if inner.get("state") != "new" else ""
            else:
                yield from units(inner)

    for key, entry in catalogue["strings"].items():
        of = {tag: list(units(each)) for tag, each in entry.get("localizations", {}).items()}
        own = [unit for unit in of.get(catalogue.get("sourceLanguage"), []) if unit]
        for tag, texts in of.items():
            for each in texts:
                is_own = tag == catalogue.get("sourceLanguage")
                yield each, None if is_own else own[0] if len(own) == 1 else key


def of_strings(text: str) -> Iterator[Text]:
    import openstep_plist

    for key, value in openstep_plist.loads(text, use_numbers=False).items():
        yield value, key if " " in key else None


def of_tmx(text: str) -> Iterator[Text]:
    root = ElementTree.fromstring(text)
    header = root.find("header")
    of = header.get("srclang", "").lower() if header is not None else ""
    for unit in root.iter("tu"):
        variants = []
        for variant in unit.iter("tuv"):
            tag = variant.get("{http://www.w3.org/XML/1998/namespace}lang") or variant.get("lang", "")
            segment = variant.find("seg")
            if segment is not None:
                variants.append((tag.lower(), _shown(segment)))
        original = next((text for tag, text in variants if _is_same(tag, of)), None)
        is_original = [tag for tag, _ in variants if _is_same(tag, of)][:1]
        for tag, each in variants:
            if [tag] == is_original:
                is_original = []
            else:
                yield each, original


def _is_same(tag: str, other: str) -> bool:
    first, second = sorted((tag.replace("_", "-"), other.replace("_", "-")), key=len)
    return bool(first) and (first == second or second.startswith(first + "-"))


def _shown(element: ElementTree.Element) -> str:
    parts = [element.text or ""]
    for child in element:
        is_opaque = child.tag in ("bpt", "ept", "it", "ph", "ut")
        parts.append(OBJECT if is_opaque else _shown(child))
        parts.append(child.tail or "")
    return "".join(parts)


def of_po(text: str) -> Iterator[Text]:
    import polib

    for entry in polib.pofile(text, wrapwidth=0):
        if entry.obsolete or "fuzzy" in entry.flags:
            continue
        for number, each in sorted(entry.msgstr_plural.items()) or [(0, entry.msgstr)]:
            yield each, entry.msgid_plural if number else entry.msgid


of_arb = of_json
