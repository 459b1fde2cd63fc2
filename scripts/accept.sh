#!/usr/bin/env bash
# Takes the figures that stand in figures/ for right: writes their identities to
# figures/identities.txt, which the tests compare with, and prints what changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/gallery.sh

accepted=figures/identities.txt
before=$(cat "$accepted" 2>/dev/null || true)
after=$(gallery | identities figures "${DLPLOT_BINARY:-.build-release/release/dlplot}")
{
  echo '# The identities of the gallery, written by `make accept`: file, identity, SHA-256.'
  printf '%s\n' "$after"
} >"$accepted"

awk '
  /^#/ || !NF { next }
  old { before[$1, $2] = $3; known[$1] = 1; next }
  {
    drawn[$1] = 1
    if (before[$1, $2] != $3) { changed[$1] = changed[$1] " " $2 }
    if (!($1 in order)) { order[$1] = ++count; name[count] = $1 }
  }
  END {
    for (i = 1; i <= count; i++) {
      file = name[i]
      if (!(file in known)) print "new      " file
      else if (file in changed) print "changed  " file ":" changed[file]
      else same++
    }
    for (file in known) if (!(file in drawn)) print "removed  " file
    print same + 0 " of " count " as before"
  }' old=1 <(printf '%s\n' "$before") old= "$accepted"
