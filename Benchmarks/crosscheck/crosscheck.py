"""Differences between courtnlp's figures and those of jiwer, scikit-learn, scipy, statsmodels and lifelines."""

import json
import pathlib
import random
import subprocess
import sys
import tempfile

import jiwer
import numpy
from lifelines import KaplanMeierFitter
from scipy.stats import bootstrap
from sklearn.metrics import f1_score
from sklearn.preprocessing import MultiLabelBinarizer
from statsmodels.stats.proportion import proportion_confint

TOOL = sys.argv[1]
FAILED = []


def run(*arguments):
    done = subprocess.run([TOOL, "evaluate", *arguments, "--format", "json"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def check(name, difference, most):
    print(f"{'一致' if difference <= most else '不一致'}  {name}：最大差 {difference:.3g}（容许 {most:.3g}）")
    if difference > most:
        FAILED.append(name)


def textbook(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(last + (x != y), row[j] + 1, row[j - 1] + 1)
    return row[-1]


def pairs(count, seed):
    source = random.Random(seed)
    for number in range(count):
        letters = "是不没有的我"[: 2 + number % 5]
        length = 1 if number % 4 == 0 else source.randrange(1, 40)
        gold = "".join(source.choice(letters) for _ in range(length))
        kept = [c for c in gold if source.random() > 0.15]
        for _ in range(source.randrange(4)):
            kept.insert(source.randrange(len(kept) + 1), source.choice(letters))
        yield gold, "".join(kept)


def characters(folder, count=10_000):
    cases = dict((f"case-{i:05d}", pair) for i, pair in enumerate(pairs(count, 7)))
    (folder / "predicted").mkdir()
    for name, (gold, predicted) in cases.items():
        (folder / "gold" / name).mkdir(parents=True)
        (folder / "gold" / name / "gold.txt").write_text(f"案号：一\n\n原告：{gold}\n", encoding="utf-8")
        (folder / "predicted" / f"{name}.txt").write_text(f"案号：一\n\n原告：{predicted}\n", encoding="utf-8")
    report = run("transcripts", str(folder / "gold"), str(folder / "predicted"), "--rounds", "1")
    total, split, plain = 0, 0, 0
    for name, (gold, predicted) in cases.items():
        counts = report["cases"][name]["counts"]
        ours = (counts["substitutions"], counts["deletions"], counts["insertions"])
        plain = max(plain, abs(sum(ours) - textbook(gold, predicted)))
        if len(gold) > 1:
            theirs = jiwer.process_characters(gold, predicted)
            theirs = (theirs.substitutions, theirs.deletions, theirs.insertions)
            total = max(total, abs(sum(ours) - sum(theirs)))
            split = max(split, max(abs(a - b) for a, b in zip(ours, theirs)))
    check(f"字错误数 / 教科书算法（{count} 对，含一字行）", plain, 0)
    check("字错误数 / jiwer（两字以上）", total, 0)
    check("替换、删除、插入各自 / jiwer", split, 0)
    return report


def hearings(report):
    counts = [one["counts"] for one in list(report["cases"].values())[:40]]
    return numpy.array([c["body_distance"] for c in counts]), numpy.array([c["body_length"] for c in counts])


def intervals(folder, count=40):
    source = random.Random(11)
    for i in range(count):
        name = f"case-{i:02d}"
        (folder / "gold" / name).mkdir(parents=True)
        gold = "".join(source.choice("甲乙丙丁戊己") for _ in range(300 + source.randrange(900)))
        rate = source.choice([0.002, 0.01, 0.03])
        predicted = "".join("错" if source.random() < rate else c for c in gold)
        (folder / "gold" / name / "gold.txt").write_text(f"案号：一\n\n原告：{gold}\n", encoding="utf-8")
        (folder / f"{name}.txt").write_text(f"案号：一\n\n原告：{predicted}\n", encoding="utf-8")
    report = run("transcripts", str(folder / "gold"), str(folder), "--rounds", "9999")
    errors, length = hearings(report)
    theirs = bootstrap(
        (errors, length), lambda e, n: 1 - e.sum() / n.sum(), paired=True, vectorized=False, method="percentile",
        n_resamples=9999, rng=numpy.random.default_rng(1)).confidence_interval
    ours = report["pooled"]["overall_ci95"]
    width = theirs.high - theirs.low
    print(f"      自助法区间：本工具 {ours}，scipy [{theirs.low:.6f}, {theirs.high:.6f}]")
    check("自助法区间 / scipy（差占区间宽度）", max(abs(ours[0] - theirs.low), abs(ours[1] - theirs.high)) / width, 0.05)


def judge(gold, predicted, labels):
    """The CAIL2019 judge, in its own steps."""
    def value(tp, fp, fn):
        if tp == 0:
            return 1.0 if fp == 0 and fn == 0 else 0.0
        precision, recall = 1.0 * tp / (tp + fp), 1.0 * tp / (tp + fn)
        return 2 * precision * recall / (precision + recall)

    counts = [[0, 0, 0] for _ in labels]
    for right, guess in zip(gold, predicted):
        for index, label in enumerate(labels):
            if label in guess:
                counts[index][0 if label in right else 1] += 1
            elif label in right:
                counts[index][2] += 1
    macro = 0
    for one in counts:
        macro += value(*one)
    micro = value(*(sum(one[k] for one in counts) for k in range(3)))
    return micro, macro / len(labels), (micro + macro / len(labels)) / 2


def tags(folder, count=3000):
    source = random.Random(5)
    labels = [f"LB{i}" for i in range(1, 21)]
    gold = [[l for k, l in enumerate(labels) if source.random() < 0.3 / (k + 1)] for _ in range(count)]
    guess = [[l for l in labels if (l in g) != (source.random() < 0.01)] for g in gold]
    for name, rows in (("gold", gold), ("predicted", guess)):
        lines = [json.dumps({"text": str(i), "labels": row}, ensure_ascii=False) for i, row in enumerate(rows)]
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    report = run("tags", str(folder / "gold.jsonl"), str(folder / "predicted.jsonl"), "--rounds", "1")
    names = list(report["labels"])
    coder = MultiLabelBinarizer(classes=names)
    x, y = coder.fit_transform(gold), coder.transform(guess)
    ours = report["pooled"]
    check("微平均 F1 / scikit-learn", abs(ours["micro_f1"] - f1_score(x, y, average="micro")), 1e-12)
    check("宏平均 F1 / scikit-learn", abs(ours["macro_f1"] - f1_score(x, y, average="macro", zero_division=1)), 1e-12)
    theirs = judge([set(g) for g in gold], [set(g) for g in guess], names)
    check("CAIL 评测程序（逐位）", max(abs(a - b) for a, b in zip((ours["micro_f1"], ours["macro_f1"], ours["mean"]), theirs)), 0)


def service(folder, count=500):
    source = random.Random(9)
    rates, medians = 0.0, 0.0
    for group in range(40):
        rows = []
        for _ in range(source.randrange(2, count)):
            seen = source.randrange(1, 60)
            success = source.randrange(1, 40) if source.random() < 0.4 + group / 80 else None
            if success is not None and success > seen:
                success = None
            rows.append({"group": "", "days_to_success": success, "days_observed": seen})
        path = folder / f"service-{group}.jsonl"
        path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
        report = run("service", str(path))["pooled"]
        served = sum(row["days_to_success"] is not None for row in rows)
        low, high = proportion_confint(served, len(rows), method="wilson")
        rates = max(rates, abs(report["success_rate_ci95"][0] - low), abs(report["success_rate_ci95"][1] - high))
        times = [row["days_to_success"] if row["days_to_success"] is not None else row["days_observed"] for row in rows]
        median = KaplanMeierFitter().fit(times, [row["days_to_success"] is not None for row in rows]).median_survival_time_
        ours = report["median_days"]
        medians = max(medians, abs((float("inf") if ours is None else ours) - median) if ours is not None or median != float("inf") else 0)
    check("Wilson 区间 / statsmodels", rates, 1e-12)
    check("Kaplan–Meier 中位数 / lifelines", medians, 0)


with tempfile.TemporaryDirectory() as place:
    for part in (characters, intervals, tags, service):
        folder = pathlib.Path(place) / part.__name__
        folder.mkdir()
        part(folder)
sys.exit(f"不一致：{'、'.join(FAILED)}" if FAILED else 0)
