#!/bin/sh
# Builds the benchmarks in release and prints the tables: run.sh [ROUNDS]
set -eu
cd "$(dirname "$0")/.."

DLPLOT_BENCHMARKS=1 swift build -c release --product benchmark-products \
  --scratch-path .build-benchmarks >&2

# A Python with NumPy: the system's, or one in the user's cache.
python=python3
if ! "$python" -c 'import numpy' 2>/dev/null; then
  venv="${XDG_CACHE_HOME:-$HOME/.cache}/dlplot/benchmarks"
  [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
  "$venv/bin/python" -c 'import numpy' 2>/dev/null || "$venv/bin/pip" install --quiet numpy
  python="$venv/bin/python"
fi

exec "$python" Benchmarks/gemm.py .build-benchmarks/release/benchmark-products "$@"
