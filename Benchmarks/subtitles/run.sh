#!/usr/bin/env bash
# Subtitles checked by libraries people trust: srt and webvtt-py (PyPI), which it installs into .build/subtitles.
#   Benchmarks/subtitles/run.sh [RAW_HEARING…]      default: the even cases of ../shared/gold with times
set -euo pipefail
cd "$(dirname "$0")/../.."
place=.build/subtitles
tool=${COURTNLP:-.build/release/courtnlp}
[ -x "$tool" ] || tool=.build/debug/courtnlp
[ -x "$place/bin/python" ] || python3 -m venv "$place"
"$place/bin/pip" install --quiet srt webvtt-py
hearings=("$@")
if [ $# = 0 ]; then
  for case in ../shared/gold/case-*[02468]; do
    [ ! -f "$case/case.json" ] || ! grep -qE '"form": *"(diarized|json)"' "$case/case.json" || hearings+=("$case"/raw.*)
  done
  [ ${#hearings[@]} -gt 0 ] || { echo "跳过：没有 ../shared/gold"; exit 0; }
fi
exec "$place/bin/python" Benchmarks/subtitles/subtitles.py "$tool" "${hearings[@]}"
