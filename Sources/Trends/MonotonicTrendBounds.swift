import Distributions
import Estimates
import Indicators
import Scheduler

/// What Mann–Kendall's test and Sen's slope could be, given what is known about hidden values.
///
///     let bounds = try MonotonicTrend.bounds(panel)        // hidden cells declared to be 1–4
///     let zone = try bounds[3].get()
///     zone.slope         // −0.21 … 0.35 per year
///     zone.direction     // 1, −1, 0: what all admissible answers say; nil where they differ
///
/// A hidden year is neither zero nor missing: it is one of a few numbers. Where all series that the bounds admit are
/// at most 1024, each is fitted, and the bounds are the smallest and largest answers: exact. Where there are more,
/// every pair of points bounds its own sign and slope,
///
///     min sgn(x_j − x_i) ≤ sgn ≤ max,   (lo_j − hi_i)/(t_j − t_i) ≤ slope ≤ (hi_j − lo_i)/(t_j − t_i)
///
/// S is then within the sums of the signs, and Sen's slope within the medians of the lower and of the upper slopes,
/// since a median never falls when one of its numbers rises. Those bounds hold but may be wide (``isExact`` is
/// false). Values are not needed to be bounded above: one that is only known to be large still has a sign.
///
/// - Shape: as ``MonotonicTrend/fit(_:level:threads:)``. Bounds are those of the numerator, and the denominator must
///   be known.
/// - A hidden cell without declared bounds refuses its zone.
/// - The wording of the answer gives away no more than the rule that is declared anyway.
public struct MonotonicTrendBounds: Sendable, Equatable {
  /// The bounds of S.
  public let s: ClosedRange<Int>
  /// The bounds of Kendall's tau-b.
  public let tauB: ClosedRange<Double>
  /// The bounds of the two-sided p-value.
  public let pValue: ClosedRange<Double>
  /// The bounds of Sen's slope; an end may be infinite.
  public let slope: ClosedRange<Double>
  /// The smallest lower and the largest upper bound of the slope's intervals; `nil` where they were not all computed.
  public let slopeInterval: ClosedRange<Double>?
  /// 1 where every admissible answer is a rise at the level asked for, −1 where every one is a fall, 0 where none is
  /// either, and `nil` where they differ.
  public let direction: Int?
  /// Whether the bounds are reached, each by some admissible series.
  public let isExact: Bool
  /// How many points there are, the hidden ones among them.
  public let points: Int
  /// How many points are hidden.
  public let hidden: Int

  /// The most series that are all fitted.
  static let combinations = 1024

  /// The bounds of a series.
  init(_ series: AdmissibleSeries, level: ConfidenceInterval.Level, limit: Int = combinations)
    throws(StatisticsError)
  {
    if let all = series.all(limit: limit) {
      self = try Self.exhaustive(series, all, level)
    } else {
      self = Self.byPairs(series, level)
    }
  }

  private init(
    s: ClosedRange<Int>, tauB: ClosedRange<Double>, pValue: ClosedRange<Double>, slope: ClosedRange<Double>,
    slopeInterval: ClosedRange<Double>?, direction: Int?, isExact: Bool, series: AdmissibleSeries
  ) {
    self.s = s
    self.tauB = tauB
    self.pValue = pValue
    self.slope = slope
    self.slopeInterval = slopeInterval
    self.direction = direction
    self.isExact = isExact
    points = series.count
    hidden = series.hidden
  }

  private static func exhaustive(
    _ series: AdmissibleSeries, _ all: [Double], _ level: ConfidenceInterval.Level
  ) throws(StatisticsError) -> MonotonicTrendBounds {
    var fits: [MonotonicTrend] = []
    for fit in try MonotonicTrend.fit(all, at: series.times, level: level, threads: .single) {
      fits.append(try fit.get())
    }
    func range<Number: Comparable>(_ number: (MonotonicTrend) -> Number) -> ClosedRange<Number> {
      // There is always one: the bounds admit at least one series.
      var (low, high) = (number(fits[0]), number(fits[0]))
      for fit in fits.dropFirst() {
        low = min(low, number(fit))
        high = max(high, number(fit))
      }
      return low...high
    }
    let signs = Set(
      fits.map { $0.mannKendall.pValue <= 2 * level.tail ? $0.mannKendall.s.signum() : 0 })
    let interval = range { $0.theilSen.lower }.lowerBound...range { $0.theilSen.upper }.upperBound
    return MonotonicTrendBounds(
      s: range { $0.mannKendall.s }, tauB: range { $0.mannKendall.tauB },
      pValue: range { $0.mannKendall.pValue }, slope: range { $0.theilSen.slope }, slopeInterval: interval,
      direction: signs.count == 1 ? signs.first : nil, isExact: true, series: series)
  }

  private static func byPairs(
    _ series: AdmissibleSeries, _ level: ConfidenceInterval.Level
  ) -> MonotonicTrendBounds {
    let n = series.count
    let (x, t) = (series.ranges, series.times)
    var (low, high, mayTie, mustTie) = (0, 0, 0, 0)
    var lower: [Double] = []
    var upper: [Double] = []
    for i in 0..<n {
      for j in i + 1..<n {
        low += sign(x[j].lowerBound, x[i].upperBound)
        high += sign(x[j].upperBound, x[i].lowerBound)
        if x[i].overlaps(x[j]) {
          mayTie += 1
          if x[i].lowerBound == x[i].upperBound, x[i] == x[j] { mustTie += 1 }
        }
        lower.append((x[j].lowerBound - x[i].upperBound) / (t[j] - t[i]))
        upper.append((x[j].upperBound - x[i].lowerBound) / (t[j] - t[i]))
      }
    }
    let slope = RepeatedMedians.median(lower)...RepeatedMedians.median(upper)
    let p = pValues(low...high, points: n, mostTied: largestTieTerm(x))
    let alpha = 2 * level.tail
    let direction: Int? =
      p.upperBound <= alpha ? (low > 0 ? 1 : high < 0 ? -1 : nil) : p.lowerBound > alpha ? 0 : nil
    return MonotonicTrendBounds(
      s: low...high,
      tauB: tau(low, n, low < 0 ? mayTie : mustTie)...tau(high, n, high > 0 ? mayTie : mustTie), pValue: p,
      slope: slope, slopeInterval: nil, direction: direction, isExact: false, series: series)
  }

  private static func sign(_ later: Double, _ earlier: Double) -> Int {
    later > earlier ? 1 : later < earlier ? -1 : 0
  }

  private static func tau(_ s: Int, _ n: Int, _ tied: Int) -> Double {
    let pairs = n * (n - 1) / 2
    guard tied < pairs else { return Double(s.signum()) }
    let tau = Double(s) / (Double(pairs - tied).squareRoot() * Double(pairs).squareRoot())
    return min(1, max(-1, tau))
  }

  /// Σ t(t − 1)(2t + 5) where all points that could share a value do, over the groups that overlapping ranges form.
  private static func largestTieTerm(_ x: [ClosedRange<Double>]) -> Int {
    var (term, size, reach) = (0, 0, -Double.infinity)
    for range in x.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > reach {
        term += size * (size - 1) * (2 * size + 5)
        size = 0
      }
      size += 1
      reach = max(reach, range.upperBound)
    }
    return term + size * (size - 1) * (2 * size + 5)
  }

  /// Bounds of the p-value: |S| at its smallest with the largest variance, and at its largest with the smallest;
  /// both by the exact and by the normal distribution, since which of them applies depends on the ties.
  private static func pValues(_ s: ClosedRange<Int>, points n: Int, mostTied: Int) -> ClosedRange<Double> {
    let free = Double(n * (n - 1) * (2 * n + 5)) / 18
    let tied = max(0, free - Double(mostTied) / 18)
    func normal(_ magnitude: Int, _ variance: Double) -> Double {
      guard magnitude > 1 else { return 1 }
      guard variance > 0 else { return 0 }
      return 2 * Normal.standard.survival(Double(magnitude - 1) / variance.squareRoot())
    }
    let smallest = s.contains(0) ? 0 : min(abs(s.lowerBound), abs(s.upperBound))
    let largest = max(abs(s.lowerBound), abs(s.upperBound))
    let exact = { MannKendallNull.twoSided(s: $0, points: n) }
    let high = max(normal(smallest, free), exact(smallest) ?? 0)
    let low = min(normal(largest, tied), exact(largest) ?? 1)
    return min(low, high)...high
  }
}

extension MonotonicTrend {
  /// The bounds of each zone's trend, given the declared bounds of hidden numerators.
  ///
  /// A zone without hidden cells has bounds without width.
  ///
  /// - Returns: One result a zone, in order; a zone whose hidden cells have no declared bounds holds
  ///   ``Estimates/StatisticsError/suppressedInput(count:)``.
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods``.
  public static func bounds(
    _ panel: Panel, level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<MonotonicTrendBounds, StatisticsError>] {
    try panel.boundEachSeries(threads: threads) { series throws(StatisticsError) in
      try MonotonicTrendBounds(series, level: level)
    }
  }
}

extension Panel {
  /// One answer a zone, in order, from what its bounds admit.
  ///
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods`` for the whole panel.
  func boundEachSeries<Bounds: Sendable>(
    threads: ThreadLimit,
    _ bound: @escaping @Sendable (AdmissibleSeries) throws(StatisticsError) -> Bounds
  ) throws(StatisticsError) -> [Result<Bounds, StatisticsError>] {
    guard !periods.anyOverlap else { throw .overlappingPeriods }
    return [Result<Bounds, StatisticsError>](unsafeUninitializedCapacity: zones.count) { results, written in
      // Each range of the loop writes its own places of `results`, so ranges may run at the same time.
      nonisolated(unsafe) let results = results
      parallelFor(zones.count, grain: 4, threads: threads) { range in
        for zone in range {
          let result: Result<Bounds, StatisticsError>
          do throws(StatisticsError) {
            result = .success(try bound(try AdmissibleSeries(self, zone: zone)))
          } catch {
            result = .failure(error)
          }
          results.initializeElement(at: zone, to: result)
        }
      }
      written = zones.count
    }
  }
}
