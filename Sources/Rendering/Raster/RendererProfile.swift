internal import CCairo
internal import CFreeType
internal import CPNG

/// The libraries that a figure was drawn with.
///
/// Cairo alone rasterises, so that its version names the profile; the others are told for those who
/// look for the cause of a difference.
package struct RendererProfile: Equatable, Sendable {
  package let cairo: String
  package let libpng: String
  package let freetype: String

  package init(cairo: String, libpng: String, freetype: String) {
    self.cairo = cairo
    self.libpng = libpng
    self.freetype = freetype
  }

  /// What is linked here.
  package static let current = RendererProfile(
    cairo: String(cString: cairo_version_string()), libpng: String(cString: cpng_version()),
    freetype: linkedFreeType)

  /// What pixels are listed under: `cairo 1.16.0`.
  package var name: String { "cairo \(cairo)" }

  private static var linkedFreeType: String {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return "unknown" }
    defer { FT_Done_FreeType(library) }
    var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
    FT_Library_Version(library, &major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
  }
}

extension RendererProfile: CustomStringConvertible {
  /// `cairo 1.16.0, libpng 1.6.39, freetype 2.12.1`; the name comes first.
  package var description: String { "\(name), libpng \(libpng), freetype \(freetype)" }
}
