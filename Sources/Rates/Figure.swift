import Estimates
import Indicators

/// A figure with what its interval needs, whatever its kind.
///
///     let figure = try Figure(panel[zone: 3, period: 0], kind: .proportion)
///     figure.estimate().scaled(by: panel.multiplier)
///
/// Which interval a cell gets follows from the declared kind, never from how the number looks.
public enum Figure: Sendable, Hashable {
  /// A share.
  case proportion(Proportion)
  /// Events per person or person-year.
  case rate(Rate)
  /// Events by themselves.
  case count(Rate)
  /// A mean of observations.
  case mean(SampleMean)

  /// The figure in a cell.
  ///
  /// Shares and rates need numerator and denominator; a count needs its value. Means in a panel have no standard
  /// deviation, medians and indices no counts: they are refused, and so is what has no declared kind.
  public init(_ cell: Cell, kind: IndicatorKind?) throws(FigureRefusal) {
    if let reason = cell.status.reason { throw FigureRefusal(reason) }
    do {
      switch kind {
      case .proportion?:
        guard let x = cell.numerator, let n = cell.denominator else {
          throw FigureRefusal(.needsNumeratorAndDenominator)
        }
        self = .proportion(try Proportion(of: x, in: n))
      case .rate?:
        guard let x = cell.numerator, let n = cell.denominator else {
          throw FigureRefusal(.needsNumeratorAndDenominator)
        }
        self = .rate(try Rate(of: x, in: n))
      case .count?:
        guard let x = cell.numerator ?? cell.value else { throw FigureRefusal(.missing) }
        self = .count(try Rate(count: x))
      case .mean?: throw FigureRefusal(.needsCountAndDeviation)
      case .median?, .index?: throw FigureRefusal(.noIntervalForKind)
      case nil: throw FigureRefusal(.unknownKind)
      }
    } catch let refusal as FigureRefusal {
      throw refusal
    } catch let error as StatisticsError {
      throw FigureRefusal(error.reason)
    } catch {
      throw FigureRefusal(.missing)
    }
  }

  /// The value with its interval; times the panel's multiplier it is in the panel's unit.
  public func estimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    switch self {
    case .proportion(let share): share.wilson(level: level)
    case .rate(let rate), .count(let rate): rate.estimate(level: level)
    case .mean(let mean): mean.estimate(level: level)
    }
  }
}

/// Why a cell is no figure with an interval.
public struct FigureRefusal: Error, Sendable, Hashable {
  /// The reason.
  public let reason: Reason

  /// A refusal.
  public init(_ reason: Reason) { self.reason = reason }
}
