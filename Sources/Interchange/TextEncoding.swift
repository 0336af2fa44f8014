/// How the bytes of a text stand for characters.
public enum TextEncoding: String, Sendable, Equatable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, high byte first.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, of which ISO-8859-1 is a part: the control characters in which they differ do not occur in text.
  case windows1252 = "windows-1252"

  /// The encoding a person means by `name`; case, hyphens and underscores do not matter.
  public init?(named name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "utf8", "utf8sig", "utf8bom", "ascii", "usascii": self = .utf8
    case "utf16", "utf16le", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1252", "cp1252", "latin1", "iso88591", "iso885915", "ansi": self = .windows1252
    default: return nil
    }
  }
}

/// The encoding of a text and where its characters begin.
struct DetectedEncoding: Equatable, Sendable {
  var encoding: TextEncoding
  /// Bytes of the byte order mark.
  var markLength: Int
  /// Sequences that are not valid in the encoding.
  var damaged: Int

  /// Finds the encoding of `bytes`.
  ///
  /// A byte order mark decides. Without one, text whose every second byte is mostly zero is UTF-16. Bytes that are
  /// valid UTF-8 are UTF-8; so are bytes with a few damaged places among more valid sequences of several bytes.
  /// Everything else is Windows-1252.
  static func detect(_ bytes: UnsafeRawBufferPointer, profile: ByteProfile) -> DetectedEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return DetectedEncoding(encoding: .utf8, markLength: 3, damaged: profile.invalidSequences)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return DetectedEncoding(encoding: .utf16LittleEndian, markLength: 2, damaged: 0)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return DetectedEncoding(encoding: .utf16BigEndian, markLength: 2, damaged: 0)
    }
    let sample = bytes.prefix(4096)
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    // Western text in UTF-16 has a zero in nearly every high byte; 40 % of all bytes leaves room for other letters.
    let many = sample.count * 2 / 5
    if sample.count >= 4, zeros.odd >= many, zeros.even * 8 < zeros.odd {
      return DetectedEncoding(encoding: .utf16LittleEndian, markLength: 0, damaged: 0)
    }
    if sample.count >= 4, zeros.even >= many, zeros.odd * 8 < zeros.even {
      return DetectedEncoding(encoding: .utf16BigEndian, markLength: 0, damaged: 0)
    }
    if profile.invalidSequences <= profile.validSequences / 4 {
      return DetectedEncoding(encoding: .utf8, markLength: 0, damaged: profile.invalidSequences)
    }
    return DetectedEncoding(encoding: .windows1252, markLength: 0, damaged: 0)
  }
}

extension TextEncoding {
  /// The text of `bytes`; sequences that are not valid become U+FFFD.
  ///
  /// - Precondition: not for UTF-16, which is rewritten as UTF-8 before anything is split.
  func decode(_ bytes: some Sequence<UInt8>) -> String {
    switch self {
    case .windows1252:
      var text = ""
      for byte in bytes { text.unicodeScalars.append(Self.windowsScalar(byte)) }
      return text
    case .utf8, .utf16LittleEndian, .utf16BigEndian:
      return String(decoding: Array(bytes), as: UTF8.self)
    }
  }

  /// The character of one byte of Windows-1252; the five unused places stand for themselves, as in ISO-8859-1.
  private static func windowsScalar(_ byte: UInt8) -> Unicode.Scalar {
    guard byte >= 0x80, byte < 0xA0, let scalar = Unicode.Scalar(upperControls[Int(byte - 0x80)]) else {
      return Unicode.Scalar(byte)
    }
    return scalar
  }

  private static let upperControls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// UTF-16 rewritten as UTF-8; unpaired surrogates and an odd last byte become U+FFFD.
  ///
  /// - Returns: the bytes and the number of damaged places.
  func rewrittenAsUTF8(_ bytes: UnsafeRawBufferPointer) -> (bytes: [UInt8], damaged: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2 + bytes.count / 16 + 4)
    var damaged = 0
    func unit(_ index: Int) -> UInt16 {
      let first = UInt16(bytes[2 * index])
      let second = UInt16(bytes[2 * index + 1])
      return self == .utf16BigEndian ? first << 8 | second : second << 8 | first
    }
    func append(_ scalar: UInt32) {
      switch scalar {
      case ..<0x80:
        result.append(UInt8(truncatingIfNeeded: scalar))
      case ..<0x800:
        result.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
        result.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
      case ..<0x10000:
        result.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
        result.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        result.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
      default:
        result.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        result.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
        result.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        result.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
      }
    }
    let units = bytes.count / 2
    var index = 0
    while index < units {
      let value = unit(index)
      index += 1
      if value & 0xF800 != 0xD800 {
        append(UInt32(value))
      } else if value < 0xDC00, index < units, unit(index) & 0xFC00 == 0xDC00 {
        append(0x10000 + (UInt32(value & 0x3FF) << 10 | UInt32(unit(index) & 0x3FF)))
        index += 1
      } else {
        append(0xFFFD)
        damaged += 1
      }
    }
    if bytes.count % 2 == 1 {
      append(0xFFFD)
      damaged += 1
    }
    return (result, damaged)
  }
}
