import Distributions
import Estimates
import Foundation
import Indicators
import Rates
import Scheduler

/// How ranks would vary if the figures were drawn anew: rank intervals and the probability to be among the worst.
///
///     let ranks = SimulatedRanks(figures, keys: codes.map(SimulatedRanks.key), draws: 2000, seed: 1)
///     ranks.interval(zone: 3)                    // 2.5 and 97.5 % of its ranks
///     ranks.probability(zone: 3, amongFirst: 5)  // of being one of the first five
///
/// Each draw takes a value for every zone from the distribution its figure leaves open, and ranks them:
///
///     share x of n: Beta(x + ½, n − x + ½)    rate x over n: Gamma(x + ½)/n    mean: Normal(x̄, s/√n)
///
/// - Shape: a figure a zone, `nil` where there is none (no rank, not counted); a key a zone, so that a zone gets the same
///   numbers wherever it stands. Rank 1 is the highest value, or the lowest where asked for.
/// - Numbers are keyed by (seed, zone, draw): the same for any number of threads. With B draws a probability p has a
///   standard error of √(p(1 − p)/B), 0.011 at B = 2000 and p = ½.
/// - These ranks answer how stable a ranking is. They shrink towards the middle, and their intervals are narrower than those
///   of ``PairwiseRanks``, which are for saying where a zone's true rank lies.
/// - Suppressed figures never reach this type.
/// - References: Goldstein and Spiegelhalter (1996) J R Stat Soc A 159:385; Marsaglia and Tsang (2000) ACM TOMS 26:363.
public struct SimulatedRanks: Sendable {
  /// The positions that have ranks.
  private let places: [Int: Int]
  /// Draws × zones.
  private let drawn: [Int32]
  /// Zones with a figure.
  public let count: Int
  /// B.
  public let draws: Int

  /// Draws the ranks.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - keys: What each zone's random numbers hang on, see ``key(_:)``; zones beyond the keys use their position.
  ///   - draws: At least one; fewer mean one.
  public init(
    _ figures: [Figure?], keys: [Int], order: QuantileGroups.Order = .highestFirst, draws: Int = 2000,
    seed: UInt64 = 1, threads: ThreadLimit = .cores
  ) {
    let known = figures.indices.filter { figures[$0].map { !$0.isBareCount } ?? false }
    let samplers = known.compactMap { figures[$0].map(Sampler.init) }
    let streams = known.map { keys.indices.contains($0) ? keys[$0] : $0 }
    let (n, rounds) = (known.count, max(1, draws))
    var drawn = [Int32](repeating: 0, count: n * rounds)
    drawn.withUnsafeMutableBufferPointer { drawn in
      // Each draw writes its own row.
      nonisolated(unsafe) let drawn = drawn
      parallelFor(rounds, grain: 8, threads: threads) { range in
        var values = [Double](repeating: 0, count: n)
        var sorted = [Int](0..<n)
        for draw in range {
          for zone in 0..<n {
            var stream = RandomStream(seed: seed, series: streams[zone], replicate: draw)
            values[zone] = samplers[zone].draw(&stream)
          }
          sorted.sort { left, right in
            if values[left] != values[right] {
              return order == .highestFirst ? values[left] > values[right] : values[left] < values[right]
            }
            return streams[left] < streams[right]
          }
          for (rank, zone) in sorted.enumerated() {
            drawn[draw * n + zone] = Int32(truncatingIfNeeded: rank + 1)
          }
        }
      }
    }
    self.drawn = drawn
    count = n
    self.draws = rounds
    places = Dictionary(known.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A key from a zone's code: FNV-1a, the same wherever the zone stands.
  public static func key(_ code: String) -> Int {
    let state = code.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    return Int(bitPattern: UInt(truncatingIfNeeded: state))
  }

  /// The ranks of a zone in order; empty where it has none.
  public func ranks(zone: Int) -> [Int] {
    guard let place = places[zone] else { return [] }
    return (0..<draws).map { Int(drawn[$0 * count + place]) }.sorted()
  }

  /// The mean rank; `nil` where the zone has none.
  public func meanRank(zone: Int) -> Double? {
    let all = ranks(zone: zone)
    return all.isEmpty ? nil : Double(all.reduce(0, +)) / Double(all.count)
  }

  /// The ranks that leave at most (1 − level)/2 of the draws on either side; `nil` where the zone has none.
  public func interval(zone: Int, level: ConfidenceInterval.Level = .p95) -> ClosedRange<Int>? {
    let all = ranks(zone: zone)
    guard !all.isEmpty else { return nil }
    let outside = min(Int(level.tail * Double(all.count)), (all.count - 1) / 2)
    return all[outside]...all[all.count - 1 - outside]
  }

  /// The share of draws in which the zone is among the first so many; `nil` where the zone has no rank.
  public func probability(zone: Int, amongFirst number: Int) -> Double? {
    guard let place = places[zone] else { return nil }
    let hits = (0..<draws).count { Int(drawn[$0 * count + place]) <= number }
    return Double(hits) / Double(draws)
  }

  /// What a figure's values are drawn from.
  private enum Sampler: Sendable {
    case beta(Double, Double)
    case gamma(Double, over: Double)
    case normal(Double, Double)

    init(_ figure: Figure) {
      switch figure {
      case .proportion(let share):
        self = .beta(share.numerator + 0.5, share.denominator - share.numerator + 0.5)
      case .rate(let rate), .count(let rate): self = .gamma(rate.events + 0.5, over: rate.denominator)
      case .mean(let mean): self = .normal(mean.mean, mean.standardError ?? 0)
      }
    }

    func draw(_ stream: inout RandomStream) -> Double {
      switch self {
      case .beta(let a, let b):
        let first = Sampler.gammaVariate(a, &stream)
        return first / (first + Sampler.gammaVariate(b, &stream))
      case .gamma(let shape, let denominator): return Sampler.gammaVariate(shape, &stream) / denominator
      case .normal(let mean, let error): return mean + error * stream.standardNormal()
      }
    }

    /// Marsaglia and Tsang: d·v³ with v = 1 + cx, x normal, accepted by the ratio of densities; shapes below one from the
    /// next shape times a power of a uniform number.
    static func gammaVariate(_ shape: Double, _ stream: inout RandomStream) -> Double {
      let lifted = shape < 1 ? shape + 1 : shape
      let d = lifted - 1.0 / 3
      let c = 1 / (9 * d).squareRoot()
      while true {
        let x = stream.standardNormal()
        let v = 1 + c * x
        guard v > 0 else { continue }
        let cube = v * v * v
        let u = stream.openUniform()
        if log(u) < 0.5 * x * x + d - d * cube + d * log(cube) {
          return shape < 1 ? d * cube * pow(stream.openUniform(), 1 / shape) : d * cube
        }
      }
    }
  }
}

extension Method {
  /// Ranks with intervals from drawing the figures anew.
  public static let simulatedRanks = Method("rank.simulated")
}
