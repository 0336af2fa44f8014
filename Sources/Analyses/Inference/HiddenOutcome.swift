import Foundation

/// What a hidden figure can be on the scale of an outcome, given what is declared of its count.
///
///     // 1 to 4 cases among 250 persons, per cent
///     HiddenOutcome.range(count: 1...4, denominator: 250...250, multiplier: 100)      // 0.4 … 1.6
///
/// multiplier · n/d rises with the count n and falls with the denominator d, so the least is at the least n and the largest d, and
/// the most the other way round; logarithms log((n + ½)/d) and roots rise with it.
///
/// - Units: those of the outcome's scale.
/// - `nil` where an end is no finite number, such as the logarithm over a denominator of zero.
/// - What is not true: that the bounds say how likely a value between them is.
public enum HiddenOutcome {
  /// The outcomes between the least and the largest count.
  ///
  /// - Parameters:
  ///   - count: What the count can be, zero or more.
  ///   - denominator: What the denominator can be, above zero; `nil` for a bare count.
  ///   - multiplier: Value = multiplier · count / denominator.
  ///   - scale: The scale of the outcome.
  public static func range(
    count: ClosedRange<Double>, denominator: ClosedRange<Double>? = nil, multiplier: Double = 1,
    scale: OutcomeScale = .natural
  ) -> ClosedRange<Double>? {
    guard count.lowerBound >= 0, denominator.map({ $0.lowerBound > 0 }) ?? true, multiplier > 0 else {
      return nil
    }
    func outcome(_ count: Double, _ denominator: Double?) -> Double {
      switch scale {
      case .natural: denominator.map { multiplier * (count / $0) } ?? count
      case .log: log((count + 0.5) / (denominator ?? 1))
      case .squareRoot: (denominator.map { multiplier * (count / $0) } ?? count).squareRoot()
      }
    }
    let least = outcome(count.lowerBound, denominator?.upperBound)
    let most = outcome(count.upperBound, denominator?.lowerBound)
    guard least.isFinite, most.isFinite, least <= most else { return nil }
    return least...most
  }
}
