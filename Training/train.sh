#!/usr/bin/env bash
# Retrains the shipped models from Training/hearings and, where it is there, the trainable material of ../shared.
#   Training/train.sh [punctuation|punctuation-accurate|speakers|words …]      default: all, in this order
# A minute, some ten minutes, seconds, half a minute. The accurate model takes its rows from rulebases/models/punctuation.model.
# Needs a release build (made here, or TOOL names one) and, for the background corpora, xz.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=../shared
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir "$work/hearings" "$work/background" "$work/written"
Training/gather.sh "$work/hearings"
mkdir "$work/judgments" "$work/meetings"
for name in civil-judgments-cail2019-dev criminal-judgments-judge judgments-simucourt lending-sentences-muser meetings-vcsum; do
  [ -e "$shared/data/corpus/$name.txt.xz" ] || { echo "跳过：没有 $name"; continue; }
  # every twentieth paragraph is kept back for measuring
  case $name in meetings*) held=$work/meetings ;; *) held=$work/judgments ;; esac
  xz -dc "$shared/data/corpus/$name.txt.xz" | awk -v held="$held/$name.txt" 'NR % 20 == 8 { print > held; next } { print }' > "$work/background/$name.txt"
done
for file in $shared/data/corpus/*.txt.xz; do
  [ -e "$file" ] && xz -dc "$file" > "$work/written/$(basename "$file" .xz)" || echo "跳过：没有 $file"
done
spelling=$shared/data/legal-spelling/ecspell-law-dev.jsonl
[ -e $spelling ] && sed -n 's/.*"right": "\([^"]*\)".*/\1/p' $spelling > "$work/written/legal-spelling.txt" || echo "跳过：没有 $spelling"
# With the vectors of this machine networks train three times as fast; no sum is taken in another order, so the bytes stay.
wide=()
grep -qs avx512f /proc/cpuinfo && wide=(--scratch-path .build/wide -Xswiftc -Xcc -Xswiftc -march=x86-64-v4)
[ -n "${TOOL:-}" ] || swift build -c release --product courtnlp "${wide[@]}"
[ ${#wide[@]} = 0 ] && built=.build/release || built=.build/wide/release
tool=${TOOL:-$built/courtnlp}
measure=(--measure "$work/judgments" --measure "$work/meetings")
# How densely to set marks is tuned on gold hearings with even numbers too; those with odd numbers only measure.
mkdir "$work/even"
for folder in "$shared"/gold/case-*[02468]; do [ -d "$folder" ] && mkdir "$work/even/${folder##*/}" && cp "$folder/gold.txt" "$work/even/${folder##*/}/"; done
tune=(--tune "$work/even")
for model in "${@:-punctuation punctuation-accurate speakers words}"; do
  for name in $model; do
    case $name in
      punctuation) "$tool" train punctuation --corpus "$work/hearings" --background "$work/background" "${tune[@]}" "${measure[@]}" --output rulebases/models/punctuation.model --force ;;
      punctuation-accurate) "$tool" train punctuation --kind accurate --rows rulebases/models/punctuation.model --corpus "$work/hearings" --background "$work/background" "${tune[@]}" "${measure[@]}" --output rulebases/models/punctuation-accurate.model --force ;;
      speakers) "$tool" train speakers --corpus "$work/hearings" --output rulebases/models/speakers.model --force ;;
      words) "$tool" train words --corpus "$work/hearings" --background "$work/written" --output rulebases/models/words.model --force ;;
      *) echo "不认识的模型：$name（可用 punctuation、punctuation-accurate、speakers、words）" >&2; exit 64 ;;
    esac
  done
done
