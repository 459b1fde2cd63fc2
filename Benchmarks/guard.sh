#!/usr/bin/env bash
# Times `dlplot guard check` on pictures of 1280x800 pixels, beside the decoding of the same files
# by one thread of Pillow where python3 has it: guard.sh [FIGURES]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

count=${1:-200}
dlplot=$(realpath "${DLPLOT_BINARY:-.build-release/release/dlplot}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
mkdir figures

# Each picture is another; half of them are pictures of another tool, without recipe and numbers.
# 640x400 points, two pixels each.
for ((i = 1; i <= count; i++)); do
  "$dlplot" trajectories --steps $((10 + i)) --size 640x400 -o "figures/$i.png" --quiet
done
if python3 -c 'import PIL' 2>/dev/null; then
  python3 - "$count" <<'PYTHON'
import sys
from PIL import Image

for i in range(1, int(sys.argv[1]) + 1, 2):
    with Image.open(f"figures/{i}.png") as image:
        image.load()
        pixels = image.copy()
    pixels.info = {}
    pixels.save(f"figures/{i}.png")
PYTHON
fi
"$dlplot" guard init figures

best=
for run in 1 2 3 4 5; do
  start=$(date +%s.%N)
  "$dlplot" guard check figures >report.txt
  seconds=$(awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN { printf "%.3f", b - a }')
  best=$(printf '%s\n' "$best" "$seconds" | sort -n | awk 'NF' | head -n 1)
done
cat report.txt
printf 'guard check, %s figures of 1280x800 pixels: %s s (best of 5)\n' "$count" "$best"
if python3 -c 'import PIL' 2>/dev/null; then
  python3 - "$count" <<'PYTHON'
import sys
import time

from PIL import Image

start = time.perf_counter()
for i in range(1, int(sys.argv[1]) + 1):
    with Image.open(f"figures/{i}.png") as image:
        image.load()
print(f"Pillow, decoding alone in one thread: {time.perf_counter() - start:.3f} s")
PYTHON
fi
