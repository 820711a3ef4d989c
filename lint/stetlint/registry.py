"""Where rules come from: the built-in package, entry points of other packages, rule files.

All three are loaded the same way: a module, or each module of a package, and the rules that it defines.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable, Iterator
from types import CodeType, ModuleType

from stetlint import index
from stetlint.catalogue import Catalogue, Traits
from stetlint.finding import Severity
from stetlint.language.patterns import Pattern
from stetlint.rule import CorpusRule, DocumentRule, NoOptions, Rule, SegmentRule

GROUP = "stetlint.rules"
BUILT_IN = "stetlint_rules"
SUPPRESS = "stetlint.suppress"  # has a rule, too
GROUPS = ("default", "all")  # words that select several rules
ID = Pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class RuleLoadError(Exception):
    """A rule module that cannot be loaded: says which, and why."""


def load(plugins: tuple[str, ...] = ()) -> Catalogue:
    """Return every rule by its id, sorted: built in, of installed packages, and of the given rule files.

    Raise RuleLoadError where a module cannot be imported, holds no rule, or takes an id that is taken.
    """
    package = importlib.import_module(BUILT_IN)
    built_in = index.read(package)
    if built_in is None:
        modules = [*_import_all(BUILT_IN), importlib.import_module(SUPPRESS)]
        built_in = [Traits.of(rule) for rule in _new(BUILT_IN, modules, {})]
        index.write(package, built_in)
    taken = {traits.id: traits.module for traits in built_in}
    others = [rule for origin, modules in _others(plugins) for rule in _new(origin, modules, taken)]
    return Catalogue(built_in, others)


def _new(origin: str, modules: Iterable[ModuleType], taken: dict[str, str]) -> list[type[Rule]]:
    """Return the rules that modules define, and add them to ``taken``: the modules of all rules, by id."""
    rules = [rule for module in modules for rule in _defined_in(module)]
    for rule in rules:
        if rule.id in taken:
            raise RuleLoadError(f"{origin}: the rule id {rule.id!r} is taken by {taken[rule.id]}")
        taken[rule.id] = rule.__module__
    if not rules:
        raise RuleLoadError(f"{origin}: defines no rule (a class with an id, derived from SegmentRule)")
    return rules


def _others(plugins: tuple[str, ...]) -> Iterator[tuple[str, list[ModuleType]]]:
    for name in _installed():
        if name.partition(".")[0] != BUILT_IN:
            yield name, _import_all(name)
    for path in dict.fromkeys(plugins):
        yield path, [_import_file(path)]


def _import_all(name: str) -> list[ModuleType]:
    import pkgutil

    try:
        module = importlib.import_module(name)
        if not hasattr(module, "__path__"):
            return [module]
        return [
            importlib.import_module(f"{name}.{info.name}")
            for info in pkgutil.iter_modules(module.__path__)
            if not info.name.startswith("_")
        ]
    except Exception as error:
        raise RuleLoadError(f"{name}: {type(error).__name__}: {error}") from error


def _import_file(path: str) -> ModuleType:
    from importlib.machinery import SourceFileLoader
    from importlib.util import module_from_spec, spec_from_file_location

    class FromSource(SourceFileLoader):
        """Leaves bytecode alone: it is stale where a file changed but not its time and size."""

        def get_code(self, fullname: str) -> CodeType:
            return self.source_to_code(self.get_data(path), path)

    # The name keeps two rule files that are called alike apart.
    name = f"stet_rule_file_{os.path.abspath(path).encode().hex()}"
    if name in sys.modules:
        return sys.modules[name]
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise RuleLoadError(f"{path}: not a Python file")
    if not os.path.exists(path):
        raise RuleLoadError(f"{path}: no such file")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        FromSource(name, path).exec_module(module)
    except Exception as error:
        from traceback import walk_tb

        del sys.modules[name]
        lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == path]
        where = f"{path}:{lines[-1]}" if lines else path
        raise RuleLoadError(f"{where}: {type(error).__name__}: {error}") from error
    return module


def _installed() -> list[str]:
    """Return the modules that installed packages declare in our entry-point group.

    importlib.metadata takes longer to import than a small file to check, so a look into the files that
    would declare such a module comes first.
    """
    for folder in sys.path:
        try:
            entries = [
                e.path for e in os.scandir(folder or ".") if e.name.endswith((".dist-info", ".egg-info"))
            ]
        except OSError:
            continue
        for entry in entries:
            if os.path.basename(entry).lower().startswith("stetlint-"):
                continue
            try:
                with open(os.path.join(entry, "entry_points.txt"), encoding="utf-8") as file:
                    declares = GROUP in file.read()
            except OSError:
                continue
            if declares:
                from importlib.metadata import entry_points

                return sorted({point.module for point in entry_points(group=GROUP)})
    return []


def _defined_in(module: ModuleType) -> Iterator[type[Rule]]:
    bases = (Rule, SegmentRule, DocumentRule, CorpusRule)
    for value in vars(module).values():
        is_rule = isinstance(value, type) and issubclass(value, Rule) and value not in bases
        if is_rule and value.__module__ == module.__name__ and "id" in vars(value):
            if complaint := _complaint(value):
                raise RuleLoadError(f"{module.__file__}: {value.__name__}: {complaint}")
            yield value


def _complaint(rule: type[Rule]) -> str:
    """Return what is wrong with a rule that nobody could tell from what it does, "" where nothing is."""
    if not (isinstance(rule.id, str) and ID.fullmatch(rule.id)) or rule.id in GROUPS:
        return f'the id {rule.id!r} is not like "doubled-word"'
    if not issubclass(rule, SegmentRule | DocumentRule | CorpusRule) and rule.__module__ != SUPPRESS:
        return "derive it from SegmentRule, DocumentRule or CorpusRule"
    if not isinstance(getattr(rule, "mqm", None), str):
        return 'it has no mqm, the type of error: "linguistic-conventions/punctuation"'
    if not isinstance(rule.trigger, str | None):
        return "its trigger is not a str"
    if not isinstance(rule.severity, Severity):
        return "its severity is not a Severity"
    fields = ("_fields", "__dataclass_fields__")
    if rule.Options is not NoOptions and not any(hasattr(rule.Options, each) for each in fields):
        return "its Options are neither a NamedTuple nor a dataclass"
    if any(isinstance(examples, str) for examples in (rule.good, rule.bad)):
        return "good and bad are tuples of examples"
    return ""
