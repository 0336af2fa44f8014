import Distributions
import Estimates
import Indicators
import Scheduler

/// An index of how unequal values are: 0 or its least where all are equal.
///
/// An index gives its value, and where it is smooth the derivative by each value; intervals follow from these alike for
/// all of them.
public protocol InequalityIndex: Sendable {
  /// The method.
  var method: Method { get }
  /// Where the index can lie, whatever the values.
  var limits: ClosedRange<Double> { get }
  /// The index of units.
  func value(of units: WeightedValues) throws(Reason) -> Double
  /// ∂index/∂yᵢ in the order of the units' values; `nil` where it has none.
  func gradient(of units: WeightedValues) throws(Reason) -> [Double]?
  /// Why there is no interval where the index has no gradient.
  var intervalReason: Reason { get }
}

/// Where the uncertainty of an index comes from.
public enum Uncertainty: Sendable, Hashable {
  /// From the figures: each value has a standard error and the units are all there are. Delta method,
  /// Var = Σ (∂index/∂yᵢ)² SEᵢ².
  ///
  /// Right where the differences are large beside the standard errors. Near equality chance alone raises every index,
  /// which no interval around the raised value shows.
  case figures
  /// From the drawing of the units: a sample of persons. The delete-one jackknife, θ ± z√((n − 1)/n · Σ(θ₍ᵢ₎ − θ̄)²).
  case jackknife
  /// From the drawing of the units, by the percentile bootstrap.
  case bootstrap(replicates: Int, seed: UInt64)
}

extension InequalityIndex {
  /// Why the index has no interval where it has none.
  public var intervalReason: Reason { .noIntervalForKind }
  /// The derivative of the index by each unit's value, for delta-method errors.
  public func gradient(of units: WeightedValues) throws(Reason) -> [Double]? { nil }

  /// The index with its interval.
  ///
  /// - Parameter series: Which of the random streams of a seed the bootstrap takes.
  /// - Throws: The reason why the index does not exist.
  public func estimate(
    _ units: WeightedValues, level: ConfidenceInterval.Level = .p95, uncertainty: Uncertainty = .figures,
    series: Int = 0
  ) throws(Reason) -> Estimate {
    let value = try value(of: units)
    guard value.isFinite else { throw .figureNotFinite }
    func estimate(_ error: Double) -> Estimate {
      let reach = level.normalQuantile * error
      let interval = ConfidenceInterval(
        lower: min(value, max(limits.lowerBound, value - reach)),
        upper: max(value, min(limits.upperBound, value + reach)), level: level)
      return Estimate(
        value, interval: interval, standardError: error, method: method, n: units.population)
    }
    func none(_ reason: Reason) -> Estimate {
      Estimate(value, intervalReason: reason, method: method, n: units.population)
    }
    switch uncertainty {
    case .figures:
      guard let gradient = try gradient(of: units) else { return none(intervalReason) }
      guard let errors = units.standardErrors else { return none(units.errorReason) }
      let variance = zip(gradient, errors).reduce(0) { $0 + $1.0 * $1.0 * $1.1 * $1.1 }
      return estimate(variance.squareRoot())
    case .jackknife:
      guard let error = jackknifeError(units) else { return none(.tooFewPoints) }
      return estimate(error)
    case .bootstrap(let replicates, let seed):
      let draws = bootstrapDraws(units, replicates: replicates, seed: seed, series: series)
      guard replicates >= 100, draws.count == replicates else { return none(.tooFewPoints) }
      let (lower, upper) = orderStatistics(draws.sorted(), tail: level.tail)
      let interval = ConfidenceInterval(lower: lower, upper: upper, level: level)
      return Estimate(
        value, interval: interval, standardError: (try? SampleMoments(draws))?.standardDeviation,
        method: method,
        n: units.population,
        diagnostics: interval?.contains(value) == false ? [.estimateOutsideResampled] : [])
    }
  }

  /// The index of many sets of units, one result each; the single call is this with one.
  public func estimates(
    _ sets: [WeightedValues], level: ConfidenceInterval.Level = .p95, uncertainty: Uncertainty = .figures,
    threads: ThreadLimit = .cores
  ) -> [Result<Estimate, Reason>] {
    batch(sets, threads: threads) { units, series throws(Reason) in
      try estimate(units, level: level, uncertainty: uncertainty, series: series)
    }
  }

  /// √((n − 1)/n · Σ(θ₍ᵢ₎ − θ̄)²); `nil` where leaving a unit out leaves no index.
  private func jackknifeError(_ units: WeightedValues) -> Double? {
    let count = units.values.count
    guard count >= 3 else { return nil }
    var left: [Double] = []
    for out in 0..<count {
      guard let rest = units.counted({ $0 == out ? 0 : 1 }), let value = try? value(of: rest), value.isFinite
      else { return nil }
      left.append(value)
    }
    let mean = left.reduce(0, +) / Double(count)
    let squares = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares * Double(count - 1) / Double(count)).squareRoot()
  }

  /// The index of each resample that has one.
  private func bootstrapDraws(_ units: WeightedValues, replicates: Int, seed: UInt64, series: Int) -> [Double]
  {
    let count = units.values.count
    var times = [Double](repeating: 0, count: count)
    var draws: [Double] = []
    for replicate in 0..<max(0, replicates) {
      var stream = RandomStream(seed: seed, series: series, replicate: replicate)
      for index in 0..<count { times[index] = 0 }
      for _ in 0..<count {
        if let drawn = try? stream.integer(below: count) { times[drawn] += 1 }
      }
      if let sample = units.counted({ times[$0] }), let value = try? value(of: sample), value.isFinite {
        draws.append(value)
      }
    }
    return draws
  }
}
