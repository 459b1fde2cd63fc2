#!/usr/bin/env python3
"""Prints the expected values of these tests, computed by Python's own gzip and hashlib.

Run in the root of the checkout: python3 Tests/DatasetsTests/expected_values.py
"""

import gzip
import hashlib
import struct


def idx_images(count, rows, columns, pixels):
    return struct.pack(">IIII", 2051, count, rows, columns) + pixels


def idx_labels(labels):
    return struct.pack(">II", 2049, len(labels)) + labels


def lines(part, images, labels):
    """What sha256sum prints for the two plain files of a part."""
    return (
        f"{hashlib.sha256(images).hexdigest()}  {part}-images-idx3-ubyte\n"
        f"{hashlib.sha256(labels).hexdigest()}  {part}-labels-idx1-ubyte\n"
    )


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def bundled(part):
    folder = "data/mnist5k/"
    images = gzip.open(f"{folder}{part}-images-idx3-ubyte.gz").read()[16:]
    labels = gzip.open(f"{folder}{part}-labels-idx1-ubyte.gz").read()[8:]
    return images, labels


def bundled_lines(part, count):
    images, labels = bundled(part)
    return lines(
        part, idx_images(count, 28, 28, images[: 784 * count]), idx_labels(labels[:count])
    )


for part in ("train", "t10k"):
    images, labels = bundled(part)
    print(part, "sum of pixels", sum(images), "first labels", list(labels[:10]))
print("whole set        ", digest(bundled_lines("train", 4000) + bundled_lines("t10k", 1000)))
print("first 1000       ", digest(bundled_lines("train", 1000)))
print("training         ", digest(bundled_lines("train", 4000)))
print("first 100 and 10 ", digest(bundled_lines("train", 100) + bundled_lines("t10k", 10)))

sample = lines(
    "train", idx_images(5, 2, 3, bytes(range(30))), idx_labels(bytes([0, 3, 1, 2, 3]))
) + lines(
    "t10k", idx_images(3, 2, 3, bytes(reversed(range(18)))), idx_labels(bytes([2, 0, 1]))
)
print(sample + "sample           ", digest(sample))

payload = bytes((i * 7 + (i >> 8)) & 255 for i in range(300_000))
print("payload", hashlib.md5(payload).hexdigest(), hashlib.sha256(payload).hexdigest())
print("inverted", hashlib.md5(bytes(255 - byte for byte in payload)).hexdigest())

# The identities of the full sets, from the published SHA-256 of their decompressed files.
for name, sums in {
    "mnist": (
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    ),
    "fashion": (
        "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
        "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
        "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
        "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
    ),
}.items():
    names = ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
    print(name, digest("".join(f"{a}  {b}-ubyte\n" for a, b in zip(sums, names))))
