import Distributions
import Estimates
import Foundation
import Indicators
import Synchronization

/// The smallest true yearly change a trend test would see: with 80 % probability, given how much the figures scatter.
///
///     let detectable = try DetectableSlope(times: [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024])
///     detectable.line(deviation: 1.2)           // in the unit of the values, per unit of time
///     detectable.mannKendall(deviation: 1.2)
///
/// A change that is smaller is not shown to be absent by "no clear change": the figures could not have shown it.
///
/// For a straight line b̂/SE(b̂) has a noncentral t distribution with n − 2 degrees of freedom and noncentrality δ =
/// b√S_tt/σ, so the slope sought is b = δ σ/√S_tt with P(|T(δ)| > t_{1−α/2}) = power. For Mann–Kendall's test a
/// series b t + e is called rising exactly where fewer than a given number of the slopes between pairs of e are
/// steeper than −b, so the slope sought is a quantile of an order statistic of such slopes. That quantile is
/// simulated, with 4 000 normal series keyed by n: known to about 1 %.
///
/// - Shape: at least three times, strictly increasing. σ is the standard deviation of one figure around the trend.
/// - Errors: ``Estimates/StatisticsError``, also where the test cannot reach the level with so few points.
/// - Reference: Johnson, Kotz and Balakrishnan (1995) *Continuous Univariate Distributions 2*, ch. 31.
public struct DetectableSlope: Sendable, Equatable {
  /// How many points.
  public let points: Int
  /// The probability with which the slope is seen.
  public let power: Double
  /// The slope a line shows where σ is 1.
  public let linePerDeviation: Double
  /// The slope Mann–Kendall's test shows where σ is 1; `nil` where it cannot reach the level with so few points.
  public let mannKendallPerDeviation: Double?

  /// What can be seen with figures at these times.
  public init(
    times: [Double], level: ConfidenceInterval.Level = .p95, power: Double = 0.8
  ) throws(StatisticsError) {
    let series = try ObservedSeries(times.map { _ in 0 }, at: times, minimum: 3)
    guard power > 0.5, power < 1 else { throw .parameter(name: "power", value: power) }
    points = series.count
    self.power = power
    let root = times.centred.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let standard = try Self.standard(points: points, level: level, power: power)
    linePerDeviation = standard.line / root
    mannKendallPerDeviation = standard.mannKendall.map { $0 / root }
  }

  private struct Key: Hashable {
    let points: Int
    let level: ConfidenceInterval.Level
    let power: Double
  }

  /// What was found so far, in units of σ/√S_tt: functions of their keys alone, so keeping them changes no answer.
  private static let known = Mutex<[Key: (line: Double, mannKendall: Double?)]>([:])

  /// b√S_tt/σ of both tests. Mann–Kendall's is that of equally spaced times; holes change it by a few per cent at most.
  private static func standard(
    points: Int, level: ConfidenceInterval.Level, power: Double
  ) throws(StatisticsError) -> (line: Double, mannKendall: Double?) {
    let key = Key(points: points, level: level, power: power)
    if let found = known.withLock({ $0[key] }) { return found }
    let line = try noncentrality(degreesOfFreedom: points - 2, level: level, power: power)
    let root = (Double(points) * (Double(points) * Double(points) - 1) / 12).squareRoot()
    let found = (line, try monotonic(points: points, level: level, power: power).map { $0 * root })
    known.withLock { $0[key] = found }
    return found
  }

  /// The slope a line shows, for figures that scatter by `deviation`.
  public func line(deviation: Double) -> Double { linePerDeviation * deviation }

  /// The slope Mann–Kendall's test shows, for figures that scatter by `deviation`.
  public func mannKendall(deviation: Double) -> Double? { mannKendallPerDeviation.map { $0 * deviation } }

  /// How many yearly points a line needs to show a slope; `nil` where a hundred are not enough or the slope is 0.
  ///
  ///     try DetectableSlope.points(toSee: 0.3, deviation: 1.2)      // 12
  public static func points(
    toSee slope: Double, deviation: Double, level: ConfidenceInterval.Level = .p95, power: Double = 0.8
  ) throws(StatisticsError) -> Int? {
    guard slope.isFinite, deviation.isFinite, deviation >= 0 else { throw .notFinite(what: "slope") }
    guard power > 0.5, power < 1 else { throw .parameter(name: "power", value: power) }
    guard slope != 0 else { return nil }
    for n in 3...100 {
      let spread = Double(n * (n * n - 1)) / 12
      let reached = try noncentrality(degreesOfFreedom: n - 2, level: level, power: power) * deviation
      if reached <= abs(slope) * spread.squareRoot() { return n }
    }
    return nil
  }

  /// The standard deviation that counting alone gives a figure: √(p(1 − p)/n) for shares, √(p/n) for rates and √x
  /// for counts, at the mean of the series, times the multiplier. `nil` where the kind has none, as means and medians.
  ///
  /// The scatter of a short series can be small by chance; it is never really smaller than this.
  public static func countingDeviation(_ panel: Panel, zone: Int) -> Double? {
    let cells = panel.series(zone).filter { panel.statuses[$0].isObserved }
    guard !cells.isEmpty else { return nil }
    let many = Double(cells.count)
    if panel.isCount {
      let mean = cells.reduce(0) { $0 + panel.values[$1] } / many
      return mean >= 0 ? mean.squareRoot() : nil
    }
    guard panel.kind == .proportion || panel.kind == .rate, let tops = panel.numerators,
      let bottoms = panel.denominators
    else { return nil }
    let all = cells.reduce(0) { $0 + bottoms[$1] }
    let p = cells.reduce(0) { $0 + tops[$1] } / all
    let spread = panel.kind == .proportion ? p * (1 - p) : p
    let variance = spread * cells.reduce(0) { $0 + 1 / bottoms[$1] } / many
    return variance >= 0 && variance.isFinite ? panel.multiplier * variance.squareRoot() : nil
  }

  /// δ with P(|T(δ)| > t) = power; T noncentral t.
  static func noncentrality(
    degreesOfFreedom: Int, level: ConfidenceInterval.Level, power: Double
  ) throws(StatisticsError) -> Double {
    guard let t = level.studentQuantile(degreesOfFreedom: Double(degreesOfFreedom)) else {
      throw .tooFewObservations(needed: 3, found: degreesOfFreedom + 2)
    }
    let spread = ChiSpread(degreesOfFreedom: degreesOfFreedom)
    var (low, high) = (0.0, 8.0)
    while spread.power(t, high) < power, high < 1e9 { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if spread.power(t, middle) < power { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// Simulated series.
  private static let replicates = 4000

  /// The quantile of the order statistic at times 0, 1, …, for σ = 1; `nil` where the level cannot be reached, and
  /// beyond 200 points, where a line's is as good.
  private static func monotonic(
    points n: Int, level: ConfidenceInterval.Level, power: Double
  ) throws(StatisticsError) -> Double? {
    guard n <= 200 else { return nil }
    let pairs = n * (n - 1) / 2
    // The smallest S that is found; S has the parity of the pairs.
    let deviation = (Double(n * (n - 1) * (2 * n + 5)) / 18).squareRoot()
    let smallest = stride(from: pairs % 2, through: pairs, by: 2).first { s in
      let normal = 2 * Normal.standard.survival(Double(max(0, s - 1)) / deviation)
      return (MannKendallNull.twoSided(s: s, points: n) ?? normal) <= 2 * level.tail
    }
    guard let smallest else { return nil }
    // A series is called rising where at most (N − S)/2 slopes of the noise fall faster than the trend rises, so the
    // trend must beat the next one. The kernel gives the slope of rank r from above where r = (N − C)/2.
    let rank = (pairs - smallest) / 2 + 1
    let widening = Double(pairs - 2 * rank) / (level.normalQuantile * deviation)
    var noise: [Double] = []
    noise.reserveCapacity(replicates * n)
    for replicate in 0..<replicates {
      var stream = RandomStream(seed: 0x5E6E, series: n, replicate: replicate)
      for _ in 0..<n { noise.append(stream.standardNormal()) }
    }
    let fits = try MonotonicTrend.fit(
      noise, at: (0..<n).map(Double.init), level: level, threads: .single, widening: widening)
    let thresholds = fits.compactMap { try? $0.get().theilSen.upper }.sorted()
    guard thresholds.count == replicates else { return nil }
    return thresholds[min(replicates - 1, Int((power * Double(replicates)).rounded(.up)) - 1)]
  }
}

/// √(χ²_ν/ν), the scatter of an estimated standard deviation, as points and weights of Simpson's rule.
private struct ChiSpread {
  private var points: [(s: Double, weight: Double)] = []

  init(degreesOfFreedom: Int) {
    let v = Double(degreesOfFreedom)
    // 12 standard deviations of a normal with variance 1/(2ν) hold all but 10⁻³⁰.
    let reach = 12 / (2 * v).squareRoot()
    let (from, to) = (max(0, 1 - reach), 1 + reach)
    let steps = 400
    let h = (to - from) / Double(steps)
    // f(s) = 2 (ν/2)^{ν/2} s^{ν−1} exp(−ν s²/2)/Γ(ν/2); ν is a whole number from 1 on.
    let logGamma = (try? SpecialFunctions.logGamma(v / 2)) ?? 0
    let logConstant = log(2.0) + v / 2 * log(v / 2) - logGamma
    for step in 0...steps {
      let s = from + Double(step) * h
      let logDensity = logConstant + (v - 1) * log(s) - v * s * s / 2
      let density = s > 0 ? exp(logDensity) : v == 1 ? exp(logConstant) : 0
      let simpson = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
      points.append((s, density * simpson * h / 3))
    }
  }

  /// P(|Z + δ| > t s) over s.
  func power(_ t: Double, _ delta: Double) -> Double {
    points.reduce(0) { sum, point in
      let normal = Normal.standard
      return sum + point.weight * (normal.survival(t * point.s - delta) + normal.cdf(-t * point.s - delta))
    }
  }
}
