#!/usr/bin/env bash
# Whole-process time of `dlplot compare` on pictures of 4000x3000 pixels beside ImageMagick's
# `compare -metric AE`: a chart, noise of which each pixel differs a little, and a picture with alpha.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bar=500
binary=${DLPLOT_BINARY:-$PWD/.build-release/release/dlplot}

if ! command -v compare >/dev/null || ! command -v convert >/dev/null; then
  echo 'skipped: no ImageMagick'
  exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Figures of ours, which also carry their numbers.
"$binary" optimizers --size 2000x1500 --scale 2 --quiet --output "$scratch/chart-a.png"
"$binary" optimizers --size 2000x1500 --scale 2 --seed 1 --quiet --output "$scratch/chart-b.png"
convert -size 4000x3000 xc:gray50 -seed 1 +noise Random -strip "$scratch/noise-a.png"
convert "$scratch/noise-a.png" -evaluate multiply 0.97 -strip "$scratch/noise-b.png"
convert -size 4000x3000 plasma:red-blue -seed 2 -alpha set -channel A -evaluate set 60% \
  -depth 8 -strip "$scratch/alpha-a.png"
convert "$scratch/alpha-a.png" -fill black -draw 'line 10,10 3900,2900' -depth 8 -strip \
  "$scratch/alpha-b.png"

for kind in chart noise alpha; do
  # They take turns, for the speed of a shared machine changes from minute to minute.
  for round in 1 2 3; do
    hyperfine --shell=none --warmup 1 --runs 5 --ignore-failure \
      --export-csv "$scratch/$kind-$round.csv" \
      "'$binary' compare '$scratch/$kind-a.png' '$scratch/$kind-b.png'" \
      "compare -metric AE '$scratch/$kind-a.png' '$scratch/$kind-b.png' null:" \
      >"$scratch/log" 2>&1 || { tail -n 3 "$scratch/log" >&2 && exit 3; }
  done
  awk -F, -v bar=$bar -v kind="$kind" '
    FNR > 1 { times[FNR, ++count[FNR]] = $(NF - 4); cpu[FNR] += $(NF - 3) + $(NF - 2) }
    function median(row,   i, j, t, n) {
      n = count[row]
      for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (times[row, j] < times[row, i]) {
        t = times[row, i]; times[row, i] = times[row, j]; times[row, j] = t
      }
      return times[row, int((n + 1) / 2)]
    }
    END {
      ours = median(2); peer = median(3)
      printf "%-6s dlplot compare             %8.1f ms   %s (< %d)\n", kind, ours * 1000,
        (ours * 1000 < bar ? "met" : "MISSED"), bar
      printf "%-6s ImageMagick compare        %8.1f ms\n", kind, peer * 1000
      printf "%-6s ratio                      %8.1f x    %s (> 1), processor time %.1f x\n", kind,
        peer / ours, (peer > ours ? "met" : "MISSED"), cpu[3] / cpu[2]
    }' "$scratch/$kind"-?.csv
done
