"""Writes torch_values.json: networks and optimizers in PyTorch, float64.

    pip install torch==2.13.0 numpy
    python3 torch_values.py        # writes beside itself

The formulas stand in Tests/Parity/reference.py. All inputs are exact in Float32: pixels are bytes
over 255 rounded to Float32, parameters multiples of 1/64, gradients multiples of 2^-20.
"""

import json
import random
import sys
from pathlib import Path

import torch
import torch.nn.functional as F

from philox import kept

here = Path(__file__).resolve().parent
sys.path.insert(0, str(here.parents[1] / "Parity"))
from reference import ACTIVATIONS, OPTIMIZERS, Rule, forward, running_moments  # noqa: E402

draw = random.Random(1)
INPUTS, CLASSES, BATCH, SEED = 9, 4, 8, 11


def number():
    return draw.randint(-48, 48) / 64


def layers_of(case, parameters):
    """Weights, bias, gain and shift of each layer from the flat parameters."""
    sizes = [INPUTS] + case["hidden"] + [CLASSES]
    place, layers = 0, []

    def take(*shape):
        nonlocal place
        count = torch.Size(shape).numel()
        place += count
        return parameters[place - count : place].view(shape)

    for inputs, units in zip(sizes, sizes[1:]):
        layers.append({"weight": take(inputs, units)})
    for index, units in enumerate(sizes[1:]):
        layers[index]["bias"] = take(units)
        if case["batchNorm"] and index + 2 < len(sizes):
            layers[index]["gain"], layers[index]["shift"] = take(units), take(units)
    assert place == len(parameters)
    return layers


def network_case(activation, hidden=(7, 5), norm=False, dropout=0.0, convention="standard"):
    case = {
        "activation": activation,
        "hidden": list(hidden),
        "batchNorm": norm,
        "dropout": dropout,
        "dropoutForm": "inverted" if convention == "standard" else "scaled-evaluation",
        "convention": convention,
        "seed": SEED,
        "inputs": INPUTS,
        "classes": CLASSES,
    }
    sizes = [INPUTS, *hidden, CLASSES]
    values = [number() for _ in range(sum(a * b for a, b in zip(sizes, sizes[1:])))]
    for index, units in enumerate(sizes[1:]):
        values += [number() for _ in range(units)]
        if norm and index < len(hidden):
            values += [1 + draw.randint(-16, 16) / 64 for _ in range(units)]
            values += [number() for _ in range(units)]
    parameters = torch.tensor(values, requires_grad=True)
    running = running_moments(case)
    case["parameters"], case["batches"], case["losses"] = values, [], []
    for step in range(3):
        pixels = [draw.choice([0, draw.randint(1, 255)]) for _ in range(BATCH * INPUTS)]
        labels = [draw.randrange(CLASSES) for _ in range(BATCH)]
        case["batches"].append({"pixels": pixels, "labels": labels})
        x = (torch.tensor(pixels, dtype=torch.float32) / 255).double().view(BATCH, INPUTS)
        masks = [
            torch.tensor(kept(SEED, layer, step, dropout, BATCH * units)).view(BATCH, units)
            for layer, units in enumerate(hidden)
        ]
        parameters.grad = None
        logits, _, nearest = forward(case, layers_of(case, parameters), x, running, True, masks)
        if nearest < 1e-4:  # a unit near the kink of its rectifier: draw again
            return network_case(activation, hidden, norm, dropout, convention)
        loss = F.cross_entropy(logits, torch.tensor(labels))
        loss.backward()
        case["losses"].append(loss.item())
    case["gradients"] = parameters.grad.tolist()
    case["running"] = [torch.cat(pair).tolist() for pair in running] if norm else []
    with torch.no_grad():
        logits, outputs, _ = forward(case, layers_of(case, parameters), x, running, False)
    case["evaluationLoss"] = F.cross_entropy(logits, torch.tensor(labels)).item()
    case["evaluationOutputs"] = [output.flatten().tolist() for output in outputs]
    return case


RATES = dict(zip(OPTIMIZERS, (0.25, 0.125, 0.125, 0.0625, 0.03125, 0.0625, 0.0625)))
STEPS, WEIGHTS, OTHERS = 10, 6, 4


def optimizer_case(name, convention, decay):
    text = f"{name}:{RATES[name]}"
    if convention == "book" and name.startswith(("ad", "rms")):
        text += ":decay=0.99" if name == "rmsprop" else ""
        text += ":epsilon=1e-07"
    start = [draw.randint(-96, 96) / 64 for _ in range(WEIGHTS + OTHERS)]
    gradients = [[draw.randint(-1024, 1024) / 1024 for _ in start] for _ in range(STEPS)]
    # A parameter whose gradient is zero for a while, and one whose gradient is small.
    for step, row in enumerate(gradients):
        row[1] *= step >= 4
        row[2] /= 1024
    w, b = torch.tensor(start[:WEIGHTS]), torch.tensor(start[WEIGHTS:])
    rule = Rule(text, convention, [w], [b], decay)
    trajectory = []
    for row in gradients:
        w.grad, b.grad = torch.tensor(row[:WEIGHTS]), torch.tensor(row[WEIGHTS:])
        rule.step()
        trajectory.append(w.tolist() + b.tolist())
    return {
        "optimizer": text,
        "convention": convention,
        "weightDecay": decay,
        "parameters": start,
        "gradients": gradients,
        "trajectory": trajectory,
    }


networks = [network_case(activation) for activation in ACTIVATIONS]
networks += [network_case(activation, norm=True) for activation in ACTIVATIONS]
networks += [network_case("relu", hidden=[])]
networks += [network_case("relu", dropout=0.25), network_case("tanh", dropout=0.25, norm=True)]
networks += [
    network_case("sigmoid", norm=True, convention="book"),
    network_case("relu", norm=True, dropout=0.25, convention="book"),
    network_case("gelu", dropout=0.25, convention="book"),
]
optimizers = [
    optimizer_case(name, convention, decay)
    for name in OPTIMIZERS
    for convention in ("standard", "book")
    for decay in (0.0, 0.125)
]


def lines(cases):
    return ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)


text = f'{{"networks":[\n{lines(networks)}\n],\n"optimizers":[\n{lines(optimizers)}\n]}}\n'
(here / "torch_values.json").write_text(text)
