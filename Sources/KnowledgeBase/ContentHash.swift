import Indicators

/// The SHA-256 of a stream of bytes, as the base names its contents.
public struct ContentHash: Sendable {
  private var digest = SHA256()

  /// The hash of nothing yet.
  public init() {}

  /// Adds bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) { digest.update(bytes) }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { digest.update($0) } }

  /// The digest of what was added, as 64 hexadecimal digits.
  public var hexadecimal: String {
    digest.finish()
  }
}
