"""Vectors for SmoothedBankTest, by another way than the program's: the bank of METHODS is run forwards in plain Python, and then
all levels and speeds of a model are conditioned on all figures at once, as one normal vector, instead of going backwards.

    python3 smoothed.py > smoothed.json
"""
import json
from math import exp, lgamma, log, log1p, pi, sqrt

KAPPA, SV, SX, STEP = 0.30, 0.11, 0.06, 0.5
MODELS = [(i, j, k) for i in range(2) for j in range(2) for k in (0.5, 1.0, 1.7, 3.0)]
STARTS = [(-5.5, 0.45), (-4.5, 0.45), (-3.5, 0.42), (-2.6, 0.32), (-1.7, 0.24), (-0.9, 0.19), (-0.3, 0.16), (0.6, 0.14), (2, 0.13)]
T5_AT_0 = lgamma(3) - lgamma(2.5) - 0.5 * log(5 * pi)


def share(j, x):
    return 1 / (1 + exp(-x)) if j == 0 else exp(-exp(min(-x, 6)))


def slope(j, x):
    p = share(j, x)
    return p * (1 - p) if j == 0 else p * exp(min(-x, 6))


def link(j, y):
    return log(y / (1 - y)) if j == 0 else -log(-log(y))


def mean_speed(i, j, x):
    return 0.10 if i == 0 else 0.08 + 0.37 * (1 - share(j, x)) ** 4


def start_speed(y):
    """Speed of past technologies at a share, logits a year: linear between the points, level outside."""
    x = link(0, y)
    if x <= STARTS[0][0]:
        return STARTS[0][1]
    for (x0, v0), (x1, v1) in zip(STARTS, STARTS[1:]):
        if x <= x1:
            return v0 + (v1 - v0) * (x - x0) / (x1 - x0)
    return STARTS[-1][1]


def transition(d, k):
    e, e2 = exp(-KAPPA * d), exp(-2 * KAPPA * d)
    a, b = (1 - e) / KAPPA, (1 - e2) / (2 * KAPPA)
    q = k * k
    return (
        [[1, a], [0, e]],
        [
            [q * (SV * SV / KAPPA**2 * (d - 2 * a + b) + SX * SX * d), q * SV * SV * a * a / 2],
            [q * SV * SV * a * a / 2, q * SV * SV * b],
        ],
    )


def times(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def transposed(a):
    return [list(row) for row in zip(*a)]


def plus(a, b):
    return [[x + y for x, y in zip(r, s)] for r, s in zip(a, b)]


def solved(a, b):
    """a^-1 b by Gauss with pivots."""
    n = len(a)
    m = [list(a[i]) + list(b[i]) for i in range(n)]
    for c in range(n):
        p = max(range(c, n), key=lambda r: abs(m[r][c]))
        m[c], m[p] = m[p], m[c]
        for r in range(n):
            if r != c:
                f = m[r][c] / m[c][c]
                m[r] = [x - f * y for x, y in zip(m[r], m[c])]
    return [[x / m[i][i] for x in m[i][n:]] for i in range(n)]


def forwards(model, figures):
    """Predictions, drifts and gated variances of one model, with the log density of each figure."""
    i, j, k = model
    t, y, se = figures[0]
    y = min(max(y, 0.001), 0.999)
    noise = 0.003**2 + 0.006**2 * y * (1 - y) + se * se
    x0 = link(j, min(y, 0.98))
    g = max(slope(j, x0), 1e-4)
    unit = 1 if j == 0 else (1 - y) / -log(y)
    mean, cov = [x0, start_speed(y) * unit], [[min(noise / (g * g), 4) + 1e-6, 0], [0, (0.25 * unit) ** 2]]
    start, steps, logs = (list(mean), [list(r) for r in cov]), [], []
    for t2, y, se in figures[1:]:
        d = t2 - t
        n = max(1, int(-(-d // STEP)))
        f_all, q_all, at = [[1, 0], [0, 1]], [[0, 0], [0, 0]], list(mean)
        for _ in range(n):
            f, q = transition(d / n, k)
            mu = mean_speed(i, j, at[0])
            a, e = f[0][1], f[1][1]
            at = [at[0] + mu * d / n + a * (at[1] - mu), mu + e * (at[1] - mu)]
            f_all = times(f, f_all)
            q_all = plus(times(times(f, q_all), transposed(f)), q)
        drift = [at[r] - sum(f_all[r][c] * mean[c] for c in range(2)) for r in range(2)]
        cov = plus(times(times(f_all, cov), transposed(f_all)), q_all)
        y = min(max(y, 0.001), 0.999)
        z = link(j, min(y, 0.985))
        g = max(slope(j, (at[0] + z) / 2), 1e-3)
        noise = 0.003**2 + 0.006**2 * y * (1 - y) + se * se
        r = noise / (g * g)
        s = cov[0][0] + r
        u = z - at[0]
        scale2 = g * g * s * 3 / 5
        logs.append(T5_AT_0 - log(scale2) / 2 - 3 * log1p((y - share(j, at[0])) ** 2 / (5 * scale2)))
        r *= max(1, (u * u / s + 5) / 6)
        steps.append((f_all, q_all, drift, z, r))
        gain = [cov[0][0] / (cov[0][0] + r), cov[0][1] / (cov[0][0] + r)]
        mean = [at[0] + gain[0] * u, at[1] + gain[1] * u]
        cov = [[cov[a][b] - gain[a] * cov[0][b] for b in range(2)] for a in range(2)]
        t = t2
    return start, steps, logs


def at_once(start, steps):
    """Means and covariances of all levels and speeds, given all figures."""
    mean, n = list(start[0]), len(steps) + 1
    blocks = [[None] * n for _ in range(n)]
    blocks[0][0] = start[1]
    for t, (f, q, drift, _, _) in enumerate(steps, 1):
        mean += [drift[r] + sum(f[r][c] * mean[2 * (t - 1) + c] for c in range(2)) for r in range(2)]
        for s in range(t):
            blocks[t][s] = times(f, blocks[t - 1][s])
            blocks[s][t] = transposed(blocks[t][s])
        blocks[t][t] = plus(times(times(f, blocks[t - 1][t - 1]), transposed(f)), q)
    cov = [[blocks[a // 2][b // 2][a % 2][b % 2] for b in range(2 * n)] for a in range(2 * n)]
    seen = [2 * t for t in range(1, n)]
    s = [[cov[a][b] + (steps[m][4] if a == b else 0) for b in seen] for m, a in enumerate(seen)]
    off = [[steps[m][3] - mean[a]] for m, a in enumerate(seen)]
    c = [[cov[a][b] for b in seen] for a in range(2 * n)]
    move = times(c, solved(s, off))
    known = times(c, solved(s, transposed(c)))
    return [m + d[0] for m, d in zip(mean, move)], [[cov[a][b] - known[a][b] for b in range(2 * n)] for a in range(2 * n)]


def vector(name, figures):
    runs = [forwards(model, figures) for model in MODELS]
    weights = [1 / 16] * 16
    for i in range(1, len(figures)):
        decay = 0.98 ** (figures[i][0] - figures[i - 1][0])
        raw = [decay * log(w) + run[2][i - 1] for w, run in zip(weights, runs)]
        top = max(raw)
        total = sum(exp(r - top) for r in raw)
        weights = [0.98 * exp(r - top) / total + 0.02 / 16 for r in raw]
    models = [at_once(run[0], run[1]) for run in runs]
    points = []
    for i, (t, _, _) in enumerate(figures):
        a, b = 2 * i, 2 * i + 1
        told = [
            {"model": m, "x": mean[a], "v": mean[b], "P11": cov[a][a], "P12": cov[a][b], "P22": cov[b][b]}
            for m, (mean, cov) in enumerate(models)
            if m in (0, 6, 13)
        ]
        mixed = sum(w * share(MODELS[m][1], mean[a]) for m, (w, (mean, _)) in enumerate(zip(weights, models)))
        points.append({"t": t, "mean_share": mixed, "models": told})
    return {"name": name, "figures": [list(f) for f in figures], "points": points}


print(
    json.dumps(
        [
            vector("a survey of each year", [(0, 0.05, 0.01), (1, 0.08, 0.01), (2, 0.12, 0.01), (3.5, 0.21, 0.01)]),
            vector(
                "a figure that goes back",
                [(0, 0.04, 0), (0.5, 0.065, 0), (1, 0.05, 0), (1.5, 0.085, 0), (4, 0.10, 0.005)],
            ),
            vector("near the end", [(0, 0.80, 0), (1, 0.86, 0), (2, 0.90, 0), (3, 0.93, 0.002)]),
        ],
        indent=1,
    )
)
