import Estimates
import Foundation
import Indicators

/// The effect on counts as a log ratio, with the model's own error and the paths in rates.
public struct CountEffect: Sendable, Equatable {
  /// τ: the log of a rate ratio, in binomial models of an odds ratio.
  public let logRatio: Double
  /// The model's standard error of τ, with φ where the model is a quasi one.
  public let standardError: Double
  /// φ = X²/(n − p), whether or not it is used.
  public let dispersion: Double
  /// n − p.
  public let residualDegreesOfFreedom: Int
  /// Units and periods left out because they had no event, or in binomial models nothing else.
  public let left: Int
  /// How it was computed.
  public let method: Method
  /// The treated's rate in each period.
  public let observed: [Double]
  /// The treated's rate in each period had there been no programme, by the model.
  public let counterfactual: [Double]
  private let isQuasi: Bool
  private let n: Double

  init(
    _ design: CountDesign, _ cells: TwoWayCells, means: [Double], logRatio: Double, standardError: Double,
    dispersion: Double, residualDegreesOfFreedom: Int, isQuasi: Bool, isLogit: Bool, method: Method
  ) {
    self.logRatio = logRatio
    self.standardError = standardError
    self.dispersion = dispersion
    self.residualDegreesOfFreedom = residualDegreesOfFreedom
    self.isQuasi = isQuasi
    self.method = method
    left = cells.left
    n = cells.counts.reduce(0, +)
    let (counts, periods) = (design.counts, design.counts.periods)
    var events = [Double](repeating: 0, count: periods)
    var persons = events
    var without = events
    for unit in counts.donors..<counts.units {
      for period in 0..<periods {
        events[period] += counts.outcomes[unit * periods + period]
        persons[period] += design.exposures[unit * periods + period]
      }
    }
    for cell in cells.counts.indices where cells.unit[cell] >= counts.donors {
      guard cells.treatment[cell] != 0 else {
        without[cells.period[cell]] += means[cell]
        continue
      }
      let share = means[cell] / cells.exposures[cell]
      // The odds without the effect, back to a share.
      let bare = isLogit ? share / (share + (1 - share) * exp(logRatio)) : share * exp(-logRatio)
      without[cells.period[cell]] += bare * cells.exposures[cell]
    }
    observed = zip(events, persons).map { $0 / $1 }
    counterfactual = zip(without, persons).map { $0 / $1 }
  }

  /// τ with Wald's interval: the normal distribution, or where φ is used Student's t.
  public func estimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let quantile =
      isQuasi
      ? level.studentQuantile(degreesOfFreedom: Double(residualDegreesOfFreedom)) ?? .infinity
      : level.normalQuantile
    return Estimate(
      logRatio,
      interval: ConfidenceInterval(
        lower: logRatio - quantile * standardError, upper: logRatio + quantile * standardError, level: level),
      standardError: standardError, method: method, n: n, diagnostics: [.samplingErrorOnly])
  }

  /// The effect as a fit: τ on the log scale, the paths in rates.
  public var effectFit: EffectFit {
    EffectFit(effect: logRatio, observed: observed, counterfactual: counterfactual)
  }
}

/// The cells of a design that say something: those of units and periods with events.
struct TwoWayCells: Sendable {
  /// The units that are left, as in the design.
  let units: [Int]
  /// The periods that are left.
  let periods: [Int]
  let unit: [Int]
  let period: [Int]
  let counts: [Double]
  let exposures: [Double]
  let treatment: [Double]
  /// How many units and periods are not.
  let left: Int

  /// - Parameter isShare: Whether units and periods in which all have the event are left out too.
  init(_ design: CountDesign, isShare: Bool) throws(EffectError) {
    let counts = design.counts
    let length = counts.periods
    func cell(_ unit: Int, _ period: Int) -> Int { unit * length + period }
    func says(_ cells: [Int]) -> Bool {
      cells.contains { counts.outcomes[$0] > 0 }
        && !(isShare && cells.allSatisfy { counts.outcomes[$0] == design.exposures[$0] })
    }
    if isShare,
      let over = counts.outcomes.indices.first(where: { counts.outcomes[$0] > design.exposures[$0] })
    {
      throw .parameter(name: "count", value: counts.outcomes[over])
    }
    let units = (0..<counts.units).filter { unit in says((0..<length).map { cell(unit, $0) }) }
    let periods = (0..<length).filter { period in says(units.map { cell($0, period) }) }
    for isTreated in [false, true] {
      for isAfter in [false, true] {
        let block = units.filter { ($0 >= counts.donors) == isTreated }.flatMap { unit in
          periods.filter { ($0 >= counts.prePeriods) == isAfter }.map { cell(unit, $0) }
        }
        guard says(block) else { throw .noEvents }
      }
    }
    self.units = units
    self.periods = periods
    left = counts.units + length - units.count - periods.count
    unit = units.flatMap { unit in periods.map { _ in unit } }
    period = units.flatMap { _ in periods }
    let places = zip(unit, period).map { cell($0, $1) }
    self.counts = places.map { counts.outcomes[$0] }
    exposures = places.map { design.exposures[$0] }
    treatment = zip(unit, period).map { $0 >= counts.donors && $1 >= counts.prePeriods ? 1 : 0 }
  }
}
