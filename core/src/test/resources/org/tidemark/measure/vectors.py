"""Cases for the nine kinds of measure, computed with numpy and scipy and by no code of the project.

Run: python3 vectors.py > vectors.json. Every formula is written here from its source once more; where the project takes
a shortcut (a grid, an exact step) this script does it another way: matrix exponentials, scipy's distributions.
"""
import json
import numpy as np
from scipy import linalg, stats

rng = np.random.default_rng(16)
cases = []


def case(name, recipe, figures, value, band=None, negative=None, terms=None, tolerance=1e-9):
    cases.append(dict(name=name, recipe=recipe, figures=figures, value=value, band=band, negative=negative,
                      terms=terms or {}, tolerance=tolerance))


def rows(indicator, labels, values, sector="TOTAL", economy="WORLD"):
    return [[indicator, economy, sector, p, float(v)] for p, v in zip(labels, values)]


def normal_band(m, s):
    return [m + s * stats.norm.ppf(q) for q in (0.025, 0.1, 0.9, 0.975)]


def t_band(m, s, df):
    return [m + s * stats.t.ppf(q, df) for q in (0.025, 0.1, 0.9, 0.975)]


def mid_year(year):
    return year + 0.5


# compare: a level with a reverting speed, filtered with matrix exponentials (Van Loan 1978) and a Student-t gate.
def filtered(t, y):
    kappa, nu = 0.5, 5
    scatter = np.mean(np.diff(y) ** 2)
    step = (t[-1] - t[0]) / (len(t) - 1)
    best = None
    for part in (0.05, 0.3, 0.6, 0.95):
        for speed in (0.05, 0.3, 1):
            sv, sx, r = speed * np.sqrt(scatter / step), np.sqrt(part * scatter / step), (1 - part) * scatter / 2
            a = np.array([[0, 1], [0, -kappa]])
            q = np.diag([sx ** 2, sv ** 2])
            x, p, loglik = np.array([y[0], 0.0]), np.diag([r, sv ** 2 / (2 * kappa)]), 0.0
            for i in range(1, len(y)):
                dt = t[i] - t[i - 1]
                van = linalg.expm(np.block([[-a, q], [np.zeros((2, 2)), a.T]]) * dt)
                f = van[2:, 2:].T
                x, p = f @ x, f @ p @ f.T + f @ van[:2, 2:]
                e, s = y[i] - x[0], p[0, 0] + r
                loglik += stats.norm.logpdf(e, scale=np.sqrt(s))
                gate = max(1, (e * e / s + nu) / (nu + 1))
                k = p[:, 0] / (p[0, 0] + gate * r)
                x, p = x + k * e, p - np.outer(k, p[0, :])
            if best is None or loglik > best[0]:
                best = (loglik, x, p)
    return best[1], best[2]


years = [str(y) for y in range(2000, 2024)]
a = 100 * np.exp(np.cumsum(rng.normal(0.03, 0.02, 24)))
b = 100 * np.exp(np.cumsum(rng.normal(0.02, 0.02, 24)))
x, p = filtered(np.array([mid_year(y) for y in range(2000, 2024)]), 100 * (np.log(a) - np.log(b)))
sd = np.sqrt(p[0, 0])
case("compare: difference of logarithms",
     dict(kind="compare", unit="log_points", indicators=dict(a="log(trade.a)", b="log(trade.b)")),
     rows("trade.a", years, a) + rows("trade.b", years, b), x[0], normal_band(x[0], sd), stats.norm.cdf(-x[0] / sd),
     dict(speed=x[1], p_speed_negative=stats.norm.cdf(-x[1] / np.sqrt(p[1, 1])), ratio=np.exp(x[0] / 100),
          smallest_effect=2.8 * sd), 1e-7)

# across: Theil's T, its between part, jackknife.
labels = ["S%02d" % i for i in range(12)]
values = rng.lognormal(2, 0.6, 12)


def theil(v):
    z = v / v.mean()
    return np.mean(z * np.log(z))


def between_share(v, group):
    total = 0
    for g in set(group):
        part = v[[i for i in range(len(v)) if group[i] == g]]
        total += len(part) / len(v) * (part.mean() / v.mean()) * np.log(part.mean() / v.mean())
    return total / theil(v)


jack = np.array([theil(np.delete(values, i)) for i in range(12)])
error = np.sqrt(11 / 12 * np.sum((jack - jack.mean()) ** 2))
group = ["one" if i < 5 else "others" for i in range(12)]
case("across: Theil's T",
     dict(kind="across", unit="nats", indicators=dict(value="trade.a@PART:*"),
          settings=dict(tell="theil", groups="one=" + " ".join(labels[:5]))),
     [r for l, v in zip(labels, values) for r in rows("trade.a", ["2020"], [v], "PART:" + l)],
     theil(values), t_band(theil(values), error, 11), None,
     dict(mean=values.mean(), sd=values.std(), cv=values.std() / values.mean(), between_share=between_share(values, group)))

# shares: HHI with a Dirichlet whose draws are learnt from the scatter.
amounts = rng.gamma(5, 10, (6, 4)) + np.array([100, 60, 30, 10])
s = amounts / amounts.sum(axis=1, keepdims=True)
mean = (s[1:] + s[:-1]) / 2
draws = max(1, np.sum(2 * mean * (1 - mean)) / np.sum(np.diff(s, axis=0) ** 2) - 1)
h = np.sum(s[-1] ** 2)
sd = 1e4 * np.sqrt(4 * (np.sum(s[-1] ** 3) - h * h) / (draws + 1))
six = [str(y) for y in range(2015, 2021)]
parts = [r for j in range(4) for r in rows("trade.a", six, amounts[:, j], "FIRM:F%d" % j)]
case("shares: concentration",
     dict(kind="shares", unit="points", indicators=dict(firms="trade.a@FIRM:*"), settings=dict(tell="hhi")),
     parts, 1e4 * h, normal_band(1e4 * h, sd), None,
     dict(draws=draws, effective_number=1 / h, leader=100 * s[-1].max()))
a1, b1 = s[-1, 1] * draws + 0.5, (1 - s[-1, 1]) * draws + 0.5
case("shares: the share of one",
     dict(kind="shares", unit="percent", indicators=dict(firms="trade.a@FIRM:*"),
          settings=dict(tell="share", of="F1", bound="30")),
     parts, 100 * s[-1, 1], [100 * stats.beta.ppf(q, a1, b1) for q in (0.025, 0.1, 0.9, 0.975)], None,
     dict(p_above=stats.beta.sf(0.3, a1, b1)), 1e-8)

# rate: drift with moving-average noise (Farmer and Lafond 2016).
cost = 50 * np.exp(np.cumsum(rng.normal(-0.2, 0.1, 15)))
fifteen = [str(y) for y in range(2005, 2020)]
theta, m = 0.63, 14
steps = np.diff(np.log(cost))
drift = steps.mean()
innovation = np.sum((steps - drift) ** 2) / (m - 1) / (1 + theta ** 2)
error = np.sqrt(innovation * (1 + 2 * (m - 1) * theta / m + theta ** 2) / m)
case("rate: growth",
     dict(kind="rate", unit="percent_per_year", indicators=dict(cost="trade.a"), settings=dict(tell="growth", theta="0.63")),
     rows("trade.a", fifteen, cost), 100 * np.expm1(drift), [100 * np.expm1(q) for q in t_band(drift, error, m - 1)],
     stats.t.cdf(-drift / error, m - 1), dict(drift=drift, halving_years=np.log(0.5) / drift))
volume = np.cumsum(rng.gamma(5, 20, 15))
fit = stats.linregress(np.log(volume), np.log(cost))
case("rate: Wright's learning rate",
     dict(kind="rate", unit="percent", indicators=dict(cost="trade.a", volume="trade.b"), settings=dict(tell="learning")),
     rows("trade.a", fifteen, cost) + rows("trade.b", fifteen, volume), 100 * (1 - 2 ** fit.slope),
     [100 * (1 - 2 ** -q) for q in t_band(-fit.slope, fit.stderr, 13)], None, dict(exponent=-fit.slope))

# frontier: slope of records, and a censored lag.
score = np.cumsum(rng.gamma(1, 2, 15))
noise = rng.normal(0, 3, 15)
best, times, tops = -np.inf, [], []
for y, v in zip(range(2005, 2020), score + noise):
    if v > best:
        best = v
        times.append(mid_year(y))
        tops.append(v)
fit = stats.linregress(times, tops)
everything = stats.linregress([mid_year(y) for y in range(2005, 2020)], score + noise)
figures = [r for y, v in zip(fifteen, score + noise) for r in rows("trade.a", [y], [v], "MODEL:US.m" + y)]
case("frontier: slope of records",
     dict(kind="frontier", unit="points_per_year", indicators=dict(score="capability.a@MODEL:*"), settings=dict(tell="slope")),
     [["capability.a"] + f[1:] for f in figures], fit.slope, t_band(fit.slope, fit.stderr, len(times) - 2),
     stats.t.cdf(-fit.slope / fit.stderr, len(times) - 2), dict(slope_of_all=everything.slope, records=len(times)))
leader = [(2010 + i, 10.0 * (i + 1)) for i in range(8)]
follower = [(2011 + i, 10.0 * (i + 1) - 5) for i in range(6)]
now = 2017
passed = min(y for y, v in leader if v > max(v for _, v in follower))
case("frontier: a lag that is censored",
     dict(kind="frontier", unit="months", indicators=dict(score="capability.a@MODEL:*"),
          settings=dict(tell="lag", leader="US", follower="CN")),
     [["capability.a", "WORLD", "MODEL:US.m%d" % y, str(y), v] for y, v in leader]
     + [["capability.a", "WORLD", "MODEL:CN.m%d" % y, str(y), v] for y, v in follower],
     12.0 * (now - passed), None, None,
     dict(gap=max(v for _, v in leader) - max(v for _, v in follower), censored=1, longest_delay=12, shortest_delay=12))

# compose: a product of independent factors, moment-matched to a log-normal.
case("compose: a product with a prior",
     dict(kind="compose", unit="percent", indicators=dict(exposure="exposure.a"), settings=dict(how="product"),
          priors=dict(adoption=dict(mean=0.2, sd=0.05, unit="share", citation="made"))),
     rows("exposure.a", ["2020"], [40]),
     100 * np.exp(np.log(0.08) - np.log1p((0.4 * 0.05) ** 2 / 0.08 ** 2) / 2),
     [100 * np.exp(q) for q in normal_band(np.log(0.08) - np.log1p((0.4 * 0.05) ** 2 / 0.08 ** 2) / 2,
                                          np.sqrt(np.log1p((0.4 * 0.05) ** 2 / 0.08 ** 2)))])

# events: a discounted Gamma rate; the probability that one Gamma is twice another is a Beta's.
counts = rng.negative_binomial(5, 0.3, 40)
months = ["%d-%02d" % (2018 + i // 12, 1 + i % 12) for i in range(40)]
dispersion = max(1, np.mean([(counts[i] - counts[i - 1]) ** 2 / (counts[i] + counts[i - 1])
                             for i in range(1, 40) if counts[i] + counts[i - 1] > 0]))
shape, effort, path = 0.5, 0.5 / counts.mean(), []
for c in counts:
    shape, effort = 0.9 * shape + c / dispersion, 0.9 * effort + 1 / dispersion
    path.append((shape, effort))
(now_shape, now_effort), (ago_shape, ago_effort) = path[-1], path[-13]
odds = 2 * now_effort / ago_effort
case("events: a discounted rate",
     dict(kind="events", unit="events", indicators=dict(events="events.a"), settings=dict(tell="rate")),
     rows("events.a", months, counts), stats.gamma.ppf(0.5, now_shape, scale=1 / now_effort),
     [stats.gamma.ppf(q, now_shape, scale=1 / now_effort) for q in (0.025, 0.1, 0.9, 0.975)], None,
     dict(dispersion=dispersion, p_risen=stats.beta.sf(odds / (1 + odds), now_shape, ago_shape)), 2e-3)

# claims: competing normals, and the years until two can be told apart.
growth = rng.normal(2, 1.5, 30)
thirty = [str(y) for y in range(1995, 2025)]
before, since = growth[:25], growth[25:]
base, var = before.mean(), before.var(ddof=1)
claims = dict(high=(1.5, 0.5), low=(0.1, 0.05), none=(0, 0))
log = {k: np.sum(stats.norm.logpdf(since, base + u, np.sqrt(var + t * t))) for k, (u, t) in claims.items()}
total = sum(np.exp(v) for v in log.values())
case("claims: weights and years until decided",
     dict(kind="claims", unit="years", indicators=dict(growth="supply.a"),
          priors=dict(high=dict(mean=1.5, sd=0.5, unit="percentage_points_per_year", citation="made"),
                      low=dict(mean=0.1, sd=0.05, unit="percentage_points_per_year", citation="made")),
          settings={"from": "2020", "between": "high low", "years": "9.8 0.8"}),
     rows("supply.a", thirty, growth), 6 * var / 1.4 ** 2,
     [6 * var / 1.4 ** 2 * np.exp(z) for z in normal_band(0, np.sqrt(2 / 24))], None,
     dict(weight_high=np.exp(log["high"]) / total, weight_low=np.exp(log["low"]) / total, baseline=base,
          bayes_high=log["high"] - log["none"], horizon_of_both=np.log(1.098) / np.log(1.008)))

# leadlag: b follows a by three periods.
whole = rng.normal(0, 1, 43)
lead, lag = whole[3:], whole[:40] + rng.normal(0, 0.3, 40)
quarters = ["%d-Q%d" % (2010 + i // 4, 1 + i % 4) for i in range(40)]


def whitened(v):
    f = stats.linregress(v[:-1], v[1:])
    return v[1:] - f.intercept - f.slope * v[:-1]


wa, wb = whitened(lead), whitened(lag)
r = []
for k in range(-8, 9):
    i = np.arange(len(wa))
    ok = (i + k >= 0) & (i + k < len(wb))
    r.append(np.corrcoef(wa[i[ok]], wb[i[ok] + k])[0, 1])
r = np.array(r)
w = (1 - r ** 2) ** (-len(wa) / 2)
w /= w.sum()
case("leadlag: three quarters ahead",
     dict(kind="leadlag", unit="years", indicators=dict(a="supply.a", b="supply.b")),
     rows("supply.a", quarters, lead) + rows("supply.b", quarters, lag), None, None, w[:8].sum(),
     dict(correlation=r[np.argmax(w)], p_first_ahead=w[9:].sum(), told=1,
          chance=stats.norm.ppf(1 - (1 - 0.95 ** (1 / 17)) / 2) / np.sqrt(len(wa))))

print(json.dumps(cases, indent=1, default=float))
