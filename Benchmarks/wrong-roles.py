"""Who is named wrongly, and who is left open, by form of input: shares of the content characters.

usage: KEEP=/tmp/out Benchmarks/gold.sh ../shared/gold --format json -o score.json --force
       python3 Benchmarks/wrong-roles.py score.json

A wrong named role is a court role that is not the right one; an id or an empty label that was kept is unresolved.
"""
import collections, json, re, sys

ROLE = re.compile(r"审判|陪审|书记|法官|原告|被告|第三人|上诉|申请人|公诉|辩护|被害|证人|鉴定|翻译|专门知识|旁白")

score = json.load(open(sys.argv[1]))
sums = collections.defaultdict(collections.Counter)
for case in score["cases"].values():
    for form in (case["form"], "合计"):
        sums[form]["all"] += case["counts"]["content_length"]
        sums[form]["right"] += case["counts"]["right_speaker"]
        for error in case["errors"]:
            if error["kind"] == "roles":
                sums[form]["named" if ROLE.search(error["predicted"]) else "open"] += error["weight"]
print("形式          字数    判对   判错   不判")
for form, sum_ in sorted(sums.items(), key=lambda item: item[0] == "合计"):
    share = [100 * sum_[key] / sum_["all"] for key in ("right", "named", "open")]
    print(f"{form:<10}{sum_['all']:>8}  {share[0]:6.2f} {share[1]:6.2f} {share[2]:6.2f}")
