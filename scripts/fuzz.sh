#!/usr/bin/env bash
# Feeds the readers of PNG, SVG, PDF, recipes, run files and studies, and what compares pictures and
# drawings, with what libFuzzer makes up, under the address sanitizer, and fails on the first crash.
# Inputs that reach new code are kept in .build-fuzz/corpus for the next time; an input that crashed
# stays in .build-fuzz/crashes.
#
# usage: scripts/fuzz.sh SECONDS [TARGET...]
# Targets: png picture svg pdf recipe run study; all of them by default.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
  printf 'fuzz: %s\n' "$1" >&2
  exit 3
}

seconds=${1:?usage: scripts/fuzz.sh SECONDS [TARGET...]}
shift
folder=.build-fuzz
binary=$folder/release/fuzz-readers
# Of two sanitizers the compiler takes the one that it is given last, and the package manager gives
# them in any order: without both in one option the fuzzer may be blind to Swift's code.
DLPLOT_FUZZING=1 swift build -c release --scratch-path "$folder" --sanitize=fuzzer \
  --sanitize=address -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld \
  --disable-dead-strip --product fuzz-readers >"$folder.log" 2>&1 ||
  { tail -n 20 "$folder.log" >&2 && fail "the build failed; the whole log is $folder.log"; }

# Seeds: figures that were drawn, small ones first, and what is in them.
dlplot=${DLPLOT_BINARY:-.build-release/release/dlplot}
seeds=$folder/seeds
rm -rf "$seeds"
mkdir -p "$seeds"/{png,picture,svg,pdf,recipe,run,study} "$folder"/{corpus,crashes}
draw() {
  local name=$1
  shift
  "$dlplot" "$@" --quiet -o "$seeds/png/$name.png" -o "$seeds/svg/$name.svg" -o "$seeds/pdf/$name.pdf" \
    --json "$seeds/run/$name.json" --size 320x240 --scale 0.5
}
while read -r file arguments; do
  case $file in '' | '#'*) continue ;; esac
  read -ra arguments <<<"$arguments"
  draw "${file%.png}" "${arguments[@]}"
done <Sources/dlplot/Gallery/tiny.txt
for run in "$seeds"/run/*.json; do
  sed -n '/"recipe": {/,/^  }/p' "$run" | sed -e '1s/.*/{/' -e '$s/.*/}/' \
    >"$seeds/recipe/$(basename "$run")"
done
"$dlplot" search --study "$seeds/study/tiny.jsonl" --trials 6 --images 20 --batch 10 --hidden 5 \
  --epochs 3 --pruner median --space learning-rate=log:1e-3..1 --space 'init=he|xavier' --quiet \
  -o "$seeds/png/study.png"
cp "$seeds"/png/*.png "$seeds/picture/"
cp Tests/StudiesTests/Fixtures/optuna.journal "$seeds/study/"

export LSAN_OPTIONS=suppressions=Fuzzing/leaks.supp:print_suppressions=0
status=0
for target in "${@:-png picture svg pdf recipe run study}"; do
  for name in $target; do
    [ -d "$seeds/$name" ] || fail "no target named $name (png picture svg pdf recipe run study)"
    mkdir -p "$folder/corpus/$name"
    log=$folder/$name.log
    dictionary=()
    # Words of the forms whose words are not in their seeds one by one.
    case $name in svg | pdf) dictionary=(-dict="Fuzzing/$name.dict") ;; esac
    # A slow input is a fault too: readers come back within some seconds, and within 1 GB.
    if FUZZ_TARGET=$name "$binary" "$folder/corpus/$name" "$seeds/$name" "${dictionary[@]}" \
      -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=262144 \
      -artifact_prefix="$folder/crashes/$name-" -print_final_stats=1 >"$log" 2>&1; then
      if grep -q ' cov: ' "$log"; then
        printf 'passed  %-7s' "$name"
      else
        printf 'BLIND   %-7s' "$name"
        status=1
      fi
    else
      printf 'FAILED  %-7s' "$name"
      status=1
    fi
    awk '
      /cov: / { for (i = 1; i < NF; i++) if ($i == "cov:") cov = $(i + 1); else if ($i == "ft:") ft = $(i + 1) }
      /stat::number_of_executed_units/ { runs = $2 }
      /stat::peak_rss_mb/ { memory = $2 }
      END { printf " %9d runs, %d edges, %d features, %d MB\n", runs, cov, ft, memory }' "$log"
    [ "$status" = 0 ] || tail -n 30 "$log" >&2
  done
done
exit "$status"
