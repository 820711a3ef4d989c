"""What the user says: configuration files, and what they mean for one file.

A configuration is read once, checked against the rules that exist, and is immutable from then on.
``Configs`` finds the one that holds in a folder, ``Config.for_path`` says what holds for a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from stetlint import readers, registry
from stetlint.catalogue import Catalogue
from stetlint.finding import Severity
from stetlint.house import Entry, HouseNames, NamesProblem, house_names, read_file
from stetlint.language.codes import is_language
from stetlint.language.patterns import Pattern
from stetlint.nearest import quoted

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from stetlint.rule import Rule

FILE_NAMES = ("stet.toml", ".stet.toml", "pyproject.toml")  # where several stand in a folder, the first
DEFAULT_LANGUAGE = "en"
PLAIN = Pattern(r"/?[\w.*-]+(?:/[\w.*-]+)*/?")  # a pattern of paths that is made of names and stars


class FileSettings(NamedTuple):
    """What holds for one file.

    lang              BCP 47 tag
    is_lang_declared  whether a path pattern of the configuration says so, which beats the file itself
    rules             ids of the rules that run
    severity          of the rules whose own severity does not hold
    fields            which fields of records hold what
    is_lang_named     whether the configuration names a language at all; else a text shows its own
    """

    lang: str
    is_lang_declared: bool
    rules: frozenset[str]
    severity: Mapping[str, Severity]
    fields: readers.Fields = readers.Fields()
    is_lang_named: bool = True


class ConfigError(Exception):
    """A configuration that cannot be used: names the file, the line where it is known, and what is wrong."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.line = line


class ValueProblem(Exception):
    """A value that is not what it has to be.

    keys    the way to it from where the reading began: ("overrides", 1, "paths")
    value   the word that is wrong, where the value is a list of words
    """

    def __init__(self, keys: tuple[str | int, ...], message: str, value: str | None = None) -> None:
        super().__init__(message)
        self.keys = keys
        self.message = message
        self.value = value


class Choice(NamedTuple):
    """What the command line says about rules: ``select`` replaces what a configuration selects and ignores
    (None: it does not), ``ignore`` takes rules away from what is left then."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()


class Override(NamedTuple):
    """What holds for the files that a pattern matches."""

    paths: tuple[str, ...]
    language: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})


class NamesTable(NamedTuple):
    """What the table ``[names]`` holds; its fields are its keys, see ``stetlint.house``."""

    file: str = ""
    preferred: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    alike: tuple[tuple[str, ...], ...] = ()
    known: tuple[str, ...] = ()


class Values(NamedTuple):
    """What a configuration file holds; its fields are its keys. ``rules`` are options by rule id, ``files``
    patterns by format."""

    language: str | None = None
    select: tuple[str, ...] = ("default",)
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: str = ""
    plugins: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    severity: Mapping[str, Severity] = MappingProxyType({})
    names: NamesTable = NamesTable()
    files: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    fields: readers.Fields = readers.Fields()
    overrides: tuple[Override, ...] = ()


class Config:
    """A configuration with the rules that it knows.

    folder   absolute; paths and patterns of the configuration are relative to it
    known    every rule that can be selected, by id
    rules    those that run on some file, ready or deferred
    options  of the rules for which some are given, by id
    names    those of the house
    baseline absolute path of the file of known findings; None where there is none
    """

    def __init__(self, folder: str, values: Values, known: Catalogue, choice: Choice) -> None:
        """Raise ValueProblem where an option of a rule is wrong or a pattern is none, ConfigError where the
        file of names cannot be used."""
        self.folder = folder
        self.known = known
        self._values = values
        self._choice = choice
        self.baseline = os.path.normpath(os.path.join(folder, values.baseline)) if values.baseline else None
        self._exclude = PathPatterns(values.exclude, ("exclude",))
        self._files = [
            (format, PathPatterns(patterns, ("files", format))) for format, patterns in values.files.items()
        ]
        self._overrides = [
            (PathPatterns(override.paths, ("overrides", i, "paths")), override)
            for i, override in enumerate(values.overrides)
        ]
        self._settings: dict[tuple[int, ...], FileSettings] = {}
        self.options: dict[str, Any] = {}
        for id, given in values.rules.items():
            try:
                self.options[id] = options_of(known[id], given)
            except ValueProblem as problem:
                raise ValueProblem(("rules", id, *problem.keys), problem.message) from None
        selected = self._selected(values.overrides, can_ignore=False)
        self.names = _house_names(values.names, folder)
        file = values.names.file
        self._names_file = os.path.normpath(os.path.join(folder, file)) if file else None
        self.rules = tuple(known.make(id, self.options.get(id), self.names) for id in known if id in selected)

    def excludes(self, path: str, is_folder: bool = False) -> bool:
        """Whether ``exclude`` matches an absolute path, or the house's names stand there."""
        if path == self._names_file:
            return True
        relative = self._relative(path)
        return relative is not None and self._exclude.match(relative + "/" * is_folder)

    def format_of(self, path: str) -> str | None:
        """Return the format of a file, given as an absolute path: what ``files`` says, or else its name."""
        return self._named_format(path) or readers.format_of(path)

    def names_format_of(self, path: str) -> bool:
        """Whether ``files`` says which format a file has, given as an absolute path."""
        return self._named_format(path) is not None

    def _named_format(self, path: str) -> str | None:
        relative = self._relative(path) if self._files else None
        if relative is not None:
            for format, patterns in self._files:
                if patterns.match(relative):
                    return format
        return None

    def for_path(self, path: str) -> FileSettings:
        """Return what holds for a file, given as an absolute path."""
        relative = self._relative(path) if self._overrides else None
        matching: tuple[int, ...] = ()
        if relative is not None:
            matching = tuple(i for i, (patterns, _) in enumerate(self._overrides) if patterns.match(relative))
        if matching not in self._settings:
            self._settings[matching] = self._settings_of([self._overrides[i][1] for i in matching])
        return self._settings[matching]

    def _relative(self, path: str) -> str | None:
        folder = self.folder if self.folder.endswith(os.sep) else self.folder + os.sep
        return path[len(folder) :].replace(os.sep, "/") if path.startswith(folder) else None

    def _settings_of(self, overrides: Sequence[Override]) -> FileSettings:
        severity = dict(self._values.severity)
        lang = None
        for override in overrides:
            lang = override.language or lang
            severity.update(override.severity)
        rules = self._selected(overrides)
        named = lang or self._values.language
        fields = self._values.fields
        return FileSettings(
            named or DEFAULT_LANGUAGE, lang is not None, rules, severity, fields, named is not None
        )

    def _selected(self, overrides: Sequence[Override], can_ignore: bool = True) -> frozenset[str]:
        """Return the ids that are selected where these overrides hold; or, with nothing ignored but by the
        command line, those that are selected anywhere."""
        values, choice = self._values, self._choice
        if choice.select is not None:
            rules = self._expand(choice.select)
        else:
            rules = self._expand(values.select)
            if can_ignore:
                rules -= set(values.ignore)
        for override in overrides:
            if override.select is not None and choice.select is None:
                rules = self._expand(override.select) | (set() if can_ignore else rules)
            if can_ignore:
                rules -= set(override.ignore)
        return frozenset(rules - set(choice.ignore))

    def _expand(self, select: Iterable[str]) -> set[str]:
        rules: set[str] = set()
        for word in select:
            if word in registry.GROUPS:
                rules.update(
                    id
                    for id, traits in self.known.traits.items()
                    if traits.is_default or (word == "all" and not traits.is_external)
                )
            else:
                rules.add(word)
        return rules


class PathPatterns:
    """Patterns of paths, as in .gitignore.

    To import the library that reads them takes as long as to check a small file. So it is asked about a path
    only where all that one of the patterns has between its stars is in it.
    """

    def __init__(self, patterns: Sequence[str], keys: tuple[str | int, ...]) -> None:
        """``keys`` are the way to them in the configuration. Raise ValueProblem where one is no pattern."""
        self._patterns = patterns
        self._keys = keys
        self._words = [pattern.replace("*", "/").split("/") for pattern in patterns]
        self._spec = None if all(PLAIN.fullmatch(pattern) for pattern in patterns) else self._read()

    def _read(self) -> GitIgnoreSpec:
        import re

        from pathspec import GitIgnoreSpec

        try:
            return GitIgnoreSpec.from_lines(self._patterns)
        except (ValueError, re.error) as error:
            raise ValueProblem(self._keys, f"not a path pattern: {error}") from None

    def match(self, path: str) -> bool:
        """Whether they match a path, given relative to the configuration; that of a folder ends with "/"."""
        if self._spec is None:
            if not any(all(word in path for word in words) for words in self._words):
                return False
            self._spec = self._read()
        return self._spec.match_file(path)


class Configs:
    """Which configuration holds where: the given one, or the nearest upwards from a folder."""

    def __init__(self, file: str | None = None, choice: Choice = Choice()) -> None:  # noqa: B008
        self._file = file
        self._choice = choice
        self._by_folder: dict[str, Config | ConfigError] = {}

    def __reduce__(self) -> tuple[type[Configs], tuple[str | None, Choice]]:
        return Configs, (self._file, self._choice)  # another process reads the files itself

    def of(self, folder: str) -> Config:
        """Return the configuration that holds in a folder, given as an absolute path.

        Raise ConfigError where it cannot be used.
        """
        found = self._given() if self._file is not None else self._nearest(folder)
        if isinstance(found, ConfigError):
            raise found
        return found

    def _given(self) -> Config | ConfigError:
        assert self._file is not None
        if "" not in self._by_folder:
            self._by_folder[""] = self._read(self._file, self._file)
        return self._by_folder[""]

    def _nearest(self, folder: str) -> Config | ConfigError:
        found = self._by_folder.get(folder)
        if found is None:
            path = config_in(folder)
            if path is not None:
                found = self._read(path, shown_path(path))
            elif (parent := os.path.dirname(folder)) != folder:
                found = self._nearest(parent)
            else:
                found = self._make(folder, "", Values(), "")
            self._by_folder[folder] = found
        return found

    def _read(self, path: str, shown: str) -> Config | ConfigError:
        import tomllib

        try:
            with open(path, "rb") as file:
                text = file.read().decode("utf-8").removeprefix("\ufeff")
            table = tomllib.loads(text)
        except OSError as error:
            return ConfigError(shown, error.strerror or str(error))
        except UnicodeDecodeError as error:
            return ConfigError(shown, f"not UTF-8: byte 0x{error.object[error.start]:02X}")
        except tomllib.TOMLDecodeError as error:
            return ConfigError(shown, *_split_toml_error(str(error), text))
        prefix: tuple[str, ...] = ()
        if os.path.basename(path) == "pyproject.toml":
            prefix = ("tool", "stet")
            table = table.get("tool", {}).get("stet", {})
        elif "tool" in table:
            message = "[tool.stet] is for pyproject.toml: here its keys stand without it"
            return ConfigError(shown, message, line_of(text, ("tool",)))
        try:
            values = read_values(table)
        except ValueProblem as problem:
            return _located(problem, shown, text, prefix)
        return self._make(os.path.dirname(os.path.abspath(path)), shown, values, text, prefix)

    def _make(
        self, folder: str, shown: str, values: Values, text: str, prefix: tuple[str, ...] = ()
    ) -> Config | ConfigError:
        try:
            known = registry.load(tuple(os.path.join(folder, path) for path in values.plugins))
        except registry.RuleLoadError as error:
            line = line_of(text, (*prefix, "plugins")) if values.plugins else None
            return ConfigError(shown, str(error), line)
        for option, words in (("--select", self._choice.select or ()), ("--ignore", self._choice.ignore)):
            for word in words:
                if word not in known and not (word in registry.GROUPS and option == "--select"):
                    where = f" where {shown} holds" if shown else ""
                    ids = (*known, *registry.GROUPS) if option == "--select" else known
                    return ConfigError("", f"{option}: unknown rule {quoted(word, ids)}{where}")
        try:
            check_ids(values, known)
            return Config(folder, values, known, self._choice)
        except ValueProblem as problem:
            return _located(problem, shown, text, prefix)
        except ConfigError as error:
            return error


def config_in(folder: str) -> str | None:
    """Return the configuration file of a folder, None where it has none."""
    for name in FILE_NAMES:
        path = os.path.join(folder, name)
        if not os.path.isfile(path):
            continue
        if name != "pyproject.toml":
            return path
        # Most pyproject.toml do not speak of stet, and parsing one takes longer than to look.
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError:
            return path  # reading it says what is wrong
        if b"stet" in data:
            import tomllib

            try:
                if "stet" in tomllib.loads(data.decode("utf-8")).get("tool", {}):
                    return path
            except (tomllib.TOMLDecodeError, UnicodeDecodeError):
                return path  # so it does here
    return None


def shown_path(path: str) -> str:
    """Return a path as people see it: relative to the working directory where it stands below it."""
    relative = path.removeprefix(os.getcwd() + os.sep)
    return relative.replace(os.sep, "/")


# From TOML to values.


def read_values(table: Mapping[str, Any]) -> Values:
    """Return the values of a configuration. Raise ValueProblem at what it cannot hold."""
    _check_keys(table, Values._fields, ())
    given: dict[str, Any] = {}
    for key, value in table.items():
        if key == "rules":
            given[key] = {
                id: convert(options, dict, (key, id)) for id, options in convert(value, dict, (key,)).items()
            }
        elif key == "severity":
            given[key] = _severity(value, (key,))
        elif key == "files":
            given[key] = _files(convert(value, dict, (key,)), (key,))
        elif key == "fields":
            given[key] = _fields(convert(value, dict, (key,)), (key,))
        elif key == "names":
            given[key] = _names(convert(value, dict, (key,)), (key,))
        elif key == "overrides":
            if isinstance(value, dict):
                raise ValueProblem((key,), "there may be several: write [[overrides]], with two brackets")
            given[key] = tuple(
                _override(convert(each, dict, (key, i)), (key, i))
                for i, each in enumerate(convert(value, list, (key,)))
            )
        else:
            given[key] = convert(value, str if key in ("language", "baseline") else tuple[str, ...], (key,))
    if "language" in given:
        _check_language(given["language"], ("language",))
    return Values(**given)


def _files(table: Mapping[str, Any], keys: tuple[str | int, ...]) -> dict[str, tuple[str, ...]]:
    for format in table:
        if format not in readers.FORMATS:
            raise ValueProblem((*keys, format), f"unknown format {quoted(format, readers.FORMATS)}")
    return {format: convert(patterns, tuple[str, ...], (*keys, format)) for format, patterns in table.items()}


def _fields(table: Mapping[str, Any], keys: tuple[str | int, ...]) -> readers.Fields:
    _check_keys(table, readers.Fields._fields, keys)
    return readers.Fields(
        **{key: convert(names, tuple[str, ...], (*keys, key)) for key, names in table.items()}
    )


def _override(table: Mapping[str, Any], keys: tuple[str | int, ...]) -> Override:
    _check_keys(table, Override._fields, keys)
    if "paths" not in table:
        raise ValueProblem(keys, 'an override has to have "paths"')
    given: dict[str, Any] = {}
    for key, value in table.items():
        if key == "severity":
            given[key] = _severity(value, (*keys, key))
        else:
            given[key] = convert(value, str if key == "language" else tuple[str, ...], (*keys, key))
    if "language" in given:
        _check_language(given["language"], (*keys, "language"))
    return Override(**given)


def _names(table: Mapping[str, Any], keys: tuple[str | int, ...]) -> NamesTable:
    _check_keys(table, NamesTable._fields, keys)
    given: dict[str, Any] = {}
    for key, value in table.items():
        here = (*keys, key)
        if key == "preferred":
            given[key] = {
                name: convert(variants, tuple[str, ...], (*here, name))
                for name, variants in convert(value, dict, here).items()
            }
        else:
            hint = {"file": str, "alike": tuple[tuple[str, ...], ...]}.get(key, tuple[str, ...])
            given[key] = convert(value, hint, here)
    return NamesTable(**given)


def names_of(table: Mapping[str, Any]) -> HouseNames:
    """Return the names of the house that a table ``[names]`` without a file holds."""
    return _house_names(_names(table, ()), "")


def _house_names(table: NamesTable, folder: str) -> HouseNames:
    """Return the names of the house. Raise ConfigError at the file, ValueProblem at the table."""
    if table == NamesTable():
        return HouseNames()
    entries: list[Entry[Any]] = [
        Entry("preferred", (name, *variants), ("names", "preferred", name))
        for name, variants in table.preferred.items()
    ]
    entries.extend(Entry("alike", names, ("names", "alike")) for names in table.alike)
    entries.append(Entry("known", table.known, ("names", "known")))
    path = os.path.join(folder, table.file)
    shown = shown_path(path)
    try:
        if table.file:
            with open(path, encoding="utf-8-sig") as file:
                entries.extend(read_file(file.read()))
        return house_names(entries)
    except OSError as error:
        raise ValueProblem(("names", "file"), f"{shown}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(shown, f"not UTF-8: byte 0x{error.object[error.start]:02X}") from None
    except NamesProblem as problem:
        if isinstance(problem.where, int):  # a line of the file
            raise ConfigError(shown, problem.message, problem.where) from None
        raise ValueProblem(problem.where, problem.message, problem.name) from None


def _severity(value: Any, keys: tuple[str | int, ...]) -> dict[str, Severity]:
    words = Literal["error", "warning", "info"]
    return {
        id: Severity(convert(word, words, (*keys, id))) for id, word in convert(value, dict, keys).items()
    }


def _check_language(tag: str, keys: tuple[str | int, ...]) -> None:
    if not is_language(tag):
        raise ValueProblem(keys, f'"{tag}" is no language tag such as "en" or "pt-BR"')


def _check_keys(table: Mapping[str, Any], known: Sequence[str], keys: tuple[str | int, ...]) -> None:
    for key in table:
        if key not in known:
            raise ValueProblem((*keys, key), f"unknown key {quoted(key, known)}")


def check_ids(values: Values, known: Mapping[str, Any]) -> None:
    """Raise ValueProblem where a configuration names a rule that does not exist."""
    lists: list[tuple[tuple[str | int, ...], Iterable[str], bool]] = [
        (("select",), values.select, True),
        (("ignore",), values.ignore, False),
    ]
    tables: list[tuple[tuple[str | int, ...], Iterable[str]]] = [
        (("rules",), values.rules),
        (("severity",), values.severity),
    ]
    for i, override in enumerate(values.overrides):
        lists.append((("overrides", i, "select"), override.select or (), True))
        lists.append((("overrides", i, "ignore"), override.ignore, False))
        tables.append((("overrides", i, "severity"), override.severity))
    for keys, ids, can_be_group in lists:
        for id in ids:
            if id not in known and not (can_be_group and id in registry.GROUPS):
                words = (*known, *registry.GROUPS) if can_be_group else known
                raise ValueProblem(keys, f"unknown rule {quoted(id, words)}", id)
    for keys, ids in tables:
        for id in ids:
            if id not in known:
                raise ValueProblem((*keys, id), f"unknown rule {quoted(id, known)}")


def options_of(rule: type[Rule], values: Mapping[str, Any]) -> Any:
    """Return a rule's options with the given values in place of the defaults.

    Raise ValueProblem at a key that the rule does not have and at a value that its field does not take.
    """
    if not values:
        return rule.Options()
    fields = get_type_hints(rule.Options, include_extras=True)
    hints = {key: hint for key, hint in fields.items() if not key.startswith("_")}
    for key in values:
        if key not in hints:
            known = f"unknown option {quoted(key, hints)}"
            raise ValueProblem((key,), known if hints else f"{rule.id} has no options")
    return rule.Options(**{key: convert(value, hints[key], (key,)) for key, value in values.items()})


def convert(value: Any, hint: Any, keys: tuple[str | int, ...]) -> Any:
    """Return a TOML value as the type that ``hint`` names: str, int, float, bool, dict, list, Literal[...],
    Annotated[T, AtLeast(number)] or tuple[T, ...].

    Raise ValueProblem where it is of another type, below the least number, or a list with an empty string.
    """
    if get_origin(hint) is Annotated:
        type_, limit = get_args(hint)
        value = convert(value, type_, keys)
        if not value >= limit.least:
            raise ValueProblem(keys, f"must be at least {limit.least}, not {value}")
        return value
    if get_origin(hint) is Literal:
        words = get_args(hint)
        if value not in words:
            allowed = " or ".join(f'"{word}"' for word in words)
            raise ValueProblem(keys, f"must be {allowed}, not {_described(value)}")
        return value
    if get_origin(hint) is tuple:
        if not isinstance(value, list | tuple):
            raise ValueProblem(keys, f"must be a list, not {_described(value)}")
        if "" in value:
            raise ValueProblem(keys, "must be a list without an empty string", "")
        return tuple(convert(each, get_args(hint)[0], keys) for each in value)
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint:  # bool is an int to Python, but not to people
        raise ValueProblem(keys, f"must be {TYPE_NAMES[hint]}, not {_described(value)}")
    return value


TYPE_NAMES = {
    str: "a string",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    dict: "a table",
    list: "a list",
}


def _described(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return TYPE_NAMES[type(value)]
    return f'"{value}"' if isinstance(value, str) else str(value)


# From a problem back to its line. tomllib does not say where a key stands, so it is looked for, and only
# once something is wrong with it.


def _located(problem: ValueProblem, path: str, text: str, prefix: tuple[str, ...]) -> ConfigError:
    message = problem.message
    if not message.startswith("unknown"):
        message = ".".join(str(key) for key in problem.keys if isinstance(key, str)) + f": {message}"
    return ConfigError(path, message, line_of(text, (*prefix, *problem.keys), problem.value))


def line_of(text: str, keys: tuple[str | int, ...], value: str | None = None) -> int | None:
    """Return the line (from 1) of a TOML text on which a key stands, or the table nearest around it.

    ``value`` is a word of the key's list: the line on which it stands is looked for from there on.
    """
    best, line = 0, None
    table: tuple[str | int, ...] = ()
    counts: dict[tuple[str, ...], int] = {}
    lines = text.splitlines()
    for number, content in enumerate(lines, 1):
        stripped = content.strip()
        if stripped.startswith("["):
            names = _key_parts(stripped.lstrip("[").partition("]")[0])
            table = names
            if stripped.startswith("[["):
                counts[names] = counts.get(names, -1) + 1
                table = (*names, counts[names])
            here = table
        elif "=" in stripped and not stripped.startswith("#"):
            here = (*table, *_key_parts(stripped.partition("=")[0]))
        else:
            continue
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, keys, strict=False)))
        if common > best:
            best, line = common, number
    if line is not None and value is not None:
        for number in range(line, len(lines) + 1):
            content = lines[number - 1]
            if (f'"{value}"' in content or f"'{value}'" in content) and not content.lstrip().startswith("#"):
                return number
    return line


def _key_parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _split_toml_error(message: str, text: str) -> tuple[str, int | None]:
    """Return what tomllib says apart from the line at which it says it."""
    what, _, place = message.rpartition(" (at ")
    number = place.removeprefix("line ").partition(",")[0]
    if number.isdigit():
        return what, int(number)
    return (what, len(text.splitlines())) if place == "end of document)" else (message, None)
