import Distributions
import Evaluation

/// Constructed figures with a known effect, the same on every machine.
enum StaggeredExample {
  /// Six periods of noise about a zone and a period effect; zones with the programme have `effect` more.
  static func design(
    starts: [Int?], stops: [Int?]? = nil, effect: Double = 1, seed: UInt64 = 11
  ) throws -> CohortDesign {
    var outcomes: [Double] = []
    for (unit, start) in starts.enumerated() {
      var stream = RandomStream(seed: seed, series: unit)
      for period in 0..<6 {
        let isIn = (start.map { period >= $0 } ?? false) && (stops?[unit].map { period < $0 } ?? true)
        outcomes.append(
          10 + Double(unit) + 0.5 * Double(period * period) + stream.standardNormal()
            + (isIn ? effect : 0))
      }
    }
    return try CohortDesign(outcomes: outcomes, periods: 6, starts: starts, stops: stops)
  }
}
