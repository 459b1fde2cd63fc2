#!/usr/bin/env bash
# Compares our searches with those of the real Optuna 5.0.0, trial by trial, and times both; see
# Tests/Parity/search_parity.py and, for the command itself, Tests/Parity/command_parity.py. The first
# run installs Optuna.
#
# usage: [OPTUNA5=python] scripts/search-parity.sh [PART...]
#        parity, command, time, quality; the first three by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

parts=("$@")
[ $# -gt 0 ] || parts=(parity command time)

# A Python with Optuna and SciPy: the one named by OPTUNA5, or one in the user's cache.
python=${OPTUNA5:-}
test='import optuna, scipy; assert optuna.__version__ == "5.0.0"'
if [ -z "$python" ]; then
  venv="${XDG_CACHE_HOME:-$HOME/.cache}/dlplot/search-parity"
  python="$venv/bin/python"
  [ -x "$python" ] || python3 -m venv "$venv"
  "$python" -c "$test" 2>/dev/null || "$venv/bin/pip" install --quiet optuna==5.0.0 scipy
elif ! "$python" -c "$test" 2>/dev/null; then
  echo "search-parity.sh: OPTUNA5=$python has no optuna 5.0.0 with scipy" >&2
  exit 1
fi

export PYTHONDONTWRITEBYTECODE=1
others=()
for part in "${parts[@]}"; do
  if [ "$part" = command ]; then
    "$python" Tests/Parity/command_parity.py "${DLPLOT_BINARY:-.build-release/release/dlplot}"
  else
    others+=("$part")
  fi
done
[ ${#others[@]} -gt 0 ] || exit 0

DLPLOT_BENCHMARKS=1 swift build -c release --product benchmark-search \
  --scratch-path .build-benchmarks -Xswiftc -use-ld=lld >&2

# One thread each, so that the times are those of one processor.
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 exec "$python" \
  Tests/Parity/search_parity.py .build-benchmarks/release/benchmark-search "${others[@]}"
