import Charting
import Figures
import Rendering

/// The fonts of a language, found by their digests.
struct FigureFonts {
  let fonts: [any OutlineFont]
  let typography: Typography

  /// - Parameter isForAny: Whether texts hold characters that the fonts of the language lack: then
  ///   those of Korean stand in for them, and what these lack too is escaped.
  init(language: Language, files: [String], isForAny: Bool = false) throws {
    let library = FontLibrary(files: files)
    var fonts: [any OutlineFont] = [
      try library.font(KnownFonts.regular), try library.font(KnownFonts.bold),
    ]
    let hasKorean = language == .korean || isForAny
    if hasKorean {
      // Digits and Latin letters come from the first two, Hangul from these.
      fonts.append(try library.font(KnownFonts.korean))
      fonts.append(try library.font(KnownFonts.koreanBold))
    }
    self.fonts = fonts
    typography = Typography(
      faces: fonts, regular: hasKorean ? [0, 2] : [0], bold: hasKorean ? [1, 3] : [1],
      escapesMissing: isForAny)
  }
}
