"""Rates of matrix products in GFLOP/s, ours beside NumPy's OpenBLAS.

gemm.py EXECUTABLE [ROUNDS]

The sides take turns in each round, each number of threads in a process of its own, and the table
gives medians over the rounds; the ratios are medians of the ratios within a round, for the speed of
a shared machine changes from minute to minute. The rates of one thread are by CPU time, which other
processes disturb least; those of two threads and their gain are by the clock and want a machine
with two idle cores. Exit code 1 when a bar is missed.
"""

import os
import statistics
import subprocess
import sys
import time

SHAPES = [  # form, rows, inner, columns, the bar on ours/NumPy, the bar on two threads
    ("AB", 100, 784, 100, 0.75, None),
    ("AB", 128, 100, 100, 0.75, None),
    ("AB", 4000, 784, 100, 0.75, 1.8),
    ("AB", 1000, 1000, 1000, 0.75, 1.8),
    ("AtB", 784, 128, 100, 0.75, None),
    ("AtB", 100, 128, 100, None, None),
    ("AtB", 1000, 1000, 1000, None, None),
    ("ABt", 128, 100, 100, 0.75, None),
    ("ABt", 1000, 1000, 1000, None, None),
    ("AB", 100, 100, 10, None, None),
    ("AB", 10000, 784, 100, None, None),
    # Four in five elements of A are zero and skipped; NumPy multiplies them. The rate counts all.
    ("AB0", 100, 784, 100, None, None),
    ("AtB0", 784, 100, 100, None, None),
]
MILLISECONDS = 150  # of a measurement
REST = 0.15  # after OpenBLAS, whose threads go on spinning for a while


def numpy_worker():
    """Answers the same requests as our executable."""
    import numpy as np

    rng = np.random.default_rng(42)
    for line in sys.stdin:
        form, *numbers = line.split()
        rows, inner, columns, _, budget = map(int, numbers)
        a = rng.uniform(-1, 1, (inner, rows) if form[:2] == "At" else (rows, inner)).astype("f4")
        b = rng.uniform(-1, 1, (columns, inner) if form == "ABt" else (inner, columns)).astype("f4")
        if form.endswith("0"):
            a[rng.uniform(size=a.shape) >= 0.19] = 0
        left = a.T if form[:2] == "At" else a
        right = b.T if form == "ABt" else b
        c = np.empty((rows, columns), "f4")
        np.dot(left, right, out=c)
        start, start_on_processor = time.perf_counter(), time.process_time()
        calls = duration = 0
        while calls == 0 or duration < budget / 1000:
            np.dot(left, right, out=c)
            calls += 1
            duration = time.perf_counter() - start
        on_processor = time.process_time() - start_on_processor
        print(duration / calls, on_processor / calls, flush=True)


class Worker:
    def __init__(self, command, threads):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS_")}
        environment["OPENBLAS_NUM_THREADS"] = str(threads)
        self.threads = threads
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def gflops(self, shape):
        """The rates by the clock and by CPU time."""
        form, rows, inner, columns = shape[:4]
        request = f"{form} {rows} {inner} {columns} {self.threads} {MILLISECONDS}\n"
        self.process.stdin.write(request)
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        try:
            clock, processor = map(float, answer.split())
            return [2e-9 * rows * inner * columns / seconds for seconds in (clock, processor)]
        except ValueError:
            sys.exit(f"no time from {self.process.args[0]}: {answer!r}")


def main():
    if sys.argv[1:] == ["--numpy"]:
        return numpy_worker()
    executable, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 9
    numpy_command = [sys.executable, __file__, "--numpy"]
    ours = [Worker([executable], threads) for threads in (1, 2)]
    peers = [Worker(numpy_command, threads) for threads in (1, 2)]

    print("GFLOP/s, medians of", rounds, "rounds")
    print(f"{'product':24}  ours t1     t2    t2/t1   NumPy t1     t2   ours/NumPy t1   bar")
    missed = False
    for shape in SHAPES:
        form, rows, inner, columns, bar, thread_bar = shape
        rates = []
        for _ in range(rounds):
            rates.append([worker.gflops(shape) for worker in ours])
            for worker in peers:
                rates[-1].append(worker.gflops(shape))
                time.sleep(REST)
        ours1, peer1 = (statistics.median(r[i][1] for r in rates) for i in (0, 2))
        ours2, peer2 = (statistics.median(r[i][0] for r in rates) for i in (1, 3))
        ratio = statistics.median(r[0][1] / r[2][1] for r in rates)
        speedup = statistics.median(r[1][0] / r[0][0] for r in rates)
        met = (bar is None or ratio >= bar) and (thread_bar is None or speedup >= thread_bar)
        missed = missed or not met
        verdict = "" if bar is None and thread_bar is None else "met" if met else "MISSED"
        print(
            f"{form:4} {rows:5} x {inner:4} x {columns:4}   {ours1:7.1f} {ours2:7.1f} "
            f"{speedup:7.2f}x   {peer1:7.1f} {peer2:7.1f} {ratio:12.2f}      {verdict}",
            flush=True,
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
