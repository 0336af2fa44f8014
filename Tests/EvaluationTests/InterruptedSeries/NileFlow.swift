import Foundation
import TestSupport

/// Yearly flow of the Nile at Aswan, 1871–1970, in 10⁸ m³; the dam was begun in 1899, 28 years on.
///
/// Cobb (1978) Biometrika 65:243; read by path, never copied.
enum NileFlow {
  static let path = "reference/Nile.csv"
  static let isThere = ReferenceData.has(path)
  static let prePeriods = 28

  static func values() throws -> [Double] {
    let text = try String(contentsOf: ReferenceData.url(path), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst()
      .compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
  }
}

/// Whether numbers agree to a relative error, element by element; zero only with zero.
func seriesAgree(_ found: [Double], _ wanted: [Double], within tolerance: Double) -> Bool {
  found.count == wanted.count
    && zip(found, wanted).allSatisfy { abs($0 - $1) <= tolerance * abs($1) }
}
