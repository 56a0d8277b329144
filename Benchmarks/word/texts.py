"""What python-docx reads from our files, and what our reader makes of its files.

For every hearing: the paragraphs between title and signatures are the text output; accepting every tracked change gives
that output, rejecting every one gives the source; a file built by python-docx, as paragraphs and as a table, is
normalized to the same bytes as the text it holds.
"""

import copy
import subprocess
import sys
from pathlib import Path

import docx
from docx.oxml.ns import qn

TOOL, WORK, HEARINGS = sys.argv[1], Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]]
FRAME = {"RecordTitle", "RecordSignature"}
FAILED = []


def normalize(path, *options):
    done = subprocess.run([TOOL, "normalize", str(path), *options], capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return done.stdout


def check(name, what, right):
    if not right:
        FAILED.append(f"{name}: {what}")


def decide(document, accept):
    """Accepts or rejects every tracked change, as Word does, and gives the paragraphs as (style, text)."""
    body = copy.deepcopy(document.element.body)
    gone, kept = ("w:del", "w:ins") if accept else ("w:ins", "w:del")
    paragraphs, text = [], ""
    for paragraph in body.iter(qn("w:p")):
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(gone)}")
        for child in paragraph:
            if child.tag in (qn("w:r"), qn(kept)):
                for piece in child.iter(qn("w:t"), qn("w:delText"), qn("w:tab")):
                    text += "\t" if piece.tag == qn("w:tab") else piece.text
        if mark is None:
            paragraphs.append((paragraph.pPr.pStyle.val, text))
            text = ""
    return paragraphs + ([("", text)] if text else [])


def between(paragraphs):
    return "\n".join(text for style, text in paragraphs if style not in FRAME)


def plain(source):
    return source.decode("utf-8", "replace").replace("\r", "")


def outward(path, name):
    text = normalize(path).decode()
    word, tracked = WORK / f"{name}.docx", WORK / f"{name}-tracked.docx"
    normalize(path, "--format", "docx", "-o", str(word))
    normalize(path, "--format", "docx", "--tracked", "--now", "2026-03-02T09:00:00", "-o", str(tracked))
    read = docx.Document(str(word))
    check(name, "文字", between((p.style.style_id, p.text) for p in read.paragraphs) == text.rstrip("\n"))
    changes = docx.Document(str(tracked))
    check(name, "全部接受", between(decide(changes, True)) == text.rstrip("\n"))
    rejected = "\n".join(text for _, text in decide(changes, False))
    check(name, "全部拒绝", rejected == plain(path.read_bytes()) or rejected + "\n" == plain(path.read_bytes()))
    for file in (word, tracked):
        check(name, "再读", normalize(file).decode() == normalize(WORK / write(name, text)).decode())
    (WORK / f"{name}.expected").write_text(text)
    (WORK / f"{name}.source").write_text(plain(path.read_bytes()))


def write(name, text):
    (WORK / f"{name}.txt").write_text(text)
    return f"{name}.txt"


def inward(path, name):
    lines = plain(path.read_bytes()).split("\n")
    paragraphs, table = docx.Document(), docx.Document()
    for line in lines:
        paragraphs.add_paragraph(line)
    grid = table.add_table(rows=0, cols=1)
    for line in lines:
        grid.add_row().cells[0].text = line
    for kind, document in (("段落", paragraphs), ("表格", table)):
        file = WORK / f"{name}-in.docx"
        document.save(str(file))
        check(name, f"读 python-docx 的{kind}", normalize(file) == normalize(path))


for hearing in HEARINGS:
    name = hearing.stem if hearing.stem != "raw" else hearing.parent.name
    outward(hearing, name)
    inward(hearing, name)
print(f"python-docx：{len(HEARINGS)} 份庭审，不符 {len(FAILED)} 处")
for line in FAILED:
    print("  " + line)
sys.exit(1 if FAILED else 0)
