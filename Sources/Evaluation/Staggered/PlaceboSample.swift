import Estimates
import Indicators

/// Effects under other assignments of a programme than the one that was, and what they say of the one found.
///
/// A value is what the estimator finds under another assignment; its share says how much of a true effect τ it would hold
/// because zones with the programme play a part in it: value = noise + share · τ. Where the assignments are all that could
/// have been (every permutation but the true one), for any τ₀ the test
///
///     p(τ₀) = (1 + #{|value − share · τ₀| ≥ |estimate − τ₀|}) / (assignments + 1)
///
/// is exact if all zones were exchangeable without the programme, whatever the distribution, and the interval is all τ₀ with
/// p(τ₀) > 1 − level. A drawn sample without replacement keeps that.
///
/// - What is not true: leaving assignments out by who was treated (only sets without treated zones, where several were
///   treated) is not exact: where noise has heavy tails, the largest of all zones is among k treated of n with probability
///   k/n, however many sets the others form.
/// - Reference: Lehmann and Romano (2005) *Testing Statistical Hypotheses*, 3rd ed., §15.2; Fisher (1935).
public struct PlaceboSample: Sendable, Equatable {
  /// The effect found.
  public let estimate: Double
  /// The effects under other assignments.
  public let values: [Double]
  /// How much of a true effect each would hold; 0 where no zone with the programme plays a part.
  public let shares: [Double]
  /// How many other assignments there are in all.
  public let population: Double
  /// Whether every assignment is there.
  public let isExhaustive: Bool
  /// What rounding may have parted: a value this far short of the effect found counts as equal to it.
  public let slack: Double

  /// A sample; shares are zeros where none are given.
  ///
  /// - Throws: ``EffectError/shape(what:expected:found:)``, and ``EffectError/tooFewDonors(needed:found:)`` without values.
  public init(
    estimate: Double, values: [Double], shares: [Double]? = nil, population: Double, isExhaustive: Bool,
    slack: Double = 0
  ) throws(EffectError) {
    guard !values.isEmpty else { throw .tooFewDonors(needed: 1, found: 0) }
    let shares = shares ?? [Double](repeating: 0, count: values.count)
    guard shares.count == values.count else {
      throw .shape(what: "shares", expected: values.count, found: shares.count)
    }
    self.estimate = estimate
    self.values = values
    self.shares = shares
    self.population = population
    self.isExhaustive = isExhaustive
    self.slack = slack
  }

  /// The smallest p-value there can be.
  public var floor: Double { 1 / Double(values.count + 1) }

  /// The place of the effect found among all; 1 is the largest.
  public func rank(_ alternative: EffectAlternative = .twoSided) -> Int {
    let own = alternative.size(estimate) - slack
    return 1 + values.count { PlaceboDistribution.reaches(alternative.size($0), own) }
  }

  /// The p-value of no effect in any zone.
  public func pValue(_ alternative: EffectAlternative = .twoSided) -> Double {
    Double(rank(alternative)) / Double(values.count + 1)
  }

  /// The standard error of the p-value where assignments are drawn; 0 where all are there.
  public func monteCarloError(_ alternative: EffectAlternative = .twoSided) -> Double {
    guard !isExhaustive else { return 0 }
    let p = pValue(alternative)
    // Drawing without replacement from `population`.
    let left = population > 1 ? max(0, (population - Double(values.count)) / (population - 1)) : 0
    return (p * (1 - p) / Double(values.count) * left).squareRoot()
  }

  /// The mean of the values.
  public var mean: Double { values.reduce(0, +) / Double(values.count) }

  /// √ of the mean squared distance of the values from their mean.
  public var standardDeviation: Double {
    let mean = mean
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
  }

  /// All effects that the assignments do not speak against.
  ///
  /// - Returns: The interval, open on one side for a one-sided question; or ``Indicators/Reason/tooFewAssignments`` where the
  ///   smallest p-value is above 1 − level, so that nothing could be ruled out.
  public func interval(
    level: ConfidenceInterval.Level = .p95, _ alternative: EffectAlternative = .twoSided
  ) -> Result<ConfidenceInterval, Reason> {
    // τ₀ stays where 1 + count > (1 − level)(assignments + 1): from the m-th of the bounds on.
    let m = Int(((1 - level.value) * Double(values.count + 1) + 1e-9).rounded(.down))
    guard m > 0 else { return .failure(.tooFewAssignments) }
    let bounds = zip(values, shares).map { self.bounds($0, $1) }
    var (lower, upper) = (-Double.infinity, Double.infinity)
    switch alternative {
    case .twoSided:
      lower = bounds.map { min($0.direct, $0.mirrored) }.sorted()[m - 1]
      upper = bounds.map { max($0.direct, $0.mirrored) }.sorted { $0 > $1 }[m - 1]
    case .greater: lower = bounds.map { $0.isEndless ? -Double.infinity : $0.direct }.sorted()[m - 1]
    case .less: upper = bounds.map { $0.isEndless ? Double.infinity : $0.direct }.sorted { $0 > $1 }[m - 1]
    }
    guard lower.isFinite || upper.isFinite,
      let interval = ConfidenceInterval(lower: lower, upper: upper, level: level)
    else { return .failure(.tooFewAssignments) }
    return .success(interval)
  }

  /// A share that is one but for rounding.
  private static let wholeShare = 1 - 1e-9

  /// Where |value − share·τ₀| = |estimate − τ₀|: the value is at least as large between the two. A share of one or more lets go
  /// of no effect.
  private func bounds(
    _ value: Double, _ share: Double
  ) -> (direct: Double, mirrored: Double, isEndless: Bool) {
    guard abs(share) < Self.wholeShare else { return (-.infinity, .infinity, true) }
    return ((estimate - value) / (1 - share), (estimate + value) / (1 + share), false)
  }

  /// The values as they would be had each assignment the noise of the true one: v = A + B · load is fitted to the squares with
  /// A, B ≥ 0, and a value is multiplied with √(v_own / v).
  ///
  /// Loads are what the variance that comes from small numbers is proportional to: Σ squared weights over size. The answer is
  /// no longer exact; it is right where zones of unequal size would not be exchangeable.
  ///
  /// - Throws: ``EffectError/shape(what:expected:found:)``; ``EffectError/constantOutcomes`` where all values are 0.
  /// - Reference: Ferman and Pinto (2019) Rev Econ Stat 101:452.
  public func rescaled(loads: [Double], own: Double) throws(EffectError) -> PlaceboSample {
    guard loads.count == values.count else {
      throw .shape(what: "loads", expected: values.count, found: loads.count)
    }
    let n = Double(values.count)
    let (meanLoad, meanSquare) = (loads.reduce(0, +) / n, values.reduce(0) { $0 + $1 * $1 } / n)
    guard meanSquare > 0 else { throw .constantOutcomes }
    var (cross, spread) = (0.0, 0.0)
    for (load, value) in zip(loads, values) {
      cross += (load - meanLoad) * (value * value - meanSquare)
      spread += (load - meanLoad) * (load - meanLoad)
    }
    var slope = spread > 0 ? max(0, cross / spread) : 0
    var constant = meanSquare - slope * meanLoad
    if constant < 0 {
      constant = 0
      slope =
        zip(loads, values).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / loads.reduce(0) { $0 + $1 * $1 }
    }
    let target = constant + slope * own
    let factors = loads.map { (target / (constant + slope * $0)).squareRoot() }
    return try PlaceboSample(
      estimate: estimate, values: zip(values, factors).map { $0 * $1 },
      shares: zip(shares, factors).map { $0 * $1 }, population: population, isExhaustive: isExhaustive,
      slack: slack)
  }
}

extension Reason {
  /// So few assignments are possible that no effect could be ruled out at the level asked for.
  public static let tooFewAssignments = Reason("too-few-assignments")
}
