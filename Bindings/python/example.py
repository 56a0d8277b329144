"""Normalizes a hearing: example.py LIBRARY HEARING [CASE]"""

import json
import sys

from courtnlp import Toolkit

library, hearing, *case = sys.argv[1:]
request = {"text": open(hearing, encoding="utf-8").read()}
if case:
    request["case"] = json.load(open(case[0], encoding="utf-8"))
with Toolkit(library) as toolkit:
    answer = toolkit.run("normalize", request)
for diagnostic in toolkit.diagnostics + answer["diagnostics"]:
    print(diagnostic["message"], file=sys.stderr)
sys.stdout.write(answer["text"])
