"""Scores `normalize --only terms` on a spelling set: lines {"wrong", "right"} of the same length.

usage: python3 Benchmarks/spelling.py [SET.jsonl] [--show]      TOOL names another binary, COURTNLP_DATA other models

Prints precision and recall per character, and how many clean sentences were touched, for the even lines (the rules and
margins are tuned on them), for the odd lines (only measured), and for the odd lines whose right text no even line has.
Intervals are 95 % by bootstrap over sentences.
"""
import json, os, random, subprocess, sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
TOOL = os.environ.get("TOOL", os.path.join(ROOT, ".build/release/courtnlp"))


def restored(lines):
    """What the tool makes of each line."""
    text = "\n".join(line["wrong"] for line in lines) + "\n"
    done = subprocess.run(
        [TOOL, "normalize", "--lines", "--only", "terms", "-"], input=text.encode(), capture_output=True, check=True)
    return done.stdout.decode().split("\n")[: len(lines)]


def counts(line, mine):
    """Right and wrong changes, errors, whether clean, whether a clean one was touched."""
    wrong, right = line["wrong"], line["right"]
    changed = [(a, b) for a, b, c in zip(mine, right, wrong) if a != c]
    good = sum(a == b for a, b in changed)
    clean = wrong == right
    return good, len(changed) - good, sum(a != b for a, b in zip(wrong, right)), clean, clean and mine != wrong


def figures(rows):
    good, bad, errors, clean, touched = (sum(column) for column in zip(*rows))
    return good / max(good + bad, 1), good / max(errors, 1), touched / max(clean, 1)


def report(name, rows):
    dice = random.Random(1)
    samples = [figures(dice.choices(rows, k=len(rows))) for _ in range(500)]
    cells = []
    for index, value in enumerate(figures(rows)):
        column = sorted(sample[index] for sample in samples)
        cells.append(f"{value:.3f} [{column[12]:.3f}, {column[487]:.3f}]")
    print(f"{name}（{len(rows)} 句）  精确率 {cells[0]}  召回率 {cells[1]}  正确句被改 {cells[2]}")


def main():
    names = [name for name in sys.argv[1:] if name != "--show"]
    path = names[0] if names else os.path.join(ROOT, "../shared/data/legal-spelling/ecspell-law-dev.jsonl")
    if not os.path.exists(path):
        print("跳过：没有", path)
        return
    lines = [json.loads(line) for line in open(path)]
    outputs = restored(lines)
    rows = [counts(line, mine) for line, mine in zip(lines, outputs)]
    tuned = {line["right"] for line in lines[::2]}
    report("偶数行（调参）", rows[::2])
    report("奇数行（只测量）", rows[1::2])
    report("其中没有同文的", [row for row, line in zip(rows[1::2], lines[1::2]) if line["right"] not in tuned])
    if "--show" in sys.argv:
        for line, mine, row in list(zip(lines, outputs, rows))[::2]:
            if row[1]:
                print(line["wrong"], "→", mine, "应为", line["right"])


main()
