"""Runs of training: as dlplot exports them, and repeated in PyTorch from the export alone."""

import gzip
import json
import subprocess
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

DATA = Path(__file__).resolve().parents[2] / "data" / "mnist5k"
RATES = {
    "sgd": 0.1, "momentum": 0.02, "nesterov": 0.02, "adagrad": 0.02,
    "rmsprop": 0.001, "adam": 0.001, "adamw": 0.001,
}
# The book's constants, where they differ from the usual ones.
BOOK = {
    "adagrad": ":epsilon=1e-07",
    "rmsprop": ":decay=0.99:epsilon=1e-07",
    "adam": ":epsilon=1e-07",
    "adamw": ":epsilon=1e-07",
}


def case(activation, convention, optimizer, norm, dropout, decay):
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
    case(activation, convention, optimizer, norm, dropout, decay)
    for activation in ("relu", "gelu")
    for convention in ("standard", "book")
    for optimizer in RATES
    for norm in (False, True)
    for dropout in (0.0, 0.2)
    for decay in (0.0, 0.01)
]
CASES += [
    case(activation, "standard", "adam", norm, 0.0, 0.0)
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
    """Pixels `[images, 784]` in Float32, as dlplot reads them, and labels."""
    labels = read_idx(f"{part}-labels-idx1-ubyte.gz")
    pixels = read_idx(f"{part}-images-idx3-ubyte.gz").reshape(len(labels), -1)
    return pixels.astype(np.float32) / np.float32(255), torch.tensor(labels.astype(np.int64))


def export(dlplot, config, folder):
    """Trains and returns the arrays of the run by name."""
    path = Path(folder) / "wanted.json"
    path.write_text(json.dumps(config))
    subprocess.run(
        [dlplot, "train", "--config", path, "--data", DATA, "--export", folder, "--output",
         Path(folder) / "train.png", "--quiet"],
        check=True)
    written = json.loads((Path(folder) / "config.json").read_text())
    assert written | config == written, "dlplot trained something else"
    with np.load(Path(folder) / "run.npz") as arrays:
        return dict(arrays)


def reordered(arrays, sizes, seed):
    """The same run with the images of each batch, the pixels and the hidden units in another order.

    Exact arithmetic would not notice: sums alone are taken in another order. Returns the arrays and
    the order of the pixels. sizes: inputs, hidden units, classes.
    """
    draw = np.random.default_rng(seed)
    orders = [draw.permutation(n) for n in sizes[:-1]] + [np.arange(sizes[-1])]
    changed = {}
    for name, values in arrays.items():
        layer, _, kind = name.partition(".")
        if kind == "weight":
            index = int(layer.removeprefix("layer"))
            changed[name] = values[orders[index - 1]][:, orders[index]]
        elif kind in ("bias", "gain", "shift"):
            changed[name] = values[orders[int(layer.removeprefix("layer"))]]
    places = np.argsort(draw.random(arrays["batches"].shape), axis=1)
    changed["batches"] = np.take_along_axis(arrays["batches"], places, axis=1)
    for index, order in enumerate(orders[1:-1], start=1):
        if f"mask{index}" in arrays:
            masks = np.take_along_axis(arrays[f"mask{index}"], places[:, :, None], axis=1)
            changed[f"mask{index}"] = masks[:, :, order]
    return changed, orders[0]


def repeat(reference, config, arrays, training, test, dtype=torch.float64, seed=None, steps=None):
    """Losses of every step, and accuracies on both sets at the end, by PyTorch.

    reference: the module of formulas. seed: an order of the sums other than the exported one's.
    steps: how many of them; all if None.
    """
    network = config["network"]
    is_book = network["convention"] == "book"
    sizes = [training[0].shape[1], *network["hidden"], 10]
    pixels = slice(None)
    if seed is not None:
        arrays, pixels = reordered(arrays, sizes, seed)
    sets = [(torch.tensor(x[:, pixels], dtype=dtype), labels) for x, labels in (training, test)]
    layers = []
    for index in range(1, len(sizes)):
        names = [n for n in ("weight", "bias", "gain", "shift") if f"layer{index}.{n}" in arrays]
        layers.append({
            name: torch.tensor(arrays[f"layer{index}.{name}"], dtype=dtype).requires_grad_()
            for name in names
        })
    weights = [layer["weight"] for layer in layers]
    others = [layer[name] for layer in layers for name in layer if name != "weight"]
    rule = reference.Rule(
        config["optimizer"], network["convention"], weights, others, config["weightDecay"])
    running = [tuple(m.to(dtype) for m in pair) for pair in reference.running_moments(network)]
    losses = []
    for step, batch in enumerate(torch.tensor(arrays["batches"][:steps])):
        x, labels = sets[0][0][batch], sets[0][1][batch]
        masks = [
            torch.tensor(arrays[f"mask{index + 1}"][step], dtype=dtype)
            for index in range(len(network["hidden"])) if network["dropout"] > 0
        ]
        for parameter in weights + others:
            parameter.grad = None
        loss = F.cross_entropy(
            reference.forward(network, layers, x, running, True, masks)[0], labels)
        loss.backward()
        rule.step()
        if is_book:
            with torch.no_grad():
                logits = reference.forward(
                    network, layers, x, running, True, masks, moves=False)[0]
                loss = F.cross_entropy(logits, labels)
        losses.append(loss.item())
    with torch.no_grad():
        accuracies = [
            (reference.forward(network, layers, x, running, False)[0].argmax(1) == labels)
            .double().mean().item()
            for x, labels in sets
        ]
    return np.array(losses), np.array(accuracies)
