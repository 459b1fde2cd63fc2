"""Makes the arrays and archives of this folder. Made once with NumPy 2.4.6 and Python 3.11.

    python3 make_fixtures.py
"""

import io
import pathlib
import struct
import zipfile
import zlib

import numpy as np

HERE = pathlib.Path(__file__).parent

FLOATS = np.array([[1.5, -0.0, 1e-45], [np.inf, -np.inf, np.nan]], "<f4")
CUBE = np.arange(24).reshape(2, 3, 4)


def arrays():
    """What NumPy writes by itself, and what is read here."""
    np.save(HERE / "float32.npy", FLOATS)
    np.save(HERE / "float64.npy", np.array([0.1, -0.0, 5e-324, 1.7976931348623157e308]))
    np.save(HERE / "int32.npy", np.array([[-(2**31)], [2**31 - 1]], "<i4"))
    np.save(HERE / "int64.npy", np.array([-(2**63), 2**63 - 1, 0], "<i8"))
    np.save(HERE / "uint8.npy", np.array([0, 1, 254, 255], "u1"))
    np.save(HERE / "bool.npy", np.array([[True, False], [False, True]]))
    np.save(HERE / "empty.npy", np.zeros((0, 3), "<f4"))
    np.save(HERE / "zero_dimensional.npy", np.array(42, "<i8"))
    np.save(HERE / "fortran.npy", np.asfortranarray(CUBE.astype("<f4")))
    np.save(HERE / "big_endian.npy", CUBE[0].astype(">f4"))
    np.save(HERE / "big_endian_fortran.npy", np.asfortranarray(CUBE[1].astype(">i8")))
    for version in (2, 3):
        with open(HERE / f"version{version}.npy", "wb") as file:
            np.lib.format.write_array(file, CUBE[0].astype("<i4"), version=(version, 0))


def refused():
    """What NumPy writes, and what is refused here."""
    np.save(HERE / "refused_objects.npy", np.array([{}, None], dtype=object), allow_pickle=True)
    np.save(HERE / "refused_records.npy", np.zeros(2, [("a", "<f4"), ("b", "<i4")]))
    np.save(HERE / "refused_float16.npy", np.zeros(2, "<f2"))
    np.save(HERE / "refused_complex.npy", np.zeros(2, "<c8"))
    np.save(HERE / "refused_text.npy", np.array(["abc"]))


def archives():
    named = {
        "model.layers.0.weights": FLOATS,
        "model.layers.0.bias": np.array([1, 2, 3], "<f4"),
        "state.step": np.array(7, "<i8"),
        "z": np.zeros((2, 0), "<f8"),
        "a": np.asfortranarray(CUBE.astype(">i4")),
        "mask": np.array([True, False]),
        "zeros": np.zeros(1000, "u1"),
    }
    np.savez(HERE / "stored.npz", **named)
    np.savez_compressed(HERE / "compressed.npz", **named)
    np.savez(HERE / "no_arrays.npz")

    # Written to a pipe: sizes and checksum follow each member.
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise OSError

        def tell(self):
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(zipfile.ZipInfo("a.npy"), "w") as member:
            np.lib.format.write_array(member, np.array([1, 2, 3], "u1"))
        with archive.open("b.npy", "w") as member:
            np.lib.format.write_array(member, np.array([4.5], "<f8"))
    # The date of "b.npy" is that of the run; it is set to 1980-01-01.
    bytes_ = bytearray(pipe.getvalue())
    for signature, offset in ((b"PK\x03\x04", 10), (b"PK\x01\x02", 12)):
        position = bytes_.find(signature)
        while position >= 0:
            bytes_[position + offset : position + offset + 4] = struct.pack("<HH", 0, 33)
            position = bytes_.find(signature, position + 1)
    (HERE / "streamed.npz").write_bytes(bytes_)


def hostile():
    """Archives whose directory lies about what a member unfolds to."""

    def archive(stream, declared, checksum):
        name = b"a.npy"
        shared = struct.pack(
            "<HHHHHIIIHH", 20, 0, 8, 0, 33, checksum, len(stream), declared, len(name), 0
        )
        local = b"PK\x03\x04" + shared + name + stream
        directory = (
            b"PK\x01\x02" + struct.pack("<H", 20) + shared + bytes(10) + struct.pack("<I", 0) + name
        )
        return local + directory + struct.pack(
            "<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(directory), len(local), 0
        )

    def deflated(content):
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        return deflate.compress(content) + deflate.flush()

    content = io.BytesIO()
    np.save(content, np.zeros(100, "u1"))
    content = content.getvalue()
    stream = deflated(content)
    files = {
        # A megabyte of zeros that is said to be 1000 bytes.
        "hostile_more.npz": (deflated(bytes(1 << 20)), 1000, zlib.crc32(bytes(1000))),
        "hostile_less.npz": (stream, len(content) + 1, zlib.crc32(content)),
        "hostile_cut.npz": (stream[:-1], len(content), zlib.crc32(content)),
        "hostile_behind.npz": (stream + b"!", len(content), zlib.crc32(content)),
        "hostile_checksum.npz": (stream, len(content), 1),
        "hostile_stream.npz": (b"\xff" + stream, len(content), zlib.crc32(content)),
    }
    for name, (stream, declared, checksum) in files.items():
        (HERE / name).write_bytes(archive(stream, declared, checksum))


arrays()
refused()
archives()
hostile()
