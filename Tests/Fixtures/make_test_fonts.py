"""Makes the fonts that the tests of Rendering read, as a Swift file.

    python3 make_test_fonts.py > ../RenderingTests/Support/TestFontFiles.swift

Needs fontTools (made with 4.68.0). The outlines are small enough to be checked by hand; the tests
state what must be read from them.
"""

import base64
import io
from array import array

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables._f_v_a_r import Axis
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program

ORDER = [".notdef", "space", "H", "o", "H.pair", "ring"]
CMAP = {0x20: "space", ord("H"): "H", ord("o"): "o", ord("="): "H.pair", 0x3C3: "ring"}
# The left side bearing is the left edge, so that outlines stand where they were drawn.
BEARINGS = {"H": 100, "H.pair": 100, "o": 10}
ADVANCES = {".notdef": 500, "space": 250, "H": 600, "o": 620, "H.pair": 1200, "ring": 640}


def box(pen, left, bottom, right, top):
    # Clockwise, as TrueType has outer contours.
    pen.moveTo((left, bottom))
    pen.lineTo((left, top))
    pen.lineTo((right, top))
    pen.lineTo((right, bottom))
    pen.closePath()


def glyphs():
    result = {}
    for name in [".notdef", "space"]:
        result[name] = TTGlyphPen(None).glyph()

    pen = TTGlyphPen(None)
    box(pen, 100, 0, 500, 700)
    result["H"] = pen.glyph()

    # A round shape of four control points alone: all points on the curve are implied halves.
    glyph = Glyph()
    glyph.numberOfContours = 1
    glyph.coordinates = GlyphCoordinates([(10, 0), (10, 501), (511, 501), (511, 0)])
    glyph.flags = array("B", [0, 0, 0, 0])
    glyph.endPtsOfContours = [3]
    glyph.program = Program()
    glyph.program.fromBytecode(b"")
    result["o"] = glyph

    # A composite: H twice, the second 600 units to the right.
    pen = TTGlyphPen({"H": result["H"]})
    pen.addComponent("H", (1, 0, 0, 1, 0, 0))
    pen.addComponent("H", (1, 0, 0, 1, 600, 0))
    result["H.pair"] = pen.glyph()

    # Mixed lines and curves, and a hole that turns the other way.
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.qCurveTo((0, 600), (600, 600))
    pen.lineTo((600, 0))
    pen.closePath()
    pen.moveTo((300, 100))
    pen.lineTo((500, 100))
    pen.lineTo((500, 300))
    pen.closePath()
    result["ring"] = pen.glyph()
    return result


def finish(builder, name):
    builder.setupCharacterMap(CMAP)
    metrics = {}
    for glyph in ORDER:
        metrics[glyph] = (ADVANCES[glyph], BEARINGS.get(glyph, 0))
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=900, sTypoDescender=-200, sCapHeight=690, version=4)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 3_800_000_000
    return builder.font


def save(font):
    font.recalcTimestamp = False
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def static():
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(ORDER)
    builder.setupGlyf(glyphs())
    return finish(builder, "Test")


def compact():
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(ORDER)
    strings = {}
    for name in ORDER:
        pen = T2CharStringPen(ADVANCES[name], None)
        if name == "H":
            box(pen, 100, 0, 500, 700)
        strings[name] = pen.getCharString()
    builder.setupCFF("TestCFF", {}, strings, {})
    return finish(builder, "TestCFF")


def variable():
    font = TTFont(io.BytesIO(save(static())))
    font.recalcTimestamp = False
    axes = newTable("fvar")
    axis = Axis()
    axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue = "wght", 100, 400, 900
    axis.axisNameID = 256
    font["name"].setName("Weight", 256, 3, 1, 0x409)
    axes.axes = [axis]
    axes.instances = []
    font["fvar"] = axes
    return font


def symbol():
    font = static()
    # Without names, from which FreeType would make up a Unicode map.
    font["post"].formatType = 3.0
    mac = CmapSubtable.newSubtable(0)
    mac.platformID, mac.platEncID, mac.language = 1, 7, 0
    mac.cmap = {code: name for code, name in CMAP.items() if code < 128}
    font["cmap"].tables = [mac]
    return font


def collection():
    result = TTCollection()
    result.fonts = [static(), static()]
    stream = io.BytesIO()
    for font in result.fonts:
        font.recalcTimestamp = False
    result.save(stream)
    return stream.getvalue()


def swift(name, comment, data):
    text = base64.b64encode(data).decode()
    lines = "\n".join("    " + text[i : i + 92] for i in range(0, len(text), 92))
    return f'  /// {comment}\n  static let {name} = decoded(\n    """\n{lines}\n    """)\n'


print("// Made by Tests/Fixtures/make_test_fonts.py; not to be edited.\n")
print("/// Small font files, each of another kind.\nenum TestFontFiles {")
print(swift("trueType", "A static TrueType font.", save(static())))
print(swift("compact", "A font with CFF outlines.", save(compact())))
print(swift("variable", "A TrueType font with an axis of weight.", save(variable())))
print(swift("withoutUnicode", "A TrueType font with a Greek Macintosh map alone.", save(symbol())))
print(swift("collection", "A collection of two TrueType fonts.", collection()))
print("}")
