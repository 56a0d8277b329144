"""Speakers where the input has none: trains on most hearings, lays the others out as plain text, scores who speaks.

usage: python3 Benchmarks/speakers.py [SHARE …]      TOOL names another binary; ../shared/corpus-hearings is used if there

Every twelfth hearing (by a hash of its name) is held out; SHARE trains on one in so many of the rest (8 4 2 1 gives a
learning curve; 1 alone without arguments). No case file is given, so the cast is taken from what is said. Lines end
where a recognizer might pause: before most of what the judge says, before a third of what others say, and now and
then inside long speeches.
"""
import json, os, random, subprocess, sys, tempfile, zlib

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
TOOL = os.environ.get("TOOL", os.path.join(ROOT, ".build/release/courtnlp"))
MARKS, PAUSES = set("，。？！、；：“”《》（）"), set("，。？！；")


def hearings():
    """Name to text of every hearing."""
    found = {}
    for folder in ("Training/hearings", "../shared/corpus-hearings"):
        path = os.path.join(ROOT, folder)
        for name in sorted(os.listdir(path)) if os.path.isdir(path) else []:
            if name.endswith(".txt"):
                taken = os.path.exists(os.path.join(ROOT, "../shared/corpus-hearings", name))
                key = "own-" + name if taken and folder.startswith("Training") else name
                found[key] = open(os.path.join(path, name), encoding="utf-8").read()
    return found


def plain(text, chance):
    """The speeches as a recognizer without speakers gives them."""
    out, since = [], 0
    body = text.split("\n\n", 1)[1] if "\n\n" in text else text
    for line in filter(None, body.split("\n")):
        label, speech = line.split("：", 1)
        if label == "旁白":
            continue
        if out and chance.random() < (0.75 if label in ("审判长", "审判员") else 0.35):
            out.append("\n")
            since = 0
        for character in speech:
            if character not in MARKS:
                out.append(character)
                since += 1
            elif character in PAUSES and since > 25 and chance.random() < 0.3:
                out.append("\n")
                since = 0
    return "".join(out) + "\n"


def main():
    texts = hearings()
    held = {name for name in texts if zlib.crc32(name.encode()) % 12 == 0}
    rest = [name for name in texts if name not in held]
    for share in map(int, sys.argv[1:] or ["1"]):
        with tempfile.TemporaryDirectory() as work:
            score(texts, rest[::share], held, work)


def score(texts, train, held, work):
    for folder in ("corpus", "data/models", "gold", "found"):
        os.makedirs(os.path.join(work, folder))
    for name in train:
        open(os.path.join(work, "corpus", name), "w", encoding="utf-8").write(texts[name])
    environment = {**os.environ, "COURTNLP_DATA": os.path.join(work, "data")}
    model = os.path.join(work, "data/models/speakers.model")
    subprocess.run([TOOL, "train", "speakers", "--corpus", os.path.join(work, "corpus"), "-o", model], check=True)
    for name in sorted(held):
        case = os.path.join(work, "gold", name[:-4])
        os.makedirs(case)
        json.dump({"id": name[:-4], "form": "plain", "participants": []}, open(os.path.join(case, "case.json"), "w"))
        open(os.path.join(case, "gold.txt"), "w", encoding="utf-8").write(texts[name])
        done = subprocess.run(
            [TOOL, "normalize", "--form", "plain", "--only", "roles", "-"],
            input=plain(texts[name], random.Random(7)).encode(), capture_output=True, env=environment)
        open(os.path.join(work, "found", name), "wb").write(done.stdout)
    result = subprocess.run(
        [TOOL, "evaluate", "transcripts", os.path.join(work, "gold"), os.path.join(work, "found"), "--format", "json"],
        capture_output=True, check=True)
    pooled = json.loads(result.stdout)["pooled"]
    low, high = pooled["speaker_accuracy_ci95"]
    print(f"学习 {len(train)} 份，留出 {len(held)} 份：说话人 {100 * pooled['speaker_accuracy']:.2f} %（{100 * low:.2f}–{100 * high:.2f}）")


main()
