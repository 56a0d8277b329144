#!/usr/bin/env bash
# Draws the HTML report of the gold hearings in a headless browser, light and dark, for a look by eye.
# Usage: Benchmarks/report-page.sh [GOLD_DIR PREDICTED_DIR]; writes .build/report-page/{light,dark}.png
set -euo pipefail
cd "$(dirname "$0")/.."
tool=${COURTNLP:-.build/debug/courtnlp}
browser=${BROWSER:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
out=.build/report-page
mkdir -p "$out"
"$tool" evaluate transcripts "${1:-Tests/Gold}" "${2:-Tests/Gold}" --format html >"$out/page.html" || true
if grep -Eq 'https?://|<link|src=' "$out/page.html"; then
  echo "网页引用了外部资源" >&2
  exit 1
fi
for look in light dark; do
  flags=()
  [ "$look" = dark ] && flags=(--blink-settings=preferredColorScheme=0)
  "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1120,2400 "${flags[@]}" \
    --screenshot="$out/$look.png" "file://$PWD/$out/page.html" 2>/dev/null
done
"$browser" --headless --no-sandbox --disable-gpu --print-to-pdf="$out/page.pdf" "file://$PWD/$out/page.html" 2>/dev/null
ls -l "$out"
