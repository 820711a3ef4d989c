"""The JSON schema of a configuration, made of what the code reads. Editors complete and check with it.

python -m stetlint.schema > schema/stet.schema.json
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from stetlint.config import NamesTable, Override, Values
from stetlint.finding import Severity
from stetlint.readers import FORMATS, Fields
from stetlint.registry import GROUPS, load
from stetlint.rule import Rule

DESCRIPTIONS = {
    "language": "Language of every file that nothing else speaks for, as a BCP 47 tag: en, pt-BR.",
    "select": "Rules that run: ids, default, all.",
    "ignore": "Rules that do not run.",
    "exclude": "Files that are not checked, as patterns of .gitignore.",
    "baseline": "File of the findings that are known: stet baseline writes it.",
    "plugins": "Rule files, relative to this file.",
    "rules": "Options of rules, by rule id.",
    "severity": "How much the findings of a rule matter, by rule id.",
    "names": "How the house spells names.",
    "files": "Patterns of more files of a format, by format.",
    "fields": "Which fields of a record of JSON Lines hold what: names, the first that a record has counts.",
    "fields.text": "Fields that hold the text. A dot leads into an object: translation.de.",
    "fields.original": "Fields that hold what the text was translated from.",
    "fields.language": "Fields that name the language of the text.",
    "fields.original_language": "Fields that name the language of the original.",
    "overrides": "What holds for some files. Later ones win.",
    "overrides.paths": "The files, as patterns of .gitignore.",
    "overrides.language": "Language of these files, whatever they say of themselves.",
    "overrides.select": "Rules that run on these files, in place of all others.",
    "overrides.ignore": "Rules that do not run on these files.",
    "overrides.severity": "How much the findings of a rule matter in these files, by rule id.",
    "names.file": "A plain file of names, relative to this file.",
    "names.preferred": "Spellings that are right, each with the variants that are wrong.",
    "names.alike": "Names that are alike and all right.",
    "names.known": "Names that are right as they are.",
}
TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", dict: "object", list: "array"}


def schema() -> dict[str, Any]:
    """Return the schema of stet.toml, with the rules that are built in. Rules of plugins are allowed too."""
    rules = load()
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Configuration of stet",
        "description": "stet.toml, .stet.toml, or the table [tool.stet] of pyproject.toml.",
        **_table(Values, "", rules),
        "definitions": {
            "rule": {"anyOf": [{"enum": [*rules]}, {"type": "string"}]},
            "selected": {"anyOf": [{"enum": [*GROUPS]}, _ref("rule")]},
            "severity": {"enum": [*map(str, Severity)]},
            "severities": _object(dict.fromkeys(rules, _ref("severity")), _ref("severity")),
        },
    }


def _table(table: type[NamedTuple], prefix: str, rules: Mapping[str, type[Rule]]) -> dict[str, Any]:
    """Return the schema of a table whose keys are the fields of a tuple."""
    defaults = table._field_defaults
    properties = {}
    for key, hint in get_type_hints(table).items():
        name = prefix + key
        value = _special(key, name, rules) or of_type(hint)
        default = defaults.get(key)
        if isinstance(default, str) and default:
            value["default"] = default
        described = {"description": DESCRIPTIONS[name]}
        # Beside a reference nothing else is read
        properties[key] = described | ({"allOf": [value]} if "$ref" in value else value)
    required = [key for key in properties if key not in defaults]
    return _object(properties) | ({"required": required} if required else {})


def _special(key: str, name: str, rules: Mapping[str, type[Rule]]) -> dict[str, Any] | None:
    """Return the schema of a key that means more than its type says."""
    if key in ("select", "ignore"):
        return {"type": "array", "items": _ref("selected" if key == "select" else "rule")}
    if key == "severity":
        return _ref("severities")
    if name == "rules":
        return _object({id: _options(rule) for id, rule in rules.items()}, {"type": "object"})
    if name == "names":
        return _table(NamesTable, "names.", rules)
    if name == "fields":
        return _table(Fields, "fields.", rules)
    if name == "files":
        patterns = of_type(tuple[str, ...])
        return _object(dict.fromkeys(FORMATS, patterns))
    if name == "overrides":
        return {"type": "array", "items": _table(Override, "overrides.", rules)}
    return None


def _options(rule: type[Rule]) -> dict[str, Any]:
    defaults = rule.Options()
    properties = {}
    for name, hint in get_type_hints(rule.Options, include_extras=True).items():
        value = of_type(hint)
        if said := re.search(rf"^ +{name}   ?(.*(?:\n {{8}}.*)*)", rule.manual(), re.MULTILINE):
            value["description"] = " ".join(said[1].split())
        value["default"] = json.loads(json.dumps(getattr(defaults, name)))
        properties[name] = value
    return {"description": rule.summary(), **_object(properties)}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{name}"}


def _object(properties: Mapping[str, Any], others: Any = False) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "additionalProperties": others}


def of_type(hint: Any) -> dict[str, Any]:
    """Return the schema of the values that ``config.convert`` takes for a type."""
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is Annotated:
        type_, limit = get_args(hint)
        return of_type(type_) | {"minimum": limit.least}
    if get_origin(hint) is tuple:
        items = of_type(get_args(hint)[0])
        return {"type": "array", "items": items | ({"minLength": 1} if items == {"type": "string"} else {})}
    if isinstance(get_origin(hint), type) and issubclass(get_origin(hint), Mapping):
        return {"type": "object", "additionalProperties": of_type(get_args(hint)[1])}
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]  # of a value that may be left out
    return of_type(kinds[0]) if kinds else {"type": TYPES[hint]}


if __name__ == "__main__":
    print(json.dumps(schema(), ensure_ascii=False, indent=2))
