"""Shows that the comparison finds errors: changes the formulas and compares all the same.

Each mutant changes one line of reference.py, for float64 and float32 alike, and meets runs of dlplot
that it concerns, of rectifiers (whose runs may amplify) and of GELU. It is found if a run does not
agree. What it does to the first losses may also be under the bars, or show in evaluation alone: then
its runs must be marked as further than float32, at least half of them.
"""

import sys
import tempfile
import types
from pathlib import Path

import reference
from parity import Comparison
from runs import case, export, images_and_labels, title

SOURCE = Path(reference.__file__).read_text()


def runs(convention, optimizer, norm=False, dropout=0.0, decay=0.0, activations=("relu", "gelu")):
    return [case(a, convention, optimizer, norm, dropout, decay) for a in activations]


# What is wrong, the line and what stands there instead, and runs that it concerns. Those named in
# parity.py's table as amplifying are among them.
MUTANTS = [
    ("SGD: rate 0.1 % too large",
     "return w - rate * g\n        if name == \"momentum\"",
     "return w - 1.001 * rate * g\n        if name == \"momentum\"", runs("book", "sgd")),
    ("Momentum: sign of the velocity",
     "state[\"v\"] = 0.9 * state.get(\"v\", zero) - rate * g",
     "state[\"v\"] = -0.9 * state.get(\"v\", zero) - rate * g", runs("book", "momentum")),
    ("Momentum: 0.89 for 0.9",
     "lr=rate, momentum=0.9),", "lr=rate, momentum=0.89),", runs("standard", "momentum")),
    ("Nesterov: no look ahead",
     "momentum=0.9, nesterov=True", "momentum=0.9, nesterov=False", runs("standard", "nesterov")),
    ("AdaGrad: epsilon inside the root",
     "torch.sqrt(state[\"h\"]) + 1e-7)\n        if name == \"rmsprop\"",
     "torch.sqrt(state[\"h\"] + 1e-7))\n        if name == \"rmsprop\"",
     runs("book", "adagrad", dropout=0.2, decay=0.01)),
    ("AdaGrad: epsilon 1e-7 for 1e-10",
     "eps=1e-10", "eps=1e-7", runs("standard", "adagrad", dropout=0.2, decay=0.01)),
    ("RMSProp: epsilon inside the root",
     "torch.sqrt(state[\"h\"]) + 1e-7)\n        corrected",
     "torch.sqrt(state[\"h\"] + 1e-7))\n        corrected",
     runs("book", "rmsprop") + runs("book", "rmsprop", dropout=0.2, decay=0.01)),
    ("RMSProp: old mean by 0.99 for 0.9",
     "alpha=0.9, eps", "alpha=0.99, eps", runs("standard", "rmsprop", norm=True)),
    ("Adam: epsilon inside the root",
     "torch.sqrt(state[\"v\"]) + 1e-7)", "torch.sqrt(state[\"v\"] + 1e-7))", runs("book", "adam")),
    ("Adam: moments not corrected for their start",
     "corrected = rate * (1 - 0.999**t) ** 0.5 / (1 - 0.9**t)", "corrected = rate",
     runs("book", "adam")),
    ("Adam: epsilon 1e-7 for 1e-8",
     "o.Adam(groups, lr=rate)", "o.Adam(groups, lr=rate, eps=1e-7)", runs("standard", "adam")),
    ("AdamW: biases decay too",
     "if name == \"adamw\" and is_weight:", "if name == \"adamw\":",
     runs("book", "adamw") + runs("book", "adamw", norm=True)
     + runs("book", "adamw", dropout=0.2, decay=0.01)),
    ("weight decay: biases decay too",
     "for w in self.weights:\n", "for w in self.weights + self.others:\n",
     runs("standard", "sgd", decay=0.01) + runs("standard", "sgd", norm=True, decay=0.01)
     + runs("standard", "rmsprop", norm=True, decay=0.01)
     + runs("standard", "adagrad", dropout=0.2, decay=0.01)),
    ("weight decay: twice as much",
     "w.grad += self.decay * w", "w.grad += 2 * self.decay * w",
     runs("standard", "sgd", decay=0.01)
     + runs("standard", "adagrad", dropout=0.2, decay=0.01)),
    ("dropout: kept units not scaled",
     "x = x / (1 - p)", "x = x / 1", runs("standard", "adam", dropout=0.2)),
    ("dropout: evaluation not scaled",
     "x = x * (1 - p)", "x = x * 1", runs("book", "adam", dropout=0.2)
     + runs("book", "rmsprop", dropout=0.2, decay=0.01)),
    ("batch norm: unbiased variance in training",
     "((z - z.mean(0)) ** 2).mean(0)", "z.var(0, unbiased=True)",
     runs("book", "sgd", norm=True) + runs("book", "rmsprop", norm=True)),
    ("batch norm: epsilon 1e-3 for 1e-5",
     "training, 0.1, 1e-5)", "training, 0.1, 1e-3)", runs("standard", "rmsprop", norm=True)),
    ("batch norm: epsilon 1e-5 for 1e-6",
     "variance + 10e-7", "variance + 1e-5", runs("book", "sgd", norm=True)),
    ("batch norm: evaluation by no running moments",
     "mean, variance = running\n", "mean, variance = z.mean(0), z.var(0)\n",
     runs("book", "sgd", norm=True)),
    ("batch norm: running moments by 0.001 for 0.1",
     "training, 0.1, 1e-5)", "training, 0.001, 1e-5)", runs("standard", "sgd", norm=True)),
    ("leaky ReLU: slope 0.011 for 0.01",
     "F.leaky_relu(z, 0.01)", "F.leaky_relu(z, 0.011)",
     runs("standard", "adam", activations=["leaky-relu"])),
    ("GELU: by tanh",
     "approximate=\"none\"", "approximate=\"tanh\"", runs("standard", "sgd", activations=["gelu"])),
]


def mutated(line, instead):
    """The module of formulas with one line changed."""
    assert SOURCE.count(line) == 1, f"{SOURCE.count(line)} places for {line!r}"
    module = types.ModuleType("mutant")
    exec(compile(SOURCE.replace(line, instead), "mutant", "exec"), module.__dict__)
    return module


def find_all(dlplot):
    """Tries every mutant, prints what became of it, and returns 1 if one slipped through."""
    sets = images_and_labels("train"), images_and_labels("t10k")
    exports, found, marked = {}, 0, 0
    for name, line, instead, configs in MUTANTS:
        formulas = mutated(line, instead)
        print(name)
        verdicts = []
        for config in configs:
            if title(config) not in exports:
                with tempfile.TemporaryDirectory() as folder:
                    exports[title(config)] = export(dlplot, config, folder)
            run = Comparison(formulas, config, exports[title(config)], sets)
            verdicts.append(
                "marked" if run.is_marked else "missed" if run.agrees else "found")
            furthest = max((other.loss for other in run.others), default=0)
            print(
                f"    {title(config):50} loss {run.distance.loss:7.1e} accuracy "
                f"{run.distance.accuracy:6.4f} float32 {furthest:7.1e} {verdicts[-1]}",
                flush=True)
        if "found" in verdicts:
            found += 1
        elif 2 * verdicts.count("marked") >= len(verdicts):
            marked += 1
        else:
            print("    NOT FOUND")
    print(f"{found} of {len(MUTANTS)} errors found, {marked} marked")
    return 1 if found + marked < len(MUTANTS) else 0


if __name__ == "__main__":
    sys.exit("usage: parity.py DLPLOT --self-test")
