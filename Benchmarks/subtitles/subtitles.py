"""What srt and webvtt-py read from our subtitles: every turn with its speaker and all its text, times in order, short
cues; and how far the start of each turn is from the start of the segment it came from."""

import html
import json
import re
import subprocess
import sys
import tempfile

import srt
import webvtt

TOOL, HEARINGS = sys.argv[1], sys.argv[2:]
LONGEST = 72
failed, cues, longest, turns_read, starts = [], 0, 0, 0, []


def normalize(path, form):
    done = subprocess.run([TOOL, "normalize", "--format", form, path], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return done.stdout


def check(path, what, right):
    if not right:
        failed.append(f"{path}: {what}")


def milliseconds(text):
    hours, minutes, seconds = text.split(":")
    return round((int(hours) * 3600 + int(minutes) * 60 + float(seconds)) * 1000)


def joined(pieces):
    """Turns from cues: a cue without a name goes on with the turn before."""
    turns = []
    for name, text in pieces:
        if name and (not turns or turns[-1][0] != name):
            turns.append([name, ""])
        turns[-1][1] += text
    return turns


for path in HEARINGS:
    records = [json.loads(line) for line in normalize(path, "json").splitlines()]
    turns = [[r["label"], r["text"], r["time"]["start"]] for r in records if r["type"] == "turn"]
    wanted = [turn[:2] for turn in turns]
    labels = sorted({turn[0] for turn in turns}, key=len, reverse=True)
    found = list(srt.parse(normalize(path, "srt")))
    pieces = []
    for cue in found:
        name = next((label for label in labels if cue.content.startswith(label + "：")), "")
        pieces.append((name, cue.content[len(name) + 1 if name else 0:]))
    check(path, "srt 的文字", joined(pieces) == wanted)
    times = [(cue.start, cue.end) for cue in found]
    check(path, "srt 的时间次序", all(a < b for a, b in times) and all(x[1] <= y[0] for x, y in zip(times, times[1:])))
    with tempfile.NamedTemporaryFile("w", suffix=".vtt") as file:
        file.write(normalize(path, "vtt"))
        file.flush()
        captions = webvtt.read(file.name).captions
    voices = [re.match(r"<v ([^>]*)>(.*)$", caption.raw_text, re.S).groups() for caption in captions]
    check(path, "vtt 的文字", joined([(name, html.unescape(text)) for name, text in voices]) == wanted)
    check(path, "vtt 的时间", [milliseconds(c.start) for c in captions] == [round(c.start.total_seconds() * 1000) for c in found])
    lengths = [len(text) for _, text in pieces]
    check(path, "太长的字幕", max(lengths) <= LONGEST)
    cues, longest, turns_read = cues + len(found), max(longest, *lengths), turns_read + len(turns)
    first = [cue for cue, (name, _) in zip(found, pieces) if name]
    if len(first) == len(turns):
        starts += [abs(round(cue.start.total_seconds() * 1000) - turn[2]) for cue, turn in zip(first, turns)]

starts.sort()
print(f"{len(HEARINGS)} 份庭审，{turns_read} 轮，{cues} 条字幕，最长 {longest} 字，不符 {len(failed)} 处")
if starts:
    print(f"各轮的起点与其首段起点相差：中位 {starts[len(starts) // 2]} 毫秒，最大 {starts[-1]} 毫秒（去掉的语气词计在内）")
for line in failed:
    print("  " + line)
sys.exit(1 if failed else 0)
