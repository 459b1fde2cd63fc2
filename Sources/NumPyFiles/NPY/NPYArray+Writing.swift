extension NPYArray {
  /// The `.npy` file: version 1.0, little-endian, in C order, byte for byte what `numpy.save` of
  /// NumPy 1.23 and later writes.
  package func bytes() -> [UInt8] {
    NPYHeader.encoded(kind: kind, shape: shape) + elements.littleEndianBytes
  }
}

extension NPYElements {
  /// The elements one after the other, each with its least significant byte first.
  fileprivate var littleEndianBytes: [UInt8] {
    switch self {
    case .float32(let values): Self.bytes(of: values, \.bitPattern)
    case .float64(let values): Self.bytes(of: values, \.bitPattern)
    case .int32(let values): Self.bytes(of: values, \.self)
    case .int64(let values): Self.bytes(of: values, \.self)
    case .uint8(let values): values
    case .bool(let values): values.map { $0 ? 1 : 0 }
    }
  }

  private static func bytes<Value, Bits: FixedWidthInteger>(
    of values: [Value], _ bits: (Value) -> Bits
  ) -> [UInt8] {
    let size = MemoryLayout<Bits>.size
    return [UInt8](unsafeUninitializedCapacity: values.count * size) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      for (index, value) in values.enumerated() {
        raw.storeBytes(of: bits(value).littleEndian, toByteOffset: index * size, as: Bits.self)
      }
      count = values.count * size
    }
  }
}
