import Levekar

/// Standardised rates and ratios of small places: simulated over realistic ages, and exact for ratios.
enum StandardisedRates {
  /// The European standard of 2013 in bands 0–4 … 85+.
  private static let standard: [Double] = [
    5_000, 5_500, 5_500, 5_500, 6_000, 6_000, 6_500, 7_000, 7_000, 7_000, 7_000, 6_500, 6_000, 5_500, 5_000,
    4_000, 2_500, 2_500,
  ]
  /// Events a person and year, by age.
  private static let patterns: [(name: String, rates: [Double])] = [
    (
      "deaths",
      [
        0.0006, 0.0001, 0.0001, 0.0003, 0.0006, 0.0006, 0.0007, 0.0009, 0.0013, 0.002, 0.003, 0.005, 0.008,
        0.013, 0.02, 0.035, 0.06, 0.15,
      ]
    ),
    (
      "events of the young",
      [
        0.001, 0.0012, 0.004, 0.016, 0.02, 0.012, 0.008, 0.006, 0.004, 0.004, 0.003, 0.0024, 0.002, 0.0016,
        0.0012, 0.0012, 0.0012, 0.0012,
      ]
    ),
  ]
  private static let places: [(name: String, ages: [Double])] = [
    ("ages as the standard", standard),
    ("young place", [9, 8, 7, 7, 8, 10, 11, 9, 7, 6, 5, 4, 3, 2.5, 2, 1, 0.5, 0.2]),
    ("old place", [2, 2, 2.5, 3, 3, 3, 3.5, 4, 5, 6, 7, 8, 9, 10, 10, 9, 7, 6]),
  ]

  static func direct(_ settings: Settings) throws -> String {
    let count = settings.samples(5)
    var rows: [[String]] = []
    for (p, pattern) in patterns.enumerated() {
      for (a, place) in places.enumerated() {
        for (e, expected) in [5.0, 20, 100, 1_000].enumerated() {
          // Whole persons; bands that round to nobody stay empty, as in real small places.
          let perPerson = zip(place.ages, pattern.rates).reduce(0) { $0 + $1.0 * $1.1 }
          let persons = place.ages.map { ($0 * expected / perPerson).rounded() }
          let means = zip(persons, pattern.rates).map { $0 * $1 }
          let truth =
            zip(standard, pattern.rates).reduce(0) { $0 + $1.0 * $1.1 } / standard.reduce(0, +)
          let found = settings.means(100_000 + 1_000 * p + 100 * a + e, count: count, of: 8) {
            stream, found in
            var events = [Double](repeating: 0, count: means.count)
            for (band, mean) in means.enumerated() { events[band] = stream.count(mean: mean, dispersion: 1) }
            guard let rate = try? DirectRate(events: events, populations: persons, weights: standard) else {
              return
            }
            for (lane, kind) in [DirectRateInterval.dobson, .exact, .gamma, .tiwari].enumerated() {
              found[lane] = indicator(rate.estimate(kind).interval?.contains(truth) == true)
            }
            let reach = ConfidenceInterval.Level.p95.normalQuantile * rate.variance.squareRoot()
            found[4] = indicator(abs(rate.value - truth) <= reach)
            found[5] = indicator(!rate.estimate().diagnostics.isEmpty)
            found[6] = rate.value / truth - 1
          }
          rows.append(
            ["\(pattern.name), \(place.name)", plain(expected), "\(Int(persons.reduce(0, +)))"]
              + found[..<6].map { perCent($0) } + [perCent(found[6])])
        }
      }
    }
    return markdown(
      "A directly standardised rate: coverage of 95 % intervals (\(settings.precision(count)))",
      [
        "", "events expected", "persons", "Dobson %", "Dobson, exact limits %", "gamma %", "Tiwari %",
        "y ± 1.96·SE (not ours) %", "flagged %", "bias of the rate %",
      ], rows)
  }

  /// Two places with the same rates at every age, the second fifty times the first.
  static func contrasts(_ settings: Settings) throws -> String {
    let count = settings.samples(20)
    var rows: [[String]] = []
    for (p, pattern) in patterns.enumerated() {
      for (a, place) in places.enumerated() {
        for (e, expected) in [5.0, 20, 100].enumerated() {
          let perPerson = zip(place.ages, pattern.rates).reduce(0) { $0 + $1.0 * $1.1 }
          let persons = place.ages.map { max(1, ($0 * expected / perPerson).rounded()) }
          let total = persons.reduce(0, +) / standard.reduce(0, +)
          let others = standard.map { (50 * $0 * total).rounded() }
          let series = 106_000 + 1_000 * p + 100 * a + e
          let found = settings.means(series, count: count, of: 6) { stream, found in
            func side(_ persons: [Double]) -> StandardisedRateContrast.Side? {
              var events: [Double] = []
              for (n, rate) in zip(persons, pattern.rates) {
                events.append(stream.count(mean: n * rate, dispersion: 1))
              }
              guard let rate = try? DirectRate(events: events, populations: persons, weights: standard)
              else { return nil }
              return StandardisedRateContrast.Side(
                value: rate.value, variance: rate.variance, limits: rate.estimate().interval,
                events: rate.events)
            }
            guard let one = side(persons), let other = side(others),
              let contrast = try? StandardisedRateContrast(one, against: other)
            else { return }
            found[0] = indicator(contrast.pValue <= Settings.alpha)
            found[1] = indicator(contrast.boundedDifference()?.interval?.contains(0) == false)
            if let ratio = try? contrast.ratio() {
              found[2] = indicator(ratio.interval?.contains(1) == false)
            }
            if let ratio = try? contrast.boundedRatio() {
              found[3] = indicator(ratio.interval?.contains(1) == false)
            }
            found[4] = indicator(!contrast.difference().diagnostics.isEmpty)
          }
          rows.append(["\(pattern.name), \(place.name)", plain(expected)] + found[..<5].map { perCent($0) })
        }
      }
    }
    return markdown(
      "Two equal standardised rates: called different at 5 % (\(settings.precision(count)))",
      [
        "", "events expected", "difference by variances %", "difference by limits %", "ratio by variances %",
        "ratio by limits %", "flagged %",
      ], rows)
  }

  /// Observed over expected events. The reference is taken for known; here it has as many times the zone's events as said.
  static func indirect(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    let kinds: [(String, CountInterval)] = [("standard", .standard), ("exact", .exact), ("Byar", .byar)]
    let references: [(String, Double?)] = [
      ("known", nil), ("100 times the zone", 100), ("10 times", 10), ("3 times", 3),
    ]
    for expected in [5.0, 20, 100] {
      for (label, times) in references {
        var row = ["\(plain(expected)) events expected, reference \(label)"]
        for (_, kind) in kinds {
          var grid = Grid()
          for ratio in [0.5, 1, 2] {
            let observed = try Outcomes.poisson(mean: expected * ratio)
            let intervals = try Dictionary(
              uniqueKeysWithValues: observed.counts.map { x in
                (
                  x,
                  try IndirectRatio(observed: Double(x), expected: expected, referenceRate: 1).estimate(kind)
                    .interval
                )
              })
            guard let times else {
              let found = observed.expectation { x in
                SIMD8(repeating: indicator(intervals[x]??.contains(ratio) == true))
              }
              grid.add("ratio \(plain(ratio))", found[0])
              continue
            }
            let reference = try Outcomes.poisson(mean: expected * times)
            let found = observed.expectation(with: reference, threads: settings.threads) { x, y in
              // E from the reference's own events, so that it is off by what chance did to them.
              let drift = Double(y) / (expected * times)
              return SIMD8(repeating: indicator(intervals[x]??.contains(ratio * drift) == true))
            }
            grid.add("ratio \(plain(ratio))", found[0])
          }
          row.append("\(perCent(grid.lowest?.share)) (\(grid.lowest?.label ?? ""))")
        }
        rows.append(row)
      }
    }
    return markdown(
      "Observed over expected, ratios 0.5, 1 and 2: lowest coverage (exact)",
      [""] + kinds.map { "\($0.0) %" }, rows)
  }
}
