import Indicators
import LinearAlgebra
import Scheduler

/// Interrupted time series: the treated against the line of its own years before the start, without donors.
///
/// The terms of ``InterruptedTerms`` are fitted to the mean path of the treated by least squares; the counterfactual is the
/// fit without the programme's columns, and the effect the mean of observed less counterfactual over the periods in force.
/// Placebos are the donors, each by its own line, so the exact placebo distribution says how often such a break comes by
/// itself. Intervals for one series alone are ``SegmentedRegression``'s.
///
/// - Missing: a design has none. Errors: ``EffectError/tooFewPrePeriods(needed:found:)`` and
///   ``EffectError/tooFewPostPeriods(needed:found:)``; few years before the start make a line that swings.
/// - What is not true: that what happened to everybody in the same year is taken out; see
///   ``ControlledInterruptedSeries``.
/// - Reference: Wagner, Soumerai, Zhang and Ross-Degnan (2002) J Clin Pharm Ther 27:299.
public struct InterruptedSeries: EffectEstimator, Hashable {
  /// What the model holds.
  public var terms: InterruptedTerms

  /// The estimator.
  public init(terms: InterruptedTerms = .init()) { self.terms = terms }

  /// `effect.interrupted-series`.
  public var method: Method { .interruptedSeries }

  /// The effect on the treated.
  public func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    try SegmentedPath(terms, design).fit(design, isControlled: false)
  }

  /// The fits of the sets; the design of the regression is factorised once.
  public func placeboFits(
    _ design: EffectDesign, sets: [[Int]], threads: ThreadLimit = .cores
  ) -> [Result<EffectFit, EffectError>] {
    SegmentedPath.placebos(terms, design, sets: sets, isControlled: false, threads: threads)
  }
}

/// Controlled interrupted time series: the difference between the treated and the donors' mean, against its own line.
///
/// As ``InterruptedSeries`` on d_t = treated mean − donor mean; the counterfactual is the donors' mean plus the line of the
/// difference. A shock that all share falls out, and so does any trend they share.
///
/// - What is not true: that the difference would have followed a line. With parallel paths it would, and then difference in
///   differences, which fits no slope, is far more precise.
/// - Reference: Bernal, Cummins and Gasparrini (2018) Int J Epidemiol 47:2082.
public struct ControlledInterruptedSeries: EffectEstimator, Hashable {
  /// What the model holds.
  public var terms: InterruptedTerms

  /// The estimator.
  public init(terms: InterruptedTerms = .init()) { self.terms = terms }

  /// `effect.controlled-interrupted-series`.
  public var method: Method { .controlledInterruptedSeries }

  /// The effect on the treated.
  public func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    try SegmentedPath(terms, design).fit(design, isControlled: true)
  }

  /// The fits of the sets; the design of the regression is factorised once.
  public func placeboFits(
    _ design: EffectDesign, sets: [[Int]], threads: ThreadLimit = .cores
  ) -> [Result<EffectFit, EffectError>] {
    SegmentedPath.placebos(terms, design, sets: sets, isControlled: true, threads: threads)
  }
}

/// The regression of any series of a design: one factorisation serves all.
private struct SegmentedPath: Sendable {
  let columns: InterruptedColumns
  let factor: LeastSquares

  init(_ terms: InterruptedTerms, _ design: EffectDesign) throws(EffectError) {
    columns = try InterruptedColumns(terms, periods: design.periods, prePeriods: design.prePeriods)
    do {
      factor = try LeastSquares(try Matrix(columns: columns.values), columnNames: columns.names)
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }

  func fit(_ design: EffectDesign, isControlled: Bool) throws(EffectError) -> EffectFit {
    let observed = design.treatedMean
    let donors = design.donorMean
    let series = isControlled ? zip(observed, donors).map { $0 - $1 } : observed
    let coefficients: [Double]
    do {
      coefficients = try factor.solve(series).coefficients
    } catch {
      throw .numerical(detail: "\(error)")
    }
    let counterfactual = series.indices.map { period in
      dot(columns.rowWithout(period), coefficients) + (isControlled ? donors[period] : 0)
    }
    let sum = columns.counted.reduce(0.0) { $0 + observed[$1] - counterfactual[$1] }
    return EffectFit(
      effect: sum / Double(columns.counted.count), observed: observed, counterfactual: counterfactual,
      donorWeights: isControlled
        ? [Double](repeating: 1 / Double(design.donors), count: design.donors) : [])
  }

  static func placebos(
    _ terms: InterruptedTerms, _ design: EffectDesign, sets: [[Int]], isControlled: Bool, threads: ThreadLimit
  ) -> [Result<EffectFit, EffectError>] {
    let path: SegmentedPath
    do {
      path = try SegmentedPath(terms, design)
    } catch {
      return sets.map { _ in .failure(error) }
    }
    let estimator = InterruptedSeries(terms: terms)
    return estimator.fits(sets.count, threads: threads) { index throws(EffectError) in
      try path.fit(try design.treating(sets[index]), isControlled: isControlled)
    }
  }
}
