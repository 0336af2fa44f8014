import Distributions
import Estimates
import Indicators

extension SlopeIndex {
  /// SII with OHID's simulated interval in place of the closed form: figures are drawn around their values on the scale of
  /// the link, the line is fitted anew, and the interval is between the draws at positions round(R·α/2) and
  /// round(R·(1 − α/2)).
  ///
  ///     try SlopeIndex.simulated(groups, replicates: 100_000, seed: 1)
  ///
  /// The closed form says the same without the noise of the draws; this is for comparison with figures that OHID's package
  /// made. Equal seeds and series give equal intervals.
  ///
  /// - Throws: What ``init(_:link:)`` throws, ``Indicators/Reason/noIntervalForKind`` where figures have no intervals, and
  ///   ``Indicators/Reason/tooFewPoints`` for fewer than 1000 replicates, OHID's own minimum.
  public static func simulated(
    _ groups: RankedUnits, link: Link = .identity, contrast: Contrast = .topMinusBottom,
    replicates: Int = 100_000, seed: UInt64, series: Int = 0, level: ConfidenceInterval.Level = .p95
  ) throws(Reason) -> Estimate {
    guard replicates >= 1000 else { throw .tooFewPoints }
    let fit = try SlopeIndex(groups, link: link)
    guard let errors = groups.standardErrors({ link.scale($0) }) else { throw .noIntervalForKind }
    let spread = zip(groups.shares, groups.ridits).reduce(0) { $0 + $1.0 * ($1.1 - 0.5) * ($1.1 - 0.5) }
    let reach = groups.values.indices.map {
      groups.shares[$0] * (groups.ridits[$0] - 0.5) / spread * errors[$0]
    }
    // β₁ is linear in the figures, so a draw of it is its value plus what the draws of the figures add.
    var slopes = [Double](repeating: fit.slope, count: replicates)
    for replicate in 0..<replicates {
      var stream = RandomStream(seed: seed, series: series, replicate: replicate)
      for part in reach { slopes[replicate] += part * stream.standardNormal() }
    }
    let closed = fit.absolute(contrast, level: level)
    let indices = slopes.map { slope in
      let ends = fit.ends(atSlope: slope)
      return contrast == .topMinusBottom ? ends.top - ends.bottom : ends.bottom - ends.top
    }.sorted()
    let (lower, upper) = orderStatistics(indices, tail: level.tail)
    let interval = ConfidenceInterval(lower: lower, upper: upper, level: level)
    return Estimate(
      closed.value, interval: interval, intervalReason: .noIntervalForKind,
      standardError: closed.standardError, method: .slopeIndexSimulated, n: closed.n,
      diagnostics: closed.diagnostics
        + (interval?.contains(closed.value) == false ? [.estimateOutsideResampled] : []))
  }
}

/// The sorted draws at positions round(R·tail) and round(R·(1 − tail)), counted from 1.
func orderStatistics(_ sorted: [Double], tail: Double) -> (lower: Double, upper: Double) {
  let count = Double(sorted.count)
  func at(_ share: Double) -> Double {
    sorted[min(max(Int((count * share).rounded()) - 1, 0), sorted.count - 1)]
  }
  return (at(tail), at(1 - tail))
}

extension Method {
  /// The slope index with a simulated interval.
  public static let slopeIndexSimulated = Method("inequality.sii-ohid-simulated")
}
