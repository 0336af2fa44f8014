import Regression

/// The first thirty annual flows of the Nile at Aswan, 10⁸ m³, 1871–1900 (Cobb 1978), on year − 1885 and a column of
/// our own making. Expected values in these tests are statsmodels 0.15.0's (numpy 2.4.6), printed to 16 digits.
enum NileDesign {
  static let flows: [Double] = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
    1140,
    1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840,
  ]
  static let years = (0..<30).map { Double($0 - 14) }
  static let other = (0..<30).map { Double($0 * 7 % 11) }
  static let weights = (0..<30).map { Double(1 + $0 % 5) }

  static func design(intercept: Bool = true) throws -> Design {
    try Design([("year", years), ("other", other)], intercept: intercept)
  }
}

/// The relative difference at which two programs that solve the same well-conditioned system may stand: 1e-12, the
/// project's bound for a peer's fixture.
let peerTolerance = 1e-12

func relativeDifference(_ values: [Double], _ expected: [Double]) -> Double {
  guard values.count == expected.count else { return .infinity }
  return zip(values, expected).reduce(0) { max($0, abs($1.0 / $1.1 - 1)) }
}
