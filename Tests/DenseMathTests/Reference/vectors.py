"""Writes the reference values of the elementary functions, computed by mpmath with 400 bits.

    python3 vectors.py        # writes *.txt beside itself; needs mpmath only

float-<name>.txt   x[, y] as Float bits, and the value as Double bits: 2^-29 of a Float's last place
double-<name>.txt  x[, y] as Double bits, the nearest Double, and what it leaves, in 2^-16 of its
                   last place
"""

import random
import struct
from pathlib import Path

import mpmath as m
from mpmath import mp, mpf

mp.prec = 400
FOLDER = Path(__file__).parent


def float_bits(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


def float_value(bits):
    return struct.unpack("<f", struct.pack("<I", bits))[0]


def double_bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def nearest_double(y):
    """y rounded to nearest, ties to even, with gradual underflow, and its last place."""
    if y == 0:
        return 0.0, mpf(2) ** -1074
    exponent = max(int(m.floor(m.log(abs(y), 2))), -1022)
    while abs(y) >= mpf(2) ** (exponent + 1):
        exponent += 1
    while exponent > -1022 and abs(y) < mpf(2) ** exponent:
        exponent -= 1
    place = mpf(2) ** (exponent - 52)
    whole = int(m.nint(y / place))
    if abs(whole) * place >= mpf(2) ** 1024:
        return (float("inf") if y > 0 else float("-inf")), place
    return float(m.ldexp(mpf(whole), exponent - 52)), place


def random_float(r, low, high):
    return float_value(float_bits(r.uniform(low, high)))


def arguments(r, kind, count, low, high, small, large, edges, positive=False):
    """Uniform ones in [low, high], ones of every size from 2^small to 2^large, and the edges."""
    narrow = (lambda x: float_value(float_bits(x))) if kind == "float" else float
    xs = [narrow(r.uniform(low, high)) for _ in range(count)]
    for _ in range(count):
        x = m.ldexp(mpf(r.uniform(1, 2)), r.randint(small, large))
        sign = 1 if positive else r.choice((1, -1))
        xs.append(narrow(float(x) * sign))
    for edge in edges:
        bits = float_bits(edge) if kind == "float" else double_bits(edge)
        for step in (-2, -1, 0, 1, 2):
            if bits + step >= 0:
                pattern = "<I" if kind == "float" else "<Q"
                target = "<f" if kind == "float" else "<d"
                xs.append(struct.unpack(target, struct.pack(pattern, bits + step))[0])
    return [x for x in xs if x == x and abs(x) != float("inf") and not (positive and x <= 0)]


def write(kind, name, f, inputs):
    lines = []
    for x in inputs:
        xs = x if isinstance(x, tuple) else (x,)
        y = f(*[mpf(v) for v in xs])
        value, place = nearest_double(y)
        if kind == "float":
            row = [f"{float_bits(v):08x}" for v in xs] + [f"{double_bits(value):016x}"]
        else:
            finite = abs(value) != float("inf")
            left = int(m.nint((y - mpf(value)) / place * 65536)) if finite else 0
            row = [f"{double_bits(v):016x}" for v in xs] + [f"{double_bits(value):016x}", str(left)]
        lines.append(" ".join(row))
    (FOLDER / f"{kind}-{name}.txt").write_text("\n".join(lines) + "\n")


def exp(x):
    return m.exp(min(max(x, -2000), 2000))


def phi(x):
    return m.erfc(-x / m.sqrt(2)) / 2


def sigmoid(x):
    return 1 / (1 + exp(-x))


def gelu(x):
    return x * phi(max(x, -300))


def gelu_derivative(x):
    c = max(min(x, 300), -300)
    return phi(c) + c * m.exp(-c * c / 2) / m.sqrt(2 * m.pi)


def tanh(x):
    return m.tanh(max(min(x, 300), -300)) if abs(x) > mpf(2) ** -60 else x - x**3 / 3


def erf(x):
    return m.erf(max(min(x, 30), -30))


def log_phi(x):
    """ln Phi(x), whose lower tail needs more bits than a number near one."""
    if x > 0:
        return m.log1p(-m.erfc(x / m.sqrt(2)) / 2)
    if x < -200:  # the asymptotic series of the Mills ratio
        term, total = mpf(1), mpf(1)
        for k in range(1, 60):
            term *= -(2 * k - 1) / x**2
            total += term
        return -(x**2) / 2 - m.log(-x) - m.log(2 * m.pi) / 2 + m.log(total)
    return m.log(m.erfc(-x / m.sqrt(2)) / 2)


def log_quantile(y):
    """The x of which ln Phi(x) is y."""
    upper = y > -m.log(2)
    z = m.log(-m.expm1(y)) if upper else y
    x = -m.sqrt(-2 * z)
    for _ in range(200):
        slope = m.exp(-x * x / 2 - log_phi(x)) / m.sqrt(2 * m.pi)
        step = (log_phi(x) - z) / slope
        x -= step
        if abs(step) < mpf(2) ** -150:
            break
    return -x if upper else x


r = random.Random(20240607)
HALF_TURNS = [float(k * m.pi / 2) for k in (1, 2, 3, 4, 5, 7, 10, 51, 355, 1000, 2**20, 10**9)]


def all_floats():
    n = 250
    write("float", "exp", exp, arguments(r, "float", n, -104, 89, -149, 127,
          [88.72283, 1.0, -87.33654, -103.27893, -103.97208, 0.34657359, -0.34657359]))
    write("float", "log", m.log, arguments(r, "float", n, 0.5, 2, -149, 127,
          [1.0, 0.70710677, 1.4142135, 1e-45, 1.17549435e-38, 3.4028235e38], positive=True))
    write("float", "tanh", tanh, arguments(r, "float", n, -10, 10, -149, 5,
          [0.17328679, 9.0109, 0.5]))
    write("float", "sigmoid", sigmoid, arguments(r, "float", n, -104, 20, -149, 127,
          [-87.33654, -103.97208, -88.72284, 16.635532, 17.32868]))
    write("float", "erf", erf, arguments(r, "float", n, -4.2, 4.2, -149, 5,
          [3.8325067, 3.9192059, 1.0]))
    write("float", "gelu", gelu, arguments(r, "float", n, -14.5, 8, -149, 5,
          [-13.0, -0.75179, 5.5]))
    write("float", "geluDerivative", gelu_derivative,
          arguments(r, "float", n, -14.5, 8, -149, 5, [-13.0, 1.4142135, 5.5]))
    turns = [float_value(float_bits(x)) for x in HALF_TURNS] + [float(16367173 * 2**72)]
    for name, f in (("sin", m.sin), ("cos", m.cos)):
        write("float", name, f, arguments(r, "float", n, -100, 100, -149, 127, turns))
    pairs = []
    for _ in range(n):
        pairs.append((random_float(r, 0, 4), random_float(r, -60, 60)))
        x = float_value(float_bits(float(m.ldexp(mpf(r.uniform(1, 2)), r.randint(-149, 126)))))
        if x != 1:
            y = float(m.mpf(r.uniform(-110, 95)) / m.log(x))
            pairs.append((x, float_value(float_bits(y))))
        pairs.append((float(r.randint(1, 20)), float(r.randint(-12, 12))))
    write("float", "pow", m.power, [p for p in pairs if p[0] > 0 and abs(p[1]) > 1e-30])


def all_doubles():
    n = 250
    write("double", "exp", exp, arguments(r, "double", n, -746, 710, -1074, 1023,
          [709.782712893384, -708.3964185322641, -745.1332191019412, 1.0, 0.34657359027997264]))
    logs = arguments(r, "double", n, 0.5, 2, -1074, 1023,
                     [1.0, 0.7071067811865475, 1.4142135623730951, 5e-324, 2.2250738585072014e-308,
                      1.7976931348623157e308, 10.0, 100.0, 1000.0], positive=True)
    for name, f in (("log", m.log), ("log2", lambda x: m.log(x, 2)), ("log10", m.log10)):
        write("double", name, f, logs)
    turns = HALF_TURNS + [float(6381956970095103 * 2**797)]
    for name, f in (("sin", m.sin), ("cos", m.cos)):
        write("double", name, f, arguments(r, "double", n, -100, 100, -1074, 1023, turns))
    pairs = []
    for _ in range(n):
        pairs.append((r.uniform(0, 4), r.uniform(-500, 500)))
        x = float(m.ldexp(mpf(r.uniform(1, 2)), r.randint(-1074, 1023)))
        pairs.append((x, float(mpf(r.uniform(-745, 709)) / m.log(x))))
        x = 1 + r.uniform(-1, 1) * 2.0 ** -r.randint(2, 52)
        if x != 1:
            pairs.append((x, float(mpf(r.uniform(-745, 709)) / m.log(x))))
        pairs.append((10.0, float(r.randint(-323, 308))))
        pairs.append((10.0, r.uniform(-10, 10)))
    write("double", "pow", m.power, [p for p in pairs if p[0] > 0])


def all_normals():
    r = random.Random(20261001)
    n = 250
    write("double", "expMinusOne", m.expm1,
          arguments(r, "double", n, -45, 710, -1074, 9, [0.34657359027997264, 41.9, -37.5]))
    write("double", "logOnePlus", m.log1p,
          [x for x in arguments(r, "double", n + 50, -1, 4, -1074, 1023, [0.41421356, -0.5])
           if x > -1])
    normals = arguments(r, "double", n, -38, 9, -1074, 9, [-0.67, 0.67, -4.0, 4.0, -38.4])
    write("double", "normalCumulative", lambda x: phi(max(x, -60)), normals)
    write("double", "logNormalCumulative", log_phi,
          [x for x in normals + [-1e3, -1e8, -1e100] if x < 37])
    write("double", "normalQuantile", log_quantile,
          [-abs(x) for x in arguments(r, "double", n, -20, 0, -30, 16, [-0.6931471805599453])
           if x != 0])


all_floats()
all_doubles()
all_normals()
