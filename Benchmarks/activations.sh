#!/usr/bin/env bash
# Whole-process time of `dlplot activations` beside NumPy and matplotlib, one thread for NumPy.
# Needs a Python with both: $PYTHON, python3, or the one that Benchmarks/run.sh keeps.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bar=15
binary=${DLPLOT_BINARY:-$PWD/.build-release/release/dlplot}

find_python() {
  local python
  for python in "${PYTHON:-}" python3 "${XDG_CACHE_HOME:-$HOME/.cache}/dlplot/benchmarks/bin/python"
  do
    if [ -n "$python" ] && "$python" -c 'import numpy, matplotlib' 2>/dev/null; then
      printf '%s\n' "$python"
      return
    fi
  done
  return 1
}

if ! python=$(find_python); then
  echo 'skipped: no Python with numpy and matplotlib (name one in PYTHON)'
  exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
# They take turns, for the speed of a shared machine changes from minute to minute.
for round in 1 2 3; do
  hyperfine --shell=none --warmup 1 --runs 5 --export-csv "$scratch/$round.csv" \
    "'$binary' activations --output '$scratch/ours.png' --quiet" \
    "'$python' Benchmarks/activations_matplotlib.py '$scratch'" >"$scratch/log" 2>&1 ||
    { tail -n 3 "$scratch/log" >&2 && exit 3; }
done
awk -F, -v bar=$bar '
  FNR > 1 { times[FNR, ++count[FNR]] = $(NF - 4) }
  function median(row,   i, j, t, n) {
    n = count[row]
    for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (times[row, j] < times[row, i]) {
      t = times[row, i]; times[row, i] = times[row, j]; times[row, j] = t
    }
    return times[row, int((n + 1) / 2)]
  }
  END {
    ours = median(2); peer = median(3)
    printf "dlplot activations            %8.1f ms   %s (< 150)\n", ours * 1000,
      (ours < 0.15 ? "met" : "MISSED")
    printf "NumPy and matplotlib          %8.1f ms\n", peer * 1000
    printf "ratio                         %8.1f x    %s (>= %d)\n", peer / ours,
      (peer / ours >= bar ? "met" : "MISSED"), bar
  }' "$scratch"/?.csv
