import Levekar

/// Rules that call a zone better, similar or worse, beside each other: exact, over all pairs of outcomes.
enum Verdicts {
  private static let rules: [(String, VerdictRule)] = [
    ("interval of the difference (ours)", .differenceInterval),
    ("single overlap at 95 %", .singleOverlap([.p95])),
    ("single overlap at 99.8 %", .singleOverlap([.p998])),
    ("double overlap", .doubleOverlap([.p95])), ("control limits at 95 %", .controlLimits([.p95])),
  ]

  static func rules(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    let sizes = [(zone: 200, rest: 300)] + Settings.sizes.filter { $0.zone < 2_500 }
    for size in sizes {
      for ratio in [1, 1.5] {
        var grids = [Grid](repeating: Grid(), count: rules.count)
        for share in [0.02, 0.05, 0.1, 0.2, 0.35] {
          let other = try Outcomes.binomial(trials: size.rest, probability: share)
          let found = try Outcomes.binomial(trials: size.zone, probability: ratio * share).expectation(
            with: other, threads: settings.threads
          ) { x, y in
            var lanes = SIMD8<Double>.zero
            guard let one = try? Proportion(of: x, in: size.zone),
              let two = try? Proportion(of: y, in: size.rest)
            else { return lanes }
            for (lane, rule) in rules.enumerated() {
              let finding = rule.1.judge(.proportion(one), against: .proportion(two))
              lanes[lane] = indicator(finding.position == .higher || finding.position == .lower)
            }
            return lanes
          }
          for lane in rules.indices { grids[lane].add("\(plain(100 * share)) %", found[lane]) }
        }
        rows.append(
          [
            "\(size.zone) against \(size.rest), "
              + (ratio == 1 ? "no difference (largest of the grid)" : "1.5 times the rest (mean of the grid)")
          ] + grids.map { perCent(ratio == 1 ? $0.highest?.share : $0.mean) })
      }
    }
    return markdown(
      "Better or worse: how often a zone is called so, shares of 2 to 35 % (exact)",
      [""] + rules.map { "\($0.0) %" }, rows)
  }
}
