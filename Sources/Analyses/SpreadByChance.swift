import Distributions
import Estimates
import Indicators

extension Reason {
  /// The units differ by no more than chance would make them, so an interval of their spread would say nothing.
  public static let spreadWithinChance = Reason("spread-within-chance")
}

extension Diagnostic {
  /// A good part of the spread is chance: measures of spread are too high for small units.
  public static let spreadPartlyChance = Diagnostic("spread-partly-chance")
}

/// How much of the spread between units chance alone would give.
///
/// With p = Σx/Σn, X² = Σ(xᵢ − nᵢp)²/(nᵢp(1 − p)) for shares, without 1 − p for rates. Under chance alone its mean is k − 1, so
/// (k − 1)/X² estimates the share of the spread that is chance. Measures of spread are never below what chance gives, and
/// their intervals, made for figures without error, then miss the true spread: near equality nearly always.
struct SpreadByChance {
  /// (k − 1)/X², not above 1.
  let share: Double
  /// P(χ²(k − 1) ≥ X²).
  let pValue: Double

  /// `nil` where the counts are unknown or there is nothing to compare.
  init?(_ units: InequalityUnits) {
    guard let events = units.events, let persons = units.persons, events.count > 1 else { return nil }
    let total = persons.reduce(0, +)
    let p = events.reduce(0, +) / total
    let variance = units.bound == nil ? p : p * (1 - p)
    guard total > 0, variance > 0, persons.allSatisfy({ $0 > 0 }) else { return nil }
    let squares = zip(events, persons).reduce(0.0) { sum, unit in
      let rest = unit.0 - unit.1 * p
      return sum + rest * rest / (unit.1 * variance)
    }
    let freedom = Double(events.count - 1)
    guard let chi = try? ChiSquared(degreesOfFreedom: freedom) else { return nil }
    share = squares > freedom ? freedom / squares : 1
    pValue = chi.survival(squares)
  }

  /// A measure of spread, without its interval where chance alone could have made the spread, and marked where chance made
  /// more than a tenth of it.
  func doubting(_ estimate: Estimate) -> Estimate {
    let isChance = pValue >= 0.05
    return Estimate(
      estimate.value, interval: isChance ? nil : estimate.interval,
      intervalReason: isChance ? .spreadWithinChance : estimate.intervalReason,
      standardError: isChance ? nil : estimate.standardError, method: estimate.method, n: estimate.n,
      diagnostics: estimate.diagnostics + (share > 0.1 ? [.spreadPartlyChance] : []))
  }
}
