"""The schema of the configuration: it is current, and says yes where the code does."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, get_type_hints

import pytest

from stetlint import AtLeast
from stetlint.config import (
    NamesTable,
    Override,
    ValueProblem,
    Values,
    check_ids,
    convert,
    options_of,
    read_values,
)
from stetlint.readers import Fields
from stetlint.registry import load
from stetlint.schema import DESCRIPTIONS, of_type, schema

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).parent.parent


def test_the_file_is_current():
    path = ROOT / "schema" / "stet.schema.json"
    command = "python -m stetlint.schema > schema/stet.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == schema(), f"write it anew: {command}"


def test_it_is_a_schema():
    jsonschema.Draft7Validator.check_schema(schema())


def test_every_key_is_described():
    keys = {
        *Values._fields,
        *(f"overrides.{f}" for f in Override._fields),
        *(f"names.{f}" for f in NamesTable._fields),
        *(f"fields.{f}" for f in Fields._fields),
    }
    assert set(DESCRIPTIONS) == keys


def test_every_option_has_its_default_and_nearly_all_are_described():
    rules = schema()["properties"]["rules"]["properties"]
    for id, rule in load().items():
        assert set(rules[id]["properties"]) == set(get_type_hints(rule.Options))
    assert rules["doubled-word"]["properties"]["allow"] == {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "description": "more words that may stand twice, in small letters",
        "default": [],
    }


def is_valid(table):
    return jsonschema.Draft7Validator(schema()).is_valid(table)


def is_accepted(table):
    """Whether the code takes a configuration."""
    try:
        values = read_values(table)
        check_ids(values, load())
        for id, options in values.rules.items():
            options_of(load()[id], options)
    except ValueProblem:
        return False
    return True


@pytest.mark.parametrize("path", ["examples/stet.toml", "lint/stetlint/starter.toml"])
def test_configurations_of_ours(path):
    assert is_valid(tomllib.loads((ROOT / path).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("", True),
        ('language = "de"', True),
        ("language = 3", False),
        ('select = ["default", "doubled-word"]', True),
        ('select = "all"', False),
        ("ignore = [3]", False),
        ('exclude = [""]', False),
        ("[rules.dash-style]\nratio = 1", True),
        ("[rules.dash-style]\nratio = 0", False),
        ('ingore = ["doubled-word"]', False),
        ('baseline = "known.tsv"', True),
        ("baseline = true", False),
        ('[rules.doubled-word]\nallow = ["bora"]', True),
        ('[rules.doubled-word]\nallow = "bora"', False),
        ('[rules.doubled-word]\nalow = ["bora"]', False),
        ('[rules.name-drift]\nsensitivity = "review"', True),
        ('[rules.name-drift]\nsensitivity = "high"', False),
        ('[severity]\nlost-link = "error"', True),
        ('[severity]\nlost-link = "fatal"', False),
        ('[names]\npreferred = { Tokayev = ["Tokaev"] }\nalike = [["a", "b"]]\nknown = ["Riso"]', True),
        ('[names]\npreferred = { Tokayev = "Tokaev" }', False),
        ('[names]\nalike = ["a", "b"]', False),
        ('[files]\nhtml = ["site/**"]', True),
        ('[files]\nhtlm = ["site/**"]', False),
        ('[[overrides]]\npaths = ["a"]\nseverity = { lost-link = "info" }', True),
        ('[[overrides]]\nlanguage = "de"', False),
        ('[[overrides]]\npaths = ["a"]\nrules = {}', False),
    ],
)
def test_it_agrees_with_the_code(text, is_right):
    table = tomllib.loads(text)
    assert (is_valid(table), is_accepted(table)) == (is_right, is_right)


def test_rules_of_plugins_are_allowed():
    assert is_valid(
        {"select": ["my-rule"], "rules": {"my-rule": {"names": ["a"]}}, "severity": {"my-rule": "info"}}
    )


@dataclass(frozen=True)
class Options:
    text: str
    number: int
    share: float
    switch: bool
    word: Literal["a", "b"]
    words: tuple[str, ...]
    pairs: tuple[tuple[str, ...], ...]
    least: Annotated[int, AtLeast(1)]
    least_share: Annotated[float, AtLeast(0.5)]


@pytest.mark.parametrize("name", get_type_hints(Options))
@pytest.mark.parametrize(
    "value", ["", "a", "c", 0, 1, 1.5, True, [], ["a"], [""], [["a"]], [["a", ""]], [1], {}], ids=repr
)
def test_types_agree_with_the_code(name, value):
    hint = get_type_hints(Options, include_extras=True)[name]
    try:
        convert(value, hint, ())
        is_accepted = True
    except ValueProblem:
        is_accepted = False
    assert jsonschema.Draft7Validator(of_type(hint)).is_valid(value) == is_accepted
