#!/usr/bin/env python3
"""Hostile Word files and engine JSON through the release binary: none may crash it, hang it or take over 256 MiB.

    python3 Benchmarks/mutations.py [COUNT] [SEED]      default 10000 20261122; the same seed gives the same files

Word files are damaged in the bytes of the container and in the XML under a right checksum; JSON in its bytes and tokens;
half of both are only odd: whole elements doubled, lost, put elsewhere, with strange text, so that they are read and
normalized. More are made hostile by hand: bombs, nesting, entities, lying directories. Exit code 1 when one got through.
"""
import io, itertools, os, random, re, struct, subprocess, sys, tempfile, time, zipfile, zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = os.environ.get("TOOL", ROOT / ".build/release/courtnlp")
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 20261122
MEMORY = 256
SECONDS = 20  # of processor time, so that a busy machine changes nothing
PATIENCE = 600  # of the clock
FORMATS = ["text", "json", "html", "docx", "tracked", "srt", "vtt"]
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PIECES = [b"<w:p>", b"</w:p>", b"<w:tr><w:tc>", b"<w:t>", b"</w:t>", b"<w:del>", b"<w:tab/>", b"&#10;", b"&x;", b"&#x10FFFF;", b"<![CDATA[",
          b"]]>", b"<!--", b"<!DOCTYPE a>", b"\xff", b"\x00", b"'", b'"', b"<", b">", "审判员：".encode(), "一千零一万".encode(), b"\n"]
TOKENS = [b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\\u", b"\\ud800", b"null", b"1e999", b"-0", b'"text":', b'"spk":', b'"start":', b'"words":',
          b"99999999999999999999", b"\x00", b"\xff", "\u3002".encode(), "\U0001F600".encode(), b'"segments":[', b'"sentence_info":[']

STRANGE = ["一千零一万", "零", "点", "嗯啊", "的的的", "审判员：", "（", "”", "《", "\u3000", "e\u0301", "\U0001F600", "\u202E", "\uFEFF", "二零二四年十三月", "发言人1 00:00:03"]
STRANGE = [text.encode() for text in STRANGE]
FITTING = STRANGE + [b"</w:t><w:tab/><w:t>", b"</w:t><w:br/><w:t>", b"&#10;", b"&#x10FFFF;", b"<![CDATA[<&]]>", b"<!-- -->", b"</w:t><w:del><w:t>x</w:t></w:del><w:t>",
                     b"</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>", b"</w:t><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:t>"]


def package(xml, method=zipfile.ZIP_DEFLATED, name="word/document.xml"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr(name, xml)
    return out.getvalue()


def body(text):
    return f"<w:document {WORD}><w:body>{text}</w:body></w:document>".encode()


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_seeds():
    """Our own files and others', packed with fixed, dynamic and no Huffman codes."""
    folder, seeds = tempfile.mkdtemp(), []
    for options in ([], ["--tracked", "--now", "2026-03-02T09:00:00"]):
        path = os.path.join(folder, f"{len(options)}.docx")
        subprocess.run([TOOL, "normalize", "--format", "docx", *options, "-o", path, ROOT / "Samples/lending.txt"], check=True)
        seeds.append(Path(path).read_bytes())
    table = "<w:tbl>" + "".join(f"<w:tr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>" for a, b in [("审判员", "现在开庭"), ("原告", "借款三万五千块")] * 5) + "</w:tbl>"
    return seeds + [package(body(table)), package(body(table), zipfile.ZIP_STORED)]


def json_seeds():
    speech = ["嗯现在开庭", "借款三万五千块钱", "没有\\n意义", "二零二三年五月六号\\u3002"]
    funasr = "[{\"key\":\"a\",\"text\":\"x\",\"sentence_info\":[" + ",".join(f'{{"text":"{t}","start":{i * 900},"end":{i * 900 + 800},"timestamp":[[0,9]],"spk":{i % 2}}}' for i, t in enumerate(speech)) + "]}]"
    whisper = "{\"text\":\"x\",\"segments\":[" + ",".join(f'{{"id":{i},"start":{i}.5,"end":{i + 1}.0,"text":" {t}","words":[{{"word":"x","start":1.0}}],"speaker":"SPEAKER_0{i % 2}"}}' for i, t in enumerate(speech)) + "],\"word_segments\":[],\"language\":\"zh\"}"
    return [funasr.encode(), whisper.encode()]


def damaged(data, dice, pieces):
    data = bytearray(data)
    for _ in range(dice.choice([1, 1, 2, 4, 16])):
        place = dice.randrange(len(data) + 1)
        kind = dice.randrange(6)
        if kind == 0 and data:
            data[min(place, len(data) - 1)] = dice.randrange(256)
        elif kind == 1:
            del data[place:place + dice.randrange(1, 200)]
        elif kind == 2:
            data[place:place] = dice.choice(pieces) * dice.choice([1, 1, 3, 1000])
        elif kind == 3:
            data[place:place] = data[max(0, place - dice.randrange(400)):place] * dice.choice([1, 2, 50])
        elif kind == 4:
            other = dice.randrange(len(data) + 1)
            data[place:place + 40] = data[other:other + dice.randrange(80)]
        else:
            del data[dice.randrange(len(data) + 1):]
    return bytes(data)


def odd(data, dice, opening, closing, pieces):
    """The same elements in another order and number, with pieces that fit between them."""
    parts = re.split(b"(?<=" + re.escape(closing) + b")", data)
    inner = [i for i, part in enumerate(parts) if opening in part]
    for _ in range(dice.choice([1, 2, 4, 16])):
        place, other = dice.choice(inner), dice.choice(inner)
        start = parts[other].rindex(opening)
        kind = dice.randrange(4)
        if kind == 0:
            parts[place] += (b"," if opening == b"{" else b"") + parts[other][start:]
        elif kind == 1:
            start = parts[place].rindex(opening)
            parts[place] = parts[place][:start] + (b"null" if opening == b"{" else b"")
            inner.remove(place)
        else:
            texts = [found.start() for found in re.finditer(rb"(?<=>)[^<>]+(?=</w:t>)" if opening != b"{" else rb'(?<="text":")', parts[place])]
            if texts:
                at = dice.choice(texts)
                parts[place] = parts[place][:at] + dice.choice(pieces) * dice.choice([1, 3, 200]) + parts[place][at:]
        if not inner:
            break
    return b"".join(parts)


def damaged_xml(data, dice):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        gentle = dice.random() < 0.5
        victim = dice.choice(["word/document.xml", "word/document.xml", "word/document.xml", "_rels/.rels"])
        for name in old.namelist():
            content = old.read(name)
            if name == victim:
                content = odd(content, dice, b"<w:p>", b"</w:p>", FITTING) if gentle and b"<w:p>" in content else damaged(content, dice, PIECES)
            new.writestr(name, content)
    return out.getvalue()


def lying(offset, value, signature=b"PK\x01\x02"):
    data = bytearray(package(body(paragraph("现在开庭"))))
    place = data.index(signature) + offset
    data[place:place + len(value)] = value
    return bytes(data)


def wide(count):
    return " ".join(f'a{i}=""' for i in range(count))


def hostile_words():
    """Each is small on disk."""
    mib = 1 << 20
    yield "64 MiB of spaces", package(b" " * (64 * mib))
    yield "60 MiB of text", package(body(paragraph("啊" * (20 * mib))))
    for name, text in [("one word", "啊"), ("commas", "，"), ("numerals", "一二三千万亿"), ("turns", "</w:t><w:br/><w:t>审：嗯借了三万五千块钱没有意义</w:t><w:br/><w:t>被：好的好的")]:
        spoken = re.sub("<[^>]*>", "", text.replace("<w:br/>", "\n"))
        data = package(body(paragraph(text * ((3 * mib - 9) // len(spoken.encode())))))
        for form in FORMATS[:5]:
            yield f"3 MiB of {name} to {form}", data
    yield "1,000,000 paragraphs", package(body("<w:p/>" * 1_000_000))
    yield "300,000 turns", package(body("".join(paragraph(f"原告：{i}") + paragraph("被告：好") for i in range(150_000))))
    yield "1 GiB", package(b" " * (1024 * mib))
    yield "100,000 deep", package(body("<w:p>" * 100_000))
    yield "tables in tables", package(body("<w:tbl><w:tr><w:tc>" * 80 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 80))
    yield "100,000 attributes", package(f"<w:document {WORD} {wide(100_000)}/>".encode())
    yield "100,000 namespaces", package(("<a " + " ".join(f'xmlns:n{i}="u"' for i in range(100_000)) + "/>").encode())
    yield "200 namespaces and a million names", package(("<a " + " ".join(f'xmlns:n{i}="u{i}"' for i in range(200)) + f" {WORD}>" + "<w:p/>" * 1_000_000 + "</a>").encode())
    yield "a name of 10 MiB", package(b"<" + b"a" * (10 * mib) + b"/>")
    yield "10 MiB of ampersands", package(body(paragraph("&" * (10 * mib))))
    yield "10 MiB of references", package(body(paragraph("&#65;" * (2 * mib))))
    yield "500,000 comments", package(body("<!---->" * 500_000))
    yield "an open comment", package(body("<!--" + "-" * (10 * mib)))
    yield "1,000,000 runs", package(body("<w:p>" + "<w:r><w:t>好</w:t></w:r>" * 1_000_000 + "</w:p>"))
    entity = '<!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12)) + "]>"
    yield "a billion laughs", package((entity + "<a>&a11;</a>").encode())
    yield "an outside entity", package(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
    yield "a path upwards", package(b"x", name="../../../../tmp/x")
    for name, offset, value in [("size 4 GiB", 24, b"\xff" * 4), ("packed 4 GiB", 20, b"\xff" * 4), ("header far off", 42, b"\xff" * 4), ("name too long", 28, b"\xff\xff"), ("extra too long", 30, b"\xff\xff"), ("encrypted", 8, b"\x01\x00"), ("method 99", 10, b"\x63\x00")]:
        yield name, lying(offset, value)
    yield "65,534 entries", lying(8, b"\xfe\xff\xfe\xff", b"PK\x05\x06")
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b"aaaabaaacaaaadaaeaaafaaagaaaahaaa" * 4) + packer.flush(zlib.Z_FULL_FLUSH)
    yield "a directory of records of one file", many_records(60_000)
    yield "dynamic blocks without end", stream(block * 400_000)
    yield "empty fixed blocks", stream(b"\x02\x08\x20\x80\x00" * 2_000_000)
    yield "old .doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)
    yield "a signature alone", b"PK\x03\x04"


def stream(packed):
    """A container whose main part is this DEFLATE stream, whatever it is."""
    name = b"word/document.xml"
    shared = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), 60 << 20, len(name), 0)
    local = b"PK\x03\x04" + shared + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + shared + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return local + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)


def many_records(count):
    """One file, listed under many names."""
    data = package(body(paragraph("好")))
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    record = data[start:end]
    records = record + record.replace(b"document", b"docume_t") * (count - 1)
    return data[:start] + records + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(records), start, 0)


def hostile_json():
    yield "1,000,000 open brackets", b"[" * 1_000_000
    yield "200,000 nested objects", b'{"a":' * 200_000
    yield "an open string of 8 MiB", b'[{"text":"' + b"a" * (8 << 20)
    yield "4 MiB of escapes", b'[{"text":"' + b"\\n\\u4e00" * (1 << 19) + b'"}]'
    yield "a long number", b'[{"text":"x","start":' + b"9" * (1 << 20) + b"}]"
    yield "100,000 keys", b'{"segments":[{' + b",".join(b'"k%d":1' % i for i in range(100_000)) + b',"text":"x"}]}'
    yield "100,000 speakers", b"[" + b",".join(b'{"spk":"%d","text":"x","start":%d,"end":%d}' % (i, i, i + 1) for i in range(100_000)) + b"]"
    yield "100,000 segments backwards", b"[" + b",".join(b'{"spk":1,"text":"x","start":%d,"end":%d}' % (900000 - i, 3) for i in range(100_000)) + b"]"
    yield "times beyond measure", b'[{"text":"x","start":1e11,"end":9e11},{"text":"y","start":-5,"end":1e400}]'


def by_hand(folder):
    """Names and paths of the files made by hand, made in a process of its own: the peak of a child counts what its
    parent ever held."""
    makers = [("Word", hostile_words), ("JSON", hostile_json)]
    if (child := os.fork()) == 0:
        for kind, make in makers:
            for number, (name, data) in enumerate(make()):
                Path(folder, f"{kind} {number:02} {name.replace('/', ' ')}").write_bytes(data)
        os._exit(0)
    os.waitpid(child, 0)
    return [(f"{path.name[:4]} by hand: {path.name[8:]}", path) for path in sorted(Path(folder).iterdir(), reverse=True)]


def mutated(folder):
    """Kind and path of each mutated file; seeded."""
    words, jsons = word_seeds(), json_seeds()
    for index in range(COUNT):
        dice = random.Random(SEED * 1_000_003 + index)
        kind = ("Word, container", "Word, XML", "JSON")[index % 3]
        if kind == "Word, container":
            data = damaged(dice.choice(words), dice, PIECES)
        elif kind == "Word, XML":
            data = damaged_xml(dice.choice(words), dice)
        else:
            seed = dice.choice(jsons)
            data = odd(seed, dice, b"{", b"}", STRANGE) if dice.random() < 0.5 else damaged(seed, dice, TOKENS)
        path = Path(folder, str(index))
        path.write_bytes(data)
        yield kind, path


def run(number, kind, path):
    forms = FORMATS if kind.startswith("JSON") else FORMATS[:5]  # subtitles want times
    form = kind.split(" to ")[1] if " to " in kind else forms[number % len(forms)]
    options = ["--form", "json"] if kind.startswith("JSON") else []
    if form == "tracked":
        form, options = "docx", ["--tracked", "--now", "2026-03-02T09:00:00"]
    start = time.perf_counter()
    limited = ["/bin/sh", "-c", f'ulimit -t {SECONDS}; exec "$@"', "sh", TOOL]
    process = subprocess.Popen([*limited, "normalize", *options, "--format", form, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
        if time.perf_counter() - start > PATIENCE:
            process.kill()
        time.sleep(0.002)
    process.returncode = 0
    os.unlink(path)
    used = ended[2]
    return number, kind, os.waitstatus_to_exitcode(ended[1]), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def report(kind, rows):
    codes = {code: sum(row[2] == code for row in rows) for code in sorted({row[2] for row in rows})}
    seconds, memory = max(row[3] for row in rows), max(row[4] for row in rows)
    print(f"{kind:<52} {len(rows):>6} {seconds:7.2f} {memory:6.0f}  {codes}", flush=True)


def main():
    results, bad = {}, []
    print(f"{'kind':<52} {'files':>6} {'cpu s':>7} {'MiB':>6}  exit codes")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        waiting = []
        for number, (kind, path) in enumerate(itertools.chain(by_hand(folder), mutated(folder))):
            waiting.append(pool.submit(run, number, kind, path))
            if len(waiting) > 8:
                take(waiting.pop(0).result(), results, bad)
        for future in waiting:
            take(future.result(), results, bad)
    for kind in ("Word, container", "Word, XML", "JSON"):
        if kind in results:
            report(kind, results[kind])
    print(f"{sum(map(len, results.values()))} files, {len(bad)} got through")
    for row in bad:
        print(f"  number {row[0]}, {row[1]}: code {row[2]}, {row[3]:.1f} s, {row[4]:.0f} MiB")
    sys.exit(1 if bad else 0)


def take(row, results, bad):
    results.setdefault(row[1], []).append(row)
    if "by hand" in row[1]:
        report(row[1], [row])
    if row[2] not in (0, 1, 2) or row[4] > MEMORY:
        bad.append(row)


main()
