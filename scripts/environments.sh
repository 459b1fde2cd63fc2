#!/usr/bin/env bash
# Draws the gallery again under other locales, time zones, homes, working directories, numbers of
# threads and kernels, and compares the identities with those of a plain run.
#
# usage: scripts/environments.sh [FILE...]    figures of the gallery; all of them by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/gallery.sh
scripts/setup.sh localedef

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dlplot=$(realpath "${DLPLOT_BINARY:-.build-release/release/dlplot}")
lines=$(gallery "$@")
mkdir "$scratch/figures" "$scratch/locale"
localedef -i de_DE -f UTF-8 "$scratch/locale/de_DE.UTF-8"
scripts/install.sh "$scratch/prefix" >/dev/null

expected=$(draw_and_identify "$scratch/figures" "$lines" "$dlplot")
printf '%s identities of %s figures, drawn plainly\n' \
  "$(wc -l <<<"$expected")" "$(wc -l <<<"$lines")"

# under LABEL RUNNER...
status=0
under() {
  local label=$1 actual
  shift
  rm -f "$scratch/figures/"*
  if ! actual=$(draw_and_identify "$scratch/figures" "$lines" "$@"); then
    printf 'FAILED  %s\n' "$label"
    status=1
  elif ! compare "$label" "$expected" "$actual"; then
    status=1
  fi
}

# Threads are an option of the figure commands alone, not of `inspect`.
with_threads() {
  local threads=$1 command=$2
  shift 2
  if [ "$command" = inspect ]; then "$dlplot" inspect "$@"; else
    "$dlplot" "$command" "$@" --threads "$threads"
  fi
}

has_kernel() {
  case $1 in
    avx2) grep -qw avx2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo ;;
    avx512) grep -qw avx512f /proc/cpuinfo && grep -qw avx512dq /proc/cpuinfo ;;
  esac
}

under 'LC_ALL=de_DE.UTF-8' \
  env LOCPATH="$scratch/locale" LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 "$dlplot"
under 'TZ=Pacific/Chatham' env TZ=Pacific/Chatham "$dlplot"
under 'HOME and FONTCONFIG_FILE unset' env -u HOME -u FONTCONFIG_FILE -u XDG_CACHE_HOME "$dlplot"
under 'HOME and FONTCONFIG_FILE wrong' \
  env HOME=/nonexistent FONTCONFIG_FILE=/nonexistent FONTCONFIG_PATH=/nonexistent "$dlplot"
under 'an empty environment' env -i "$dlplot"
under 'another working directory' env -C / "$dlplot"
under 'installed elsewhere, another working directory' env -C / "$scratch/prefix/bin/dlplot"
for threads in 1 2 7; do under "--threads $threads" with_threads "$threads"; done
# A dlplot that did not heed the variable would prove nothing below.
if draw "$scratch/figures" env DLPLOT_KERNEL=none "$dlplot" <<<"$lines" 2>/dev/null; then
  fail 'DLPLOT_KERNEL=none is taken: the variable is not heeded'
fi
for kernel in portable avx2 avx512; do
  if [ "$kernel" = portable ] || has_kernel "$kernel"; then
    under "DLPLOT_KERNEL=$kernel" env DLPLOT_KERNEL="$kernel" "$dlplot"
  else
    printf 'skipped DLPLOT_KERNEL=%s: this CPU lacks it\n' "$kernel"
  fi
done
exit "$status"
