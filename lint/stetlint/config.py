"""What the user says: configuration files and what they mean for one file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from stetlint.finding import Severity
from stetlint.rule import Rule


class FileSettings(NamedTuple):
    """What holds for one file.

    lang              BCP 47 tag
    is_lang_declared  whether a path pattern of the configuration says so, which beats the file itself
    rules             ids of the rules that run
    severity          of the rules whose own severity does not hold
    """

    lang: str
    is_lang_declared: bool
    rules: frozenset[str]
    severity: Mapping[str, Severity]


def options_of(rule: type[Rule], values: Mapping[str, Any]) -> Any:
    """Return a rule's options with the given values in place of the defaults."""
    return rule.Options(**values)
