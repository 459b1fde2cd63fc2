/// Something that is noted of a study or a trial under a name.
package struct AttributeRecord: Equatable, Sendable {
  package var key: String
  /// The value as JSON, as it was written: numbers keep their digits.
  package var json: String

  package init(key: String, json: String) {
    self.key = key
    self.json = json
  }
}

extension [AttributeRecord] {
  /// The value of a key; setting it puts a new one last, as Python's dictionaries do.
  package subscript(key: String) -> String? {
    get { first { $0.key == key }?.json }
    set {
      let place = firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let json?): self[place].json = json
      case (let place?, nil): remove(at: place)
      case (nil, let json?): append(AttributeRecord(key: key, json: json))
      case (nil, nil): break
      }
    }
  }
}
