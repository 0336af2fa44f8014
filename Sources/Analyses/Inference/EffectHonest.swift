import Estimates
import Evaluation
import Indicators

/// What is left of a difference in differences where trends need not be parallel, for a grid of bounds and both restrictions.
///
/// The event study is against the last period before the start, whatever reference the estimator has. Its covariance is that of the
/// placebo zones' event studies, each carried to the treated's size where sizes are known.
struct EffectHonest: Sendable {
  /// One restriction with its intervals.
  struct Part: Sendable {
    let method: Method
    let restriction: String
    var intervals: [HonestInterval] = []
    var breakdown: HonestBreakdown?
    var reason: Reason?
  }

  /// M̄ of the table.
  static let magnitudes = [0.0, 0.5, 1, 1.5, 2]
  /// M of the table, in standard errors of the estimate.
  static let slopes = [0.0, 0.25, 0.5, 1]
  /// The largest M̄, and the largest M in standard errors, that a breakdown is looked for at.
  static let most = 5.0

  /// The estimate against the last period before the start; `nil` where there is none.
  private(set) var estimate: Double?
  /// How many periods before the reference were used.
  private(set) var periods = 0
  /// Both restrictions.
  private(set) var parts: [Part]

  /// - Returns: `nil` for an estimator that fits the periods before the start: their differences say nothing then.
  init?(_ estimator: some EffectEstimator, _ context: EffectContext) {
    guard estimator is DifferenceInDifferences || estimator is EventStudy else { return nil }
    parts = [
      Part(method: .honestRelative, restriction: "relative-magnitudes"),
      Part(method: .honestSmoothness, restriction: "smoothness"),
    ]
    do throws(EffectError) {
      try fill(context)
    } catch {
      for place in parts.indices where parts[place].intervals.isEmpty { parts[place].reason = error.reason }
    }
  }

  private mutating func fill(_ context: EffectContext) throws(EffectError) {
    let study = try Self.study(context)
    estimate = study.estimate
    periods = study.before.count
    let level = 1 - context.options.level.value
    for bound in Self.magnitudes {
      parts[0].intervals.append(try study.relativeMagnitudes(bound, level: level))
    }
    parts[0].breakdown = try study.breakdown(level: level, most: Self.most)
    for bound in Self.slopes {
      parts[1].intervals.append(try study.smoothness(bound * study.standardError, level: level))
    }
    parts[1].breakdown = try study.smoothnessBreakdown(level: level, most: Self.most * study.standardError)
  }

  /// The event study of the treated with the placebos' covariance.
  private static func study(_ context: EffectContext) throws(EffectError) -> HonestDifferences {
    let design = context.study.design
    let placebos = try PlaceboDistribution(
      EventStudy(reference: .lastPrePeriod), design, limit: context.question.placeboLimit,
      seed: context.options.seed, threads: context.options.threads)
    let (reference, count) = (design.prePeriods - 1, placebos.placebos.count)
    guard reference > 0 else { throw .tooFewPrePeriods(needed: 2, found: design.prePeriods) }
    // Twice as many placebos as coefficients, as HonestDifferences has it.
    let earlier = min(reference, max(1, count / 2 - design.postPeriods))
    let columns = Array(reference - earlier..<reference) + Array(design.prePeriods..<design.periods)
    guard count > columns.count else { throw .tooFewDonors(needed: columns.count + 1, found: count) }
    let carried = try? FermanPinto(placebos, sizes: design.sizes, scale: context.study.noise)
    // J − 1 in the denominator, as sample covariances have it.
    let unbiased = (Double(count) / Double(count - 1)).squareRoot()
    let factors = (carried?.factors ?? placebos.effects.map { _ in 1 }).map { $0 * unbiased }
    let spread = try PlaceboCovariance(placebos, periods: columns, factors: factors)
    let own = columns.map { placebos.fit.effects[$0] }
    return try HonestDifferences(
      before: Array(own[..<earlier]), after: Array(own[earlier...]), covariance: spread.matrix)
  }

  /// The M̄ from which on the interval holds zero; ``most`` where it was not reached.
  var breakdown: Double? { parts[0].breakdown?.value }
  /// Why there is none.
  var reason: Reason { parts[0].reason ?? .notApplicable }
}
