#!/usr/bin/env bash
# Facts of the gold hearings against their rule bases: `evaluate elements` over the cases that have facts.
# ONLY=even|odd takes one half (even cases may be tuned on, odd ones only measured); TOOL= another binary; KEEP= a folder
# for the predictions. Skips when there is no gold beside the project.
set -euo pipefail
cd "$(dirname "$0")/.."
gold=../shared/gold
[ -d "$gold" ] || { echo "跳过：没有 $gold"; exit 0; }
tool=${TOOL:-}
if [ -z "$tool" ]; then
  swift build -c release --product courtnlp > /dev/null
  tool=$(swift build -c release --show-bin-path)/courtnlp
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
predicted=${KEEP:-$work/predicted}
mkdir -p "$work/gold" "$predicted"
for folder in "$gold"/case-*; do
  [ -f "$folder/facts.json" ] || continue
  number=${folder##*-}
  case "${ONLY:-all}" in
    even) [ $((10#$number % 2)) -eq 0 ] || continue ;;
    odd) [ $((10#$number % 2)) -eq 1 ] || continue ;;
  esac
  base=$(sed -n 's/.*"rulebase" *: *"\([a-z-]*\)".*/\1/p' "$folder/facts.json" | head -1)
  ln -s "$(cd "$folder" && pwd)" "$work/gold/$(basename "$folder")"
  options=()
  grep -q '"provided_to_tool" *: *false' "$folder/case.json" || options=(--case "$folder/case.json")
  "$tool" extract --rules "rulebases/$base.json" "${options[@]}" --json "$folder/gold.txt" \
    > "$predicted/$(basename "$folder").jsonl"
done
"$tool" evaluate elements "$work/gold" "$predicted"
