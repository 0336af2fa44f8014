import Estimates
import Foundation
import Indicators
import Scheduler

extension Method {
  /// A trend of straight parts on the logarithmic scale, joins chosen by permutation tests.
  public static let joinpoint = Method("trend.joinpoint")
  /// A Poisson trend of straight parts on the logarithmic scale, joins chosen by BIC.
  public static let poissonJoinpoint = Method("trend.joinpoint-poisson")
}

extension Diagnostic {
  /// One half was added to all counts, since the logarithm of zero has no value.
  public static let halfAdded = Diagnostic("half-added")
}

/// How the number of joins is chosen.
public enum JoinpointSelection: Sendable, Hashable {
  /// NCI's sequence of permutation tests: from none against the most, a test at α/K_max takes one from the top or adds one
  /// at the bottom, until they meet.
  case permutation(replicates: Int, alpha: Double, seed: UInt64)
  /// Schwarz' criterion.
  case bic
  /// So many, whatever the data say.
  case joins(Int)

  /// 4499 permutations, α = 0.05.
  public static func permutation(seed: UInt64 = 7160) -> JoinpointSelection {
    .permutation(replicates: 4499, alpha: 0.05, seed: seed)
  }
}

/// A trend that may bend: straight parts on the logarithmic scale that meet in joins, as many as the data need.
///
///     let trend = try Joinpoint(of: rates, at: years)
///     trend.fit.joins                                 // [1985, 1995, 1998]
///     trend.fit.segments[0].annualPercentChange()     // APC of the first part
///     try trend.fit.averageAnnualChange().percent()   // AAPC of all years
///
/// For each number of joins the best places are found by trying all (Lerman's grid search) under ``JoinpointRules``; how many
/// joins is decided as ``JoinpointSelection`` says.
///
/// - Shape: one positive value and one time a point; at least 7 points, 5 more for each further join. A missing value (NaN)
///   is left out with its time. Hidden values are refused before they get here.
/// - Zero or less has no logarithm: ``Estimates/StatisticsError/notPositive(_:)``. Counts with zeros go to
///   ``init(counts:denominators:at:rules:selection:threads:)``.
/// - References: Kim, Fay, Feuer and Midthune (2000) Stat Med 19:335; Lerman (1980) Appl Stat 29:77.
public struct Joinpoint: Sendable, Equatable {
  /// The best model of each number of joins, from none.
  public let fits: [JoinpointFit]
  /// The tests made, in order; empty where the choice is not by tests.
  public let tests: [JoinpointTest]
  /// The number of joins chosen.
  public let joins: Int
  /// What is worth knowing.
  public let diagnostics: [Diagnostic]
  /// The first and last time with a value.
  public let points: Int

  /// The model chosen.
  public var fit: JoinpointFit { fits[joins] }

  /// The trend of positive values, on the logarithmic scale with constant variance or with given standard errors.
  ///
  /// - Parameters:
  ///   - standardErrors: Of the values; weights are (y/SE)², the precision of log y. `nil` for constant variance.
  /// - Throws: ``Estimates/StatisticsError``.
  public init(
    of values: [Double], standardErrors: [Double]? = nil, at times: [Double],
    rules: JoinpointRules = JoinpointRules(), selection: JoinpointSelection = .permutation(),
    threads: ThreadLimit = .cores
  ) throws(StatisticsError) {
    guard values.count == times.count else { throw .unequalLengths("times", values.count, times.count) }
    if let standardErrors, standardErrors.count != values.count {
      throw .unequalLengths("standard errors", standardErrors.count, values.count)
    }
    let places = values.indices.filter { !values[$0].isNaN }
    let series = try Self.logarithmic(values, standardErrors, times, places)
    let plan = try JoinpointPlan(series.times, weights: series.weights, rules: rules, selection: selection)
    self = try plan.fit(series, threads: threads)
  }

  /// The trend of counts over persons by Poisson likelihood, which takes zeros as they are.
  ///
  /// There are no residuals to permute, so the number of joins is chosen by BIC unless it is given.
  ///
  /// - Throws: ``Estimates/StatisticsError``.
  public init(
    counts: [Double], denominators: [Double]? = nil, at times: [Double],
    rules: JoinpointRules = JoinpointRules(maximumJoins: 3), selection: JoinpointSelection = .bic,
    threads: ThreadLimit = .cores
  ) throws(StatisticsError) {
    guard counts.count == times.count else { throw .unequalLengths("times", counts.count, times.count) }
    if let denominators, denominators.count != counts.count {
      throw .unequalLengths("denominators", denominators.count, counts.count)
    }
    let places = counts.indices.filter { !counts[$0].isNaN && !(denominators?[$0].isNaN ?? false) }
    let series = try Self.poisson(counts, denominators, times, places)
    let plan = try JoinpointPlan(series.times, weights: nil, rules: rules, selection: selection)
    self = try plan.fit(series, threads: threads)
  }

  init(
    fits: [JoinpointFit], tests: [JoinpointTest], joins: Int, diagnostics: [Diagnostic], points: Int
  ) {
    self.fits = fits
    self.tests = tests
    self.joins = joins
    self.diagnostics = diagnostics
    self.points = points
  }

  static func logarithmic(
    _ values: [Double], _ errors: [Double]?, _ times: [Double], _ places: [Int]
  ) throws(StatisticsError) -> JoinpointSeries {
    try check(times, places)
    for place in places {
      guard values[place].isFinite else { throw .notFinite(what: "value") }
      guard values[place] > 0 else { throw .notPositive(values[place]) }
    }
    var weights: [Double]?
    if let errors {
      for place in places {
        guard errors[place] > 0, errors[place].isFinite else {
          throw .parameter(name: "standard error", value: errors[place])
        }
      }
      let precisions = places.map { (values[$0] / errors[$0]) * (values[$0] / errors[$0]) }
      weights = precisions
    }
    return JoinpointSeries(
      response: places.map { log(values[$0]) }, offset: nil, times: places.map { times[$0] },
      weights: weights)
  }

  static func poisson(
    _ counts: [Double], _ denominators: [Double]?, _ times: [Double], _ places: [Int]
  ) throws(StatisticsError) -> JoinpointSeries {
    try check(times, places)
    for place in places {
      let below = denominators?[place] ?? 1
      guard counts[place].isFinite, below.isFinite else { throw .notFinite(what: "count") }
      guard counts[place] >= 0 else { throw .negativeCount(counts[place]) }
      guard below > 0 else { throw .emptyDenominator(below) }
    }
    guard places.contains(where: { counts[$0] > 0 }) else { throw .noEvents }
    return JoinpointSeries(
      response: places.map { counts[$0] }, offset: places.map { log(denominators?[$0] ?? 1) },
      times: places.map { times[$0] }, weights: nil)
  }

  private static func check(_ times: [Double], _ places: [Int]) throws(StatisticsError) {
    for time in times where !time.isFinite { throw .notFinite(what: "time") }
    for (earlier, later) in zip(times, times.dropFirst()) where !(earlier < later) {
      throw .parameter(name: "time", value: later)
    }
    guard places.count >= JoinpointRules.fewestPoints else {
      throw .tooFewObservations(needed: JoinpointRules.fewestPoints, found: places.count)
    }
  }
}
