#!/usr/bin/env bash
# Repeats training runs in PyTorch, float64, from the exported weights, batches and masks, and
# compares losses and accuracies: the first 100 losses are to agree to 1e-4 and the accuracies at the
# end within 1 %. A run in which PyTorch's own float32 misses that as well, in one of 32 orders of its
# sums, may stray as far as those do, and another is made from the next seed that is fit to tell them
# apart; Tests/Parity/parity.py has the details.
# The first run installs PyTorch.
#
# usage: scripts/parity.sh [FILTER]      runs whose title contains it, such as `book gelu adam norm`
#        scripts/parity.sh --self-test   puts errors into the formulas and shows that they are found
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A Python with PyTorch: the one named by DLPLOT_PYTHON, or one in the user's cache.
python=${DLPLOT_PYTHON:-}
if [ -z "$python" ]; then
  venv="${XDG_CACHE_HOME:-$HOME/.cache}/dlplot/parity"
  python="$venv/bin/python"
  [ -x "$python" ] || python3 -m venv "$venv"
  # The build for CPUs alone is a tenth of the usual one, but not every index has it.
  "$python" -c 'import numpy, torch' 2>/dev/null ||
    "$venv/bin/pip" install --quiet torch==2.13.0+cpu numpy 2>/dev/null ||
    "$venv/bin/pip" install --quiet torch==2.13.0 numpy
fi

PYTHONDONTWRITEBYTECODE=1 exec "$python" Tests/Parity/parity.py \
  "${DLPLOT_BINARY:-.build-release/release/dlplot}" "$@"
