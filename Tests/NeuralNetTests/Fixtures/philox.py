"""The random streams that a network draws from, by an implementation of its own.

Philox4x32-10 follows Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (SC'11) and is
held against the known answers that its authors publish.
"""

MASK = 2**32 - 1
BATCHES, DROPOUT = 3, 4


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


def substream(purpose, *numbers):
    stream = derived(0, 1, purpose)
    for number in numbers:
        stream = derived(stream, 2, number)
    return stream


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


def kept(seed, layer, step, dropout, count):
    """1 for each unit that the dropout of a layer and step keeps, else 0."""
    stream = substream(DROPOUT, layer, step)
    threshold = round((1 - dropout) * 2**32)
    return [int(word(seed, stream, i) < threshold) for i in range(count)]
