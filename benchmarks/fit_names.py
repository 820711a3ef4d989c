#!/usr/bin/env python3
"""Fit the weights of name-drift to labelled pairs, and say how well they do on another year.

Usage: python benchmarks/fit_names.py PAIRS.jsonl CORPUS [--write] [--errors]

PAIRS.jsonl  one row a pair: "set" (YEAR/LANGUAGES), "doc", "a", "b", "drift" (true, false or null),
             "systems"
CORPUS       YEAR/LANGUAGES/SYSTEM/DOC.txt: the texts in which the pairs stand

What the gates of ``stetlint.language.drift`` let through is fitted by a logistic regression (scikit-learn,
which nothing else needs). A pair that many systems have counts less in each. The odds of a coincidence grow
with the number of names that a text has; articles are too short to tell how fast, so that weight is given: it
is such that novels stay quiet. What is printed for each direction is fitted to one year, with the threshold
that reaches the precision wanted there, and scored on the other. --write puts the weights fitted to all years
into the module.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from stetlint.language import drift
from stetlint.language.names import Contexts, Names

PRECISION = 0.97  # wanted in the year that is fitted to
DOUBT = 2  # pairs counted as false beside those that are, so that no threshold is reached by luck
STRENGTH = 0.03  # inverse of the regularisation, for standardised features
GIVEN = {"names to mix up": -1.5}


class Row(NamedTuple):
    """A pair in one text: what it is called, whether it is drift, what is seen; None where it is certain."""

    pair: tuple[str, str, str, str]
    is_drift: bool
    seen: dict[str, float] | None


def read(pairs: Path, corpus: Path) -> tuple[list[Row], dict[tuple[str, str, str, str], bool]]:
    """Return what the gates let through, and all labels."""
    labels: dict[tuple[str, str, str, str], bool] = {}
    wanted: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for line in pairs.open(encoding="utf-8"):
        row = json.loads(line)
        if row["drift"] is None:
            continue
        a, b = sorted((row["a"], row["b"]))
        labels[row["set"], row["doc"], a, b] = row["drift"]
        for system in row["systems"]:
            wanted[row["set"], row["doc"], system].append((a, b))
    rows = []
    for (group, doc, system), pairs_here in wanted.items():
        path = corpus / group / system / f"{doc}.txt"
        texts = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        names = Names(texts)
        found = drift.pairs_of(names)
        contexts = Contexts(texts, {word for pair in found for word in pair})
        for pair in drift.judge(sorted(set(found) & set(pairs_here)), names, contexts):
            key = (group, doc, pair.one, pair.other)
            seen = (
                None if pair.score == drift.CERTAIN else drift.features(pair.one, pair.other, names, contexts)
            )
            rows.append(Row(key, labels[key], seen))
    return rows, labels


def fit(rows: list[Row]) -> dict[str, float]:
    """Return the weights by name, "bias" among them."""
    often = Counter(row.pair for row in rows)
    rows = [row for row in rows if row.seen is not None]
    features = [name for name in rows[0].seen or () if name not in GIVEN]
    x = np.array([[float((row.seen or {})[name]) for name in features] for row in rows])
    y = np.array([row.is_drift for row in rows])
    mean, deviation = x.mean(0), x.std(0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit((x - mean) / deviation, y, sample_weight=[often[row.pair] ** -0.5 for row in rows])
    weights = model.coef_[0] / deviation
    return {
        "bias": float(model.intercept_[0] - (weights * mean).sum()),
        **{name: float(weight) for name, weight in zip(features, weights, strict=True)},
        **GIVEN,
    }


def best_scores(rows: list[Row], weights: dict[str, float]) -> dict[tuple[str, str, str, str], float]:
    """Return for each pair the highest score in any text."""
    scores: dict[tuple[str, str, str, str], float] = {}
    for row in rows:
        score = drift.CERTAIN
        if row.seen is not None:
            score = weights["bias"] + sum(weights[name] * value for name, value in row.seen.items())
        scores[row.pair] = max(score, scores.get(row.pair, score))
    return scores


def threshold(scores: dict[Any, float], labels: dict[Any, bool], precision: float) -> float:
    """Return the lowest score from which on the pairs reach a precision."""
    found, right = drift.CERTAIN, 0
    for i, (pair, score) in enumerate(sorted(scores.items(), key=lambda item: -item[1]), 1):
        right += labels[pair]
        if right >= precision * (i + DOUBT):
            found = score
    return found


def report(
    title: str, scores: dict[Any, float], labels: dict[Any, bool], least: float, show_errors: bool
) -> None:
    said = {pair for pair, score in scores.items() if score >= least}
    right = sum(labels[pair] for pair in said)
    drifts = sum(labels.values())
    false = len(said) - right
    print(
        f"{title}: precision {right / len(said):.3f}, recall {right / drifts:.3f} "
        f"({right} of {drifts}, {false} false)"
    )
    if show_errors:
        for pair in sorted(said):
            if not labels[pair]:
                print("  false ", *pair, f"{scores[pair]:.2f}")
        for pair in sorted(pair for pair, is_drift in labels.items() if is_drift and pair not in said):
            print("  missed", *pair, f"{scores[pair]:.2f}" if pair in scores else "ruled out")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    rows, labels = read(args.pairs, args.corpus)
    for year in sorted({pair[0][:4] for pair in labels}):
        mine = [row for row in rows if row.pair[0].startswith(year)]
        others = [row for row in rows if not row.pair[0].startswith(year)]
        weights = fit(mine)
        least = threshold(best_scores(mine, weights), labels, PRECISION)
        scores = best_scores(others, weights)
        rest = {pair: label for pair, label in labels.items() if not pair[0].startswith(year)}
        report(f"fitted to {year}, scored on the rest", scores, rest, least, args.errors)
    weights = fit(rows)
    scores = best_scores(rows, weights)
    weights["bias"] -= threshold(scores, labels, PRECISION)
    review = threshold(best_scores(rows, weights), labels, 0.9)
    report("fitted to all and scored on all", best_scores(rows, weights), labels, 0.0, False)
    table = "".join(f'    "{name}": {round(weight, 2)},\n' for name, weight in weights.items())
    print(f"WEIGHTS = {{\n{table}}}\nprecision 0.9 at {review:.2f}")
    if args.write:
        path = Path(drift.__file__)
        source = path.read_text(encoding="utf-8")
        source = re.sub(r"(?s)(?<=\nWEIGHTS: dict\[str, float\] = \{\n).*?(?=\}\n)", lambda _: table, source)
        path.write_text(source, encoding="utf-8")


if __name__ == "__main__":
    main()
