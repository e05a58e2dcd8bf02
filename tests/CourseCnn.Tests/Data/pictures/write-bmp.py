"""Writes BMP files of kinds that ImageMagick does not write: PICTURE FOLDER."""
import struct
import sys
from itertools import groupby
from PIL import Image

picture, folder = Image.open(sys.argv[1]).convert("RGB"), sys.argv[2]
width, height = picture.size


def write(name, bits, compression, pixels, palette=b"", masks=(), header=40, rows=height):
    info = struct.pack("<IiiHHIIiiII", header, width, rows, 1, bits, compression, len(pixels), 2835, 2835, len(palette) // 4, 0)
    info += b"".join(struct.pack("<I", mask) for mask in masks)
    info += bytes(max(0, header - len(info))) + palette
    at = 14 + len(info)
    with open(f"{folder}/{name}.bmp", "wb") as file:
        file.write(b"BM" + struct.pack("<IHHI", at + len(pixels), 0, 0, at) + info + pixels)


def places(colours):
    small = picture.quantize(colours)
    palette = small.getpalette()[: 3 * colours]
    quads = b"".join(bytes([palette[i + 2], palette[i + 1], palette[i], 0]) for i in range(0, len(palette), 3))
    data = list(small.getdata())
    return quads, [data[y * width : (y + 1) * width] for y in reversed(range(height))]


def runs4(row):
    """Four bits for a pixel: runs where two neighbours are equal, pixels one by one elsewhere."""
    out, single = b"", []

    def flush():
        nonlocal out, single
        while single:
            part, single = single[:20], single[20:]
            if len(part) < 3:
                out += b"".join(bytes([1, place << 4]) for place in part)
                continue
            out += bytes([0, len(part)])
            packed = bytes(part[i] << 4 | (part[i + 1] if i + 1 < len(part) else 0) for i in range(0, len(part), 2))
            out += packed + bytes(len(packed) % 2)

    for place, group in groupby(row):
        count = len(list(group))
        if count == 1:
            single.append(place)
        else:
            flush()
            out += bytes([count, place << 4 | place])
    flush()
    return out


quads, rows = places(12)
write("runs-4", 4, 2, b"".join(runs4(row) + b"\0\0" for row in rows) + b"\0\1", quads)
packed = [bytes(row[i] << 4 | row[i + 1] for i in range(0, width, 2)) for row in rows]
write("palette-4", 4, 0, b"".join(row + bytes(-len(row) % 4) for row in packed), quads)
# Each row of runs begins with a jump of three pixels, which stay the palette's first colour.
jumps = b"".join(b"\0\2\3\0" + b"".join(bytes([1, place]) for place in row[3:]) + b"\0\0" for row in rows)
write("runs-8-jumps", 8, 1, jumps + b"\0\1", quads)

colours = list(picture.getdata())
upside = [colours[y * width + x] for y in reversed(range(height)) for x in range(width)]
write("32-spare-byte", 32, 0, b"".join(bytes([b, g, r, i % 256]) for i, (r, g, b) in enumerate(upside)))
write("32-top-down", 32, 0, b"".join(bytes([b, g, r, 0]) for r, g, b in colours), rows=-height)
write("32-fields-10-bits", 32, 3, b"".join(struct.pack("<I", r << 22 | g << 12 | b << 2) for r, g, b in upside), masks=(0x3FF << 20, 0x3FF << 10, 0x3FF))
write("32-fields-mixed", 32, 3, b"".join(bytes([g, 7, b, r]) for r, g, b in upside), masks=(0xFF << 24, 0xFF, 0xFF << 16))
four = b"".join(struct.pack("<H", (i % 16) << 12 | (r >> 4) << 8 | (g >> 4) << 4 | b >> 4) for i, (r, g, b) in enumerate(upside))
write("16-alpha-version-4", 16, 3, four, masks=(0xF00, 0xF0, 0xF, 0xF000), header=108)
write("16-alpha-version-5", 16, 3, four, masks=(0xF00, 0xF0, 0xF, 0xF000), header=124)
# ImageMagick takes 4 bits for the upper ones of 8: 15 becomes 240. Here it is 255, as in browsers.
shown = Image.new("RGB", picture.size)
for i, colour in enumerate(colours):
    x, y = i % width, i // width
    alpha = ((height - 1 - y) * width + x) % 16
    shown.putpixel((x, y), tuple(round((17 * (value >> 4) * alpha + 255 * (15 - alpha)) / 15) for value in colour))
for version in (4, 5):
    shown.save(f"{folder}/16-alpha-version-{version}.bmp.expected.png")
