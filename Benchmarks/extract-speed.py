#!/usr/bin/env python3
"""Speed of the rule engine: `courtnlp extract --lines` over judgments, and what rule files of bad intent cost.

    python3 Benchmarks/extract-speed.py JUDGMENTS.txt [--runs N]

JUDGMENTS.txt holds one paragraph a line. Builds the release binary (or takes $TOOL). Times are processor time of the
whole process, best of N, less the time of an empty text where the rate over text is meant.
Prints numbers; asserts nothing.
"""
import argparse, json, os, random, subprocess, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = os.environ.get("TOOL") or ROOT / ".build/release/courtnlp"
BASES = sorted((ROOT / "rulebases").glob("*.json"))
OWN = [path for path in BASES if path.stem != "cail-loan"]


def cost(rules, text, runs):
    """Least processor seconds, last exit status and first line of complaint."""
    command = [TOOL, "extract", "--lines", *[word for rule in rules for word in ("--rules", rule)], text]
    best = float("inf")
    for _ in range(runs):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        complaint = process.stderr.read(100_000).decode("utf-8", "replace")
        process.stderr.close()
        _, status, usage = os.wait4(process.pid, 0)
        best = min(best, usage.ru_utime + usage.ru_stime)
    return best, os.waitstatus_to_exitcode(status), complaint.split("\n")[0]


def generated(times, seed=1):
    """A rule base with `times` as many patterns as all rule bases hold together, of words that they do not use."""
    chance = random.Random(seed)
    count = times * sum(len(rule.get("says", [])) + len(rule.get("unless", []))
                        for path in OWN for rule in json.loads(path.read_text("utf-8"))["rules"])
    word = lambda: "".join(chr(chance.randrange(0x4E00, 0x9000)) for _ in range(chance.randint(2, 4)))
    pattern = lambda: f"({word()}|{word()}|{word()})…8" + chance.choice(["{金额}", "{日期}", word(), f"[{word()}]{word()}"])
    rules = [rule("r", i, [pattern() for _ in range(10)]) for i in range(count // 10)]
    return base(rules)


def rule(prefix, number, says):
    return {"id": f"{prefix}{number}", "element": "e", "value": "true", "says": says, 
            "examples": {"match": [{"text": "借款", "words": "借款", "value": "true"}], "not": ["付款"]}}


def base(rules, **more):
    return {"format": 1, "id": "generated", "title": "生成", "version": "1", "effective": "2026-01-01", "law": [],
            "elements": [{"id": "e", "name": "要素", "section": "claim", "form_item": "要素", "type": "boolean",
                          "question": "有没有？", "law": ["民法典第667条"]}], "rules": rules, **more}


def hostile():
    """Rule files of bad intent, by name."""
    yield "10 MB of nothing but brackets", "[" * 10_000_000
    yield "10 MB of one pattern", json.dumps(base([rule("r", 0, ["借" * 3_300_000])]), ensure_ascii=False)
    yield "10 MB of patterns", json.dumps(base([rule("r", i, ["(借|贷)…8款"] * 100) for i in range(5_000)]), ensure_ascii=False)
    yield "nesting of 100,000", json.dumps(base([rule("r", 0, ["(" * 100_000 + "借" + ")" * 100_000])]), ensure_ascii=False)
    yield "alternatives, 2 to the 200", json.dumps(base([rule("r", 0, ["借" + "(一|一一|[一]一)" * 200 + "完"])]), ensure_ascii=False)
    yield "100,000 classes", json.dumps(
        base([rule("r", 0, ["<c1>款"])], classes={f"c{i}": [f"词{i}"] for i in range(100_000)}), ensure_ascii=False)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("judgments", type=Path)
    options.add_argument("--runs", type=int, default=5)
    options = options.parse_args()
    if "TOOL" not in os.environ:
        subprocess.run(["swift", "build", "-c", "release", "--product", "courtnlp"], cwd=ROOT, check=True)
    size = options.judgments.stat().st_size / 1e6
    with tempfile.TemporaryDirectory() as folder:
        empty, one_pattern, tenfold = (Path(folder) / name for name in ("empty.txt", "none.json", "tenfold.json"))
        empty.write_text("无\n")
        one_pattern.write_text(json.dumps(base([rule("r", 0, ["借款"])])), "utf-8")
        tenfold.write_text(json.dumps(generated(9), ensure_ascii=False), "utf-8")
        start, _, _ = cost([one_pattern], empty, options.runs)
        rates = {}
        for name, rules in (("private-lending", [ROOT / "rulebases/private-lending.json"]), ("all at once", OWN),
                            ("all and nine times as many", [*OWN, tenfold])):
            ready, status, complaint = cost(rules, empty, options.runs)
            if status:
                raise SystemExit(complaint)
            whole, _, _ = cost(rules, options.judgments, options.runs)
            rates[name] = whole - ready
            print(f"{name:<28} {size / (whole - ready):7.1f} MB/s   read and compiled in {(ready - start) * 1000:6.1f} ms"
                  f"   {complaint}", flush=True)
        print(f"ten times the rules          {rates['all and nine times as many'] / rates['all at once']:7.2f} × the time")
        for name, text in hostile():
            path = Path(folder) / "hostile.json"
            path.write_text(text, "utf-8")
            seconds, status, complaint = cost([path], empty, 1)
            print(f"{name:<32} {seconds:6.2f} s   exit {status}   {complaint[len(str(path)):][:100]}", flush=True)


main()
