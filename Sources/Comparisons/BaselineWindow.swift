import Estimates
import Indicators
import Rates

/// One zone's figures over a window of periods, added up: Σ numerator / Σ denominator.
///
///     let window = try BaselineWindow(panel, zone: 3, periods: 0..<5)
///     window.estimate()                                // in the panel's unit, with interval
///     let gap = try window.contrast(with: rest)        // against the same window of another zone
///
/// - A share: Wilson on the sums. A rate: the count interval on Σ events over Σ denominators (person-years). A count: the
///   mean number a period.
/// - A hidden period refuses the whole window: a sum that leaves it out would be a sum of something else. A missing one is
///   left out of numerator and denominator alike, and the diagnostic `incomplete-window` says so.
/// - Periods of the window must not overlap, or years would count twice.
/// - The intervals take the periods for independent; persons who are counted every year make them too narrow.
public struct BaselineWindow: Sendable, Hashable {
  /// The sums with what their interval needs.
  public let figure: Figure
  /// Σ numerator; of counts Σ value.
  public let numerator: Double
  /// Σ denominator; of counts the number of periods.
  public let denominator: Double
  /// Periods with a figure.
  public let observedPeriods: Int
  /// Periods without one.
  public let missingPeriods: Int
  /// Value = multiplier · numerator / denominator.
  public let multiplier: Double

  /// The window of a zone, by position.
  ///
  /// - Throws: ``Rates/FigureRefusal`` with the reason.
  public init(_ panel: Panel, zone: Int, periods: some Sequence<Int>) throws(FigureRefusal) {
    let chosen = Array(periods)
    guard !chosen.map({ panel.periods[$0] }).anyOverlap else { throw FigureRefusal(.overlappingPeriods) }
    guard panel.kind == .count || panel.hasParts || panel.kind == nil else {
      throw FigureRefusal(panel.additionRefusal ?? .needsNumeratorAndDenominator)
    }
    var (numerator, denominator, observed, missing) = (0.0, 0.0, 0, 0)
    for period in chosen {
      let cell = panel[zone: zone, period: period]
      if cell.status.isSuppressed { throw FigureRefusal(.suppressed) }
      guard cell.status.isObserved else {
        missing += 1
        continue
      }
      numerator += cell.numerator ?? cell.value ?? 0
      denominator += panel.kind == .count ? 1 : cell.denominator ?? 0
      observed += 1
    }
    guard observed > 0 else { throw FigureRefusal(.missing) }
    self.numerator = numerator
    self.denominator = denominator
    observedPeriods = observed
    missingPeriods = missing
    multiplier = panel.multiplier
    do {
      switch panel.kind {
      case .proportion?: figure = .proportion(try Proportion(of: numerator, in: denominator))
      case .rate?: figure = .rate(try Rate(of: numerator, in: denominator))
      case .count?: figure = .count(try Rate(of: numerator, in: denominator))
      case nil: throw FigureRefusal(.unknownKind)
      default: throw FigureRefusal(panel.additionRefusal ?? .noIntervalForKind)
      }
    } catch let refusal as FigureRefusal {
      throw refusal
    } catch let error as StatisticsError {
      throw FigureRefusal(error.reason)
    } catch {
      throw FigureRefusal(.missing)
    }
  }

  /// The level in the window, in the panel's unit.
  public func estimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let found = figure.estimate(level: level).scaled(by: multiplier)
    guard missingPeriods > 0 else { return found }
    return Estimate(
      found.value, interval: found.interval, intervalReason: found.intervalReason,
      standardError: found.standardError, method: found.method, n: found.n,
      diagnostics: found.diagnostics + [.incompleteWindow])
  }

  /// This window against that of a comparator; its difference is in shares or events per unit: scale by ``multiplier``.
  public func contrast(with comparator: BaselineWindow) throws(FigureRefusal) -> Contrast {
    try Contrast(figure, against: comparator.figure)
  }
}

extension Diagnostic {
  /// Some periods of the window have no figure; they are left out of numerator and denominator.
  public static let incompleteWindow = Diagnostic("incomplete-window")
}
