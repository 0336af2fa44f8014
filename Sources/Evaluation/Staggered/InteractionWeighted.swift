import Indicators

extension StaggeredEffects {
  /// The interaction-weighted effect: two-way fixed effects with a coefficient for each group and period, weighted by the
  /// groups' shares of the treated cells.
  ///
  /// The value is that of ``StaggeredAggregation/simple``. The standard error takes the shares for given and has the factor of
  /// a regression by clusters of units, G/(G − 1) · (N − 1)/(N − K), with G units, N cells and K = groups · (periods − 1) +
  /// periods coefficients that no unit's own constant takes up.
  ///
  /// - Throws: ``EffectError/parameter(name:value:)`` by the name of what the regression does not have: covariates, anticipation,
  ///   another comparison than never treated, clusters, missing cells, ends. ``EffectError/noPostPeriods`` as
  ///   ``aggregated(_:)``.
  /// - Reference: Sun and Abraham (2021) J Econom 225:175.
  public func interactionWeighted() throws(EffectError) -> StaggeredPart {
    let ends = design.stops.contains { $0 != nil }
    for (name, isThere) in [
      ("covariates", !design.covariates.isEmpty), ("anticipation", estimator.anticipation > 0),
      ("comparison", estimator.comparison != .neverTreated), ("clusters", design.clusters != nil),
      ("missing", !design.isComplete && incomplete.isEmpty), ("stops", ends),
    ] where isThere {
      throw .parameter(name: name, value: 1)
    }
    let simple = try aggregated(.simple).overall
    var contributions = [Double](repeating: 0, count: design.units)
    for (place, weight) in simple.weights.sorted(by: { $0.key < $1.key }) {
      for (unit, value) in row(place).enumerated() { contributions[unit] += weight * value }
    }
    let groups = Double(Set(cells.map(\.start)).count)
    let (clusters, periods) = (Double(units.count), Double(design.periods))
    let (observations, coefficients) = (clusters * periods, groups * (periods - 1) + periods)
    let factor = clusters / (clusters - 1) * (observations - 1) / (observations - coefficients)
    var doubt = simple.errorReason
    if !(observations > coefficients) { doubt = .tooFewTreatedForError }
    let error = StandardErrors.of(contributions, clusters: nil) * factor.squareRoot()
    return StaggeredPart(
      key: nil, effect: simple.effect, standardError: doubt == nil ? error : nil, errorReason: doubt,
      treated: simple.treated, weights: simple.weights)
  }
}
