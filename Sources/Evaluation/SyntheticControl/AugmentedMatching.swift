import LinearAlgebra

/// What a ridge-augmented synthetic control is matched on: outcomes before the start, each period less the donors' mean, and
/// covariates.
struct AugmentedMatching {
  /// How many donors.
  let donors: Int
  /// How many of the columns matched are periods; the first ones.
  let prePeriods: Int
  /// How many columns are matched.
  let columns: Int
  /// The donors' columns, donor after donor.
  private(set) var points: [Double]
  /// The treated's columns.
  private(set) var target: [Double]
  /// Covariates that were taken out of the columns and get their own weights; `nil` where there are none.
  private let residualised: ResidualisedCovariates?
  /// The donors' outcomes less their mean in each period, donor after donor, all periods.
  private let paths: [Double]
  /// The donors' mean in each period, at the level of the treated.
  private let means: [Double]

  /// Centres a design.
  ///
  /// - Parameters:
  ///   - hasUnitEffects: Whether every unit's mean before the start is taken out first.
  ///   - covariates: Checked to have a row for each unit.
  init(
    _ design: EffectDesign, hasUnitEffects: Bool, covariates: RidgeAugmentedSyntheticControl.Covariates?
  ) throws(EffectError) {
    let (donors, periods, before) = (design.donors, design.periods, design.prePeriods)
    var outcomes = design.outcomes
    var level = 0.0
    if hasUnitEffects {
      for unit in 0..<design.units {
        let row = design.row(unit)
        let mean = outcomes[row].prefix(before).reduce(0, +) / Double(before)
        for cell in row { outcomes[cell] -= mean }
        if unit >= donors { level += mean / Double(design.treated) }
      }
    }
    var means = [Double](repeating: 0, count: periods)
    for cell in 0..<donors * periods { means[cell % periods] += outcomes[cell] / Double(donors) }
    var treated = [Double](repeating: 0, count: before)
    for unit in donors..<design.units {
      for period in 0..<before {
        treated[period] += (outcomes[unit * periods + period] - means[period]) / Double(design.treated)
      }
    }
    var paths = Array(outcomes[..<(donors * periods)])
    for cell in paths.indices { paths[cell] -= means[cell % periods] }
    var points: [Double] = []
    points.reserveCapacity(donors * before)
    for donor in 0..<donors { points += paths[(donor * periods)..<(donor * periods + before)] }

    self.donors = donors
    self.prePeriods = before
    self.paths = paths
    self.means = means.map { $0 + level }
    switch covariates {
    case nil:
      residualised = nil
      columns = before
    case .joint(let rows):
      let scaled = try CentredCovariates(rows, donors: donors)
      residualised = nil
      columns = before + scaled.count
      (points, treated) = scaled.appended(to: points, treated)
    case .residualised(let rows):
      let own = try ResidualisedCovariates(try CentredCovariates(rows, donors: donors))
      residualised = own
      columns = before
      (points, treated) = try own.taken(out: points, treated)
    }
    self.points = points
    self.target = treated
  }

  /// The columns as a matrix: a row a column matched, a column a donor.
  func matrix() throws(LinearAlgebraError) -> Matrix {
    try Matrix(rows: columns, columns: donors, elements: points)
  }

  /// The simplex weights of the columns, or of all but one.
  func simplexWeights(
    without column: Int? = nil, startingFrom start: [Double]? = nil
  ) throws(EffectError) -> SimplexLeastSquares.Solution {
    var (points, target) = (points, target)
    if let column {
      points = points.indices.lazy.filter { $0 % columns != column }.map { self.points[$0] }
      target.remove(at: column)
    }
    return try SimplexLeastSquares(points: points, count: donors, target: target).solve(startingFrom: start)
  }

  /// The weights with those of residualised covariates added.
  func completed(_ weights: [Double]) throws(EffectError) -> [Double] {
    guard let residualised else { return weights }
    return try residualised.completed(weights)
  }

  /// The path of weights that add up to one.
  func path(_ weights: [Double]) -> [Double] {
    var result = means
    let periods = means.count
    for donor in 0..<donors {
      for period in 0..<periods { result[period] += weights[donor] * paths[donor * periods + period] }
    }
    return result
  }
}
