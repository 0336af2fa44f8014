import Indicators

/// A part and what each unit contributes to it.
struct AggregatedSum {
  let part: StaggeredPart
  let contributions: [Double]
}

/// The arithmetic of aggregates.
///
/// With weights w_c = N_c/ΣN over comparisons c, and 1_ic where unit i is one of c's group, the contributions are
///
///     φᵢ = Σ w_c φ_ic + Σ 1_ic (ATT_c − θ)/ΣN
///
/// whose second term is the estimation of the weights.
extension StaggeredEffects {
  /// Comparisons weighted by the size of their groups.
  func weighted(_ places: [Int], key: Int?) -> AggregatedSum {
    let total = Double(places.reduce(0) { $0 + plan[$1].members.count })
    let weights = places.map { Double(plan[$0].members.count) / total }
    let effect = zip(places, weights).reduce(0) { $0 + (self.effect($1.0) ?? 0) * $1.1 }
    var contributions = combined(places, weights)
    for place in places {
      let excess = ((self.effect(place) ?? 0) - effect) / total
      for unit in plan[place].members { contributions[unit] += excess }
    }
    return sum(effect, contributions, Array(zip(places, weights)), key)
  }

  /// The plain mean of comparisons.
  func averaged(_ places: [Int], key: Int?) -> AggregatedSum {
    let weights = [Double](repeating: 1 / Double(places.count), count: places.count)
    let effect = places.reduce(0) { $0 + (self.effect($1) ?? 0) } / Double(places.count)
    return sum(effect, combined(places, weights), Array(zip(places, weights)), key)
  }

  /// Groups weighted by how many units start in them.
  func overGroups(_ groups: [AggregatedSum]) -> AggregatedSum {
    let members = groups.map { distinct($0.part.weights.keys, \.members) }
    let total = Double(members.reduce(0) { $0 + $1.count })
    let weights = members.map { Double($0.count) / total }
    let effect = zip(groups, weights).reduce(0) { $0 + $1.0.part.effect * $1.1 }
    var contributions = [Double](repeating: 0, count: design.units)
    for (group, weight) in zip(groups, weights) {
      for unit in contributions.indices { contributions[unit] += weight * group.contributions[unit] }
    }
    for (group, members) in zip(groups, members) {
      for unit in members { contributions[unit] += (group.part.effect - effect) / total }
    }
    return sum(effect, contributions, Self.merged(groups, weights), nil)
  }

  /// The plain mean of parts.
  func mean(_ parts: [AggregatedSum]) -> AggregatedSum {
    let count = Double(parts.count)
    var contributions = [Double](repeating: 0, count: design.units)
    for part in parts {
      for unit in contributions.indices { contributions[unit] += part.contributions[unit] / count }
    }
    let weights = [Double](repeating: 1 / count, count: parts.count)
    return sum(
      parts.reduce(0) { $0 + $1.part.effect } / count, contributions, Self.merged(parts, weights), nil)
  }

  private static func merged(_ parts: [AggregatedSum], _ weights: [Double]) -> [(Int, Double)] {
    zip(parts, weights).flatMap { part, weight in part.part.weights.map { ($0.key, $0.value * weight) } }
  }

  private func combined(_ places: [Int], _ weights: [Double]) -> [Double] {
    var total = [Double](repeating: 0, count: design.units)
    for (place, weight) in zip(places, weights) {
      let row = row(place)
      // Bounds: a row has one value a unit, as `total` has.
      row.withUnsafeBufferPointer { row in
        for unit in total.indices { total[unit] += weight * row[unit] }
      }
    }
    return total
  }

  private func sum(
    _ effect: Double, _ contributions: [Double], _ weights: [(Int, Double)], _ key: Int?
  ) -> AggregatedSum {
    let weights = Dictionary(weights) { $0 + $1 }
    let doubt = doubt(weights.keys)
    return AggregatedSum(
      part: StaggeredPart(
        key: key, effect: effect,
        standardError: doubt == nil ? StandardErrors.of(contributions, clusters: design.clusters) : nil,
        errorReason: doubt, treated: distinct(weights.keys, \.treated).count, weights: weights),
      contributions: contributions)
  }

  /// The units of some comparisons, each once, ascending.
  private func distinct(
    _ places: some Collection<Int>, _ units: KeyPath<PlannedComparison, [Int]>
  ) -> [Int] {
    var isThere = [Bool](repeating: false, count: design.units)
    for place in places { for unit in plan[place][keyPath: units] { isThere[unit] = true } }
    return isThere.indices.filter { isThere[$0] }
  }

  /// Why an aggregate has no error: a comparison in it has one treated or one compared cluster, or all together are too few.
  private func doubt(_ places: some Collection<Int>) -> Reason? {
    let counted = places.filter { !plan[$0].isReference }
    guard !counted.isEmpty else { return .referencePeriod }
    let all = cells + afterEnd
    if counted.contains(where: { all[$0].errorReason == .varianceNotEstimable }) {
      return .varianceNotEstimable
    }
    let fewest = estimator.fewestTreated
    let isPlenty =
      design.clusters == nil && counted.contains { plan[$0].treated.count >= fewest }
      && counted.contains { plan[$0].controls.count >= fewest }
    if isPlenty { return nil }
    return CallawaySantAnna.doubt(
      treated: distinct(counted, \.treated), controls: distinct(counted, \.controls),
      clusters: design.clusters, fewest: fewest)
  }
}
