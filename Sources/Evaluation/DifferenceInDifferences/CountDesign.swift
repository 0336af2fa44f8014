/// Events and what they happened in, of donors and treated units before and after one start.
///
///     let design = try CountDesign(counts: events, exposures: persons, donors: 20, prePeriods: 12)
///
/// - Shape: as ``EffectDesign``: row after row, donors first; the exposures in the same order.
/// - Units: events, and persons, person-years or standardised expected events.
/// - Missing: none; a hidden count is no zero. Who makes the design leaves units or periods out by a stated rule.
/// - Errors: those of ``EffectDesign``; ``EffectError/size(unit:value:)`` for an exposure that is not above zero,
///   ``EffectError/parameter(name:value:)`` for a negative count.
public struct CountDesign: Sendable, Equatable {
  /// The events.
  public let counts: EffectDesign
  /// What they happened in.
  public let exposures: [Double]

  /// A design whose parts fit together.
  public init(
    counts: [Double], exposures: [Double], donors: Int, treated: Int = 1, prePeriods: Int
  ) throws(EffectError) {
    let design = try EffectDesign(outcomes: counts, donors: donors, treated: treated, prePeriods: prePeriods)
    guard exposures.count == counts.count else {
      throw .shape(what: "exposures", expected: counts.count, found: exposures.count)
    }
    if let cell = exposures.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
      throw .size(unit: cell / design.periods, value: exposures[cell])
    }
    if let count = counts.first(where: { $0 < 0 }) { throw .parameter(name: "count", value: count) }
    self.init(design, exposures)
  }

  private init(_ counts: EffectDesign, _ exposures: [Double]) {
    self.counts = counts
    self.exposures = exposures
  }

  /// Donors in the place of the treated, as ``EffectDesign/treating(_:)``.
  public func treating(_ set: [Int]) throws(EffectError) -> CountDesign {
    let counts = try counts.treating(set)
    let exposures = EffectDesign(
      checked: exposures, donors: self.counts.donors, treated: self.counts.treated,
      prePeriods: self.counts.prePeriods, periods: self.counts.periods, sizes: nil)
    return CountDesign(counts, try exposures.treating(set).outcomes)
  }

  /// The events expected of each unit in a period at the donors' common rate before the start.
  public func expectedCounts() throws(EffectError) -> [Double] {
    try NoiseSizes.expectedCounts(
      counts.outcomes, denominators: exposures, donors: counts.donors, prePeriods: counts.prePeriods,
      periods: counts.periods)
  }
}
