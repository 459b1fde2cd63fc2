"""Makes the PNG files that the tests of Rendering read, as a Swift file.

    python3 make_test_pngs.py > ../RenderingTests/Support/TestPNGFiles.swift

The encoder is written out here, apart from any PNG library: the expected pixels follow from the
PNG specification (samples of 16 bits become round(v / 257); those of fewer bits are scaled up).
"""

import base64
import struct
import textwrap
import zlib


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, depth, color, rows, before=b"", after=b"", interlace=0):
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlace)
    data = b"".join(b"\0" + row for row in rows)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before + chunk(b"IDAT", zlib.compress(data))
        + after + chunk(b"IEND", b"")
    )


cases = []

# Palette of four colours at two bits, the second half transparent.
palette = bytes([255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7])
cases.append((
    "palette", "2-bit palette with transparency",
    png(4, 1, 2, 3, [bytes([0b00011011])], chunk(b"PLTE", palette) + chunk(b"tRNS", bytes([255, 128]))),
    [255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255, 9, 8, 7, 255]))

# One bit of grey.
cases.append((
    "bits", "1-bit grey", png(3, 2, 1, 0, [bytes([0b10100000]), bytes([0b01000000])]),
    [255] * 4 + [0, 0, 0, 255] + [255] * 4 + [0, 0, 0, 255] + [255] * 4 + [0, 0, 0, 255]))

# Grey of 16 bits with a transparent value, and RGBA of 16 bits.
grey = struct.pack(">HHH", 0, 0x8080, 0xFF00)
cases.append((
    "deepGrey", "16-bit grey with a transparent value",
    png(3, 1, 16, 0, [grey], chunk(b"tRNS", struct.pack(">H", 0x8080))),
    [0, 0, 0, 255, 128, 128, 128, 0, 254, 254, 254, 255]))
cases.append((
    "deepColor", "16-bit RGBA",
    png(1, 1, 16, 6, [struct.pack(">HHHH", 0x1212, 0x3434, 0x5656, 0x7878)]),
    [0x12, 0x34, 0x56, 0x78]))

# Grey with alpha.
cases.append((
    "greyAlpha", "8-bit grey with alpha", png(2, 1, 8, 4, [bytes([10, 20, 30, 40])]),
    [10, 10, 10, 20, 30, 30, 30, 40]))

# Adam7 of 3x3 pixels of grey: passes 1, 5, 6 and 7 ... are filled by their positions.
value = [[16 * (3 * y + x) for x in range(3)] for y in range(3)]
rows = []
for x0, y0, dx, dy in [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4),
                       (1, 0, 2, 2), (0, 1, 1, 2)]:
    for y in range(y0, 3, dy):
        row = bytes(value[y][x] for x in range(x0, 3, dx))
        if row:
            rows.append(row)
cases.append((
    "interlaced", "8-bit grey, interlaced", png(3, 3, 8, 0, rows, interlace=1),
    [sample for row in value for v in row for sample in (v, v, v, 255)]))

# Texts of each kind, before and after the pixels.
texts = (
    chunk(b"pHYs", struct.pack(">IIB", 2835, 2835, 1))
    + chunk(b"tEXt", b"Comment\0caf\xe9")
    + chunk(b"zTXt", b"Packed\0\0" + zlib.compress(b"long " * 40))
    + chunk(b"iTXt", b"Title\0\0\0en\0Titel\0" + "σ² ≈ 1".encode()))
after = chunk(b"iTXt", b"Late\0\1\0\0\0" + zlib.compress("après".encode()))
cases.append((
    "texts", "texts of all kinds", png(1, 1, 8, 2, [bytes([1, 2, 3])], texts, after), [1, 2, 3, 255]))

# Files that must be refused.
wide = png(20000, 1, 8, 0, [bytes(20000)])
many = png(16000, 16000, 8, 0, [b""])

def swift(name, comment, data):
    text = base64.b64encode(data).decode()
    lines = "\n".join("    " + text[i : i + 92] for i in range(0, len(text), 92))
    print(f'  /// {comment}\n  static let {name} = decoded(\n    """\n{lines}\n    """)')


print("// Made by Tests/Fixtures/make_test_pngs.py; not to be edited.\n")
print("/// Small PNG files and the pixels that they hold.\nenum TestPNGFiles {")
for name, comment, data, pixels in cases:
    swift(name, comment + ".", data)
    values = ", ".join(str(value) for value in pixels)
    body = textwrap.fill(values, 92, initial_indent="    ", subsequent_indent="    ")
    print(f"  static let {name}Pixels: [UInt8] = [\n{body},\n  ]\n")
swift("wide", "A side of 20,000 pixels.", wide)
print()
swift("many", "256 million pixels, cut short.", many)
print("}")
