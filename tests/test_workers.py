"""Files are mapped by several processes, and what is found does not depend on how many there are."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from stetlint import mapping
from stetlint.registry import load
from stetlint.rule import Bad
from stetlint.workers import _Worker

RULE = '''
"""A letter."""
import os
from typing import NamedTuple
from stetlint import CorpusRule, DocumentRule, Found, Hit

class Fact(NamedTuple):
    place: object

class Letter(DocumentRule, CorpusRule):
    """A letter."""
    id = "letter"
    mqm = "style"

    def check(self, document):
        for segment in document.segments:
            if segment.text == "x":
                ACTION
                yield segment, Hit(0, 1, f"by {os.getpid()}")

    def collect(self, document):
        for segment in document.segments:
            yield segment.text, FACT(document.place(segment, 0, 1))

    def compare(self, key, facts):
        for located in facts[1:]:
            yield Found(located.fact.place, f"stands in {facts[0].path} too")
'''
METHODS = ["fork", "spawn"] if sys.platform == "linux" else ["spawn"]


@pytest.fixture(params=METHODS)
def method(request, monkeypatch):
    monkeypatch.setattr(mapping, "METHOD", request.param)


@pytest.fixture
def corpus(write):
    """A file for each bad example of the default rules, in several folders."""
    for id, rule in load().items():
        if rule.is_default:
            for number, bad in enumerate(bad for bad in rule.bad if type(bad) is Bad):
                if bad.format == "markdown" and not bad.options and not bad.names:
                    write(f"{bad.lang}/{id}-{number}.md", bad.text)
    write("en/broken.md", b"\xff\n")
    write("stet.toml", '[rules.name-drift]\nscope = "repository"\n')
    write("de/stet.toml", 'language = "de"\nseverity = {doubled-word = "error"}\n')


@pytest.fixture
def letters(write):
    """Files for a rule of a file: letters(action="raise ValueError") -> the rule does that at an x."""

    def make(action="pass", fact="Fact", traits=""):
        rule = RULE.replace("ACTION", action).replace("FACT", fact)
        write("rule.py", rule.replace('mqm = "style"', f'mqm = "style"\n    {traits}'))
        write("stet.toml", 'plugins = ["rule.py"]\nselect = ["letter"]\n')
        for number in range(6):
            write(f"{number}.md", "x\n" if number == 3 else f"a{number % 4}\n")

    return make


def by(result):
    """Return the number of the process that checked 3.md."""
    return next(int(f["message"][3:]) for f in json.loads(result.stdout)["findings"] if f["path"] == "3.md")


@pytest.mark.usefixtures("corpus", "method")
def test_the_same_findings(stet, monkeypatch):
    monkeypatch.setattr("stetlint.mapping.BATCH", 500)
    alone = stet("check", "--format", "json", "--no-cache", "--jobs", 1)
    assert len(json.loads(alone.stdout)["findings"]) > 100
    runs = [("--no-cache", "--jobs", 2), ("--jobs", 3), ("--jobs", 3), ("--jobs", 1)]
    folders = sorted((name for name in os.listdir() if os.path.isdir(name)), reverse=True)
    runs.append((*folders, "--jobs", 2))
    for arguments in runs:
        assert stet("check", "--format", "json", *arguments).stdout == alone.stdout


@pytest.mark.usefixtures("method")
def test_rules_of_files_and_their_facts(stet, letters):
    letters()
    result = stet("check", "--format", "json", "--jobs", 2)
    assert by(result) != os.getpid()
    assert [f["message"] for f in json.loads(result.stdout)["findings"] if f["path"] == "4.md"] == [
        "stands in 0.md too"
    ]


def test_little_work_needs_none(stet, letters, monkeypatch):
    letters()
    assert by(stet("check", "--format", "json", "--no-cache")) == os.getpid()
    monkeypatch.setitem(mapping.LITTLE, mapping.METHOD, 5)
    monkeypatch.setattr(mapping, "cores", lambda: 2)
    assert by(stet("check", "--format", "json", "--no-cache")) != os.getpid()
    assert by(stet("check", "--format", "json", "--no-cache", "--jobs", 1)) == os.getpid()
    monkeypatch.setattr(mapping, "cores", lambda: 1)
    assert by(stet("check", "--format", "json", "--no-cache")) == os.getpid()


def test_external_rules_run_in_one_process(stet, letters):
    letters(traits="is_external = True")
    assert by(stet("check", "--format", "json", "--jobs", 2)) == os.getpid()


def test_facts_that_cannot_be_sent(stet, letters):
    letters(fact="(lambda place: type('Fact', (), {'place': place})())")
    alone = json.loads(stet("check", "--format", "json", "--jobs", 1).stdout)
    result = stet("check", "--format", "json", "--jobs", 2)
    assert result.exit_code == 1
    assert [f["path"] for f in json.loads(result.stdout)["findings"]] == [
        f["path"] for f in alone["findings"]
    ]


@pytest.mark.usefixtures("method")
def test_a_rule_that_fails_says_so(stet, letters):
    letters(action="raise ValueError('no idea')")
    alone, result = (stet("check", "--format", "json", "--jobs", jobs) for jobs in (1, 2))
    assert result.exit_code == 2
    assert "rule letter failed: ValueError: no idea (rule.py:19)" in result.stdout
    assert result.stdout == alone.stdout


@pytest.mark.skipif(os.name != "posix", reason="no signals")
def test_a_worker_that_is_killed(stet, letters, monkeypatch):
    monkeypatch.setattr("stetlint.mapping.BATCH", 5)
    letters(action="os.kill(os.getpid(), 9)")
    result = stet("check", "--jobs", 2)
    assert result.exit_code == 2
    assert "stands in 0.md too" in result.stdout
    assert "error: 2.md and 1 more not checked: the worker was killed (SIGKILL); if" in result.stderr
    assert stet("check", "--format", "json", "--jobs", 2).stdout.count("not checked") == 1


def test_a_worker_that_ends(stet, letters):
    letters(action="os._exit(3)")
    result = stet("check", "--jobs", 2)
    assert result.exit_code == 2
    assert "0.md and 5 more not checked: the worker ended with code 3\n" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="no fork")
def test_workers_that_die_at_once(stet, letters, monkeypatch):
    monkeypatch.setattr("stetlint.mapping.BATCH", 5)
    monkeypatch.setattr("stetlint.workers._work", lambda *_: os._exit(4))
    letters()
    result = stet("check", "--jobs", 2)
    assert result.exit_code == 2
    assert result.stderr.count("not checked: the worker ended with code 4\n") == 3


@pytest.mark.skipif(os.name != "posix", reason="no signals")
def test_a_worker_that_is_killed_when_it_has_nothing_to_do(stet, letters, monkeypatch):
    begin = _Worker.begin

    def kill_and_begin(self, batch):
        if self.batch:
            self._process.kill()
            self._process.join()
        return begin(self, batch)

    monkeypatch.setattr("stetlint.mapping.BATCH", 5)
    monkeypatch.setattr(_Worker, "begin", kill_and_begin)
    letters()
    alone, result = (stet("check", "--format", "concise", "--jobs", jobs).stdout for jobs in (1, 2))
    assert result.count("stands in 0.md too") == alone.count("stands in 0.md too") == 1


def test_processes_that_cannot_be_started(stet, letters, monkeypatch):
    def fail(*_):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    letters()
    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", fail)
    assert by(stet("check", "--format", "json", "--jobs", 2)) == os.getpid()


@pytest.mark.skipif(os.name != "posix", reason="no signals")
def test_an_interrupt_ends_all_at_once(folder, letters):
    letters(action="open(str(os.getpid()), 'x'); __import__('time').sleep(60)")
    process = subprocess.Popen(
        [sys.executable, "-m", "stetlint", "check", "--jobs", "2"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while not (started := [path.name for path in folder.iterdir() if path.name.isdecimal()]):
        time.sleep(0.01)
    time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors.strip() == "Aborted!"
    for number in started:
        with pytest.raises(ProcessLookupError):
            os.kill(int(number), 0)


def test_cores(monkeypatch):
    assert mapping.cores() >= 1
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert mapping.cores() == 1
