package import Provenance

/// The places at which two JSON values differ.
package struct ValueChanges: Codable, Equatable, Sendable {
  /// The first of them.
  package private(set) var listed: [ValueChange] = []
  package private(set) var count = 0

  private enum CodingKeys: String, CodingKey {
    case listed, count
  }

  /// Objects are compared member by member, arrays of the same length element by element.
  ///
  /// - Parameter limit: Places that are listed; all are counted.
  package init(_ reference: JSONValue, _ new: JSONValue, limit: Int = 20) {
    compare(reference, new, "")
    listed = Array(listed.prefix(limit))
  }

  /// Places that are ever listed.
  private static let most = 20

  package var isEmpty: Bool { count == 0 }

  private mutating func compare(_ reference: JSONValue?, _ new: JSONValue?, _ place: String) {
    switch (reference, new) {
    case (.object(let before), .object(let after)):
      for member in before {
        compare(member.value, new?[member.key], Self.place(place, member.key))
      }
      for member in after where reference?[member.key] == nil {
        add(nil, member.value, Self.place(place, member.key))
      }
    case (.array(let before), .array(let after)) where before.count == after.count:
      for (index, pair) in zip(before, after).enumerated() {
        compare(pair.0, pair.1, "\(place)[\(index)]")
      }
    default:
      if reference?.canonicalBytes != new?.canonicalBytes { add(reference, new, place) }
    }
  }

  private mutating func add(_ reference: JSONValue?, _ new: JSONValue?, _ place: String) {
    count += 1
    guard listed.count < Self.most else { return }
    listed.append(
      ValueChange(place: place, reference: Self.text(reference), new: Self.text(new)))
  }

  private static func place(_ outer: String, _ key: String) -> String {
    let name = MessageText.isPrintable(key) ? MessageText.clipped(key) : MessageText.quoted(key)
    return outer.isEmpty ? name : "\(outer).\(name)"
  }

  /// A value on one line that no terminal trips over.
  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case nil: "not given"
    case .string(let text):
      MessageText.isPrintable(text) && !text.isEmpty
        ? MessageText.clipped(text, limit: 60) : MessageText.quoted(text)
    case .array(let elements): short(value) ?? "\(elements.count) values"
    case .object(let members): short(value) ?? "\(members.count) members"
    case .some(let scalar): scalar.canonicalText
    }
  }

  /// A list or an object in full, where it is short and harmless.
  private static func short(_ value: JSONValue?) -> String? {
    guard let text = value?.canonicalText, text.utf8.count <= 60, MessageText.isPrintable(text)
    else { return nil }
    return text
  }
}
