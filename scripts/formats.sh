#!/usr/bin/env bash
# Looks at the gallery with other programs, in every theme and in Korean:
#
#   ImageMagick's identify and pngcheck have nothing to say about the PNG;
#   xmllint takes the SVG, pdfinfo and qpdf the PDF, whose alternative text and numbers they find;
#   the SVG by librsvg and by Chromium, and the PDF by poppler (pdftoppm and its Cairo side), show the
#   picture of the PNG, within what one renderer's antialiasing differs from another's.
#
# Drawn again from the numbers that figures/ carries: nothing is trained.
#
# usage: scripts/formats.sh [FILE...]    figures of the gallery; all of them by default
#        SHOTS=folder keeps the pictures
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/gallery.sh
scripts/setup.sh identify pngcheck xmllint pdfinfo qpdf rsvg-convert chromium

dlplot=$(realpath "${DLPLOT_BINARY:-.build-release/release/dlplot}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
shots=${SHOTS:-$scratch/shots}
mkdir -p "$shots"

# Levels that a pixel on an edge of both pictures may differ, pixels that may differ by more, and the
# mean difference of the worst tile of 32x32. Measured over the gallery, see the figures printed at
# the end; a series that is missing, or a label moved by a pixel, is beyond the tile's of each.
# Pixels beyond the edge's in pdftocairo and Chromium are ends of dashes that fall on a corner.
#
# tolerance RENDERER NAME WIDTH HEIGHT
tolerance() {
  case $1 in
    librsvg) echo flat=2,edge=40,ratio=1,pixels=0,tile=2 ;;
    pdftocairo) echo flat=2,edge=40,ratio=1,pixels=5,tile=3 ;;
    chromium) echo flat=4,edge=128,ratio=1,pixels=40,tile=6 ;;
    # Poppler's own rasterizer moves thin strokes onto pixels: up to 0.54 % of a page of loss curves
    # (initializers), and 10.0 levels of a tile (layers). Where poppler's two pictures of the file
    # are nearer to each other, so must this one be to ours, by 60 pixels and a quarter more.
    pdftoppm)
      local apart pixels=$(($3 * $4 * 6 / 1000))
      apart=$("$dlplot" compare "$2-pdftocairo.png" "$2-pdftoppm.png" \
        --tolerance flat=4,edge=160,ratio=1,pixels=0,tile=12 2>&1 |
        awk '/^visible/ { gsub(",", ""); print $2 }' || true)
      apart=$((60 + ${apart:-0} * 5 / 4))
      [ "$apart" -gt "$pixels" ] || pixels=$apart
      echo "flat=4,edge=160,ratio=1,pixels=$pixels,tile=12"
      ;;
  esac
}

failures=0
problem() {
  printf 'WRONG  %s: %s\n' "$(basename "$1")" "$2"
  failures=$((failures + 1))
}

# silent NAME COMMAND...: a command that must end well and say nothing.
silent() {
  local name=$1 text
  shift
  if ! text=$("$@" 2>&1) || [ -n "$text" ]; then problem "$name" "$(basename "$1"): $text"; fi
}

check_png() {
  silent "$1" identify -quiet -regard-warnings -format '' "$1.png"
  silent "$1" pngcheck -q "$1.png"
}

check_svg() { silent "$1" xmllint --nonet --noout "$1.svg"; }

check_pdf() {
  local name=$1 text
  text=$(pdfinfo "$name.pdf" 2>&1) || problem "$name" "pdfinfo: $text"
  for line in 'Title: ' 'Subject: ' 'Creator: *dlplot ' 'Tagged: *yes' 'Pages: *1$'; do
    grep -q "^$line" <<<"$text" || problem "$name" "pdfinfo shows no '$line'"
  done
  grep -qi 'error\|warning' <<<"$text" && problem "$name" "pdfinfo: $text"
  text=$(qpdf --check "$name.pdf" 2>&1) || problem "$name" "qpdf: $text"
  grep -qi 'warning' <<<"$text" && problem "$name" "qpdf: $text"
  # A reader of PDFs finds the alternative text at the figure, and the numbers as a file.
  text=$(qpdf --json "$name.pdf")
  grep -q '"/Alt": "' <<<"$text" || problem "$name" 'qpdf finds no /Alt'
  text=$(qpdf --list-attachments "$name.pdf")
  grep -q '^dlplot-numbers.json ' <<<"$text" || problem "$name" 'qpdf finds no numbers'
}

# render RENDERER NAME WIDTH HEIGHT: the picture NAME-RENDERER.png of the SVG or PDF; fails where it
# draws none. One that an earlier run left is no picture of this one.
render() {
  local renderer=$1 name=$2 width=$3 height=$4 status=0
  rm -f "$name-$renderer.png"
  case $renderer in
    librsvg)
      rsvg-convert --width "$width" --height "$height" "$name.svg" -o "$name-$renderer.png" ||
        status=$?
      ;;
    chromium)
      # An SVG that Chromium refuses is no image there, and no picture here.
      printf '<style>body{margin:0}img{display:block;width:%dpx;height:%dpx}</style><img src="%s">' \
        "$width" "$height" "$name.svg" >"$name.html"
      # Chromium as root, as in a container, has no sandbox of its own.
      chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
        --user-data-dir="$scratch/profile" --force-device-scale-factor=1 \
        --window-size="$width,$height" --screenshot="$name-$renderer.png" "file://$name.html" \
        >"$scratch/chromium.log" 2>&1 || status=$?
      [ -s "$name-$renderer.png" ] || cat "$scratch/chromium.log"
      rm "$name.html"
      ;;
    pdftocairo | pdftoppm)
      "$renderer" -png -singlefile -scale-to-x "$width" -scale-to-y "$height" "$name.pdf" \
        "$name-$renderer" || status=$?
      ;;
  esac
  [ "$status" = 0 ] && [ -s "$name-$renderer.png" ]
}

# check_picture RENDERER NAME WIDTH HEIGHT: compares, and adds what was seen to the renderer's list.
check_picture() {
  local renderer=$1 name=$2 text status=0
  text=$("$dlplot" compare "$name.png" "$name-$renderer.png" \
    --tolerance "$(tolerance "$renderer" "$name" "$3" "$4")" 2>&1) || status=$?
  [ "$status" = 0 ] || problem "$name" "$renderer: $(head -n 1 <<<"$text")"
  # Pixels, those beyond the tolerance, those by more than 24 levels, the mean of the worst tile.
  awk -v name="$(basename "$name")" '
    NR == 1 { gsub(",", ""); for (i = 1; i < NF; i++) if ($i == "of") pixels = $(i + 1) }
    /^visible/ { gsub(",", ""); beyond = $2; for (i = 3; i < NF; i++) if ($i == "by") strong = $(i - 1) }
    /^worst tile/ { for (i = 1; i < NF; i++) if ($i == "by") mean = $(i + 1) }
    END { print strong / (pixels ? pixels : 1), mean + 0, beyond + 0, name }' <<<"$text" \
    >>"$scratch/$renderer.list"
}

count=0
while read -r file _; do
  for look in light dark print ko; do
    name=$shots/${file%.png}-$look
    options=(--theme "$look" --lang en)
    [ "$look" = ko ] && options=(--theme light --lang ko)
    "$dlplot" redraw "figures/$file" "${options[@]}" --quiet \
      -o "$name.png" -o "$name.svg" -o "$name.pdf" </dev/null
    check_png "$name"
    check_svg "$name"
    check_pdf "$name"
    read -r width height < <(identify -format '%w %h\n' "$name.png")
    for renderer in librsvg chromium pdftocairo pdftoppm; do
      if render "$renderer" "$name" "$width" "$height" </dev/null; then
        check_picture "$renderer" "$name" "$width" "$height"
      else
        problem "$name" "$renderer drew nothing"
      fi
    done
    count=$((count + 1))
  done
done < <(gallery "$@")

printf '%d figures; of each renderer the most:\n' "$count"
for renderer in librsvg chromium pdftocairo pdftoppm; do
  printf '  %-10s  pixels off by more than 24 levels: %.4f %% (%s)\n' "$renderer" \
    $(sort -g "$scratch/$renderer.list" | tail -n 1 | awk '{ print 100 * $1, $4 }')
  printf '  %-10s  mean of the worst tile: %.1f levels (%s)\n' '' \
    $(sort -gk 2 "$scratch/$renderer.list" | tail -n 1 | awk '{ print $2, $4 }')
  printf '  %-10s  pixels beyond the tolerance: %d (%s)\n' '' \
    $(sort -nk 3 "$scratch/$renderer.list" | tail -n 1 | awk '{ print $3, $4 }')
done
[ "$failures" = 0 ] || fail "$failures checks failed"
