#!/usr/bin/env python3
"""Cross-check of deadlines with PyPI `chinesecalendar`, an independent reading of the same notices.

    pip install chinesecalendar && swift build -c release --product courtnlp
    python3 Benchmarks/crosscheck-calendar.py .build/release/courtnlp

Reads rulebases/calendar for the days off, and compares (1) every day 2015–2026 and (2) the last day of every period from
every day, as the tool's own calendar files give it, with `chinese_calendar.is_workday`; (3) a sample of both through the
command itself.
"""
import datetime as d, glob, json, os, random, subprocess, sys
import chinese_calendar

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
off, work = set(), set()
for name in glob.glob(os.path.join(root, "rulebases/calendar/*.json")):
    for holiday in json.load(open(name, encoding="utf-8"))["holidays"]:
        for key, days in (("off", off), ("work", work)):
            for item in holiday[key]:
                first, last = (d.date.fromisoformat(x) for x in (item.split("/") * 2)[:2])
                while first <= last:
                    days.add(first)
                    first += d.timedelta(1)

one = d.timedelta(1)
ours = lambda day: not (day in off or (day.weekday() >= 5 and day not in work))
days = [d.date(2015, 1, 1) + i * one for i in range((d.date(2026, 12, 31) - d.date(2015, 1, 1)).days + 1)]
different = [day for day in days if ours(day) != chinese_calendar.is_workday(day)]


def months(day, count):
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = (d.date(year + (month == 11), (month + 1) % 12 + 1, 1) - one).day
    return d.date(year, month + 1, min(day.day, last))


def last_day(start, period, is_work):
    day = months(start, int(period[:-2])) if period.endswith("个月") else start + int(period[:-1]) * one
    while day <= days[-1] and not is_work(day):
        day += one
    return day


periods = ["3日", "5日", "7日", "10日", "15日", "30日", "60日", "1个月", "2个月", "3个月", "6个月"]
compared = wrong = 0
for start in days:
    for period in periods:
        theirs = None
        end = last_day(start, period, ours)
        if end > days[-1]:
            continue
        theirs = last_day(start, period, chinese_calendar.is_workday)
        compared += 1
        wrong += end != theirs
print(f"{len(days)} days, {len(different)} differ; {compared} deadlines, {wrong} differ")

if len(sys.argv) > 1:
    random.seed(1)
    asked = bad = 0
    while asked < 300:
        start, period = random.choice(days), random.choice(periods)
        end = last_day(start, period, chinese_calendar.is_workday)
        if end > d.date(2026, 12, 24):
            continue
        out = subprocess.run([sys.argv[1], "service", "deadline", "--period", period, "--from", str(start), "--json"], capture_output=True, text=True)
        asked += 1
        bad += json.loads(out.stdout)["deadline"] != str(end)
    print(f"{asked} deadlines asked of the command, {bad} differ")
    wrong += bad
sys.exit(1 if wrong or different else 0)
