import Distributions

/// Draws for constructed figures.
///
/// The figures of the example are committed, so the same seed must give the same bytes on every machine and for ever.
/// Therefore everything here uses the counter-based streams and beyond them only integer arithmetic, +, −, ×, ÷, √ and
/// comparisons, which IEEE 754 rounds alike everywhere.
extension RandomStream {
  /// What a stream is for; part of its key.
  enum Purpose: Int {
    case basicUnitWeight = 1, score, cell, nationalLevel, nationalSize, nationalSeries
  }

  /// The stream of a purpose, an indicator, an area and a year.
  init(seed: UInt64, _ purpose: Purpose, indicator: Int = 0, area: Int = 0, year: Int = 0) {
    // Fewer than 10⁴ indicators and 10⁸ areas, so that no two keys coincide.
    self.init(
      seed: seed, series: (purpose.rawValue * 10_000 + indicator) * 100_000_000 + area, replicate: year)
  }

  /// A number with mean 0, variance 1 and bell shape in [−3.5, 3.5]: four uniforms, centred and scaled by √(12/4).
  mutating func bell() -> Double {
    var sum = 0.0
    for _ in 0..<4 { sum += uniform() }
    return (sum - 2) * 1.7320508075688772
  }

  /// How many of `trials` independent draws succeed with probability `probability`.
  mutating func successes(of trials: Int, probability: Double) -> Int {
    var count = 0
    for _ in 0..<max(trials, 0) where uniform() < probability { count += 1 }
    return count
  }
}
