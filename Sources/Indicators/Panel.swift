/// Zones × periods of one indicator and stratum: contiguous columns, one status byte a cell.
///
///     panel[zone: 3, period: 0].value     // one cell
///     panel.values[panel.series(3)]       // one zone's series, contiguous
///
/// - Shape: `zones.count` rows of `periods.count` cells, a row after the other. One series is contiguous, so batch
///   kernels stream.
/// - Numbers are finite where the status is observed and NaN everywhere else. A hidden or missing cell is never zero. Only
///   a denominator may stay known where the cell has no figure: the population behind a hidden count is often public.
/// - Where numerators and denominators are known, value = multiplier · numerator / denominator.
/// - Immutable once made; the columns are copied on write, so panels are cheap to pass around.
public struct Panel: Sendable {
  /// The id of the indicator, or the name of the measure in a foreign file.
  public let indicator: String
  /// Which part of the population.
  public let stratum: Stratum
  /// What kind of figure; `nil` where nobody declared it.
  public let kind: IndicatorKind?
  /// The unit of the values.
  public let unit: Unit
  /// Value = multiplier · numerator / denominator.
  public let multiplier: Double
  /// The zones, each once.
  public let zones: [Zone]
  /// The periods, each once, in order.
  public let periods: [Period]
  /// The values.
  public let values: [Double]
  /// The numerators; `nil` where the source has none.
  public let numerators: [Double]?
  /// The denominators; `nil` where the source has none.
  public let denominators: [Double]?
  /// The statuses.
  public let statuses: [CellStatus]
  /// Bounds of hidden cells, by cell, where the source declares its rule; a bare `:` has none. They bound the numerator
  /// (of counts: the value), never a rate.
  public let bounds: [Int: ClosedRange<Double>]

  /// A panel whose parts fit together.
  ///
  /// - Parameter bounds: Bounds of the numerators of hidden cells (of counts: of their values), by cell. The lower end is
  ///   finite.
  /// - Throws: ``IndicatorsError/wrongShape(what:expected:found:)``,
  ///   ``IndicatorsError/duplicateAxisValue(axis:value:)``, ``IndicatorsError/unorderedPeriods(earlier:later:)`` where the
  ///   periods are not in order, and ``IndicatorsError/statusMismatch(zone:period:)`` where a cell's number and status
  ///   contradict each other, or bounds are given of a cell that is not hidden.
  public init(
    indicator: String, stratum: Stratum = .all, kind: IndicatorKind? = nil, unit: Unit = .unknown,
    multiplier: Double = 1, zones: [Zone], periods: [Period], values: [Double], numerators: [Double]? = nil,
    denominators: [Double]? = nil, statuses: [CellStatus], bounds: [Int: ClosedRange<Double>] = [:]
  ) throws(IndicatorsError) {
    let axes = try PanelAxes(zones: zones, periods: periods)
    try self.init(
      indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier, axes: axes,
      values: values, numerators: numerators, denominators: denominators, statuses: statuses, bounds: bounds,
      cellsAgree: false)
  }

  /// A panel on axes that were checked before, so that panels that share them are not checked anew.
  ///
  /// - Parameter cellsAgree: Whether ``PanelCells/agree(values:numerators:denominators:statuses:)`` has held of every cell
  ///   already. The store asks it of each chunk while the chunk is in the cache, and then need not pass over all columns
  ///   once more. Sizes and bounds are checked here in either case.
  package init(
    indicator: String, stratum: Stratum, kind: IndicatorKind?, unit: Unit, multiplier: Double,
    axes: PanelAxes,
    values: [Double], numerators: [Double]?, denominators: [Double]?, statuses: [CellStatus],
    bounds: [Int: ClosedRange<Double>], cellsAgree: Bool
  ) throws(IndicatorsError) {
    let zones = axes.zones
    let periods = axes.periods
    let (count, overflow) = zones.count.multipliedReportingOverflow(by: periods.count)
    guard !overflow else { throw .wrongShape(what: "panel", expected: Int.max, found: values.count) }
    for (what, found) in [
      ("values", values.count), ("numerators", numerators?.count ?? count),
      ("denominators", denominators?.count ?? count), ("statuses", statuses.count),
    ] where found != count {
      throw .wrongShape(what: what, expected: count, found: found)
    }
    func mismatch(_ cell: Int) -> IndicatorsError {
      .statusMismatch(
        zone: zones[cell / periods.count].code, period: periods[cell % periods.count].description)
    }
    if !cellsAgree,
      let cell = PanelCells.firstMismatch(
        values: values, numerators: numerators, denominators: denominators, statuses: statuses)
    {
      throw mismatch(cell)
    }
    for (cell, range) in bounds {
      guard (0..<count).contains(cell) else {
        throw .wrongShape(what: "bounds", expected: count, found: cell)
      }
      guard statuses[cell].isSuppressed, range.lowerBound.isFinite else { throw mismatch(cell) }
    }
    self.indicator = indicator
    self.stratum = stratum
    self.kind = kind
    self.unit = unit
    self.multiplier = multiplier
    self.zones = zones
    self.periods = periods
    self.values = values
    self.numerators = numerators
    self.denominators = denominators
    self.statuses = statuses
    self.bounds = bounds
  }

  /// The position of a cell in the columns.
  @inlinable public func index(zone: Int, period: Int) -> Int { zone * periods.count + period }

  /// The cells of one zone's series.
  @inlinable public func series(_ zone: Int) -> Range<Int> {
    zone * periods.count..<(zone + 1) * periods.count
  }

  /// The cell of a zone and a period, by position.
  public subscript(zone zone: Int, period period: Int) -> Cell {
    let cell = index(zone: zone, period: period)
    return Cell(
      value: values[cell], numerator: numerators?[cell], denominator: denominators?[cell],
      status: statuses[cell])
  }

  /// The position of a zone's code; `nil` where the panel has no such zone.
  public func position(ofZone code: String) -> Int? { zones.firstIndex { $0.code == code } }

  /// The position of a period; `nil` where the panel has no such period.
  public func position(of period: Period) -> Int? { periods.firstIndex(of: period) }

  /// Whether numerator and denominator of every observed cell are known.
  public var hasParts: Bool { numerators != nil && denominators != nil }

  /// Whether the figures are numbers of things, which may be added and subtracted as they are.
  public var isCount: Bool { kind == .count }
}

extension Panel: Equatable {
  /// Equal in every part, hidden cells being equal to hidden cells whatever bits stand behind them.
  public static func == (left: Panel, right: Panel) -> Bool {
    func same(_ one: [Double]?, _ other: [Double]?) -> Bool {
      guard let one, let other else { return one == nil && other == nil }
      return one.count == other.count && zip(one, other).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }
    return left.indicator == right.indicator && left.stratum == right.stratum && left.kind == right.kind
      && left.unit == right.unit && left.multiplier == right.multiplier && left.zones == right.zones
      && left.periods == right.periods && left.statuses == right.statuses && left.bounds == right.bounds
      && same(left.values, right.values) && same(left.numerators, right.numerators)
      && same(left.denominators, right.denominators)
  }
}
