import Levekar

/// Direction and slope of yearly series.
enum YearlySeries {
  private static let lengths = [5, 8, 10, 15, 25]

  /// Mann–Kendall and Sen without ties: exact, over all orders, which are summed by their number of inversions.
  static func exactOrders(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    var grids = [Grid](repeating: Grid(), count: 3)
    for n in 4...60 {
      let found = try overOrders(n)
      if found[3] == 0 { for lane in 0..<3 { grids[lane].add("n = \(n)", found[lane]) } }
      if [4].contains(n) || lengths.contains(n) || n == 60 {
        let sen = found[3] > 0 ? "\(perCent(found[2])) (`interval-unbounded`)" : perCent(found[2])
        rows.append(["n = \(n)", perCent(found[0]), perCent(found[1]), sen])
      }
    }
    func range(_ grid: Grid, worst: String) -> String {
      "\(perCent(grid.lowest?.share)) … \(perCent(grid.highest?.share)); worst at \(worst)"
    }
    rows.append([
      "all n = 5 … 60", range(grids[0], worst: grids[0].highest?.label ?? ""),
      range(grids[1], worst: grids[1].highest?.label ?? ""),
      range(grids[2], worst: grids[2].lowest?.label ?? ""),
    ])
    return markdown(
      "Independent series without ties (exact)",
      ["", "Mann–Kendall exact: false positives %", "normal: false positives %", "Sen: coverage %"], rows)
  }

  /// Lanes: exact p ≤ 5 %, normal p ≤ 5 %, Sen's interval holds 0, interval not bounded.
  ///
  /// Whether the interval holds 0 depends on the signs of the slopes only, that is on the inversions, so any order with
  /// as many of them stands for all. Slopes other than 0 shift values and interval alike.
  private static func overOrders(_ n: Int) throws -> SIMD8<Double> {
    var probabilities = [1.0]
    for points in 2...n {
      var next = [Double](repeating: 0, count: points * (points - 1) / 2 + 1)
      for (k, probability) in probabilities.enumerated() {
        for j in 0..<points { next[k + j] += probability / Double(points) }
      }
      probabilities = next
    }
    let times = (0..<n).map(Double.init)
    var sum = SIMD8<Double>.zero
    for (inversions, probability) in probabilities.enumerated() {
      let trend = try MonotonicTrend(of: order(n, inversions: inversions), at: times)
      let interval = trend.theilSen.estimate.interval
      sum +=
        probability
        * SIMD8(
          indicator(trend.mannKendall.pValue <= Settings.alpha),
          indicator(trend.mannKendall.normalPValue <= Settings.alpha),
          indicator(interval?.contains(0) == true),
          indicator(!trend.theilSen.isBounded), 0, 0, 0, 0)
    }
    return sum
  }

  /// An order of 1…n with so many falling pairs: each number is put before as many smaller ones as are still wanted.
  private static func order(_ n: Int, inversions: Int) -> [Double] {
    var values: [Double] = []
    var rest = inversions
    for value in (1...n) {
      // Numbers come in rising order, so one put k places from the end makes k falling pairs; the largest come last and
      // make the most, so what the later ones can make is left to them.
      let later = (n * (n - 1) - value * (value - 1)) / 2
      let here = max(0, rest - later)
      values.insert(Double(value), at: values.count - here)
      rest -= here
    }
    return values
  }

  static func simulated(_ settings: Settings) throws -> String {
    let shapes: [SeriesShape] = [
      .normal, .rounded(step: 0.5), .rounded(step: 2), .share(persons: 50, probability: 0.1),
      .share(persons: 200, probability: 0.02), .share(persons: 50, probability: 0.02), .autoregressive(0.2),
      .autoregressive(0.5),
    ]
    var rows: [[String]] = []
    for (index, shape) in shapes.enumerated() {
      for n in lengths {
        let found = try measure(settings, series: 30_000 + 100 * index + n, shape, n: n, slope: 0)
        rows.append(
          [shape.name, "\(n)"]
            + [found.mannKendall, found.normal, found.sen, found.line, found.flat].map(perCent))
      }
    }
    return markdown(
      "Series without a trend (\(settings.replicates) series each)",
      [
        "", "n", "Mann–Kendall: false positives %", "– by normal p", "Sen: coverage %",
        "least squares: coverage %", "constant series %",
      ], rows)
  }

  static func power(_ settings: Settings) throws -> String {
    var rows: [[String]] = []
    var cases: [(SeriesShape, Double, String)] = [1, 2, 3, 4, 6].map {
      (.normal, $0 / 9, "normal, \(plain($0)) SD from first to last year")
    }
    for persons in [200, 2_500] {
      for (first, last) in [(0.2, 0.18), (0.2, 0.15), (0.2, 0.1), (0.05, 0.03)] {
        cases.append(
          (
            .share(persons: persons, probability: first), (last - first) / 9,
            "share of \(persons) persons, \(plain(100 * first)) % to \(plain(100 * last)) %"
          ))
      }
    }
    for (index, item) in cases.enumerated() {
      let found = try measure(settings, series: 40_000 + index, item.0, n: 10, slope: item.1)
      rows.append([item.2] + [found.mannKendall, found.lineTest, found.sen, found.line].map(perCent))
    }
    return markdown(
      "Power: a steady change over ten years (\(settings.replicates) series each)",
      [
        "", "Mann–Kendall finds it %", "least squares finds it %", "Sen: coverage %",
        "least squares: coverage %",
      ], rows)
  }

  private struct Shares {
    var (mannKendall, normal, sen, line, lineTest, flat) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
  }

  private static func measure(
    _ settings: Settings, series: Int, _ shape: SeriesShape, n: Int, slope: Double
  ) throws -> Shares {
    let count = settings.replicates
    var values = [Double](repeating: 0, count: count * n)
    values.withUnsafeMutableBufferPointer { values in
      // Ranges are disjoint; replicate r owns the places r·n ..< (r + 1)·n of count·n.
      nonisolated(unsafe) let values = values
      parallelFor(count, grain: 64, threads: settings.threads) { range in
        for replicate in range {
          var stream = RandomStream(seed: settings.seed, series: series, replicate: replicate)
          let places = replicate * n..<(replicate + 1) * n
          shape.draw(into: UnsafeMutableBufferPointer(rebasing: values[places]), slope: slope, &stream)
        }
      }
    }
    let times = (0..<n).map(Double.init)
    let trends = try MonotonicTrend.fit(values, at: times, threads: settings.threads)
    let lines = try LineFits(values: values, times: times, threads: settings.threads)
    var shares = Shares()
    for (index, trend) in trends.enumerated() {
      let trend = try trend.get()
      let line = lines[index]
      shares.mannKendall += indicator(trend.mannKendall.pValue <= Settings.alpha)
      shares.normal += indicator(trend.mannKendall.normalPValue <= Settings.alpha)
      shares.sen += indicator(trend.theilSen.estimate.interval?.contains(slope) == true)
      shares.line += indicator(line?.slopeEstimate().interval?.contains(slope) == true)
      shares.lineTest += indicator((line?.pValue ?? 1) <= Settings.alpha)
      shares.flat += indicator(!trend.theilSen.hasVariation)
    }
    let total = Double(max(1, count))
    shares.mannKendall /= total
    shares.normal /= total
    shares.sen /= total
    shares.line /= total
    shares.lineTest /= total
    shares.flat /= total
    return shares
  }
}
