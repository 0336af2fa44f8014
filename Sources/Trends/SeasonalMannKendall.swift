import Distributions
import Estimates
import Indicators
import Scheduler

/// Mann–Kendall's test of series with seasons: each season is compared with itself in other years only.
///
///     let test = try SeasonalMannKendall(values, seasons: [1, 2, 3, 4, 1, 2, …], years: [2020, 2020, …])
///     test.pValue                  // seasons independent
///     test.pValue(.correlated)     // Hirsch and Slack's covariance between seasons
///
/// S = Σ_g S_g. Where seasons are independent Var S = Σ_g Var S_g, corrected for ties within each. Where a year is
/// good or bad in all its seasons they are not, and Σ_{g≠h} Cov(S_g, S_h) is added, with
///
///     Cov(S_g, S_h) = [K_gh + 4 Σ_i R_ig R_ih − n(n_g + 1)(n_h + 1)] / 3
///     K_gh = Σ_{i<j} sgn((x_jg − x_ig)(x_jh − x_ih))
///     R_ig = [n_g + 1 + Σ_j sgn(x_ig − x_jg)] / 2
///
/// n the number of years; a missing value has the mean rank (n_g + 1)/2. The slope is the median of all slopes
/// within seasons.
///
/// - Shape: one value, season and year a point; at most one point of a season in a year. NaN is a missing value.
/// - Errors: ``Estimates/StatisticsError`` for fewer than two years of every season, unequal lengths, a year and
///   season that come twice, or an infinite value.
/// - References: Hirsch, Slack and Smith (1982) Water Resour Res 18:107; Hirsch and Slack (1984) Water Resour Res
///   20:727.
public struct SeasonalMannKendall: Sendable, Equatable {
  /// What is taken for granted about seasons of one year.
  public enum Seasons: Sendable, CaseIterable {
    /// A year that is high in spring says nothing about its summer.
    case independent
    /// It may.
    case correlated
  }

  /// Σ S_g.
  public let s: Int
  /// Pairs within seasons.
  public let pairs: Int
  /// Σ Var S_g.
  public let independentVariance: Double
  /// Σ Var S_g + Σ_{g≠h} Cov(S_g, S_h); never below 0.
  public let correlatedVariance: Double
  /// The median of the slopes within seasons, in value per year.
  public let slope: Double
  /// The slopes within seasons, in order.
  let slopes: [Double]
  /// How many values were there.
  public let points: Int
  /// How many seasons have at least two values.
  public let seasons: Int

  /// The test of values.
  public init(_ values: [Double], seasons: [Int], years: [Int]) throws(StatisticsError) {
    guard values.count == seasons.count else {
      throw .unequalLengths("seasons", values.count, seasons.count)
    }
    guard values.count == years.count else { throw .unequalLengths("years", values.count, years.count) }
    for value in values where value.isInfinite { throw .notFinite(what: "value") }
    let known = values.indices.filter { !values[$0].isNaN }
    let rows = Set(known.map { years[$0] }).sorted()
    let columns = Set(known.map { seasons[$0] }).sorted()
    var grid = [[Double]](repeating: [Double](repeating: .nan, count: rows.count), count: columns.count)
    for place in known {
      guard let row = rows.firstIndex(of: years[place]), let column = columns.firstIndex(of: seasons[place])
      else { continue }
      guard grid[column][row].isNaN else { throw .parameter(name: "year", value: Double(years[place])) }
      grid[column][row] = values[place]
    }
    let used = grid.filter { $0.count { !$0.isNaN } >= 2 }
    guard !used.isEmpty else { throw .tooFewObservations(needed: 2, found: rows.count) }
    let parts = used.map { Season($0, years: rows) }
    s = parts.reduce(0) { $0 + $1.s }
    pairs = parts.reduce(0) { $0 + $1.pairs }
    points = parts.reduce(0) { $0 + $1.points }
    self.seasons = parts.count
    slopes = parts.flatMap(\.slopes).sorted()
    slope = RepeatedMedians.median(slopes)
    let independent = parts.reduce(0) { $0 + $1.variance }
    var covariance = 0.0
    for g in parts.indices {
      for h in parts.indices where h < g { covariance += parts[g].covariance(with: parts[h]) }
    }
    independentVariance = independent
    correlatedVariance = max(0, independent + 2 * covariance)
  }

  /// Var S.
  public func variance(_ seasons: Seasons) -> Double {
    seasons == .independent ? independentVariance : correlatedVariance
  }

  /// (S − sgn S)/√Var S; 0 where S is 0. Infinite where S is not 0 but its estimated variance is.
  public func z(_ seasons: Seasons = .independent) -> Double {
    s == 0 ? 0 : Double(s - s.signum()) / variance(seasons).squareRoot()
  }

  /// The two-sided p-value by the normal distribution. A covariance that takes all variance away gives 1, not 0:
  /// then the seasons say too little about their own spread.
  public func pValue(_ seasons: Seasons = .independent) -> Double {
    variance(seasons) > 0 ? 2 * Normal.standard.survival(abs(z(seasons))) : 1
  }

  /// S over the number of pairs within seasons.
  public var tauA: Double { Double(s) / Double(pairs) }

  /// The slope in value per year; its bounds are the slopes of ranks (N ∓ z√Var S)/2.
  public func estimate(_ seasons: Seasons = .independent, level: ConfidenceInterval.Level = .p95) -> Estimate
  {
    let reach = level.normalQuantile * variance(seasons).squareRoot()
    let rank = Int(((Double(slopes.count) - reach) / 2).rounded())
    let isBounded = rank >= 1
    let low = min(max(rank, 1), (slopes.count + 1) / 2) - 1
    let interval = ConfidenceInterval(
      lower: min(slopes[low], slope), upper: max(slopes[slopes.count - 1 - low], slope), level: level)
    return Estimate(
      slope, interval: interval,
      method: seasons == .independent ? .seasonalMannKendall : .correlatedSeasonalMannKendall,
      n: Double(points), diagnostics: isBounded ? [] : [.intervalUnbounded])
  }

  /// The test of each zone of a panel of half-years, quarters, months or weeks.
  ///
  /// - Returns: One result a zone, in order; a zone that has none holds its reason. A zone with hidden cells is
  ///   refused.
  /// - Throws: ``Estimates/StatisticsError/noSeasons`` for years, ``Estimates/StatisticsError/overlappingPeriods``.
  public static func fit(
    _ panel: Panel, threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<SeasonalMannKendall, StatisticsError>] {
    let seasons = panel.periods.map(\.index)
    guard Set(seasons).count > 1 else { throw .noSeasons }
    let years = panel.periods.map(\.year)
    return try panel.fitEachSeries(minimum: 2, threads: threads) { series throws(StatisticsError) in
      try SeasonalMannKendall(
        series.values, seasons: series.places.map { seasons[$0] }, years: series.places.map { years[$0] })
    }
  }
}

/// One season over the years.
private struct Season {
  let values: [Double]
  private(set) var s = 0
  private(set) var pairs = 0
  private(set) var points = 0
  private(set) var variance = 0.0
  private(set) var slopes: [Double] = []
  /// R_i.
  private(set) var ranks: [Double] = []

  init(_ values: [Double], years: [Int]) {
    self.values = values
    let known = values.indices.filter { !values[$0].isNaN }
    points = known.count
    let tested: Int = known.count
    pairs = tested * (tested - 1) / 2
    for (place, i) in known.enumerated() {
      for j in known[(place + 1)...] {
        s += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0
        slopes.append((values[j] - values[i]) / Double(years[j] - years[i]))
      }
    }
    var ties = 0
    let sorted = known.map { values[$0] }.sorted()
    var start = 0
    for place in 1...sorted.count where place == sorted.count || sorted[place] != sorted[start] {
      let t = place - start
      ties += t * (t - 1) * (2 * t + 5)
      start = place
    }
    let untied: Int = tested * (tested - 1) * (2 * tested + 5)
    variance = Double(untied - ties) / 18
    ranks = values.map { value in
      guard !value.isNaN else { return Double(points + 1) / 2 }
      let balance = known.reduce(0) { $0 + (value > values[$1] ? 1 : value < values[$1] ? -1 : 0) }
      return Double(points + 1 + balance) / 2
    }
  }

  func covariance(with other: Season) -> Double {
    var concordance = 0
    for i in values.indices {
      for j in values.indices where j > i {
        let product = (values[j] - values[i]) * (other.values[j] - other.values[i])
        concordance += product > 0 ? 1 : product < 0 ? -1 : 0
      }
    }
    let products = zip(ranks, other.ranks).reduce(0) { $0 + $1.0 * $1.1 }
    let means: Double = Double(values.count) * Double(points + 1) * Double(other.points + 1)
    return (Double(concordance) + 4 * products - means) / 3
  }
}

extension Method {
  /// Mann–Kendall's test within seasons that are independent.
  public static let seasonalMannKendall = Method("trend.seasonal")
  /// Mann–Kendall's test within seasons that may be correlated.
  public static let correlatedSeasonalMannKendall = Method("trend.seasonal-correlated")
}
