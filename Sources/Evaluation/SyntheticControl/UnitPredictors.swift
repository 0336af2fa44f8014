/// What is known of each unit besides the path of its outcome: predictors of it, one figure a unit.
///
/// - Shape: `values` holds one predictor after the other, each with a figure for every unit in the order of the design's rows.
/// - Missing: none. Errors: ``EffectError/shape(what:expected:found:)``, ``EffectError/parameter(name:value:)``.
public struct UnitPredictors: Sendable, Equatable {
  /// The figures.
  public let values: [Double]
  /// How many predictors there are.
  public let count: Int
  /// How many units.
  public let units: Int

  /// Predictors of `units` units.
  public init(values: [Double], count: Int, units: Int) throws(EffectError) {
    guard count > 0 else { throw .parameter(name: "predictors", value: Double(count)) }
    let (expected, overflow) = count.multipliedReportingOverflow(by: units)
    guard !overflow, units > 0, values.count == expected else {
      throw .shape(what: "predictors", expected: overflow ? Int.max : expected, found: values.count)
    }
    for value in values where !value.isFinite { throw .parameter(name: "predictors", value: value) }
    self.values = values
    self.count = count
    self.units = units
  }

  /// Predictors made of the outcome: its mean over some periods, one a range.
  ///
  /// - Throws: ``EffectError/parameter(name:value:)`` for a range that is empty or reaches beyond the start.
  public init(meansOf design: EffectDesign, over windows: [Range<Int>]) throws(EffectError) {
    var values: [Double] = []
    for window in windows {
      guard !window.isEmpty, window.lowerBound >= 0, window.upperBound <= design.prePeriods else {
        throw .parameter(name: "window", value: Double(window.upperBound))
      }
      for unit in 0..<design.units {
        let row = design.outcomes[design.row(unit)]
        let sum = window.reduce(0.0) { $0 + row[row.startIndex + $1] }
        values.append(sum / Double(window.count))
      }
    }
    try self.init(values: values, count: windows.count, units: design.units)
  }

  /// The predictors of a problem's donors, a point each, and of its treated's mean, each divided by its standard deviation
  /// over them all (n − 1).
  func scaled(_ panel: SyntheticPanel) -> (points: [Double], target: [Double]) {
    var points = [Double](repeating: 0, count: panel.donors.count * count)
    var target = [Double](repeating: 0, count: count)
    for predictor in 0..<count {
      let base = predictor * units
      let own = panel.treated.reduce(0.0) { $0 + values[base + $1] } / Double(panel.treated.count)
      let all = panel.donors.map { values[base + $0] } + [own]
      let mean = all.reduce(0, +) / Double(all.count)
      let squares = all.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (squares / Double(all.count - 1)).squareRoot()
      // A predictor that is the same everywhere tells nothing apart, whatever it is divided by.
      let scale = deviation > 0 ? deviation : 1
      for place in panel.donors.indices { points[place * count + predictor] = all[place] / scale }
      target[predictor] = own / scale
    }
    return (points, target)
  }
}
