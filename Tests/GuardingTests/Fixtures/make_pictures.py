"""Draws the pictures that the tests of Guarding take for those of another tool.

    python3 make_pictures.py FOLDER

Needs matplotlib (made with 3.11.2) and Pillow (13.0.0), which computes the pixel digests that it
prints: SHA-256 over "dlplot-pixels-1", a line feed, width and height as 32-bit little-endian
numbers, and the rows as red, green, blue, alpha.
"""

import hashlib
import pathlib
import struct
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

folder = pathlib.Path(sys.argv[1])
x = np.linspace(0, 10, 100)


def draw(name, scale, **options):
    figure, axes = plt.subplots(figsize=(2.4, 1.6), dpi=80)
    axes.plot(x, np.exp(-scale * x), label="loss")
    axes.plot(x, 1 - np.exp(-x), label="accuracy")
    axes.set_xlabel("epoch")
    axes.legend()
    figure.tight_layout()
    figure.savefig(folder / name, **options)
    plt.close(figure)


draw("loss.png", 0.5)
# The decay is another: the line lies elsewhere.
draw("loss-changed.png", 0.45)
# No word of the tool, and a background that lets everything through.
draw("transparent.png", 0.5, transparent=True, metadata={"Software": None})
# As loss.png, by a renderer that rounds otherwise: every 97th value is one level off.
with Image.open(folder / "loss.png") as image:
    texts = dict(image.text)
    pixels = np.array(image.convert("RGB"))
flat = pixels.reshape(-1)
chosen = flat[::97]
flat[::97] = np.where(chosen < 255, chosen + 1, 254)
from PIL.PngImagePlugin import PngInfo

info = PngInfo()
info.add_text("Software", "Matplotlib version99.0.0, https://matplotlib.org/")
Image.fromarray(pixels).save(folder / "loss-rounded.png", pnginfo=info)
# As loss.png, compressed again by another encoder at another level, with its words.
info = PngInfo()
for key, value in texts.items():
    info.add_text(key, value)
with Image.open(folder / "loss.png") as image:
    image.save(folder / "loss-recompressed.png", pnginfo=info, compress_level=1)

for path in sorted(folder.glob("*.png")):
    with Image.open(path) as image:
        rgba = image.convert("RGBA")
        software = image.text.get("Software", "")
    digest = hashlib.sha256(b"dlplot-pixels-1\n" + struct.pack("<II", *rgba.size))
    digest.update(rgba.tobytes())
    print(digest.hexdigest(), path.name, software)
