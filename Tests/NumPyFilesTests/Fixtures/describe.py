"""Prints name, type, shape and bytes of every array in an archive, and checks the archive itself."""

import sys
import zipfile

import numpy as np

path = sys.argv[1]
with zipfile.ZipFile(path) as archive:
    assert archive.testzip() is None
    for member in archive.infolist():
        assert member.date_time == (1980, 1, 1, 0, 0, 0), member.date_time
        assert member.compress_type == zipfile.ZIP_STORED, member.compress_type
        with archive.open(member) as file:
            # Where the member's bytes start in the archive.
            start = file._fileobj._pos if hasattr(file._fileobj, "_pos") else file._fileobj.tell()
            assert start % 64 == 0, start
with np.load(path, allow_pickle=False) as arrays:
    for name in arrays.files:
        array = arrays[name]
        line = f"{name} {array.dtype.str} {array.shape} {array.tobytes().hex()}"
        print(line.encode("ascii", "backslashreplace").decode("ascii"))
