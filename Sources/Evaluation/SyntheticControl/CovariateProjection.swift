import LinearAlgebra

/// Covariates of a design: one figure a unit, period and covariate.
///
/// - Shape: `values` holds a panel a covariate, one after the other; each is laid out as ``EffectDesign/outcomes``: donors
///   first, a row of all periods a unit.
/// - Missing: none.
/// - Errors: ``EffectError/shape(what:expected:found:)``, ``EffectError/parameter(name:value:)`` for a value that is not finite.
public struct PanelCovariates: Sendable, Equatable {
  /// The figures.
  public let values: [Double]
  /// How many covariates there are.
  public let count: Int

  /// Covariates of a panel of `cells` = units × periods cells.
  public init(values: [Double], count: Int, cells: Int) throws(EffectError) {
    guard count > 0 else { throw .parameter(name: "covariates", value: Double(count)) }
    let (expected, overflow) = count.multipliedReportingOverflow(by: cells)
    guard !overflow, cells > 0, values.count == expected else {
      throw .shape(what: "covariates", expected: overflow ? Int.max : expected, found: values.count)
    }
    for value in values where !value.isFinite { throw .parameter(name: "covariates", value: value) }
    self.values = values
    self.count = count
  }
}

/// Outcomes with the part that covariates explain taken out, estimated where nobody was treated.
///
/// β is least squares of Y on X with effects of units and of periods over the untreated cells (the donors, and the treated
/// before the start); the adjusted outcome is Y − Xβ in every cell. With the effects taken out of Y and of each covariate first
/// (a system of periods by periods), β is a small regression.
///
/// - Errors: ``EffectError/shape(what:expected:found:)`` where the covariates are of another panel,
///   ``EffectError/numerical(detail:)`` where a covariate is a sum of effects of units and periods, or of other covariates.
/// - What is not true: a covariate that the programme moves takes part of the effect away with it.
/// - Reference: Kranz (2022), Synthetic difference-in-differences with time-varying covariates; Clarke and others (2023)
///   arXiv 2301.11859.
public struct CovariateProjection: Sendable {
  /// β, one a covariate.
  public let coefficients: [Double]
  /// The design with Y − Xβ.
  public let adjusted: EffectDesign

  /// Projects covariates out of a design.
  public init(_ design: EffectDesign, _ covariates: PanelCovariates) throws(EffectError) {
    let cells = design.outcomes.count
    guard covariates.values.count == cells * covariates.count else {
      throw .shape(what: "covariates", expected: cells * covariates.count, found: covariates.values.count)
    }
    let columns = (0..<covariates.count).map { Array(covariates.values[$0 * cells..<($0 + 1) * cells]) }
    do throws(LinearAlgebraError) {
      let effects = try UntreatedEffects(design)
      let response = try effects.residuals(design.outcomes)
      let regressors = try Matrix(columns: try columns.map(effects.residuals))
      let names = (1...covariates.count).map { "covariate \($0)" }
      // A covariate that is nothing but effects leaves rounding, which must not be taken for a regressor.
      for (index, column) in columns.enumerated() {
        let left = regressors.column(index).reduce(0.0) { max($0, abs($1)) }
        let size = column.reduce(0.0) { max($0, abs($1)) }
        guard left > 1e-12 * size else {
          throw .rankDeficient(rank: index, dependent: [])
        }
      }
      coefficients = try LeastSquares(regressors, columnNames: names).solve(response).coefficients
    } catch {
      throw .numerical(detail: "\(error)")
    }
    var outcomes = design.outcomes
    for (column, coefficient) in zip(columns, coefficients) {
      for cell in outcomes.indices { outcomes[cell] -= coefficient * column[cell] }
    }
    if let cell = outcomes.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(unit: cell / design.periods, period: cell % design.periods)
    }
    adjusted = EffectDesign(
      checked: outcomes, donors: design.donors, treated: design.treated, prePeriods: design.prePeriods,
      periods: design.periods, sizes: design.sizes)
  }
}

/// Effects of units and periods over the untreated cells of a design.
private struct UntreatedEffects {
  let design: EffectDesign
  let factor: CholeskyFactorization

  /// The periods' system with the units taken out, the first period held at nought: Σᵢ (diag(oᵢ) − oᵢoᵢ′/nᵢ), oᵢ marking the
  /// untreated periods of unit i, nᵢ how many.
  init(_ design: EffectDesign) throws(LinearAlgebraError) {
    self.design = design
    let order = design.periods - 1
    var system = try Matrix(rows: order, columns: order)
    for (units, seen) in [(design.donors, design.periods), (design.treated, design.prePeriods)] {
      for i in 1..<max(1, seen) {
        system[i - 1, i - 1] += Double(units)
        for j in 1..<seen { system[i - 1, j - 1] -= Double(units) / Double(seen) }
      }
    }
    factor = try CholeskyFactorization(system)
  }

  /// How many periods of a unit are untreated.
  private func seen(_ unit: Int) -> Int { unit < design.donors ? design.periods : design.prePeriods }

  /// What is left of a panel in the untreated cells.
  func residuals(_ panel: [Double]) throws(LinearAlgebraError) -> [Double] {
    var centred: [[Double]] = []
    var right = [Double](repeating: 0, count: design.periods)
    for unit in 0..<design.units {
      let row = panel[design.row(unit)].prefix(seen(unit))
      let mean = row.reduce(0, +) / Double(row.count)
      centred.append(row.map { $0 - mean })
      for (period, value) in centred[unit].enumerated() { right[period] += value }
    }
    let periods = [0] + (try factor.solve(Array(right.dropFirst())))
    return centred.flatMap { row in
      let mean = periods.prefix(row.count).reduce(0, +) / Double(row.count)
      return zip(row, periods).map { $0 - ($1 - mean) }
    }
  }
}
