"""language-tool, against a small server that speaks as LanguageTool does, and against LanguageTool itself.

The second needs Java and the folder .languagetool, which .ci/run fills, or another one that the variable
STET_LANGUAGETOOL names.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType, SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest

from stetlint import Bad, Unavailable
from stetlint.registry import load
from stetlint.testing import failures, lint
from stetlint_rules import _language_tool_server as servers
from stetlint_rules import language_tool
from stetlint_rules.language_tool import LanguageTool

ROOT = Path(__file__).parent.parent.parent
HOME = Path(os.environ.get("STET_LANGUAGETOOL", ROOT / ".languagetool"))
POSIX = pytest.mark.skipif(os.name != "posix", reason="the fake java is a script")

# pattern, rule, category, suggestion
ALARMS = [
    (r"(?<=He )go\b", "HE_VERB_AGR", "GRAMMAR", "goes"),
    (r"\ba(?= \*{0,2}error)|\ban?(?= \ufffc)", "EN_A_VS_AN", "MISC", "an"),
    (
        r"recieved|Trzebiatowska|[Kk]ostomuksha|Tokayev|cafe\u0301",
        "MORFOLOGIK_RULE_EN_US",
        "TYPOS",
        "café",
    ),
    (r"\bDont\b", "EN_CONTRACTION_SPELLING", "TYPOS", "Don’t"),
    (r"\bthe the\b", "ENGLISH_WORD_REPEAT_RULE", "MISC", "the"),
    (r"(?<!\w)lower\b", "UPPERCASE_SENTENCE_START", "CASING", "Lower"),
    (r"\bcar park\b", "EN_COMPOUNDS_CAR_PARK", "MISC", "carpark"),
]
IDS = {
    "en": [("HE_VERB_AGR", "GRAMMAR"), ("EN_A_VS_AN", "MISC"), ("EN_COMPOUNDS", "MISC"), ("X", "CASING")],
    "es": [("ES_ONLY", "AGREEMENT_NOUNS")],
}
LANGUAGES = [("en", "en"), ("en", "en-US"), ("en", "en-GB"), ("es", "es"), ("ca", "ca-ES")]


def units(text):
    return len(text.encode("utf-16-le")) // 2


class Handler(BaseHTTPRequestHandler):
    """Answers as LanguageTool does: offsets in UTF-16 units of text and markup together."""

    def do_GET(self):
        self.answer({})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.answer({key: values[0] for key, values in parse_qs(body).items()})

    def answer(self, form):
        url = urlsplit(self.path)
        fake = self.server
        fake.asked.append((url.path, form))
        if url.path in fake.spoiled:
            fake.spoiled[url.path](self)
        elif url.path == "/v2/healthcheck":
            self.send(b"OK")
        elif url.path == "/v2/info":
            self.send({"software": {"version": "6.8", "buildDate": "today"}})
        elif url.path == "/v2/languages":
            self.send([{"code": code, "longCode": long} for code, long in LANGUAGES])
        elif url.path == "/v2/configinfo":
            lang = parse_qs(url.query)["language"][0].partition("-")[0]
            self.send({"rules": [{"ruleId": r, "categoryId": c} for r, c in IDS.get(lang, [])]})
        else:
            self.send({"matches": list(matches(form))})

    def send(self, answer, status=200):
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def matches(form):
    parts = json.loads(form["data"])["annotation"]
    text = "".join(part.get("text", part.get("markup")) for part in parts)
    off = set(",".join((form.get("disabledRules", ""), form.get("disabledCategories", ""))).split(","))
    for pattern, rule, category, suggestion in ALARMS:
        if off & {rule, category}:
            continue
        if rule.startswith("MORFOLOGIK") and form["language"] == "en":
            continue
        for found in re.finditer(pattern, text):
            yield {
                "offset": units(text[: found.start()]),
                "length": units(found.group()),
                "message": "Something\nis wrong.",
                "replacements": [{"value": suggestion}],
                "rule": {"id": rule, "category": {"id": category}},
            }


@pytest.fixture
def fake():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.asked = []
    server.spoiled = {}
    server.address = f"http://127.0.0.1:{server.server_port}"
    server.checks = lambda: [form for path, form in server.asked if path == "/v2/check"]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    servers.close()
    server.shutdown()
    server.server_close()


@pytest.fixture
def find(fake):
    """Return the findings in a text."""

    def run(text, lang="en-US", format="markdown", **options):
        return lint(LanguageTool, Bad(text, lang=lang, format=format), {"server": fake.address, **options})

    return run


@pytest.fixture
def configured(fake, write):
    """A working directory in which the rule runs beside the default ones."""

    def put(options, **more):
        values = "".join(f"{key} = {json.dumps(value)}\n" for key, value in options.items())
        top = "".join(f"{key} = {json.dumps(value)}\n" for key, value in more.items())
        selected = 'select = ["doubled-word", "language-tool"]\n' if "select" not in more else ""
        write("stet.toml", f"{selected}{top}[rules.language-tool]\n{values}")
        for name in ("a", "b", "c"):
            write(f"{name}.md", "He go down the the road.\n")

    return put


def test_examples(fake):
    assert failures(LanguageTool, {"server": fake.address}) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("He go.", 1),
        ("😀 𝒳 e\u0301 &amp; &#x1F600; He go.", 1),
        ("# 😀 Title\r\n\r\nOne\r\ntwo **😀** `x` He go.\r\n", 4),
        ("| 😀 | He go |\n|-|-|\n| 😀😀 | x |", 1),
        ("> He\n> ![😀](x.png) He go", 2),
    ],
)
def test_positions(find, text, line):
    (finding,) = find(text)
    start = text.rindex("go")
    assert finding.place.span == (start, start + 2)
    assert (finding.place.line, finding.place.text) == (line, "go")


def test_a_finding_says_which_rule_of_languagetool_it_is(find):
    (finding,) = find("He go.")
    assert finding.message == "Something is wrong. (LanguageTool: HE_VERB_AGR)"
    assert finding.suggestions == ("goes",)
    assert finding.fix is None


def test_a_file_is_one_request_and_says_what_is_no_prose(find, fake):
    find("# One\n\nTwo\nthree `x` four  \nfive")
    (form,) = fake.checks()
    assert form["language"] == "en-US"
    assert json.loads(form["data"])["annotation"] == [
        {"text": "One"},
        {"markup": "\n\n", "interpretAs": "\n\n"},
        {"text": "Two three "},
        {"markup": "\ufffc", "interpretAs": "_"},
        {"text": " four\nfive"},
    ]


def test_a_long_file_is_several_requests(find, fake, monkeypatch):
    monkeypatch.setattr(language_tool, "BATCH", 20)
    found = find("😀 One.\n\nHe go.\n\nAnd then he went.\n\nHe go again.")
    assert [f.place.line for f in found] == [3, 7]
    assert len(fake.checks()) == 3


def test_a_file_without_prose_is_no_request(find, fake):
    assert find("\n") == []
    assert fake.checks() == []


@pytest.mark.parametrize(
    ("lang", "code"), [("en", "en"), ("en-gb", "en-GB"), ("en-IE", "en"), ("ca", "ca-ES")]
)
def test_the_language_is_that_of_the_text(find, fake, lang, code):
    find("He go.", lang=lang)
    assert [form["language"] for form in fake.checks()] == [code]


def test_a_language_that_the_server_does_not_know(find):
    with pytest.raises(AssertionError, match="does not know the language de, only ca-ES, en, en-GB"):
        find("Er geht.", lang="de")
    assert find("Hann fer.", lang="is") == []  # LanguageTool has no Icelandic at all


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We recieved it.", ["recieved"]),
        ("We saw Trzebiatowska in Kostomuksha.", []),
        ("Dont go there.", ["Dont"]),
        ("In kostomuksha there is a cafe\u0301.", []),
        ("Lines. lower.", ["lower"]),
        ("lower\n\n| lower |\n|-|\n", []),
        ("Call a `x`, an `x`, a\n`x`.", []),
    ],
)
def test_alarms_that_say_nothing_are_dropped(find, text, found):
    assert [finding.place.text for finding in find(text)] == found


def test_categories_and_rules_are_selected_and_ignored(find):
    text = "He go. It is a error in the car park."
    assert [f.place.text for f in find(text, select=["MISC"])] == ["a", "car park"]
    assert [f.place.text for f in find(text, select=["MISC"], ignore=["EN_A_VS_AN"])] == ["car park"]
    assert [f.place.text for f in find(text, ignore=["HE_VERB_AGR", "EN_COMPOUNDS_CAR_PARK"])] == ["a"]
    assert [f.place.text for f in find(text, ignore=["AGREEMENT_NOUNS", "MISC"])] == ["go"]
    assert find(text, select=["MISC"], ignore=["MISC"]) == []


@pytest.mark.parametrize(
    ("options", "unknown"),
    [
        ({"select": ["MISC", "Grammar"]}, "Grammar"),
        ({"select": ["AGREEMENT_NOUNS"]}, "AGREEMENT_NOUNS"),
        ({"select": ["MISC", "NO_SUCH_RULE"]}, "NO_SUCH_RULE"),
        ({"ignore": ["AGREEMENT_NOUNS", "misc"]}, "misc"),
    ],
)
def test_ids_that_would_be_passed_over_in_silence(find, options, unknown):
    with pytest.raises(AssertionError, match=f"no rule or category {unknown} for en-US: correct select and"):
        find("He go.", **options)


def test_matches_outside_of_a_segment_are_passed_over(find, fake):
    def odd(handler):
        rule = {"id": "X", "category": {"id": "Y"}}
        match = {"message": "m", "replacements": [], "rule": rule}
        places = [(0, 0), (4, 99), (99, 1), (-3, 2), (5, 4), (4, 2)]
        handler.send({"matches": [match | {"offset": at, "length": size} for at, size in places]})

    fake.spoiled["/v2/check"] = odd
    assert [f.place.text for f in find("One two.\n\nThree.")] == ["tw"]


def test_what_overlaps_a_finding_of_stet_is_dropped(stet, write, configured, fake):
    configured({"server": fake.address})
    write("a.md", "See the the house. He go. <!-- stet: ignore doubled-word -->\n\nSee the the house.\n")
    result = stet("check", "a.md", "--format", "json")
    found = [(f["rule"], f["line"], f["text"]) for f in json.loads(result.stdout)["findings"]]
    assert found == [("language-tool", 1, "go"), ("doubled-word", 3, "the the")]


def test_all_does_not_select_it(stet, write):
    write("a.md", "Fine.")
    assert stet("check", "a.md", "--select", "all").exit_code == 0


def slow(handler):
    time.sleep(1)


def drips(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(20):
        handler.wfile.write(b" ")
        time.sleep(0.05)


def hangs_up(handler):
    handler.close_connection = True


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (slow, "does not answer within 0.3 s: raise timeout"),
        (drips, "does not answer within 0.3 s: raise timeout"),
        (hangs_up, "no answer from"),
        (lambda handler: handler.send(b"<html>Welcome</html>"), "does not answer as LanguageTool does"),
        (lambda handler: handler.send(b'{"matches": 3}'), "does not answer as LanguageTool does"),
        (lambda handler: handler.send(b'{"matches": [{"offset": "1"}]}'), "does not answer as LanguageTool"),
        (lambda handler: handler.send(b"[" * 100_000), "does not answer as LanguageTool does"),
        (lambda handler: handler.send(b"Error:\nno memory", 500), "(HTTP 500): Error: no memory"),
    ],
)
def test_a_server_that_fails_is_one_error_and_nothing_else_is_lost(stet, configured, fake, spoil, said):
    configured({"server": fake.address, "timeout": 0.3})
    fake.spoiled["/v2/check"] = spoil
    result = stet("check", "--format", "concise")
    assert result.exit_code == 2
    (line,) = [line for line in result.stderr.splitlines() if "error" in line]
    assert line.startswith("error: language-tool: ")
    assert said in line
    assert result.stdout.count("doubled-word") == 3
    assert len(fake.checks()) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"server": "http://127.0.0.1:9"}, "no answer from http://127.0.0.1:9 (Connection refused): start a"),
        ({"server": "localhost:8081"}, 'has to look like "http://localhost:8081", not "localhost:8081"'),
        ({"server": "http://[x"}, "has to look like"),
        ({"server": "http://x", "home": "x"}, "has both server and home"),
        ({}, "where LanguageTool is (server or home), or install stetlint[languagetool]"),
    ],
)
def test_a_server_that_is_missing(stet, configured, monkeypatch, options, said):
    monkeypatch.setitem(sys.modules, "language_tool_python.download_lt", None)
    configured(options)
    result = stet("check", "--format", "concise")
    assert result.exit_code == 2
    (line,) = [line for line in result.stderr.splitlines() if "error" in line]
    assert said in line
    assert result.stdout.count("doubled-word") == 3


def test_a_proxy_is_not_asked_for_the_way_to_this_machine(find, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert len(find("He go.")) == 1


def test_the_version_is_for_those_who_keep_results(fake):
    rule = LanguageTool(language_tool.Options(server=fake.address))
    assert rule.version() == "6.8 today"


def test_nothing_is_imported_for_it_before_it_runs():
    names = ["stetlint_rules._language_tool_server", "language_tool_python", "urllib.request"]
    code = f"import sys; from stetlint.registry import load; load(); print({{*{names}}} & {{*sys.modules}})"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"


# What language-tool-python knows of. Its part of the interface is played by a module of the same name.


@pytest.fixture
def library(monkeypatch, tmp_path):
    state = SimpleNamespace(installed=False, downloads=0, error=None, home=str(tmp_path))

    class LocalLanguageTool:
        @staticmethod
        def get_latest_installed_version():
            return LocalLanguageTool() if state.installed else None

        @staticmethod
        def from_version_name():
            return LocalLanguageTool()

        def download(self):
            state.downloads += 1
            if state.error:
                raise state.error

        def get_directory_path(self):
            return Path(state.home)

    module = ModuleType("language_tool_python.download_lt")
    module.LocalLanguageTool = LocalLanguageTool
    monkeypatch.setitem(sys.modules, "language_tool_python", ModuleType("language_tool_python"))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return state


def test_what_is_installed_is_used(library):
    library.installed = True
    assert servers._installed(download=False) == library.home
    assert library.downloads == 0


def test_nothing_is_downloaded_that_nobody_asked_for(library):
    with pytest.raises(Unavailable, match=r"there is no LanguageTool: .*download = true"):
        servers._installed(download=False)
    assert library.downloads == 0
    assert servers._installed(download=True) == library.home
    assert library.downloads == 1


def test_a_download_that_fails(library):
    library.error = OSError("no route")
    with pytest.raises(Unavailable, match="cannot download LanguageTool: no route"):
        servers._installed(download=True)


# A server that stet starts: "java" is a script that is the server above.

JAVA = f"""#!{sys.executable}
import os, sys
sys.path[:0] = {[str(ROOT / "tests/rules"), str(ROOT / "lint"), str(ROOT / "rules")]!r}
with open(os.environ["PIDS"], "a") as file:
    print(os.getpid(), file=file)
how = os.environ.get("JAVA", "")
if how == "fails":
    sys.exit("Picked up _JAVA_OPTIONS\\nError: Could not find or load main class")
if how == "chokes":
    sys.exit("Exception in thread main\\njava.lang.OutOfMemoryError: Java heap space\\n\\tat Main.main")
if how == "hangs":
    import time
    time.sleep(60)
from test_language_tool import Handler, ThreadingHTTPServer
server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[-1])), Handler)
server.asked, server.spoiled = [], {{}}
if how == "dies":
    server.spoiled["/v2/check"] = lambda handler: os._exit(3)
if how == "slow":
    import time
    server.spoiled["/v2/check"] = lambda handler: time.sleep(60)
server.serve_forever(0.01)
"""


@pytest.fixture
def own(write, configured, folder, monkeypatch):
    """Run the program with a server of its own; own("fails") says what becomes of that."""
    java = write("bin/java", JAVA)
    java.chmod(0o755)
    write("home/libs/languagetool-core.jar")
    write("home/languagetool-server.jar")
    (folder / ".gitignore").write_text("home\nbin\n")
    configured({"home": "home", "timeout": 5})
    pids = folder / "pids"
    monkeypatch.setenv("PATH", str(folder / "bin"), prepend=os.pathsep)
    monkeypatch.setenv("PIDS", str(pids))

    def start(how=""):
        monkeypatch.setenv("JAVA", how)
        return subprocess.Popen(
            [sys.executable, "-m", "stetlint", "check", "--format", "concise"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    start.pids = lambda: [int(pid) for pid in pids.read_text().split()] if pids.exists() else []
    return start


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@POSIX
def test_one_server_for_one_run_and_none_behind_it(own):
    process = own()
    out, err = process.communicate()
    assert (process.returncode, out.count("HE_VERB_AGR")) == (1, 3), err
    (pid,) = own.pids()
    assert not is_running(pid)


@POSIX
@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("fails", "LanguageTool does not start: Error: Could not find or load main class"),
        ("chokes", "LanguageTool does not start: -Xmx512m is too little memory: set the variable _JAVA"),
        ("dies", "the server that stet started has ended (exit code 3); run stet again"),
        ("hangs", "LanguageTool does not start within 1 s: raise timeout in [rules.language-tool]"),
    ],
)
def test_a_server_of_its_own_that_fails(own, write, configured, how, said):
    if how == "hangs":
        configured({"home": "home", "timeout": 1})
    process = own(how)
    out, err = process.communicate()
    assert process.returncode == 2
    assert said in err
    assert err.count("error") == 1
    assert out.count("doubled-word") == 3
    (pid,) = own.pids()
    assert not is_running(pid)


@POSIX
@pytest.mark.parametrize("how", ["slow", "hangs"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_broken_off_leaves_no_server(own, how, number):
    process = own(how)
    deadline = time.monotonic() + 10
    while not own.pids() and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.5)
    process.send_signal(number)
    _, err = process.communicate(timeout=10)
    assert process.returncode not in (0, 2)
    assert "Traceback" not in err
    (pid,) = own.pids()
    assert not is_running(pid)


def test_a_folder_that_is_no_languagetool(configured, stet, write, monkeypatch):
    monkeypatch.setattr(servers, "which", lambda name: name)
    configured({"home": "docs"})
    write("docs/a.txt", "Fine.")
    assert "docs holds no languagetool-server.jar: home in [rules" in stet("check").stderr


def test_no_java(configured, stet, monkeypatch):
    monkeypatch.setattr(servers, "which", lambda name: None)
    configured({"home": "home"})
    result = stet("check")
    assert result.exit_code == 2
    assert "needs Java 17 or newer, and there is no java on the PATH" in result.stderr


# LanguageTool itself.


@pytest.fixture(scope="module")
def real():
    if shutil.which("java") is None or not servers._is_home(str(HOME)):
        pytest.skip(f"no Java, or no LanguageTool in {HOME}")
    yield {"home": str(HOME), "timeout": 120.0}
    servers.close()


def test_real_examples(real):
    assert failures(LanguageTool, real) == []


@pytest.mark.parametrize(
    "before",
    [
        "",
        "😀 𝒳 ",
        "e\u0301 &amp; &#x1F600; ",
        "# 😀\r\n\r\nOne\r\n`x` ",
        "| 😀 |\n|-|\n\n",
        "a\u00adb\ufeff\u200b ",
        "😀\\\n",
    ],
)
def test_real_positions(real, before):
    text = before + "He go home. It was a error. 😀 Then he know it."
    found = lint(LanguageTool, Bad(text, lang="en-US"), {**real, "select": ["GRAMMAR", "EN_A_VS_AN"]})
    assert [text[slice(*f.place.span)] for f in found] == ["go", "a", "know"]
    assert [f.place.span.start - len(before) for f in found] == [3, 19, 38]


def test_real_placeholders_raise_no_alarm(real):
    text = (
        "Use `x` to open a `x`. An `x` is open, `x` is not. See `x`, `x` and `x`: the `x` (`x`) is “`x`”.\n\n"
        "- `x`\n- `x` is fine.\n\n![](a.png) Then it rains.\n\n`x`\n"
    )
    assert lint(LanguageTool, Bad(text, lang="en-US"), real) == []


def test_real_ids(real):
    ignore = ["GRAMMAR", "EN_COMPOUNDS_WORLD_FAMOUS", "AGREEMENT_VERBS"]
    text = "He go to a world famous place, and that is a error."
    assert [f.place.text for f in lint(LanguageTool, Bad(text), {**real, "ignore": ignore})] == ["a"]
    select = ["GRAMMAR", "EN_COMPOUNDS_WORLD_FAMOUS"]
    found = lint(LanguageTool, Bad(text), {**real, "select": select})
    assert [f.place.text for f in found] == ["go", "world famous"]
    with pytest.raises(AssertionError, match="no rule or category grammar for en:"):
        lint(LanguageTool, Bad(text), {**real, "ignore": ["grammar"]})


def test_real_run(real, stet, write):
    write("stet.toml", f'language = "en-US"\nselect = ["default", "language-tool"]\n'
          f"[rules.language-tool]\nhome = {json.dumps(str(HOME))}\ntimeout = 120\n")  # fmt: skip
    for i in range(3):
        write(f"{i}.md", "Mrs Trzebiatowska saw the the house, and she go home.\n")
    result = stet("check", "--format", "json")
    found = {(f["rule"], f["text"]) for f in json.loads(result.stdout)["findings"]}
    assert found == {("doubled-word", "the the"), ("language-tool", "go")}
    assert servers._servers == {}


def test_it_is_known():
    assert load()["language-tool"] is LanguageTool
