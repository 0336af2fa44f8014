import Levekar

/// A zone against a whole that contains it, through the verb that users call: exact, over all pairs of outcomes.
enum PartOfComparator {
  static func shares(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    for size in Settings.sizes where size.zone > 50 {
      var (differences, ratios, tests) = (Grid(), Grid(), Grid())
      var (naive, naiveTests) = (Grid(), Grid())
      // Pairs grow with the share; above 2 % the larger size has more than is worth waiting for.
      for share in Settings.shares where Double(size.zone) * share <= 100 {
        for factor in Settings.ratios {
          let found = try measure(size, share * factor, share)
          let label = "\(plain(share * factor)) in the zone, \(plain(share)) outside"
          differences.add(label, found[0], flagged: found[5])
          ratios.add(label, found[1], flagged: found[5])
          naive.add(label, found[3])
          if factor == 1 {
            tests.add(label, found[2], flagged: found[5])
            naiveTests.add(label, found[4])
          }
        }
      }
      let name = "\(size.zone) of \(size.zone + size.rest)"
      rows.append(differences.coverageRow("p_Z − p_W, coverage, \(name)"))
      rows.append(ratios.coverageRow("p_Z / p_W, coverage, \(name)"))
      rows.append(tests.falsePositiveRow("test, false positives at 5 %, \(name)"))
      rows.append(naive.coverageRow("as if disjoint (not what we do), coverage, \(name)"))
      rows.append(naiveTests.falsePositiveRow("as if disjoint, false positives at 5 %, \(name)"))
    }
    return markdown(
      "A share against that of a whole that contains the zone (exact)", Grid.header, rows)
  }

  /// Lanes: difference covered, ratio covered or not given, p ≤ 5 %, naive difference covered, naive p ≤ 5 %,
  /// small numerator.
  private static func measure(_ size: (zone: Int, rest: Int), _ p1: Double, _ p2: Double) throws
    -> SIMD8<Double>
  {
    let zone = try Outcomes.binomial(trials: size.zone, probability: p1)
    let rest = try Outcomes.binomial(trials: size.rest, probability: p2)
    let pairs = zone.counts.indices.flatMap { i in rest.counts.indices.map { (i, $0) } }
    let whole = size.zone + size.rest
    let w = Double(size.zone) / Double(whole)
    let average = w * p1 + (1 - w) * p2
    var sum = SIMD8<Double>.zero
    for start in stride(from: 0, to: pairs.count, by: periodsAtOnce) {
      let chunk = pairs[start..<min(start + periodsAtOnce, pairs.count)]
      let table = try compared(
        chunk.map { (zone.counts[$0.0], zone.counts[$0.0] + rest.counts[$0.1]) }, of: size.zone, in: whole)
      for (row, pair) in chunk.enumerated() {
        let (x, y) = (zone.counts[pair.0], zone.counts[pair.0] + rest.counts[pair.1])
        func holds(_ lower: String, _ upper: String, _ truth: Double) -> Bool {
          guard let low = table[row, lower].double, let high = table[row, upper].double else { return false }
          return low <= truth && truth <= high
        }
        let naive = ProportionDifference(
          try Proportion(of: x, in: size.zone), minus: try Proportion(of: y, in: whole))
        let found = SIMD8<Double>(
          indicator(holds("lower", "upper", p1 - average)),
          indicator(holds("ratio_lower", "ratio_upper", p1 / average) || table[row, "ratio"].double == nil),
          indicator((table[row, "p_value"].double ?? 1) <= Settings.alpha),
          indicator(naive.newcombe().interval?.contains(p1 - average) == true),
          indicator(naive.pValue <= Settings.alpha), indicator(x < 10 || y - x < 10), 0, 0)
        sum += found * (zone.probabilities[pair.0] * rest.probabilities[pair.1])
      }
    }
    return sum
  }

  private static let periodsAtOnce = 6_000

  /// One row a pair of numerators, which stand for the periods of a panel.
  private static func compared(_ numerators: [(zone: Int, whole: Int)], of n: Int, in whole: Int) throws
    -> ResultTable
  {
    let zones = [Zone(code: "Z", level: .district, parent: "W"), Zone(code: "W", level: .municipality)]
    let periods = numerators.indices.compactMap { Period(year: $0 + 1) }
    let parts = numerators.map { Double($0.zone) } + numerators.map { Double($0.whole) }
    let sizes =
      [Double](repeating: Double(n), count: periods.count)
      + [Double](repeating: Double(whole), count: periods.count)
    let panel = try Panel(
      indicator: "share", kind: .proportion, zones: zones, periods: periods,
      values: zip(parts, sizes).map { $0 / $1 }, numerators: parts, denominators: sizes,
      statuses: [CellStatus](repeating: .observed, count: parts.count))
    let dataset = Dataset(panels: [panel], system: try ZoneSystem(id: "calibration", zones: zones))
    let result = try Compare.run(
      dataset, against: .parent, latestOnly: false, options: AnalysisOptions(zones: ["Z"]))
    guard let table = result.tables.first, table.count == numerators.count else {
      throw CalibrationError.rows(expected: numerators.count, found: result.tables.first?.count ?? 0)
    }
    return table
  }
}
