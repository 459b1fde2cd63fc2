#!/usr/bin/env bash
# Times how long a journal of many trials takes to open, and what each chart of it takes beyond that:
# journal.sh [TRIALS]. Trials have four parameters and three reports. One journal has them as Optuna
# writes them, each parameter in a line of its own, and one as dlplot does, all with the trial.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

trials=${1:-100000}
dlplot=$(realpath "${DLPLOT_BINARY:-.build-release/release/dlplot}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 - "$trials" "$scratch" <<'PYTHON'
import json
import math
import random
import sys

trials, folder = int(sys.argv[1]), sys.argv[2]


def distribution(kind, **attributes):
    return json.dumps({"name": kind + "Distribution", "attributes": attributes})


SPACE = {
    "learning-rate": distribution("Float", step=None, low=1e-6, high=1e-2, log=True),
    "weight-decay": distribution("Float", step=None, low=1e-8, high=1e-4, log=True),
    "hidden": distribution("Int", log=False, step=50, low=50, high=200),
    "init": distribution("Categorical", choices=["std=0.01", "xavier", "he"]),
}


def line(code, **members):
    return json.dumps({"op_code": code, "worker_id": "host-1-abcdef"} | members,
                      separators=(",", ":")) + "\n"


def write(path, at_once):
    draw = random.Random(1)
    with open(path, "w") as file:
        file.write(line(0, study_name="many", directions=[2]))
        for trial in range(trials):
            values = {
                "learning-rate": 10 ** draw.uniform(-6, -2),
                "weight-decay": 10 ** draw.uniform(-8, -4),
                "hidden": 50.0 * draw.randint(1, 4), "init": float(draw.randrange(3)),
            }
            second = trial // 10
            date = (f"2026-01-{1 + second // 86400:02}T{second // 3600 % 24:02}:"
                    f"{second // 60 % 60:02}:{second % 60:02}.{draw.randrange(10 ** 6):06}+00:00")
            if at_once:
                file.write(line(
                    4, study_id=0, datetime_start=date, state=0, distributions=SPACE,
                    params=values, user_attrs={}, system_attrs={}, intermediate_values={}))
            else:
                file.write(line(4, study_id=0, datetime_start=date))
                for name, value in values.items():
                    file.write(line(5, trial_id=trial, param_name=name,
                                    param_value_internal=value, distribution=SPACE[name]))
            end = 0.9 - 0.05 * abs(math.log10(values["learning-rate"]) + 3) + draw.gauss(0, 0.02)
            for step in (10, 30, 50):
                file.write(line(7, trial_id=trial, step=step,
                                intermediate_value=end - 0.002 * (50 - step)))
            file.write(line(6, trial_id=trial, state=1, values=[end], datetime_complete=date))


write(f"{folder}/optuna.jsonl", False)
write(f"{folder}/dlplot.jsonl", True)
PYTHON

# The least of five, in seconds.
least() {
  local best=
  for _ in 1 2 3 4 5; do
    local start=$EPOCHREALTIME
    "$@" >/dev/null
    best=$(awk -v a="$start" -v b="$EPOCHREALTIME" -v c="${best:-1e9}" \
      'BEGIN { printf "%.3f", b - a < c ? b - a : c }')
  done
  printf '%s' "$best"
}

for writer in optuna dlplot; do
  journal=$scratch/$writer.jsonl
  open=$(least "$dlplot" study list "$journal")
  printf '%-8s %s trials, %d MB: opens in %s s\n' "$writer" "$trials" \
    "$(($(stat -c %s "$journal") / 1000000))" "$open"
  for plot in best history intermediate importance edf parallel scatter rank timeline narrowing all; do
    time=$(least "$dlplot" study "$journal" --plot "$plot" -o "$scratch/chart.png" --quiet)
    awk -v p="$plot" -v t="$time" -v o="$open" 'BEGIN { printf "  %-14s %.2f s more\n", p, t - o }'
  done
done
