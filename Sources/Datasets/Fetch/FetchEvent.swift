/// What happens during a download, for whoever shows it.
package enum FetchEvent: Equatable, Sendable {
  /// The file is there already and right.
  case present(file: String)
  /// Bytes start to come from `mirror`, after the first `offset` that are there already.
  case started(file: String, mirror: String, offset: Int)
  /// So many bytes of the file are there; comes often.
  case received(file: String, byteCount: Int)
  /// The download broke off and goes on from the same mirror.
  case resuming(file: String, mirror: String, reason: String)
  /// What has been put together from pieces is wrong and is downloaded once more from the start.
  case startingOver(file: String, mirror: String, reason: String)
  /// The mirror does not deliver.
  case mirrorFailed(file: String, mirror: String, reason: String)
  /// The file is complete, right and in its place.
  case finished(file: String, path: String, sha256: String)
}
