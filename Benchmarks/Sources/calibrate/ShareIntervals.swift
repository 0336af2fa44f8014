import Levekar

/// Intervals of shares beside each other, of samples from small populations, and of medians: exact.
enum ShareIntervals {
  /// p ± 1.96·√(p(1 − p)/n), which many tables have and we do not.
  private static func wald(_ share: Proportion) -> ConfidenceInterval? {
    let reach =
      ConfidenceInterval.Level.p95.normalQuantile
      * (share.value * (1 - share.value) / share.denominator).squareRoot()
    return ConfidenceInterval(lower: share.value - reach, upper: share.value + reach, level: .p95)
  }

  static func sideBySide(_ settings: Settings) throws -> String {
    let kinds: [(String, (Proportion) -> ConfidenceInterval?)] = [
      ("Wilson", { $0.wilson().interval }), ("Clopper–Pearson", { $0.clopperPearson().interval }),
      ("p ± 1.96·SE (not ours)", wald),
    ]
    var rows: [[String]] = []
    for (name, interval) in kinds {
      for n in [5, 20, 100, 1_000] {
        let shares = try (0...n).map { try Proportion(of: $0, in: n) }
        let intervals = shares.map(interval)
        let flags = shares.map { !$0.wilson().diagnostics.isEmpty }
        var grid = Grid()
        for step in 10...1_000 {
          let p = Double(step) / 2_000
          let found = try Outcomes.binomial(trials: n, probability: p).expectation { x in
            SIMD8(indicator(intervals[x]?.contains(p) == true), indicator(flags[x]), 0, 0, 0, 0, 0, 0)
          }
          grid.add("p = \(plain(p))", found[0], flagged: found[1])
        }
        rows.append(grid.coverageRow("\(name), n = \(n)"))
      }
    }
    return markdown("Three intervals of a share, p = 0.005 … 0.5: coverage (exact)", Grid.header, rows)
  }

  /// Samples without replacement: all outcomes by the hypergeometric distribution, for every true number of persons.
  static func finitePopulation(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    let sizes = [(50, 20), (50, 40), (200, 20), (200, 100), (1_000, 100), (1_000, 500)]
    for (population, n) in sizes {
      let shares = try (0...n).map { try Proportion(of: $0, in: n) }
      let kinds: [(String, [ConfidenceInterval?])] = [
        ("Wilson", try shares.map { try $0.inPopulation(of: Double(population)).interval }),
        (
          "Clopper–Pearson",
          try shares.map { try $0.inPopulation(of: Double(population), .clopperPearson).interval }
        ),
        ("Wilson, as if many (not ours)", shares.map { $0.wilson().interval }),
      ]
      for (name, intervals) in kinds {
        var grid = Grid()
        for marked in 1...population / 2 {
          let truth = Double(marked) / Double(population)
          let found = Outcomes.hypergeometric(population: population, marked: marked, drawn: n)
            .expectation { x in
              SIMD8(
                indicator(intervals[x]?.contains(truth) == true),
                indicator(!shares[x].wilson().diagnostics.isEmpty), 0, 0, 0, 0, 0, 0)
            }
          grid.add("\(marked) of \(population)", found[0], flagged: found[1])
        }
        rows.append(grid.coverageRow("\(name), \(n) of \(population) asked"))
      }
    }
    return markdown("A share of a small population: coverage (exact)", Grid.header, rows)
  }

  /// The number of observations below the median is binomial with ½, whatever the distribution is.
  static func medians(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    var grid = Grid()
    func coverage(_ n: Int) throws -> Double? {
      let interval = try SampleMedian(of: (1...n).map(Double.init)).estimate().interval
      guard let interval else { return nil }
      return try Outcomes.binomial(trials: n, probability: 0.5).expectation { below in
        SIMD8(repeating: indicator(interval.contains(Double(below) + 0.5)))
      }[0]
    }
    for n in 3...1_000 {
      guard let share = try coverage(n) else {
        if n == 5 { rows.append(["n = 5", "no interval (`too-few-points`)"]) }
        continue
      }
      grid.add("n = \(n)", share)
      if [6, 10, 20, 50, 100, 1_000].contains(n) { rows.append(["n = \(n)", perCent(share)]) }
    }
    rows.append([
      "all n = 6 … 1000",
      "\(perCent(grid.lowest?.share)) … \(perCent(grid.highest?.share)); lowest at \(grid.lowest?.label ?? "")",
    ])
    return markdown("A median of observations without ties (exact)", ["", "coverage %"], rows)
  }
}

extension Outcomes {
  /// How many of those drawn without replacement are marked.
  static func hypergeometric(population: Int, marked: Int, drawn: Int) -> Outcomes {
    func choose(_ n: Int, _ k: Int) -> Double {
      func factorial(_ m: Int) -> Double { (try? SpecialFunctions.logGamma(Double(m) + 1)) ?? .nan }
      return factorial(n) - factorial(k) - factorial(n - k)
    }
    let all = choose(population, drawn)
    return Outcomes(max(0, drawn - (population - marked))...min(drawn, marked)) { x in
      choose(marked, x) + choose(population - marked, drawn - x) - all
    }
  }
}
