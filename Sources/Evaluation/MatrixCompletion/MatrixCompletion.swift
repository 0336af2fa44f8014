import Estimates
import Foundation
import Indicators
import LinearAlgebra

/// Matrix completion: the treated cells are taken out of the panel and filled in from its other cells.
///
/// Outcomes are unit effects, period effects and a matrix L of few patterns,
///
///     min |O|⁻¹ ‖P_O(Y − L − γ1′ − 1δ′)‖² + λ‖L‖₊
///
/// over the observed cells O, with ‖·‖₊ the sum of the singular values; see ``NuclearNormSolver`` for how the minimum is found
/// and certified. λ is the one of a grid whose hidden cells are predicted best. A large λ gives difference in differences (L
/// zero). ``EffectFit/optimality`` is the duality gap over the objective; ``EffectFit/donorWeights`` is empty, for every cell
/// takes part.
///
/// - Missing: a design has none; ``fit(cells:donors:treated:prePeriods:)`` takes donors with missing cells, and
///   ``completed(_:units:)`` any panel. A hidden cell is not in O: never zero.
/// - Errors: ``EffectError/tooFewDonors(needed:found:)`` below two, ``EffectError/tooFewPrePeriods(needed:found:)`` below two,
///   ``EffectError/parameter(name:value:)``, ``EffectError/notConverged``, ``EffectError/notFinite(unit:period:)``.
/// - Invariant to unit effects, period effects and the unit of the outcome.
/// - What is not true: that a perfect fit before the start says anything; with a small λ it is always there. Random folds depend on
///   the order of the rows.
/// - Reference: Athey, Bayati, Doudchenko, Imbens and Khosravi (2021) J Am Stat Assoc 116:1716.
public struct MatrixCompletion: EffectEstimator {
  /// λ; `nil` where cross-validation chooses it.
  public let penalty: Double?
  /// How λ is chosen.
  public let folds: CompletionFolds
  /// How many λ are tried, from the smallest that makes L zero down to 10⁻³ of it, evenly in the logarithm.
  public let penalties: Int

  /// The estimator.
  ///
  /// - Throws: ``EffectError/parameter(name:value:)`` for a penalty below zero, or fewer than two folds or penalties.
  public init(
    penalty: Double? = nil, folds: CompletionFolds = .cells(count: 5, seed: 1), penalties: Int = 25
  ) throws(EffectError) {
    if let penalty, !(penalty >= 0 && penalty.isFinite) { throw .parameter(name: "penalty", value: penalty) }
    guard folds.count > 1 else { throw .parameter(name: "folds", value: Double(folds.count)) }
    guard (2...1000).contains(penalties) else {
      throw .parameter(name: "penalties", value: Double(penalties))
    }
    self.penalty = penalty
    self.folds = folds
    self.penalties = penalties
  }

  /// `effect.matrix-completion`.
  public var method: Method { .matrixCompletion }

  /// The same with λ fixed by cross-validation on `design`.
  public func tuned(to design: EffectDesign) throws(EffectError) -> MatrixCompletion {
    guard penalty == nil else { return self }
    return try MatrixCompletion(
      penalty: try panel(design).chosenPenalty(self).penalty, folds: folds, penalties: penalties)
  }

  /// The effect on the treated.
  public func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    try effect(
      of: panel(design), outcomes: design.outcomes, donors: design.donors, prePeriods: design.prePeriods)
  }

  /// The effect on the treated of a panel whose donors miss cells.
  ///
  /// - Parameters:
  ///   - cells: The outcomes, unit after unit, donors first; `nil` where missing or hidden.
  ///   - donors: How many units are donors.
  ///   - treated: How many are treated; theirs must all be there.
  ///   - prePeriods: How many periods lie before the start.
  /// - Throws: As the estimator; ``EffectError/notFinite(unit:period:)`` for a treated cell that is missing.
  public func fit(cells: [Double?], donors: Int, treated: Int = 1, prePeriods: Int) throws(EffectError)
    -> EffectFit
  {
    // The shape is checked by a design of zeros, whose outcomes nobody reads.
    let shape = try EffectDesign(
      outcomes: [Double](repeating: 0, count: cells.count), donors: donors, treated: treated,
      prePeriods: prePeriods)
    var observed = cells.map { $0 != nil }
    for unit in donors..<shape.units {
      for period in 0..<shape.periods {
        guard observed[unit * shape.periods + period] else { throw .notFinite(unit: unit, period: period) }
        if period >= prePeriods { observed[unit * shape.periods + period] = false }
      }
    }
    let panel = try CompletionPanel(
      cells.map { $0 ?? 0 }, observed: observed, units: shape.units, donors: donors, prePeriods: prePeriods)
    return try effect(of: panel, outcomes: cells.map { $0 ?? 0 }, donors: donors, prePeriods: prePeriods)
  }

  /// A panel with its missing cells filled in.
  ///
  /// - Parameters:
  ///   - cells: The values, unit after unit; `nil` where missing.
  ///   - units: How many units.
  /// - Throws: ``EffectError/shape(what:expected:found:)``, ``EffectError/notFinite(unit:period:)``,
  ///   ``EffectError/notConverged``, and ``EffectError/parameter(name:value:)`` for folds of blocks, which need a start.
  public func completed(_ cells: [Double?], units: Int) throws(EffectError) -> CompletedPanel {
    if case .blocks(let count) = folds, penalty == nil {
      throw .parameter(name: "folds", value: Double(count))
    }
    guard units > 0, cells.count.isMultiple(of: units) else {
      throw .shape(what: "cells", expected: units, found: cells.count)
    }
    let panel = try CompletionPanel(
      cells.map { $0 ?? 0 }, observed: cells.map { $0 != nil }, units: units, donors: units,
      prePeriods: cells.count / units)
    return try filled(panel)
  }

  /// The λ tried on a design and the mean squared error of the cells hidden.
  public func crossValidation(_ design: EffectDesign) throws(EffectError) -> [(
    penalty: Double, error: Double
  )] {
    try panel(design).chosenPenalty(self).path
  }

  private func filled(_ panel: CompletionPanel) throws(EffectError) -> CompletedPanel {
    if let penalty { return try panel.completed(penalty) }
    return try panel.completed(panel.chosenPenalty(self).penalty)
  }

  private func panel(_ design: EffectDesign) throws(EffectError) -> CompletionPanel {
    var observed = [Bool](repeating: true, count: design.outcomes.count)
    for unit in design.donors..<design.units {
      for cell in design.row(unit).dropFirst(design.prePeriods) { observed[cell] = false }
    }
    return try CompletionPanel(
      design.outcomes, observed: observed, units: design.units, donors: design.donors,
      prePeriods: design.prePeriods)
  }

  private func effect(
    of panel: CompletionPanel, outcomes: [Double], donors: Int, prePeriods: Int
  ) throws(EffectError) -> EffectFit {
    guard donors > 1 else { throw .tooFewDonors(needed: 2, found: donors) }
    guard prePeriods > 1 else { throw .tooFewPrePeriods(needed: 2, found: prePeriods) }
    let completed = try filled(panel)
    let (units, periods) = (panel.units, panel.periods)
    var observed = [Double](repeating: 0, count: periods)
    var counterfactual = observed
    for unit in donors..<units {
      for period in 0..<periods {
        observed[period] += outcomes[unit * periods + period] / Double(units - donors)
        counterfactual[period] += completed.values[unit * periods + period] / Double(units - donors)
      }
    }
    let effect =
      (prePeriods..<periods).reduce(0.0) { $0 + observed[$1] - counterfactual[$1] }
      / Double(periods - prePeriods)
    return EffectFit(
      effect: effect, observed: observed, counterfactual: counterfactual, optimality: completed.gap)
  }
}

extension Method {
  /// Matrix completion by nuclear norm.
  public static let matrixCompletion = Method("effect.matrix-completion")
}
