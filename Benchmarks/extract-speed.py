#!/usr/bin/env python3
"""Speed of the rule engine: `courtnlp extract` over judgments, with ten times the rules, over a speech without marks,
and what rule files of bad intent cost.

    python3 Benchmarks/extract-speed.py JUDGMENTS.txt [--runs N]

JUDGMENTS.txt holds one paragraph a line. Builds the release binary (or takes $TOOL). Times are processor time of the
whole process, best of N, less the time of an empty text where the rate over text is meant; rules are read and compiled
on several threads, so that the time on the clock is printed for that too.
Prints numbers; asserts nothing.
"""
import argparse, json, os, random, re, subprocess, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = os.environ.get("TOOL") or ROOT / ".build/release/courtnlp"
BASES = sorted((ROOT / "rulebases").glob("*.json"))
OWN = [path for path in BASES if path.stem != "cail-loan"]


def cost(rules, text, runs, *options):
    """Least processor seconds and seconds on the clock, last exit status and first line of complaint."""
    command = [TOOL, "extract", *options, *[word for rule in rules for word in ("--rules", rule)], text]
    best, clock = float("inf"), float("inf")
    for _ in range(runs):
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        complaint = process.stderr.read(100_000).decode("utf-8", "replace")
        process.stderr.close()
        _, status, usage = os.wait4(process.pid, 0)
        best, clock = min(best, usage.ru_utime + usage.ru_stime), min(clock, time.monotonic() - start)
    return best, clock, os.waitstatus_to_exitcode(status), complaint.split("\n")[0]


def copies(times, folder, seed=1):
    """Each rule base `times` more, rules and patterns of the same shape, with other words, as rules about other matters
    have: every word becomes as many characters, at least two, drawn from those of all rules as often as they stand
    there, the same word in one copy always the same. Rules of marks and values alone (，{利率}，) are left out: they would
    match as often as the ones they are copied from."""
    chance = random.Random(seed)
    bases = [json.loads(path.read_text("utf-8")) for path in OWN]
    characters = re.findall("[\u4e00-\u9fff]", "".join(text for one in bases for text in patterns(one)))
    for copy in range(times):
        words = {}
        other = lambda found: found[0] if found[0][0] in "{<" else words.setdefault(
            found[0], "".join(chance.choices(characters, k=max(2, len(found[0])))))
        change = lambda texts: [re.sub(r"\{.*?\}|<.*?>|[\u4e00-\u9fff]+", other, text) for text in texts]
        for one, path in zip(bases, OWN):
            rules = [{**rule, **{key: change(rule[key]) for key in PATTERNS if key in rule}}
                     for rule in one["rules"] if all(has_words(text) for text in rule.get("says", []))]
            classes = {name: list(dict.fromkeys(change(words))) for name, words in one.get("classes", {}).items()}
            target = folder / f"{path.stem}-{copy}.json"
            target.write_text(json.dumps({**one, "rules": rules, "classes": classes}, ensure_ascii=False), "utf-8")
            yield target


PATTERNS = ("asked", "says", "unless", "given", "lacking")


def has_words(pattern):
    """True when a word must stand in every match, or nearly so."""
    return re.search("<|[\u4e00-\u9fff]", re.sub(r"\{.*?\}|\[.*?\]", "", pattern))


def patterns(one):
    """All patterns of a rule base."""
    return [text for rule in one["rules"] for key in PATTERNS for text in rule.get(key, [])]


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
    with tempfile.TemporaryDirectory() as folder:
        empty, one_pattern = (Path(folder) / name for name in ("empty.txt", "none.json"))
        empty.write_text("无\n")
        one_pattern.write_text(json.dumps(base([rule("r", 0, ["借款"])])), "utf-8")
        unmarked = Path(folder) / "unmarked.txt"
        words = re.sub(r"[^\w]", "", options.judgments.read_text("utf-8"))
        unmarked.write_bytes("原告：".encode() + words.encode()[:190_000] + b"\n")
        more = list(copies(9, Path(folder)))
        start, clock, _, _ = cost([one_pattern], empty, options.runs)
        seconds = {}
        for name, rules, text, how in (
            ("private-lending, lines", [ROOT / "rulebases/private-lending.json"], options.judgments, ["--lines"]),
            ("all at once, lines", OWN, options.judgments, ["--lines"]),
            ("all at once, one document", OWN, options.judgments, []),
            ("190 KB without a mark", OWN, unmarked, []),
            ("ten times the rules, lines", [*OWN, *more], options.judgments, ["--lines"]),
        ):
            ready, readied, status, complaint = cost(rules, empty, options.runs, *how)
            if status:
                raise SystemExit(complaint)
            whole, _, _, _ = cost(rules, text, options.runs, *how)
            seconds[name] = whole - ready
            size = text.stat().st_size / 1e6
            print(f"{name:<28} {size / (whole - ready):7.1f} MB/s   {whole - ready:6.2f} s   "
                  f"read and compiled in {(readied - clock) * 1000:6.1f} ms "
                  f"({(ready - start) * 1000:.1f} ms of processors)   {complaint}", flush=True)
        ratio = seconds["ten times the rules, lines"] / seconds["all at once, lines"]
        print(f"ten times the rules          {ratio:7.2f} × the time", flush=True)
        for name, text in hostile():
            path = Path(folder) / "hostile.json"
            path.write_text(text, "utf-8")
            seconds, _, status, complaint = cost([path], empty, 1)
            print(f"{name:<32} {seconds:6.2f} s   exit {status}   {complaint[len(str(path)):][:100]}", flush=True)


main()
