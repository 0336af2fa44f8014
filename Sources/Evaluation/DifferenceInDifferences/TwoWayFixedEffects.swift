import Distributions
import Estimates
import Foundation
import Indicators

/// Regression on a treatment and covariates with an effect of each unit and of each period.
///
///     let fit = try TwoWayFixedEffects.fit(panel)
///     fit.coefficients[0]                       // the treatment's
///     try fit.clusterRobust().estimate()        // refused with fewer than five treated clusters
///
/// y_it = α_i + δ_t + β′x_it + ε_it by least squares. The effects are swept out of y and x: in closed form where each unit is
/// seen equally often in each period, z̃ = z − z̄_i − z̄_t + z̄, and otherwise by solving the equations of the period effects
/// exactly, the unit effects eliminated (nothing is iterated). With one start and a complete panel β of the treatment is the
/// difference in differences.
///
/// - Units and periods seen once say nothing about β; their rows are left out, again and again until none is left, and counted.
/// - Errors: ``EffectError/dependentColumn(_:)`` where a column is constant within units or moves alike in all of them, and
///   ``EffectError/tooFewDonors(needed:found:)`` with a single unit.
/// - What is not true: with several starts and effects that grow, β is not a mean of the effects: some weigh negatively
///   (de Chaisemartin and D'Haultfœuille 2020). Nor do errors by clusters hold where few clusters are treated.
/// - References: Frisch and Waugh (1933) Econometrica 1:387; Goodman-Bacon (2021) J Econometrics 225:254; Correia (2015),
///   *Singletons, cluster-robust standard errors and fixed effects*.
public enum TwoWayFixedEffects {
  /// Fits the regression.
  public static func fit(_ panel: FixedEffectsPanel) throws(EffectError) -> TwoWayFit {
    if let fit = try balanced(panel) { return fit }
    return try general(TwoWayResiduals(panel))
  }

  /// One regressor, every unit once in every period: two passes over the rows and nothing stored for each.
  private static func balanced(_ panel: FixedEffectsPanel) throws(EffectError) -> TwoWayFit? {
    let (units, periods, rows) = (panel.unitCount, panel.periodCount, panel.rows)
    guard panel.regressors.count == 1, units > 1, periods > 1, units * periods == rows else { return nil }
    guard let sums = BalancedSums(panel) else { return nil }
    let products = sums.products(panel)
    let (square, cross) = (products.squares.reduce(0, +), products.crosses.reduce(0, +))
    guard square > 1e-12 * sums.treatmentSquares else {
      throw .dependentColumn(FixedEffectsPanel.treatmentName)
    }
    let clusters: (squares: [Double], crosses: [Double])
    if let group = panel.clusters {
      var grouped = (
        squares: [Double](repeating: 0, count: panel.clusterCount),
        crosses: [Double](repeating: 0, count: panel.clusterCount)
      )
      for unit in 0..<units {
        grouped.squares[Int(group[unit])] += products.squares[unit]
        grouped.crosses[Int(group[unit])] += products.crosses[unit]
      }
      clusters = grouped
    } else {
      clusters = products
    }
    let beta = cross / square
    var meat = 0.0
    for (square, cross) in zip(clusters.squares, clusters.crosses) {
      let score = cross - beta * square
      meat += score * score
    }
    let used = panel.clusters.map { Set($0).count } ?? units
    let treated = panel.clusters == nil ? sums.treatedUnits : panel.treatedClusters.with
    return TwoWayFit(
      names: panel.names, coefficients: [beta], rows: rows, clusters: used, treatedClusters: treated,
      untreatedClusters: used - treated, parameters: periods + 1, singletons: 0,
      bread: [1 / square], meat: [meat])
  }

  /// Any panel.
  static func general(_ swept: TwoWayResiduals) throws(EffectError) -> TwoWayFit {
    let count = swept.columns.count
    let beta = swept.coefficients
    let residuals = swept.residuals
    var scores = [Double](repeating: 0, count: swept.clusterCount * count)
    for row in 0..<swept.rows {
      let base = swept.cluster[swept.unit[row]] * count
      for column in 0..<count { scores[base + column] += swept.columns[column][row] * residuals[row] }
    }
    var meat = [Double](repeating: 0, count: count * count)
    for cluster in 0..<swept.clusterCount {
      for j in 0..<count {
        for i in 0..<count {
          meat[i + j * count] += scores[cluster * count + i] * scores[cluster * count + j]
        }
      }
    }
    return TwoWayFit(
      names: swept.names, coefficients: beta, rows: swept.rows, clusters: swept.clusterCount,
      treatedClusters: swept.treatedClusters, untreatedClusters: swept.clusterCount - swept.treatedClusters,
      parameters: swept.periodParameters + count, singletons: swept.singletons,
      bread: swept.inverse.elements, meat: meat)
  }
}

/// Sums of a balanced panel and what follows from them.
private struct BalancedSums {
  var unitY: [Double]
  var unitX: [Double]
  var periodY: [Double]
  var periodX: [Double]
  var meanY = 0.0
  var meanX = 0.0
  /// Σ (x − x̄)² before any effect is swept out.
  var treatmentSquares = 0.0
  var treatedUnits = 0

  /// The means of units and periods, less the grand mean in the periods'; `nil` where a unit is not seen exactly once in
  /// every period.
  init?(_ panel: FixedEffectsPanel) {
    let (units, periods) = (panel.unitCount, panel.periodCount)
    unitY = [Double](repeating: 0, count: units)
    unitX = unitY
    periodY = [Double](repeating: 0, count: periods)
    periodX = periodY
    var seen = [UInt8](repeating: 0, count: units * periods)
    let x = panel.regressors[0]
    // The first outcome is taken off so that sums of a large level do not lose the small differences.
    let level = panel.outcome[0]
    var repeated: UInt8 = 0
    var squares = 0.0
    for row in 0..<panel.rows {
      let (unit, period) = (Int(panel.units[row]), Int(panel.periods[row]))
      let cell = unit * periods + period
      repeated |= seen[cell]
      seen[cell] = 1
      let (y, d) = (panel.outcome[row] - level, x[row])
      unitY[unit] += y
      unitX[unit] += d
      periodY[period] += y
      periodX[period] += d
      squares += d * d
    }
    // As many rows as cells and none twice: each once.
    guard repeated == 0 else { return nil }
    let (perUnit, perPeriod) = (1 / Double(periods), 1 / Double(units))
    meanY = periodY.reduce(0, +) * perUnit * perPeriod
    meanX = periodX.reduce(0, +) * perUnit * perPeriod
    treatmentSquares = max(squares - Double(panel.rows) * meanX * meanX, 0)
    for unit in 0..<units {
      treatedUnits += unitX[unit] != 0 ? 1 : 0
      unitY[unit] = unitY[unit] * perUnit + level
      unitX[unit] *= perUnit
    }
    for period in 0..<periods {
      periodY[period] = periodY[period] * perPeriod - meanY
      periodX[period] = periodX[period] * perPeriod - meanX
    }
  }

  /// Σ_t x̃² and Σ_t x̃ỹ of each unit.
  func products(_ panel: FixedEffectsPanel) -> (squares: [Double], crosses: [Double]) {
    var squares = [Double](repeating: 0, count: unitY.count)
    var crosses = squares
    let x = panel.regressors[0]
    for row in 0..<panel.rows {
      let (unit, period) = (Int(panel.units[row]), Int(panel.periods[row]))
      let d = x[row] - unitX[unit] - periodX[period]
      let y = panel.outcome[row] - unitY[unit] - periodY[period]
      squares[unit] += d * d
      crosses[unit] += d * y
    }
    return (squares, crosses)
  }
}

extension Method {
  /// Two-way fixed effects with errors by clusters.
  public static let twoWayFixedEffects = Method("effect.twfe")
}
