#!/usr/bin/env python3
"""Hostile inputs of up to 64 MiB through the release binary: outcome, seconds, memory against 12 × input + 64 MiB.

    python3 Benchmarks/hostile.py [MiB]      default 64; seeded, so every run sees the same bytes

Exit code 1 when an input crashed the tool, hung it (120 s) or broke the memory bound.
"""
import os, random, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = os.environ.get("TOOL", ROOT / ".build/release/courtnlp")
SIZE = int(sys.argv[1] if len(sys.argv) > 1 else 64) << 20
HAN = "一二三四五六七八九十百千万亿零两块钱年月日号点半嗯啊那个就是不没有原告被告审判员借条的了是我你他"


def repeat(text):
    data = text.encode("utf-8", "surrogatepass")
    return (data * (SIZE // len(data) + 1))[:SIZE]


def inputs():
    """Name, a function that makes the bytes, further options."""
    dice = random.Random(20261122)
    han = "".join(dice.choice(HAN) for _ in range(4096))
    numerals = "".join(dice.choice("一二三四五六七八九十百千万亿零两点") for _ in range(4096))
    yield "empty", lambda: b"", []
    yield "one byte", lambda: b"\xff", []
    yield "random bytes", lambda: dice.randbytes(SIZE), []
    yield "NULs", lambda: bytes(SIZE), []
    yield "one line of Han", lambda: repeat(han), []
    yield "one line of numerals", lambda: repeat(numerals), []
    yield "one character", lambda: repeat("啊"), []
    yield "one word", lambda: repeat("那个就是"), []
    yield "open brackets", lambda: repeat("（《“【["), []
    yield "labels only", lambda: repeat("原告：\n被告：\n"), []
    yield "short turns", lambda: repeat("原告：是\n被告：不\n"), []
    yield "100,000 speakers", lambda: "".join(f"发言人{i} 00:00:01\n是的\n\n" for i in range(100_000)).encode(), []
    yield "100,000 turns", lambda: "".join(f"原告：第{i}句话\n" for i in range(100_000)).encode(), []
    yield "deep JSON", lambda: b"[" * min(SIZE, 4 << 20), ["--form", "json"]
    yield "broken JSON", lambda: b'{"sentence_info":[{"spk":0,"text":"' + repeat("\\ud800 a"), ["--form", "json"]
    row = '{"spk":0,"start":0,"end":1,"text":"\\u5609\\ud800\\n"},'
    yield "JSON of escapes", lambda: b'{"sentence_info":[' + row.encode() * (SIZE // len(row)) + b'{"text":""}]}', ["--form", "json"]
    yield "blank lines", lambda: repeat("\n"), []
    yield "CRLF and tabs", lambda: repeat("\r\n\t"), []
    yield "UTF-16", lambda: "原告：开庭，二零二三年。\n".encode("utf-16-le") * (SIZE // 26), []
    yield "lines mode", lambda: repeat("二零二三年五月六号一万两千三百块\n"), ["--lines"]
    yield "combining marks", lambda: repeat("e" + "\u0301" * 50), []
    yield "surrogate bytes", lambda: repeat("\ud800被告"), []


def write(path, make):
    """Makes the input in a process of its own: the peak of a child counts what its parent ever held."""
    if (child := os.fork()) == 0:
        Path(path).write_bytes(make())
        os._exit(0)
    os.waitpid(child, 0)
    return os.path.getsize(path) / 2**20


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "input")
        print(f"{'input':<22} {'MiB':>6} {'code':>5} {'s':>7} {'MiB RSS':>8} {'bound':>7}")
        for name, make, options in inputs():
            size = write(path, make)
            start = time.perf_counter()
            process = subprocess.Popen([TOOL, "normalize", *options, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
                    if time.perf_counter() - start > 120:
                        process.kill()
                    time.sleep(0.01)
            finally:
                seconds = time.perf_counter() - start
            code = os.waitstatus_to_exitcode(ended[1])
            memory = ended[2].ru_maxrss / 1024
            bound = 12 * size + 64
            bad = code not in (0, 1, 2) or memory > bound
            failed += bad
            print(f"{name:<22} {size:6.1f} {code:>5} {seconds:7.2f} {memory:8.0f} {bound:7.0f}{'   <-- FAILED' if bad else ''}", flush=True)
    sys.exit(1 if failed else 0)


main()
