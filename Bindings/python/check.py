"""What must hold of the interface, seen from Python: check.py LIBRARY REQUEST.json ANSWER.json [CALLS]

The answer is that of `courtnlp normalize --jsonl`; it is the same on every thread; and CALLS calls (10,000) cost no
memory: resident memory is printed after every tenth of them and must not have grown since the first. As many damaged
requests are all answered.
"""

import json
import random
import sys
import threading

from courtnlp import CourtNLPError, Toolkit

library, request, answer = sys.argv[1:4]
calls = int(sys.argv[4]) if len(sys.argv) > 4 else 10_000
request, answer = open(request, encoding="utf-8").read().strip(), open(answer, encoding="utf-8").read().strip()


def resident():
    """Resident memory in KiB."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def check(toolkit):
    assert toolkit.run_json("normalize", request) == answer
    assert "RQ001" in toolkit.run_json("normalize", "{")
    assert "RQ010" in toolkit.run_json("normalise", "{}")
    try:
        toolkit.run("normalize", {})
    except CourtNLPError as error:
        assert error.diagnostic["code"] == "RQ003"
    else:
        raise AssertionError("a request without text was answered")


def on_threads(toolkit, count=8, each=20):
    wrong = []

    def work():
        for _ in range(each):
            if toolkit.run_json("normalize", request) != answer:
                wrong.append(1)

    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong, f"{len(wrong)} answers differ"


def memory(toolkit):
    # Short requests, wrong ones, whole hearings and their facts by turns: each takes another way.
    short = json.dumps({"text": "审：现在开庭\n原：请求判令被告还五万块钱"}, ensure_ascii=False)
    facts = json.dumps({"text": json.loads(answer)["text"], "rules": "private-lending"}, ensure_ascii=False)
    sizes = []
    for number in range(calls):
        kind = number % 10
        if kind == 2:
            toolkit.run_json("extract", facts)
        else:
            toolkit.run_json("normalize", request if kind == 0 else "{" if kind == 1 else short)
        if (number + 1) % (calls // 10) == 0:
            sizes.append(resident())
    print("内存 KiB：" + " ".join(map(str, sizes)))
    assert sizes[-1] - sizes[0] < 4096, "memory grows"


def damaged(toolkit):
    """Requests with bytes changed, left out, doubled or cut off: every answer is JSON."""
    chance = random.Random(7)
    whole = '{"id":"1","text":"审：现在开庭\\n原：借款五万块钱","case":{"participants":[{"role":"原告","name":"王芳"}]},'
    whole = (whole + '"only":["numbers"],"level":"规整","form":"typed","rules":"private-lending","format":"json"}').encode()
    for _ in range(calls):
        request = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            if not request:
                break
            place, other = chance.randrange(len(request)), chance.randrange(len(request))
            change = chance.randrange(4)
            if change == 0:
                request[place] = chance.randrange(1, 256)
            elif change == 1:
                del request[place:place + chance.randint(1, 9)]
            elif change == 2:
                request[place:place] = request[min(place, other):max(place, other)]
            else:
                del request[max(place, 1):]
        command = chance.choice(["normalize", "extract"])
        json.loads(toolkit.run_json(command, bytes(request)))
    print(f"{calls} 个损坏的请求都有答复，内存 {resident()} KiB")
    assert resident() < 256 * 1024


def reopening(count=50):
    sizes = []
    for number in range(count):
        Toolkit(library).close()
        if number in (count // 5, count - 1):
            sizes.append(resident())
    print(f"打开又关闭 {count} 次，内存 KiB：" + " ".join(map(str, sizes)))
    assert sizes[-1] - sizes[0] < 4096, "memory grows"


with Toolkit(library) as toolkit:
    print(toolkit.version())
    assert toolkit.diagnostics == [], toolkit.diagnostics
    check(toolkit)
    on_threads(toolkit)
    memory(toolkit)
    damaged(toolkit)
reopening()
try:
    Toolkit(library, model="/nowhere.model")
except CourtNLPError as error:
    assert error.diagnostic["code"] == "MD001"
else:
    raise AssertionError("opened without its model")
