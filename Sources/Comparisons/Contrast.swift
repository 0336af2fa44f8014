import Estimates
import Indicators
import Rates

/// One figure against another of the same kind, from disjoint populations: difference, ratio and p-value.
///
///     let contrast = try Contrast(Figure(torstrand, kind: .proportion), against: Figure(rest, kind: .proportion))
///     contrast.difference().scaled(by: 100)     // percentage points
///     try contrast.ratio()
///     contrast.pValue
///
/// The populations must not overlap. A zone against the whole it is part of compares it in part with itself; use
/// ``Indicators/Panel/whole(_:minus:as:)`` for the rest.
public enum Contrast: Sendable, Hashable {
  /// Two shares.
  case proportions(Proportion, Proportion)
  /// Two rates.
  case rates(Rate, Rate)
  /// Two means with two observations or more each.
  case means(MeanDifference)

  /// A contrast of two figures.
  ///
  /// Bare counts are refused, as are figures of unlike kinds: the larger population would have more of everything.
  public init(_ first: Figure, against second: Figure) throws(FigureRefusal) {
    switch (first, second) {
    case (.proportion(let one), .proportion(let other)): self = .proportions(one, other)
    case (.rate(let one), .rate(let other)): self = .rates(one, other)
    case (.mean(let one), .mean(let other)):
      do {
        self = .means(try MeanDifference(one, minus: other))
      } catch {
        throw FigureRefusal(error.reason)
      }
    case (.count, .count): throw FigureRefusal(.needsNumeratorAndDenominator)
    default: throw FigureRefusal(.unlikeKinds)
    }
  }

  /// The difference with its interval: Newcombe, square-and-add, or Welch.
  public func difference(level: ConfidenceInterval.Level = .p95) -> Estimate {
    switch self {
    case .proportions(let one, let other): ProportionDifference(one, minus: other).newcombe(level: level)
    case .rates(let one, let other): RateDifference(one, minus: other).estimate(level: level)
    case .means(let means): means.welch(level: level)
    }
  }

  /// The ratio with its interval: Koopman's score, or exact conditional.
  ///
  /// - Throws: ``Rates/FigureRefusal`` where the comparator is 0, and for means, whose zero may be arbitrary.
  public func ratio(level: ConfidenceInterval.Level = .p95) throws(FigureRefusal) -> Estimate {
    do {
      switch self {
      case .proportions(let one, let other): return try ProportionRatio(one, to: other).koopman(level: level)
      case .rates(let one, let other): return try RateRatio(one, to: other).exact(level: level)
      case .means: break
      }
    } catch {
      throw FigureRefusal(error.reason)
    }
    throw FigureRefusal(.noIntervalForKind)
  }

  /// The two-sided p-value of no difference.
  public var pValue: Double {
    switch self {
    case .proportions(let one, let other): pooledScorePValue(one, other)
    case .rates(let one, let other): conditionalPValue(one, other)
    case .means(let means): means.pValue
    }
  }
}

extension Reason {
  /// The two figures are of different kinds.
  public static let unlikeKinds = Reason("unlike-kinds")
}
