#!/usr/bin/env bash
# Repeats training runs in PyTorch, float64, from the exported weights, batches and masks, and
# compares losses and accuracies; see Tests/Parity. The first run installs PyTorch.
#
# usage: scripts/parity.sh [FILTER]    runs whose title contains it, such as `book gelu adam norm`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

DLPLOT_PARITY=1 swift build -c release --product parity-export --scratch-path .build-parity \
  -Xswiftc -use-ld=lld >&2

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
  .build-parity/release/parity-export "$@"
