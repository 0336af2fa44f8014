import Indicators

/// Panels for tests, made from plain arrays. Zones are `1`, `2`, …, periods are years.
public enum TestPanels {
  /// Zones with the codes `1` to `count`.
  public static func zones(_ count: Int) -> [Zone] {
    (0..<max(0, count)).map { Zone(code: "\($0 + 1)", name: "Zone \($0 + 1)") }
  }

  /// `count` years from a first one.
  public static func years(from first: Int, _ count: Int) -> [Period] {
    (0..<max(0, count)).compactMap { Period(year: first + $0) }
  }

  /// A panel of values, one array a zone; `nil` is missing.
  public static func values(
    _ rows: [[Double?]], kind: IndicatorKind? = .count, from first: Int = 2000, unit: Unit = .unknown
  ) throws(IndicatorsError) -> Panel {
    let cells = rows.flatMap { $0 }
    return try Panel(
      indicator: "test", kind: kind, unit: unit, zones: zones(rows.count),
      periods: years(from: first, rows.first?.count ?? 0), values: cells.map { $0 ?? .nan },
      statuses: cells.map { $0 == nil ? .missing : .observed })
  }

  /// A panel of quotients, one array a zone; a `nil` numerator is missing. Values are multiplier · N / D.
  public static func quotients(
    _ numerators: [[Double?]], over denominators: [[Double]], kind: IndicatorKind? = .proportion,
    multiplier: Double = 1, from first: Int = 2000
  ) throws(IndicatorsError) -> Panel {
    let tops = numerators.flatMap { $0 }
    let bottoms = denominators.flatMap { $0 }
    return try Panel(
      indicator: "test", kind: kind, multiplier: multiplier, zones: zones(numerators.count),
      periods: years(from: first, numerators.first?.count ?? 0),
      values: zip(tops, bottoms).map { top, bottom in top.map { multiplier * $0 / bottom } ?? .nan },
      numerators: tops.map { $0 ?? .nan }, denominators: bottoms,
      statuses: tops.map { $0 == nil ? .missing : .observed })
  }

  /// Whole numbers around 1000, without holes: a panel of counts or means that any estimator can take.
  public static func random(
    zones: Int, periods: Int, kind: IndicatorKind = .count, seed: UInt64
  ) throws(IndicatorsError) -> Panel {
    var generator = SeededGenerator(seed: seed)
    return try values(
      (0..<zones).map { _ in (0..<periods).map { _ in Double(900 + generator.next() % 200) } }, kind: kind)
  }

  /// Shares of populations of 200 to 2000 with at least five on either side.
  public static func randomShares(zones: Int, periods: Int, seed: UInt64) throws(IndicatorsError) -> Panel {
    var generator = SeededGenerator(seed: seed)
    var tops: [[Double?]] = []
    var bottoms: [[Double]] = []
    for _ in 0..<zones {
      let people = (0..<periods).map { _ in 200 + generator.next() % 1801 }
      bottoms.append(people.map { Double($0) })
      tops.append(people.map { Double(5 + generator.next() % ($0 - 9)) })
    }
    return try quotients(tops, over: bottoms)
  }
}

extension Panel {
  /// The same panel with other figures; hidden and missing cells keep their status. `values` and `numerators` are asked for
  /// observed cells only.
  public func mapping(
    values transform: (Double) -> Double, numerators top: (Double) -> Double = { $0 }
  ) throws(IndicatorsError) -> Panel {
    try Panel(
      indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier, zones: zones,
      periods: periods, values: values.map { $0.isNaN ? $0 : transform($0) },
      numerators: numerators.map { $0.map { $0.isNaN ? $0 : top($0) } }, denominators: denominators,
      statuses: statuses, bounds: bounds)
  }

  /// The same panel with one cell hidden; the denominator stays known. `bounds` are those of the numerator.
  public func withHidden(
    _ cell: Int, as kind: CellStatus.Kind = .suppressedPrimary, bounds range: ClosedRange<Double>? = nil
  ) throws(IndicatorsError) -> Panel {
    var values = self.values
    var numerators = self.numerators
    var statuses = self.statuses
    var bounds = self.bounds
    values[cell] = .nan
    numerators?[cell] = .nan
    statuses[cell] = CellStatus(kind)
    bounds[cell] = range
    return try Panel(
      indicator: indicator, stratum: stratum, kind: self.kind, unit: unit, multiplier: multiplier,
      zones: zones, periods: periods, values: values, numerators: numerators, denominators: denominators,
      statuses: statuses, bounds: bounds)
  }

  /// The same panel with another numerator in one cell (of counts: another value).
  public func withNumerator(_ numerator: Double, in cell: Int) throws(IndicatorsError) -> Panel {
    var values = self.values
    var numerators = self.numerators
    var statuses = self.statuses
    var bounds = self.bounds
    values[cell] = denominators.map { multiplier * numerator / $0[cell] } ?? numerator
    numerators?[cell] = numerator
    statuses[cell] = .observed
    bounds[cell] = nil
    return try Panel(
      indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier, zones: zones,
      periods: periods, values: values, numerators: numerators, denominators: denominators,
      statuses: statuses, bounds: bounds)
  }
}
