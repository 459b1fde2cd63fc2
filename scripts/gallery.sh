# shellcheck shell=bash
# Functions over the gallery, for the scripts beside this file to source.
#
# Sources/dlplot/Gallery/gallery.txt holds one figure a line: the file, then the arguments that draw it, parted by
# blanks (no quoting). Every function that draws or inspects takes the command that runs dlplot,
# so that the same figures can be drawn in another environment, on another CPU or in another root.

fail() {
  printf '%s: %s\n' "$(basename "$0" .sh)" "$1" >&2
  exit 3
}

# gallery [FILE...]: the lines of the gallery, or of these files alone; GALLERY names another list.
gallery() {
  local file arguments wanted found=0
  while read -r file arguments; do
    case $file in '' | '#'*) continue ;; esac
    for wanted in "${@:-$file}"; do
      if [ "$wanted" = "$file" ]; then
        printf '%s %s\n' "$file" "$arguments"
        found=$((found + 1))
      fi
    done
  done <"${GALLERY:-Sources/dlplot/Gallery/gallery.txt}"
  [ "$found" -gt 0 ] || [ "$#" -gt 0 ] || fail "${GALLERY:-the gallery} lists no figure"
  [ "$found" -ge "$#" ] || fail "${GALLERY:-the gallery} does not list all of: $*"
}

# draw FOLDER RUNNER...: draws the lines of standard input into FOLDER.
draw() {
  local folder=$1 file arguments
  shift
  while read -r file arguments; do
    read -ra arguments <<<"$arguments"
    "$@" "${arguments[@]}" --output "$folder/$file" --quiet </dev/null || return
  done
}

# identities FOLDER RUNNER...: prints "FILE IDENTITY HEX" for the lines of standard input.
identities() {
  local folder=$1 file lines
  shift
  while read -r file _; do
    lines=$("$@" inspect "$folder/$file" </dev/null) || return
    awk -v file="$file" '
      /^(config|data|scene|pixels) +[0-9a-f]+$/ { print file, $1, $2; found = 1 }
      END { exit !found }' <<<"$lines" || fail "$file carries no identities"
  done
}

# draw_and_identify FOLDER LINES RUNNER...: both, with the lines of the gallery in a variable.
draw_and_identify() {
  local folder=$1 lines=$2
  shift 2
  draw "$folder" "$@" <<<"$lines" && identities "$folder" "$@" <<<"$lines"
}

# compare LABEL EXPECTED ACTUAL: one line that says whether two lists of identities are equal, and
# for each figure that differs the first rung that does.
compare() {
  local label=$1 expected=$2 actual=$3 file identity hex other last=
  if [ "$expected" = "$actual" ]; then
    printf 'equal   %s\n' "$label"
    return
  fi
  printf 'DIFFERS %s\n' "$label"
  while read -r file identity hex; do
    other=$(awk -v f="$file" -v i="$identity" '$1 == f && $2 == i { print $3 }' <<<"$actual")
    if [ "$other" != "$hex" ] && [ "$last" != "$file" ]; then
      printf '        %s: %s is %s, expected %s\n' "$file" "$identity" "${other:-missing}" "$hex"
      last=$file
    fi
  done <<<"$expected"
  return 1
}
