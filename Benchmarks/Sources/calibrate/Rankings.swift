import Levekar

/// Ranks with intervals: how often they hold the true rank of a zone, and those of all zones at once.
enum Rankings {
  private static let sizes = [
    150, 200, 300, 400, 600, 800, 1_000, 1_200, 1_500, 2_000, 2_500, 3_500, 5_000,
  ]

  static func ranks(_ settings: Settings) throws -> String {
    let count = settings.samples(100)
    let n = sizes.count
    let cases: [(String, [Double])] = [
      ("all 10 %", [Double](repeating: 0.1, count: n)),
      ("8 … 12 %", (0..<n).map { 0.08 + 0.04 * Double(($0 * 5) % n) / Double(n - 1) }),
      ("5 … 20 %", (0..<n).map { 0.05 + 0.15 * Double(($0 * 5) % n) / Double(n - 1) }),
      ("all 2 % but one 6 %", (0..<n).map { $0 == 6 ? 0.06 : 0.02 }),
    ]
    var rows: [[String]] = []
    for (index, (name, truth)) in cases.enumerated() {
      let isDistinct = Set(truth).count == n
      let found = settings.means(125_000 + index, count: count, of: 5) { stream, found in
        var figures: [Figure?] = []
        for (size, share) in zip(sizes, truth) {
          let x = stream.share(of: size, probability: share)
          figures.append((try? Proportion(of: x, in: Double(size))).map { .proportion($0) })
        }
        let pairwise = PairwiseRanks(figures, threads: .single)
        let simulated = SimulatedRanks(
          figures, keys: Array(0..<n), draws: isDistinct ? 400 : 1, seed: 7, threads: .single)
        var (all, everySimulated) = (true, true)
        for zone in 0..<n {
          let best = 1 + truth.count { $0 > truth[zone] }
          let worst = n - truth.count { $0 < truth[zone] }
          let holds = pairwise[zone].map { $0.lower <= best && worst <= $0.upper } ?? false
          found[0] += indicator(holds) / Double(n)
          all = all && holds
          found[2] += pairwise[zone].map { Double($0.upper - $0.lower + 1) / Double(n) } ?? 0
          let inside = simulated.interval(zone: zone)?.contains(best) == true
          found[3] += indicator(inside) / Double(n)
          everySimulated = everySimulated && inside
        }
        found[1] = indicator(all)
        found[4] = indicator(everySimulated)
      }
      rows.append(
        [name, perCent(found[0]), perCent(found[1]), decimal(found[2], 1)]
          + (isDistinct ? [perCent(found[3]), perCent(found[4])] : ["–", "–"]))
    }
    return markdown(
      "Ranks of 13 zones of 150 to 5000 persons: coverage (\(settings.precision(count)))",
      [
        "true shares", "pairwise, one zone %", "pairwise, all zones at once %", "mean width, ranks",
        "simulated, one zone %",
        "simulated, all zones %",
      ], rows)
  }
}
