import LinearAlgebra

/// Takes the effects of units and periods out of columns, exactly and without iteration.
///
/// See ``TwoWayResiduals`` for the equations. Each column is swept twice, so that what rounding left the first time is gone.
struct TwoWaySweep {
  /// S⁻ with zeros for the periods whose effect is fixed at zero.
  let generalized: Matrix
  /// Period effects that the data determine, the level among them.
  let parameters: Int
  private let units: [Int]
  private let periods: [Int]
  private let unitRows: [Double]
  private let periodCount: Int

  init(units: [Int], periods: [Int], unitCount: Int, periodCount: Int) throws(EffectError) {
    self.units = units
    self.periods = periods
    self.periodCount = periodCount
    var rows = [Double](repeating: 0, count: unitCount)
    for unit in units { rows[unit] += 1 }
    unitRows = rows

    // The rows of each unit together, whatever their order.
    var starts = [Int](repeating: 0, count: unitCount + 1)
    for unit in units { starts[unit + 1] += 1 }
    for unit in 0..<unitCount { starts[unit + 1] += starts[unit] }
    var next = starts
    var ordered = [Int](repeating: 0, count: units.count)
    for (row, unit) in units.enumerated() {
      ordered[next[unit]] = periods[row]
      next[unit] += 1
    }

    var normal = [Double](repeating: 0, count: periodCount * periodCount)
    var sets = Sets(periodCount)
    var isSeen = [Bool](repeating: false, count: periodCount)
    for unit in 0..<unitCount {
      let own = ordered[starts[unit]..<starts[unit + 1]]
      guard let first = own.first else { continue }
      let share = 1 / Double(own.count)
      for period in own {
        isSeen[period] = true
        sets.join(first, period)
        let base = period * periodCount
        normal[base + period] += 1
        for other in own { normal[base + other] -= share }
      }
    }
    let free = (0..<periodCount).filter { isSeen[$0] && sets.root($0) != $0 }
    // One level for all periods; a period that heads a further set of its own adds nothing that unit effects have not.
    parameters = free.count + 1
    var generalized = [Double](repeating: 0, count: periodCount * periodCount)
    do {
      if !free.isEmpty {
        let kept = free.flatMap { column in free.map { normal[column * periodCount + $0] } }
        let inverse = try CholeskyFactorization(
          try Matrix(rows: free.count, columns: free.count, elements: kept)
        ).inverse()
        for (j, column) in free.enumerated() {
          for (i, row) in free.enumerated() { generalized[row + column * periodCount] = inverse[i, j] }
        }
      }
      self.generalized = try Matrix(rows: periodCount, columns: periodCount, elements: generalized)
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }

  /// The column without the effects.
  func sweep(_ column: [Double]) -> [Double] { once(once(column)) }

  private func once(_ column: [Double]) -> [Double] {
    var rest = withoutUnits(column)
    var sums = [Double](repeating: 0, count: periodCount)
    for (row, period) in periods.enumerated() { sums[period] += rest[row] }
    var effects = [Double](repeating: 0, count: periodCount)
    for column in 0..<periodCount where sums[column] != 0 {
      for row in 0..<periodCount { effects[row] += generalized[row, column] * sums[column] }
    }
    for (row, period) in periods.enumerated() { rest[row] -= effects[period] }
    return withoutUnits(rest)
  }

  private func withoutUnits(_ column: [Double]) -> [Double] {
    var means = [Double](repeating: 0, count: unitRows.count)
    for (row, unit) in units.enumerated() { means[unit] += column[row] }
    for unit in means.indices where unitRows[unit] > 0 { means[unit] /= unitRows[unit] }
    var rest = column
    for (row, unit) in units.enumerated() { rest[row] -= means[unit] }
    return rest
  }
}

/// Which periods are connected, by union and find; the root of a set is its smallest member.
private struct Sets {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  mutating func root(_ member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (root(one), root(other))
    if a < b { parents[b] = a } else if b < a { parents[a] = b }
  }
}
