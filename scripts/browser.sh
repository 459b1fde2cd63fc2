#!/usr/bin/env bash
# Opens the page that `dlplot guard check --html` writes in headless Chromium, and tries it out:
# views, slider by key and by pointer, without scripts, in the dark, on a narrow screen, with hostile
# names. Screenshots stay in SHOTS, or in a scratch folder that goes.
#
# usage: scripts/browser.sh [SHOTS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/setup.sh chromium python3

dlplot=$(realpath "${DLPLOT_BINARY:-.build-release/release/dlplot}")
pictures=$PWD/Tests/GuardingTests/Fixtures
script=$PWD/scripts/browser.py
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
shots=$(realpath -m "${1:-$scratch/shots}")
mkdir -p "$shots"

cd "$scratch"
mkdir figures
# A figure of dlplot that changes, one that stays, an SVG, pictures of matplotlib, hostile names.
"$dlplot" trajectories --steps 5 -o figures/steps.png -o figures/steps.svg --quiet
"$dlplot" trajectories --steps 7 -o figures/same.png --quiet
cp "$pictures/loss.png" figures/loss.png
cp "$pictures/loss.png" figures/gone.png
cp "$pictures/loss.png" "figures/<img src=x onerror=window.hacked=1>.png"
cp "$pictures/loss.png" "figures/\"'><script>window.hacked=2<&amp;script>.png"
"$dlplot" guard init figures --quiet
cp -r figures accepted
"$dlplot" trajectories --steps 9 -o figures/steps.png -o figures/steps.svg --quiet
for name in figures/loss.png figures/*hacked*; do cp "$pictures/loss-changed.png" "$name"; done
rm figures/gone.png
cp "$pictures/transparent.png" figures/extra.png
status=0
"$dlplot" guard check figures --reference accepted --html page.html --quiet || status=$?
[ "$status" = 1 ] || { echo "browser: guard check ended with $status, expected 1" >&2; exit 1; }
# What the two figures say of themselves.
"$dlplot" inspect --json accepted/steps.png figures/steps.png | python3 -c '
import json, sys
cards = json.load(sys.stdin)
print(json.dumps(dict(zip(["Reference", "New"], (card["description"] for card in cards)))))' >words.json
python3 "$script" page.html "$shots" words.json
