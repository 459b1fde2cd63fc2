import Charting
import Figures
import Rendering

/// The fonts of a language, found by their digests.
struct FigureFonts {
  let fonts: [any OutlineFont]
  let typography: Typography

  init(language: Language, files: [String]) throws {
    let library = FontLibrary(files: files)
    var fonts: [any OutlineFont] = [
      try library.font(KnownFonts.regular), try library.font(KnownFonts.bold),
    ]
    if language == .korean {
      // Digits and Latin letters come from the first two, Hangul from these.
      fonts.append(try library.font(KnownFonts.korean))
      fonts.append(try library.font(KnownFonts.koreanBold))
    }
    self.fonts = fonts
    typography = Typography(
      faces: fonts, regular: language == .korean ? [0, 2] : [0],
      bold: language == .korean ? [1, 3] : [1])
  }
}
