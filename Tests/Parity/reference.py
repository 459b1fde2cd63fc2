"""Networks and optimizers in PyTorch, float64.

The standard convention is PyTorch's own: torch.optim, batch_norm. What the book (Saito, "Deep
Learning from Scratch", chapter 6) does otherwise is written out from its formulas.
"""

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)

ACTIVATIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leaky-relu": lambda z: F.leaky_relu(z, 0.01),
    "gelu": lambda z: F.gelu(z, approximate="none"),
}
OPTIMIZERS = ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw")


def running_moments(config):
    """Mean and variance of each hidden layer before the first step."""
    start = 1.0 if config["convention"] == "standard" else 0.0
    return [(torch.zeros(n), torch.full((n,), start)) for n in config["hidden"]]


def normalize(z, layer, running, convention, training, moves):
    if convention == "standard":
        mean, variance = running if moves or not training else (m.clone() for m in running)
        return F.batch_norm(
            z, mean, variance, layer["gain"], layer["shift"], training, 0.1, 1e-5)
    if training:
        mean, variance = z.mean(0), ((z - z.mean(0)) ** 2).mean(0)
        if moves:
            running[0].copy_(0.9 * running[0] + (1 - 0.9) * mean.detach())
            running[1].copy_(0.9 * running[1] + (1 - 0.9) * variance.detach())
    else:
        mean, variance = running
    return layer["gain"] * ((z - mean) / torch.sqrt(variance + 10e-7)) + layer["shift"]


def forward(config, layers, x, running, training, masks=None, moves=True):
    """Logits, outputs of the hidden layers, and how close a unit came to zero.

    config: the network of a config file. layers: weight `[inputs, units]`, bias, and where there is
    normalisation gain and shift of each. masks: `[batch, units]` of each hidden layer, 1 for kept.
    """
    outputs, nearest = [], float("inf")
    for index, layer in enumerate(layers[:-1]):
        z = x @ layer["weight"] + layer["bias"]
        if config["batchNorm"]:
            z = normalize(z, layer, running[index], config["convention"], training, moves)
        nearest = min(nearest, z.detach().abs().min().item())
        x = ACTIVATIONS[config["activation"]](z)
        p = config["dropout"]
        if p > 0 and training:
            x = x * masks[index]
            if config["dropoutForm"] == "inverted":
                x = x / (1 - p)
        elif p > 0 and config["dropoutForm"] == "scaled-evaluation":
            x = x * (1 - p)
        outputs.append(x)
    return x @ layers[-1]["weight"] + layers[-1]["bias"], outputs, nearest


class Rule:
    """An optimizer by its name: `momentum:0.1`, `rmsprop:0.01:decay=0.99:epsilon=1e-07`.

    Weights decay by L2, whose gradient joins that of the loss; biases, gains and shifts do not.
    """

    def __init__(self, text, convention, weights, others, decay):
        self.name, rate, *settings = text.split(":")
        self.rate, self.decay = float(rate), decay
        self.settings = {"decay": 0.01 if self.name == "adamw" else 0.9}
        if convention == "book":
            self.settings["decay"] = 0.01 if self.name == "adamw" else 0.99
        self.settings |= {k: float(v) for k, v in (setting.split("=") for setting in settings)}
        self.weights, self.others, self.state, self.step_count = weights, others, {}, 0
        self.torch = self.standard() if convention == "standard" else None

    def standard(self):
        groups = [{"params": self.weights}, {"params": self.others, "weight_decay": 0.0}]
        o, rate = torch.optim, self.rate
        return {
            "sgd": lambda: o.SGD(groups, lr=rate),
            "momentum": lambda: o.SGD(groups, lr=rate, momentum=0.9),
            "nesterov": lambda: o.SGD(groups, lr=rate, momentum=0.9, nesterov=True),
            "adagrad": lambda: o.Adagrad(groups, lr=rate, eps=1e-10),
            "rmsprop": lambda: o.RMSprop(groups, lr=rate, alpha=0.9, eps=1e-8),
            "adam": lambda: o.Adam(groups, lr=rate),
            "adamw": lambda: o.AdamW(groups, lr=rate, weight_decay=0.01),
        }[self.name]()

    @torch.no_grad()
    def step(self):
        """Moves the parameters by their `grad`."""
        self.step_count += 1
        for w in self.weights:
            w.grad += self.decay * w
        if self.torch:
            self.torch.step()
            return
        for w in self.weights + self.others:
            is_weight = any(w is other for other in self.weights)
            w.copy_(self.book_step(w, w.grad, self.state.setdefault(id(w), {}), is_weight))

    def book_step(self, w, g, state, is_weight):
        """One step as the book's common/optimizer.py takes it; AdamW by analogy."""
        name, rate, t = self.name, self.rate, self.step_count
        zero = torch.zeros_like(w)
        if name == "sgd":
            return w - rate * g
        if name == "momentum":
            state["v"] = 0.9 * state.get("v", zero) - rate * g
            return w + state["v"]
        if name == "nesterov":
            v = state.get("v", zero)
            state["v"] = 0.9 * v - rate * g
            return w + 0.9 * 0.9 * v - (1 + 0.9) * rate * g
        if name == "adagrad":
            state["h"] = state.get("h", zero) + g * g
            return w - rate * g / (torch.sqrt(state["h"]) + 1e-7)
        if name == "rmsprop":
            keep = self.settings["decay"]
            state["h"] = keep * state.get("h", zero) + (1 - keep) * g * g
            return w - rate * g / (torch.sqrt(state["h"]) + 1e-7)
        corrected = rate * (1 - 0.999**t) ** 0.5 / (1 - 0.9**t)
        m, v = state.get("m", zero), state.get("v", zero)
        state["m"] = m + (1 - 0.9) * (g - m)
        state["v"] = v + (1 - 0.999) * (g**2 - v)
        if name == "adamw" and is_weight:
            w = w - rate * self.settings["decay"] * w
        return w - corrected * state["m"] / (torch.sqrt(state["v"]) + 1e-7)
