#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The colours of the pages, in a light and a dark set. Contrasts are computed by tests from these very values.
struct Palette {
  /// A colour by its red, green and blue bytes.
  struct Colour {
    let hex: UInt32

    var css: String {
      let digits = String(hex, radix: 16)
      return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// WCAG 2.1 relative luminance: 0.2126 R + 0.7152 G + 0.0722 B of the linearised channels.
    var luminance: Double {
      func linear(_ shift: UInt32) -> Double {
        let channel = Double((hex >> shift) & 0xFF) / 255
        return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }

    /// WCAG 2.1 contrast ratio, 1–21.
    func contrast(_ other: Colour) -> Double {
      let (one, two) = (luminance, other.luminance)
      return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }
  }

  let background: Colour
  let surface: Colour
  let text: Colour
  let muted: Colour
  let link: Colour
  let rule: Colour
  /// The treated zone's line and its label.
  let focus: Colour
  /// The comparator's line and its label.
  let comparator: Colour
  /// Other zones' lines.
  let context: Colour
  let better: Colour
  let worse: Colour
  /// The ground of the mark of constructed figures.
  let mark: Colour
  let markText: Colour

  static let light = Palette(
    background: .init(hex: 0xFFFFFF), surface: .init(hex: 0xF6F7F9), text: .init(hex: 0x1B1F24),
    muted: .init(hex: 0x555C66), link: .init(hex: 0x0B4F9C), rule: .init(hex: 0xD4D8DE),
    focus: .init(hex: 0x0B4F9C), comparator: .init(hex: 0x8F4700), context: .init(hex: 0x8A9099),
    better: .init(hex: 0x1B5E20), worse: .init(hex: 0x9B1C1C), mark: .init(hex: 0xFFE9A8),
    markText: .init(hex: 0x3D2E00))

  static let dark = Palette(
    background: .init(hex: 0x14171B), surface: .init(hex: 0x1C2026), text: .init(hex: 0xECEFF3),
    muted: .init(hex: 0xB3BAC4), link: .init(hex: 0x8CC1FF), rule: .init(hex: 0x3A414B),
    focus: .init(hex: 0x8CC1FF), comparator: .init(hex: 0xFFB870), context: .init(hex: 0x747C87),
    better: .init(hex: 0x8FDC9A), worse: .init(hex: 0xFF9E9E), mark: .init(hex: 0x4A3B00),
    markText: .init(hex: 0xFFE9A8))

  /// The colours as custom properties.
  var css: String {
    [
      ("background", background), ("surface", surface), ("text", text), ("muted", muted), ("link", link),
      ("rule", rule), ("focus", focus), ("comparator", comparator), ("context", context), ("better", better),
      ("worse", worse), ("mark", mark), ("mark-text", markText),
    ].map { "--\($0.0):\($0.1.css)" }.joined(separator: ";")
  }
}
