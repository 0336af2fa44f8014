import CSeriesKernels
import Indicators
import Scheduler

/// Trends of counts of many series that share their times, one row a series: log-linear or logistic, see ``RateTrend``.
///
///     let trends = try RateTrends(panel, family: .poisson)
///     trends[17]?.percentPerYear()
///     trends.status(18)         // .noEvents, say
///
/// - Input: counts and denominators laid out [series][time]; a cell where either is not a number is missing.
/// - A bad series never stops the others; ``status(_:)`` says how each fared.
/// - Poisson: with the level profiled out the slope solves Σ t y/Σ y = Σ t n e^{bt}/Σ n e^{bt}, one equation in one unknown,
///   by Newton's method on eight series at a time. Binomial: Newton on both unknowns. Negative binomial: Poisson first, and
///   where that leaves too much variation, Brent's method on α around Fisher scoring of the rest.
/// - A series has the same bits alone, in any batch, on any number of threads and on any processor (negative binomial: with
///   the same mathematical library).
public struct RateTrends: Sendable {
  /// How a series fared.
  public enum Status: Int32, Sendable {
    /// There is a trend.
    case fitted = 0
    /// Fewer than three points with a denominator.
    case tooFewPoints = 1
    /// All points at one time.
    case noVariationInTime = 2
    /// An infinite number, or a result beyond the range of `Double`.
    case notFinite = 3
    /// A count below zero.
    case negativeCount = 4
    /// A denominator below zero, or zero under events.
    case emptyDenominator = 5
    /// More events than persons in a share.
    case shareAboveOne = 6
    /// All counts are zero.
    case noEvents = 7
    /// All counts equal their denominators.
    case allEvents = 8
    /// All events at one end of time.
    case separation = 9
    /// The iteration did not settle.
    case notConverged = 10
    /// A cell is hidden for confidentiality.
    case suppressed = 11
    /// The panel has no numerators and denominators, and is no count.
    case needsParts = 12

    /// Why there is no trend; `nil` where there is one.
    public var reason: Reason? {
      switch self {
      case .fitted: nil
      case .tooFewPoints: .tooFewPoints
      case .noVariationInTime: .noVariationInTime
      case .notFinite: .notFinite
      case .negativeCount: Reason("negative-count")
      case .emptyDenominator: .emptyDenominator
      case .shareAboveOne: Reason("share-above-one")
      case .noEvents: .noEvents
      case .allEvents: .allEvents
      case .separation: .separation
      case .notConverged: .notConverged
      case .suppressed: .suppressed
      case .needsParts: .needsNumeratorAndDenominator
      }
    }
  }

  /// How counts vary.
  public let family: RateTrend.Family
  private let centre: Double
  private var fits: [cseries_rate_trend]
  /// α of each series; empty unless negative binomial.
  private var alphas: [Double] = []

  /// Fits a trend to every series.
  ///
  /// - Parameters:
  ///   - counts: [series][time]; the number of series is their count over that of the times.
  ///   - denominators: Likewise; `nil` for ones, which a share cannot do with.
  ///   - times: Shared by all series, in any order and unit, each finite.
  ///   - threads: The bound on threads.
  /// - Throws: ``RegressionError/length(what:expected:found:)`` and ``RegressionError/time(index:value:)``.
  public init(
    counts: [Double], denominators: [Double]?, times: [Double], family: RateTrend.Family,
    threads: ThreadLimit = .cores
  ) throws(RegressionError) {
    guard !times.isEmpty, counts.count % times.count == 0 else {
      throw .length(what: "counts", expected: times.count, found: counts.count)
    }
    if let denominators, denominators.count != counts.count {
      throw .length(what: "denominators", expected: counts.count, found: denominators.count)
    }
    if let index = times.firstIndex(where: { !$0.isFinite }) {
      throw .time(index: index, value: times[index])
    }
    self.family = family
    centre = times[0] + times.reduce(0) { $0 + ($1 - times[0]) } / Double(times.count)
    let centred = times.map { [centre] in $0 - centre }
    let series = counts.count / times.count
    guard !family.isShare || denominators != nil else {
      fits = [cseries_rate_trend](repeating: Self.nothing(.needsParts), count: series)
      return
    }
    fits = Self.run(counts, denominators, centred, isShare: family.isShare, threads: threads)
    if family == .negativeBinomial {
      (fits, alphas) = NegativeBinomialTrends.refit(
        fits, counts: counts, denominators: denominators, times: centred, threads: threads)
    }
  }

  /// Fits a trend to every zone of a panel, by the time of its periods in years: its numerators over its denominators, or
  /// its values where they are counts without denominators.
  ///
  /// Missing cells are left out. A zone with a hidden cell is refused: leaving it out would bend the trend by something that
  /// is known to be there. ``slopeBounds(_:family:)`` says what such a zone's slope may be.
  ///
  /// - Throws: ``RegressionError/overlappingPeriods`` where periods share days, since their figures are not independent.
  public init(_ panel: Panel, family: RateTrend.Family, threads: ThreadLimit = .cores) throws(RegressionError)
  {
    guard !panel.periods.anyOverlap else { throw .overlappingPeriods }
    guard !panel.periods.isEmpty, !panel.zones.isEmpty else {
      try self.init(counts: [], denominators: [], times: [0], family: family, threads: threads)
      fits = [cseries_rate_trend](repeating: Self.nothing(.tooFewPoints), count: panel.zones.count)
      return
    }
    let times = panel.periods.map(\.time)
    if let counts = panel.numerators, let denominators = panel.denominators {
      try self.init(
        counts: counts, denominators: denominators, times: times, family: family, threads: threads)
    } else {
      try self.init(
        counts: panel.values, denominators: nil, times: times, family: family, threads: threads)
      if !panel.isCount { fits = fits.map { _ in Self.nothing(.needsParts) } }
    }
    for zone in panel.zones.indices where panel.statuses[panel.series(zone)].contains(where: \.isSuppressed) {
      fits[zone] = Self.nothing(.suppressed)
    }
  }

  /// Number of series.
  public var count: Int { fits.count }

  /// How a series fared; traps outside 0..<``count``.
  public func status(_ series: Int) -> Status { Status(rawValue: fits[series].status) ?? .notFinite }

  /// The points of a series that have a denominator; traps outside 0..<``count``.
  public func points(_ series: Int) -> Int { Int(fits[series].points) }

  /// The trend of a series, or `nil` where there is none; traps outside 0..<``count``.
  public subscript(series: Int) -> RateTrend? {
    status(series) == .fitted ? trend(at: series) : nil
  }

  func trend(at series: Int) -> RateTrend {
    let fit = fits[series]
    let points = Int(fit.points)
    let factor = family.isQuasi ? max(1, fit.pearson / Double(points - 2)) : 1
    return RateTrend(
      family: family, slope: fit.slope, slopeStandardError: fit.slope_error * factor.squareRoot(),
      level: fit.level, centre: centre, alpha: alphas.isEmpty ? 0 : alphas[series], deviance: fit.deviance,
      likelihoodRatio: family == .negativeBinomial ? nil : fit.likelihood_ratio, pearson: fit.pearson,
      events: fit.events, exposure: fit.exposure, points: points, iterations: Int(fit.iterations))
  }

  static func nothing(_ status: Status) -> cseries_rate_trend {
    var none = cseries_rate_trend()
    none.status = status.rawValue
    return none
  }

  private static func run(
    _ counts: [Double], _ denominators: [Double]?, _ times: [Double], isShare: Bool, threads: ThreadLimit
  ) -> [cseries_rate_trend] {
    let points = times.count
    let series = counts.count / points
    return [cseries_rate_trend](unsafeUninitializedCapacity: series) { results, written in
      // Each range of the loop writes its own places of `results`, so ranges may run at the same time.
      nonisolated(unsafe) let results = results
      counts.withUnsafeBufferPointer { counts in
        withOptionalBuffer(denominators) { denominators in
          nonisolated(unsafe) let tops = counts
          nonisolated(unsafe) let bottoms = denominators
          parallelFor(series, grain: 512, threads: threads) { range in
            guard let base = tops.baseAddress, let place = results.baseAddress else { return }
            let scratch = UnsafeMutableRawPointer.allocate(
              byteCount: Int(cseries_rate_scratch_size(Int32(points))), alignment: 64)
            defer { scratch.deallocate() }
            let start = range.lowerBound * points
            let fit = isShare ? cseries_binomial_trends : cseries_poisson_trends
            fit(
              base + start, bottoms?.baseAddress.map { $0 + start }, times, Int32(points),
              Int64(range.count), scratch, place + range.lowerBound)
          }
        }
      }
      written = series
    }
  }
}

func withOptionalBuffer<Element, Result>(
  _ array: [Element]?, _ body: (UnsafeBufferPointer<Element>?) -> Result
) -> Result {
  guard let array else { return body(nil) }
  return array.withUnsafeBufferPointer { body($0) }
}
