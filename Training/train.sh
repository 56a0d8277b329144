#!/usr/bin/env bash
# Retrains the shipped models from Training/hearings and, where it is there, the trainable material of ../shared.
#   Training/train.sh [punctuation|speakers …]      default: both
# Needs a release build (made here) and, for the background corpora, xz.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=../shared
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir "$work/hearings" "$work/background"
cp Training/hearings/*.txt "$work/hearings/"
[ -d $shared/corpus-hearings ] && cp $shared/corpus-hearings/*.txt "$work/hearings/" || echo "跳过：没有 $shared/corpus-hearings"
for name in civil-judgments-cail2019-dev criminal-judgments-judge judgments-simucourt meetings-vcsum; do
  [ -e "$shared/data/corpus/$name.txt.xz" ] && xz -dc "$shared/data/corpus/$name.txt.xz" > "$work/background/$name.txt" || echo "跳过：没有 $name"
done
swift build -c release --product courtnlp
tool=.build/release/courtnlp
for model in "${@:-punctuation speakers}"; do
  for name in $model; do
    case $name in
      punctuation) "$tool" train punctuation --corpus "$work/hearings" --background "$work/background" --output rulebases/models/punctuation.model --force ;;
      speakers) "$tool" train speakers --corpus "$work/hearings" --output rulebases/models/speakers.model --force ;;
      *) echo "不认识的模型：$name（可用 punctuation、speakers）" >&2; exit 64 ;;
    esac
  done
done
