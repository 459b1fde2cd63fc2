"""What `dlplot activations` is measured against: the same experiment in NumPy and matplotlib.

activations_matplotlib.py FOLDER

Four initializations, five sigmoid layers of 100 units, 1000 samples; for each initialization a row
of histograms of 30 bins, one PNG each. `Figure` instead of pyplot spares the script the search for
a window system: it is the faster way.
"""

import sys

import numpy as np
from matplotlib.figure import Figure

LAYERS, UNITS, SAMPLES, BINS = 5, 100, 1000, 30
DEVIATIONS = {
    "std1": 1.0,
    "std0.01": 0.01,
    "xavier": np.sqrt(1 / UNITS),
    "he": np.sqrt(2 / UNITS),
}


def activations(rng, samples, deviation):
    layers = []
    signal = samples
    for _ in range(LAYERS):
        weights = rng.standard_normal((UNITS, UNITS), dtype=np.float32) * np.float32(deviation)
        signal = 1 / (1 + np.exp(-(signal @ weights)))
        layers.append(signal)
    return layers


def main(folder):
    rng = np.random.default_rng(0)
    samples = rng.standard_normal((SAMPLES, UNITS), dtype=np.float32)
    for name, deviation in DEVIATIONS.items():
        figure = Figure()
        axes = figure.subplots(1, LAYERS, sharey=True)
        for layer, values in enumerate(activations(rng, samples, deviation)):
            axes[layer].set_title(f"layer {layer + 1}")
            axes[layer].hist(values.ravel(), BINS, range=(0, 1))
        figure.savefig(f"{folder}/{name}.png")


main(sys.argv[1])
