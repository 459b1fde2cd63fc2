#!/usr/bin/env bash
# Prints the time to start and, for each figure of the gallery, the time and the peak memory of the
# whole process; then runs every executable file in Benchmarks/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/gallery.sh
scripts/setup.sh hyperfine time

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export DLPLOT_BINARY=${DLPLOT_BINARY:-$PWD/.build-release/release/dlplot}

# measure NAME COMMAND...: a row with the median and the least of the runs, and the peak memory.
measure() {
  local name=$1 median least peak
  shift
  hyperfine --shell=none --warmup 3 --export-csv "$scratch/times.csv" "${*@Q}" \
    >"$scratch/log" 2>&1 || fail "$name: $(tail -n 3 "$scratch/log")"
  IFS=, read -r median least < <(awk -F, 'END { print $(NF - 4) "," $(NF - 1) }' \
    "$scratch/times.csv")
  peak=$(env time -f %M "$@" 2>&1 >"$scratch/log" | tail -n 1)
  awk -v n="$name" -v m="$median" -v l="$least" -v p="$peak" \
    'BEGIN { printf "%-32s %8.1f %8.1f %8.1f\n", n, m * 1000, l * 1000, p / 1024 }'
}

printf '%-32s %8s %8s %8s\n' '' 'median ms' 'least ms' 'peak MB'
measure --version "$DLPLOT_BINARY" --version
while read -r file arguments; do
  read -ra arguments <<<"$arguments"
  measure "$file" "$DLPLOT_BINARY" "${arguments[@]}" --output "$scratch/$file" --quiet
done < <(gallery)

for benchmark in Benchmarks/*; do
  if [ -f "$benchmark" ] && [ -x "$benchmark" ]; then
    printf '\n%s\n' "$benchmark"
    "$benchmark"
  fi
done
