import Levekar

/// Weighted shares of surveys: Wilson's interval on the effective number of respondents.
enum Surveys {
  static func table(_ settings: Settings) throws -> String {
    let count = settings.samples(20)
    var rows: [[String]] = []
    for n in [30, 100, 500] {
      for (s, spread) in [0, 0.5, 1].enumerated() {
        for (k, kind) in ["free of the answer", "following the answer", "two strata"].enumerated()
        where spread > 0 || k == 0 {
          let truth = k == 0 ? 0.2 : k == 1 ? share(spread) : strata(spread)
          let series = 198_000 + 100 * s + 10 * k + n
          let found = settings.means(series, count: count, of: 6) { stream, found in
            var answers: [Double] = []
            var weights: [Double] = []
            for _ in 0..<n {
              if k == 2 {
                // A tenth of the population is a third of the respondents, so that it weighs little.
                let isFew = stream.uniform() < 1.0 / 3
                answers.append(indicator(stream.uniform() < (isFew ? 0.4 : 1.0 / 6)))
                weights.append(isFew ? exponential(-2 * spread) : 1)
              } else {
                let z = stream.standardNormal()
                // The weight is that of who rarely answers; the share is 0.2 in the population.
                let weight = exponential(spread * z)
                answers.append(indicator(stream.uniform() < (k == 0 ? 0.2 : probability(z))))
                weights.append(weight)
              }
            }
            guard let share = try? WeightedProportion(answers: answers, weights: weights) else { return }
            let estimate = share.estimate()
            found[0] = indicator(estimate.interval?.contains(truth) == true)
            found[1] = share.size.designEffect
            let x = min(Double(n), share.value * Double(n))
            let unweighted = try? Proportion(of: answers.reduce(0, +), in: Double(n)).wilson()
            found[2] = indicator(
              (try? Proportion(of: x, in: Double(n)).wilson())?.interval?.contains(truth) == true)
            found[3] = indicator(unweighted?.interval?.contains(truth) == true)
            found[4] = indicator(!estimate.diagnostics.isEmpty)
          }
          rows.append(
            [
              "\(n) respondents, \(spread == 0 ? "equal weights" : "weights \(kind)"), spread \(plain(spread))"
            ]
              + [decimal(found[1]), perCent(found[0]), perCent(found[2]), perCent(found[3])])
        }
      }
    }
    return markdown(
      "Weighted shares: coverage (\(settings.precision(count)))",
      [
        "", "design effect", "ours %", "weighted, as if n counted fully (not ours) %",
        "unweighted (not ours) %",
      ],
      rows)
  }

  /// Those with larger weights say yes more often.
  private static func probability(_ z: Double) -> Double {
    1 / (1 + exponential(1.4 - 0.5 * z))
  }

  /// Σwp/Σw over the normal z: the distribution of z with weights e^(σz) is normal around σ.
  private static func share(_ spread: Double) -> Double {
    var (sum, weight) = (0.0, 0.0)
    for step in -600...600 {
      let z = Double(step) / 100
      let density = exponential(-z * z / 2)
      sum += density * probability(z + spread)
      weight += density
    }
    return sum / weight
  }

  /// Two strata with their weights.
  private static func strata(_ spread: Double) -> Double {
    let few = exponential(-2 * spread) / 3
    return (few * 0.4 + (2.0 / 3) / 6) / (few + 2.0 / 3)
  }
}
