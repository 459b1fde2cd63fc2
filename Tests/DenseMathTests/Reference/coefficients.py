"""Fits the polynomials and rationals behind the elementary functions.

Prints the coefficients, lowest power first, as hexadecimal floating-point literals together with
the largest relative error of each fit (as a power of two). Needs mpmath only:

    python3 coefficients.py

Method: interpolate the function at nodes in the interval, measure the weighted error between
neighbouring nodes, widen the gaps with a small error and narrow those with a large one, until all
are equal: then the fit equioscillates, which makes it the minimax one (to 2 % of its error).
"""

import mpmath as m
from mpmath import mp, mpf

mp.prec = 240


def horner(coefficients, x):
    result = mpf(0)
    for c in reversed(coefficients):
        result = result * x + c
    return result


def interpolate(f, nodes, p_degree, q_degree):
    """P/Q of the given degrees, Q(0) = 1, equal to f at every node."""
    n = len(nodes)
    matrix, right = m.matrix(n, n), m.matrix(n, 1)
    for row, x in enumerate(nodes):
        y = f(x)
        for j in range(p_degree + 1):
            matrix[row, j] = x**j
        for j in range(1, q_degree + 1):
            matrix[row, p_degree + j] = -y * x**j
        right[row] = y
    s = m.lu_solve(matrix, right)
    return (
        [s[j] for j in range(p_degree + 1)],
        [mpf(1)] + [s[p_degree + j] for j in range(1, q_degree + 1)],
    )


def fit(f, a, b, p_degree, q_degree=0, weight=None, skew=1):
    """Minimax of (P/Q - f) / weight on [a, b]; the weight is f itself unless given.

    `skew` 2 crowds the first nodes towards a, for functions that change most there.
    """
    weight = weight or f
    a, b = mpf(a), mpf(b)
    n = p_degree + q_degree + 1
    unit = [(1 - m.cos(m.pi * (2 * i + 1) / (2 * n))) / 2 for i in range(n)]
    nodes = [a + (b - a) * u**skew for u in unit]
    best = None
    for _ in range(400):
        p, q = interpolate(f, nodes, p_degree, q_degree)
        edges = [a] + nodes + [b]
        gaps = list(zip(edges, edges[1:]))
        errors = []
        for low, high in gaps:
            xs = [low + (high - low) * k / 12 for k in range(13)]
            errors.append(max(abs(horner(p, x) / horner(q, x) - f(x)) / weight(x) for x in xs))
        if best is None or max(errors) < best[0]:
            best = (max(errors), p, q)
        if max(errors) < min(errors) * mpf("1.02"):
            break
        mean = m.exp(sum(map(m.log, errors)) / len(errors))
        factors = [min(mpf("1.3"), max(mpf("0.77"), m.root(mean / e, 8))) for e in errors]
        lengths = [(high - low) * k for (low, high), k in zip(gaps, factors)]
        total, x, nodes = sum(lengths), a, []
        for length in lengths[:-1]:
            x += length * (b - a) / total
            nodes.append(x)
    return best


def literal(x):
    """x rounded to a double, as C and Swift both read it."""
    return float(x).hex()


def show(name, error, p, q):
    print(f"{name}: largest error 2^{m.nstr(m.log(error, 2), 4)}")
    for c in p:
        print("  P", literal(c))
    for c in q if len(q) > 1 else []:
        print("  Q", literal(c))


def near_zero(value, f):
    """f, with its limit at zero given."""
    return lambda x: f(x) if abs(x) > mpf(10) ** -40 else mpf(value)


def parts(name, x, bits):
    """x as a double with `bits` leading bits, and the rest."""
    shift = bits - 1 - int(m.floor(m.log(x, 2)))
    high = m.floor(x * mpf(2) ** shift) / mpf(2) ** shift
    print(f"{name}: high {literal(high)} low {literal(x - high)}")


half_ln2 = m.log(2) / 2 * mpf("1.0001")
s_max = ((m.sqrt(2) - 1) / (m.sqrt(2) + 1)) ** 2 * mpf("1.0001")
quarter_pi2 = (m.pi / 4) ** 2 * mpf("1.0001")

# Kernels of Float, evaluated in Double.
expm1_ratio = near_zero(1, lambda r: m.expm1(r) / r)
show("(exp(r) - 1) / r", *fit(expm1_ratio, -half_ln2, half_ln2, 6))

atanh_tail = near_zero(mpf(1) / 3, lambda z: (m.atanh(m.sqrt(z)) / m.sqrt(z) - 1) / z)
show("(atanh(s) / s - 1) / s^2 in s^2", *fit(atanh_tail, 0, s_max, 4))

erf_ratio = near_zero(2 / m.sqrt(m.pi), lambda z: m.erf(m.sqrt(z)) / m.sqrt(z))
show("erf(x) / x in x^2", *fit(erf_ratio, 0, "15.5", 6, 7, skew=2))

mills = lambda t: m.exp(t * t / 2) * m.erfc(t / m.sqrt(2)) / 2
show("exp(t^2 / 2) (1 - Phi(t))", *fit(mills, 0, 15, 5, 6, skew=2))

sin_ratio = near_zero(1, lambda z: m.sin(m.sqrt(z)) / m.sqrt(z))
show("sin(a) / a in a^2", *fit(sin_ratio, 0, quarter_pi2, 4))
show("cos(a) in a^2", *fit(lambda z: m.cos(m.sqrt(z)), 0, quarter_pi2, 4))

# Double: the tails behind terms that are added exactly.
exp_tail = near_zero(mpf(1) / 6, lambda r: (m.expm1(r) - r - r * r / 2) / r**3)
show("(exp(r) - 1 - r - r^2 / 2) / r^3", *fit(exp_tail, -half_ln2, half_ln2, 10))

atanh_tail2 = near_zero(mpf(1) / 5, lambda z: (m.atanh(m.sqrt(z)) / m.sqrt(z) - 1 - z / 3) / z**2)
show("(atanh(s) / s - 1 - s^2 / 3) / s^4 in s^2", *fit(atanh_tail2, 0, s_max, 7))

sin_tail = near_zero(mpf(1) / 120, lambda z: (m.sin(m.sqrt(z)) / m.sqrt(z) - 1 + z / 6) / z**2)
show("(sin(a) / a - 1 + a^2 / 6) / a^4 in a^2", *fit(sin_tail, 0, quarter_pi2, 5))

cos_tail = near_zero(mpf(1) / 24, lambda z: (m.cos(m.sqrt(z)) - 1 + z / 2) / z**2)
show("(cos(a) - 1 + a^2 / 2) / a^4 in a^2", *fit(cos_tail, 0, quarter_pi2, 5))

# The exponential in sums of kernels.
show("(exp(r) - 1) / r, longer", *fit(expm1_ratio, -half_ln2, half_ln2, 10))

# The normal distribution of Double.
show("M(t), 0.65 ... 4", *fit(mills, "0.65", 4, 7, 7))


def long_mills(u):
    """t M(t) of u = 1 / t^2, with its series close to zero."""
    if u < mpf(10) ** -12:
        return (1 - u + 3 * u**2 - 15 * u**3) / m.sqrt(2 * m.pi)
    return mills(1 / m.sqrt(u)) / m.sqrt(u)


show("t M(t) in 1 / t^2, from 4", *fit(long_mills, 0, mpf(1) / 16, 7, 7))
central = near_zero(1 / m.sqrt(2 * m.pi), lambda z: m.erf(m.sqrt(z / 2)) / m.sqrt(z) / 2)
show("(Phi(x) - 1/2) / x in x^2", *fit(central, 0, mpf("0.68") ** 2, 9))

# Constants in two parts; 42 bits leave room for exact products with an exponent.
parts("ln 2", m.log(2), 42)
parts("ln 2, whole", m.log(2), 53)
parts("log10 2", m.log10(2), 42)
parts("1 / ln 2", 1 / m.log(2), 53)
parts("1 / ln 10", 1 / m.log(10), 53)
parts("pi / 2", m.pi / 2, 53)
parts("1 / 3", mpf(1) / 3, 53)
parts("1 / 6", mpf(1) / 6, 53)
print("1 / sqrt(2 pi):", literal(1 / m.sqrt(2 * m.pi)))
print("2 pi / 2^32:", literal(2 * m.pi / 2**32))

mp.prec = 1400
print("2 / pi in words of 64 bits:")
scaled = int(m.floor(2 / m.pi * mpf(2) ** 1280))
for word in range(20):
    print(f"  0x{scaled >> (1280 - 64 * (word + 1)) & (2**64 - 1):016x}")
