import Foundation
import Indicators
import KnowledgeBase

/// A folder that is gone when the test is.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/levekar-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// Panels made for tests: every figure follows from the seed.
enum Samples {
  static let header = VersionHeader(label: "prøve", created: "2026-01-02T03:04:05Z", engine: "0.1")

  static func zones(_ count: Int) -> [Zone] {
    (0..<count).map { index in
      Zone(
        code: "39\(10_000 + index)", name: index % 7 == 0 ? "" : "Sone \(index) Åsen",
        level: index % 3 == 0 ? .basicUnit : .livingConditionsZone, parent: index % 2 == 0 ? "3909" : nil,
        validity: index % 5 == 0
          ? Validity(from: CalendarDay(year: 2020), to: CalendarDay(year: 2024, month: 3)) ?? .always
          : .always)
    }
  }

  static func years(_ range: ClosedRange<Int>) -> [Period] { range.compactMap { Period(year: $0) } }

  /// A share in per cent of 40 zones by default, with a hidden cell here and there.
  static func share(
    _ indicator: String = "low-income", zones count: Int = 40, years range: ClosedRange<Int> = 2015...2024,
    seed: UInt64 = 1, stratum: Stratum = .all
  ) throws -> Panel {
    var generator = SplitMix(seed: seed)
    let periods = years(range)
    var values: [Double] = []
    var numerators: [Double] = []
    var denominators: [Double] = []
    var statuses: [CellStatus] = []
    for _ in 0..<count * periods.count {
      let n = Double(generator.next() % 300)
      let d = 300 + Double(generator.next() % 700)
      let hidden = generator.next() % 11 == 0
      values.append(hidden ? .nan : 100 * n / d)
      numerators.append(hidden ? .nan : n)
      denominators.append(d)
      statuses.append(hidden ? CellStatus(.suppressedPrimary) : .observed)
    }
    return try Panel(
      indicator: indicator, stratum: stratum, kind: .proportion, unit: .perCent, multiplier: 100,
      zones: zones(count), periods: periods, values: values, numerators: numerators,
      denominators: denominators, statuses: statuses)
  }
}

/// A small generator with a seed; Steele, Lea and Flood (2014), splitmix64.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
