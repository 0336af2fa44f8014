/// Outcomes of donors and treated units before and after one start: what every estimator of an effect is given.
///
///     let design = try EffectDesign(outcomes: y, donors: 38, treated: 1, prePeriods: 19)
///     design.treating([4])        // the treated gone, donor 4 in their place, the other donors its donors
///
/// - Shape: `outcomes` holds `donors + treated` rows of `periods` values, one row after the other; the donors first. Columns
///   `0..<prePeriods` are before the start, the rest after it, so a series of one unit is contiguous.
/// - Units: those of the outcome. Logarithms and roots are taken before the design is made.
/// - Missing: none. A design is complete; who makes it decides, by a stated rule, which units or periods are left out.
/// - `sizes` are what a unit's noise depends on, one a unit in the order of the rows: the expected number of events in a
///   period, or a population. `nil` where nobody knows them.
/// - Errors: ``EffectError``.
public struct EffectDesign: Sendable, Equatable {
  /// The outcomes, row after row, donors first.
  public let outcomes: [Double]
  /// How many units may be compared with; the first rows.
  public let donors: Int
  /// How many units are treated; the last rows.
  public let treated: Int
  /// How many periods lie before the start.
  public let prePeriods: Int
  /// How many periods there are.
  public let periods: Int
  /// What a unit's noise depends on, one a unit; `nil` where unknown.
  public let sizes: [Double]?

  /// A design whose parts fit together.
  ///
  /// - Throws: ``EffectError/noDonors``, ``EffectError/noTreated``, ``EffectError/noPrePeriods``,
  ///   ``EffectError/noPostPeriods``, ``EffectError/shape(what:expected:found:)`` and
  ///   ``EffectError/notFinite(unit:period:)``.
  public init(outcomes: [Double], donors: Int, treated: Int = 1, prePeriods: Int, sizes: [Double]? = nil)
    throws(EffectError)
  {
    guard donors > 0 else { throw .noDonors }
    guard treated > 0 else { throw .noTreated }
    guard prePeriods > 0 else { throw .noPrePeriods }
    let (units, overflow) = donors.addingReportingOverflow(treated)
    guard !overflow, outcomes.count.isMultiple(of: units) else {
      throw .shape(what: "outcomes", expected: overflow ? Int.max : units, found: outcomes.count)
    }
    let periods = outcomes.count / units
    guard prePeriods < periods else { throw .noPostPeriods }
    if let sizes {
      guard sizes.count == units else { throw .shape(what: "sizes", expected: units, found: sizes.count) }
      if let unit = sizes.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
        throw .size(unit: unit, value: sizes[unit])
      }
    }
    if let cell = outcomes.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(unit: cell / periods, period: cell % periods)
    }
    self.init(
      checked: outcomes, donors: donors, treated: treated, prePeriods: prePeriods, periods: periods,
      sizes: sizes)
  }

  /// A design made of one that was checked.
  init(
    checked outcomes: [Double], donors: Int, treated: Int, prePeriods: Int, periods: Int, sizes: [Double]?
  ) {
    self.outcomes = outcomes
    self.donors = donors
    self.treated = treated
    self.prePeriods = prePeriods
    self.periods = periods
    self.sizes = sizes
  }

  /// How many units there are.
  @inlinable public var units: Int { donors + treated }

  /// How many periods lie after the start.
  @inlinable public var postPeriods: Int { periods - prePeriods }

  /// The cells of one unit.
  @inlinable public func row(_ unit: Int) -> Range<Int> { unit * periods..<(unit + 1) * periods }

  /// The mean of the treated in each period.
  public var treatedMean: [Double] { mean(of: donors..<units) }

  /// The mean of the donors in each period.
  public var donorMean: [Double] { mean(of: 0..<donors) }

  /// The mean of some rows in each period.
  func mean(of rows: some Collection<Int>) -> [Double] {
    var sums = [Double](repeating: 0, count: periods)
    for unit in rows {
      let base = unit * periods
      for period in 0..<periods { sums[period] += outcomes[base + period] }
    }
    let count = Double(max(1, rows.count))
    return sums.map { $0 / count }
  }
}
