"""Runs each piece of work by us and by its peer, turn about in one run, and prints ratios.

Called by run.sh, which builds ours and makes the environment of the peers.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ONE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "POLARS_MAX_THREADS": "1"}

# title, our arguments, our key, peer, its arguments, its key, factor on the peer's time, threads, needed ratio, unit
COMPARISONS = [
    ("Mann-Kendall + ties + Sen + interval, 100 000 x 25", ["mann-kendall"], "seconds", "numpy", ["mann-kendall"], "seconds", 1, 1, 5, ("us a series", 10)),
    ("the same with p-values", ["mann-kendall-p"], "seconds", "numpy", ["mann-kendall-p"], "seconds", 1, 1, None, ("us a series", 10)),
    ("the same against series by series", ["mann-kendall-p"], "seconds", "pymannkendall", ["pymannkendall"], "seconds", 200, 1, None, None),
    ("OLS slope + standard error, 100 000 x 25", ["ols"], "seconds", "numpy", ["ols"], "seconds", 1, 1, 1, ("ns a series", 1e4)),
    ("Poisson trend with offset, 100 000 x 25", ["poisson-trend"], "seconds", "statsmodels", ["poisson-trend"], "seconds", 500, 1, 20, ("us a series", 10)),
    ("joins, 35 years, 3 tests x 4 499 permutations", ["joinpoint"], "seconds", "numpy", ["joinpoint"], "seconds", 1, 0, None, None),
    ("direct rates + variance + Dobson limits, 14 000 x 25 x 18", ["direct-rates"], "seconds", "numpy, no limits", ["direct-rates"], "seconds", 1, 1, 1, None),
    ("CSV, 1e7 rows x 5 columns, one thread", ["csv"], "seconds", "polars", ["csv"], "seconds", 1, 1, None, ("MB/s", "text.csv")),
    ("CSV, 1e7 rows x 5 columns, all cores", ["csv"], "seconds", "polars", ["csv"], "seconds", 1, 0, 1, ("MB/s", "text.csv")),
    ("JSON-stat, 1e6 cells to a panel", ["json-stat"], "seconds", "orjson, parse only", ["json-orjson"], "seconds", 1, 0, 1 / 1.5, ("MB/s", "stat.json")),
    ("the same against a frame", ["json-stat"], "seconds", "pyjstat", ["json-pyjstat"], "seconds", 1, 0, None, None),
    ("panel store, 1e7 cells, write", ["panel-store"], "write", "SQLite rows in C", ["row-store"], "write", 1, 0, 5, None),
    ("panel store, 1e7 cells, read", ["panel-store"], "read", "SQLite rows in C", ["row-store"], "read", 1, 0, 5, None),
    ("trends + baselines + gaps, 300 indicators x 14 000 zones x 25 years", ["screen"], "seconds", None, None, None, 1, 0, None, None),
    ("the same as rows of the verbs, 30 indicators", ["screen-rows"], "seconds", None, None, None, 1, 0, None, None),
    ("effects: synthetic DID + exact placebo error, 39 x 31", ["synthetic-did"], "seconds", "diff-diff, 200 draws", ["synthetic-did"], "seconds", 1, 0, None, None),
    ("effects: synthetic control + all 38 placebos", ["synthetic-control"], "seconds", "diff-diff", ["synthetic-control"], "seconds", 1, 0, None, None),
    ("effects: the same against pysyncon, three fits multiplied", ["synthetic-control"], "seconds", "pysyncon", ["synthetic-control-pysyncon"], "seconds", 13, 0, None, None),
    ("effects: 300 indicators x 4 estimators x 100 placebo zones", ["effect-screen"], "seconds", None, None, None, 1, 0, None, None),
    ("effects: two-way fixed effects, 40 000 x 25, errors by unit (two-way)", ["two-way"], "seconds", "pyfixest", ["two-way"], "seconds", 1, 0, None, ("ns a row", 1e3)),
    ("effects: staggered starts, 500 counties, four aggregates (staggered)", ["staggered"], "seconds", "diff-diff", ["staggered"], "seconds", 1, 0, None, None),
    ("refresh of the example, first", ["refresh"], "first", None, None, None, 1, 0, None, None),
    ("refresh of the example, nothing new", ["refresh"], "again", None, None, None, 1, 0, None, None),
]


def run(command, threads):
    environment = dict(os.environ)
    if threads == 1:
        environment.update(ONE)
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        return None
    return json.loads(done.stdout.strip().splitlines()[-1])


def ours_command(options, arguments, threads):
    command = [options.ours, *arguments, options.inputs, str(options.repetitions)]
    return command + (["--threads", "1"] if threads == 1 else [])


def peer_command(options, arguments):
    # The row store is a peer in C and lives in our executable.
    if arguments[0] == "row-store":
        return [options.ours, "row-store", options.inputs, "1"]
    repetitions = 1 if arguments[0] in ("pymannkendall", "json-pyjstat", "joinpoint", "synthetic-control", "synthetic-control-pysyncon") else options.repetitions
    return [sys.executable, os.path.join(HERE, "peer.py"), arguments[0], options.inputs, str(repetitions)]


def disagreement(ours, peer):
    """The first quantity of which both have a sum and the sums differ by more than rounding."""
    for key, value in peer["digest"].items():
        own = ours["digest"].get(key)
        if own is not None and abs(own - value) > 1e-9 * max(1.0, abs(value)):
            return f"{key}: {own!r} and {value!r}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ours", required=True)
    parser.add_argument("--inputs", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    known = subprocess.run([options.ours, "works"], stdout=subprocess.PIPE, text=True).stdout.split()

    cache, rows, failures = {}, [], []
    selected = [c for c in COMPARISONS if c[1][0] in known and options.only in c[0] + " " + c[1][0]]
    # What several comparisons share is measured once. Rounds go over everything, so that a slow minute hits all alike.
    for round_number in range(options.rounds):
        done = set()
        for _, ours, _, peer, theirs, _, _, threads, _, _ in selected:
            sides = [(("ours", ours[0], threads), ours_command(options, ours, threads))]
            if peer:
                sides.append((("peer", theirs[0], threads), peer_command(options, theirs)))
            for key, command in sides if round_number % 2 == 0 else reversed(sides):
                slow = key[1] in ("pymannkendall", "json-pyjstat", "row-store", "panel-store", "synthetic-control-pysyncon") and round_number >= 2
                if key in done or slow:
                    continue
                done.add(key)
                answer = run(command, threads)
                if answer is None:
                    failures.append(" ".join(command[1:]))
                    continue
                merged = cache.setdefault(key, {"digest": answer["digest"]})
                for name, values in answer.items():
                    if isinstance(values, list):
                        merged.setdefault(name, []).extend(values)

    for title, ours, own_key, peer, theirs, peer_key, factor, threads, needed, rate in selected:
        mine = cache.get(("ours", ours[0], threads))
        if not mine:
            continue
        own = statistics.median(mine[own_key])
        row = {"work": title, "ours": own, "peer": None, "ratio": None, "needed": needed, "name": peer or "-", "threads": threads}
        if rate:
            unit, scale = rate
            speed = own * scale if not isinstance(scale, str) else os.path.getsize(os.path.join(options.inputs, scale)) / own / 1e6
            row["rate"] = f"{speed:.3g} {unit}"
        theirs_measured = cache.get(("peer", theirs[0], threads)) if peer else None
        if theirs_measured:
            row["peer"] = statistics.median(theirs_measured[peer_key]) * factor
            row["ratio"] = row["peer"] / own
            problem = disagreement(mine, theirs_measured)
            if problem:
                failures.append(f"{title}: the results differ: {problem}")
        rows.append(row)

    def milliseconds(seconds):
        return "-" if seconds is None else f"{seconds * 1000:.4g} ms"

    header = ("work", "threads", "ours", "peer", "peer's name", "peer / ours", "bar", "reached", "rate")
    lines = [header] + [
        (
            row["work"], "1" if row["threads"] == 1 else "all", milliseconds(row["ours"]), milliseconds(row["peer"]), row["name"],
            "-" if row["ratio"] is None else f"{row['ratio']:.2f}", "-" if row["needed"] is None else f">= {row['needed']:.2f}",
            "-" if row["needed"] is None or row["ratio"] is None else ("yes" if row["ratio"] >= row["needed"] else "NO"), row.get("rate", "-"),
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
    missing = sorted({c[1][0] for c in COMPARISONS} - set(known))
    if missing:
        print(f"not built, or without its reference data: {', '.join(missing)}")
    for failure in failures:
        print(f"failed: {failure}")
    sys.exit(1 if failures else 0)


main()
