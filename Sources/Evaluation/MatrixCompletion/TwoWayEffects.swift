import LinearAlgebra

/// Least squares on unit and period effects over the observed cells of a panel, factorised once for many right sides.
///
/// The γ_i and δ_t that minimise Σ_O (z_it − γ_i − δ_t)²: unit effects are eliminated, which leaves a system of one equation a
/// period. It is singular in one direction (a constant moved between the two), which is taken out by adding 1 1′.
struct TwoWayEffects {
  let units: Int
  let periods: Int
  /// 1 where observed, 0 elsewhere; unit after unit.
  let mask: [Double]
  let unitCounts: [Double]
  private let factor: CholeskyFactorization

  /// Factorises a pattern of observed cells; `nil` where a unit or a period has none, or where the observed cells fall into
  /// parts that share neither units nor periods, so that nothing says how the parts compare.
  init?(observed: [Bool], units: Int, periods: Int) {
    guard units > 0, periods > 0, observed.count == units * periods else { return nil }
    var unitCounts = [Double](repeating: 0, count: units)
    var periodCounts = [Double](repeating: 0, count: periods)
    for unit in 0..<units {
      for period in 0..<periods where observed[unit * periods + period] {
        unitCounts[unit] += 1
        periodCounts[period] += 1
      }
    }
    guard unitCounts.allSatisfy({ $0 > 0 }), periodCounts.allSatisfy({ $0 > 0 }),
      Self.isConnected(observed, units: units, periods: periods)
    else { return nil }
    var system = [Double](repeating: 1, count: periods * periods)
    for period in 0..<periods { system[period * periods + period] += periodCounts[period] }
    for unit in 0..<units {
      let share = 1 / unitCounts[unit]
      for row in 0..<periods where observed[unit * periods + row] {
        for column in 0..<periods where observed[unit * periods + column] {
          system[row * periods + column] -= share
        }
      }
    }
    guard let matrix = try? Matrix(rows: periods, columns: periods, elements: system),
      let factor = try? CholeskyFactorization(matrix)
    else { return nil }
    self.units = units
    self.periods = periods
    self.mask = observed.map { $0 ? 1 : 0 }
    self.unitCounts = unitCounts
    self.factor = factor
  }

  /// The effects of `values` (unit after unit; cells that are not observed are not read) and what they leave of them: zero
  /// where nothing is observed.
  func fitted(_ values: [Double]) throws(LinearAlgebraError) -> (
    units: [Double], periods: [Double], residual: [Double]
  ) {
    var residual = values
    var rows = [Double](repeating: 0, count: units)
    var columns = [Double](repeating: 0, count: periods)
    // Bounds: residual and mask have units · periods elements, rows units and columns periods, from the initialiser; the
    // callers pass as many values.
    precondition(values.count == units * periods)
    residual.withUnsafeMutableBufferPointer { residual in
      mask.withUnsafeBufferPointer { mask in
        for unit in 0..<units {
          let base = unit * periods
          var sum = 0.0
          for period in 0..<periods {
            residual[base + period] *= mask[base + period]
            sum += residual[base + period]
          }
          let mean = sum / unitCounts[unit]
          rows[unit] = mean
          for period in 0..<periods {
            columns[period] += residual[base + period] - mean * mask[base + period]
          }
        }
      }
    }
    let effects = try factor.solve(columns)
    residual.withUnsafeMutableBufferPointer { residual in
      mask.withUnsafeBufferPointer { mask in
        for unit in 0..<units {
          let base = unit * periods
          var shift = 0.0
          for period in 0..<periods { shift += effects[period] * mask[base + period] }
          let effect = rows[unit] - shift / unitCounts[unit]
          rows[unit] = effect
          for period in 0..<periods {
            residual[base + period] -= (effect + effects[period]) * mask[base + period]
          }
        }
      }
    }
    return (rows, effects, residual)
  }

  /// Whether every unit can be reached from the first through observed cells.
  private static func isConnected(_ observed: [Bool], units: Int, periods: Int) -> Bool {
    var seenUnit = [Bool](repeating: false, count: units)
    var seenPeriod = [Bool](repeating: false, count: periods)
    var waiting = [0]
    seenUnit[0] = true
    while let unit = waiting.popLast() {
      for period in 0..<periods where observed[unit * periods + period] && !seenPeriod[period] {
        seenPeriod[period] = true
        for other in 0..<units where observed[other * periods + period] && !seenUnit[other] {
          seenUnit[other] = true
          waiting.append(other)
        }
      }
    }
    return !seenUnit.contains(false)
  }
}
