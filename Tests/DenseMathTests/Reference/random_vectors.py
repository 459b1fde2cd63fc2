"""Writes random.txt: numbers of random streams, from an implementation of its own.

    python3 random_vectors.py        # writes beside itself; needs mpmath only

Each line: kind, seed, stream, arguments, value; integers in decimal, reals as Double bits in hex.
Philox4x32-10 follows the paper (Salmon et al., SC'11) and is first held against the known answers
that Random123 publishes in tests/kat_vectors.
"""

import struct
from pathlib import Path

import mpmath as m
from mpmath import mp, mpf

mp.prec = 200
MASK = 2**32 - 1


def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [p1 >> 32 ^ c[1] ^ k[0], p1 & MASK, p0 >> 32 ^ c[3] ^ k[1], p0 & MASK]
        k = [(k[0] + 0x9E3779B9) & MASK, (k[1] + 0xBB67AE85) & MASK]
    return c


assert philox([0] * 4, [0] * 2) == [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]
assert philox([MASK] * 4, [MASK] * 2) == [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD]


def split(x):
    return [x & MASK, x >> 32]


def word(seed, stream, i):
    return philox(split(i // 4) + split(stream), split(seed))[i % 4]


def long_word(seed, stream, i):
    block = philox(split(i // 2) + split(stream), split(seed))
    return block[i % 2 * 2] | block[i % 2 * 2 + 1] << 32


def derived(stream, kind, value):
    block = philox(split(value) + split(stream), [0x646C706C, kind])
    return block[0] | block[1] << 32


def integer(seed, stream, bound, i):
    while True:
        product = long_word(seed, stream, i) * bound
        if product % 2**64 >= 2**64 % bound:
            return product >> 64
        stream = derived(stream, 3, 0)


def permutation(seed, stream, count):
    numbers = list(range(count))
    for i in range(count):
        j = i + integer(seed, stream, count - i, i)
        numbers[i], numbers[j] = numbers[j], numbers[i]
    return numbers


def normal(seed, stream, i):
    first = i // 2 * 2
    u = (mpf(word(seed, stream, first)) + mpf(1) / 2) / 2**32
    angle = 2 * m.pi * word(seed, stream, first + 1) / 2**32
    return m.sqrt(-2 * m.log(u)) * (m.cos(angle) if i % 2 == 0 else m.sin(angle))


def normal_double(seed, stream, i):
    first = i // 2 * 2
    u = (mpf(long_word(seed, stream, first) >> 12) + mpf(1) / 2) / 2**52
    angle = 2 * m.pi * long_word(seed, stream, first + 1) / 2**64
    return m.sqrt(-2 * m.log(u)) * (m.cos(angle) if i % 2 == 0 else m.sin(angle))


def real(x):
    return f"{struct.unpack('<Q', struct.pack('<d', float(x)))[0]:016x}"


lines = []
streams = [(0, 0), (1, 0), (42, 7), (2**64 - 1, 2**63 + 5)]
streams.append((0x0123456789ABCDEF, 0xFEDCBA9876543210))
places = [0, 1, 2, 3, 4, 5, 6, 7, 1001, 1002, 1003, 1004, 2**34 + 1, 2**34 + 2, 2**62 + 3]
for seed, stream in streams:
    for i in places:
        lines.append(f"word {seed} {stream} {i} {word(seed, stream, i)}")
        lines.append(f"longWord {seed} {stream} {i} {long_word(seed, stream, i)}")
        lines.append(f"normal {seed} {stream} {i} {real(normal(seed, stream, i))}")
        lines.append(f"normalDouble {seed} {stream} {i} {real(normal_double(seed, stream, i))}")
        for bound in (1, 6, 1000, 2**62 + 1, 2**63 - 1, 3 * 2**61):
            lines.append(f"integer {seed} {stream} {bound} {i} {integer(seed, stream, bound, i)}")
    for purpose in (1, 4, 12):
        one = derived(stream, 1, purpose)
        lines.append(f"purpose {seed} {stream} {purpose} {one}")
        lines.append(f"number {seed} {one} 3 {derived(one, 2, 3)}")
        lines.append(f"number {seed} {one} {2**40} {derived(one, 2, 2**40)}")
    numbers = ",".join(map(str, permutation(seed, stream, 20)))
    lines.append(f"permutation {seed} {stream} 20 {numbers}")
Path(__file__).with_name("random.txt").write_text("\n".join(lines) + "\n")
