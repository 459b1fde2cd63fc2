/// What an `Encodable` value wrote, with the types that it wrote.
///
/// The bridge to JSON and the data identity both start from this tree, so that they cannot disagree
/// about what a value holds. An array of one kind of number (or of truth values) that is not empty
/// is always packed, whichever way it was encoded; `.array` holds everything else.
enum EncodedValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// Any signed integer.
  case int(Int64)
  /// Any unsigned integer.
  case uint(UInt64)
  case float(Float)
  case double(Double)
  case string(String)
  case bools([Bool])
  case ints([Int64])
  case uints([UInt64])
  case floats([Float])
  case doubles([Double])
  case array([EncodedValue])
  /// Members with distinct keys, in the order in which they were encoded.
  case object([EncodedMember])
}

/// One member of an object that an `Encodable` value wrote.
struct EncodedMember: Equatable, Sendable {
  let key: String
  let value: EncodedValue
}

extension EncodedValue {
  /// An array, packed where all elements are of one kind.
  init(elements: [EncodedValue]) {
    let packed: EncodedValue? =
      switch elements.first {
      case .bool:
        Self.pack(elements) { if case .bool(let x) = $0 { x } else { nil } }.map(Self.bools)
      case .int: Self.pack(elements) { if case .int(let x) = $0 { x } else { nil } }.map(Self.ints)
      case .uint:
        Self.pack(elements) { if case .uint(let x) = $0 { x } else { nil } }.map(Self.uints)
      case .float:
        Self.pack(elements) { if case .float(let x) = $0 { x } else { nil } }.map(Self.floats)
      case .double:
        Self.pack(elements) { if case .double(let x) = $0 { x } else { nil } }.map(Self.doubles)
      default: nil
      }
    self = packed ?? .array(elements)
  }

  /// The payloads of all elements, or nil as soon as one has none.
  private static func pack<Payload>(
    _ elements: [EncodedValue], payload: (EncodedValue) -> Payload?
  ) -> [Payload]? {
    var payloads: [Payload] = []
    payloads.reserveCapacity(elements.count)
    for element in elements {
      guard let next = payload(element) else { return nil }
      payloads.append(next)
    }
    return payloads
  }

  /// The numbers and arrays of numbers that need no encoder: a million of them take no time.
  ///
  /// The type is compared before the cast, for a cast between array types converts each element
  /// and succeeds for every empty array.
  init?<Value: Encodable>(packing value: Value) {
    let type = Value.self
    if type == Double.self, let number = value as? Double {
      self = .double(number)
    } else if type == Float.self, let number = value as? Float {
      self = .float(number)
    } else if type == Int.self, let number = value as? Int {
      self = .int(Int64(number))
    } else if type == [Double].self, let numbers = value as? [Double] {
      self = numbers.isEmpty ? .array([]) : .doubles(numbers)
    } else if type == [Float].self, let numbers = value as? [Float] {
      self = numbers.isEmpty ? .array([]) : .floats(numbers)
    } else if type == [Int].self, let numbers = value as? [Int] {
      self = numbers.isEmpty ? .array([]) : .ints(numbers.map(Int64.init))
    } else if type == [[Double]].self, let rows = value as? [[Double]] {
      self = .array(rows.map { $0.isEmpty ? .array([]) : .doubles($0) })
    } else if type == [[Int]].self, let rows = value as? [[Int]] {
      self = .array(rows.map { $0.isEmpty ? .array([]) : .ints($0.map(Int64.init)) })
    } else if type == [UInt8].self, let numbers = value as? [UInt8] {
      self = numbers.isEmpty ? .array([]) : .uints(numbers.map(UInt64.init))
    } else {
      return nil
    }
  }
}
