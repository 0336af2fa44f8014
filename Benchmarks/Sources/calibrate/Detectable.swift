import Levekar

/// Whether what is called detectable is found four times in five.
enum Detectable {
  /// Zone against rest: the power at the difference, over all pairs of outcomes.
  static func differences(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    for size in Settings.sizes {
      for share in [0.005, 0.02, 0.1, 0.35] {
        let (n, m) = (Double(size.zone), Double(size.rest))
        let shares = try DetectableDifference.proportions(zone: n, other: m, share: share)
        let other = try Outcomes.binomial(trials: size.rest, probability: share)
        func power(_ p: Double) throws -> Double {
          try Outcomes.binomial(trials: size.zone, probability: min(1, max(0, p))).expectation(
            with: other, threads: settings.threads
          ) { x, y in
            guard let one = try? Proportion(of: x, in: size.zone),
              let two = try? Proportion(of: y, in: size.rest)
            else { return .zero }
            return SIMD8(
              repeating: indicator(ProportionDifference(one, minus: two).pValue <= Settings.alpha))
          }[0]
        }
        let rates = try DetectableDifference.rates(zone: n, other: m, rate: share)
        let events = try Outcomes.poisson(mean: m * share)
        func powerOfRates(_ rate: Double) throws -> Double {
          try Outcomes.poisson(mean: max(1e-9, n * rate)).expectation(with: events, threads: settings.threads)
          { x, y in
            guard let one = try? Rate(of: x, in: size.zone), let two = try? Rate(of: y, in: size.rest) else {
              return .zero
            }
            return SIMD8(repeating: indicator(RateDifference(one, minus: two).pValue <= Settings.alpha))
          }[0]
        }
        func cell(_ change: Double?, _ sign: Double, _ power: (Double) throws -> Double) throws -> String {
          guard let change else { return "–" }
          return "\(decimal(100 * change)): \(perCent(try power(share + sign * change)))"
        }
        rows.append([
          "\(size.zone) against \(size.rest), \(plain(100 * share)) %",
          try cell(shares.higher, 1, power), try cell(shares.lower, -1, power),
          shares.method == .detectableEnumerated ? "enumerated" : "normal",
          try cell(rates.higher, 1, powerOfRates), try cell(rates.lower, -1, powerOfRates),
          rates.method == .detectableEnumerated ? "enumerated" : "normal",
        ])
      }
    }
    return markdown(
      "Detectable differences: per hundred, and the power there in % (exact; 80 is right)",
      ["", "share, above", "below", "way", "rate, above", "below", "way"], rows)
  }

  /// Yearly series with the slope that is called detectable.
  static func slopes(_ settings: Settings) throws -> String {
    let count = settings.samples(10)
    var rows: [[String]] = []
    for (index, n) in [5, 8, 10, 15, 25].enumerated() {
      let times = (0..<n).map(Double.init)
      let detectable = try DetectableSlope(times: times)
      func found(_ slope: Double, _ lane: Int) throws -> Double {
        let values = settings.rows(135_000 + 10 * index + lane, count: count, width: n) { stream, row in
          for year in 0..<n { row[year] = slope * Double(year) + stream.standardNormal() }
        }
        if lane == 0 {
          let lines = try LineFits(values: values, times: times, threads: settings.threads)
          return Double((0..<count).count { (lines[$0]?.pValue ?? 1) <= Settings.alpha }) / Double(count)
        }
        let trends = try MonotonicTrend.fit(values, at: times, threads: settings.threads)
        return Double(trends.count { ((try? $0.get().mannKendall.pValue) ?? 1) <= Settings.alpha })
          / Double(count)
      }
      let line = detectable.linePerDeviation
      let ranks = detectable.mannKendallPerDeviation
      rows.append([
        "n = \(n)", decimal(line, 3), perCent(try found(line, 0)), decimal(ranks, 3),
        try ranks.map { perCent(try found($0, 1)) } ?? "–",
      ])
    }
    return markdown(
      "Detectable slopes: in SD a year, and how often they are found (\(count) samples, ± \(decimal(80 / Double(count).squareRoot(), 1)); 80 is right)",
      ["", "line", "found %", "Mann–Kendall", "found %"], rows)
  }
}
