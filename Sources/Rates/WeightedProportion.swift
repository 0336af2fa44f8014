import Estimates
import Indicators

/// A share among weighted respondents, with Wilson's interval on the effective number of them.
///
///     let share = try WeightedProportion(answers: [1, 0, 1, 1], weights: [1.2, 0.8, 1, 1])
///     share.estimate()
///
/// p = Σwy/Σw for answers y of 0 or 1, and the interval of ``Proportion/wilson(level:)`` for p·nₑ of nₑ, with nₑ of
/// ``EffectiveSampleSize``. Equal weights give the interval of the plain share.
///
/// - Shape: an answer and a weight a respondent. Unit: share in 0…1. `n` is the number of respondents, not of residents.
/// - Those who did not answer are not in it; the caller says how many they were.
/// - The weights are taken as known. Raking them to margins (``Raking``) takes out some of the variation the interval still
///   counts where the margins follow the answer, so the interval is then rather too wide.
/// - References: Kish (1965) *Survey Sampling*; Korn and Graubard (1998) Surv Methodol 24:193.
public struct WeightedProportion: Sendable, Hashable {
  /// Σwy/Σw.
  public let value: Double
  /// What the respondents are worth.
  public let size: EffectiveSampleSize

  /// The share of weighted answers.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for columns of unequal lengths, answers other than 0 and 1, or bad weights.
  public init(answers: [Double], weights: [Double]) throws(StatisticsError) {
    guard answers.count == weights.count else {
      throw .unequalLengths("answers", answers.count, weights.count)
    }
    for answer in answers where answer != 0 && answer != 1 { throw .parameter(name: "answer", value: answer) }
    let moments = WeightedMoments.groups(
      answers, weights, of: [Int32](repeating: 0, count: answers.count), count: 1)
    try self.init(moments[0])
  }

  /// The same from the moments of a group.
  ///
  /// - Throws: ``Estimates/StatisticsError`` where nobody answered, or a number is not finite.
  public init(_ moments: WeightedMoments) throws(StatisticsError) {
    size = try EffectiveSampleSize(
      respondents: moments.respondents, sum: moments.weight, squares: moments.squaredWeight)
    value = min(1, max(0, moments.mean))
  }

  /// The share with its interval.
  public func estimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let n = size.value
    // Rounding may leave p·nₑ a unit in the last place above nₑ.
    guard let share = try? Proportion(of: min(n, value * n), in: n) else {
      return Estimate(
        value, intervalReason: .emptyDenominator, method: .weightedProportion, n: Double(size.respondents))
    }
    let wilson = share.wilson(level: level)
    return Estimate(
      value, interval: wilson.interval, standardError: wilson.standardError, method: .weightedProportion,
      n: Double(size.respondents), diagnostics: wilson.diagnostics)
  }
}

extension Method {
  /// A share among weighted respondents, Wilson's interval on the effective number.
  public static let weightedProportion = Method("survey.weighted-proportion")
}
