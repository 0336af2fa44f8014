import LinearAlgebra

/// The columns of a panel with the effects of units and periods swept out, and the equations that did it.
///
/// With A the n_i × T matrix of a unit's rows on periods and C_i = A − (1/n_i) 1 1′A, the period effects of a column z solve
/// S δ = Σ_i C_i′z_i with S = Σ_i C_i′C_i = diag(n_t) − Σ_i a_i a_i′/n_i. S lacks one rank for each set of periods that no unit
/// connects with another; the first period of each set is given the effect zero, and `generalized` is S⁻ with zeros there.
struct TwoWayResiduals: Sendable {
  let names: [String]
  /// The unit of each row that is used, counted from 0 over the units that are left.
  let unit: [Int]
  /// The period of each row that is used.
  let period: [Int]
  /// The cluster of each unit that is left, counted from 0.
  let cluster: [Int]
  let clusterCount: Int
  let treatedClusters: Int
  let periodCount: Int
  /// Period effects that the data determine: T less the sets beyond the first.
  let periodParameters: Int
  let singletons: Int
  /// x̃, a column a regressor.
  let columns: [[Double]]
  /// ỹ.
  let outcome: [Double]
  /// S⁻, T × T.
  let generalized: Matrix
  /// (X̃′X̃)⁻¹.
  let inverse: Matrix
  /// (X̃′X̃)⁻¹X̃′ỹ.
  let coefficients: [Double]

  var rows: Int { unit.count }

  /// ỹ − X̃β.
  var residuals: [Double] {
    var rest = outcome
    for (column, beta) in zip(columns, coefficients) {
      for row in rest.indices { rest[row] -= beta * column[row] }
    }
    return rest
  }

  init(_ panel: FixedEffectsPanel) throws(EffectError) {
    let rows = Self.repeatedRows(panel)
    guard !rows.isEmpty else { throw .dependentColumn(FixedEffectsPanel.treatmentName) }
    singletons = panel.rows - rows.count
    names = panel.names
    var places = [Int](repeating: -1, count: panel.unitCount)
    var clusterPlaces = [Int](repeating: -1, count: panel.clusterCount)
    var (unit, cluster, count) = ([Int](), [Int](), 0)
    var treated: Set<Int> = []
    unit.reserveCapacity(rows.count)
    for row in rows {
      let original = Int(panel.units[row])
      if places[original] < 0 {
        places[original] = cluster.count
        let group = panel.cluster(original)
        if clusterPlaces[group] < 0 {
          clusterPlaces[group] = count
          count += 1
        }
        cluster.append(clusterPlaces[group])
      }
      unit.append(places[original])
      if panel.regressors[0][row] != 0 { treated.insert(cluster[places[original]]) }
    }
    guard cluster.count > 1 else { throw .tooFewDonors(needed: 1, found: 0) }
    clusterCount = count
    treatedClusters = treated.count
    self.unit = unit
    self.cluster = cluster
    period = rows.map { Int(panel.periods[$0]) }
    periodCount = panel.periodCount

    let sweep = try TwoWaySweep(
      units: unit, periods: period, unitCount: cluster.count, periodCount: periodCount)
    generalized = sweep.generalized
    periodParameters = sweep.parameters
    outcome = sweep.sweep(rows.map { panel.outcome[$0] })
    var columns: [[Double]] = []
    // The columns again, each without what those before it say; an empty one never gets here.
    var orthogonal: [[Double]] = []
    var gram: [[Double]] = []
    for (name, values) in zip(panel.names, panel.regressors) {
      let raw = rows.map { values[$0] }
      let mean = raw.reduce(0, +) / Double(raw.count)
      let spread = raw.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
      let swept = sweep.sweep(raw)
      let products = columns.map { dot($0, swept) }
      // What is left of the column beside those before it.
      var rest = swept
      for other in orthogonal {
        let share = dot(other, rest) / dot(other, other)
        for row in rest.indices { rest[row] -= share * other[row] }
      }
      guard dot(rest, rest) > 1e-12 * spread else { throw .dependentColumn(name) }
      columns.append(swept)
      orthogonal.append(rest)
      for index in gram.indices { gram[index].append(products[index]) }
      gram.append(products + [dot(swept, swept)])
    }
    self.columns = columns
    do {
      let factor = try CholeskyFactorization(try Matrix(columns: gram))
      inverse = try factor.inverse()
      let outcome = outcome
      coefficients = try factor.solve(columns.map { dot($0, outcome) })
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }

  /// The rows whose unit and whose period are seen more than once among the rows that are left.
  private static func repeatedRows(_ panel: FixedEffectsPanel) -> [Int] {
    var kept = Array(0..<panel.rows)
    while true {
      var units = [Int](repeating: 0, count: panel.unitCount)
      var periods = [Int](repeating: 0, count: panel.periodCount)
      for row in kept {
        units[Int(panel.units[row])] += 1
        periods[Int(panel.periods[row])] += 1
      }
      let next = kept.filter { units[Int(panel.units[$0])] > 1 && periods[Int(panel.periods[$0])] > 1 }
      if next.count == kept.count { return kept }
      kept = next
    }
  }
}
