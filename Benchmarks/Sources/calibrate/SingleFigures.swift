import Levekar

/// Intervals of one share or one count: exact, over all outcomes.
enum SingleFigures {
  static func shares(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    for (name, mirrored) in [("p = 0.005 … 0.5", false), ("p = 0.5 … 0.995", true)] {
      for n in [20, 100, 1_000] {
        let estimates = try (0...n).map { try Proportion(of: $0, in: n).wilson() }
        var grid = Grid()
        for step in 10...1_000 {
          let p = mirrored ? 1 - Double(step) / 2_000 : Double(step) / 2_000
          let found = try Outcomes.binomial(trials: n, probability: p).expectation { x in
            judged(estimates[x], holds: p)
          }
          grid.add("p = \(plain(p))", found[0], flagged: found[1])
        }
        rows.append(grid.coverageRow("Wilson, n = \(n), \(name)"))
      }
    }
    return markdown("One share: coverage of the 95 % interval (exact)", Grid.header, rows)
  }

  static func counts(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    let kinds: [(String, CountInterval)] = [("standard", .standard), ("exact", .exact), ("Byar", .byar)]
    for (name, interval) in kinds {
      // Beyond what a mean of 100 gives with probability 10⁻⁸.
      let estimates = try (0...200).map { try Rate(count: Double($0)).estimate(interval) }
      for range in [(10, 199), (200, 2_000)] {
        var grid = Grid()
        for step in range.0...range.1 {
          let mean = Double(step) / 20
          let found = try Outcomes.poisson(mean: mean).expectation { x in judged(estimates[x], holds: mean) }
          grid.add("λ = \(plain(mean))", found[0], flagged: found[1])
        }
        rows.append(
          grid.coverageRow("\(name), λ = \(plain(Double(range.0) / 20)) … \(plain(Double(range.1) / 20))"))
      }
    }
    return markdown("One count: coverage of the 95 % interval (exact)", Grid.header, rows)
  }

  /// Whether the interval holds the truth, and whether the estimate carries a diagnostic.
  private static func judged(_ estimate: Estimate, holds truth: Double) -> SIMD8<Double> {
    SIMD8(
      indicator(estimate.interval?.contains(truth) == true), indicator(!estimate.diagnostics.isEmpty),
      0, 0, 0, 0, 0, 0)
  }
}
