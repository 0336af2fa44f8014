import Indicators

@testable import Rates

/// Two populations with deaths by age: the published one of twenty bands, and a small one of six.
enum LifeTableSample {
  static let bands = ["0", "1-4"] + stride(from: 5, to: 90, by: 5).map { "\($0)-\($0 + 4)" } + ["90+"]
  static let population: [Double] = [
    7060, 35059, 46974, 48489, 43219, 38561, 46009, 57208, 61435, 55601, 50209, 56416, 46411, 39820, 37978,
    37039, 33288, 23306, 11936, 11936,
  ]
  static let deaths: [Double] = [
    17, 9, 4, 8, 20, 15, 24, 33, 50, 71, 100, 163, 263, 304, 536, 872, 1390, 1605, 1936, 1937,
  ]

  static func schedule(
    _ labels: [String] = bands, fractions: [Int: Double] = [:],
    closedEnd: LifeTableSchedule.ClosedEnd = .refused
  ) throws -> LifeTableSchedule {
    try LifeTableSchedule(
      labels.compactMap { AgeBand($0) }, fractions: fractions, closedEnd: closedEnd)
  }

  static let broad = ["0", "1-14", "15-44", "45-64", "65-84", "85+"]
  static let broadPopulation: [Double] = [310, 4200, 9800, 7400, 4300, 620]
  static let broadDeaths: [Double] = [2, 1, 9, 40, 160, 150]
}

/// Whether two numbers agree within a relative bound that the test states.
func close(_ value: Double?, _ expected: Double, _ bound: Double = 1e-12) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= bound * abs(expected)
}
