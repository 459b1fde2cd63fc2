#!/usr/bin/env bash
# Draws the gallery, each figure as figures/gallery.txt says.
#
# usage: scripts/figures.sh FOLDER [FILE...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/gallery.sh

folder=${1:?usage: scripts/figures.sh FOLDER [FILE...]}
shift
mkdir -p "$folder"
lines=$(gallery "$@")
while read -r line; do
  draw "$folder" "${DLPLOT_BINARY:-.build-release/release/dlplot}" <<<"$line"
  echo "$folder/${line%% *}"
done <<<"$lines"
