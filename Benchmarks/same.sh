#!/usr/bin/env bash
# Whether every build and any number of workers give the same bytes: all hearings, their marks taken off, with and without
# who speaks, through each model.
#   Benchmarks/same.sh [TOOL…]      default: the release build and one for the vectors of this machine, both made here
# SHARE=4 takes one hearing in four. One line for each model and form: runs, hearings, results, digest; exit code 1 when
# there is more than one result.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=("$@")
if [ ${#tools[@]} = 0 ]; then
  wide=(-c release --scratch-path .build/wide -Xswiftc -Xcc -Xswiftc -march=native)
  swift build "${wide[@]}" --product courtnlp > /dev/null
  tools=("$(Benchmarks/tool.sh)" "$(swift build "${wide[@]}" --show-bin-path)/courtnlp")
fi
export COURTNLP_DATA=$PWD/rulebases
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir "$work/hearings" "$work/channel" "$work/plain"
Training/gather.sh "$work/hearings"
number=0
for file in "$work"/hearings/*.txt; do
  name=${file##*/} number=$((number + 1))
  [ $((number % ${SHARE:-1})) = 0 ] || continue
  sed -E '1,/^$/!s/[，。？！、；“”《》]//g; 1,/^$/d' "$file" > "$work/channel/$name"
  sed -E 's/^[^：]*：//' "$work/channel/$name" > "$work/plain/$name"
done
differs=0
for form in channel plain; do
  for model in none fast accurate; do
    for tool in "${tools[@]}"; do
      for jobs in 1 2 "$(($(nproc) + 3))"; do
        rm -rf "$work/out"; mkdir "$work/out"
        "$tool" normalize --model $model --form $form --jobs $jobs --output-dir "$work/out" "$work/$form"/*.txt 2> "$work/diagnostics" || true
        (cd "$work/out" && ls && cat ./*) | cat - "$work/diagnostics" | sha256sum
      done
    done > "$work/digests"
    results=$(sort -u "$work/digests" | wc -l)
    echo "$form $model：$(wc -l < "$work/digests") 次，$(ls "$work/out" | wc -l) 份，$results 种结果，$(head -c 16 "$work/digests")"
    [ "$results" = 1 ] || differs=1
  done
done
exit $differs
