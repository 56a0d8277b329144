#!/usr/bin/env python3
"""Speed of `normalize --jsonl` beside `normalize FILE…` on the same hearings, and the cold start of every door.

    python3 Benchmarks/doors/jsonlines.py [--runs N]

Builds the release binary (or takes $TOOL). Prints medians of processor seconds (which a busy machine disturbs less than
wall time), the ratio, the largest memory for 1 and for 20 times as many lines, and milliseconds to the first byte.
Asserts nothing but that both ways give the same text.
"""
import argparse, json, os, statistics, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOL = os.environ.get("TOOL") or str(ROOT / ".build/release/courtnlp")


def hearing(times):
    head, body = (ROOT / "Samples/lending.txt").read_text("utf-8").split("\n\n", 1)
    return head + "\n\n" + (body.rstrip("\n") + "\n") * times


def run(command, output):
    """Processor seconds and largest memory in MiB of one run."""
    with open(output, "wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"failed: {' '.join(map(str, command[:4]))}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def first_byte(arguments, line, runs):
    """Median wall and processor milliseconds from the start to the first byte and to the end."""
    wall, processor = [], []
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen([TOOL, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        process.stdin.write((line + "\n").encode())
        process.stdin.close()
        process.stdout.read(1)
        wall.append((time.perf_counter() - start) * 1000)
        _, _, usage = os.wait4(process.pid, 0)
        processor.append((usage.ru_utime + usage.ru_stime) * 1000)
    return statistics.median(wall), statistics.median(processor)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    if not os.environ.get("TOOL"):
        subprocess.run(["swift", "build", "-c", "release", "--product", "courtnlp"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = [hearing(60 + number) for number in range(40)]
        files = [folder / f"{number:03}.txt" for number in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_text(text, "utf-8")
        lines = "".join(json.dumps({"id": n, "text": text}, ensure_ascii=False) + "\n" for n, text in enumerate(texts))
        (folder / "one.jsonl").write_text(lines, "utf-8")
        with open(folder / "many.jsonl", "w", encoding="utf-8") as file:  # piece by piece: a child's peak counts ours too
            for _ in range(20):
                file.write(lines)
        size = sum(file.stat().st_size for file in files) / 1e6
        ways = {"files": [TOOL, "normalize", "--jobs", "1", *files], "jsonl": [TOOL, "normalize", "--jsonl", "--jobs", "1", folder / "one.jsonl"]}
        seconds = {way: [] for way in ways}
        for _ in range(runs):  # in turns, so that both see the same load
            for way, command in ways.items():
                seconds[way].append(run(command, folder / way)[0])
        answers = "".join(json.loads(line)["text"] for line in (folder / "jsonl").read_text("utf-8").splitlines())
        if answers != (folder / "files").read_text("utf-8"):
            sys.exit("the two ways differ")
        middle = {way: statistics.median(values) for way, values in seconds.items()}
        for way in ways:
            print(f"{way}: {size / middle[way]:.1f} MB/s ({middle[way]:.2f} s for {size:.1f} MB, one core)")
        print(f"jsonl / files: {middle['files'] / middle['jsonl']:.0%}")
        memory = [run([TOOL, "normalize", "--jsonl", "--jobs", "1", folder / f"{name}.jsonl"], folder / "out")[1] for name in ["one", "many"]]
        print(f"memory: {memory[0]:.0f} MiB for {size:.0f} MB, {memory[1]:.0f} MiB for {size * 20:.0f} MB")
    for arguments, line in [
        (["normalize"], "审判员：现在开庭"), (["normalize", "--follow"], "审判员：现在开庭"),
        (["normalize", "--jsonl"], '{"text":"审判员：现在开庭"}'), (["serve"], '{"jsonrpc":"2.0","id":1,"method":"ping"}'),
    ]:
        wall, processor = first_byte(arguments, line, 3 * runs)
        print(f"{' '.join(arguments)}: first byte {wall:.0f} ms, processor {processor:.0f} ms")


if __name__ == "__main__":
    main()
