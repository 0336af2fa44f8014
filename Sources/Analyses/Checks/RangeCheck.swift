import Indicators

extension Diagnostic {
  /// A count is below zero.
  public static let negativeCount = Diagnostic("negative-count")
  /// The numerator of a share is larger than its denominator.
  public static let shareAboveOne = Diagnostic("share-above-one")
  /// A value lies outside what the catalogue says is possible.
  public static let outsideValidRange = Diagnostic("outside-valid-range")
}

/// Counts are not negative.
struct NegativeCountCheck: CheckRule {
  let id = Diagnostic.negativeCount

  func violations(in panel: Panel, of dataset: Dataset) -> [CheckViolation] {
    panel.cells { cell in
      let parts = [
        panel.numerators?[cell], panel.denominators?[cell], panel.isCount ? panel.values[cell] : nil,
      ]
      return parts.compactMap { $0 }.first { $0 < 0 }.map { (.error, $0, 0) }
    }
  }
}

/// Shares are at most one.
///
/// Where nobody declared the kind, numerators above their denominators are a warning if they are the exception, at most one
/// in ten: then the figures look like shares, some of them the wrong way round. Rates may have them everywhere.
struct ShareAboveOneCheck: CheckRule {
  let id = Diagnostic.shareAboveOne

  func violations(in panel: Panel, of dataset: Dataset) -> [CheckViolation] {
    guard panel.kind == .proportion || panel.kind == nil, let numerators = panel.numerators,
      let denominators = panel.denominators
    else { return [] }
    let severity = panel.kind == nil ? Severity.warning : .error
    let found = panel.cells { cell in
      numerators[cell] > denominators[cell] ? (severity, numerators[cell], denominators[cell]) : nil
    }
    let observed = panel.statuses.count { $0.isObserved }
    return panel.kind == nil && found.count * 10 > observed ? [] : found
  }
}

/// Values lie in the range the catalogue declares.
struct ValidRangeCheck: CheckRule {
  let id = Diagnostic.outsideValidRange

  func violations(in panel: Panel, of dataset: Dataset) -> [CheckViolation] {
    guard let range = dataset.catalogue[panel.indicator]?.validRange else { return [] }
    return panel.cells { cell in
      let value = panel.values[cell]
      if value < range.lowerBound { return (.error, value, range.lowerBound) }
      return value > range.upperBound ? (.error, value, range.upperBound) : nil
    }
  }
}

extension Panel {
  /// The violations that a judgement of observed cells finds.
  func cells(
    _ judge: (_ cell: Int) -> (severity: Severity, found: Double, expected: Double)?
  ) -> [CheckViolation] {
    var result: [CheckViolation] = []
    for zone in zones.indices {
      for period in periods.indices {
        let cell = index(zone: zone, period: period)
        guard statuses[cell].isObserved, let verdict = judge(cell) else { continue }
        result.append(
          CheckViolation(
            severity: verdict.severity, zone: zones[zone].code, period: periods[period], found: verdict.found,
            expected: verdict.expected))
      }
    }
    return result
  }
}
