"""Monte Carlo of the model behind `dlplot activations`, in NumPy float64, and the bound that a
comparison with it needs.

For each initializer and activation: 1000 samples of 100 standard normal features through five
layers of 100 units, over 240 seeds. Measured are, for each layer of each seed: mean, standard
deviation, signal (root mean square over the units of a unit's standard deviation over the samples),
saturated share, resting share, and the share of values below the range, in each of 30 bins, and
above.

The samples of a unit share its weights, and deep units are nearly constant, so values are far from
independent. Seeds are: a seed is a cluster, and the spread from seed to seed, which is written
beside each mean, holds whatever correlation there is within it. A mean over 20 other seeds is
compared by

    t = |difference of the means| / (s sqrt(1/20 + 1/240)).

Two things stand in the way of reading t off a normal distribution: shares of rare events are
skewed, and thousands of quantities are compared at once. So

 1. neighbouring bins are joined until 20 seeds hold as much as 30 independent events, that is
    20 (min(p, 1 - p) / s)^2 >= 30; single shares that are rarer are left out (a deviation of -1);
 2. the critical value is that of a permutation test: the seeds of each case are split at random
    into 20 and 220, t is computed for every quantity of every case, the greatest is kept, and of
    20,000 such greatest t the 99.9 % quantile is taken. So if both models are the same, a
    comparison over all quantities fails once in a thousand choices of seeds.

    python3 activations_monte_carlo.py > activations_monte_carlo.json      (NumPy 2.4.6, SciPy 1.17.1)
"""
import json
from concurrent.futures import ProcessPoolExecutor

import numpy as np
from scipy.special import erf

SEEDS, SAMPLES, WIDTH, LAYERS, BINS = 240, 1000, 100, 5, 30
COMPARED, EVENTS, SPLITS, RATE = 20, 30, 20_000, 1e-3

ACTIVATIONS = {
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), (0, 1)),
    "tanh": (np.tanh, (-1, 1)),
    "relu": (lambda z: np.maximum(z, 0), (0, 4)),
    "leaky-relu": (lambda z: np.where(z > 0, z, 0.01 * z), (-0.5, 4)),
    "gelu": (lambda z: 0.5 * z * (1 + erf(z / np.sqrt(2))), (-0.5, 4)),
}


def orthogonal(rng):
    q, r = np.linalg.qr(rng.standard_normal((WIDTH, WIDTH)))
    return q * np.sign(np.diag(r))


def normal(std):
    return lambda rng: std * rng.standard_normal((WIDTH, WIDTH))


INITIALIZERS = {
    "std=1": normal(1.0),
    "std=0.01": normal(0.01),
    "xavier": normal(np.sqrt(1 / WIDTH)),
    "glorot": normal(np.sqrt(2 / (WIDTH + WIDTH))),
    "he": normal(np.sqrt(2 / WIDTH)),
    "lecun": normal(np.sqrt(1 / WIDTH)),
    "orthogonal": orthogonal,
}


def measure(a, kind, limits):
    """Five scalars, then the shares below, in the bins, and above."""
    low, high = limits
    if kind in ("sigmoid", "tanh"):
        edge = 0.05 * (high - low)
        saturated = np.mean((a < low + edge) | (a > high - edge))
        resting = 0.0
    else:
        saturated = 0.0
        resting = np.mean(a <= 0)
    counts, _ = np.histogram(a, bins=BINS, range=limits)
    return np.concatenate([
        [a.mean(), a.std(), np.sqrt(np.mean(a.var(axis=0))), saturated, resting],
        [np.mean(a < low)], counts / a.size, [np.mean(a > high)],
    ])


def simulate(number):
    """All seeds of a case, [seeds, layers, quantities]."""
    name, kind = CASES[number]
    draw = INITIALIZERS[name]
    function, limits = ACTIVATIONS[kind]
    runs = np.empty((SEEDS, LAYERS, 7 + BINS))
    for seed in range(SEEDS):
        rng = np.random.default_rng([seed, number])
        a = rng.standard_normal((SAMPLES, WIDTH))
        for layer in range(LAYERS):
            a = function(a @ draw(rng))
            runs[seed, layer] = measure(a, kind, limits)
    return runs


def is_frequent(values):
    """Whether COMPARED seeds hold as much of a share as EVENTS independent events."""
    mean, deviation = values.mean(), values.std(ddof=1)
    return COMPARED * min(mean, 1 - mean) ** 2 >= EVENTS * deviation**2 and deviation > 1e-12


def pooled(shares):
    """Where pools of neighbouring bins begin, and their shares, [seeds, pools]."""
    starts, first = [], 0
    for end in range(1, shares.shape[1] + 1):
        if is_frequent(shares[:, first:end].sum(axis=1)):
            starts.append(first)
            first = end
    # What is left over at the end belongs to the last pool.
    starts = starts or [0]
    ends = starts[1:] + [shares.shape[1]]
    return starts, np.stack([shares[:, i:j].sum(axis=1) for i, j in zip(starts, ends)], axis=1)


def critical(cases):
    """The quantile of the greatest t over random splits; `cases` are [seeds, quantities]."""
    rng = np.random.default_rng(2)
    greatest = np.zeros(SPLITS)
    rest = SEEDS - COMPARED
    for values in cases:
        centred = values - values.mean(axis=0)
        scale = values.std(axis=0, ddof=1) * np.sqrt(1 / COMPARED + 1 / rest)
        for start in range(0, SPLITS, 1000):
            chosen = rng.random((1000, SEEDS)).argpartition(COMPARED, axis=1)[:, :COMPARED]
            pick = np.zeros((1000, SEEDS))
            np.put_along_axis(pick, chosen, 1.0, axis=1)
            # The centred values add up to zero: the others' mean follows from the chosen ones'.
            difference = (pick @ centred) * (1 / COMPARED + 1 / rest)
            t = np.abs(difference / scale).max(axis=1)
            greatest[start:start + 1000] = np.maximum(greatest[start:start + 1000], t)
    return np.quantile(greatest, 1 - RATE)


def rounded(values):
    return [float(f"{v:.9g}") for v in values]


def main():
    with ProcessPoolExecutor(2) as workers:
        results = list(workers.map(simulate, range(len(CASES))))
    table, compared = [], []
    for (name, kind), runs in zip(CASES, results):
        layers, columns = [], []
        for layer in range(LAYERS):
            starts, shares = pooled(runs[:, layer, 5:])
            values = np.concatenate([runs[:, layer, :5], shares], axis=1)
            deviations = values.std(axis=0, ddof=1)
            # A share that is always the same but for the rounding of its sum.
            deviations[3:][deviations[3:] < 1e-12] = 0
            for share in (3, 4):
                if deviations[share] > 0 and not is_frequent(values[:, share]):
                    deviations[share] = -1
            columns.append(values[:, deviations > 0])
            layers.append({
                "pools": starts, "mean": rounded(values.mean(axis=0)),
                "deviation": rounded(deviations),
            })
        compared.append(np.concatenate(columns, axis=1))
        table.append({
            "initializer": name, "activation": kind, "range": list(ACTIVATIONS[kind][1]),
            "layers": layers,
        })
    head = {
        "seeds": SEEDS, "comparedSeeds": COMPARED, "samples": SAMPLES, "width": WIDTH,
        "bins": BINS, "quantities": sum(values.shape[1] for values in compared),
        "falseAlarms": RATE, "critical": round(float(critical(compared)), 3),
    }
    print(json.dumps(head)[:-1] + ', "cases": [')
    print(",\n".join(json.dumps(case, separators=(",", ":")) for case in table))
    print("]}")


CASES = [(name, kind) for name in INITIALIZERS for kind in ACTIVATIONS]
if __name__ == "__main__":
    main()
