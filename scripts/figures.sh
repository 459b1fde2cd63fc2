#!/usr/bin/env bash
# Draws the gallery.
#
# usage: scripts/figures.sh FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exec "${DLPLOT_BINARY:-.build-release/release/dlplot}" figures \
  --out "${1:?usage: scripts/figures.sh FOLDER}"
