"""One piece of work by one peer: prints one JSON line with the seconds of each repetition and a digest of the result.

Every peer does the whole work that ours does, from the same input, and the digests are compared by the driver.
"""

import json
import math
import os
import sys
import time

import numpy as np

YEARS = 25


def series(folder):
    return np.fromfile(os.path.join(folder, "series.f64")).reshape(-1, YEARS)


def mann_kendall_block(x, span, z, with_probability):
    """S, Var S with ties, Sen's slope and its interval for the rows of x, and p if asked for, all vectorised.

    Var S = (n(n-1)(2n+5) - sum over groups of t(t-1)(2t+5)) / 18. With E_k the number of equal values k apart in sorted
    order, the sum over groups is sum over k of (12 k + 6) E_k, since a run of t values has t - k such pairs.
    """
    from scipy.special import erfc

    n = x.shape[1]
    difference = np.empty((len(x), len(span)))
    place = 0
    for i in range(n - 1):  # eight times faster than indexing with the pairs
        np.subtract(x[:, i + 1 :], x[:, i : i + 1], out=difference[:, place : place + n - 1 - i])
        place += n - 1 - i
    s = np.sign(difference).sum(axis=1)
    ordered = np.sort(x, axis=1)
    ties = np.zeros(len(x))
    for k in range(1, n):
        equal = (ordered[:, k:] == ordered[:, :-k]).sum(axis=1)
        if not equal.any():
            break
        ties += (12 * k + 6) * equal
    variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    p = s
    if with_probability:
        with np.errstate(divide="ignore", invalid="ignore"):
            statistic = np.where(s == 0, 0.0, (s - np.sign(s)) / np.sqrt(variance))
        p = erfc(np.abs(statistic) / math.sqrt(2))
    difference /= span
    difference.sort(axis=1)
    count = difference.shape[1]
    middle = count // 2
    slope = (difference[:, middle] + difference[:, (count - 1) // 2]) / 2
    c = z * np.sqrt(variance)
    rank = np.clip(np.floor((count - c) / 2 + 0.5).astype(np.int64), 1, count)
    rows = np.arange(len(x))
    return s, variance, p, slope, difference[rows, rank - 1], difference[rows, count - rank]


def mann_kendall(folder, with_probability=False):
    from scipy.special import ndtri

    x = series(folder)
    times = np.arange(YEARS, dtype=float)
    first, second = np.triu_indices(YEARS, 1)
    span = times[second] - times[first]
    z = ndtri(0.975)

    def work():
        parts = [mann_kendall_block(x[i : i + 500], span, z, with_probability) for i in range(0, len(x), 500)]
        return [np.concatenate(column) for column in zip(*parts)]

    def digest(result):
        s, variance, _, slope, lower, upper = result
        return {"s": s.sum(), "var_s": variance.sum(), "slope": slope.sum(), "lower": lower.sum(), "upper": upper.sum()}

    return work, digest


def pymannkendall(folder):
    import pymannkendall as mk

    x = series(folder)[:500]

    def work():
        return [mk.original_test(row) for row in x]

    return work, lambda result: {}


def ols(folder):
    x = series(folder)
    times = np.arange(YEARS, dtype=float)
    centred = times - times.mean()
    design = np.stack([np.full(YEARS, 1 / YEARS), centred / (centred @ centred)], axis=1)
    sxx = centred @ centred

    def work():
        fit = x @ design
        mean, slope = fit[:, 0], fit[:, 1]
        squares = np.einsum("ij,ij->i", x, x) - YEARS * mean * mean
        residual = np.maximum(squares - slope * slope * sxx, 0)
        return slope, np.sqrt(residual / ((YEARS - 2) * sxx))

    return work, lambda result: {"slope": result[0].sum(), "standard_error": result[1].sum()}


def poisson_trend(folder):
    """statsmodels series by series: the first 200, multiplied by the driver."""
    import statsmodels.api as sm

    flat = series(folder).ravel()
    counts = np.floor(np.abs(flat) * 10) % 97
    persons = 900.0 + np.arange(flat.size) % 211
    counts, persons = counts.reshape(-1, YEARS)[:200], persons.reshape(-1, YEARS)[:200]
    times = np.arange(YEARS, dtype=float)
    design = np.stack([np.ones(YEARS), times - times.mean()], axis=1)
    offset = np.log(persons)

    def work():
        fits = []
        for y, o in zip(counts, offset):
            fit = sm.GLM(y, design, family=sm.families.Poisson(), offset=o).fit(tol=1e-12)
            fits.append((fit.params[1], fit.bse[1]))
        return np.array(fits)

    return work, lambda result: {"slope": result[:, 0].sum(), "standard_error": result[:, 1].sum()}


def joinpoint(folder):
    """All designs of up to three joins as orthonormal bases, and a permutation test as one product with all of them."""
    from itertools import combinations

    n, permutations = 35, 4499
    t = np.arange(n, dtype=float)
    ripple = 0.01 * np.sin(t * t)
    hinge = lambda at: np.maximum(0, t - at)
    y = 4 + 0.008 * t - 0.026 * hinge(10) + 0.034 * hinge(20) - 0.041 * hinge(24) + ripple

    def work():
        generator = np.random.default_rng(7160)
        bases = []
        for k in range(4):
            places = [c for c in combinations(range(2, n - 2), k) if all(b - a > 2 for a, b in zip(c, c[1:]))]
            bases.append(np.stack([np.linalg.qr(np.stack([np.ones(n), t] + [hinge(a) for a in c], axis=1))[0] for c in places]))

        def least(k, block):
            """The least sum of squares of each column."""
            squares = (block * block).sum(axis=0)
            q = bases[k]
            best = np.zeros(block.shape[1])
            for start in range(0, len(q), 500):
                part = np.einsum("dnp,nr->dpr", q[start : start + 500], block, optimize=True)
                best = np.maximum(best, (part * part).sum(axis=1).max(axis=0))
            return squares - best

        low, high, tests, first = 0, 3, 0, None
        while low < high:
            q = bases[low]
            chosen = q[np.argmax((np.einsum("dnp,n->dp", q, y) ** 2).sum(axis=1))]
            fitted = chosen @ (chosen.T @ y)
            residual = y - fitted
            null, other = least(low, y[:, None])[0], least(high, y[:, None])[0]
            statistic = null / other - 1
            first = statistic if first is None else first
            orders = np.stack([generator.permutation(n) for _ in range(permutations)], axis=1)
            block = fitted[:, None] + residual[orders]
            exceeding = (least(low, block) / least(high, block) - 1 >= statistic * (1 - 1e-9)).sum()
            tests += 1
            if (exceeding + 1) / (permutations + 1) <= 0.05 / 3:
                low += 1
            else:
                high -= 1
        return {"joins": low, "tests": tests, "sse": least(3, y[:, None])[0], "statistic": first}

    return work, lambda result: result


def direct_rates(folder):
    """Rates and variances of dense columns; without limits, which numpy has no function for."""
    ages, cells = 18, 14_000 * 25
    # The congruence state' = a state + c modulo 2^32, taken in jumps: state_k = A_k state_0 + C_k.
    count = ages * cells
    multiplier, increment, mask = 1_664_525, 1_013_904_223, 0xFFFFFFFF
    step = 4096
    a = np.empty(step, dtype=np.uint64)
    c = np.empty(step, dtype=np.uint64)
    one, two = 1, 0
    for k in range(step):
        one, two = one * multiplier & mask, (two * multiplier + increment) & mask
        a[k], c[k] = one, two
    draws = np.empty(-(-count // step) * step, dtype=np.uint64)
    state = 20_261_121
    for begin in range(0, len(draws), step):
        block = (a * np.uint64(state) + c) & np.uint64(mask)
        draws[begin : begin + step] = block
        state = int(block[-1])
    draws = draws[:count] >> np.uint64(16)
    persons = (5 + draws % 120).astype(float).reshape(ages, cells)
    events = (draws % 3).astype(float).reshape(ages, cells)
    weights = 1000.0 + 300 * np.arange(ages)

    def work():
        share = (weights / weights.sum())[:, None] / persons
        part = share * events
        value = part.sum(axis=0)
        share *= part
        return value, share.sum(axis=0)

    return work, lambda result: {"value": result[0].sum(), "variance": result[1].sum()}


def csv_polars(folder):
    import polars as pl

    path = os.path.join(folder, "text.csv")
    schema = {"sone": pl.String, "navn": pl.String, "år": pl.Int32, "andel": pl.Float64, "antall": pl.Float64}

    def work():
        return pl.read_csv(path, separator=";", decimal_comma=True, schema=schema)

    def digest(frame):
        return {"rows": frame.height, "andel": frame["andel"].sum(), "antall": frame["antall"].sum()}

    return work, digest


def json_orjson(folder):
    import orjson

    path = os.path.join(folder, "stat.json")

    def work():
        with open(path, "rb") as file:
            return orjson.loads(file.read())

    return work, lambda result: {"cells": len(result["value"]), "sum": math.fsum(result["value"])}


def json_pyjstat(folder):
    from pyjstat import pyjstat

    path = os.path.join(folder, "stat.json")

    def work():
        with open(path, encoding="utf-8") as file:
            return pyjstat.Dataset.read(file.read()).write("dataframe")

    return work, lambda frame: {"cells": len(frame), "sum": math.fsum(frame["value"])}


def reference(name, separator):
    """Published figures, by path: LEVEKAR_REFERENCE_DATA or shared/data beside the package."""
    import pandas as pd

    here = os.path.dirname(os.path.abspath(__file__))
    folder = os.environ.get("LEVEKAR_REFERENCE_DATA") or os.path.join(here, "../../../shared/data")
    return pd.read_csv(os.path.join(folder, "reference", name), sep=separator)


def smoking():
    frame = reference("california_prop99.csv", ";")
    frame["treated"] = ((frame.State == "California") & (frame.Year >= 1989)).astype(int)
    frame["ever"] = (frame.State == "California").astype(int)
    return frame


def synthetic_did(folder):
    """200 placebo draws of 38 that there are; the effect is where Frank and Wolfe's steps stop."""
    from diff_diff import SyntheticDiD

    frame, after = smoking(), list(range(1989, 2001))

    def work():
        estimator = SyntheticDiD(variance_method="placebo", n_bootstrap=200, seed=1)
        return estimator.fit(frame, "PacksPerCapita", "ever", "State", "Year", post_periods=after)

    return work, lambda result: {"stepped_effect": result.att, "drawn_error": result.se}


def synthetic_control(folder):
    """All placebos; every year counts alike, as in ours."""
    from diff_diff import SyntheticControl

    frame, after = smoking(), list(range(1989, 2001))
    estimator = SyntheticControl(v_method="custom", custom_v=np.ones(19), standardize="none")

    def work():
        fit = estimator.fit(
            frame, "PacksPerCapita", "treated", "State", "Year", post_periods=after, pre_period_outcomes="all"
        )
        return fit, fit.in_space_placebo()

    return work, lambda result: {"effect": result[0].att, "ratio_p": result[0].placebo_p_value}


def synthetic_control_pysyncon(folder):
    """The treated and two placebos, multiplied by the driver: 13 times. Its V is on years scaled by their spread, so the
    squares of the spreads undo that."""
    from pysyncon import Dataprep, Synth

    frame, before = smoking(), range(1970, 1989)
    states = [state for state in sorted(frame.State.unique()) if state != "California"]
    wide = frame.pivot(index="Year", columns="State", values="PacksPerCapita").loc[1970:1988]

    def prepared(treated, donors):
        return Dataprep(
            foo=frame, predictors=[], predictors_op="mean", dependent="PacksPerCapita", unit_variable="State",
            time_variable="Year", treatment_identifier=treated, controls_identifier=donors,
            time_predictors_prior=before, time_optimize_ssr=before,
            special_predictors=[("PacksPerCapita", [year], "mean") for year in before],
        )

    def work():
        effects = []
        for treated in ["California"] + states[:2]:
            donors = [state for state in states if state != treated]
            units = donors + [treated]
            fit = Synth()
            fit.fit(prepared(treated, donors), custom_V=wide[units].var(axis=1, ddof=1).to_numpy())
            effects.append(fit.att(range(1989, 2001))["att"])
        return effects

    return work, lambda result: {"effect_by_slsqp": result[0]}


def two_way(folder):
    import pandas as pd
    import pyfixest

    unit, period = np.repeat(np.arange(40_000), 25), np.tile(np.arange(25), 40_000)
    on = (unit % 4 == 0) & (period >= 10 + unit // 4 % 10)
    noise = ((unit * 7919 + period * 104_729 + unit * period % 1009 * 31) % 10_007) / 10_007
    outcome = (unit % 101) / 10 + period / 5 + noise + np.where(on, 0.25, 0.0)
    frame = pd.DataFrame({"y": outcome, "d": on.astype(float), "unit": unit, "period": period})

    def work():
        return pyfixest.feols("y ~ d | unit + period", frame, vcov={"CRV1": "unit"})

    return work, lambda fit: {"effect": fit.coef()["d"], "pyfixest_error": fit.se()["d"]}


def staggered(folder):
    from diff_diff import CallawaySantAnna

    frame = reference("mpdta.csv", ",")

    def work():
        estimator = CallawaySantAnna(estimation_method="reg")
        # Four aggregates: overall, by age, by group, and by year.
        return estimator.fit(frame, "lemp", "countyreal", "year", "first.treat", aggregate="all")

    return work, lambda result: {"simple": result.overall_att, "simple_error": result.overall_se}


WORKS = {
    "mann-kendall": mann_kendall,
    "mann-kendall-p": lambda folder: mann_kendall(folder, with_probability=True),
    "pymannkendall": pymannkendall,
    "ols": ols,
    "poisson-trend": poisson_trend,
    "joinpoint": joinpoint,
    "direct-rates": direct_rates,
    "csv": csv_polars,
    "json-orjson": json_orjson,
    "json-pyjstat": json_pyjstat,
    "synthetic-did": synthetic_did,
    "synthetic-control": synthetic_control,
    "synthetic-control-pysyncon": synthetic_control_pysyncon,
    "two-way": two_way,
    "staggered": staggered,
}


def main():
    name, folder, repetitions = sys.argv[1], sys.argv[2], int(sys.argv[3])
    work, digest = WORKS[name](folder)
    seconds, result = [], None
    for _ in range(repetitions):
        result = None
        begin = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - begin)
    digested = {key: float(value) for key, value in digest(result).items()}
    print(json.dumps({"work": name, "seconds": seconds, "digest": digested}))


main()
