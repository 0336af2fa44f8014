import Distributions
import Estimates
import Evaluation
import Foundation
import Indicators

/// How sure an effect is: error, interval, p-value with its floor, and what could have been seen.
struct EffectInference: Sendable {
  /// The standard error that the interval rests on.
  var standardError: Double?
  /// The standard deviation of the placebos, over J: exact where all sets were tried.
  var placeboError: Double?
  /// The ends of the interval.
  var interval: (lower: Double, upper: Double)?
  /// What the interval is by.
  var intervalMethod: Method?
  /// Whether the interval allows for the treated being of another size than the placebos.
  var allowsForSize = false
  /// The two-sided p-value.
  var pValue: Double?
  /// The smallest p-value there could be.
  var floor: Double?
  /// The place of the treated among all by the size of the effect.
  var rank: Int?
  /// How many placebos there are.
  var placebos: Int?
  /// The place, and the p-value, by the ratio of errors.
  var ratioRank: Int?
  /// The p-value by the ratio of errors.
  var ratioPValue: Double?
  /// The smallest effect that would be seen, on the scale of the estimate.
  var detectable: Double?
  /// Why there is no standard error, where it is not for want of placebos.
  var errorReason: Reason?
  /// Why there is no interval, where it is not for want of placebos.
  var intervalReason: Reason?
  /// What is worth knowing.
  var diagnostics: [Diagnostic] = []

  /// Nothing is known but what is set afterwards.
  init() {}

  /// From placebos: the exact p-value, and an interval that allows for the size of the treated where sizes are known (Ferman and
  /// Pinto), else by Student's t on the spread of the placebos.
  init(_ distribution: PlaceboDistribution, _ context: EffectContext) {
    placebos = distribution.compared
    guard !distribution.placebos.isEmpty else { return }
    pValue = distribution.pValue()
    floor = distribution.floor
    rank = distribution.rank()
    ratioRank = distribution.ratioRank
    ratioPValue = distribution.ratioPValue
    placeboError = distribution.standardError
    guard let spread = PlaceboSpread(distribution) else { return }
    let (level, power) = (context.options.level, context.question.power)
    standardError = distribution.standardError
    interval = spread.interval(around: distribution.fit.effect, level: level)
    intervalMethod = .placeboT
    // Without sizes the ranks must agree with the interval, so that what could be seen is what both can see.
    detectable = spread.detectable(spread.deviation, level: level, power: power).map { size in
      let ranks = try? DetectableEffect(distribution, level: 1 - level.value, power: power)
      return max(size, ranks?.empirical ?? 0)
    }
    if let sizes = context.study.design.sizes {
      // Where sizes are known the placebos are carried to the treated's size first.
      if let carried = try? FermanPinto(distribution, sizes: sizes, scale: context.study.noise) {
        let estimate = carried.estimate(level: level)
        standardError = carried.treatedError
        interval = estimate.interval.map { ($0.lower, $0.upper) }
        intervalMethod = estimate.method
        allowsForSize = true
        detectable = spread.detectable(carried.treatedError, level: level, power: power)
        diagnostics += carried.diagnostics
      } else if Self.differ(sizes, donors: context.study.design.donors) {
        diagnostics.append(.sizesDiffer)
      }
    }
    let bias = abs(distribution.mean)
    if bias > distribution.standardError / 2 { diagnostics.append(.placebosOffZero) }
    if !distribution.refused.isEmpty { diagnostics.append(.placebosRefused) }
    if !distribution.isExhaustive || distribution.permutations?.isExhaustive == false {
      diagnostics.append(.placebosSampled)
    }
    let errors = distribution.placebos.map { $0.rootMeanSquare(over: 0..<distribution.prePeriods) }.sorted()
    let own = distribution.fit.rootMeanSquare(over: 0..<distribution.prePeriods)
    let middle = errors[errors.count / 2]
    if own > 2 * middle, middle > 0 { diagnostics.append(.poorFitBefore) }
  }

  /// Whether a change is told: the interval leaves out zero, and the ranks agree where they can and must.
  ///
  /// An interval that knows no sizes rests on the same placebos as the ranks, and stands against them alone. One for several
  /// treated zones rests on sets of donors, which are too alike; the ranks are over all sets, and exact.
  ///
  /// - Returns: `nil` without an interval.
  func tellsChange(level: ConfidenceInterval.Level, treated: Int) -> Bool? {
    guard let interval else { return nil }
    guard interval.lower > 0 || interval.upper < 0 else { return false }
    return !ranksDisagree(level: level) || (allowsForSize && treated == 1)
  }

  /// Whether the ranks could have told a change at this level, and do not.
  func ranksDisagree(level: ConfidenceInterval.Level) -> Bool {
    guard let floor, let pValue else { return false }
    return floor <= 1 - level.value && pValue > 1 - level.value
  }

  /// Whether the treated is more than twice, or less than half, as large as most donors.
  private static func differ(_ sizes: [Double], donors: Int) -> Bool {
    let known = sizes.prefix(donors).sorted()
    let own = sizes.suffix(sizes.count - donors).reduce(0, +) / Double(max(1, sizes.count - donors))
    guard !known.isEmpty else { return false }
    return own > 2 * known[known.count / 2] || own < known[known.count / 2] / 2
  }

  /// The cards of what intervals are by.
  static let cards = [
    MethodCard(
      .placeboT,
      formula: "τ̂ ± t(J − 1)·s, with s² = Σ(τⱼ − τ̄)²/(J − 1) over the J placebos",
      assumptions:
        "The treated zone swings as much as the placebo zones do; small zones among large ones, or the other way round, break that.",
      reference:
        "Arkhangelsky and others (2021) Am Econ Rev 111:4088, algorithm 4; Student's t for the few placebos"),
    influenceCard,
  ]
}

/// How far placebos lie from each other, and what follows for an effect.
struct PlaceboSpread {
  /// Their standard deviation, over J − 1.
  let deviation: Double
  private let distribution: StudentT

  /// - Returns: `nil` with fewer than two placebos, or where all found the same.
  init?(_ placebos: PlaceboDistribution) {
    let count = Double(placebos.placebos.count)
    guard count > 1 else { return nil }
    deviation = placebos.standardError * (count / (count - 1)).squareRoot()
    guard deviation > 0, deviation.isFinite, let student = try? StudentT(degreesOfFreedom: count - 1) else {
      return nil
    }
    distribution = student
  }

  /// (z(1 − α/2) + z(power))·error: the same for an error that is known.
  static func normal(_ error: Double, level: ConfidenceInterval.Level, power: Double) -> Double? {
    guard let u = try? Normal.standard.upperQuantile(1 - power) else { return nil }
    return (level.normalQuantile + u) * error
  }

  /// effect ± t·s.
  func interval(around effect: Double, level: ConfidenceInterval.Level) -> (lower: Double, upper: Double)? {
    guard let t = try? distribution.upperQuantile((1 - level.value) / 2) else { return nil }
    return (effect - t * deviation, effect + t * deviation)
  }

  /// (t(1 − α/2) + t(power))·error: the true effect whose interval would leave out zero with that probability.
  func detectable(_ error: Double, level: ConfidenceInterval.Level, power: Double) -> Double? {
    guard let t = try? distribution.upperQuantile((1 - level.value) / 2),
      let u = try? distribution.upperQuantile(1 - power)
    else { return nil }
    return (t + u) * error
  }
}

extension Method {
  /// An interval by Student's t around the spread of placebos.
  public static let placeboT = Method("effect-interval.placebo-t")
}

extension Diagnostic {
  /// The placebos' mean is far from zero: the estimator is biased here.
  public static let placebosOffZero = Diagnostic("placebos-off-zero")
  /// There were too many sets of donors to try all; some were drawn.
  public static let placebosSampled = Diagnostic("placebos-sampled")
  /// The treated were met before the start far worse than the placebos.
  public static let poorFitBefore = Diagnostic("poor-fit-before")
}
