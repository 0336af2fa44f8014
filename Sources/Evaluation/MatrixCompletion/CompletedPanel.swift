import Foundation
import LinearAlgebra

/// A panel with its missing cells filled in: unit effects, period effects and a matrix of few patterns.
public struct CompletedPanel: Sendable, Equatable {
  /// γ_i + δ_t + L_it for every cell, unit after unit; where observed it is the fit.
  public let values: [Double]
  /// L, unit after unit.
  public let lowRank: [Double]
  /// The rank of L.
  public let rank: Int
  /// λ.
  public let penalty: Double
  /// The duality gap over the objective: no other filling lowers the objective by more than this share.
  public let gap: Double
}

/// Observed cells, made ready for any number of penalties.
struct CompletionPanel {
  let units: Int
  let periods: Int
  private let outcomes: [Double]
  private let observed: [Bool]
  private let donors: Int
  private let prePeriods: Int
  private let solver: NuclearNormSolver
  private let count: Double
  /// What the outcomes were divided by and how far they were moved, so that no unit of theirs reaches the solver.
  private let scale: Double
  private let origin: Double

  init(_ outcomes: [Double], observed: [Bool], units: Int, donors: Int, prePeriods: Int) throws(EffectError) {
    let periods = outcomes.count / units
    if let cell = outcomes.indices.first(where: { observed[$0] && !outcomes[$0].isFinite }) {
      throw .notFinite(unit: cell / periods, period: cell % periods)
    }
    guard let effects = TwoWayEffects(observed: observed, units: units, periods: periods) else {
      throw Self.unobserved(observed, units: units, periods: periods)
    }
    let count = Double(observed.count { $0 })
    var sum = 0.0
    for cell in outcomes.indices where observed[cell] { sum += outcomes[cell] / count }
    var squares = 0.0
    for cell in outcomes.indices where observed[cell] {
      squares += (outcomes[cell] - sum) * (outcomes[cell] - sum) / count
    }
    // A power of two, so that dividing is exact.
    let scale =
      squares > 0 ? Double(sign: .plus, exponent: squares.squareRoot().exponent, significand: 1) : 1
    var moved = [Double](repeating: 0, count: outcomes.count)
    for cell in outcomes.indices where observed[cell] { moved[cell] = (outcomes[cell] - sum) / scale }
    self.units = units
    self.periods = periods
    self.donors = donors
    self.prePeriods = prePeriods
    self.outcomes = moved
    self.observed = observed
    self.count = count
    self.scale = scale
    self.origin = sum
    solver = NuclearNormSolver(moved, effects)
  }

  /// The first unit or period without a cell; where each has some, the cells fall apart.
  private static func unobserved(_ observed: [Bool], units: Int, periods: Int) -> EffectError {
    for unit in 0..<units where !(0..<periods).contains(where: { observed[unit * periods + $0] }) {
      return .notFinite(unit: unit, period: 0)
    }
    for period in 0..<periods where !(0..<units).contains(where: { observed[$0 * periods + period] }) {
      return .notFinite(unit: 0, period: period)
    }
    return .numerical(detail: "observed cells fall into parts that share neither unit nor period")
  }

  /// The panel filled in at λ.
  func completed(_ penalty: Double) throws(EffectError) -> CompletedPanel {
    // λ is in the unit of the outcome, as the singular values are.
    let kappa = penalty / scale * count / 2
    let solution = try Self.solved { () throws(LinearAlgebraError) in
      try solver.solve(kappa, start: nil, tolerance: 1e-11)
    }
    guard let solution else { throw .notConverged }
    var values = solution.lowRank
    for unit in 0..<units {
      for period in 0..<periods {
        values[unit * periods + period] =
          (values[unit * periods + period] + solution.units[unit] + solution.periods[period]) * scale + origin
      }
    }
    return CompletedPanel(
      values: values, lowRank: solution.lowRank.map { $0 * scale }, rank: solution.rank, penalty: penalty,
      gap: solution.gap)
  }

  /// The λ that predicts hidden cells best, the larger of equals, and the error of each.
  func chosenPenalty(_ rule: MatrixCompletion) throws(EffectError) -> (
    penalty: Double, path: [(penalty: Double, error: Double)]
  ) {
    let largest = try Self.solved { () throws(LinearAlgebraError) in try solver.largestPenalty() }
    guard largest > 0 else { throw .constantOutcomes }
    let kappas = (0..<rule.penalties).map { largest * pow(1e-3, Double($0) / Double(rule.penalties - 1)) }
    var errors = [Double](repeating: 0, count: kappas.count)
    var used = 0.0
    for hidden in rule.folds.hidden(
      observed: observed, units: units, periods: periods, donors: donors, prePeriods: prePeriods)
    where !hidden.isEmpty {
      var kept = observed
      for cell in hidden { kept[cell] = false }
      guard let effects = TwoWayEffects(observed: kept, units: units, periods: periods) else { continue }
      var cells = outcomes
      for cell in hidden { cells[cell] = 0 }
      let solver = NuclearNormSolver(cells, effects)
      let baseline = try Self.solved { () throws(LinearAlgebraError) in try solver.baseline() }
      var start: [Double]?
      for (index, kappa) in kappas.enumerated() {
        // λ is the same in every fold; κ = λ|O|/2 follows the number of its cells.
        let own = kappa * (count - Double(hidden.count)) / count
        let found = try Self.solved { () throws(LinearAlgebraError) in
          // A gap of 10⁻⁵ of what there is to explain moves the errors by about as much.
          try solver.solve(own, start: start, tolerance: 1e-5, baseline: baseline)
        }
        guard let found else { throw .notConverged }
        start = found.lowRank
        var squares = 0.0
        for cell in hidden {
          let gap =
            outcomes[cell] - found.lowRank[cell] - found.units[cell / periods] - found.periods[cell % periods]
          squares += gap * gap
        }
        errors[index] += squares / Double(hidden.count)
      }
      used += 1
    }
    guard used > 0 else { throw .tooFewPrePeriods(needed: prePeriods + 1, found: prePeriods) }
    let best = errors.indices.min { errors[$0] < errors[$1] } ?? 0
    let path = zip(kappas, errors).map { kappa, error in
      (penalty: kappa * 2 / count * scale, error: error / used * scale * scale)
    }
    return (path[best].penalty, path)
  }

  private static func solved<T>(_ body: () throws(LinearAlgebraError) -> T) throws(EffectError) -> T {
    do {
      return try body()
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }
}
