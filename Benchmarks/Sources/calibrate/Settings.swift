import Levekar

/// What all measurements take.
struct Settings {
  var seed: UInt64 = 2026
  /// Simulated series; slower simulations take a fixed fraction of it.
  var replicates = 100_000
  var threads = ThreadLimit.cores

  /// Shares and rates that districts have.
  static let shares = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5]
  /// The same range in steps of 1/400.
  static let fineShares = (2...200).map { Double($0) / 400 }
  /// Persons in a zone, and in the rest it is compared with.
  static let sizes = [(zone: 50, rest: 1_000), (zone: 200, rest: 5_000), (zone: 2_500, rest: 45_000)]
  /// The zone's share or rate over that of the rest; 1 is the hypothesis that the p-values are about.
  static let ratios = [1, 1.5, 0.5]
  /// Where p-values are judged.
  static let alpha = 0.05

  /// `count` results, each from the random stream of its own replicate, added up in order.
  func simulate(
    _ series: Int, count: Int, _ judge: @Sendable (inout RandomStream) -> SIMD8<Double>
  ) -> SIMD8<Double> {
    var parts = [SIMD8<Double>](repeating: .zero, count: count)
    parts.withUnsafeMutableBufferPointer { parts in
      // Ranges are disjoint and within the buffer, which has a place for each replicate.
      nonisolated(unsafe) let parts = parts
      parallelFor(count, grain: 16, threads: threads) { range in
        for replicate in range {
          var stream = RandomStream(seed: seed, series: series, replicate: replicate)
          parts[replicate] = judge(&stream)
        }
      }
    }
    return parts.reduce(.zero, +) / Double(max(1, count))
  }
}
