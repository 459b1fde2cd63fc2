/// Numbers, strings and truth values read from JSON, with errors that name the place.
enum JSONScalar {
  static func bool(
    _ json: JSONValue, at trail: @autoclosure () -> CodingTrail
  ) throws(JSONCodingError) -> Bool {
    guard case .bool(let flag) = json else { throw invalid(json, for: Bool.self, at: trail()) }
    return flag
  }

  static func string(
    _ json: JSONValue, at trail: @autoclosure () -> CodingTrail
  ) throws(JSONCodingError) -> String {
    guard case .string(let text) = json else { throw invalid(json, for: String.self, at: trail()) }
    return text
  }

  static func double(
    _ json: JSONValue, at trail: @autoclosure () -> CodingTrail
  ) throws(JSONCodingError) -> Double {
    switch json {
    case .number(let number): return number
    case .string(let name):
      if let number: Double = NumberText.nonFinite(named: name) { return number }
    default: break
    }
    throw invalid(json, for: Double.self, at: trail())
  }

  /// The `Float` closest to the number's shortest digits.
  static func float(
    _ json: JSONValue, at trail: @autoclosure () -> CodingTrail
  ) throws(JSONCodingError) -> Float {
    switch json {
    case .number(let number):
      let float = nearestFloat(to: number)
      if float.isFinite == number.isFinite, float != 0 || number == 0 { return float }
    case .string(let name):
      if let number: Float = NumberText.nonFinite(named: name) { return number }
    default: break
    }
    throw invalid(json, for: Float.self, at: trail())
  }

  /// The integer of a number up to 2^53 - 1, or of a string of digits beyond.
  static func integer<Integer: FixedWidthInteger>(
    _ json: JSONValue, at trail: @autoclosure () -> CodingTrail
  ) throws(JSONCodingError) -> Integer {
    switch json {
    case .number(let number):
      if let integer = Integer(exactly: number) {
        if integer.magnitude <= JSONValueEncoder.greatestInteger { return integer }
        throw .invalid(
          path: trail().text, got: json.brief,
          expected: "whole numbers beyond \(JSONValueEncoder.greatestInteger) in double quotes")
      }
    case .string(let digits):
      // One spelling for each number: no plus, no leading zeros, nothing that is a JSON number.
      if let integer = Integer(digits), "\(integer)" == digits,
        integer.magnitude > JSONValueEncoder.greatestInteger
      {
        return integer
      }
    default: break
    }
    throw invalid(json, for: Integer.self, at: trail())
  }

  /// The `Float` closest to the shortest digits of a double, so that digits written for a `Float`
  /// give it back.
  ///
  /// Going from digits to `Double` to `Float` rounds twice. That is harmless unless the double lies
  /// midway between two floats: then the digits, which may lie on either side, decide. Of all 2^32
  /// floats it matters for 7.038531e-26 alone (and its negative).
  private static func nearestFloat(to number: Double) -> Float {
    let float = Float(number)
    let error = number - Double(float)
    if error == 0 || !float.isFinite { return float }
    let other = error > 0 ? float.nextUp : float.nextDown
    guard error == Double(other) - number else { return float }
    return Float(NumberText.text(of: number)) ?? float
  }

  /// What a type wants to see, in words.
  static func name<Value>(of type: Value.Type) -> String {
    switch type {
    case is Bool.Type: "true or false"
    case is String.Type: "a string"
    case is Double.Type: "a number"
    case is Float.Type: "a number of magnitude 1.4e-45...3.4e38, or 0"
    case is any UnsignedInteger.Type where MemoryLayout<Value>.size == 8: "a whole number from 0"
    case is any SignedInteger.Type where MemoryLayout<Value>.size == 8: "a whole number"
    case let type as any FixedWidthInteger.Type: range(of: type)
    case let type as any CaseIterable.Type: choices(of: type)
    case is any JSONArrayShaped.Type: "an array"
    case let type as any JSONExpectation.Type: type.expectation
    default: "a value"
    }
  }

  static func invalid<Value>(
    _ json: JSONValue, for type: Value.Type, at trail: CodingTrail
  ) -> JSONCodingError {
    .invalid(path: trail.text, got: json.brief, expected: name(of: type))
  }

  private static func range(of type: (some FixedWidthInteger).Type) -> String {
    "a whole number \(type.min)...\(type.max)"
  }

  /// The raw values, or names, of all cases.
  static func choices(of type: (some CaseIterable).Type) -> String {
    type.allCases.map { choice in
      (choice as? any RawRepresentable).map { "\($0.rawValue)" } ?? "\(choice)"
    }.joined(separator: ", ")
  }
}

/// A type that says in words, for errors, how it is written in JSON.
package protocol JSONExpectation {
  /// For example `64 hexadecimal digits`.
  static var expectation: String { get }
}

/// A type that is written as a JSON array.
private protocol JSONArrayShaped {}

extension Array: JSONArrayShaped {}

extension JSONValue {
  /// The value in a few words for an error message.
  var brief: String {
    switch self {
    case .null, .bool: canonicalText
    case .number(let number): NumberText.text(of: number)
    case .string(let text): MessageText.quoted(text)
    case .array(let elements): "an array of \(elements.count)"
    case .object(let members): "an object of \(members.count)"
    }
  }
}
