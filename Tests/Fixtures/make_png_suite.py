"""Makes PNG files of every kind that PngSuite has, and the pixels that others decode from them.

    python3 make_png_suite.py ../RenderingTests/Fixtures/Suite

Needs Pillow (made with 13.0.0) and ImageMagick's `convert` (6.9.11). The chunks are written out
here, apart from any PNG library, since Pillow writes neither few bits, 16 bits of colour nor Adam7.

What must come out is decided by other programs: by Pillow, and by ImageMagick where Pillow is
wrong. Pillow cuts samples of 16 bits off to their upper byte, or does not convert them at all, and
looks for a transparent grey of 2 or 4 bits among scaled samples. ImageMagick gives samples of 16
bits, which are rounded here to the nearest of 8, floor(v * 255 / 65535 + 0.5), as the PNG
specification recommends (13.12, sample depth rescaling). Both must agree with what the samples mean
by the specification, or no file is written.

`expected.txt` holds, for each file, who decided and the SHA-256 of "dlplot-pixels-1\\n", the width
and height as 32-bit little-endian numbers, and the rows of RGBA.
"""

import hashlib
import io
import pathlib
import random
import struct
import subprocess
import sys
import zlib

from PIL import Image

GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
          (0, 1, 1, 2)]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def packed(samples, depth):
    """A row of samples as bytes, the first in the highest bits."""
    if depth == 16:
        return struct.pack(f">{len(samples)}H", *samples)
    bits = "".join(format(sample, f"0{depth}b") for sample in samples)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8))


def paeth(a, b, c):
    p = a + b - c
    distances = [abs(p - a), abs(p - b), abs(p - c)]
    return [a, b, c][distances.index(min(distances))]


def filtered(kind, row, above, step):
    """A row under one of the five filters (PNG specification, 9.2)."""
    out = bytearray([kind])
    for i, value in enumerate(row):
        a = row[i - step] if i >= step else 0
        b = above[i]
        c = above[i - step] if i >= step else 0
        guess = [0, a, b, (a + b) // 2, paeth(a, b, c)][kind]
        out.append((value - guess) & 255)
    return bytes(out)


def image_data(picture, interlaced, filters):
    """All rows, filtered: those of the picture, or of the seven pictures of Adam7."""
    step = max(1, picture.depth * CHANNELS[picture.color] // 8)
    data, count = b"", 0
    for x0, y0, dx, dy in PASSES if interlaced else [(0, 0, 1, 1)]:
        above = None
        for y in range(y0, picture.height, dy):
            samples = [s for x in range(x0, picture.width, dx) for s in picture.at(x, y)]
            if not samples:
                continue
            row = packed(samples, picture.depth)
            data += filtered(filters[count % len(filters)], row, above or bytes(len(row)), step)
            above, count = row, count + 1
    return data


class Picture:
    """Samples that take every value of their depth, smooth in one half and random in the other."""

    def __init__(self, color, depth, width=32, height=32, seed=1):
        self.color, self.depth, self.width, self.height = color, depth, width, height
        chance = random.Random(f"{color} {depth} {width} {height} {seed}")
        top = (1 << depth) - 1
        self.palette = []
        if color == PALETTE:
            count = min(1 << depth, 200)
            self.palette = [tuple(chance.randrange(256) for _ in range(3)) for _ in range(count)]
            top = count - 1
        span = max(width + height - 2, 1)
        self.samples = {}
        for y in range(height):
            for x in range(width):
                smooth = [(top * (x + y) // span + 37 * k) % (top + 1) for k in range(4)]
                noisy = [chance.randrange(top + 1) for _ in range(4)]
                self.samples[x, y] = (noisy if x > y else smooth)[: CHANNELS[color]]

    def at(self, x, y):
        return self.samples[x, y]

    def rgba(self, transparency):
        """The pixels by the specification: samples of fewer bits scaled up, of 16 rounded."""
        out = bytearray()
        for y in range(self.height):
            for x in range(self.width):
                sample = self.at(x, y)
                if self.color == PALETTE:
                    alpha = transparency or []
                    index = sample[0]
                    out += bytes(self.palette[index])
                    out.append(alpha[index] if index < len(alpha) else 255)
                    continue
                top = (1 << self.depth) - 1
                levels = [(255 * s + top // 2) // top for s in sample]
                if self.color in (GREY, GREY_ALPHA):
                    levels = levels[:1] * 3 + levels[1:]
                if self.color in (GREY, RGB):
                    clear = transparency is not None and list(sample) == list(transparency)
                    levels.append(0 if clear else 255)
                out += bytes(levels)
        return bytes(out)


def png(picture, interlaced=False, filters=(0, 1, 2, 3, 4), before=b"", between=b"", after=b"",
        transparency=None, level=6, piece=None):
    header = struct.pack(
        ">IIBBBBB", picture.width, picture.height, picture.depth, picture.color, 0, 0,
        int(interlaced))
    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before
    if picture.palette:
        out += chunk(b"PLTE", bytes(v for color in picture.palette for v in color))
    if transparency is not None:
        kind = "B" if picture.color == PALETTE else "H"
        out += chunk(b"tRNS", struct.pack(f">{len(transparency)}{kind}", *transparency))
    out += between
    data = zlib.compress(image_data(picture, interlaced, filters), level)
    for i in range(0, len(data), piece or len(data)):
        out += chunk(b"IDAT", data[i : i + (piece or len(data))])
        if piece == 1 and i == 0:
            out += chunk(b"IDAT", b"")
    return out + after + chunk(b"IEND", b"")


def by_pillow(file):
    return Image.open(io.BytesIO(file)).convert("RGBA").tobytes()


def by_imagemagick(file):
    command = ["convert", "png:-", "-depth", "16", "-endian", "MSB", "rgba:-"]
    out = subprocess.run(command, input=file, stdout=subprocess.PIPE, check=True).stdout
    samples = struct.unpack(f">{len(out) // 2}H", out)
    return bytes((2 * 255 * sample + 65535) // (2 * 65535) for sample in samples)


def identity(picture, pixels):
    head = b"dlplot-pixels-1\n" + struct.pack("<II", picture.width, picture.height)
    return hashlib.sha256(head + pixels).hexdigest()


class Suite:
    def __init__(self, folder):
        self.folder, self.lines = folder, []

    def add(self, name, picture, **options):
        file = png(picture, **options)
        clear = options.get("transparency")
        few_bits = picture.color == GREY and picture.depth in (2, 4) and clear is not None
        oracle = "ImageMagick" if picture.depth == 16 or few_bits else "Pillow"
        decoded = (by_pillow if oracle == "Pillow" else by_imagemagick)(file)
        if decoded != picture.rgba(clear):
            sys.exit(f"{name}: {oracle} and the specification disagree")
        (self.folder / f"{name}.png").write_bytes(file)
        self.lines.append(f"{name}.png {oracle} {identity(picture, decoded)}")


def kinds():
    for color, name, depths in [
            (GREY, "grey", [1, 2, 4, 8, 16]), (RGB, "rgb", [8, 16]),
            (PALETTE, "palette", [1, 2, 4, 8]), (GREY_ALPHA, "grey-alpha", [8, 16]),
            (RGBA, "rgba", [8, 16])]:
        for depth in depths:
            yield color, depth, f"{name}{depth}"


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    suite = Suite(folder)
    for color, depth, name in kinds():
        picture = Picture(color, depth)
        suite.add(name, picture)
        suite.add(f"{name}-interlaced", picture, interlaced=True)
        # tRNS: an alpha for some colours of a palette, or one transparent colour.
        if color == PALETTE:
            some = [(83 * i) % 256 for i in range(max(1, len(picture.palette) * 2 // 3))]
            suite.add(f"{name}-trns", picture, transparency=some)
        elif color in (GREY, RGB):
            clear = picture.at(9, 3)
            if depth == 16:
                # A neighbour that the upper bytes do not tell apart.
                picture.samples[20, 20] = [clear[0] ^ 1] + clear[1:]
            suite.add(f"{name}-trns", picture, transparency=clear)
            suite.add(f"{name}-trns-interlaced", picture, transparency=clear, interlaced=True)

    for side in [1, 2, 3, 4, 5, 6, 7, 8, 9, 33, 39]:
        for interlaced in [False, True]:
            tail = "-interlaced" if interlaced else ""
            suite.add(f"size{side}{tail}", Picture(PALETTE, 4, side, side), interlaced=interlaced)
    suite.add("size1x40-interlaced", Picture(GREY, 1, 1, 40), interlaced=True)
    suite.add("size40x1-interlaced", Picture(GREY, 2, 40, 1), interlaced=True)
    for kind in range(5):
        suite.add(f"filter{kind}", Picture(RGB, 8), filters=[kind])
        suite.add(f"filter{kind}-grey4", Picture(GREY, 4), filters=[kind])

    # What changes no pixel: gamma, profiles, and hints of all kinds.
    for gamma in [35000, 45455, 100000, 250000]:
        suite.add(f"gamma{gamma}", Picture(RGB, 8), before=chunk(b"gAMA", struct.pack(">I", gamma)))
    suite.add("gamma100000-palette", Picture(PALETTE, 8),
              before=chunk(b"gAMA", struct.pack(">I", 100000)))
    suite.add("chromaticities", Picture(RGBA, 8), before=chunk(b"cHRM", struct.pack(
        ">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)))
    suite.add("srgb", Picture(RGB, 8), before=chunk(b"sRGB", b"\1"))
    suite.add("broken-profile", Picture(RGB, 8), before=chunk(b"iCCP", b"x\0\0" + b"no profile"))
    suite.add("bits-of-source", Picture(RGB, 8), before=chunk(b"sBIT", bytes([5, 6, 5])))
    suite.add("background", Picture(RGBA, 8), between=chunk(b"bKGD", bytes([0, 255] * 3)))
    suite.add("suggested-palette", Picture(RGB, 8), between=chunk(b"PLTE", bytes(range(90))))
    suite.add("histogram", Picture(PALETTE, 4), between=chunk(b"hIST", bytes(32)))
    suite.add("time-and-unknown", Picture(GREY, 8), after=chunk(b"tIME", bytes(7))
              + chunk(b"prVt", b"anything"))
    # Pixels in pieces of one byte, one of none, and at each level.
    suite.add("pieces", Picture(PALETTE, 2), piece=1)
    suite.add("stored", Picture(RGB, 8), level=0)
    suite.add("level9", Picture(RGB, 8), level=9)
    (folder / "expected.txt").write_text("\n".join(suite.lines) + "\n")


main()
