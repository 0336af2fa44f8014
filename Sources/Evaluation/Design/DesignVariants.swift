/// The same figures asked another question: a donor in the place of the treated, a donor or a year left out, a start that
/// never was. Every variant is complete because the design was.
extension EffectDesign {
  /// Donors in the place of the treated: the treated are gone, `set` is treated, the other donors are its donors.
  ///
  /// - Parameter set: Positions of donors, each once, in any order; the treated rows keep that order.
  /// - Throws: ``EffectError/unknownDonor(_:)`` for a position that is none or comes twice, and
  ///   ``EffectError/noDonors`` where nobody is left to compare with.
  public func treating(_ set: [Int]) throws(EffectError) -> EffectDesign {
    var isTreated = [Bool](repeating: false, count: donors)
    for donor in set {
      guard isTreated.indices.contains(donor), !isTreated[donor] else { throw .unknownDonor(donor) }
      isTreated[donor] = true
    }
    guard !set.isEmpty else { throw .noTreated }
    guard set.count < donors else { throw .noDonors }
    return keeping(donors: (0..<donors).filter { !isTreated[$0] }, treated: set)
  }

  /// Only some donors, in the order given.
  ///
  /// - Throws: ``EffectError/unknownDonor(_:)`` for a position that is none or comes twice, and
  ///   ``EffectError/noDonors`` where none is given.
  public func keeping(donors kept: [Int]) throws(EffectError) -> EffectDesign {
    guard !kept.isEmpty else { throw .noDonors }
    var seen = [Bool](repeating: false, count: donors)
    for donor in kept {
      guard seen.indices.contains(donor), !seen[donor] else { throw .unknownDonor(donor) }
      seen[donor] = true
    }
    return keeping(donors: kept, treated: Array(donors..<units))
  }

  /// All donors but one.
  ///
  /// - Throws: ``EffectError/unknownDonor(_:)``, and ``EffectError/noDonors`` where it was the only one.
  public func leavingOut(donor: Int) throws(EffectError) -> EffectDesign {
    guard (0..<donors).contains(donor) else { throw .unknownDonor(donor) }
    return try keeping(donors: (0..<donors).filter { $0 != donor })
  }

  /// All periods before the start but one.
  ///
  /// - Throws: ``EffectError/noPrePeriods`` where it was the only one, or is none of them.
  public func leavingOut(prePeriod: Int) throws(EffectError) -> EffectDesign {
    guard prePeriods > 1, (0..<prePeriods).contains(prePeriod) else { throw .noPrePeriods }
    return selecting((0..<periods).filter { $0 != prePeriod }, prePeriods: prePeriods - 1)
  }

  /// A start that never was: `years` periods earlier, with nothing from after the true start.
  ///
  /// - Throws: ``EffectError/noPrePeriods`` where no period is left before it, ``EffectError/noPostPeriods`` for zero years.
  public func backdated(by years: Int) throws(EffectError) -> EffectDesign {
    guard years > 0 else { throw .noPostPeriods }
    guard years < prePeriods else { throw .noPrePeriods }
    return selecting(Array(0..<prePeriods), prePeriods: prePeriods - years)
  }

  /// Only the first `count` periods from the start on: what was known at an earlier look.
  ///
  /// - Throws: ``EffectError/noPostPeriods`` where `count` is not between one and all of them.
  public func seen(after count: Int) throws(EffectError) -> EffectDesign {
    guard (1...postPeriods).contains(count) else { throw .noPostPeriods }
    return selecting(Array(0..<prePeriods + count), prePeriods: prePeriods)
  }

  /// The treated without a constant effect: `effect` is taken from every cell of the treated from the start on.
  ///
  /// - Throws: ``EffectError/parameter(name:value:)`` for an effect that is no number or makes a cell infinite.
  public func removing(effect: Double) throws(EffectError) -> EffectDesign {
    var cells = outcomes
    for unit in donors..<units {
      for cell in row(unit).suffix(postPeriods) {
        cells[cell] -= effect
        guard cells[cell].isFinite else { throw .parameter(name: "effect", value: effect) }
      }
    }
    return EffectDesign(
      checked: cells, donors: donors, treated: treated, prePeriods: prePeriods, periods: periods, sizes: sizes
    )
  }

  /// Some rows: both lists hold positions of rows that exist.
  private func keeping(donors kept: [Int], treated set: [Int]) -> EffectDesign {
    var rows: [Double] = []
    rows.reserveCapacity((kept.count + set.count) * periods)
    for unit in kept { rows += outcomes[row(unit)] }
    for unit in set { rows += outcomes[row(unit)] }
    return EffectDesign(
      checked: rows, donors: kept.count, treated: set.count, prePeriods: prePeriods, periods: periods,
      sizes: sizes.map { sizes in (kept + set).map { sizes[$0] } })
  }

  /// Some columns: positions of periods that exist, in order.
  func selecting(_ columns: [Int], prePeriods: Int) -> EffectDesign {
    var cells: [Double] = []
    cells.reserveCapacity(units * columns.count)
    for unit in 0..<units {
      let base = unit * periods
      for column in columns { cells.append(outcomes[base + column]) }
    }
    return EffectDesign(
      checked: cells, donors: donors, treated: treated, prePeriods: prePeriods, periods: columns.count,
      sizes: sizes)
  }
}
