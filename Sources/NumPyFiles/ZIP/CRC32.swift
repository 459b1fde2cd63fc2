internal import CZlib

/// The CRC-32 of ZIP (polynomial 0x04C11DB7, reflected), computed by zlib.
func crc32(of bytes: ArraySlice<UInt8>) -> UInt32 {
  bytes.withUnsafeBufferPointer { buffer in
    // Without bytes zlib would give its start value, the same 0.
    UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
  }
}
