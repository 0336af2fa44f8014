import Distributions
import Estimates
import Scheduler

/// Bands that hold all effects at once, by multiplying what each unit contributes with random weights.
///
/// A draw is Σ Vᵢ φᵢ for every effect with the same V (one a cluster, where the design has them), E V = 0 and E V² = 1. The
/// standard error of an effect is the interquartile range of its draws over that of the normal distribution, and the critical
/// value is the quantile of the largest |draw|/error over the effects; it is never below the normal quantile.
///
/// - Random: the stream is keyed by seed and draw, so the answer is the same for any number of threads.
/// - Effects without a standard error take no part and have no band.
/// - Reference: Callaway and Sant'Anna (2021) J Econom 225:200, algorithm 1; Mammen (1993) Ann Stat 21:255.
public struct MultiplierBootstrap: Sendable, Equatable {
  /// How the weights are drawn.
  public enum Weights: String, Sendable, CaseIterable {
    /// (1 − √5)/2 with probability (1 + √5)/(2√5), else (1 + √5)/2: the third moment is 1 as well.
    case mammen
    /// −1 or 1.
    case rademacher
  }

  /// How the weights are drawn.
  public var weights: Weights
  /// How many draws.
  public var draws: Int
  /// The seed.
  public var seed: UInt64

  /// A bootstrap.
  public init(weights: Weights = .mammen, draws: Int = 999, seed: UInt64 = 1) {
    self.weights = weights
    self.draws = draws
    self.seed = seed
  }

  /// The bands of the parts of an aggregate, one a part.
  ///
  /// - Throws: ``EffectError/parameter(name:value:)`` with fewer than 100 draws, from which no tail can be read.
  public func bands(
    _ aggregate: StaggeredAggregate, level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) throws(EffectError) -> SimultaneousBands {
    try bands(
      aggregate.parts.map { $0.standardError == nil ? nil : $0.effect }, aggregate.partContributions,
      clusters: aggregate.clusters, level: level, threads: threads)
  }

  /// The bands of all comparisons, one for each of ``StaggeredEffects/cells``.
  ///
  /// - Throws: ``EffectError/parameter(name:value:)`` with fewer than 100 draws.
  public func bands(
    _ effects: StaggeredEffects, level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) throws(EffectError) -> SimultaneousBands {
    try bands(
      effects.cells.map { $0.standardError == nil ? nil : $0.effect },
      effects.cells.indices.map { Array(effects.row($0)) }, clusters: effects.design.clusters, level: level,
      threads: threads)
  }

  private func bands(
    _ effects: [Double?], _ contributions: [[Double]], clusters: [Int]?, level: ConfidenceInterval.Level,
    threads: ThreadLimit
  ) throws(EffectError) -> SimultaneousBands {
    guard draws >= 100 else { throw .parameter(name: "draws", value: Double(draws)) }
    let counted = effects.indices.filter { effects[$0] != nil }
    let rows = counted.map { place in
      clusters.map { StandardErrors.sums(contributions[place], $0) } ?? contributions[place]
    }
    let sample = drawn(rows, threads: threads)
    // Φ⁻¹(¾) − Φ⁻¹(¼) of the standard normal.
    let range = 1.3489795003921634
    let errors = rows.indices.map { place in
      let values = (0..<draws).map { sample[$0 * rows.count + place] }.sorted()
      return (Self.quantile(values, 0.75) - Self.quantile(values, 0.25)) / range
    }
    let largest = (0..<draws).map { draw in
      rows.indices.reduce(0.0) { largest, place in
        errors[place] > 0 ? max(largest, abs(sample[draw * rows.count + place]) / errors[place]) : largest
      }
    }
    let critical = max(level.normalQuantile, Self.quantile(largest.sorted(), level.value))
    var standardErrors = [Double?](repeating: nil, count: effects.count)
    var intervals = [ConfidenceInterval?](repeating: nil, count: effects.count)
    for (place, error) in zip(counted, errors) where error > 0 {
      let effect = effects[place] ?? 0
      standardErrors[place] = error
      intervals[place] = ConfidenceInterval(
        lower: effect - critical * error, upper: effect + critical * error, level: level)
    }
    return SimultaneousBands(criticalValue: critical, standardErrors: standardErrors, intervals: intervals)
  }

  /// The draws, one row of `rows.count` values a draw.
  private func drawn(_ rows: [[Double]], threads: ThreadLimit) -> [Double] {
    let (width, count) = (rows.count, rows.first?.count ?? 0)
    var sample = [Double](repeating: 0, count: draws * width)
    sample.withUnsafeMutableBufferPointer { buffer in
      // Bounds: the ranges are disjoint parts of 0..<draws, and the buffer has `draws` rows of `width`.
      nonisolated(unsafe) let buffer = buffer
      parallelFor(draws, grain: 16, threads: threads) { range in
        var multipliers = [Double](repeating: 0, count: count)
        for draw in range {
          var stream = RandomStream(seed: seed, replicate: draw)
          for unit in 0..<count { multipliers[unit] = weights.next(&stream) }
          for place in 0..<width {
            var sum = 0.0
            let row = rows[place]
            for unit in 0..<count { sum += multipliers[unit] * row[unit] }
            buffer[draw * width + place] = sum
          }
        }
      }
    }
    return sample
  }

  /// The smallest value with at least this share at or below it.
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    guard !sorted.isEmpty else { return 0 }
    let place = (Double(sorted.count) * share - 1e-9).rounded(.up)
    return sorted[min(sorted.count, max(1, Int(place))) - 1]
  }
}

/// Intervals that hold all of some effects at once.
public struct SimultaneousBands: Sendable, Equatable {
  /// How many standard errors wide a band is to each side.
  public let criticalValue: Double
  /// Standard errors of the draws, one an effect; `nil` where it took no part.
  public let standardErrors: [Double?]
  /// The bands, one an effect.
  public let intervals: [ConfidenceInterval?]
}

extension MultiplierBootstrap.Weights {
  fileprivate func next(_ stream: inout RandomStream) -> Double {
    switch self {
    case .mammen:
      let root = 5.0.squareRoot()
      return stream.uniform() < (1 + root) / (2 * root) ? (1 - root) / 2 : (1 + root) / 2
    case .rademacher: return stream.next() >> 63 == 0 ? -1 : 1
    }
  }
}
