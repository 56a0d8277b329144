#!/usr/bin/env bash
# Facts of hearings against their rule bases, by `evaluate elements`.
#   Benchmarks/facts.sh            the gold cases that have facts (skips when there is no gold beside the project)
#   Benchmarks/facts.sh own        the hearings of Training/hearings that have facts in Training/facts
# ONLY=tune|held takes what may be tuned on (even gold cases; own hearings but those of held.txt) or what is only
# measured and never read by who writes rules (odd gold cases; Training/facts/held.txt). CAUSE= one rule base; TOOL= another
# binary; KEEP= a folder for the predictions.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$(Benchmarks/tool.sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
predicted=${KEEP:-$work/predicted}
mkdir -p "$work/gold" "$predicted"

# NAME TEXT FACTS [CASE FILE]: one hearing
measure() {
  local name=$1 text=$2 facts=$3 half base options=()
  case "$name" in
    case-[a-z]-*) half=$(grep -qx "${name#case-}" Training/facts/held.txt && echo held || echo tune) ;;
    case-*[13579]) half=held ;;
    *) half=tune ;;
  esac
  [ "${ONLY:-$half}" = "$half" ] || return 0
  base=$(sed -n 's/.*"rulebase" *: *"\([a-z-]*\)".*/\1/p' "$facts" | head -1)
  [ "${CAUSE:-$base}" = "$base" ] || return 0
  mkdir "$work/gold/$name"
  cp "$text" "$work/gold/$name/gold.txt"
  cp "$facts" "$work/gold/$name/facts.json"
  if [ $# -gt 3 ]; then
    cp "$4" "$work/gold/$name/case.json"
    grep -q '"provided_to_tool" *: *false' "$4" || options=(--case "$4")
  fi
  "$tool" extract --rules "rulebases/$base.json" "${options[@]}" --json "$text" > "$predicted/$name.jsonl"
}

if [ "${1:-gold}" = own ]; then
  for facts in Training/facts/*.json; do
    name=$(basename "$facts" .json)
    measure "case-$name" "Training/hearings/$name.txt" "$facts"
  done
else
  gold=../shared/gold
  [ -d "$gold" ] || { echo "跳过：没有 $gold"; exit 0; }
  for folder in "$gold"/case-*; do
    [ ! -f "$folder/facts.json" ] ||
      measure "$(basename "$folder")" "$folder/gold.txt" "$folder/facts.json" "$folder/case.json"
  done
fi
"$tool" evaluate elements "$work/gold" "$predicted"
