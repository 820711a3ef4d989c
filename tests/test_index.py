"""The index of the built-in rules: it says what they say, and does not hold once something has changed."""

import importlib
import os
import shutil
import subprocess
import sys
import time
from importlib.util import cache_from_source

import pytest

import stetlint_rules
from stetlint import index, registry
from stetlint.catalogue import Deferred, Traits
from stetlint.house import NO_NAMES

RULE = '''"""A rule."""
from stetlint import SegmentRule

class New(SegmentRule):
    """A rule."""

    id = "new-rule"
    mqm = "other"
    trigger = "{trigger}"
'''


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of one rule, with bytecode."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(index, "STARTED", time.time_ns() + 10**12)
    folder = tmp_path / "some_rules"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "new.py").write_text(RULE.format(trigger="a"))
    importlib.invalidate_caches()
    yield importlib.import_module("some_rules")
    for name in ("some_rules", "some_rules.new", "some_rules._index"):
        sys.modules.pop(name, None)


def traits_of(package):
    return [Traits.of(importlib.import_module(f"{package.__name__}.new").New)]


def index_of(package):
    (path,) = [
        os.path.join(package.__path__[0], "__pycache__", name)
        for name in os.listdir(os.path.join(package.__path__[0], "__pycache__"))
        if name.startswith("_index.")
    ]
    return path


def test_it_says_what_the_rules_say():
    rules = registry.load()
    for id, traits in rules.traits.items():
        assert traits == Traits.of(rules[id])
        assert rules[id].id == id
    assert list(rules) == sorted(rules)


def test_every_rule_is_in_it():
    names = {name for name in os.listdir(stetlint_rules.__path__[0]) if not name.startswith("_")}
    modules = {traits.module for traits in registry.load().traits.values()}
    assert {f"stetlint_rules.{name.removesuffix('.py')}" for name in names} <= modules


def test_it_is_kept(package):
    assert index.read(package) is None
    index.write(package, traits_of(package))
    assert index.read(package) == traits_of(package)


def test_it_stands_where_an_installer_removes_it(package):
    index.write(package, traits_of(package))
    assert index_of(package) == cache_from_source(os.path.join(package.__path__[0], "_index.py"))
    assert os.path.exists(os.path.join(stetlint_rules.__path__[0], "_index.py"))


def test_it_is_no_bytecode(package):
    with open(os.path.join(package.__path__[0], "_index.py"), "w") as file:
        file.write("IS_IMPORTED = True\n")
    index.write(package, traits_of(package))
    assert importlib.import_module("some_rules._index").IS_IMPORTED
    assert index.read(package) is None


@pytest.mark.parametrize("change", ["edit", "touch", "new file", "removed file"])
def test_it_does_not_hold_once_a_file_has_changed(package, change):
    index.write(package, traits_of(package))
    path = os.path.join(package.__path__[0], "new.py")
    if change == "edit":
        with open(path, "a") as file:
            file.write("#")
    elif change == "touch":
        os.utime(path, ns=(1, 1))
    elif change == "new file":
        shutil.copy(path, os.path.join(package.__path__[0], "newer.py"))
    else:
        os.unlink(path)
    assert index.read(package) is None


@pytest.mark.parametrize("seconds", [-1, 1, 1000])
def test_it_is_not_made_from_files_that_changed_since(package, monkeypatch, seconds):
    traits = traits_of(package)
    monkeypatch.setattr(index, "STARTED", time.time_ns())
    changed = time.time() + seconds
    os.utime(os.path.join(package.__path__[0], "new.py"), (changed, changed))
    index.write(package, traits)
    assert index.read(package) is None


def test_it_holds_for_one_version(package, monkeypatch):
    index.write(package, traits_of(package))
    monkeypatch.setattr(index, "__version__", "0.0.0")
    assert index.read(package) is None


@pytest.mark.parametrize("damage", ["empty", "cut", "one bit", "foreign"])
def test_it_does_not_hold_when_it_is_damaged(package, damage):
    index.write(package, traits_of(package))
    path = index_of(package)
    with open(path, "rb") as file:
        data = bytearray(file.read())
    if damage == "one bit":
        data[len(data) // 2] ^= 1
    written = {"empty": b"", "cut": bytes(data[:-1]), "foreign": b"\0" * 99}.get(damage, bytes(data))
    with open(path, "wb") as file:
        file.write(written)
    assert index.read(package) is None
    index.write(package, traits_of(package))
    assert index.read(package) == traits_of(package)


def test_it_need_not_be_written(package):
    traits = traits_of(package)
    shutil.rmtree(os.path.join(package.__path__[0], "__pycache__"))
    index.write(package, traits)
    assert index.read(package) is None
    assert sorted(os.listdir(package.__path__[0])) == ["__init__.py", "new.py"]


def test_a_rule_is_new_from_one_run_to_the_next(tmp_path):
    folder = tmp_path / "stetlint_rules"
    shutil.copytree(stetlint_rules.__path__[0], folder)
    script = "from stetlint.registry import load; print(load().traits.get('new-rule', [None] * 2)[1])"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def trigger():
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        return done.stdout.strip()

    assert trigger() == "None"
    (folder / "new.py").write_text(RULE.format(trigger="a"))
    assert [trigger(), trigger()] == ["a", "a"]
    (folder / "new.py").write_text(RULE.format(trigger="bc"))
    assert trigger() == "bc"
    (folder / "new.py").unlink()
    assert trigger() == "None"


def test_a_deferred_rule_is_made_once():
    rules = registry.load()
    rule = Deferred(rules.traits["doubled-word"], NO_NAMES)
    rule.close()
    assert rule.ready() is rule.ready()
    assert type(rule.ready()) is rules["doubled-word"]
    assert rule.knows("de-AT")
