/// Keys of JSON objects, which are the same only where every Unicode scalar is.
enum JSONKeys {
  /// Whether two strings are the same sequence of Unicode scalars.
  ///
  /// Swift's `==` calls a composed and a decomposed é equal; JSON and RFC 8785 tell them apart.
  static func areSame(_ lhs: String, _ rhs: String) -> Bool {
    lhs == rhs && lhs.utf8.elementsEqual(rhs.utf8)
  }

  /// Whether a key comes before another in the order of their UTF-8 bytes.
  static func precedes(_ lhs: String, _ rhs: String) -> Bool {
    lhs.utf8.lexicographicallyPrecedes(rhs.utf8)
  }

  /// A key that stands more than once among the members of one object.
  static func firstRepeated<Member>(
    among members: [Member], _ key: (Member) -> String
  ) -> String? {
    let keys = members.map(key)
    if keys.count <= 8 {
      return keys.indices.first { index in
        keys[..<index].contains { areSame($0, keys[index]) }
      }.map { keys[$0] }
    }
    let sorted = keys.sorted(by: precedes)
    return zip(sorted, sorted.dropFirst()).first { areSame($0, $1) }?.0
  }
}
