import Levekar

/// A zone against the rest: exact, over all pairs of outcomes.
struct Contrasts: Sendable {
  let title: String
  let difference: String
  let ratio: String
  let test: String
  /// Whether figures are shares, of which the ones near 1 are looked at too.
  let areShares: Bool
  let outcomes: @Sendable (_ persons: Int, _ figure: Double) throws -> Outcomes
  let contrast: @Sendable (_ x: Int, _ n: Int, _ y: Int, _ m: Int) -> Contrast?

  static func shares(_ settings: Settings) throws -> String {
    try Contrasts(
      title: "A share against the rest's", difference: "Newcombe", ratio: "Koopman", test: "score test",
      areShares: true, outcomes: { try Outcomes.binomial(trials: $0, probability: $1) },
      contrast: { x, n, y, m in
        guard let one = try? Proportion(of: x, in: n), let other = try? Proportion(of: y, in: m) else {
          return nil
        }
        return .proportions(one, other)
      }
    ).table(settings)
  }

  static func rates(_ settings: Settings) throws -> String {
    try Contrasts(
      title: "A rate against the rest's", difference: "square-and-add", ratio: "exact conditional",
      test: "conditional test", areShares: false, outcomes: { try Outcomes.poisson(mean: Double($0) * $1) },
      contrast: { x, n, y, m in
        guard let one = try? Rate(of: x, in: n), let other = try? Rate(of: y, in: m) else { return nil }
        return .rates(one, other)
      }
    ).table(settings)
  }

  private func table(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    for size in Settings.sizes {
      // Where all pairs can be kept, a fine grid; of the largest size only the pairs that a coarse one needs.
      let isFine = size.rest <= 5_000
      let table = isFine ? try kept(size, settings) : nil
      let shares = isFine ? Settings.fineShares : Settings.shares
      for isMirrored in areShares ? [false, true] : [false] {
        var (differences, ratios, tests, high) = (Grid(), Grid(), Grid(), Grid())
        for share in shares {
          for factor in Settings.ratios {
            let p1 = isMirrored ? 1 - factor * share : factor * share
            let p2 = isMirrored ? 1 - share : share
            let found = try outcomes(size.zone, p1).expectation(
              with: try outcomes(size.rest, p2), threads: settings.threads
            ) { x, y in
              (table?[x, y] ?? judge(x, y, size)).lanes(difference: p1 - p2, ratio: p1 / p2)
            }
            let label = "\(plain(p1)) against \(plain(p2))"
            differences.add(label, found[0], flagged: found[4])
            // A ratio is refused where the rest has no events; coverage is among those that are given.
            ratios.add(label, found[2] / found[1], flagged: found[4])
            if factor == 1 {
              tests.add(label, found[3], flagged: found[4])
              high.add(label, found[5], flagged: found[4])
            }
          }
        }
        let name =
          "\(size.zone) against \(size.rest)" + (areShares ? isMirrored ? ", p ≥ 0.5" : ", p ≤ 0.5" : "")
        rows.append(differences.coverageRow("\(difference), coverage, \(name)"))
        rows.append(ratios.coverageRow("\(ratio), coverage, \(name)"))
        rows.append(tests.falsePositiveRow("\(test), false positives at 5 %, \(name)"))
        rows.append(high.falsePositiveRow("– of these with the zone higher, \(name)"))
      }
    }
    return markdown("\(title): 95 % intervals and tests (exact)", Grid.header, rows)
  }

  /// All pairs that the grid can need; of shares, all there are.
  private func kept(_ size: (zone: Int, rest: Int), _ settings: Settings) throws -> JudgementTable {
    let last = areShares ? size : (try last(size.zone, 0.75), try last(size.rest, 0.5))
    return JudgementTable(last.0, last.1, threads: settings.threads) { judge($0, $1, size) }
  }

  private func judge(_ x: Int, _ y: Int, _ size: (zone: Int, rest: Int)) -> Judgement {
    Judgement(contrast(x, size.zone, y, size.rest))
  }

  /// The largest outcome that is gone through.
  private func last(_ persons: Int, _ figure: Double) throws -> Int {
    try outcomes(persons, figure).counts.last ?? 0
  }
}
