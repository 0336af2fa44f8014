import Estimates
import Indicators

/// Rates of zones shrunk by moments, without a distribution for the zones' true rates (Marshall).
///
///     let prior = try MarshallSmoothing(counts: counts, expected: expected)
///     prior.posterior(count: 9, expected: 1.4).mean
///
/// With r_i = O_i/E_i and sums over the zones
///
///     m = ΣO/ΣE,   s² = ΣE_i(r_i − m)²/ΣE,   a = max(0, s² − m/Ē),   value_i = m + a/(a + m/E_i) · (r_i − m)
///
/// *Global* uses all zones; *local* (``local(counts:expected:adjacency:)``) uses each zone with its neighbours, so that it is
/// shrunk towards its surroundings.
///
/// - a = 0: the zones differ no more than chance would have it, and every zone gets m.
/// - Intervals are those of the gamma distribution with mean m and variance a as prior, whose posterior mean is the same
///   number: the method itself has none. They take m and a for known.
/// - The binomial variant of some programs has another a and is not this one.
/// - Shape, hidden zones and refusals: as ``GammaPoisson``.
/// - Reference: Marshall (1991) Appl Stat 40:283.
public struct MarshallSmoothing: Sendable, Equatable {
  /// a, the variance of the true rates; at least 0.
  public let variance: Double
  /// m.
  public let mean: Double
  /// How many zones it rests on.
  public let zones: Int

  /// Whether no difference between the zones was found.
  public var isPooled: Bool { variance == 0 }

  /// From all zones.
  ///
  /// - Throws: ``ShrinkageRefusal``, as ``GammaPoisson/init(counts:expected:)``.
  public init(counts: [Double], expected: [Double]) throws(ShrinkageRefusal) {
    let (events, exposure) = try ShrinkageRefusal.check(counts, expected)
    guard events > 0 else { throw ShrinkageRefusal(.nothingToShrinkTowards) }
    let centre = events / exposure
    let scatter =
      zip(counts, expected).reduce(0.0) { sum, zone in
        let distance = zone.0 / zone.1 - centre
        return sum + zone.1 * distance * distance
      } / exposure
    mean = centre
    variance = max(0, scatter - centre / (exposure / Double(counts.count)))
    zones = counts.count
  }

  /// What is known of a zone.
  ///
  /// - Throws: ``Estimates/StatisticsError`` where the numbers are no count and expected count.
  public func posterior(count: Double, expected: Double) throws(StatisticsError) -> ZonePosterior {
    guard count.isFinite, expected.isFinite else { throw .notFinite(what: "count") }
    guard expected > 0 else { throw .emptyDenominator(expected) }
    guard count >= 0 else { throw .negativeCount(count) }
    let weight = variance / (variance + mean / expected)
    let value = mean + weight * (count / expected - mean)
    return ZonePosterior(
      family: .gamma, mean: value, variance: weight * value / expected, weight: weight, priorMean: mean)
  }

  /// For each zone, smoothing from it and its neighbours.
  ///
  /// - Parameters:
  ///   - counts: One count a zone of the adjacency; `nil` where there is none to use, hidden or missing.
  ///   - expected: The expected counts, likewise.
  ///   - adjacency: Who is whose neighbour, over the same zones in the same order.
  /// - Returns: One entry a zone; a failure where the zone and its neighbours are fewer than three with figures, or have no
  ///   event. A zone without a figure can have an entry too: it says what its surroundings are like.
  public static func local(counts: [Double?], expected: [Double?], adjacency: Adjacency) -> [Result<
    MarshallSmoothing, ShrinkageRefusal
  >] {
    let known = min(counts.count, expected.count)
    return adjacency.zones.indices.map { zone in
      var circle = adjacency.neighbours(of: zone).map { Int($0) }
      circle.append(zone)
      let usable = circle.sorted().filter { $0 < known && counts[$0] != nil && expected[$0] != nil }
      return Result { () throws(ShrinkageRefusal) in
        try MarshallSmoothing(
          counts: usable.compactMap { counts[$0] }, expected: usable.compactMap { expected[$0] })
      }
    }
  }
}

extension Method {
  /// Rates shrunk by moments over all zones.
  public static let marshall = Method("shrinkage.marshall")
  /// Rates shrunk by moments over each zone and its neighbours.
  public static let marshallLocal = Method("shrinkage.marshall-local")
}
