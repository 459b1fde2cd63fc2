/// Why a PDF of dlplot is not read.
package enum PDFReadError: Error, Equatable, CustomStringConvertible {
  case textsTooLarge
  case tooManyTexts

  package var description: String {
    switch self {
    case .textsTooLarge:
      "the attached texts are too large (at most \(PDFMetadata.textBytes >> 20) MB together)"
    case .tooManyTexts: "there are too many texts (at most \(PDFMetadata.mostTexts))"
    }
  }
}
