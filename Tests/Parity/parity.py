"""Repeats training runs in PyTorch in float64 and compares losses and accuracies.

    python3 parity.py EXPORTER [FILTER]     # usually by `make parity`

The exporter trains a network in Float32 and writes its initial parameters, the images of each batch
and the masks of dropout. From these alone the run is repeated here, with the formulas of
reference.py. Each of the first 100 losses must agree to a relative 1e-4, and the accuracy at the
end, on training and test images, within 1 %. Exits with 1 if one does not.

Most runs are of GELU, which is smooth. A rectifier has a kink: where a unit is so close to it that
Float sees the other side, gradients jump and the runs part, rightly (PyTorch's own float32 does so
elsewhere). So the losses of rectifiers are compared as far as the first unit within 1e-7 of zero,
and the table says where that was.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from reference import OPTIMIZERS, Rule, forward, running_moments

LOSS_BAR, LOSS_STEPS, ACCURACY_BAR = 1e-4, 100, 0.01
KINK = 1e-7
DATA = Path(__file__).resolve().parents[2] / "data" / "mnist5k"
RATES = dict(zip(OPTIMIZERS, (0.1, 0.02, 0.02, 0.02, 0.001, 0.001, 0.001)))
# The book's constants, where they differ from the usual ones.
BOOK = {
    "adagrad": ":epsilon=1e-07",
    "rmsprop": ":decay=0.99:epsilon=1e-07",
    "adam": ":epsilon=1e-07",
    "adamw": ":epsilon=1e-07",
}


def case(optimizer, convention, norm, dropout, decay, activation="gelu"):
    """A config as `TrainingConfig` writes it."""
    is_book = convention == "book"
    return {
        "network": {
            "hidden": [50, 30],
            "activation": activation,
            "initializer": "he",
            "batchNorm": norm,
            "dropout": dropout,
            "dropoutForm": "scaled-evaluation" if is_book else "inverted",
            "convention": convention,
        },
        "optimizer": f"{optimizer}:{RATES[optimizer]}" + (BOOK.get(optimizer, "") * is_book),
        "weightDecay": decay,
        "batch": 100,
        "length": 6 if is_book else 5,
        "unit": "epochs",
        "evaluateEvery": 1,
        "seed": 1,
    }


CASES = [
    case(optimizer, convention, norm, dropout, decay)
    for convention in ("standard", "book")
    for optimizer in OPTIMIZERS
    for norm in (False, True)
    for dropout in (0.0, 0.2)
    for decay in (0.0, 0.01)
]
CASES += [
    case(optimizer, "standard", norm, 0.0, 0.0, "relu")
    for optimizer in OPTIMIZERS
    for norm in (False, True)
]
CASES += [
    case("adam", "standard", norm, 0.0, 0.0, activation)
    for activation in ("sigmoid", "tanh", "leaky-relu")
    for norm in (False, True)
]


def title(config):
    network = config["network"]
    parts = [network["convention"], network["activation"], config["optimizer"].split(":")[0]]
    parts += ["norm"] * network["batchNorm"]
    parts += [f"dropout {network['dropout']}"] * (network["dropout"] > 0)
    parts += [f"decay {config['weightDecay']}"] * (config["weightDecay"] > 0)
    return " ".join(parts)


def read_idx(name):
    raw = gzip.decompress((DATA / name).read_bytes())
    dimensions = raw[3]
    return np.frombuffer(raw, np.uint8, offset=4 + 4 * dimensions)


def images_and_labels(part):
    labels = read_idx(f"{part}-labels-idx1-ubyte.gz")
    pixels = read_idx(f"{part}-images-idx3-ubyte.gz").reshape(len(labels), -1)
    scaled = pixels.astype(np.float32) / np.float32(255)
    return torch.tensor(scaled.astype(np.float64)), torch.tensor(labels.astype(np.int64))


def export(exporter, config, folder):
    """Trains and returns the arrays of the run by name."""
    path = Path(folder) / "config.json"
    path.write_text(json.dumps(config))
    archive = Path(folder) / "export.npz"
    subprocess.run([exporter, str(DATA), str(path), str(archive)], check=True)
    with np.load(archive) as arrays:
        return dict(arrays)


def repeat(config, arrays, training, test):
    """Losses of every step, accuracies at the end, and steps at a kink, in float64."""
    network = config["network"]
    is_book = network["convention"] == "book"
    layers = []
    for index in range(1, len(network["hidden"]) + 2):
        names = [n for n in ("weight", "bias", "gain", "shift") if f"layer{index}.{n}" in arrays]
        layers.append({
            name: torch.tensor(arrays[f"layer{index}.{name}"].astype(np.float64)).requires_grad_()
            for name in names
        })
    weights = [layer["weight"] for layer in layers]
    others = [layer[name] for layer in layers for name in layer if name != "weight"]
    rule = Rule(
        config["optimizer"], network["convention"], weights, others, config["weightDecay"])
    running = running_moments(network)
    losses, kinks = [], []
    for step, batch in enumerate(torch.tensor(arrays["batches"])):
        x, labels = training[0][batch], training[1][batch]
        masks = [
            torch.tensor(arrays[f"mask{index + 1}"][step].astype(np.float64))
            for index in range(len(network["hidden"])) if network["dropout"] > 0
        ]
        for parameter in weights + others:
            parameter.grad = None
        logits, _, nearest = forward(network, layers, x, running, True, masks)
        if nearest < KINK and network["activation"] in ("relu", "leaky-relu"):
            kinks.append(step)
        loss = F.cross_entropy(logits, labels)
        loss.backward()
        rule.step()
        if is_book:
            with torch.no_grad():
                logits = forward(network, layers, x, running, True, masks, moves=False)[0]
                loss = F.cross_entropy(logits, labels)
        losses.append(loss.item())
    with torch.no_grad():
        accuracies = [
            (forward(network, layers, x, running, False)[0].argmax(1) == labels)
            .double().mean().item()
            for x, labels in (training, test)
        ]
    return np.array(losses), accuracies, kinks


def main(exporter, text=""):
    # One thread: these products are too small for more.
    torch.set_num_threads(1)
    training, test = images_and_labels("train"), images_and_labels("t10k")
    print(f"{'':50} {'relative loss':>19} {'training':>15} {'test accuracy':>15}")
    print(f"{'':50} {'100 steps':>9} {'all':>9}" + f" {'ours':>7} {'float64':>7}" * 2)
    failures = 0
    cases = [config for config in CASES if text in title(config)]
    for config in cases:
        with tempfile.TemporaryDirectory() as folder:
            arrays = export(exporter, config, folder)
        losses, accuracies, kinks = repeat(config, arrays, training, test)
        difference = np.abs(arrays["losses"] - losses) / losses
        ours = [arrays["trainingAccuracy"][-1], arrays["testAccuracy"][-1]]
        gap = max(abs(a - b) for a, b in zip(ours, accuracies))
        # The loss of a step is from before its gradients, or by the book from after them.
        is_book = config["network"]["convention"] == "book"
        compared = min([LOSS_STEPS] + [step + (not is_book) for step in kinks])
        worst = difference[:compared].max(initial=0)
        # Written so that a NaN fails.
        passed = len(losses) >= LOSS_STEPS and worst <= LOSS_BAR and gap <= ACCURACY_BAR
        failures += not passed
        numbers = "".join(f" {a:7.4f} {b:7.4f}" for a, b in zip(ours, accuracies))
        print(
            f"{title(config):50} {worst:9.1e} {difference.max():9.1e}{numbers}"
            + (f"  to step {compared}, a kink" if compared < LOSS_STEPS else "")
            + ("" if passed else "  FAILED"),
            flush=True)
    print(f"{len(cases) - failures} of {len(cases)} runs agree")
    return 1 if failures or not cases else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
