#!/usr/bin/env python3
"""Speed of `courtnlp normalize` beside what people use today, on the same text in the same run.

    python3 Benchmarks/speed.py [--peers] [--runs N]

Builds the release binary (or takes $TOOL), makes the text from the sample hearing of this repository, prints medians
and ratios: wall time, and processor time of the process, which a busy machine disturbs less.
With --peers, OpenCC, cn2an and WeTextProcessing are installed from PyPI into a virtual environment of its own.
Prints numbers; asserts nothing.
"""
import argparse, os, resource, statistics, subprocess, sys, tempfile, time, venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = os.environ.get("TOOL") or ROOT / ".build/release/courtnlp"


def hearing(size):
    """Whole sample hearings, one after the other, up to `size` bytes: header once, then the turns."""
    head, body = (ROOT / "Samples/lending.txt").read_text("utf-8").split("\n\n", 1)
    body = body.rstrip("\n") + "\n"
    times = max(1, size // len(body.encode("utf-8")))
    return (head + "\n\n" + body * times).encode("utf-8")


def timed(command, runs, env=None):
    """Median wall seconds and user + system seconds of a whole process, and its largest memory in MiB."""
    seconds, processor, peak = [], [], 0
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - start)
        processor.append(usage.ru_utime + usage.ru_stime)
        peak = max(peak, usage.ru_maxrss / 1024)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"failed: {' '.join(map(str, command))}")
    return statistics.median(seconds), statistics.median(processor), peak


def first_byte(runs):
    """Median milliseconds from start to the first byte of output of a one-line hearing."""
    samples = []
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen([TOOL, "normalize", "--model", "none", "--lines", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdin.write("今天是二零二四年五月六号\n".encode())
        process.stdin.close()
        process.stdout.read(1)
        samples.append((time.perf_counter() - start) * 1000)
        process.wait()
    return statistics.median(samples)


PEERS = {
    "OpenCC": ("opencc", "import opencc; c = opencc.OpenCC('t2s'); f = c.convert"),
    "cn2an": ("cn2an", "import cn2an; f = lambda t: cn2an.transform(t, 'cn2an')"),
    "WeTextProcessing": (
        "WeTextProcessing",
        "from itn.chinese.inverse_normalizer import InverseNormalizer as I; n = I(); f = n.normalize",
    ),
}


def peers(text, runs):
    """Seconds that each peer takes for the conversion alone, lines one by one, without its start."""
    folder = ROOT / ".build/bench-venv"
    if not folder.exists():
        venv.create(folder, with_pip=True)
    python = folder / "bin/python"
    for name, (package, setup) in PEERS.items():
        done = subprocess.run([python, "-m", "pip", "install", "-q", package], capture_output=True)
        if done.returncode:
            print(f"{name:<28} skipped: could not be installed")
            continue
        code = (
            f"import sys,time\n{setup}\nlines=open(sys.argv[1],encoding='utf-8').read().splitlines()\nf(lines[0])\n"
            "limit=float(sys.argv[2]); n=0; s=time.perf_counter()\n"
            "for l in lines:\n f(l); n+=len(l.encode())+1\n if time.perf_counter()-s>limit: break\n"
            "print(n,time.perf_counter()-s)"
        )
        rates = []
        for _ in range(runs):
            out = subprocess.run([python, "-c", code, text, "20"], capture_output=True, text=True)
            if out.returncode:
                break
            count, seconds = out.stdout.split()[-2:]
            rates.append(int(count) / float(seconds) / 1e6)
        yield name, statistics.median(rates) if rates else None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--peers", action="store_true")
    options.add_argument("--runs", type=int, default=5)
    options = options.parse_args()
    if "TOOL" not in os.environ:
        subprocess.run(["swift", "build", "-c", "release", "--product", "courtnlp"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for megabytes in (1, 32):
            paths[megabytes] = os.path.join(folder, f"{megabytes}.txt")
            Path(paths[megabytes]).write_bytes(hearing(megabytes << 20))
        size = {m: os.path.getsize(p) / 1e6 for m, p in paths.items()}
        rows = {}
        print(f"{'':<34}     wall processor   32 MB / 1 MB      memory 32 MB")
        for label, arguments in (
            ("normalize（规则，channel）", ["--form", "channel", "--model", "none"]),
            ("normalize（随附模型，channel）", ["--form", "channel"]),
            ("normalize --lines --only numbers", ["--lines", "--only", "numbers"]),
        ):
            command = [TOOL, "normalize", *arguments, "--jobs", "1"]
            small, small_cpu, _ = timed([*command, paths[1]], options.runs)
            large, large_cpu, peak = timed([*command, paths[32]], max(3, options.runs // 2))
            rows[label] = size[32] / large_cpu
            print(f"{label:<34} {size[32] / large:6.1f}   {size[32] / large_cpu:6.1f} MB/s   "
                  f"{large / small:4.1f}× {large_cpu / small_cpu:4.1f}×   {peak:6.0f} MiB = "
                  f"{peak / (size[32] * 1e6 / 2**20):4.1f} × input", flush=True)
        print(f"start to first byte                {first_byte(21):8.1f} ms")
        _, iconv, _ = timed(["iconv", "-f", "utf-8", "-t", "gb18030", paths[32]], options.runs)
        rates = {"iconv（utf-8→gb18030）": size[32] / iconv}
        if options.peers:
            rates.update({k: v for k, v in peers(paths[1], 3) if v})
        for name, rate in rates.items():
            ratios = "   ".join(f"{label.split('（')[0]} = {own / rate:.2f}×" for label, own in rows.items())
            print(f"{name:<34} {rate:15.3f} MB/s   {ratios}")


main()
