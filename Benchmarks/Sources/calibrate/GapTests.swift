import Levekar

/// Whether a gap narrowed: how often the tests say so of gaps that stay, and of gaps that close.
enum GapTests {
  private static let years = 10
  private static let level = ConfidenceInterval.Level.p95

  private static func contrast(
    _ size: (zone: Int, rest: Int), _ p: Double, _ q: Double, _ stream: inout RandomStream
  ) -> Contrast? {
    let x = stream.share(of: size.zone, probability: p)
    let y = stream.share(of: size.rest, probability: q)
    guard let one = try? Proportion(of: x, in: Double(size.zone)),
      let other = try? Proportion(of: y, in: Double(size.rest))
    else { return nil }
    return .proportions(one, other)
  }

  /// Lanes: difference of two windows, their ratio, gaps' intervals apart, line of differences, line of ratios, ratios given,
  /// score test.
  private static func measure(
    _ settings: Settings, _ series: Int, _ count: Int, _ size: (zone: Int, rest: Int), _ q: Double,
    from first: Double, to last: Double
  ) -> [Double] {
    settings.means(series, count: count, of: 8) { stream, found in
      guard let before = contrast(size, first * q, q, &stream),
        let after = contrast(size, last * q, q, &stream)
      else { return }
      let change = GapChange(from: before, to: after)
      found[0] = indicator(change.difference().interval?.contains(0) == false)
      if let ratio = try? change.ratio() {
        found[1] = indicator(ratio.interval?.contains(1) == false)
      }
      let gaps = change.gaps()
      if let one = gaps.before.interval, let other = gaps.after.interval {
        found[2] = indicator(one.upper < other.lower || other.upper < one.lower)
      }
      var points: [GapPoint] = []
      var zones: [Figure] = []
      var others: [Figure] = []
      for year in 0..<years {
        let factor = first + (last - first) * Double(year) / Double(years - 1)
        guard let yearly = contrast(size, factor * q, q, &stream) else { return }
        points.append(GapPoint(time: Double(year), yearly))
        if case .proportions(let one, let other) = yearly {
          zones.append(.proportion(one))
          others.append(.proportion(other))
        }
      }
      if let trend = try? GapTrend(points) {
        found[3] = indicator(trend.pValue <= Settings.alpha)
        if let relative = trend.relative {
          found[4] = indicator(relative.pValue <= Settings.alpha)
          found[5] = 1
        }
      }
      if let score = try? GapScoreTest(times: points.map(\.time), zones: zones, others: others) {
        found[6] = indicator(score.pValue <= Settings.alpha)
      }
    }
  }

  static func narrowed(_ settings: Settings) throws -> String {
    let count = settings.samples(25)
    var rows: [[String]] = []
    for (s, size) in Settings.sizes.enumerated() {
      for (index, q) in [0.02, 0.1, 0.3].enumerated() {
        for (closing, name) in [(false, "stays 1.5 times"), (true, "closes from 1.5 times to none")] {
          let series = 120_000 + 1_000 * s + 10 * index + (closing ? 1 : 0)
          let found = measure(
            settings, series, count, size, q, from: 1.5, to: closing ? 1 : 1.5)
          rows.append([
            "\(size.zone) against \(size.rest), \(plain(100 * q)) %, \(name)", perCent(found[0]),
            perCent(found[1]),
            perCent(found[2]), perCent(found[3]),
            found[5] > 0 ? "\(perCent(found[4] / found[5])) of \(perCent(found[5]))" : "–",
            perCent(found[6]),
          ])
        }
      }
    }
    return markdown(
      "Whether a gap changed, found at 5 % (\(settings.precision(count)))",
      [
        "zone's share over the rest's", "two windows, difference %", "two windows, ratio %",
        "intervals of the two gaps apart (not ours) %", "line of ten differences %",
        "line of ten ratios % of given %",
        "score test of ten years %",
      ], rows)
  }
}
