import Foundation
import Indicators

/// Whether an indicator can tell anything about an effect worth having: the traffic light beside every estimate.
///
///     Informativeness(detectable, level: 48).verdict      // .uninformative: could only show a change of 38 %
///
/// - Rule: *informative* where the detectable effect is at most the smallest effect of interest; without one, at most a quarter
///   of the level (the counterfactual or the baseline), which is what programmes are rarely better than.
/// - *Uninformative* where it is larger, or where J + 1 < 1/α, so that the rank test cannot reject whatever happens.
/// - *Cannot say* where neither a smallest effect of interest nor a level other than zero is known.
/// - The verdict looks at the design only, never at the estimate. There is no verdict *no effect*: an uninformative
///   indicator that shows nothing has said nothing. To rule an effect out, see ``Equivalence``.
/// - Missing: what is not known is `nil` and is never taken for zero.
public struct Informativeness: Sendable, Equatable {
  /// What the indicator can tell.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// An effect of interest would probably be seen.
    case informative
    /// An effect of interest would probably not be seen.
    case uninformative
    /// It is not known what an effect of interest would be.
    case cannotSay = "cannot-say"
  }

  /// The verdict.
  public let verdict: Verdict
  /// Why it is not *informative*.
  public let reason: Reason?
  /// What can be seen, in the unit of the outcome.
  public let detectable: Double
  /// What it was held against, in the unit of the outcome; `nil` where there was nothing.
  public let threshold: Double?

  /// A verdict on a detectable effect.
  ///
  /// - Parameters:
  ///   - effect: What can be seen.
  ///   - smallestOfInterest: The smallest effect worth seeing, in the unit of the outcome; its sign does not matter.
  ///   - level: The counterfactual or baseline level on the same scale. For logarithms the quarter is log 1.25, and no level is
  ///     needed.
  ///   - share: The share of the level that counts where no smallest effect was named.
  ///   - scale: On what scale the outcomes of the design are.
  public init(
    _ effect: DetectableEffect, smallestOfInterest: Double? = nil, level: Double? = nil,
    share: Double = 0.25, scale: DetectableSize.Scale = .natural
  ) {
    detectable = effect.value
    if let smallestOfInterest, smallestOfInterest != 0, smallestOfInterest.isFinite {
      threshold = abs(smallestOfInterest)
    } else {
      threshold = Self.standard(share: share, level: level, scale: scale, falls: effect.alternative == .less)
    }
    if !effect.canReject {
      (verdict, reason) = (.uninformative, .floorAboveLevel)
    } else if let threshold {
      let seen = effect.value <= threshold
      (verdict, reason) = seen ? (.informative, nil) : (.uninformative, .effectOfInterestTooSmall)
    } else {
      (verdict, reason) = (.cannotSay, .noEffectOfInterest)
    }
  }

  /// The share of the level as a change on the scale of the outcomes.
  private static func standard(share: Double, level: Double?, scale: DetectableSize.Scale, falls: Bool)
    -> Double?
  {
    guard share > 0, share.isFinite, !falls || share < 1 else { return nil }
    let factor = falls ? 1 - share : 1 + share
    switch scale {
    case .natural: return level.flatMap { $0 != 0 && $0.isFinite ? share * abs($0) : nil }
    case .logarithm: return abs(log(factor))
    case .squareRoot:
      return level.flatMap {
        $0 > 0 && $0.isFinite ? abs(factor.squareRoot() - 1) * $0.squareRoot() : nil
      }
    }
  }
}

extension Reason {
  /// So few placebos that no p-value can get below the level of the test.
  public static let floorAboveLevel = Reason("p-floor-above-level")
  /// An effect of interest would probably not be seen.
  public static let effectOfInterestTooSmall = Reason("effect-of-interest-too-small-to-see")
  /// It is not known how large an effect would be of interest.
  public static let noEffectOfInterest = Reason("no-effect-of-interest")
}

extension Method {
  /// Whether an indicator can tell anything about an effect of interest.
  public static let informativeness = Method("effect.informativeness")
}
