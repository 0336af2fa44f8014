import Levekar

/// How often zones that are average lie outside a funnel: exact, and with true differences simulated.
enum Funnels {
  static func average(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    for n in [5, 20, 100, 1_000] {
      var (inner, outer) = (Grid(), Grid())
      for share in Settings.fineShares {
        guard let limits = FunnelLimits(share: share, denominator: Double(n)) else { continue }
        let found = try Outcomes.binomial(trials: n, probability: share).expectation { x in
          outside(limits, Double(x) / Double(n))
        }
        inner.add("p = \(plain(share))", found[0])
        outer.add("p = \(plain(share))", found[1])
      }
      rows.append(inner.falsePositiveRow("shares of \(n), outside 95 %"))
      rows.append(outer.falsePositiveRow("shares of \(n), outside 99.8 %"))
    }
    for range in [(2, 19), (20, 400)] {
      var (inner, outer) = (Grid(), Grid())
      for step in range.0...range.1 {
        let expected = Double(step) / 4
        guard let limits = FunnelLimits(expected: expected) else { continue }
        let found = try Outcomes.poisson(mean: expected).expectation { x in
          outside(limits, Double(x) / expected)
        }
        inner.add("λ = \(plain(expected))", found[0])
        outer.add("λ = \(plain(expected))", found[1])
      }
      let name = "counts, λ = \(plain(Double(range.0) / 4)) … \(plain(Double(range.1) / 4))"
      rows.append(inner.falsePositiveRow("\(name), outside 95 %"))
      rows.append(outer.falsePositiveRow("\(name), outside 99.8 %"))
    }
    return markdown("An average zone in a funnel: how often outside (exact)", Grid.header, rows)
  }

  private static func outside(_ limits: FunnelLimits, _ value: Double) -> SIMD8<Double> {
    let label = limits.label(of: value)
    return SIMD8(
      indicator(label != .within), indicator(label == .high998 || label == .low998), 0, 0, 0, 0, 0, 0)
  }

  /// Forty zones, none of them an outlier: the same share but for chance, or shares that vary around it.
  static func overdispersed(_ settings: Settings) throws -> String {
    let count = settings.samples(50)
    let zones = 40
    let sizes = (0..<zones).map { 150 * exponential(3.5 * Double($0) / Double(zones - 1)) }.map {
      $0.rounded()
    }
    var rows: [[String]] = []
    for (index, spread) in [0, 0.01, 0.02, 0.04].enumerated() {
      let found = settings.means(130_000 + index, count: count, of: 8) { stream, found in
        var values: [Double] = []
        for size in sizes {
          let share = min(0.9, max(0.001, 0.1 + spread * stream.standardNormal()))
          values.append(stream.share(of: Int(size), probability: share) / size)
        }
        let total = sizes.reduce(0, +)
        let average = zip(values, sizes).reduce(0) { $0 + $1.0 * $1.1 } / total
        let errors = sizes.map { (average * (1 - average) / $0).squareRoot() }
        guard let extra = try? Overdispersion(values: values, errors: errors, average: average) else {
          return
        }
        for zone in 0..<zones {
          guard let plain = FunnelLimits(share: average, denominator: sizes[zone]) else { continue }
          let factors = [1, extra.factor.squareRoot(), extra.additiveWidening(error: errors[zone])]
          for (place, factor) in factors.enumerated() {
            guard let limits = plain.widened(by: factor, largest: 1) else { continue }
            let seen = outside(limits, values[zone])
            found[2 * place] += seen[0] / Double(zones)
            found[2 * place + 1] += seen[1] / Double(zones)
          }
        }
        found[6] = extra.factor
        found[7] = indicator(extra.pValue <= Settings.alpha)
      }
      rows.append(
        ["10 % ± \(plain(100 * spread)) points"] + found[..<6].map { perCent($0) } + [
          decimal(found[6], 1), perCent(found[7]),
        ])
    }
    return markdown(
      "Forty zones of 150 to 5000 persons without an outlier: how often outside (\(settings.precision(count)))",
      [
        "true shares", "plain 95 %", "99.8 %", "multiplied 95 %", "99.8 %", "added 95 %", "99.8 %", "mean φ̂",
        "φ̂ found at 5 %",
      ], rows)
  }
}
