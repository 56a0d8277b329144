#!/usr/bin/env bash
# F1 of the punctuation models on text whose marks were taken off, the ends of turns known: gold hearings with even and
# odd numbers, hearings held out from training, paragraphs of judgments and meetings kept back.
#   Benchmarks/punctuation.sh [GOLD_DIR]      default: ../shared/gold; MODELS="fast accurate none" by default
# Needs a release build, or TOOL names one; what of ../shared is not there is skipped.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
gold=${1:-$root/../shared/gold}
tool=${TOOL:-$root/.build/release/courtnlp}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir "$work/偶数号" "$work/奇数号" "$work/留出的训练笔录" "$work/裁判文书" "$work/会议"
for folder in "$gold"/case-*; do
  [ -f "$folder/gold.txt" ] || { echo "跳过：没有 $gold"; continue; }
  name=$(basename "$folder")
  [ $((10#${name#case-} % 2)) = 0 ] && part=偶数号 || part=奇数号
  cp "$folder/gold.txt" "$work/$part/$name.txt"
done
"$root"/Training/gather.sh "$work/留出的训练笔录"
# every twentieth paragraph, as Training/train.sh keeps it back
for name in civil-judgments-cail2019-dev criminal-judgments-judge judgments-simucourt lending-sentences-muser meetings-vcsum; do
  file=$root/../shared/data/corpus/$name.txt.xz
  case $name in meetings*) part=会议 ;; *) part=裁判文书 ;; esac
  [ -e "$file" ] && xz -dc "$file" | awk 'NR % 20 == 8' > "$work/$part/$name.txt" || echo "跳过：没有 $name"
done
models=(); for model in ${MODELS:-fast accurate none}; do models+=(--model "$model"); done
for part in 奇数号 偶数号 留出的训练笔录 裁判文书 会议; do
  [ -n "$(ls -A "$work/$part")" ] || continue
  options=(); [ $part = 留出的训练笔录 ] && options=(--held-out)
  "$tool" evaluate punctuation "$work/$part" "${models[@]}" "${options[@]}"
done
