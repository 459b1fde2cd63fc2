#!/usr/bin/env bash
# Times lines of a million points from the mark to the PNG: lines.sh [POINTS [FOLDER]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

DLPLOT_BENCHMARKS=1 swift build -c release --product benchmark-lines \
  --scratch-path .build-benchmarks >&2
exec .build-benchmarks/release/benchmark-lines "$@"
