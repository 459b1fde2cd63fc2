#!/usr/bin/env bash
# Looks for what dlplot needs to build, draw and be tested, and installs what is missing with apt
# (Debian 12 and 13, Ubuntu) or brew (untested). Where it cannot, it names the exact command and
# stops. Says nothing when nothing is missing.
#
# usage: scripts/setup.sh [PROGRAM...]    programs that one script needs besides, e.g. debootstrap
set -euo pipefail

swift_needed=6.2
version=
: "${HOME:=/}"
# swiftly puts its tools here; a shell that is older than the installation does not know yet.
PATH="$PATH:${SWIFTLY_BIN_DIR:-$HOME/.local/share/swiftly/bin}:$HOME/.swiftly/bin:/usr/sbin:/sbin"

fail() {
  printf 'setup: %s\n' "$@" >&2
  exit 3
}

has() { command -v "$1" >/dev/null; }

# --- what is needed --------------------------------------------------------------------------

missing=() apt_packages=() brew_packages=()

# need NAME APT-PACKAGES BREW-PACKAGES TEST...: notes NAME as missing when the command TEST fails.
need() {
  local name=$1 apt=$2 brew=$3
  shift 3
  if ! "$@" >/dev/null 2>&1; then
    missing+=("$name")
    read -ra apt <<<"$apt"
    read -ra brew <<<"$brew"
    apt_packages+=("${apt[@]}")
    brew_packages+=(${brew[@]+"${brew[@]}"})
  fi
}

# The file FONT where its package puts it, or anywhere in the usual folders.
font() {
  local font=$1
  compgen -G "/usr/share/fonts/truetype/*/$font" ||
    compgen -G "/usr/share/fonts/truetype/*/*/*/$font" ||
    find /usr/share/fonts /usr/local/share/fonts ~/.local/share/fonts ~/Library/Fonts \
      -name "$font" 2>/dev/null | grep -q .
}

# Swift links with the C++ library and the start files of GCC.
cpp_library() {
  [ "$(uname)" = Darwin ] || compgen -G '/usr/lib/gcc/*/*/libstdc++.so'
}

# A toolchain that stands on the disk but does not start lacks a library that it loads.
swift_starts() {
  ! has swift && return
  version=$(swift build --version | sed -nE 's/.*Swift ([0-9]+\.[0-9]+).*/\1/p')
  [ -n "$version" ]
}

certificates() { [ ! -e /etc/debian_version ] || [ -s /etc/ssl/certs/ca-certificates.crt ]; }

look() {
  missing=() apt_packages=() brew_packages=()
  need make make make has make
  need git git git has git
  need curl curl curl has curl
  need 'TLS certificates' ca-certificates '' certificates
  need pkg-config pkg-config pkgconf has pkg-config
  need 'the C++ library' g++ '' cpp_library
  need Cairo libcairo2-dev cairo pkg-config --exists 'cairo >= 1.16'
  need libpng libpng-dev libpng pkg-config --exists 'libpng >= 1.6'
  need FreeType libfreetype-dev freetype pkg-config --exists freetype2
  need zlib zlib1g-dev zlib pkg-config --exists zlib
  need libdeflate libdeflate-dev libdeflate pkg-config --exists libdeflate
  need libcrypto libssl-dev openssl@3 pkg-config --exists 'libcrypto >= 3'
  need SQLite libsqlite3-dev sqlite pkg-config --exists 'sqlite3 >= 3.23'
  need 'the font Roboto' fonts-roboto-unhinted font-roboto font Roboto-Medium.ttf
  need 'the font Nanum' fonts-nanum font-nanum-gothic font NanumBarunGothicBold.ttf
  need "the Swift toolchain's libraries" \
    'libxml2 libsqlite3-0 libncurses6 libuuid1' '' swift_starts
  local program
  for program in "$@"; do need "$program" "$(package_of "$program")" "$program" has "$program"; done
}

# The Debian package that holds PROGRAM.
package_of() {
  case $1 in
    qemu-x86_64) echo qemu-user ;;
    localedef) echo 'locales libc-bin' ;;
    identify) echo imagemagick ;;
    xmllint) echo libxml2-utils ;;
    pdfinfo) echo poppler-utils ;;
    rsvg-convert) echo librsvg2-bin ;;
    *) echo "$1" ;;
  esac
}

# --- how it comes ----------------------------------------------------------------------------

install_with_apt() {
  local as_root=() log
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300)
  local install=("${apt[@]}" install --no-install-recommends "${apt_packages[@]}")
  if [ "$(id -u)" != 0 ]; then
    if has sudo && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }; }; then
      as_root=(sudo)
    else
      fail "missing: $(list "${missing[@]}")" "run as root: apt-get update &&\
 apt-get install -y --no-install-recommends ${apt_packages[*]}"
    fi
  fi
  echo "setup: installing ${apt_packages[*]} (apt)" >&2
  log=$(mktemp)
  # Package lists that are missing or old are fetched, but only when the first attempt fails.
  if ! ${as_root[@]+"${as_root[@]}"} "${install[@]}" </dev/null >"$log" 2>&1; then
    ${as_root[@]+"${as_root[@]}"} "${apt[@]}" update </dev/null >"$log" 2>&1 || true
    ${as_root[@]+"${as_root[@]}"} "${install[@]}" </dev/null >>"$log" 2>&1 || {
      tail -n 20 "$log" >&2
      rm -f "$log"
      fail "apt could not install: ${apt_packages[*]}"
    }
  fi
  rm -f "$log"
}

install_with_brew() {
  [ "${#brew_packages[@]}" -gt 0 ] || fail "missing: $(list "${missing[@]}")"
  echo "setup: installing ${brew_packages[*]} (brew; untested)" >&2
  brew install "${brew_packages[@]}" >&2
}

list() {
  local text
  printf -v text ', %s' "$@"
  printf '%s' "${text:2}"
}

# Homebrew keeps these two out of pkg-config's sight. SwiftPM finds them by itself.
if has brew; then
  PKG_CONFIG_PATH=${PKG_CONFIG_PATH:-}$(printf ':%s/lib/pkgconfig' \
    "$(brew --prefix)/opt/openssl@3" "$(brew --prefix)/opt/zlib")
  export PKG_CONFIG_PATH
fi

look "$@"
if [ "${#missing[@]}" -gt 0 ]; then
  if has apt-get; then
    install_with_apt
  elif has brew; then
    install_with_brew
  else
    fail "missing: $(list "${missing[@]}")" "neither apt nor brew is here; Debian's packages are:" \
      "  ${apt_packages[*]}"
  fi
  look "$@"
  if [ "${#missing[@]}" -gt 0 ]; then
    swift_starts >/dev/null || true # its complaint says which library it wants
    fail "still missing after the installation: $(list "${missing[@]}")"
  fi
fi

# --- Swift -----------------------------------------------------------------------------------

name_installer() {
  echo "install it with swiftly (swift.org/install), then run the same command again:"
  if [ "$(uname)" = Darwin ]; then
    echo '  curl -O https://download.swift.org/swiftly/darwin/swiftly.pkg &&' \
      'installer -pkg swiftly.pkg -target CurrentUserHomeDirectory &&' \
      '~/.swiftly/bin/swiftly init --quiet-shell-followup &&' \
      '. "${SWIFTLY_HOME_DIR:-$HOME/.swiftly}/env.sh" && hash -r'
  else
    echo '  curl -O https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz &&' \
      'tar zxf swiftly-$(uname -m).tar.gz && ./swiftly init --quiet-shell-followup &&' \
      '. "${SWIFTLY_HOME_DIR:-$HOME/.local/share/swiftly}/env.sh" && hash -r'
  fi
}

has swift || fail "Swift $swift_needed or newer is needed and none was found" "$(name_installer)"
if ((10#${version%.*} * 1000 + 10#${version#*.} < ${swift_needed%.*} * 1000 + ${swift_needed#*.})); then
  fail "Swift $swift_needed or newer is needed, found $version" "$(name_installer)"
fi
