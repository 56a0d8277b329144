#!/usr/bin/env bash
# Word files checked by programs people trust: python-docx (PyPI) and LibreOffice (Debian), which it installs when it may.
#   Benchmarks/word/run.sh [RAW_HEARING…]      default: Samples, and the even cases of ../shared/gold where there are any
# COURTNLP names another binary; PAGES=DIR keeps the rendered pages, to be looked at.
set -euo pipefail
cd "$(dirname "$0")/../.."
place=.build/word
tool=${COURTNLP:-.build/release/courtnlp}
[ -x "$tool" ] || tool=.build/debug/courtnlp
[ -x "$place/bin/python" ] || python3 -m venv "$place"
"$place/bin/pip" install --quiet python-docx
if ! command -v soffice > /dev/null || ! /usr/bin/python3 -c 'import uno' 2> /dev/null || ! command -v pdftoppm > /dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    apt-get install -y -qq --no-install-recommends libreoffice-writer python3-uno poppler-utils fonts-noto-cjk > /dev/null
  fi
fi
hearings=("$@")
if [ $# = 0 ]; then
  hearings=(Samples/*.txt)
  for case in ../shared/gold/case-*[02468]; do
    [ ! -f "$case/raw.txt" ] || hearings+=("$case/raw.txt")
  done
fi
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
"$place/bin/python" Benchmarks/word/texts.py "$tool" "$work" "${hearings[@]}"
if command -v soffice > /dev/null && /usr/bin/python3 -c 'import uno' 2> /dev/null; then
  /usr/bin/python3 Benchmarks/word/office.py "$tool" "$work"
  [ -z "${PAGES:-}" ] || { mkdir -p "$PAGES"; for file in "$work"/*.pdf; do pdftoppm -r 70 -png "$file" "$PAGES/$(basename "$file" .pdf)"; done; }
else
  echo "跳过 LibreOffice：没有 soffice 或 python3-uno"
fi
