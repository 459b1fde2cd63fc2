#!/usr/bin/env bash
# Compares our searches with those of the real Optuna 5.0.0, trial by trial, and times both; see
# Tests/Parity/search_parity.py. The first run installs Optuna.
#
# usage: scripts/search-parity.sh [PART...]    parity, time, quality; the first two by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

DLPLOT_BENCHMARKS=1 swift build -c release --product benchmark-search \
  --scratch-path .build-benchmarks -Xswiftc -use-ld=lld >&2

venv="${XDG_CACHE_HOME:-$HOME/.cache}/dlplot/search-parity"
python="$venv/bin/python"
[ -x "$python" ] || python3 -m venv "$venv"
"$python" -c 'import optuna, scipy; assert optuna.__version__ == "5.0.0"' 2>/dev/null ||
  "$venv/bin/pip" install --quiet optuna==5.0.0 scipy

# One thread each, so that the times are those of one processor.
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1 exec "$python" \
  Tests/Parity/search_parity.py .build-benchmarks/release/benchmark-search "$@"
