"""Monte Carlo of the model behind `dlplot activations`, in NumPy float64.

For each initializer and activation: 1000 samples of 100 standard normal features through five
layers of 100 units, over 40 seeds. Written are, for each layer, the mean over the seeds and the
standard deviation from seed to seed of: mean, standard deviation, signal (root mean square over
the units of a unit's standard deviation over the samples), saturated share, resting share, and
the share of values in each of 30 bins and below and above them.

    python3 activations_monte_carlo.py > activations_monte_carlo.json      (NumPy 2.4.6, SciPy 1.17.1)
"""
import json

import numpy as np
from scipy.special import erf

SEEDS, SAMPLES, WIDTH, LAYERS, BINS = 40, 1000, 100, 5, 30

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


def measure(a, z, kind, limits):
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
        counts / a.size, [np.mean(a < low), np.mean(a > high)],
    ])


def main():
    table = []
    for name, draw in INITIALIZERS.items():
        for kind, (function, limits) in ACTIVATIONS.items():
            runs = np.empty((SEEDS, LAYERS, 7 + BINS))
            for seed in range(SEEDS):
                rng = np.random.default_rng([seed, len(table)])
                a = rng.standard_normal((SAMPLES, WIDTH))
                for layer in range(LAYERS):
                    z = a @ draw(rng)
                    a = function(z)
                    runs[seed, layer] = measure(a, z, kind, limits)
            table.append({
                "initializer": name, "activation": kind, "range": list(limits),
                "mean": [[float(f"{v:.6g}") for v in row] for row in runs.mean(axis=0)],
                "deviation": [[float(f"{v:.4g}") for v in row] for row in runs.std(axis=0, ddof=1)],
            })
    print('{"seeds": %d, "samples": %d, "width": %d, "bins": %d, "cases": [' % (SEEDS, SAMPLES, WIDTH, BINS))
    print(",\n".join(json.dumps(case, separators=(",", ":")) for case in table))
    print("]}")


main()
