#!/usr/bin/env python3
"""Proves docs/cluster: the same hearings on one machine and on Apache Spark give the same bytes, even when a worker dies.

    python3 Benchmarks/doors/spark.py [--hearings N]

Builds the release binary (or takes $TOOL), installs pyspark into a virtual environment of its own ($VENV, or one that is
thrown away) and needs Java 17; says when it skips. Makes a folder of hearings from the samples of the repository, one of
them no hearing at all, normalizes it with `courtnlp normalize --jsonl` alone, then with docs/cluster/normalize_folder.py
on local[2], on local-cluster, and on local-cluster while the program of one worker and then a whole executor are killed.
Ends with code 1 when any result differs by a byte.
"""
import argparse, json, os, shutil, subprocess, sys, tempfile, time, venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOL = os.environ.get("TOOL") or str(ROOT / ".build/release/courtnlp")
DATA = str(ROOT / "rulebases")


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(0)


def prepare(folder):
    """The Python of a virtual environment that has pyspark."""
    if not shutil.which("java"):
        skip("there is no Java")
    if not os.environ.get("TOOL"):
        subprocess.run(["swift", "build", "-c", "release", "--product", "courtnlp"], cwd=ROOT, check=True)
    home = Path(os.environ.get("VENV") or folder / "venv")
    if not (home / "bin/python").exists():
        venv.create(home, with_pip=True)
    python = home / "bin/python"
    if subprocess.run([python, "-c", "import pyspark"], stderr=subprocess.DEVNULL).returncode:
        if subprocess.run([python, "-m", "pip", "install", "-q", "pyspark"]).returncode:
            skip("PyPI's pyspark cannot be installed here")
    return python


def write_hearings(folder, count):
    """Hearings of growing length; number 7 is no text, so that one answer is an error."""
    head, body = (ROOT / "Samples/lending.txt").read_text("utf-8").split("\n\n", 1)
    case = (ROOT / "Samples/lending.case.json").read_text("utf-8")
    (folder / "hearings").mkdir()
    (folder / "cases").mkdir()
    for number in range(count):
        text = head + "\n\n" + (body.rstrip("\n") + "\n") * (20 + number * 7 % 50)
        (folder / f"hearings/{number:04}.txt").write_text("\x01" * 500 if number == 7 else text, "utf-8")
        if number % 2:
            (folder / f"cases/{number:04}.json").write_text(case, "utf-8")


def alone(folder):
    """What one machine gives: the answers by id."""
    lines = []
    for path in sorted((folder / "hearings").iterdir()):
        asked = {"id": path.stem, "text": path.read_text("utf-8")}
        case = folder / f"cases/{path.stem}.json"
        if case.exists():
            asked["case"] = json.loads(case.read_text("utf-8"))
        lines.append(json.dumps(asked, ensure_ascii=False))
    environment = {**os.environ, "COURTNLP_DATA": DATA}
    run = subprocess.run([TOOL, "normalize", "--jsonl"], input="\n".join(lines).encode(), capture_output=True, env=environment)
    assert run.returncode == 2, run.stderr.decode()
    return by_id(run.stdout.splitlines())


def by_id(lines):
    """Answers by id, without the number of the line, which is that of the partition."""
    answers = {}
    for line in lines:
        answer = json.loads(line)
        if "error" in answer:
            line = json.dumps({**answer, "number": 0}, ensure_ascii=False).encode()
        assert answer["id"] not in answers, "an answer came twice"
        answers[answer["id"]] = line
    return answers


DEADLY = """#!/bin/bash
# The first program dies in the middle of its work, the second takes its whole executor along.
if mkdir {marks}/program 2>/dev/null; then head -c 20000 | {tool} "$@"; kill -9 $$; fi
if mkdir {marks}/executor 2>/dev/null; then
  pid=$$
  while [ "$pid" -gt 1 ] && ! grep -q CoarseGrainedExecutorBackend /proc/$pid/cmdline; do
    pid=$(awk '/^PPid:/ {{ print $2 }}' /proc/$pid/status)
  done
  [ "$pid" -gt 1 ] && kill -9 "$pid"
fi
exec {tool} "$@"
"""


def deadly(folder):
    """A tool that kills a worker's program and an executor, each once; and the marks that it leaves."""
    marks = folder / "marks"
    marks.mkdir()
    script = folder / "deadly"
    script.write_text(DEADLY.format(marks=marks, tool=TOOL))
    script.chmod(0o755)
    return script, marks


def cluster(python, folder, master, tool):
    """What Spark gives: the answers by id, seconds, and the tasks that it lost."""
    home = Path(subprocess.run([python, "-c", "import pyspark; print(pyspark.__path__[0])"], capture_output=True, text=True, check=True).stdout.strip())
    results = folder / "results"
    shutil.rmtree(results, ignore_errors=True)
    command = [
        home / "bin/spark-submit", "--master", master, "--conf", "spark.ui.enabled=false",
        "--conf", "spark.executor.memory=512m", "--conf", f"spark.pyspark.python={python}", "--conf", f"spark.pyspark.driver.python={python}",
        ROOT / "docs/cluster/normalize_folder.py", "--tool", tool, "--data", DATA, "--cases", folder / "cases", folder / "hearings", results,
    ]
    start = time.time()
    log = open(folder / "spark.log", "w+")
    process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1"})
    code = process.wait()
    log.seek(0)
    text = log.read()
    if code:
        print(text[-4000:])
        sys.exit(f"spark-submit ended with {code}")
    lines = [line for part in sorted(results.glob("part-*")) for line in part.read_bytes().splitlines()]
    return by_id(lines), time.time() - start, text.count("Lost task")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hearings", type=int, default=200)
    arguments = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = prepare(folder)
        write_hearings(folder, arguments.hearings)
        expected = alone(folder)
        errors = sum(b'"error"' in line for line in expected.values())
        print(f"one machine: {len(expected)} answers, {errors} of them an error", flush=True)
        killer, marks = deadly(folder)
        for master, tool in [("local[2]", TOOL), ("local-cluster[2,1,1024]", TOOL), ("local-cluster[2,1,1024]", killer)]:
            found, seconds, lost = cluster(python, folder, master, tool)
            kills = [mark.name for mark in marks.iterdir()] if tool == killer else []
            passed = found == expected and (lost > 0) == (tool == killer) and len(kills) == (2 if tool == killer else 0)
            failed += not passed
            deaths = f", killed: {' and '.join(kills)}" if kills else ""
            print(f"{'ok  ' if passed else 'FAIL'} {master}: {len(found)} answers in {seconds:.0f} s, {lost} tasks lost and run again{deaths}, " + ("byte for byte the same" if found == expected else "DIFFERENT"), flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
