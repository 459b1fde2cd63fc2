internal import Comparing
internal import FigureFiles
internal import Files
internal import Provenance
internal import Rendering
internal import Verifying

/// The check of one figure that `guard.json` lists.
struct FigureTrial: Sendable {
  let accepted: GuardedFigure
  /// The folder of the file to check.
  let folder: String
  let reference: ReferenceFolders?
  /// nil to check the file as it is.
  let remaking: Remaking?
  /// Fonts for a reference that is drawn from carried numbers.
  let fontFiles: [String]
  let threads: Int

  private var path: String { Path.join(folder, accepted.path) }

  /// - Throws: whatever is no fault of the figure, and errors of making it anew.
  func run() throws -> FigureOutcome {
    let file: FigureFacts.File
    do {
      file = try FigureFacts.read(path)
    } catch let error as UnsoundFigure {
      return unsound(error)
    }
    let asItIs = try judge(
      Candidate(file: file, source: .file(path)), reference)
    guard let remaking, asItIs.passes, accepted.kind == .figure else { return asItIs }
    return try judgeRemade(remaking, inPlace: asItIs, file)
  }

  private func unsound(_ error: UnsoundFigure) -> FigureOutcome {
    var outcome = FigureOutcome(
      path: accepted.path, verdict: .differs, rung: error.rung, detail: "\(error)",
      accepted: accepted)
    switch error {
    case .unreadable, .pointer: outcome.verdict = .unverified
    case .stripped(_, let pixels?):
      outcome.detail += "; " + accepted.verdict(on: pixels)
      outcome.new = .file(path)
    default: outcome.new = .file(path)
    }
    if let reference, case .picture(let picture)? = try? reference.picture(of: accepted) {
      outcome.reference = picture.source
    }
    return outcome
  }

  /// A figure to judge: a file, or one that was made anew.
  private struct Candidate {
    var file: FigureFacts.File
    var source: PictureSource
    var isRemade = false

    var facts: FigureFacts { file.facts }
  }

  private func judge(
    _ candidate: Candidate, _ reference: ReferenceFolders?
  ) throws -> FigureOutcome {
    let judge = FigureJudge(
      accepted: accepted, found: candidate.facts, isRemade: candidate.isRemade)
    var outcome = FigureOutcome(
      path: accepted.path, verdict: .verified, accepted: accepted, found: candidate.facts,
      new: candidate.source)
    let difference = judge.firstDifference
    if difference == nil, judge.standing == .accepted { return outcome }

    var finding = try reference?.picture(of: accepted) ?? .none(reason: "no reference picture")
    if difference == nil, case .none(let reason) = finding, !candidate.isRemade {
      finding = try drawnReference(instead: reason)
    }
    var missing = ""
    switch finding {
    case .none(let reason): missing = reason
    case .picture(let picture):
      outcome.reference = picture.source
      if difference != nil {
        outcome.changes = FigureChanges.lines(from: picture.source, to: candidate.source)
      }
      if let old = picture.bitmap, let new = candidate.file.bitmap {
        outcome.comparison = PictureComparison(
          reference: old, new: new, tolerance: accepted.tolerance?.value ?? .unseen,
          threads: threads)
      }
    }
    if let difference {
      outcome.verdict = .differs
      outcome.rung = difference.rung
      outcome.detail = difference.detail + extent(outcome.comparison)
      return outcome
    }
    settle(&outcome, judge.standing, renderer: candidate.facts.renderer, missing: missing)
    return outcome
  }

  /// What comes of pixels that are not among the accepted ones while all above them is equal.
  private func settle(
    _ outcome: inout FigureOutcome, _ standing: FigureJudge.Standing, renderer: String,
    missing: String
  ) {
    outcome.rung = "pixels"
    let isStated = renderer != FigureFacts.unstatedRenderer
    let ofRenderer = isStated ? " of \(renderer)" : ""
    if standing == .refused, accepted.tolerance == nil {
      outcome.verdict = .differs
      outcome.detail = "other pixels than those accepted\(ofRenderer)" + extent(outcome.comparison)
      return
    }
    let same = accepted.kind == .figure ? "the scene is equal" : "there is no scene to go by"
    let unknown =
      isStated
      ? "drawn by \(renderer), of which no pixels were accepted; \(same), "
      : "it does not say what drew it, and other tools drew what was accepted; \(same), "
    let head = standing == .refused ? "not the pixels accepted\(ofRenderer), " : unknown
    guard let comparison = outcome.comparison else {
      outcome.verdict = .unverified
      outcome.detail = head + "and the pixels cannot be compared: \(missing)"
      return
    }
    switch comparison.verdict {
    case .equal, .within:
      outcome.verdict = .tolerated
      outcome.detail = head + "and the pixels are within the tolerance: \(comparison)"
    case .different:
      outcome.verdict = .differs
      outcome.detail = head + "and the pixels are beyond the tolerance: \(comparison)"
    }
  }

  private func extent(_ comparison: PictureComparison?) -> String {
    guard let comparison, comparison.verdict != .equal else { return "" }
    return ": \(comparison)"
  }
}

extension FigureTrial {
  /// What to compare with where no accepted picture is at hand: the accepted scene, drawn here.
  ///
  /// Only for a figure whose identities are the accepted ones, so that its carried numbers are too.
  private func drawnReference(instead reason: String) throws -> ReferenceFolders.Finding {
    guard accepted.kind == .figure, accepted.identities?.numbers != nil else {
      return .none(reason: reason)
    }
    let drawn = try Remaking(source: .carriedNumbers, fontFiles: fontFiles)
      .make(try FigureFile(path: path), threads: threads)
    guard drawn.recipe.identities.scene == accepted.identities?.scene else {
      return .none(reason: "no reference picture (this version of dlplot draws another scene)")
    }
    let bytes = try drawn.bytes(.png)
    return .picture(
      ReferenceFolders.Picture(
        source: .bytes(bytes), bitmap: try DecodedPNG(bytes: bytes, path: path).bitmap))
  }

  /// Makes the figure anew and judges that.
  private func judgeRemade(
    _ remaking: Remaking, inPlace: FigureOutcome, _ file: FigureFacts.File
  ) throws -> FigureOutcome {
    let made = try remaking.make(try FigureFile(path: path), threads: threads)
    let bytes = try made.bytes(file.format)
    let remade = try FigureFacts.read(bytes, path: path)
    // The file itself is the reference: it has just been found to be what was accepted.
    let places = reference ?? ReferenceFolders(paths: [folder])
    var outcome = try judge(
      Candidate(file: remade, source: .bytes(bytes), isRemade: true), places)
    if !outcome.passes {
      outcome.detail = "made anew: " + outcome.detail
    } else if outcome.verdict == .verified {
      // What was to be said of the file is not forgotten.
      outcome = inPlace
    }
    outcome.isRemade = true
    return outcome
  }
}
