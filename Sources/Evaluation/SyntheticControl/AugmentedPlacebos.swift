import LinearAlgebra

/// The placebo fits of a ridge-augmented synthetic control without covariates, with what all sets share made once.
///
/// Rows less their own means before the start (with unit effects) and less the mean of all donors are the same for every set. With z
/// those rows, J donors and a set S of k, the remaining donors' mean is m = −Σ_S z/(J − k) and their products
///
///     X′X = Σ_all z z′ − Σ_S z z′ − (J − k) m m′
///
/// so a set costs its simplex weights and one factor of T₀ × T₀. The differences are of numbers of one size, for the mean of all is out
/// beforehand: the answers are those of each set by itself to rounding.
struct AugmentedPlacebos {
  /// The donors' rows, centred; donors × periods.
  private let rows: [Double]
  /// What was taken from each row; 0 without unit effects.
  private let levels: [Double]
  /// The donors' mean in each period, of rows less their levels.
  private let means: [Double]
  /// Σ z z′ over all donors, before the start; T₀ × T₀.
  private let products: [Double]

  init(_ design: EffectDesign, hasUnitEffects: Bool) {
    let (donors, periods, before) = (design.donors, design.periods, design.prePeriods)
    var rows = Array(design.outcomes[..<(donors * periods)])
    var levels = [Double](repeating: 0, count: donors)
    var means = [Double](repeating: 0, count: periods)
    for donor in 0..<donors {
      let base = donor * periods
      if hasUnitEffects {
        var sum = 0.0
        for period in 0..<before { sum += rows[base + period] }
        levels[donor] = sum / Double(before)
      }
      for period in 0..<periods {
        rows[base + period] -= levels[donor]
        means[period] += rows[base + period]
      }
    }
    for period in 0..<periods { means[period] /= Double(donors) }
    var products = [Double](repeating: 0, count: before * before)
    for donor in 0..<donors {
      let base = donor * periods
      for period in 0..<periods { rows[base + period] -= means[period] }
      for t in 0..<before {
        let own = rows[base + t]
        for s in 0..<before { products[t * before + s] += own * rows[base + s] }
      }
    }
    self.rows = rows
    self.levels = levels
    self.means = means
    self.products = products
  }

  /// The fit with the treated rows of `panel` against its donors.
  func fit(
    _ panel: SyntheticPanel, _ workspace: SimplexWorkspace, penalty: Double
  ) throws(EffectError) -> EffectFit {
    let (periods, before, donors) = (panel.design.periods, panel.design.prePeriods, panel.donors)
    let (size, rest) = (Double(panel.treated.count), Double(donors.count))
    guard donors.count > 1 else { throw .tooFewDonors(needed: 2, found: donors.count) }
    // Sums over the set; the donors that remain are what is left, for all sum to nought.
    var sums = [Double](repeating: 0, count: periods)
    var system = products
    var level = 0.0
    for unit in panel.treated {
      level += levels[unit] / size
      for period in 0..<periods { sums[period] += rows[unit * periods + period] }
      for t in 0..<before {
        for s in 0..<before { system[t * before + s] -= rows[unit * periods + t] * rows[unit * periods + s] }
      }
    }
    let centre = sums.map { -$0 / rest }
    for t in 0..<before {
      for s in 0..<before { system[t * before + s] -= rest * centre[t] * centre[s] }
      system[t * before + t] += penalty
    }
    workspace.prepare(count: donors.count, dimension: before)
    rows.withUnsafeBufferPointer { rows in
      // Bounds: a donor's row ends at (donor + 1) · periods ≤ rows.count, and before < periods.
      for (point, donor) in donors.enumerated() {
        let (to, from) = (workspace.rows + point * before, donor * periods)
        for period in 0..<before { to[period] = rows[from + period] - centre[period] }
      }
    }
    for period in 0..<before { workspace.target[period] = sums[period] / size - centre[period] }
    workspace.load(ridge: 0, centred: false, importance: nil)
    let simplex = try workspace.solved()
    var (weights, gaps) = (simplex.weights, [Double](repeating: 0, count: before))
    for period in 0..<before { gaps[period] = sums[period] / size - centre[period] }
    for (donor, weight) in zip(donors, weights) where weight != 0 {
      for period in 0..<before { gaps[period] -= weight * (rows[donor * periods + period] - centre[period]) }
    }
    let slopes: [Double]
    do throws(LinearAlgebraError) {
      slopes = try CholeskyFactorization(Matrix(rows: before, columns: before, elements: system)).solve(gaps)
    } catch {
      throw .numerical(detail: "\(error)")
    }
    // Σw = 1, so the centre falls out of the path: Σ w (z − c) + c.
    var path = (0..<periods).map { means[$0] + level + centre[$0] }
    rows.withUnsafeBufferPointer { rows in
      // Bounds: as above.
      for (place, donor) in donors.enumerated() {
        let from = donor * periods
        var added = 0.0
        for period in 0..<before { added += (rows[from + period] - centre[period]) * slopes[period] }
        weights[place] += added
        for period in 0..<periods { path[period] += weights[place] * (rows[from + period] - centre[period]) }
      }
    }
    let observed = panel.observed
    let effect =
      (before..<periods).reduce(0.0) { $0 + observed[$1] - path[$1] } / Double(periods - before)
    guard effect.isFinite, weights.allSatisfy(\.isFinite) else { throw .numerical(detail: "overflow") }
    return EffectFit(
      effect: effect, observed: observed, counterfactual: path, donorWeights: weights,
      optimality: simplex.optimality, isUnique: simplex.isUnique,
      diagnostics: simplex.diagnostics + (DonorConcentration(weights)?.diagnostics ?? []))
  }
}
