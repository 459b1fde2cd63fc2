#!/usr/bin/env bash
# Draws the figures of training with their defaults over five seeds, and checks seed by seed that
# each teaches what it is for, with a margin; the paths over a surface, in which nothing is random,
# from five starts. Says what it measured; fails where a lesson does.
#
# usage: scripts/lessons.sh [LESSON...]    all of them by default
#
# A lesson is a function here, named after its figure: it draws with `measure`, reads the CSV with
# awk, and prints for each claim a line `LOW HIGH NUMBER CLAIM`: the number has to lie within.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/gallery.sh

dlplot=${DLPLOT_BINARY:-.build-release/release/dlplot}
seeds=5
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# measure COMMAND...: draws over all seeds; the numbers go to $scratch/table.csv.
measure() {
  "$dlplot" "$@" --seeds "$seeds" --output "$scratch/figure.png" --csv "$scratch/table.csv" --quiet
}

# table: the CSV without its header and carriage returns.
table() { tr -d '\r' <"$scratch/table.csv" | tail -n +2; }

# last_losses: "VARIANT SEED LOSS", the smoothed loss after the last step of each run.
last_losses() {
  table | awk -F, '{ key = $1 " " $2; if (!(key in at)) { order[++n] = key; at[key] = 1 }
    last[key] = $5 } END { for (i = 1; i <= n; i++) print order[i], last[order[i]] }'
}

# Counts the steps that turn back along y, but for changes of at most a thousandth of the start's
# distance from the minimum, which nobody sees. No seed plays a part, so five starts do: the default
# one, its mirror image, and others on either side of the valley.
lesson_trajectories() {
  local start
  for start in -7,2 -7,-2 -5,2.5 6,-1.5 -6,1; do
    "$dlplot" trajectories --start "$start" --output "$scratch/figure.png" \
      --csv "$scratch/table.csv" --quiet
    table | awk -F, -v start="$start" '
      {
        name = $1
        sub(/:.*/, "", name)
        if (name in y) {
          change = $4 - y[name]
          if (change > least || change < -least) {
            if (change * last[name] < 0) turns[name]++
            last[name] = change
          }
        } else least = $6 / 1000
        y[name] = $4
      }
      function claim(name, low, high, words) {
        print low, high, name in y ? turns[name] + 0 : "none", "start " start ": turns of " words
      }
      END {
        claim("sgd", 25, 29, "SGD in 30 steps")
        claim("momentum", 0, 8, "Momentum")
        claim("adagrad", 0, 8, "AdaGrad")
        claim("adam", 0, 8, "Adam")
      }'
  done
}

lesson_optimizers() {
  measure optimizers
  last_losses | awk '
    { name = $1; sub(/:.*/, "", name); loss[name, $2] = $3; seeds[$2] = 1 }
    END {
      for (seed = 0; seed in seeds; seed++) {
        print 0, 0.1, loss["adagrad", seed] / loss["sgd", seed], "seed " seed \
          ": loss of AdaGrad as a share of that of SGD"
        print 0, 0.1, loss["adam", seed] / loss["sgd", seed], "seed " seed \
          ": loss of Adam as a share of that of SGD"
      }
    }'
}

lesson_initializers() {
  measure initializers
  last_losses | awk '
    BEGIN { guessing = log(10) }
    $1 == "std=0.01" { print 0.98, 1.02, $3 / guessing, "seed " $2 \
      ": loss from std = 0.01 as a share of that of guessing" }
    $1 == "xavier" { print 0, 0.5, $3 / guessing, "seed " $2 ": from Xavier" }
    $1 == "he" { print 0, 0.5, $3 / guessing, "seed " $2 ": from He" }'
}

# The gap is the mean over the last twenty epochs, for one epoch is noisy.
lesson_overfit() {
  measure overfit
  table | awk -F, '
    {
      key = $1 " " $4
      value[key, $5, $6] = $7
      last[key] = $5
      seeds[$4] = 1
    }
    function gap(key, epoch, sum) {
      for (epoch = last[key] - 19; epoch <= last[key]; epoch++)
        sum += value[key, epoch, "training"] - value[key, epoch, "test"]
      return 100 * sum / 20
    }
    function claim(panel, words, seed, plain, shrunk, sorted, i, j) {
      for (seed = 0; seed in seeds; seed++) {
        plain = gap("plain " seed)
        shrunk = plain - gap(panel " " seed)
        print 0, 100, shrunk, "seed " seed ": points that " words " takes off the gap of " \
          sprintf("%.1f", plain)
        for (i = seed; i > 0 && sorted[i - 1] > shrunk; i--) sorted[i] = sorted[i - 1]
        sorted[i] = shrunk
      }
      print 2, 100, sorted[int(seed / 2)], "the median of these"
    }
    END {
      claim("decay", "weight decay")
      claim("dropout", "dropout")
    }'
}

# Counts the scales at which the last accuracy lies above halfway between guessing and perfect.
lesson_batchnorm() {
  measure batchnorm
  table | awk -F, '
    { last[$2, $3, $1] = $5; scales[$1] = 1; seeds[$3] = 1; if ($1 + 0 > widest + 0) widest = $1 }
    function learned(norm, seed, scale, count) {
      for (scale in scales)
        if (last[norm, seed, scale] != "NaN" && last[norm, seed, scale] > 0.55) count++
      return count + 0
    }
    END {
      for (seed = 0; seed in seeds; seed++) {
        plain = learned("false", seed)
        print 1, 4, plain, "seed " seed ": scales at which the plain network learns"
        print 6, 16, learned("true", seed) - plain, "seed " seed ": more with batch normalization"
        print 1, 1, last["false", seed, widest] == "NaN", "seed " seed \
          ": the plain network diverges at the widest scale"
      }
    }'
}

# hidden_layers QUANTITY LOW HIGH WORDS: claims on the last values of the five hidden layers, the
# least and the greatest of each seed.
hidden_layers() {
  table | awk -F, -v quantity="$1" -v low="$2" -v high="$3" -v words="$4" '
    $4 == quantity && $2 <= 5 { last[$1, $2] = $5; seeds[$1] = 1 }
    END {
      for (seed = 0; seed in seeds; seed++) {
        least = greatest = 1
        for (layer = 2; layer <= 5; layer++) {
          if (last[seed, layer] < last[seed, least]) least = layer
          if (last[seed, layer] > last[seed, greatest]) greatest = layer
        }
        print low, high, last[seed, least], "seed " seed ", layer " least ": least " words
        print low, high, last[seed, greatest], "seed " seed ", layer " greatest ": greatest " words
      }
    }'
}

lesson_layers() {
  measure layers
  table | awk -F, '
    $4 == "gradient_norm" { last[$1, $2] = $5; seeds[$1] = 1 }
    END {
      for (seed = 0; seed in seeds; seed++)
        print 0, 0.005, last[seed, 1] / last[seed, 6], "seed " seed \
          ": gradient of the first sigmoid layer as a share of that of the output layer"
    }'
  measure layers --activation tanh --init std=1
  hidden_layers blocked_share 0.8 1 'share of saturated tanh values from std = 1'
  measure layers --activation relu --init he --learning-rate 0.01
  hidden_layers blocked_share 0 0.25 'share of dead ReLU units from He weights'
  hidden_layers update_ratio 2e-4 0.01 'ratio of update to weight from He weights'
}

all=$(declare -F | sed -n 's/^declare -f lesson_//p')
status=0
for lesson in "${@:-$all}"; do
  for name in $lesson; do
    declare -F "lesson_$name" >/dev/null || fail "no lesson of $name (${all//$'\n'/, })"
    printf '%s\n' "$name"
    claims=$("lesson_$name")
    [ -n "$claims" ] || fail "$name measured nothing"
    awk '{
      holds = $3 == $3 + 0 && $3 >= $1 && $3 <= $2
      text = $0
      sub(/^[^ ]+ [^ ]+ [^ ]+ /, "", text)
      printf "  %-7s %8.4f (%g...%g)  %s\n", holds ? "holds" : "FAILED", $3, $1, $2, text
      if (!holds) failed = 1
    } END { exit failed }' <<<"$claims" || status=1
  done
done
exit "$status"
