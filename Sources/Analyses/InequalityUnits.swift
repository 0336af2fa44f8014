import Estimates
import Indicators
import Inequality
import Rates

/// The groups or zones of one whole in one period, ready to be measured.
struct InequalityUnits: Sendable {
  /// The figures, in the panel's unit.
  var values: [Double] = []
  /// The persons of each unit; `nil` where unknown.
  var persons: [Double]?
  /// The numerators; `nil` where unknown.
  var events: [Double]?
  /// Intervals of the figures at 95 %; `nil` where they have none.
  var intervals: [ConfidenceInterval]?
  /// Why they have none.
  var intervalReason = Reason.unknownKind
  /// What the units are ranked by; `nil` where they have no rank.
  var ranks: [Double]?
  /// The largest possible figure of a share.
  var bound: Double?
  /// Value = multiplier · events / persons.
  var multiplier = 1.0
  /// Persons of groups over zones, for segregation.
  var table: [[Double]]?
  /// What is worth knowing.
  var diagnostics: [Diagnostic] = []

  /// The units of cells, in order; the first that has no figure refuses all.
  ///
  /// - Parameters:
  ///   - cells: One cell a unit.
  ///   - panel: Which kind of figure they are.
  ///   - countAlike: Whether units without known sizes count alike, rather than not at all.
  init(_ cells: [Cell], of panel: Panel, ranks: [Double]?, countAlike: Bool) throws(Reason) {
    for cell in cells {
      if cell.status.isSuppressed { throw .suppressed }
    }
    for cell in cells {
      if let reason = cell.status.reason { throw reason }
    }
    values = cells.compactMap(\.value)
    guard values.count == cells.count else { throw .missing }
    multiplier = panel.kind == .count ? 1 : panel.multiplier
    if panel.kind == .proportion { bound = panel.unit == .perCent ? 100 : panel.multiplier }
    self.ranks = ranks
    let sizes = cells.compactMap(\.denominator)
    if sizes.count == cells.count {
      persons = sizes
    } else if countAlike {
      persons = values.map { _ in 1 }
      diagnostics.append(.unitsCountAlike)
    }
    let tops = cells.compactMap(\.numerator)
    if tops.count == cells.count, sizes.count == cells.count { events = tops }
    do throws(FigureRefusal) {
      var found: [ConfidenceInterval] = []
      for cell in cells {
        let estimate = try Figure(cell, kind: panel.kind).estimate(level: .p95).scaled(by: multiplier)
        guard let interval = estimate.interval else {
          throw FigureRefusal(estimate.intervalReason ?? .noIntervalForKind)
        }
        found.append(interval)
      }
      intervals = found
    } catch {
      intervalReason = error.reason
    }
    if panel.kind != .mean, let events, let persons {
      table = [events, zip(persons, events).map { $0 - $1 }]
    }
  }

  /// Only counts of groups over zones.
  init(table: [[Double]]) {
    self.table = table
    values = table.first ?? []
  }

  /// The number of persons, or of units.
  private func population() throws(Reason) -> [Double] {
    guard let persons else { throw .needsPopulations }
    return persons
  }

  private func ranked(scale: Double = 1) throws(Reason) -> RankedUnits {
    guard let ranks else { throw .unitsNotRanked }
    return try RankedUnits(
      values: values.map { $0 * scale }, weights: try population(), ranks: ranks,
      intervals: intervals?.compactMap { $0.scaled(by: scale) })
  }

  /// A measure of the units that is not one of segregation, in the unit of the measure.
  func estimate(
    _ measure: InequalityMeasure, link: SlopeIndex.Link, contrast: SlopeIndex.Contrast,
    level: ConfidenceInterval.Level
  ) throws(Reason) -> Estimate {
    if let spread = measure.spread {
      let weights = persons ?? values.map { _ in 1 }
      let z = ConfidenceInterval.Level.p95.normalQuantile
      let units = try WeightedValues(
        values, weights: weights, standardErrors: intervals?.map { ($0.upper - $0.lower) / (2 * z) },
        errorReason: intervalReason)
      let found = saying(
        try spread.estimate(units, level: level), adding: persons == nil ? [.unitsCountAlike] : [])
      return SpreadByChance(self).map { $0.doubting(found) } ?? found
    }
    // The scale of log odds needs shares of 1.
    let scale = link == .logit ? 1 / (bound ?? 1) : 1
    switch measure {
    case .siiOHID:
      guard link != .logit || bound != nil else { throw .outsideBounds }
      return saying(
        try SlopeIndex(try ranked(scale: scale), link: link).absolute(contrast, level: level).scaled(
          by: 1 / scale))
    case .riiOHID:
      guard link != .logit || bound != nil else { throw .outsideBounds }
      return saying(try SlopeIndex(try ranked(scale: scale), link: link).relative(contrast, level: level))
    case .riiMean:
      return saying(try SlopeIndex(try ranked()).relative(contrast, to: .mean, level: level))
    case .siiWHO, .riiWHO:
      guard let ranks else { throw .unitsNotRanked }
      guard let events, let persons else { throw .needsNumeratorAndDenominator }
      let fit = try LogisticSlopeIndex(events: events, of: persons, ranks: ranks)
      return measure == .siiWHO
        ? fit.absolute(contrast, level: level).scaled(by: multiplier) : fit.relative(contrast, level: level)
    case .concentration:
      return saying(try ConcentrationIndex(try ranked()).estimate(isBounded: bound != nil, level: level))
    case .erreygers, .wagstaff:
      guard let bound else { throw .boundsUnknown }
      return saying(
        try ConcentrationIndex(try ranked()).estimate(
          measure == .erreygers ? .erreygers(0...bound) : .wagstaff(0...bound), level: level))
    case .endsDifference: return saying(try EndsOfRanking(try ranked()).difference(contrast, level: level))
    case .endsRatio: return saying(try EndsOfRanking(try ranked()).ratio(contrast, level: level))
    case .attributableRisk: return saying(try AttributableRisk(try ranked()).risk(level: level))
    case .attributableFraction: return saying(try AttributableRisk(try ranked()).fraction(level: level))
    default: throw .notApplicable
    }
  }

  /// The same, saying why the figures have no intervals where the index could only say that they have none.
  private func saying(_ estimate: Estimate, adding more: [Diagnostic] = []) -> Estimate {
    let reason =
      intervals == nil && estimate.intervalReason == .noIntervalForKind
      ? intervalReason : estimate.intervalReason
    return Estimate(
      estimate.value, interval: estimate.interval, intervalReason: reason,
      standardError: estimate.standardError, method: estimate.method, n: estimate.n,
      diagnostics: estimate.diagnostics + more)
  }

  /// Measures of segregation, with what chance gives.
  func segregation(
    _ indices: [SegregationIndex], replicates: Int, seed: UInt64, series: Int, level: ConfidenceInterval.Level
  ) throws(Reason) -> [Result<RandomAllocation.Test, Reason>] {
    guard let table else { throw .needsNumeratorAndDenominator }
    return try RandomAllocation(try SegregationTable(counts: table)).test(
      indices, replicates: replicates, seed: seed, series: series, level: level, threads: .single)
  }
}

extension Reason {
  /// The units have no order: neither groups nor a ranking indicator was named.
  static let unitsNotRanked = Reason("units-not-ranked")
  /// The figures are not declared to be shares, so their largest possible value is unknown.
  static let boundsUnknown = Reason("bounds-unknown")
}

extension Diagnostic {
  /// Groups stand in the order of the file; nobody said that it is the order of rank.
  static let orderAsInFile = Diagnostic("order-as-in-file")
  /// The ranking is of another period than the figures.
  static let rankedByAnotherPeriod = Diagnostic("ranked-by-another-period")
  /// A row that stands for the whole was left out of its parts.
  static let wholeLeftOut = Diagnostic("whole-left-out")
}
