#!/usr/bin/env bash
# Looks at the review page in a real browser: layout, light and dark, a tip under the focus, the filter, print.
# Not part of the tests; says when it skips. Pictures and the PDF are left in the folder given, or a temporary one.
set -euo pipefail
cd "$(dirname "$0")/.."
browser=""
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" > /dev/null; then browser=$name; break; fi
done
if [ -z "$browser" ]; then
  echo "跳过：没有找到 chromium（Debian：apt-get install chromium fonts-noto-cjk）"
  exit 0
fi
out=${1:-$(mktemp -d)}
mkdir -p "$out"
swift build --product courtnlp > /dev/null
"$(swift build --show-bin-path)/courtnlp" normalize --format html --form "${FORM:-auto}" "${2:-Samples/lending.txt}" > "$out/page.html"

run() { "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars "$@" > "$out/browser.log" 2>&1; }
view() { # picture, width, height, extra options
  run --window-size="$2","$3" --screenshot="$out/$1" "${@:4}"
  [ -s "$out/$1" ] || { echo "没有得到 $1"; cat "$out/browser.log"; exit 1; }
}
page="file://$out/page.html"
view light.png 1400 1100 "$page"
view dark.png 1400 1100 --force-dark-mode --enable-features=WebContentsForceDark:inversion_method/cielab_based --blink-settings=preferredColorScheme=0 "$page"
view narrow.png 500 900 "$page"
view focus.png 1400 1100 "$page#e3"
run --print-to-pdf="$out/print.pdf" --no-pdf-header-footer "$page"
[ "$(head -c 5 "$out/print.pdf")" = "%PDF-" ] || { echo "没有得到 PDF"; exit 1; }

# The page as the browser understood it: one row for each turn, every change reachable by its number, no script error.
run --dump-dom "$page"
grep -v '^\[' "$out/browser.log" > "$out/dom.html"

# The keys N and P move the focus, and a kind that is unchecked is not marked any more.
probe='<script>for (const key of ["n","n","n","p"]) dispatchEvent(new KeyboardEvent("keydown",{key}));
document.body.dataset.focus=document.activeElement.id;
const ins=document.querySelector(".row ins"),box=document.getElementById("k-"+ins.className.split(" ")[0]);
box.checked=false;document.body.dataset.mark=getComputedStyle(ins).textDecorationLine;</script>'
sed "s|</body>|$(printf '%s' "$probe" | tr -d '\n' | sed 's/[&|]/\\&/g')</body>|" "$out/page.html" > "$out/probe.html"
run --dump-dom "file://$out/probe.html"
grep -q 'data-focus="e2"' "$out/browser.log" || { echo "按 N、P 没有移动焦点"; exit 1; }
grep -q 'data-mark="none"' "$out/browser.log" || { echo "取消勾选后仍有标记"; exit 1; }

rows=$(grep -o 'class="row" id="t' "$out/dom.html" | wc -l)
changes=$(grep -o 'tabindex="0"' "$out/dom.html" | wc -l)
echo "页面：$rows 段，$changes 处改动；图片与 PDF 在 $out"
[ "$rows" -gt 0 ] || { echo "页面里没有发言"; exit 1; }
