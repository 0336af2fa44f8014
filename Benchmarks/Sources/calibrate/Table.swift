import Foundation
import Levekar

/// e to a power, under a name of its own since Foundation is imported in one place.
func exponential(_ x: Double) -> Double { exp(x) }

/// The natural logarithm.
func logarithm(_ x: Double) -> Double { log(x) }

/// A measured share at the points of a grid, with the share of samples at each that carry a diagnostic.
struct Grid {
  private(set) var points: [(label: String, share: Double, flagged: Double?)] = []

  mutating func add(_ label: String, _ share: Double, flagged: Double? = nil) {
    points.append((label, share, flagged))
  }

  var mean: Double { points.reduce(0) { $0 + $1.share } / Double(max(1, points.count)) }
  var lowest: (label: String, share: Double, flagged: Double?)? { points.min { $0.share < $1.share } }
  var highest: (label: String, share: Double, flagged: Double?)? { points.max { $0.share < $1.share } }

  /// A row of coverage, for which the lowest is the worst.
  func coverageRow(_ name: String) -> [String] { row(name, worst: lowest) }

  /// A row of false positives, for which the highest is the worst.
  func falsePositiveRow(_ name: String) -> [String] { row(name, worst: highest) }

  private func row(_ name: String, worst: (label: String, share: Double, flagged: Double?)?) -> [String] {
    [
      name, perCent(lowest?.share), perCent(mean), perCent(highest?.share), worst?.label ?? "",
      worst?.flagged.map { perCent($0) } ?? "–",
    ]
  }

  static let header = ["", "min %", "mean %", "max %", "worst at", "flagged there %"]
}

/// A share in per cent with one decimal.
func perCent(_ share: Double?) -> String {
  guard let share, share.isFinite else { return "–" }
  let text = String(format: "%.1f", 100 * share)
  return text == "-0.0" ? "0.0" : text
}

/// A number in its shortest form.
func plain(_ number: Double) -> String { String(format: "%g", number) }

/// A Markdown table: the first column to the left, the others to the right.
func markdown(_ title: String, _ header: [String], _ rows: [[String]]) -> String {
  let rule = header.indices.map { $0 == 0 ? "---" : "---:" }
  return
    (["### \(title)", ""] + ([header, rule] + rows).map { "| \($0.joined(separator: " | ")) |" } + [""])
    .joined(separator: "\n")
}

/// 1 where it holds.
func indicator(_ holds: Bool) -> Double { holds ? 1 : 0 }
