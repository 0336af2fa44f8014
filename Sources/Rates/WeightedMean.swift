import Estimates
import Indicators

/// A mean among weighted respondents, with Student's interval on the effective number of them.
///
///     let mean = try WeightedMean(answers: [3, 4, 2, 5], weights: [1.2, 0.8, 1, 1])
///     mean.estimate()
///
///     x̄ = Σwy/Σw      s² = nₑ/(nₑ − 1) · Σw(y − x̄)²/Σw      x̄ ± t(nₑ − 1)·s/√nₑ
///
/// Equal weights give the interval of ``SampleMean``.
///
/// - Shape: an answer and a weight a respondent. Unit: that of the answers. `n` is the number of respondents.
/// - An effective number of 1 or less has no interval: reason `too-few-points`. Fewer than thirty give `few-observations`.
/// - Reference: Kish (1965) *Survey Sampling*.
public struct WeightedMean: Sendable, Hashable {
  /// Σwy/Σw.
  public let value: Double
  /// What the respondents are worth.
  public let size: EffectiveSampleSize
  /// Σw(y − x̄)²/Σw.
  let spread: Double

  /// The mean of weighted answers.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for columns of unequal lengths, answers that are not finite, or bad weights.
  public init(answers: [Double], weights: [Double]) throws(StatisticsError) {
    guard answers.count == weights.count else {
      throw .unequalLengths("answers", answers.count, weights.count)
    }
    for answer in answers where !answer.isFinite { throw .notFinite(what: "answer") }
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
    guard moments.mean.isFinite, moments.deviation.isFinite else { throw .notFinite(what: "mean") }
    value = moments.mean
    spread = moments.deviation / moments.weight
  }

  /// The mean with its interval.
  public func estimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let n = size.value
    let respondents = Double(size.respondents)
    guard n > 1, let t = level.studentQuantile(degreesOfFreedom: n - 1) else {
      return Estimate(value, intervalReason: .tooFewPoints, method: .weightedMean, n: respondents)
    }
    let error = (spread / (n - 1)).squareRoot()
    return Estimate(
      value, interval: ConfidenceInterval(lower: value - t * error, upper: value + t * error, level: level),
      standardError: error, method: .weightedMean, n: respondents,
      diagnostics: n < Double(SampleMean.fewObservations) ? [.fewObservations] : [])
  }
}

extension Method {
  /// A mean among weighted respondents, Student's interval on the effective number.
  public static let weightedMean = Method("survey.weighted-mean")
}
