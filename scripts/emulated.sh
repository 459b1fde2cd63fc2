#!/usr/bin/env bash
# Draws a tiny figure of each kind on emulated CPUs, one without AVX and FMA (Nehalem) and one with AVX2 and FMA
# (Haswell), and compares the identities with those of this machine's CPU. Qemu knows no AVX-512.
#
# usage: scripts/emulated.sh [FILE...]    figures of Sources/dlplot/Gallery/tiny.txt, or of the list
#                                        that GALLERY names; all of them by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/gallery.sh
scripts/setup.sh qemu-x86_64
export GALLERY=${GALLERY:-Sources/dlplot/Gallery/tiny.txt}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dlplot=${DLPLOT_BINARY:-.build-release/release/dlplot}
lines=$(gallery "$@")

expected=$(draw_and_identify "$scratch" "$lines" "$dlplot")
printf '%s identities of %s figures, drawn on %s\n' "$(wc -l <<<"$expected")" \
  "$(wc -l <<<"$lines")" "$(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1)"

status=0
for cpu in Nehalem Haswell; do
  rm -f "$scratch"/*
  # Qemu warns of features that it leaves out; its words matter only when something goes wrong.
  if ! actual=$(draw_and_identify "$scratch" "$lines" qemu-x86_64 -cpu "$cpu" "$dlplot" \
    2>"$scratch/errors"); then
    printf 'FAILED  qemu -cpu %s\n' "$cpu"
    cat "$scratch/errors" >&2
    status=1
  elif ! compare "qemu -cpu $cpu" "$expected" "$actual"; then
    status=1
  fi
done
exit "$status"
