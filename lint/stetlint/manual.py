"""The manual: the list of rules and the page of each, written from the rules themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, get_origin, get_type_hints

from stetlint.reporters import quoted, visible
from stetlint.rule import Bad, Good, Rule


def table(rules: Mapping[str, type[Rule]]) -> Iterator[str]:
    """Yield the list of rules, a line each."""
    width = max(map(len, rules), default=0)
    yield f"{'rule':{width}}  default  fix  severity  what it finds\n"
    for id, rule in rules.items():
        default = "on" if rule.is_default else "off"
        fix = "yes" if has_fix(rule) else "no"
        yield f"{id:{width}}  {default:7}  {fix:3}  {rule.severity:8}  {rule.summary()}\n"


def has_fix(rule: type[Rule]) -> bool:
    """Whether the rule offers fixes, as its examples show."""
    return any(example.fixed is not None for example in rule.bad)


def page(rule: type[Rule]) -> Iterator[str]:
    """Yield the manual page of a rule, as text."""
    yield f"{rule.id}\n\n{rule.manual()}\n\n"
    yield f"Default:    {'on' if rule.is_default else 'off'}\n"
    yield f"Severity:   {rule.severity}\n"
    yield f"Fix:        {'yes, where the text stands in one piece' if has_fix(rule) else 'no'}\n"
    yield f"Languages:  {', '.join(sorted(rule.languages)) if rule.languages else 'all'}\n"
    yield f"MQM:        {rule.mqm}\n"
    defaults = rule.Options()
    if hints := get_type_hints(rule.Options, include_extras=True):
        yield f"\n[rules.{rule.id}]\n"
        for name, hint in hints.items():
            limit = f"  # at least {hint.__metadata__[0].least}" if get_origin(hint) is Annotated else ""
            yield f"{name} = {json.dumps(getattr(defaults, name), ensure_ascii=False)}{limit}\n"
    for title, examples in (("Found", rule.bad), ("Not found", rule.good)):
        yield f"\n{title}:\n"
        for example in examples:
            yield from _example(example)


def _example(example: str | Bad) -> Iterator[str]:
    if isinstance(example, str):
        example = Good(example)
    notes = [f"language: {example.lang}"] if example.lang != "en" else []
    notes += [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in example.options.items()]
    notes += [
        f"[names] {name} = {json.dumps(value, ensure_ascii=False)}" for name, value in example.names.items()
    ]
    if example.found:
        notes.append("found: " + ", ".join(map(quoted, example.found)))
    if example.fixed is not None:
        notes.append(f"fixed: {quoted(example.fixed)}")
    yield "\n"
    yield from (f"    {visible(line)}\n" for line in example.text.splitlines())
    yield from (f"        {note}\n" for note in notes)
