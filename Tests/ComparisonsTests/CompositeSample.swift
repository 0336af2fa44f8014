import Estimates
import Indicators

@testable import Comparisons

/// Twelve zones and five components with one factor behind them, made by numpy's `default_rng(5)`.
enum CompositeSample {
  static let rows: [[Double]] = [
    [-1.22, 0.56, -0.32, -1.41, -0.48], [-1.76, -1.37, -1.19, -1.48, -0.16],
    [-0.24, -0.59, 0.18, 0.11, -1.6], [0.18, -0.39, 0.11, -0.14, 0.23], [0.89, 0.58, -0.16, 0.86, -0.41],
    [-0.73, 0.23, -0.82, 0.57, 0.7], [-1.64, -0.2, -1.21, -0.48, -0.24],
    [-1.82, -0.71, -0.68, -0.32, -1.46], [1.04, -0.25, 0.18, 0.34, 1.68], [1.65, 2.85, 1.49, 1.81, 1.57],
    [-0.15, 0.14, 1.24, 0.09, 0.31], [-1.0, -0.44, -1.03, -1.17, -0.4],
  ]

  static func components(_ rows: [[Double]] = rows) throws -> [CompositeComponent] {
    try (0..<5).map { column in
      try CompositeComponent(id: "c\(column)", better: .lowerIsBetter, values: rows.map { $0[column] })
    }
  }

  /// Shares with counts: three components over ten zones, better and worse together, and some chance.
  static func shares() throws -> [CompositeComponent] {
    let tops: [[Double]] = [
      [5, 8, 9, 14, 12, 18, 20, 26, 24, 40], [3, 2, 8, 6, 9, 7, 14, 12, 11, 22],
      [60, 55, 58, 49, 47, 50, 40, 33, 38, 20],
    ]
    return try tops.enumerated().map { place, column in
      try CompositeComponent(
        id: "s\(place)", better: place == 2 ? .higherIsBetter : .lowerIsBetter, kind: .proportion,
        values: column, counts: column.map { ($0, 100) })
    }
  }
}
