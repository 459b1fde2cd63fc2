#!/usr/bin/env bash
# Lets Optuna 4.9.0, Optuna 5.0.0 and optuna-dashboard load and go on with our studies, and goes on
# with theirs; see Tests/Parity/optuna_clients.py. The first run installs them.
#
# usage: [OPTUNA4=python] [OPTUNA5=python] [DASHBOARD=python] scripts/optuna.sh
#        each a Python that has the package of the name
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# client VARIABLE MODULE VERSION PACKAGE...: the Python that has the module, in that version if one
# is given.
client() {
  local variable=$1 module=$2 version=$3 python=${!1:-} venv
  shift 3
  local test="import $module; assert not '$version' or $module.__version__ == '$version'"
  if [ -n "$python" ]; then
    if ! "$python" -c "$test" 2>/dev/null; then
      echo "optuna.sh: $variable=$python has no $1" >&2
      return 1
    fi
  else
    venv="${XDG_CACHE_HOME:-$HOME/.cache}/dlplot/${1//==/-}"
    python="$venv/bin/python"
    if ! { [ -x "$python" ] || python3 -m venv "$venv"; } ||
      ! { "$python" -c "$test" 2>/dev/null || "$venv/bin/pip" install --quiet "$@"; }; then
      echo "optuna.sh: missing $1 (pip could not install it; $variable=python names another)" >&2
      return 1
    fi
  fi
  echo "$python"
}

four=$(client OPTUNA4 optuna 4.9.0 optuna==4.9.0)
five=$(client OPTUNA5 optuna 5.0.0 optuna==5.0.0)
board=$(client DASHBOARD optuna_dashboard '' optuna-dashboard==0.21.0)

PYTHONDONTWRITEBYTECODE=1 exec python3 Tests/Parity/optuna_clients.py \
  "${DLPLOT_BINARY:-.build-release/release/dlplot}" "$four" "$five" "$board"
