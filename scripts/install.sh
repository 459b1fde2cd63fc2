#!/usr/bin/env bash
# Installs the release binary, the bundled digits and the licence below PREFIX.
#
# usage: scripts/install.sh PREFIX
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
prefix=${1:?usage: scripts/install.sh PREFIX}

install -d "$prefix/bin" "$prefix/share/dlplot"
install -m 755 "${DLPLOT_BINARY:-.build-release/release/dlplot}" "$prefix/bin/dlplot"
install -m 644 LICENSE "$prefix/share/dlplot/LICENSE"
if [ -d data ]; then
  find data -type f -print0 | while IFS= read -r -d '' file; do
    install -D -m 644 "$file" "$prefix/share/dlplot/$file"
  done
fi
echo "installed $prefix/bin/dlplot"
