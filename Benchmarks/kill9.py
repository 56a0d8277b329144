#!/usr/bin/env python3
"""Kill `courtnlp service` with SIGKILL at random moments of import, dispatch and record, and check that nothing is lost.

    python3 Benchmarks/kill9.py .build/debug/courtnlp [KILLS=500] [SEED=1]

After each kill: verify; where it finds a torn tail, recover; then every event that a command acknowledged (exit code 0)
must be there exactly once, no batch may be half in place, and running the interrupted command again must finish it.
Prints one line of figures; exit code 1 at the first thing lost.
"""
import json, os, random, shutil, subprocess, sys, tempfile, time

tool = os.path.abspath(sys.argv[1])
kills = int(sys.argv[2]) if len(sys.argv) > 2 else 500
random.seed(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
folder = tempfile.mkdtemp(prefix="kill9-")
ledger = os.path.join(folder, "ledger")
clock = 0


def command(*words):
    return [tool, "service", *words, "--ledger", ledger, "--now", f"2026-03-{2 + clock // 20 % 28:02d}T{9 + clock % 10:02d}:00:00"]


def run(*words):
    return subprocess.run(command(*words), capture_output=True, text=True)


def fail(text):
    print("LOST:", text, "ledger kept at", ledger)
    sys.exit(1)


def events():
    """All committed events, read by an independent reader; and the hash chain's order."""
    found, group = [], []
    for name in sorted(n for n in os.listdir(ledger) if n.startswith("segment-")):
        for line in open(os.path.join(ledger, name), "rb"):
            if not line.endswith(b"\n"):
                break
            record = json.loads(line)
            group.append(record)
            if record["more"] == 0:
                found += group
                group = []
    return found


def write(name, lines):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return path


made = 0


def some_records(count):
    global made
    rows = []
    for _ in range(count):
        made += 1
        rows.append(json.dumps({
            "案号": f"（2026）鲁0102民初{made}号", "程序": "普通", "受送达人": f"当事人{made}", "诉讼地位": "被告", "送达文书": ["起诉状副本"],
            "手机号": f"138{made:08d}", "是否签署送达地址确认书": "是", "是否同意电子送达": "是"}, ensure_ascii=False))
    return rows


def attempts(found):
    return {f'{e["event"]["id"]}-{e["event"]["n"]}': e["event"]["batch"] for e in found if e["event"]["type"] == "dispatch"}


def interrupted(words, delay):
    process = subprocess.Popen(command(*words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(delay)
        return process.returncode
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return -9


acknowledged = {}  # event text -> how often it must be there
killed = torn = runs = 0
usual = 0.2
while killed < kills:
    clock += 1
    kind = random.choice(["import", "dispatch", "record"])
    before = events() if os.path.isdir(ledger) else []
    if kind == "import":
        words = ["import", write("records.jsonl", some_records(random.randint(1, 40)))]
    elif kind == "record":
        keys = list(attempts(before))
        chosen = random.sample(keys, min(len(keys), 40))
        words = ["record", write("receipts.jsonl", [json.dumps({
            "key": key, "state": random.choice(["sent", "arrived", "failed"]), "at": f"2026-03-01 08:{random.randint(0, 59):02d}:00"}) for key in chosen] or ["{}"])]
    else:
        words = ["dispatch"]
    code = interrupted(words, random.random() * usual * 1.2)
    runs += 1
    killed += code == -9
    if runs % 50 == 0:
        print(f"{killed} kills in {runs} runs", flush=True)
    if not os.path.isdir(ledger):  # killed before anything was made: nothing was acknowledged
        made -= len(open(os.path.join(folder, "records.jsonl")).readlines()) if kind == "import" else 0
        continue
    check = run("verify")
    if check.returncode == 2:
        torn += 1
        repair = run("recover")
        if repair.returncode != 0:
            fail(f"recover says {repair.returncode}: {repair.stderr}")
        check = run("verify")
    if check.returncode not in (0, 1):
        fail(f"verify says {check.returncode}: {check.stderr}")
    start = time.time()
    again = run(*words)  # finish what was interrupted
    usual = 0.9 * usual + 0.1 * (time.time() - start)
    if again.returncode not in ((0, 2) if words[0] == "record" else (0,)):
        fail(f"{words[0]} again says {again.returncode}: {again.stderr}")
    after = events()
    if [e["event"] for e in after[:len(before)]] != [e["event"] for e in before]:
        fail("an acknowledged event is missing or changed")
    if [e["seq"] for e in after] != list(range(1, len(after) + 1)):
        fail("numbers are not 1, 2, 3, …")
    texts = [json.dumps(e["event"], sort_keys=True) for e in after if e["event"]["type"] in ("record", "dispatch", "receipt")]
    if len(set(texts)) != len(texts):
        fail("an event is there twice")
    if words[0] == "import":
        if sum(e["event"]["type"] == "record" for e in after) != made:
            fail("imported records are missing")
    placed = {}
    outbox = os.path.join(ledger, "outbox")
    for name in os.listdir(outbox) if os.path.isdir(outbox) else []:
        if ".part-" in name:
            continue
        lines = [json.loads(line) for line in open(os.path.join(outbox, name), encoding="utf-8")]
        if lines[0]["items"] != sum(len(m["items"]) for m in lines[1:]):
            fail(f"{name} is half in place")
        for message in lines[1:]:
            for item in message["items"]:
                if item["key"] in placed:
                    fail(f'{item["key"]} was handed over twice')
                placed[item["key"]] = name[:-6]
    if words[0] == "dispatch" and placed != attempts(after):
        fail("the outbox is not what the ledger says")
print(f"{killed} kills in {runs} runs, {torn} torn tails recovered, {len(events())} events, {made} records: nothing lost, nothing twice")
shutil.rmtree(folder)
