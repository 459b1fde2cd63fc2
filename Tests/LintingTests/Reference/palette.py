"""The least CIEDE2000 between two colours of Okabe and Ito's palette in each kind of vision.

Needs colour-science and numpy; the dichromats are those of libDaltonLens.
"""
import itertools

import colour
import numpy as np

OKABE_ITO = [0x000000, 0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7]
SEEN = {  # first matrix, second matrix, normal of the plane between
    "protanopia": (
        [0.14980, 1.19548, -0.34528, 0.10764, 0.84864, 0.04372, 0.00384, -0.00540, 1.00156],
        [0.14570, 1.16172, -0.30742, 0.10816, 0.85291, 0.03892, 0.00386, -0.00524, 1.00139],
        [0.00048, 0.00393, -0.00441]),
    "deuteranopia": (
        [0.36477, 0.86381, -0.22858, 0.26294, 0.64245, 0.09462, -0.02006, 0.02728, 0.99278],
        [0.37298, 0.88166, -0.25464, 0.25954, 0.63506, 0.10540, -0.01980, 0.02784, 0.99196],
        [-0.00281, -0.00611, 0.00892]),
    "tritanopia": (
        [1.01277, 0.13548, -0.14826, -0.01243, 0.86812, 0.14431, 0.07589, 0.80500, 0.11911],
        [0.93678, 0.18979, -0.12657, 0.06154, 0.81526, 0.12320, -0.37562, 1.12767, 0.24796],
        [0.03901, -0.02788, -0.01113]),
}
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = colour.XYZ_to_xy(XYZ.sum(axis=1))


def light(color):
    c = np.array([color >> 16 & 255, color >> 8 & 255, color & 255]) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def lab(color, vision):
    seen = light(color)
    if vision == "grey":
        seen = np.full(3, seen @ XYZ[1])
    elif vision != "normal":
        first, second, normal = SEEN[vision]
        matrix = first if seen @ normal >= 0 else second
        seen = np.clip(np.array(matrix).reshape(3, 3) @ seen, 0, 1)
    return colour.XYZ_to_Lab(XYZ @ seen, WHITE)


for vision in ["normal", *SEEN, "grey"]:
    distances = [
        colour.delta_E(lab(a, vision), lab(b, vision), method="CIE 2000")
        for a, b in itertools.combinations(OKABE_ITO, 2)
    ]
    print(vision, round(float(min(distances)), 2))
