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

TIMEFORMAT='%R %U %S'
for run in 1 2 3 4 5; do
  { time "$dlplot" guard check figures >report.txt; } 2>>times.txt
done
cat report.txt
# The processor time tells what the check takes where others work too.
sort -n times.txt | awk -v n="$count" 'NR == 1 {
  printf "guard check, %d figures of 1280x800 pixels: %.2f s (best of 5), %.2f s of processors\n",
    n, $1, $2 + $3
}'
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
