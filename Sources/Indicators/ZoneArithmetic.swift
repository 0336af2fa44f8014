/// A series made from zones of a panel: a union, or a whole minus a part.
///
/// Only figures that may be added are: numerators and denominators of shares and rates, and counts. Medians,
/// standardised ratios, indices and bare percentages are refused, because numerators are never computed back from
/// rounded percentages and no unweighted mean may stand in.
public struct DerivedSeries: Sendable, Equatable {
  /// The made zone, of level ``ZoneLevel/group``.
  public let zone: Zone
  /// One value a period, NaN where not observed.
  public internal(set) var values: [Double]
  /// One numerator a period, NaN where not observed; `nil` for counts without parts.
  public internal(set) var numerators: [Double]?
  /// One denominator a period, NaN where not observed; `nil` for counts without parts.
  public internal(set) var denominators: [Double]?
  /// One status a period.
  public internal(set) var statuses: [CellStatus]
  /// Bounds of hidden numerators (of hidden values for counts), by period, where they follow from declared ones.
  public internal(set) var bounds: [Int: ClosedRange<Double>]
  /// What was wrong: periods where the part exceeds the whole.
  public internal(set) var findings: [Finding]
}

extension Diagnostic {
  /// Subtracting a part from its whole gave a negative number.
  public static let partExceedsWhole = Diagnostic("part-exceeds-whole")
}

extension Panel {
  /// Why the panel's figures may not be added or subtracted; `nil` where they may.
  public var additionRefusal: Reason? {
    if hasParts, kind != .median, kind != .index, kind != .mean { return nil }
    switch kind {
    case .count: return nil
    case .mean: return .needsCountAndDeviation
    default: return .needsNumeratorAndDenominator
    }
  }

  /// The union of zones: N = ΣN, D = ΣD (counts: ΣN).
  ///
  /// A period is observed where every member is. One hidden member hides the sum; where all hidden members have declared
  /// bounds, the sum has the bounds that follow. They are bounds of the numerator (of counts: of the value).
  ///
  /// - Returns: The series, or the reason why these figures may not be added: a member given twice would count twice
  ///   (``Reason/sameZone``), and a union of nothing has no figures (``Reason/zoneNotInData``).
  public func union(of members: [Int], as zone: Zone) -> Result<DerivedSeries, RefusedArithmetic> {
    guard !members.isEmpty else { return .failure(RefusedArithmetic(reason: .zoneNotInData)) }
    guard Set(members).count == members.count else {
      return .failure(RefusedArithmetic(reason: .sameZone))
    }
    if let reason = additionRefusal { return .failure(RefusedArithmetic(reason: reason)) }
    var result = emptySeries(zone)
    for period in periods.indices {
      let cells = members.map { index(zone: $0, period: period) }
      combine(into: &result, period: period, plus: cells, minus: [])
    }
    return .success(result)
  }

  /// The whole without the part: N = N_whole − N_part, D = D_whole − D_part (counts: N).
  ///
  /// Either side hidden gives a hidden result, with bounds of the numerator (of counts: of the value) where they follow
  /// from declared ones. A negative result is no figure: the period is missing, and a finding says so. The same goes for a
  /// share whose rest of the numerator is larger than its rest of the denominator: fewer than none would be without.
  ///
  /// - Returns: The series, or the reason why these figures may not be subtracted.
  public func whole(_ whole: Int, minus part: Int, as zone: Zone) -> Result<DerivedSeries, RefusedArithmetic>
  {
    guard whole != part else { return .failure(RefusedArithmetic(reason: .sameZone)) }
    if let reason = additionRefusal { return .failure(RefusedArithmetic(reason: reason)) }
    var result = emptySeries(zone)
    for period in periods.indices {
      let (whole, part) = (index(zone: whole, period: period), index(zone: part, period: period))
      if statuses[whole] == .observed, statuses[part] == .observed {
        // The usual case, a million times over for a country: the same sums without lists of terms.
        setTotals(
          in: &result, period: period, status: .observed,
          top: (numerators ?? values)[whole] - (numerators ?? values)[part],
          bottom: denominators.map { $0[whole] - $0[part] }, isSubtracted: true)
      } else {
        combine(into: &result, period: period, plus: [whole], minus: [part])
      }
    }
    return .success(result)
  }

  /// A few zones with made series beside them, as a panel of their own with the same periods: first the zones, then the
  /// series. Made for every zone of a country, so nothing that was checked before is checked again.
  ///
  /// - Throws: ``IndicatorsError/duplicateAxisValue(axis:value:)`` where a code comes twice.
  package func together(_ zonePositions: [Int], with series: [DerivedSeries]) throws(IndicatorsError) -> Panel
  {
    var ranges: [Int: ClosedRange<Double>] = [:]
    let count = periods.count
    if !bounds.isEmpty {
      for (row, zone) in zonePositions.enumerated() {
        for (period, cell) in self.series(zone).enumerated() { ranges[row * count + period] = bounds[cell] }
      }
    }
    for (row, one) in series.enumerated() {
      for (period, range) in one.bounds { ranges[(zonePositions.count + row) * count + period] = range }
    }
    func joined<Value>(_ own: [Value], _ made: (DerivedSeries) -> [Value]) -> [Value] {
      var column: [Value] = []
      column.reserveCapacity((zonePositions.count + series.count) * count)
      for zone in zonePositions { column += own[self.series(zone)] }
      for one in series { column += made(one) }
      return column
    }
    let none = [Double](repeating: .nan, count: count)
    return try Panel(
      indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier,
      axes: PanelAxes(of: self).with(zones: zonePositions.map { zones[$0] } + series.map(\.zone)),
      values: joined(values, \.values), numerators: numerators.map { joined($0) { $0.numerators ?? none } },
      denominators: denominators.map { joined($0) { $0.denominators ?? none } },
      statuses: joined(statuses, \.statuses), bounds: ranges, cellsAgree: true)
  }

  /// The panel with made series added as further zones.
  ///
  /// - Throws: ``IndicatorsError/duplicateAxisValue(axis:value:)`` where a code is taken.
  public func appending(_ series: [DerivedSeries]) throws(IndicatorsError) -> Panel {
    guard !series.isEmpty else { return self }
    var bounds = self.bounds
    for (offset, one) in series.enumerated() {
      for (period, range) in one.bounds { bounds[(zones.count + offset) * periods.count + period] = range }
    }
    func joined(_ own: [Double]?, _ made: (DerivedSeries) -> [Double]?) -> [Double]? {
      own.map { column in
        column + series.flatMap { made($0) ?? [Double](repeating: .nan, count: periods.count) }
      }
    }
    return try Panel(
      indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier,
      zones: zones + series.map(\.zone), periods: periods, values: values + series.flatMap(\.values),
      numerators: joined(numerators) { $0.numerators },
      denominators: joined(denominators) { $0.denominators },
      statuses: statuses + series.flatMap(\.statuses), bounds: bounds)
  }

  private func emptySeries(_ zone: Zone) -> DerivedSeries {
    let none = [Double](repeating: .nan, count: periods.count)
    return DerivedSeries(
      zone: zone, values: none, numerators: numerators == nil ? nil : none,
      denominators: denominators == nil ? nil : none,
      statuses: [CellStatus](repeating: .missing, count: periods.count), bounds: [:], findings: [])
  }

  /// Writes Σ plus − Σ minus of one period into the series.
  private func combine(into series: inout DerivedSeries, period: Int, plus: [Int], minus: [Int]) {
    let cells = plus + minus
    guard !cells.isEmpty else { return }
    let status = CellStatus.combining(cells.map { statuses[$0] })
    guard status.isObserved else {
      series.statuses[period] = status
      guard status.isSuppressed, let range = combinedBounds(plus: plus, minus: minus) else { return }
      if range.high < 0 { return reportExcess(in: &series, period: period) }
      series.bounds[period] = max(0, range.low)...range.high
      return
    }
    func total(_ column: [Double]) -> Double {
      plus.reduce(0) { $0 + column[$1] } - minus.reduce(0) { $0 + column[$1] }
    }
    setTotals(
      in: &series, period: period, status: status, top: numerators.map(total) ?? total(values),
      bottom: denominators.map(total), isSubtracted: !minus.isEmpty)
  }

  private func setTotals(
    in series: inout DerivedSeries, period: Int, status: CellStatus, top: Double, bottom: Double?,
    isSubtracted: Bool
  ) {
    let exceedsShare = kind == .proportion && isSubtracted && bottom.map { top > $0 } ?? false
    guard top >= 0, bottom ?? 0 >= 0, !exceedsShare else {
      reportExcess(in: &series, period: period)
      return
    }
    var value = top
    if kind != .count, let bottom {
      guard bottom > 0 else {
        series.statuses[period] = CellStatus(.notApplicable, flags: status.flags)
        return
      }
      value = multiplier * top / bottom
    }
    series.values[period] = value
    series.numerators?[period] = top
    if let bottom { series.denominators?[period] = bottom }
    series.statuses[period] = status
  }

  private func reportExcess(in series: inout DerivedSeries, period: Int) {
    series.findings.append(
      Finding(
        .partExceedsWhole, severity: .error,
        arguments: ["zone": series.zone.code, "period": periods[period].description]))
  }

  /// Bounds of a sum with hidden terms; `nil` unless every hidden term has bounds and nothing is missing. The upper end is
  /// negative where a part must exceed its whole.
  private func combinedBounds(plus: [Int], minus: [Int]) -> (low: Double, high: Double)? {
    var low = 0.0
    var high = 0.0
    for (cells, sign) in [(plus, 1.0), (minus, -1.0)] {
      for cell in cells {
        let range: ClosedRange<Double>
        if statuses[cell].isObserved {
          let value = numerators?[cell] ?? values[cell]
          range = value...value
        } else if let declared = bounds[cell] {
          range = declared
        } else {
          return nil
        }
        low += sign > 0 ? range.lowerBound : -range.upperBound
        high += sign > 0 ? range.upperBound : -range.lowerBound
      }
    }
    return (low, high)
  }
}

/// An operation on zones that these figures do not allow, with the reason.
public struct RefusedArithmetic: Error, Sendable, Equatable {
  /// Why.
  public let reason: Reason

  /// A refusal.
  public init(reason: Reason) { self.reason = reason }
}

extension Panel {
  /// One zone's series under another code: a group of a single member, for which any figure will do.
  public func copy(of position: Int, as zone: Zone) -> DerivedSeries {
    let cells = series(position)
    var ranges: [Int: ClosedRange<Double>] = [:]
    for (period, cell) in cells.enumerated() { ranges[period] = bounds[cell] }
    return DerivedSeries(
      zone: zone, values: Array(values[cells]), numerators: numerators.map { Array($0[cells]) },
      denominators: denominators.map { Array($0[cells]) }, statuses: Array(statuses[cells]), bounds: ranges,
      findings: [])
  }
}
