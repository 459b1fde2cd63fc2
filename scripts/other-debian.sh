#!/usr/bin/env bash
# Draws the gallery under the other Debian release, with its Cairo, libpng and FreeType, and
# compares the identities with those drawn here: trixie, or bookworm when this is trixie. The root
# is made by debootstrap in a scratch folder, $OTHER or ${TMPDIR:-/tmp}/dlplot-other-debian, and
# kept for the next time.
#
# usage: scripts/other-debian.sh [FILE...]    figures of the gallery; all of them by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/gallery.sh

[ "$(id -u)" = 0 ] || fail 'debootstrap and chroot need root: sudo make other-debian'
scripts/setup.sh debootstrap

mirror=${MIRROR:-} # empty: debootstrap takes its own default
case $(. /etc/os-release && echo "${VERSION_CODENAME:-}") in
  trixie) release=bookworm libraries=libpng16-16,libssl3 ;;
  *) release=trixie libraries=libpng16-16t64,libssl3t64 ;;
esac
libraries+=,libcairo2,libfreetype6,zlib1g,libdeflate0,libsqlite3-0,libstdc++6,fonts-roboto-unhinted,fonts-nanum

folder=$(realpath -m "${OTHER:-${TMPDIR:-/tmp}/dlplot-other-debian}")
root=$folder/$release
mkdir -p "$folder"

# Made beside its place and then moved, so that a root that stands there is whole.
if [ ! -d "$root" ]; then
  echo "making $root (about a minute)"
  rm -rf "$root.part"
  if ! debootstrap --variant=minbase --include="$libraries" "$release" "$root.part" $mirror \
    >"$folder/$release.log" 2>&1; then
    tail -n 20 "$folder/$release.log" >&2
    fail "debootstrap of $release failed; the whole log is $folder/$release.log"
  fi
  mv "$root.part" "$root"
fi

# Runs a command in the root. The mount of /proc is in a name space of its own and ends with it.
within() {
  unshare --mount -- bash -c \
    'mount -t proc proc "$0/proc" && exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$0" "$@"' "$root" "$@"
}

rm -rf "$root/opt/dlplot" "$root/tmp/figures"
mkdir -p "$root/tmp/figures"
scripts/install.sh "$root/opt/dlplot" >/dev/null
within /opt/dlplot/bin/dlplot --version >/dev/null ||
  fail "a binary that was built here does not start under $release (its C library may be older)"

versions() {
  "$@" dpkg-query -W -f '${db:Status-Abbrev}${Package} ${Version}\n' libcairo2 libpixman-1-0 \
    'libpng16-16*' libfreetype6 zlib1g 'libssl3*' libc6 | sed -n 's/^ii //p' | paste -sd ';'
}
printf 'here: %s\n' "$(versions env)"
printf '%s: %s\n' "$release" "$(versions within)"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
lines=$(gallery "$@")
expected=$(draw_and_identify "$scratch" "$lines" "${DLPLOT_BINARY:-.build-release/release/dlplot}")
printf '%s identities of %s figures\n' "$(wc -l <<<"$expected")" "$(wc -l <<<"$lines")"
actual=$(draw_and_identify /tmp/figures "$lines" within /opt/dlplot/bin/dlplot) ||
  fail "drawing under $release failed"
compare "$release" "$expected" "$actual"
