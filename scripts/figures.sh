#!/usr/bin/env bash
# Draws the gallery.
#
# usage: scripts/figures.sh FOLDER [OPTION...]    options of dlplot figures
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=${1:?usage: scripts/figures.sh FOLDER [OPTION...]}
exec "${DLPLOT_BINARY:-.build-release/release/dlplot}" figures --out "$folder" "${@:2}"
