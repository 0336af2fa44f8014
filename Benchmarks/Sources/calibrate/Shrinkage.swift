import Levekar

/// Shrunken figures: how often their intervals hold the zone's truth, and how much nearer to it they are than raw ones.
enum Shrinkage {
  static func table(_ settings: Settings) throws -> String {
    let count = settings.samples(100)
    var rows: [[String]] = []
    for isShare in [false, true] {
      for zones in [8, 40] {
        for expected in [3.0, 10, 50] {
          for variation in [0.1, 0.3] {
            let series =
              190_000 + (isShare ? 5_000 : 0) + 100 * zones + 10 * Int(expected) + Int(10 * variation)
            // Sizes differ eightfold.
            let sizes = (0..<zones).map { zone in
              expected * exponential(2.08 * (Double(zone) / Double(zones - 1) - 0.5))
            }
            let found = settings.means(series, count: count, of: 8) { stream, found in
              measure(sizes, variation, isShare: isShare, &stream, &found)
            }
            let given = found[6]
            rows.append([
              "\(isShare ? "shares of 10 %" : "rates"), \(zones) zones, \(plain(expected)) events, truths vary \(plain(100 * variation)) %",
              perCent(max(0, 1 - given)), perCent(given > 0 ? found[0] / given : nil),
              perCent(given > 0 ? found[1] / given : nil), perCent(found[2]),
              decimal(found[3] / found[4]),
            ])
          }
        }
      }
    }
    return markdown(
      "Shrinkage: coverage of a zone's truth, of those given (\(count) sets of zones)",
      [
        "", "no difference found %", "prior as known %", "widened (ours) %", "raw interval %",
        "squared error over raw",
      ], rows)
  }

  /// Results: plain covers, widened covers, raw covers, squared error shrunken and raw, –, intervals given.
  private static func measure(
    _ sizes: [Double], _ variation: Double, isShare: Bool, _ stream: inout RandomStream,
    _ found: inout [Double]
  ) {
    let many = Double(sizes.count)
    var truths: [Double] = []
    var counts: [Double] = []
    var exposures: [Double] = []
    for size in sizes {
      let shape = 1 / (variation * variation)
      if isShare {
        let persons = (10 * size).rounded()
        // Mean 0.1 and standard deviation 0.1 · variation.
        let total = 0.9 / (0.1 * variation * variation) - 1
        let truth = (try? Beta(0.1 * total, 0.9 * total).quantile(stream.openUniform())) ?? 0.1
        truths.append(truth)
        exposures.append(persons)
        counts.append(stream.share(of: Int(persons), probability: truth))
      } else {
        let truth = (try? Gamma(shape: shape, scale: 1 / shape).quantile(stream.openUniform())) ?? 1
        truths.append(truth)
        exposures.append(size)
        counts.append(stream.count(mean: size * truth, dispersion: 1))
      }
    }
    let rates = isShare ? nil : try? GammaPoisson(counts: counts, expected: exposures)
    let shares = isShare ? try? BetaBinomial(numerators: counts, denominators: exposures) : nil
    let doubt =
      isShare
      ? try? PriorDoubt(numerators: counts, denominators: exposures)
      : try? PriorDoubt(counts: counts, expected: exposures)
    for zone in sizes.indices {
      let (x, n, truth) = (counts[zone], exposures[zone], truths[zone])
      let posterior =
        isShare
        ? try? shares?.posterior(numerator: x, denominator: n)
        : try? rates?.posterior(count: x, expected: n)
      let raw = isShare ? try? Proportion(of: x, in: n).wilson() : try? Rate(of: x, in: n).estimate()
      found[2] += indicator(raw?.interval?.contains(truth) == true) / many
      guard let posterior else { continue }
      found[3] += (posterior.mean - truth) * (posterior.mean - truth) / many
      found[4] += (x / n - truth) * (x / n - truth) / many
      guard let plain = posterior.interval(level: .p95) else { continue }
      found[6] += 1 / many
      found[0] += indicator(plain.contains(truth)) / many
      let wide = doubt?.widened(posterior, count: x, expected: n).interval(level: .p95)
      found[1] += indicator(wide?.contains(truth) == true) / many
    }
  }
}
