/// Outcomes of units whose programme starts in different periods, ends, or never comes.
///
///     // three zones over four years: from the third year on, from the second until the fourth, never
///     let design = try CohortDesign(
///       outcomes: [5, 6, 9, 9, 4, 7, 7, 5, 3, 4, 4, 5], periods: 4, starts: [2, 1, nil], stops: [nil, 3, nil])
///
/// - Shape: `outcomes` holds one row of `periods` values a unit, one row after the other. Starts and stops are positions of
///   periods, counted from 0: the programme is there in `start..<stop`. A start past the last period is one that has not come
///   yet; a start in the first period, or before it, has no figures to compare with, and the unit is left out by every
///   estimator and counted.
/// - Missing: cells where `isObserved` is false are never read. What is done with a unit that lacks a cell is the
///   estimator's rule.
/// - `sizes` are what a unit's noise depends on (expected events in a period, or a population). `clusters` are ids of units
///   whose noise goes together, such as their municipality.
/// - Errors: ``EffectError``.
public struct CohortDesign: Sendable, Equatable {
  /// The outcomes, row after row.
  public let outcomes: [Double]
  /// Whether each cell is observed; `nil` where all are.
  public let isObserved: [Bool]?
  /// How many periods there are.
  public let periods: Int
  /// The first period of the programme, one a unit; `nil` where it never comes.
  public let starts: [Int?]
  /// The first period without the programme again, one a unit; `nil` where it has not ended.
  public let stops: [Int?]
  /// Columns of what else is known of the units, one value a unit, without an intercept.
  public let covariates: [[Double]]
  /// What a unit's noise depends on; `nil` where unknown.
  public let sizes: [Double]?
  /// Units whose noise goes together have the same id; `nil` where each is its own.
  public let clusters: [Int]?

  /// A design whose parts fit together.
  ///
  /// - Throws: ``EffectError/noDonors`` without units, ``EffectError/noTreated`` where no programme starts in the data after
  ///   the first period, ``EffectError/noPrePeriods`` with fewer than two periods,
  ///   ``EffectError/shape(what:expected:found:)``, ``EffectError/notFinite(unit:period:)``,
  ///   ``EffectError/size(unit:value:)`` and ``EffectError/cohorts(_:)``.
  public init(
    outcomes: [Double], periods: Int, starts: [Int?], stops: [Int?]? = nil, isObserved: [Bool]? = nil,
    covariates: [[Double]] = [], sizes: [Double]? = nil, clusters: [Int]? = nil
  ) throws(EffectError) {
    let units = starts.count
    guard units > 0 else { throw .noDonors }
    guard periods > 1 else { throw .noPrePeriods }
    let (cells, overflow) = units.multipliedReportingOverflow(by: periods)
    guard !overflow, outcomes.count == cells else {
      throw .shape(what: "outcomes", expected: overflow ? Int.max : cells, found: outcomes.count)
    }
    let stops = stops ?? [Int?](repeating: nil, count: units)
    guard stops.count == units else { throw .shape(what: "stops", expected: units, found: stops.count) }
    if let isObserved, isObserved.count != cells {
      throw .shape(what: "isObserved", expected: cells, found: isObserved.count)
    }
    for (unit, stop) in stops.enumerated() {
      guard let stop else { continue }
      guard let start = starts[unit], start < stop else {
        throw .cohorts(.stopBeforeStart(unit: unit))
      }
    }
    if let cell = outcomes.indices.first(where: { !outcomes[$0].isFinite && isObserved?[$0] ?? true }) {
      throw .notFinite(unit: cell / periods, period: cell % periods)
    }
    for (column, values) in covariates.enumerated() {
      guard values.count == units else {
        throw .shape(what: "covariates", expected: units, found: values.count)
      }
      if let unit = values.firstIndex(where: { !$0.isFinite }) {
        throw .cohorts(.covariate(unit: unit, column: column))
      }
    }
    if let sizes {
      guard sizes.count == units else { throw .shape(what: "sizes", expected: units, found: sizes.count) }
      if let unit = sizes.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
        throw .size(unit: unit, value: sizes[unit])
      }
    }
    if let clusters, clusters.count != units {
      throw .shape(what: "clusters", expected: units, found: clusters.count)
    }
    guard starts.contains(where: { $0.map { $0 > 0 && $0 < periods } ?? false }) else { throw .noTreated }
    self.init(
      checked: outcomes, isObserved: isObserved, periods: periods, starts: starts, stops: stops,
      covariates: covariates, sizes: sizes, clusters: clusters)
  }

  /// A design made of one that was checked.
  init(
    checked outcomes: [Double], isObserved: [Bool]?, periods: Int, starts: [Int?], stops: [Int?],
    covariates: [[Double]], sizes: [Double]?, clusters: [Int]?
  ) {
    self.outcomes = outcomes
    self.isObserved = isObserved
    self.periods = periods
    self.starts = starts
    self.stops = stops
    self.covariates = covariates
    self.sizes = sizes
    self.clusters = clusters
  }

  /// How many units there are.
  public var units: Int { starts.count }

  /// Whether the programme is in a unit in a period.
  public func isTreated(_ unit: Int, _ period: Int) -> Bool {
    guard let start = starts[unit], period >= start else { return false }
    return stops[unit].map { period < $0 } ?? true
  }

  /// Whether the programme has ended in a unit by a period.
  public func hasEnded(_ unit: Int, _ period: Int) -> Bool { stops[unit].map { period >= $0 } ?? false }

  /// Whether a cell is observed.
  @inlinable public func observes(_ unit: Int, _ period: Int) -> Bool {
    isObserved.map { $0[unit * periods + period] } ?? true
  }

  /// Whether every cell is observed.
  public var isComplete: Bool { isObserved?.allSatisfy(\.self) ?? true }

  /// The units with every cell observed.
  public var completeUnits: [Int] {
    (0..<units).filter { unit in (0..<periods).allSatisfy { observes(unit, $0) } }
  }

  /// The same figures with other starts and stops, one a unit, all of them checked before.
  func with(starts: [Int?], stops: [Int?]) -> CohortDesign {
    CohortDesign(
      checked: outcomes, isObserved: isObserved, periods: periods, starts: starts, stops: stops,
      covariates: covariates, sizes: sizes, clusters: clusters)
  }

  /// The same units with other outcomes, as many as before and finite.
  func with(outcomes: [Double]) -> CohortDesign {
    CohortDesign(
      checked: outcomes, isObserved: isObserved, periods: periods, starts: starts, stops: stops,
      covariates: covariates, sizes: sizes, clusters: clusters)
  }

  /// Only some units: positions of units that exist, each once.
  func keeping(_ kept: [Int]) -> CohortDesign {
    CohortDesign(
      checked: kept.flatMap { outcomes[$0 * periods..<($0 + 1) * periods] },
      isObserved: isObserved.map { seen in kept.flatMap { seen[$0 * periods..<($0 + 1) * periods] } },
      periods: periods, starts: kept.map { starts[$0] }, stops: kept.map { stops[$0] },
      covariates: covariates.map { column in kept.map { column[$0] } },
      sizes: sizes.map { sizes in kept.map { sizes[$0] } },
      clusters: clusters.map { clusters in kept.map { clusters[$0] } })
  }
}
