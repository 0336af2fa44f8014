import Evaluation
import Foundation
import Indicators

/// A zone's cells as an estimator sees them: on its scale, and how large the zone is.
struct EffectOutcomes {
  let panel: Panel
  let scale: OutcomeScale

  /// The outcome of a cell, or the reason there is none on this scale.
  ///
  /// Where events are counted, ½ is added to every count before the logarithm, so that zeros have one; the same for all zones
  /// and periods, since adding it to zeros alone would move them past small counts.
  func outcome(zone: Int, period: Int) -> Result<Double, RefusedArithmetic> {
    let cell = panel.index(zone: zone, period: period)
    let value = panel.values[cell]
    switch scale {
    case .natural: return .success(value)
    case .squareRoot:
      return value >= 0
        ? .success(value.squareRoot()) : .failure(RefusedArithmetic(reason: .needsPositiveFigures))
    case .log:
      let result: Double
      if let events, let below = denominator(cell) {
        result = below > 0 ? log((events[cell] + 0.5) / below) : .nan
      } else if panel.isCount {
        result = log(value + 0.5)
      } else {
        result = log(value)
      }
      return result.isFinite ? .success(result) : .failure(RefusedArithmetic(reason: .needsPositiveFigures))
    }
  }

  /// The columns of events; of shares and rates the numerators.
  private var events: [Double]? { panel.hasParts ? panel.numerators : nil }

  private func denominator(_ cell: Int) -> Double? {
    panel.denominators.map { $0[cell] }.flatMap { $0.isFinite ? $0 : nil }
  }

  /// How many persons or events a zone has in a period, on average over periods; `nil` where nobody knows.
  func population(_ zone: Int, _ periods: [Int]) -> Double? {
    let cells = periods.map { panel.index(zone: zone, period: $0) }
    let sizes =
      panel.denominators.map { all in cells.map { all[$0] } }
      ?? (panel.isCount ? cells.map { panel.values[$0] } : [])
    let known = sizes.filter(\.isFinite)
    guard !known.isEmpty else { return nil }
    return known.reduce(0, +) / Double(known.count)
  }

  /// What a zone's noise depends on, and how: of shares and rates the events to be expected in a period, of bare counts the mean
  /// count, else the denominator; `nil` where nobody knows.
  ///
  /// The donors' figures before the start set the rate, and counts are those before the start, so that an effect does not change
  /// its own weight.
  ///
  /// - Parameters:
  ///   - donors: The donors of the design, in its order.
  ///   - treated: The treated, in its order.
  ///   - before: The periods before the start.
  ///   - periods: All its periods.
  func sizes(donors: [Int], treated: [Int], before: [Int], periods: [Int]) -> (
    sizes: [Double], scale: NoiseScale
  )? {
    let zones = donors + treated
    if panel.hasParts, let events, let below = panel.denominators {
      var (tops, bottoms) = (0.0, 0.0)
      for zone in donors {
        for period in before {
          let cell = panel.index(zone: zone, period: period)
          tops += events[cell]
          bottoms += below[cell]
        }
      }
      // Of a share that is nearly everybody, those who are not are the few.
      let share = tops / bottoms
      let rate = panel.kind == .proportion ? min(share, 1 - share) : share
      return positive(zones.map { zone in (population(zone, periods) ?? .nan) * rate }).map { ($0, .level) }
    }
    if panel.isCount {
      return positive(zones.map { population($0, before) ?? .nan }).map {
        ($0, scale == .natural ? .count : .level)
      }
    }
    guard panel.denominators != nil else { return nil }
    return positive(zones.map { population($0, periods) ?? .nan }).map { ($0, .level) }
  }

  private func positive(_ sizes: [Double]) -> [Double]? {
    sizes.allSatisfy { $0 > 0 && $0.isFinite } ? sizes : nil
  }
}

extension Reason {
  /// The scale needs figures above zero.
  public static let needsPositiveFigures = Reason("needs-positive-figures")
}
