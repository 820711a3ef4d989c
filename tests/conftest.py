"""What several tests share."""

import pytest
from click.testing import CliRunner

from stetlint.cli import main


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty working directory, and an empty cache beside it."""
    monkeypatch.setenv("STET_CACHE_DIR", f"{tmp_path}.cache")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def stet(folder):
    """Run the command line in the working directory: stet("check", "a.md") -> exit_code, stdout, stderr."""

    def run(*arguments, input=None):
        result = CliRunner().invoke(main, [str(a) for a in arguments], input=input, prog_name="stet")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def write(folder):
    """Write a file, with the folders that it needs: write("docs/a.md", "text")."""

    def put(path, content=""):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return target

    return put
