#!/usr/bin/env python3
"""What the models cost: size on disk, milliseconds to load, memory, each alone and all together.

usage: python3 Benchmarks/models.py [RUNS]      TOOL names another binary than .build/release/courtnlp

One line of speech without speakers is normalized, so that every model there is loaded and used; the data folder holds
none of the models, one, or all. Given is the difference to none: the median of the processor time of whole processes,
and of their largest memory. Prints numbers; asserts nothing.
"""
import os, statistics, subprocess, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = os.environ.get("TOOL") or ROOT / ".build/release/courtnlp"
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 31
LINE = "现在开庭双方是否申请回避不申请\n被告呢我也不申请\n".encode()
SETS = {
    "没有模型": [],
    "标点（快）": ["punctuation"],
    "标点（准）": ["punctuation", "punctuation-accurate"],
    "发言人": ["speakers"],
    "用词": ["words"],
    "快的标点和其余": ["punctuation", "speakers", "words"],
    "全部": ["punctuation", "punctuation-accurate", "speakers", "words"],
}


def folder(path, names):
    """A data folder with some of the models."""
    (path / "models").mkdir(parents=True)
    for item in (ROOT / "rulebases").iterdir():
        if item.name != "models":
            (path / item.name).symlink_to(item)
    for name in names:
        (path / "models" / f"{name}.model").symlink_to(ROOT / f"rulebases/models/{name}.model")
    return path


def run(data, kind):
    """Processor milliseconds and largest memory in MiB of one process."""
    process = subprocess.Popen(
        [TOOL, "normalize", "--form", "plain", "--model", kind, "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, env={**os.environ, "COURTNLP_DATA": str(data)})
    process.stdin.write(LINE)
    process.stdin.close()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024


def main():
    with tempfile.TemporaryDirectory() as work:
        tasks = {
            name: (folder(Path(work) / str(number), models), "accurate" if "punctuation-accurate" in models else "fast")
            for number, (name, models) in enumerate(SETS.items())
        }
        found = {name: [] for name in tasks}
        for _ in range(RUNS):  # in turn, so that a busy moment meets all alike
            for name, task in tasks.items():
                found[name].append(run(*task))
        base = [statistics.median(column) for column in zip(*found["没有模型"])]
        print(f"没有模型的进程：{base[0]:.1f} 毫秒，{base[1]:.1f} MiB；以下是多出来的，{RUNS} 次的中位数")
        for name, models in SETS.items():
            time_, memory = (statistics.median(column) for column in zip(*found[name]))
            size = sum((ROOT / f"rulebases/models/{model}.model").stat().st_size for model in models) / 1e6
            print(f"{name}：磁盘 {size:.1f} MB，载入并使用 {time_ - base[0]:.1f} 毫秒，内存 {memory - base[1]:.1f} MiB")


main()
