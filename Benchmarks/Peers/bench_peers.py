"""Whole figures beside PyTorch and JAX: process against process, PNG included, taking turns.

bench_peers.py --dlplot BINARY --peers FOLDER --python PYTHON [--rounds N] [--only NAME,...]
               [--products BINARY]

FOLDER holds the peers' `run.py`, which takes a work (W2 optimizers, W3 overfitting, W4 batch
normalisation, W5 search, W6 initializers), `--peer`, `--variant`, `--threads`, `--part`, `--data` and
`--figures`, does the same networks, batches and steps, and draws with matplotlib; PYTHON has torch,
jax and matplotlib. In each round every command of a row runs once; the ratio is the median over the
rounds of (fastest peer of the round) / (ours).

The dense work is what the arithmetic would be without skipping a zero: multiplications and additions
of all products, forward, backward and in evaluations. Our share of the machine's peak is its rate
beside that of two threads on products of 1000 x 1000 x 1000, just before or just after, whichever is
more (BINARY is benchmark-products): a shared machine is now fast and now slow, by a third within
minutes. Median over the rounds. Exit status 1 when a bar is missed.
"""

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

IMAGE, CLASSES, UNITS = 784, 10, 100


def products(hidden):
    """Multiplications of one image: forward, and forward with backward."""
    sizes = [IMAGE] + [UNITS] * hidden + [CLASSES]
    forward = sum(a * b for a, b in zip(sizes, sizes[1:]))
    return forward, 3 * forward - IMAGE * UNITS


def training(hidden, batch, steps, losses_after=False):
    forward, both = products(hidden)
    return 2e-9 * batch * steps * (both + (forward if losses_after else 0))


def evaluation(hidden, images, times):
    return 2e-9 * products(hidden)[0] * images * times


def overfit(test_images, epochs):
    work = training(6, 100, 3 * epochs - 2)
    return work + evaluation(6, 300 + test_images, epochs)


BOOK = ["--convention", "book"]
TEST = {"mnist5k": 1000, "fashion": 10_000}


def rows():
    """name, our arguments, peers' (arguments, peer, variant), dense GFLOP, bar."""
    both = [("jax", "dev2"), ("jax", ""), ("torch", "procs2")]
    yield (
        "optimizers, Fashion",
        ["optimizers", "--data", "fashion", *BOOK],
        (["W2", "--data", "fashion"], both),
        4 * training(4, 128, 2000, losses_after=True),
        2.0,
    )
    yield (
        "initializers, Fashion",
        ["initializers", "--data", "fashion", *BOOK],
        (["W6", "--data", "fashion"], both),
        3 * training(4, 128, 2000, losses_after=True),
        2.0,
    )
    for data, bar in (("mnist5k", 3.0), ("fashion", 2.0)):
        for part, epochs in (("plain", 201), ("decay", 201), ("dropout", 301)):
            yield (
                f"overfit {part}, {data}",
                ["overfit", "--only", part, "--data", data, *BOOK],
                (["W3", "--data", data, "--part", part], [("jax", ""), ("torch", "")]),
                overfit(TEST[data], epochs),
                bar,
            )
    yield (
        "batchnorm",
        ["batchnorm", *BOOK],
        (["W4"], [("jax", "dev2"), ("torch", "batched"), ("torch", "procs2")]),
        32 * (training(5, 100, 191) + evaluation(5, 1000, 20)),
        2.5,
    )
    # 100 trials: 400 images, and after each of 50 epochs these and 100 others are judged.
    yield (
        "search",
        ["search", *BOOK],
        (["W5"], [("jax", "dev2"), ("jax", "vmap"), ("torch", "batched"), ("torch", "procs2")]),
        100 * (training(6, 100, 200) + evaluation(6, 500, 50)),
        1.5,
    )


def seconds(command, folder):
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode:
        sys.exit(f"{shlex.join(command)}: {done.stderr.decode()[-400:]}")
    return time.perf_counter() - start


def peak(products):
    """GFLOP/s of two threads on products that are large enough for both, right now."""
    done = subprocess.run(
        [products], input=b"AB 1000 1000 1000 2 100\n", stdout=subprocess.PIPE, check=True)
    return 2 / float(done.stdout.split()[0])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dlplot", required=True)
    parser.add_argument("--peers", required=True)
    parser.add_argument("--python", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--products", default="")
    options = parser.parse_args()
    runner = os.path.join(os.path.abspath(options.peers), "run.py")
    scratch = tempfile.mkdtemp(prefix="dlplot-peers-")
    missed = False
    for name, arguments, (work, peers), gigaflop, bar in rows():
        if options.only and not any(part in name for part in options.only.split(",")):
            continue
        ours = [os.path.abspath(options.dlplot), *arguments, "--threads", "2", "--quiet"]
        ours += ["-o", os.path.join(scratch, "ours.png")]
        theirs = []
        for peer, variant in peers:
            threads = "1" if variant == "procs2" else "2"
            command = [options.python, runner, *work, "--peer", peer, "--threads", threads]
            command += ["--figures", scratch] + (["--variant", variant] if variant else [])
            theirs.append(command)
        times = []
        peaks = []
        for _ in range(options.rounds):
            before = peak(options.products) if options.products else 0
            own = seconds(ours, scratch)
            peaks.append(max(before, peak(options.products)) if options.products else 0)
            times.append((own, [seconds(command, scratch) for command in theirs]))
        ratio = statistics.median(min(other) / own for own, other in times)
        own = statistics.median(own for own, _ in times)
        others = [statistics.median(t[1][i] for t in times) for i in range(len(theirs))]
        best = min(range(len(others)), key=others.__getitem__)
        rate = gigaflop / own
        share = ""
        if options.products:
            shares = [100 * gigaflop / t[0] / limit for t, limit in zip(times, peaks)]
            share = f", {statistics.median(shares):.0f} % of the peak"
            share += f" ({statistics.median(peaks):.0f})"
        met = ratio >= bar
        missed |= not met
        print(f"{name}: {ratio:.2f} times (bar {bar}) {'met' if met else 'MISSED'}")
        print(f"  ours  {own:6.2f} s  {gigaflop:.0f} GFLOP dense, {rate:.0f} GFLOP/s{share}")
        print(f"        {shlex.join(['dlplot', *ours[1:-2]])}")
        for command, other in zip(theirs, others):
            print(f"  peer  {other:6.2f} s  {shlex.join(['python', 'run.py', *command[2:-2]])}")
        print(f"        best: {peers[best][0]} {peers[best][1]}", flush=True)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
