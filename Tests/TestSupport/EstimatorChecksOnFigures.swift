import Estimates
import Indicators

/// How the estimator answers when figures change, are hidden, or are missing.
extension EstimatorChecks {
  func transformations(
    _ base: [Result<Estimate, Reason>], _ panel: Panel
  ) throws(IndicatorsError) -> [String] {
    var found: [String] = []
    let largest = panel.values.reduce(1) { $1.isNaN ? $0 : max($0, abs($1)) }
    if let shift {
      // Whole, so that the shifted figures of whole numbers are exact.
      let constant = 1024.0
      let moved = run(try panel.mapping(values: { $0 + constant }, numerators: { $0 + constant }))
      found += compare("shifted", base, moved, panel, size: largest + constant) { value in
        shift == .follows ? value + constant : value
      }
    }
    if let scale {
      // Powers of two, which are exact, and one that is not.
      for factor in [0.25, 8, 10] {
        let scaled = run(try panel.mapping(values: { $0 * factor }, numerators: { $0 * factor }))
        let size = scale == .follows ? largest * factor : largest
        found += compare("scaled by \(factor)", base, scaled, panel, size: size) { value in
          scale == .follows ? value * factor : value
        }
      }
    }
    return found
  }

  private func compare(
    _ what: String, _ base: [Result<Estimate, Reason>], _ results: [Result<Estimate, Reason>], _ panel: Panel,
    size: Double, _ expected: (Double) -> Double
  ) -> [String] {
    guard results.count == base.count else { return ["\(results.count) results for \(what) figures"] }
    var found: [String] = []
    for (zone, pair) in zip(panel.zones, zip(base, results)) {
      switch pair {
      case (.success(let before), .success(let after)):
        let pairs = [
          ("value", before.value, after.value),
          ("lower bound", before.interval?.lower ?? 0, after.interval?.lower ?? expected(0)),
          ("upper bound", before.interval?.upper ?? 0, after.interval?.upper ?? expected(0)),
        ]
        for (part, one, other) in pairs
        where !isClose(expected(one), other, relative: tolerance, absolute: tolerance * size) {
          found.append("zone \(zone.code): the \(part) of \(what) figures is \(other), not \(expected(one))")
        }
        if (before.interval == nil) != (after.interval == nil) {
          found.append("zone \(zone.code): whether there is an interval depends on \(what) figures")
        }
      case (.failure(let one), .failure(let other)) where one == other: break
      default: found.append("zone \(zone.code): another kind of answer for \(what) figures")
      }
    }
    return found
  }

  // MARK: Cells without numbers

  func hiddenInput(
    _ base: [Result<Estimate, Reason>], _ panel: Panel
  ) throws(IndicatorsError) -> [String] {
    var found: [String] = []
    for (zone, row) in panel.zones.enumerated() {
      for cell in panel.series(zone) where panel.statuses[cell].isObserved {
        let results = run(try panel.withHidden(cell))
        guard results.count == base.count else {
          found.append("\(results.count) results where a cell is hidden")
          continue
        }
        for other in panel.zones.indices where other != zone && !same([results[other]], [base[other]]) {
          found.append("zone \(panel.zones[other].code): changed by a hidden cell of zone \(row.code)")
        }
        let period = panel.periods[cell - panel.series(zone).lowerBound]
        switch (hidden, results[zone]) {
        case (_, .failure(.suppressed)): break
        // A series that could not be estimated before is refused for that, which also shows nothing.
        case (_, .failure(let reason)) where same([.failure(reason)], [base[zone]]): break
        case (.leftOut(let diagnostic), .success(let one)) where one.diagnostics.contains(diagnostic): break
        case (.leftOut, .failure(.tooFewPoints)): break
        default: found.append("zone \(row.code): \(period) is hidden, and the answer is \(results[zone])")
        }
      }
      var all = panel
      for cell in panel.series(zone) { all = try all.withHidden(cell, as: .suppressedUnspecified) }
      let results = run(all)
      if results.indices.contains(zone), (try? results[zone].get()) != nil {
        found.append("zone \(row.code): an estimate from hidden cells only")
      }
    }
    return found
  }

  func missingInput(_ panel: Panel) throws(IndicatorsError) -> [String] {
    let count = panel.values.count
    let none = [Double](repeating: .nan, count: count)
    let empty = try Panel(
      indicator: panel.indicator, stratum: panel.stratum, kind: panel.kind, unit: panel.unit,
      multiplier: panel.multiplier, zones: panel.zones, periods: panel.periods, values: none,
      numerators: panel.numerators == nil ? nil : none, denominators: panel.denominators,
      statuses: [CellStatus](repeating: .missing, count: count))
    let results = run(empty)
    if results.count != panel.zones.count { return ["\(results.count) results where all cells are missing"] }
    var found = zip(panel.zones, results).filter { (try? $1.get()) != nil }.map { zone, _ in
      "zone \(zone.code): an estimate from missing cells only"
    }
    let nothing = run(try panel.cut(zones: []))
    if !nothing.isEmpty { found.append("\(nothing.count) results for no zones") }
    return found
  }

  // MARK: Bounds

  /// Hides one cell a zone behind bounds of five whole numbers and asks for every figure they admit.
  func boundsCall(
    _ base: [Result<Estimate, Reason>], _ panel: Panel
  ) throws(IndicatorsError) -> [String] {
    guard let bounds else { return [] }
    var found: [String] = []
    for (zone, row) in panel.zones.enumerated() where (try? base[zone].get()) != nil {
      guard let cell = panel.series(zone).first(where: { panel.statuses[$0].isObserved }) else { continue }
      let known = (panel.numerators ?? panel.values)[cell]
      let low = max(0, known - 2)
      let admissible = (0..<5).map { low + Double($0) }.filter { top in
        panel.kind != .proportion || top <= panel.denominators?[cell] ?? .infinity
      }
      guard let high = admissible.last else { continue }
      let ranges = bounds(try panel.withHidden(cell, bounds: low...high))
      guard ranges.count == panel.zones.count, case .success(let range) = ranges[zone] else {
        found.append("zone \(row.code): no bounds where the hidden cell has bounds")
        continue
      }
      for top in admissible {
        guard case .success(let one) = run(try panel.withNumerator(top, in: cell))[zone] else { continue }
        let slack = tolerance * max(1, abs(one.value))
        if one.value < range.lowerBound - slack || one.value > range.upperBound + slack {
          found.append("zone \(row.code): \(one.value) is admissible and outside \(range)")
        }
      }
      let bare = bounds(try panel.withHidden(cell, as: .suppressedUnspecified))
      if bare.indices.contains(zone), case .success(let range) = bare[zone], panel.kind == .count {
        if range.upperBound.isFinite { found.append("zone \(row.code): bounds \(range) out of a bare sign") }
      }
    }
    return found
  }
}
