#!/usr/bin/env bash
# Times the figures beside PyTorch and JAX; Benchmarks/Peers/bench_peers.py says how.
#
# usage: PEERS=FOLDER PYTHON=python scripts/bench-peers.sh [OPTION...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/gallery.sh

[ -n "${PEERS:-}" ] || fail 'PEERS is not set (the folder of the peers'\'' run.py)'
[ -f "$PEERS/run.py" ] || fail "no run.py in PEERS=$PEERS"
python=${PYTHON:-python3}
"$python" -c 'import jax, matplotlib, torch' 2>/dev/null \
  || fail "$python lacks jax, matplotlib or torch (set PYTHON to one that has them)"

DLPLOT_BENCHMARKS=1 swift build -c release --product benchmark-products \
  --scratch-path .build-benchmarks >&2
exec "$python" Benchmarks/Peers/bench_peers.py --dlplot .build-release/release/dlplot \
  --peers "$PEERS" --python "$python" --products .build-benchmarks/release/benchmark-products "$@"
