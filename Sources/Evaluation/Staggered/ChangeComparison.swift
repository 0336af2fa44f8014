import Indicators

/// The mean change of a group less that of those it is compared with, and what each unit contributes to the difference.
///
/// The contribution of unit i is φᵢ = ψᵢ/n with ψ the influence function, so that the variance is Σ φᵢ² whatever n is taken to
/// be. Without covariates φ is the unit's distance from its side's mean over the side's size. Covariates are centred and scaled
/// over the units of a comparison, which changes no answer.
struct ChangeComparison: Sendable {
  let design: CohortDesign
  let use: CallawaySantAnna.CovariateUse

  init(_ design: CohortDesign, _ use: CallawaySantAnna.CovariateUse) {
    self.design = design
    self.use = use
  }

  /// The difference; `row` has one place a unit, all zero on entry.
  func difference(
    _ cell: PlannedComparison, into row: UnsafeMutableBufferPointer<Double>
  ) -> Result<Double, Reason> {
    guard !cell.treated.isEmpty else { return .failure(.groupNotObserved) }
    guard !cell.controls.isEmpty else { return .failure(.comparedNotObserved) }
    if design.covariates.isEmpty { return .success(plain(cell, into: row)) }
    let problem = AdjustedChange(cell, design)
    let answer: Result<AdjustedChange.Answer, Reason> =
      switch use {
      case .regression: problem.regression()
      case .weighting: problem.weighting()
      case .doublyRobust: problem.doublyRobust()
      }
    return answer.map { answer in
      for (place, unit) in (cell.treated + cell.controls).enumerated() {
        row[unit] = answer.contributions[place]
      }
      return answer.effect
    }
  }

  /// Means of both sides. Bounds: members of a comparison are units of the design and its periods are the design's, so every
  /// index is below units × periods, and below units in `row`.
  private func plain(_ cell: PlannedComparison, into row: UnsafeMutableBufferPointer<Double>) -> Double {
    design.outcomes.withUnsafeBufferPointer { outcomes in
      let periods = design.periods
      var means = (0.0, 0.0)
      for unit in cell.treated {
        let change = outcomes[unit * periods + cell.period] - outcomes[unit * periods + cell.base]
        row[unit] = change
        means.0 += change
      }
      for unit in cell.controls {
        let change = outcomes[unit * periods + cell.period] - outcomes[unit * periods + cell.base]
        row[unit] = change
        means.1 += change
      }
      let (inside, outside) = (Double(cell.treated.count), Double(cell.controls.count))
      means = (means.0 / inside, means.1 / outside)
      for unit in cell.treated { row[unit] = (row[unit] - means.0) / inside }
      for unit in cell.controls { row[unit] = (means.1 - row[unit]) / outside }
      return means.0 - means.1
    }
  }
}

/// √ of the summed squares of contributions, summed within clusters first.
enum StandardErrors {
  static func of(_ contributions: some Collection<Double>, clusters: [Int]?) -> Double {
    guard let clusters else { return contributions.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    return sums(contributions, clusters).reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The sums within clusters, in the order clusters first come.
  static func sums(_ contributions: some Collection<Double>, _ clusters: [Int]) -> [Double] {
    var place: [Int: Int] = [:]
    var sums: [Double] = []
    for (cluster, value) in zip(clusters, contributions) {
      if let known = place[cluster] {
        sums[known] += value
      } else {
        place[cluster] = sums.count
        sums.append(value)
      }
    }
    return sums
  }
}
