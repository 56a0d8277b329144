"""What LibreOffice makes of our files: opened with repair refused, every tracked change accepted or rejected by
LibreOffice itself, pages printed; and what our reader makes of LibreOffice's own .docx.

Runs under the system's python3 (package python3-uno) after texts.py, on the files in its folder.
"""

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

TOOL, WORK = sys.argv[1], Path(sys.argv[2]).resolve()
PIPE = f"courtnlp-{WORK.name}"
FAILED = []


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def start():
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{WORK}/profile",
         f"--accept=pipe,name={PIPE};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            return office, context.ServiceManager, context
        except Exception:
            time.sleep(0.5)
    office.kill()
    sys.exit("LibreOffice 没有启动")


def lines(document):
    return [paragraph.getString() for paragraph in document.Text]


def framed(found, text, name, what):
    """The text's lines stand between the title and the signatures; with empty `text` only they are there."""
    wanted = text.rstrip("\n").split("\n")
    starts = [i for i in range(len(found)) if found[i:i + len(wanted)] == wanted]
    if not starts:
        FAILED.append(f"{name}: {what}")


office, manager, context = start()
desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)


def load(path):
    document = desktop.loadComponentFromURL(
        path.as_uri(), "_blank", 0, properties(Hidden=True, RepairPackage=False))
    if document is None:
        FAILED.append(f"{path.name}: 打不开")
    return document


count = pages = 0
for expected in sorted(WORK.glob("*.expected")):
    name, text = expected.stem, expected.read_text()
    count += 1
    for file in (WORK / f"{name}.docx", WORK / f"{name}-tracked.docx"):
        document = load(file)
        document.storeToURL(file.with_suffix(".pdf").as_uri(), properties(FilterName="writer_pdf_Export"))
        pages += document.CurrentController.PageCount
        if file.stem == name:
            framed(lines(document), text, name, "LibreOffice 里的文字")
        document.close(True)
    for command, wanted, what in (
            (".uno:AcceptAllTrackedChanges", text, "LibreOffice 全部接受"),
            (".uno:RejectAllTrackedChanges", (WORK / f"{name}.source").read_text(), "LibreOffice 全部拒绝")):
        document = load(WORK / f"{name}-tracked.docx")
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        framed(lines(document), wanted, name, what)
        document.close(True)
    source = WORK / f"{name}-source.txt"
    source.write_text((WORK / f"{name}.source").read_text())
    document = desktop.loadComponentFromURL(
        source.as_uri(), "_blank", 0, properties(Hidden=True, FilterName="Text (encoded)", FilterOptions="UTF8"))
    again = WORK / f"{name}-office.docx"
    document.storeToURL(again.as_uri(), properties(FilterName="MS Word 2007 XML"))
    document.close(True)
    outputs = [subprocess.run([TOOL, "normalize", str(file)], capture_output=True).stdout for file in (again, source)]
    if outputs[0] != outputs[1]:
        FAILED.append(f"{name}: 读 LibreOffice 的 .docx")

try:
    desktop.terminate()
except Exception:
    pass
office.wait(30)
print(f"LibreOffice：{count} 份庭审，{pages} 页，不符 {len(FAILED)} 处")
for line in FAILED:
    print("  " + line)
sys.exit(1 if FAILED else 0)
