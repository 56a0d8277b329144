"""Normalizes a folder of hearings on Apache Spark: one hearing a file, the courtnlp program as it is.

    spark-submit normalize_folder.py --tool /opt/courtnlp/bin/courtnlp --cases 案件/ 庭审/ 结果/

Each partition pipes its hearings through one `courtnlp normalize --jsonl`, so a model is loaded once a partition.
A worker that dies takes its program along: Spark runs the partition again, and since the program gives the same bytes
for the same request, nothing else changes. A hearing that cannot be done is an answer with `error`, not a failure.
"""
import argparse
import json
import os
import shlex
from pathlib import Path

from pyspark.sql import SparkSession

# 2 says that some lines could not be done; they are in the output. Anything else that is not 0 is a failed task.
PIPE = "bash -c {}"
SCRIPT = 'COURTNLP_DATA={data} {tool} normalize --jsonl --jobs 1; code=$?; [ $code -eq 2 ] || exit $code'


def request(path, text, cases):
    """The line that asks for one hearing; the id is the file's name."""
    asked = {"id": Path(path).stem, "text": text}
    case = Path(cases or "", Path(path).stem + ".json")
    if cases and case.exists():
        asked["case"] = json.loads(case.read_text("utf-8"))
    return json.dumps(asked, ensure_ascii=False)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", default="courtnlp")
    parser.add_argument("--data", help="folder of models and rule bases; by default found beside the tool")
    parser.add_argument("--cases", help="folder of case files, one for each hearing that has one")
    parser.add_argument("--partitions", type=int, default=8)
    parser.add_argument("hearings")
    parser.add_argument("results", help="folder that Spark makes: part files of JSON Lines")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("courtnlp").getOrCreate()
    script = SCRIPT.format(data=shlex.quote(arguments.data or ""), tool=shlex.quote(arguments.tool))
    files = spark.sparkContext.wholeTextFiles(f"file://{os.path.abspath(arguments.hearings)}", arguments.partitions)
    cases = arguments.cases and os.path.abspath(arguments.cases)
    (
        files.map(lambda file: request(file[0], file[1], cases))
        .pipe(PIPE.format(shlex.quote(script)), checkCode=True)
        .saveAsTextFile(f"file://{os.path.abspath(arguments.results)}")
    )
    spark.stop()


if __name__ == "__main__":
    main()
