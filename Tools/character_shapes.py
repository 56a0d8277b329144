"""Makes rulebases/lexicon/shapes.txt: which characters look alike. Run once, the result is committed.

usage: python3 Tools/character_shapes.py Unihan_DictionaryLikeData.txt FONT.ttc TEXT…   (needs numpy and pillow)

Two characters look alike when one's Cangjie code begins or ends the other's (去 GI, 法 EGI), when their pictures nearly
agree, or when the codes differ in one letter and the pictures agree in one half. Characters are those that the texts
hold at least three times. Unihan and WenQuanYi Micro Hei come with Debian (unicode-data, fonts-wqy-microhei).
"""
import collections, os, sys
import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../rulebases/lexicon/shapes.txt")
NOTE = """# 近形字：一行一个字，后面是容易与它看错、打错的字；“#”起说明。
# 由 Tools/character_shapes.py 根据仓颉码（Unihan，Unicode License v3）和字形点阵算出，可以手工增删；改后重新训练 words.model 生效。
"""


def cangjie(path):
    """First Cangjie code of each character."""
    rows = (line.rstrip("\n").split("\t") for line in open(path))
    return {chr(int(row[0][2:], 16)): row[2].split()[0] for row in rows if len(row) == 3 and row[1] == "kCangjie"}


def pictures(characters, font):
    """A blurred picture of each, 28 × 30."""
    face, shots = ImageFont.truetype(font, 48), []
    for character in characters:
        image = Image.new("L", (56, 60), 0)
        ImageDraw.Draw(image).text((4, 2), character, font=face, fill=255)
        image = image.filter(ImageFilter.GaussianBlur(2)).resize((28, 30))
        shots.append(numpy.asarray(image, float))
    return numpy.array(shots)


def agreement(shots):
    """Correlation of every two pictures."""
    flat = shots.reshape(len(shots), -1)
    flat = flat - flat.mean(0)
    flat /= numpy.linalg.norm(flat, axis=1, keepdims=True)
    return flat @ flat.T


def distance(a, b):
    """Edit distance of two codes."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def alike(a, b, whole, half):
    """Whether codes and pictures make two characters look alike."""
    if whole > 0.7:
        return True
    short, long = sorted((a, b), key=len)
    if not short or short == long:
        return False
    if (long.startswith(short) or long.endswith(short)) and len(long) - len(short) <= 2:
        return len(short) > 1 or whole > 0.5
    return (half > 0.85 or whole > 0.55) and len(long) > 2 and distance(a, b) <= 1


def main(unihan, font, *texts):
    codes = cangjie(unihan)
    counts = collections.Counter(c for path in texts for c in open(path).read() if "\u4e00" <= c <= "\u9fff")
    characters = sorted(c for c, n in counts.items() if n >= 3)
    shots = pictures(characters, font)
    whole = agreement(shots)
    half = numpy.maximum.reduce(
        [agreement(part) for part in (shots[:, :, 14:], shots[:, :, :13], shots[:, 15:], shots[:, :14])])
    with open(TARGET, "w") as out:
        out.write(NOTE)
        for i, x in enumerate(characters):
            found = [y for j, y in enumerate(characters)
                     if x != y and alike(codes.get(x, ""), codes.get(y, ""), whole[i, j], half[i, j])]
            if found:
                out.write(x + " " + "".join(found) + "\n")


main(*sys.argv[1:])
