"""stet init: the configuration that it writes holds, and so does each of its examples."""

import re
import tomllib

import pytest

from stetlint.config import Configs, Values, check_ids, options_of, read_values
from stetlint.registry import load


def test_it_is_written_once(stet, folder):
    result = stet("init")
    assert (result.exit_code, result.stderr) == (0, "")
    text = (folder / "stet.toml").read_text()
    assert Configs().of(str(folder)).rules
    (folder / "stet.toml").write_text("# mine\n" + text)
    result = stet("init")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "error: stet.toml: there is a configuration already; it stays as it is\n"
    assert (folder / "stet.toml").read_text() == "# mine\n" + text


@pytest.mark.parametrize(("name", "text"), [(".stet.toml", ""), ("pyproject.toml", "[tool.stet]\n")])
def test_another_configuration_is_not_hidden(stet, write, folder, name, text):
    write(name, text)
    assert stet("init").stderr.startswith(f"error: {name}: ")
    assert not (folder / "stet.toml").exists()


def test_beside_a_project_that_does_not_speak_of_stet(stet, write, folder):
    write("pyproject.toml", "[project]\n")
    assert stet("init").exit_code == 0


def test_what_is_active_changes_nothing(stet, folder):
    stet("init")
    assert read_values(tomllib.loads((folder / "stet.toml").read_text())) == Values()


def test_every_key_has_an_example_that_holds(stet, folder):
    stet("init")
    text = (folder / "stet.toml").read_text()
    table = tomllib.loads(re.sub(r"^# (?=\w+ = |\[)", "", text, flags=re.MULTILINE))
    assert set(table) == set(Values._fields)
    values = read_values(table)
    check_ids(values, load())
    for id, options in values.rules.items():
        options_of(load()[id], options)
