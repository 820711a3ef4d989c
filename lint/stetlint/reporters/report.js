"use strict";

// A row of data.findings: block, rule, severity, start and end in the block's text (UTF-16 units), line, column,
// message, fix (null: none), suggestions, related. A row of data.blocks: path, first line, text, and whether the
// paragraph goes on before and behind it. Everything from files reaches the page as text, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const findings = data.findings.map((row, id) => {
  const [block, rule, severity, start, end, line, column, message, fix, suggestions, related] = row;
  return { id, block, path: data.blocks[block][0], rule, severity, start, end, line, column, message, fix, suggestions, related };
});
const CHUNK = 25; // blocks that are drawn together
const AHEAD = "1200px"; // how far outside of the window they are drawn

const filters = { severities: new Set(), rules: new Set(), path: "", query: "" };
let shown = findings; // what passes the filters, in order
let current = -1; // index in shown
let chunkOf = new Map(); // finding -> its chunk

const $ = (id) => document.getElementById(id);
const number = new Intl.NumberFormat("en");
const count = (n, noun) => `${number.format(n)} ${noun}${n === 1 ? "" : "s"}`;

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

// What a screen would obey or not show at all becomes a picture.
function visible(text) {
  return text
    .replace(/[\x00-\x08\x0b-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/\x7f/g, "\u2421")
    .replace(/[\x80-\x9f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

// A paragraph that is wrapped in the file runs on here, as its readers see it; lists, verse and tables do not.
function unwrapped(text) {
  return text.replace(/(?<=[^\n]{55})\n(?=[\p{L}\p{N}"'“‘«„(\[*_])(?!\p{N}+[.)] |[*] )/gu, " ");
}

// The name of a file stays whole where its path is cut.
function pathName(path) {
  const cut = path.lastIndexOf("/") + 1;
  return [make("bdi", { class: "folder" }, visible(path.slice(0, cut))), make("bdi", { class: "name" }, visible(path.slice(cut)))];
}

// ---- filters

const haystacks = new Map();
function haystack(finding) {
  if (!haystacks.has(finding.id)) {
    const related = finding.related.flat();
    haystacks.set(finding.id, [data.blocks[finding.block][2], finding.message, data.rules[finding.rule][0],
      data.paths[finding.path], finding.fix ?? "", ...finding.suggestions, ...related].join("\n").toLowerCase());
  }
  return haystacks.get(finding.id);
}

const tests = {
  severities: (finding) => !filters.severities.has(finding.severity),
  rules: (finding) => filters.rules.size === 0 || filters.rules.has(finding.rule),
  path: (finding) => !filters.path || data.paths[finding.path].toLowerCase().includes(filters.path),
  query: (finding) => !filters.query || haystack(finding).includes(filters.query),
};

function passing(except) {
  const active = Object.entries(tests).filter(([name]) => name !== except).map(([, test]) => test);
  return findings.filter((finding) => active.every((test) => test(finding)));
}

function tally(list, key) {
  const counts = new Map();
  for (const finding of list) counts.set(finding[key], (counts.get(finding[key]) ?? 0) + 1);
  return counts;
}

const isFiltered = () => filters.severities.size + filters.rules.size > 0 || filters.path !== "" || filters.query !== "";

function clear() {
  filters.severities.clear();
  filters.rules.clear();
  filters.path = filters.query = $("path").value = $("query").value = "";
  update();
}

function update() {
  const before = shown[current];
  shown = passing();
  current = before ? shown.indexOf(before) : -1;
  drawSummary();
  drawSeverities();
  drawRules();
  drawFiles();
  drawFindings();
  drawPosition();
  if (current < 0) return window.scrollTo(0, 0);
  draw(chunkOf.get(shown[current]));
  $(`f${shown[current].id}`).scrollIntoView({ block: "center" });
}

// ---- what stands around the findings

function drawSummary() {
  const files = new Set(shown.map((finding) => finding.path)).size;
  const strong = make("strong", {}, count(shown.length, "finding"));
  const rest = isFiltered()
    ? ` of ${number.format(findings.length)}, in ${count(files, "file")}`
    : ` in ${number.format(files)} of ${count(data.files, "file")}`;
  $("summary").replaceChildren(strong, rest);
  $("clear").hidden = !isFiltered();
}

const all = { severities: tally(findings, "severity"), rules: tally(findings, "rule") };
const severityRows = new Map();
const ruleRows = new Map();

function buildFilters() {
  data.severities.forEach((name, severity) => {
    if (!all.severities.has(severity)) return;
    const number = make("span", { class: "count" });
    const box = make("input", { type: "checkbox", checked: true, onchange: () => {
      if (box.checked) filters.severities.delete(severity);
      else filters.severities.add(severity);
      update();
    } });
    severityRows.set(severity, { box, number });
    $("severities").append(make("label", {}, box, name, number));
  });
  for (const [rule] of [...all.rules].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const number = make("span", { class: "count" });
    const fill = make("span", { class: "fill" });
    const button = make("button", { type: "button", "aria-pressed": "false", onclick: () => {
      if (!filters.rules.delete(rule)) filters.rules.add(rule);
      update();
    } }, make("span", { class: "name" }, data.rules[rule][0]), number,
      make("span", { class: "track", "aria-hidden": "true" }, fill));
    ruleRows.set(rule, { button, number, fill });
    $("rules").append(make("li", {}, button));
  }
}

function drawSeverities() {
  const counts = tally(passing("severities"), "severity");
  for (const [severity, row] of severityRows) {
    row.box.checked = !filters.severities.has(severity);
    row.number.textContent = number.format(counts.get(severity) ?? 0);
  }
}

function drawRules() {
  const counts = tally(passing("rules"), "rule");
  const most = Math.max(1, ...counts.values());
  for (const [rule, row] of ruleRows) {
    const n = counts.get(rule) ?? 0;
    row.button.setAttribute("aria-pressed", filters.rules.has(rule));
    row.number.textContent = number.format(n);
    row.fill.style.setProperty("--share", `${(100 * n) / most}%`);
  }
}

function drawFiles() {
  $("files").replaceChildren(...[...tally(shown, "path")].map(([path, n]) =>
    make("li", {}, make("a", { href: `#file-${path}`, title: data.paths[path], "data-path": path },
      ...pathName(data.paths[path]),
      make("span", { class: "count" }, number.format(n))))));
}

function drawPosition() {
  $("position").textContent = current < 0
    ? `– / ${number.format(shown.length)}`
    : `${number.format(current + 1)} / ${number.format(shown.length)}`;
  $("previous").disabled = $("next").disabled = shown.length === 0;
  document.querySelector("#files a[aria-current]")?.removeAttribute("aria-current");
  if (current < 0) return;
  const link = document.querySelector(`#files a[data-path="${shown[current].path}"]`);
  link?.setAttribute("aria-current", "true");
  const list = $("files"); // scrolled by hand: scrollIntoView would move the page too
  if (!link || list.scrollHeight <= list.clientHeight) return;
  const [box, frame] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.top < frame.top || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - frame.height / 2;
}

// ---- the findings

// A chunk is an empty box of about the right height until it comes near the window.
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) draw(entry.target);
}, { rootMargin: AHEAD });
const waiting = new Map(); // chunk -> the blocks to draw in it: [block, its findings]

function drawFindings() {
  watcher.disconnect();
  waiting.clear();
  chunkOf = new Map();
  const sections = [];
  let section = null;
  let chunk = null;
  let path = -1;
  for (const [block, list] of blocksOf(shown)) {
    if (list[0].path !== path) {
      path = list[0].path;
      const title = make("span", { id: `title-${path}` }, ...pathName(data.paths[path]));
      section = make("section", { class: "file", id: `file-${path}`, "aria-labelledby": `title-${path}` },
        make("h2", {}, title, make("span", { class: "count" })));
      section.total = 0;
      sections.push(section);
      chunk = null;
    }
    if (!chunk || waiting.get(chunk).length === CHUNK) {
      chunk = make("div", { class: "chunk" });
      waiting.set(chunk, []);
      section.append(chunk);
    }
    waiting.get(chunk).push([block, list]);
    section.total += list.length;
    for (const finding of list) chunkOf.set(finding, chunk);
  }
  for (const section of sections) section.querySelector(".count").textContent = count(section.total, "finding");
  for (const [chunk, blocks] of waiting) {
    chunk.style.minHeight = `${blocks.reduce((sum, [block, list]) => sum + height(block, list), 0)}px`;
  }
  const empty = sections.length > 0 ? [] : [make("p", { class: "empty" }, findings.length > 0
    ? "Nothing passes these filters."
    : data.errors.length > 0 ? "Nothing was found in the files that could be checked."
      : data.files > 0 ? `All clear: ${count(data.files, "file")} checked.` : "Nothing was checked.")];
  $("findings").replaceChildren(...errorBox(), ...sections, ...empty);
  // What is in the window is drawn at once, without a flicker.
  const chunks = [...waiting.keys()];
  const isSeen = (chunk) => {
    const { top, bottom } = chunk.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  };
  chunks.filter(isSeen).forEach(draw);
  for (const chunk of waiting.keys()) watcher.observe(chunk);
}

function* blocksOf(list) {
  let group = [];
  for (const finding of list) {
    if (group.length > 0 && group[0].block !== finding.block) {
      yield [group[0].block, group];
      group = [];
    }
    group.push(finding);
  }
  if (group.length > 0) yield [group[0].block, group];
}

const height = (block, list) => 70 + Math.max(30 * Math.ceil(data.blocks[block][2].length / 70), 90 * list.length);

function errorBox() {
  if (data.errors.length === 0) return [];
  return [make("section", { class: "errors", "aria-labelledby": "errors-title" },
    make("h2", { id: "errors-title" }, "Could not be done"),
    make("ul", {}, ...data.errors.map((text) => make("li", {}, visible(text)))))];
}

function draw(chunk) {
  const blocks = waiting.get(chunk);
  if (!blocks) return;
  waiting.delete(chunk);
  watcher.unobserve(chunk);
  chunk.append(...blocks.map(([block, list]) => drawBlock(block, list)));
  chunk.style.minHeight = "";
}

function drawBlock(block, list) {
  const [, line, original, isCutBefore, isCutBehind] = data.blocks[block];
  const text = unwrapped(original);
  const passage = make("p", { class: "passage", dir: "auto" });
  if (isCutBefore) passage.append(make("span", { class: "cut" }, "… "));
  passage.append(...marked(text, list));
  if (isCutBehind) passage.append(make("span", { class: "cut" }, " …"));
  return make("div", { class: "block" },
    make("div", {}, make("span", { class: "line" }, `Line ${line}`), passage),
    make("ol", { class: "notes" }, ...list.map((finding, i) => drawNote(finding, list.length > 1 ? i + 1 : 0))));
}

// Findings may overlap: the text is cut wherever one begins or ends.
function marked(text, list) {
  const edges = [...new Set([0, text.length, ...list.flatMap((finding) => [finding.start, finding.end])])].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const piece = text.slice(edges[i], edges[i + 1]);
    const on = list.filter((finding) => finding.start <= edges[i] && finding.end >= edges[i + 1]);
    if (on.length === 0) {
      pieces.push(visible(piece));
      continue;
    }
    const worst = Math.min(...on.map((finding) => finding.severity));
    const ending = on.filter((finding) => finding.end === edges[i + 1]).map((finding) => list.indexOf(finding) + 1);
    pieces.push(make("mark", {
      class: data.severities[worst] + (on.includes(shown[current]) ? " current" : "") + (/\S/.test(piece.replace(/[\u200b-\u200f\u2060\ufeff]/g, "")) ? "" : " blank"),
      "data-findings": on.map((finding) => finding.id).join(" "),
      "data-number": list.length > 1 && ending.length > 0 ? ending.join(",") : null,
    }, visible(piece)));
  }
  return pieces;
}

function drawNote(finding, position) {
  const severity = data.severities[finding.severity];
  const head = make("p", { class: "head" });
  if (position) head.append(make("span", { class: "number" }, `${position}`));
  head.append(
    make("button", { type: "button", "aria-haspopup": "dialog", title: "What this rule finds, and why",
      onclick: () => showPage(finding.rule) }, data.rules[finding.rule][0]),
    make("span", { class: "severity" }, severity),
    make("a", { href: `#f${finding.id}`, "aria-label": `Line ${finding.line}, column ${finding.column}` },
      `${finding.line}:${finding.column}`));
  const note = make("li", { class: `note ${severity}`, id: `f${finding.id}`, tabindex: "-1" },
    head, make("p", { class: "message" }, visible(finding.message)), ...drawRemedy(finding),
    ...finding.related.map(([place, text]) =>
      make("p", { class: "related" }, `See ${visible(place)}: `, make("q", {}, visible(text)))));
  if (finding === shown[current]) note.classList.add("current");
  return note;
}

function drawRemedy(finding) {
  const found = data.blocks[finding.block][2].slice(finding.start, finding.end).replaceAll("\n", " ");
  const texts = finding.fix !== null ? [finding.fix] : finding.suggestions;
  if (texts.length === 0) return [];
  const remedy = make("p", { class: "remedy" },
    make("span", { class: "label" }, finding.fix !== null ? "Fix" : "Perhaps"));
  if (found.length <= 60) remedy.append(make("del", {}, visible(found)), " ");
  texts.forEach((text, i) => remedy.append(i > 0 ? " or " : "→ ", text ? make("ins", {}, visible(text)) : "delete it"));
  return [remedy];
}

// ---- moves

function go(index) {
  if (shown.length === 0) return;
  current = Math.min(Math.max(index, 0), shown.length - 1);
  // The neighbours too: what is drawn later would push the finding away.
  for (const near of [current - 1, current, current + 1]) if (shown[near]) draw(chunkOf.get(shown[near]));
  light([]);
  for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
  const finding = shown[current];
  const note = $(`f${finding.id}`);
  note.classList.add("current");
  for (const mark of marksOf(finding.id)) mark.classList.add("current");
  note.focus({ preventScroll: true });
  const target = marksOf(finding.id)[0] ?? note;
  target.scrollIntoView({ block: "center" });
  const frame = note.getBoundingClientRect();
  if (frame.top < 0 || frame.bottom > window.innerHeight) note.scrollIntoView({ block: "nearest" });
  drawPosition();
  try {
    history.replaceState(null, "", `#f${finding.id}`);
  } catch {
    // Some viewers of mail attachments have no history.
  }
}

function goFile(step) {
  const path = shown[Math.max(current, 0)]?.path;
  let index = Math.max(current, 0);
  if (step > 0) {
    index = shown.findIndex((finding, i) => i > index && finding.path !== path);
  } else {
    while (index > 0 && shown[index - 1].path === path) index--;
    if (index > 0) {
      const previous = shown[--index].path;
      while (index > 0 && shown[index - 1].path === previous) index--;
    }
  }
  if (index >= 0) go(index);
}

// From where the reader is, not from where the last jump went: the first finding below the top of the window.
function step(by) {
  if (current >= 0 || shown.length === 0) return go(current + by);
  const top = $("findings").getBoundingClientRect().top;
  if (top >= 0) return go(0);
  const note = [...document.querySelectorAll(".note")].find((note) => note.getBoundingClientRect().top > 60);
  return go(note ? shown.indexOf(findings[Number(note.id.slice(1))]) : 0);
}

const marksOf = (id) => [...document.querySelectorAll(`mark[data-findings~="${id}"]`)];

function light(ids) {
  for (const old of document.querySelectorAll(".lit")) old.classList.remove("lit");
  for (const id of ids) $(`f${id}`)?.classList.add("lit");
}

function showPage(rule) {
  const [id, text] = data.rules[rule];
  $("page-title").textContent = id;
  $("page-text").textContent = unwrapped(text.replace(`${id}\n\n`, "")) || "This rule has no page here.";
  $("page").showModal();
  $("page").scrollTop = 0;
}

function fromHash() {
  const [, kind, id] = location.hash.match(/^#(f|file-)(\d+)$/) ?? [];
  if (kind === "f") {
    const index = shown.indexOf(findings[Number(id)]);
    if (index >= 0) go(index);
  } else if (kind === "file-") {
    const index = shown.findIndex((finding) => finding.path === Number(id));
    if (index >= 0) {
      draw(chunkOf.get(shown[index]));
      $(`file-${id}`)?.scrollIntoView();
    }
  }
}

const keys = {
  j: () => step(1), ArrowRight: () => step(1),
  k: () => step(-1), ArrowLeft: () => step(-1),
  J: () => goFile(1), K: () => goFile(-1),
  r: () => current >= 0 && showPage(shown[current].rule),
  x: clear,
  "/": () => $("query").select(),
  "?": () => $("help").showModal(),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.matches("input[type=search]")) {
    if (event.key === "Escape" || event.key === "Enter") {
      event.preventDefault();
      event.target.blur();
    }
    return;
  }
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function soon(act) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, 100);
  };
}

const typed = soon(() => {
  filters.query = $("query").value.trim().toLowerCase();
  filters.path = $("path").value.trim().toLowerCase();
  update();
});

$("query").addEventListener("input", typed);
$("path").addEventListener("input", typed);
$("clear").addEventListener("click", clear);
$("next").addEventListener("click", () => step(1));
$("previous").addEventListener("click", () => step(-1));
$("help-button").addEventListener("click", () => $("help").showModal());
$("toggle").addEventListener("click", () => {
  const isOpen = $("filters").classList.toggle("open");
  $("toggle").setAttribute("aria-expanded", isOpen);
});
$("findings").addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (mark) go(shown.indexOf(findings[Number(mark.dataset.findings.split(" ")[0])]));
});
$("findings").addEventListener("pointerover", (event) => {
  const mark = event.target.closest("mark");
  light(mark ? mark.dataset.findings.split(" ") : []);
});
document.addEventListener("keydown", onKey);
window.addEventListener("hashchange", fromHash);
window.addEventListener("beforeprint", () => [...waiting.keys()].forEach(draw));

buildFilters();
update();
fromHash();
