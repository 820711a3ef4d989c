"""The page for editors, opened in a real browser where one is installed: filters, jumps, nothing else."""

import json
import random
import re
import shutil
import time
from urllib.parse import urlsplit

import pytest

from stetlint.document import place_of
from stetlint.finding import Finding, Severity, Span
from stetlint.reporters import Outcome
from stetlint.reporters.html import notes, report
from stetlint.source import Source

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--force-prefers-reduced-motion",
    "--window-size=1400,900",
)


def page_of(outcome):
    return "".join(report(outcome))


def data_of(page):
    return json.loads(re.search(r'<script id="data" type="application/json">(.*?)</script>', page).group(1))


# ---- what is written


def test_blocks_and_findings(outcome):
    data = data_of(page_of(outcome))
    assert data["paths"] == ["docs/a b,%:é.md", "z.md"]
    assert [rule for rule, _ in data["rules"]] == ["doubled-word", "lost-link", "name-drift"]
    assert data["rules"][0][1].startswith("doubled-word\n\nThe same word or short phrase twice")
    assert data["errors"] == ["b.md:3: not UTF-8", "no such thing"]
    for row, finding in zip(data["findings"], outcome.findings, strict=True):
        block, rule, severity, start, end, line, column, message, fix, suggestions, related = row
        text = data["blocks"][block][2].encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
        assert text == finding.place.text.replace("\r\n", "\n")
        assert data["rules"][rule][0] == finding.rule
        assert data["severities"][severity] == finding.severity
        assert (line, column, message) == (finding.place.line, finding.place.column, finding.message)
        assert fix == (finding.fix.replacement if finding.fix else None)
        assert suggestions == list(finding.suggestions)
        assert len(related) == len(finding.related)
    assert list(notes(outcome)) == ["error: b.md:3: not UTF-8\n", "error: no such thing\n"]


def test_nothing_of_a_file_is_markup(outcome):
    page = page_of(outcome)
    assert page.count("</script>") == 2
    data = re.search(r'application/json">(.*?)</script>', page, re.DOTALL).group(1)
    assert not {*"<>&"} & {*data}


def test_findings_of_one_paragraph_are_one_block():
    text = "One the the two the the\nthree the the.\n\nfour the the\n" + "word " * 400 + "the the"
    data = data_of(page_of(outcome_of({"a.md": text})))
    assert [row[0] for row in data["findings"]] == [0, 0, 0, 1, 2]
    assert data["blocks"][0][2] == "One the the two the the\nthree the the."
    assert data["blocks"][2][3:] == [True, False]


def test_a_line_of_many_findings_is_cut_into_blocks():
    text = "the the " * 3000
    page = page_of(outcome_of({"a.md": text}))
    data = data_of(page)
    assert len(data["findings"]) == 3000
    assert max(len(block[2]) for block in data["blocks"]) < 4000
    for (
        block,
        *_,
    ) in data["findings"]:
        assert block < len(data["blocks"])


def test_a_file_that_is_gone(outcome):
    data = data_of(page_of(outcome._replace(line_of=lambda path, line: "")))
    assert data["blocks"][0][2] == "the the"


def outcome_of(texts):
    """Return an outcome in which every "the the" is found, by one of three rules."""
    sources = {path: Source(path, text.encode()) for path, text in texts.items()}
    findings = []
    for source in sources.values():
        for n, match in enumerate(re.finditer("the the", source.text)):
            place = place_of(source, Span(*match.span()))
            rule = ("doubled-word", "name-drift", "lost-link")[n % 3]
            findings.append(Finding(rule, list(Severity)[n % 3], place, f"wrong {n}"))

    def line_of(path, number):
        try:
            return sources[path].line(number) if number > 0 else ""
        except IndexError:
            return ""

    return Outcome(findings, [], len(texts), line_of, False)


# ---- what a reader sees


@pytest.fixture(scope="module")
def browser():
    if not (BROWSER and DRIVER):
        pytest.skip("no Chromium is installed")
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


class Page:
    """A report in the browser."""

    def __init__(self, driver, path):
        self.driver = driver
        for kind in ("browser", "performance"):
            driver.get_log(kind)
        driver.get("about:blank")
        driver.get(path.as_uri())

    def js(self, script, *arguments):
        return self.driver.execute_script(f"return {script}", *arguments)

    def keys(self, *keys):
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def click(self, selector):
        self.driver.find_element("css selector", selector).click()

    def texts(self, selector):
        return self.js("[...document.querySelectorAll(arguments[0])].map(e => e.textContent)", selector)

    def summary(self):
        return self.js("document.getElementById('summary').textContent")

    def current(self):
        return self.js("document.querySelector('.note.current')?.id")

    def eventually(self, condition):
        until = time.monotonic() + 5
        while not condition():
            assert time.monotonic() < until, "this did not come about"
            time.sleep(0.02)

    def requests(self):
        messages = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]


@pytest.fixture
def show(browser, tmp_path):
    """Open the report of an outcome; at the end the console is empty, and nothing was asked of a network."""
    pages = []

    def open_report(outcome):
        path = tmp_path / f"report{len(pages)}.html"
        path.write_text(page_of(outcome), encoding="utf-8")
        pages.append(Page(browser, path))
        return pages[-1]

    yield open_report
    assert browser.get_log("browser") == []
    schemes = {urlsplit(url).scheme for page in pages for url in page.requests()}
    assert schemes <= {"file", "data", "about"}


def test_what_is_shown(show, outcome):
    page = show(outcome)
    assert page.summary() == "3 findings in 2 of 5 files"
    assert page.texts("mark") == ["the the", 'two </script><!-- & "q"\n> three', "Tokajev"]
    assert page.texts(".note .message") == [
        "“the” twice",
        "100% wrong, </script>: see “a::b”",
        "another spelling␛",
    ]
    assert page.texts(".remedy") == [
        "Fixthe the → the",
        'Perhapstwo </script><!-- & "q" > three → two or delete it',
        "PerhapsTokajev → Tokaev",
    ]
    assert page.texts(".related") == ["See z.md:3:1: Tokaev"]
    assert page.texts(".errors li") == ["b.md:3: not UTF-8", "no such thing"]
    assert page.texts("#files a") == ["docs/a b,%:é.md2", "z.md1"]
    assert page.js("document.scripts.length") == 2


def test_a_file_runs_nothing(show):
    attack = (
        "the the <script>window.broken = 1</script> <img src=x onerror='window.broken = 1'>"
        ' </script><script>window.broken = 1</script> <!--<script> " onload="window.broken = 1" the the'
    )
    page = show(outcome_of({"<img src=x onerror=window.broken=1>.md": attack, "</script>.md": attack}))
    assert len(page.texts(".note")) == 4
    assert attack in page.texts(".passage")
    assert page.js("window.broken") is None
    assert page.js("document.querySelectorAll('main img, main script').length") == 0


def test_control_characters_are_shown(show):
    page = show(outcome_of({"a.md": "a\x07b the the \u202ec"}))
    assert page.texts(".passage") == ["a␇b the the \ufffdc"]


@pytest.fixture
def three(show):
    texts = {
        f"{folder}/{n}.md": f"Number{n} the the one.\n\nThe the the two.\n\nOh the the three {folder}.\n"
        for folder in ("docs", "news")
        for n in range(3)
    }
    return show(outcome_of(texts))


def test_filter_by_rule(three):
    assert three.texts("#rules .name") == ["doubled-word", "name-drift", "lost-link"]
    assert three.texts("#rules .count") == ["6", "6", "6"]
    three.click("#rules li:nth-child(2) button")
    assert three.summary() == "6 findings of 18, in 6 files"
    assert set(three.texts(".note .head button")) == {"name-drift"}
    assert (
        three.js("document.querySelector('#rules li:nth-child(2) button').getAttribute('aria-pressed')")
        == "true"
    )
    assert three.texts("#severities .count") == ["0", "6", "0"]
    three.click("#rules li:nth-child(3) button")
    assert three.summary() == "12 findings of 18, in 6 files"
    three.click("#clear")
    assert three.summary() == "18 findings in 6 of 6 files"


def test_filter_by_severity(three):
    three.click("#severities label:nth-child(1) input")
    assert three.summary() == "12 findings of 18, in 6 files"
    assert set(three.texts(".severity")) == {"warning", "info"}
    three.keys("x")
    assert three.summary() == "18 findings in 6 of 6 files"
    assert three.js("document.querySelector('#severities input').checked")


def test_filter_by_file(three):
    three.driver.find_element("id", "path").send_keys("NEWS/")
    three.eventually(lambda: three.summary() == "9 findings of 18, in 3 files")
    assert three.texts("#files a") == ["news/0.md3", "news/1.md3", "news/2.md3"]


def test_filter_by_text(three):
    three.keys("/")
    assert three.js("document.activeElement.id") == "query"
    three.keys("Number2")
    three.eventually(lambda: three.summary() == "2 findings of 18, in 2 files")
    three.keys(" nowhere")
    three.eventually(lambda: three.texts(".empty") == ["Nothing passes these filters."])
    three.keys("\ue00c")  # Escape
    assert three.js("document.activeElement === document.body")
    three.keys("x")
    assert three.summary() == "18 findings in 6 of 6 files"


def test_jumps(three):
    three.keys("j")
    assert (three.current(), three.js("document.activeElement.id")) == ("f0", "f0")
    three.keys("j", "\ue014", "j")  # an arrow to the right among them
    assert (three.current(), three.texts("#position")) == ("f3", ["4 / 18"])
    assert three.js("document.querySelector('mark.current').dataset.findings") == "3"
    three.keys("k")
    assert three.current() == "f2"
    three.keys("J")
    assert three.current() == "f3"
    three.keys("J", "J", "K")
    assert three.current() == "f6"
    three.click("#next")
    assert (three.current(), three.js("location.hash")) == ("f7", "#f7")
    assert three.js("document.querySelector('#files [aria-current]').textContent") == "docs/2.md3"
    box = three.js("document.querySelector('mark.current').getBoundingClientRect().toJSON()")
    assert 100 < box["top"] < 800
    three.click("#files li:nth-child(5) a")
    assert 0 <= three.js("document.getElementById('file-4').getBoundingClientRect().top") < 200
    three.eventually(lambda: three.texts("mark[data-findings='14']"))
    three.click("mark[data-findings='14']")
    assert three.current() == "f14"


def test_a_jump_keeps_to_the_filter(three):
    three.keys("j", "j")
    three.click("#rules li:nth-child(1) button")
    assert three.texts("#position") == ["– / 6"]
    three.keys("j", "j")
    assert three.current() == "f3"


def test_an_address_leads_to_a_finding(three):
    url = three.driver.current_url.partition("#")[0]
    three.driver.get("about:blank")
    three.driver.get(url + "#f16")
    assert three.current() == "f16"


def test_manual_page_and_keys(show, outcome):
    page = show(outcome)
    page.keys("j", "r")
    assert page.js("document.getElementById('page').open")
    assert page.texts("#page-title") == ["doubled-word"]
    assert page.texts("#page-text")[0].startswith("The same word or short phrase twice in a row.")
    page.keys("j")  # the page below stays where it is
    assert page.current() == "f0"
    page.keys("\ue00c")
    assert not page.js("document.getElementById('page').open")
    page.keys("?")
    assert page.js("document.getElementById('help').open")
    page.keys("\ue00c")


def test_all_clear(show, nothing):
    page = show(nothing)
    assert page.texts(".empty") == ["All clear: 2 files checked."]
    page.keys("j", "J", "K", "r")


def test_accessible(show, outcome):
    page = show(outcome)
    nameless = """[...document.querySelectorAll('button, input, a')].filter(e => !(e.textContent.trim() ||
        e.getAttribute('aria-label') || e.labels?.[0]?.textContent.trim())).length"""
    assert page.js(nameless) == 0
    assert page.js("['header', 'nav', 'main', 'h1'].map(name => document.querySelectorAll(name).length)") == [
        1,
        1,
        1,
        1,
    ]
    ids = page.js("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(set(ids)) == len(ids)
    for scheme in ("light", "dark"):
        page.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        )
        assert contrasts(page) == []
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def contrasts(page):
    """Return the texts whose contrast to what is behind them is below 4.5 (WCAG 2, AA)."""
    shown = page.js("""[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() &&
        [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => {
            let under = e;
            while (getComputedStyle(under).backgroundColor === 'rgba(0, 0, 0, 0)' && under.parentElement)
                under = under.parentElement;
            return [e.className + ': ' + e.textContent.slice(0, 20), getComputedStyle(e).color,
                getComputedStyle(under).backgroundColor];
        })""")
    assert len(shown) > 30
    return [row for row in shown if contrast(row[1], row[2]) < 4.5]


def contrast(*colours):
    lights = []
    for colour in colours:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        lights.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def test_narrow(show, outcome):
    page = show(outcome)
    size = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": False}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        assert page.js("document.documentElement.scrollWidth <= window.innerWidth")
        assert not page.js("document.getElementById('filters').checkVisibility()")
        page.click("#toggle")
        assert page.js("document.getElementById('filters').checkVisibility()")
        assert page.js("document.getElementById('toggle').getAttribute('aria-expanded')") == "true"
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_ten_thousand_findings(show):
    choose = random.Random(1)
    filler = [
        " ".join(choose.choices("harbour council boats nets winter quay".split(), k=60)) for _ in range(20)
    ]
    texts = {
        f"docs/{n:04}.md": "\n\n".join(
            f"{choose.choice(filler)} the the {choose.choice(filler)}" for _ in range(5)
        )
        for n in range(2000)
    }
    page = show(outcome_of(texts))
    assert page.summary() == "10,000 findings in 2,000 of 2,000 files"
    assert (
        page.js("document.querySelectorAll('.note').length") < 200
    )  # the others are drawn when they come near
    times = page.js(
        """(() => {
            const timed = (act) => {
                const start = performance.now();
                act();
                document.body.offsetHeight;
                return performance.now() - start;
            };
            const click = () => document.querySelector('#rules button').click();
            return [timed(click), timed(clear), timed(() => go(9000)), timed(() => step(1))];
        })()"""
    )
    assert max(times) < 5000, times  # a fifth of a second where nothing else runs
    assert page.current() == "f9001"
    page.eventually(
        lambda: 100 < page.js("document.querySelector('mark.current').getBoundingClientRect().top") < 800
    )
