"""Makes the tables behind `terms.lexicon` from clean text; run once, the results are committed.

usage: python3 Tools/term_tables.py CORPUS_DIR HEARINGS_DIR   (needs jieba, for cutting words only)

Writes rulebases/lexicon/words.txt  long words of clean legal text (3 characters and more)
       rulebases/lexicon/keep.txt   strings that sound like a term and do occur in clean text: never touched
       Sources/Transcript/Stages/Terms/SeenPairsTable.swift   which pairs of characters occur in clean text
CORPUS_DIR holds *.txt.xz (statutes, judgments, minutes), HEARINGS_DIR transcripts in the standard.
"""
import collections, glob, lzma, os, re, sys
import jieba, jieba.posseg

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
HAN = re.compile(r"[\u4e00-\u9fff]+")
MARKS = re.compile(r"[，。？！、；：“”《》（）\s]")
FIXED = set("一二三四五六七八九十百千万两几零〇不没无未别")
WORD_COUNT, PAIR_COUNT, HEARING_WEIGHT = 30, 2, 3


def syllables():
    """Most usual reading of each character, from the project's own tables."""
    folder = os.path.join(root, "Sources/ChineseText/Pronunciation")
    table = {}
    for line in open(os.path.join(folder, "PinyinTable.swift")):
        match = re.match(r"^\s+([a-z]+) ([^\x00-\x7f]+)$", line)
        for char in match[2] if match else "":
            table.setdefault(char, match[1])
    body = open(os.path.join(folder, "Polyphones.swift")).read().split('"""')[1]
    for item in re.split(r"[|\n]", body):
        parts = item.split()
        if len(parts) >= 2 and len(parts[0]) == 1:
            table[parts[0]] = parts[1]
    return table


def texts(corpus, hearings):
    for path in sorted(glob.glob(corpus + "/*.txt.xz")):
        yield lzma.open(path, "rt").read(), 1
    for path in sorted(glob.glob(hearings + "/*-*.txt")):
        body = open(path).read().split("\n\n", 1)[1]
        yield "\n".join(l.split("：", 1)[1] for l in body.split("\n") if "：" in l), HEARING_WEIGHT


def lines(name):
    path = os.path.join(root, "rulebases/lexicon", name)
    return [w for l in open(path) if not l.startswith("#") for w in l.split()]


def main(corpus, hearings):
    sound = syllables()
    everything = list(texts(corpus, hearings))
    pairs, words = collections.Counter(), collections.Counter()
    for text, weight in everything:
        for run in HAN.findall(text):
            for index in range(len(run) - 1):
                pairs[run[index : index + 2]] += weight
        for word in jieba.cut(text, HMM=False):
            if 3 <= len(word) <= 4 and HAN.fullmatch(word):
                words[word] += weight
    jieba.posseg.dt.initialize()
    tags = jieba.posseg.dt.word_tag_tab
    terms = dict.fromkeys(lines("terms.txt"))
    kept = [w for w, n in words.items() if n >= WORD_COUNT and w not in terms and not FIXED & set(w)
            and tags.get(w, "x")[:2] not in ("nr", "ns", "nz", "nt") and all(c in sound for c in w)]
    write_words(sorted(kept))
    seen = {p for p, n in pairs.items() if n >= PAIR_COUNT}
    write_keep(everything, list(terms) + kept, sound, seen)
    write_pairs(sorted(seen))


def write_words(words):
    with open(os.path.join(root, "rulebases/lexicon/words.txt"), "w") as out:
        out.write("# 正常法律文本里常见的三字以上的词（由语料统计得出，Tools/term_tables.py），同音误写时按词表办法恢复。\n")
        for index in range(0, len(words), 20):
            out.write(" ".join(words[index : index + 20]) + "\n")


def write_keep(everything, terms, sound, seen):
    by_sound = collections.defaultdict(list)
    for term in terms:
        by_sound[tuple(sound.get(c, "?") for c in term)].append(term)
    lengths = sorted({len(t) for t in terms})
    found, spoken = collections.Counter(), collections.Counter()
    for text, weight in everything:
        runs = HAN.findall(text) + (HAN.findall(MARKS.sub("", text)) if weight > 1 else [])
        for run in runs:
            heard = [sound.get(c, "?") for c in run]
            for length in lengths:
                for start in range(len(run) - length + 1):
                    same = by_sound.get(tuple(heard[start : start + length]))
                    window = run[start : start + length]
                    if same and window not in same:
                        found[window] += 1
                        spoken[window] += weight > 1
    # One sighting of a long string in a big corpus is a typing error of that corpus, not a word.
    # Pairs of characters are asked of SeenPairs first.
    keep = sorted(w for w, n in found.items() if w not in seen and (len(w) < 4 or spoken[w] or n > 1))
    with open(os.path.join(root, "rulebases/lexicon/keep.txt"), "w") as out:
        out.write("# 与词表中的词同音、但在正常文本里确实出现过的字面：一律不改（由语料统计得出，Tools/term_tables.py）。\n")
        for index in range(0, len(keep), 30):
            out.write(" ".join(keep[index : index + 30]) + "\n")


def write_pairs(pairs):
    """A Bloom filter, six bits to a character from '?' to '~'; see SeenPairs.swift."""
    probes, width = 5, 120
    size = (len(pairs) * 8 // (6 * width) + 1) * 6 * width
    bits = bytearray(size)
    for pair in pairs:
        key = ord(pair[0]) << 16 | ord(pair[1])
        mixed = key * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
        high, low = mixed >> 32, mixed & 0xFFFFFFFF | 1
        for probe in range(probes):
            bits[(high + probe * low) % size] = 1
    chars = "".join(chr(0x3F + sum(bits[i + k] << k for k in range(6))) for i in range(0, size, 6))
    path = os.path.join(root, "Sources/Transcript/Stages/Terms/SeenPairsTable.swift")
    with open(path, "w") as out:
        out.write("// Generated by Tools/term_tables.py from clean text; do not edit by hand.\n\n")
        out.write("/// Bits of `SeenPairs`, six to a character, lines of %d.\nenum SeenPairsTable {\n" % width)
        out.write("  static let bitCount = %d\n  static let lineWidth = %d\n  static let bits: StaticString = #\"\"\"\n" % (size, width))
        for index in range(0, len(chars), width):
            out.write("    " + chars[index : index + width] + "\n")
        out.write('    """#\n}\n')
    print(len(pairs), "pairs,", size // 8, "bytes")


main(sys.argv[1], sys.argv[2])
