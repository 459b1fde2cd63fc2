"""Steps of PyTorch's optimizers in float64 on two surfaces, for `OptimizerDescentTests`.

Each line holds a name as dlplot writes it, a surface, the start, and the parameters after each of 25
steps, with 17 digits. The rules agree at a constant rate: PyTorch keeps velocities without the
learning rate in them, which scales state and step alike.

    python3 descent_reference.py > descent_reference.json      (PyTorch 2.13.0, CPU)
"""
import json

import torch

STEPS = 25

SURFACES = {
    "bowl": (lambda x, y: x * x / 20 + y * y, (-7.0, 2.0)),
    "rosenbrock": (lambda x, y: (1 - x) ** 2 + 100 * (y - x * x) ** 2, (-1.2, 1.0)),
}

# The name, then the optimizer for a parameter and a factor on the rate: Rosenbrock's slopes are
# hundreds of times as steep, so that rules whose steps grow with them need smaller rates.
RULES = [
    ("sgd:{}", {"bowl": 0.95, "rosenbrock": 0.001},
     lambda p, r: torch.optim.SGD(p, lr=r)),
    ("momentum:{}", {"bowl": 0.1, "rosenbrock": 0.0005},
     lambda p, r: torch.optim.SGD(p, lr=r, momentum=0.9)),
    ("momentum:{}:momentum=0.5", {"bowl": 0.1, "rosenbrock": 0.0005},
     lambda p, r: torch.optim.SGD(p, lr=r, momentum=0.5)),
    ("nesterov:{}", {"bowl": 0.1, "rosenbrock": 0.0005},
     lambda p, r: torch.optim.SGD(p, lr=r, momentum=0.9, nesterov=True)),
    ("adagrad:{}", {"bowl": 1.5, "rosenbrock": 0.3},
     lambda p, r: torch.optim.Adagrad(p, lr=r)),
    ("adagrad:{}:epsilon=0.5", {"bowl": 1.5, "rosenbrock": 0.3},
     lambda p, r: torch.optim.Adagrad(p, lr=r, eps=0.5)),
    ("rmsprop:{}", {"bowl": 0.3, "rosenbrock": 0.02},
     lambda p, r: torch.optim.RMSprop(p, lr=r, alpha=0.9)),
    ("rmsprop:{}:decay=0.99:epsilon=0.25", {"bowl": 0.3, "rosenbrock": 0.02},
     lambda p, r: torch.optim.RMSprop(p, lr=r, alpha=0.99, eps=0.25)),
    ("adam:{}", {"bowl": 0.3, "rosenbrock": 0.1},
     lambda p, r: torch.optim.Adam(p, lr=r)),
    ("adam:{}:beta1=0.8:beta2=0.99:epsilon=0.125", {"bowl": 0.3, "rosenbrock": 0.1},
     lambda p, r: torch.optim.Adam(p, lr=r, betas=(0.8, 0.99), eps=0.125)),
    ("adamw:{}", {"bowl": 0.3, "rosenbrock": 0.1},
     lambda p, r: torch.optim.AdamW(p, lr=r, weight_decay=0.01)),
    ("adamw:{}:decay=0.5", {"bowl": 0.3, "rosenbrock": 0.1},
     lambda p, r: torch.optim.AdamW(p, lr=r, weight_decay=0.5)),
]


def run(function, start, rate, make):
    parameters = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = make([parameters], rate)
    points = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        function(parameters[0], parameters[1]).backward()
        optimizer.step()
        points += parameters.tolist()
    return points


def main():
    lines = []
    for name, rates, make in RULES:
        for surface, (function, start) in SURFACES.items():
            lines.append(json.dumps({
                "optimizer": name.format(rates[surface]), "surface": surface, "start": start,
                "points": run(function, start, rates[surface], make),
            }))
    print('{"pytorch": "%s", "steps": %d, "cases": [' % (torch.__version__, STEPS))
    print(",\n".join(lines))
    print("]}")


if __name__ == "__main__":
    main()
