import Levekar

/// Trend tests where years resemble each other, seasons, rolling windows and five recent years.
enum CorrelatedSeries {
  private static func share<Fit>(
    _ results: [Result<Fit, StatisticsError>], _ finds: (Fit) -> Bool
  ) -> Double {
    Double(results.count { (try? $0.get()).map(finds) ?? false }) / Double(max(1, results.count))
  }

  /// How often each test finds a trend, in the order of the header.
  private static func found(_ values: [Double], n: Int, _ settings: Settings) throws -> [Double] {
    let threads = settings.threads
    let panel = try seriesPanel(values, periods: (0..<n).compactMap { Period(year: 2000 + $0) })
    let plain = try MonotonicTrend.fit(values, at: (0..<n).map(Double.init), threads: threads)
    var shares = [
      share(plain) { $0.mannKendall.pValue <= Settings.alpha },
      share(try CorrectedMannKendall.hamedRao(panel, threads: threads)) { $0.pValue <= Settings.alpha },
      share(try CorrectedMannKendall.lagOne(panel, threads: threads)) { $0.pValue <= Settings.alpha },
    ]
    for form in [PreWhitenedTrend.Form.plain, .trendFree, .biasCorrected] {
      shares.append(
        share(try PreWhitenedTrend.fit(panel, form: form, threads: threads)) {
          $0.whitened.mannKendall.pValue <= Settings.alpha
        })
    }
    shares.append(
      share(try NeweyWestTrend.fit(panel, threads: threads)) {
        ((try? $0.pValue(of: "time")) ?? 1) <= Settings.alpha
      })
    let limit = SerialCorrelation.limit(points: n)
    let slopes = plain.map { try? $0.get().theilSen.slope }
    let seen = SerialCorrelation.ofResidualRanks(panel, slopes: slopes, threads: threads)
    shares.append(Double(seen.count { ($0 ?? 0) > limit }) / Double(max(1, seen.count)))
    return shares
  }

  private static let header = [
    "", "n", "Mann–Kendall %", "Hamed–Rao %", "lag-1 %", "pre-whitened %", "trend-free %", "bias-corrected %",
    "Newey–West %", "`autocorrelated` %",
  ]

  private static func table(
    _ settings: Settings, _ correlations: [Double], series: Int, rise: Double, title: String
  ) throws -> String {
    let count = settings.samples(10)
    var rows: [[String]] = []
    for (index, rho) in correlations.enumerated() {
      for n in [10, 25] {
        let values = settings.rows(series + 100 * index + n, count: count, width: n) { stream, row in
          SeriesShape.autoregressive(rho).draw(into: row, slope: rise / Double(n - 1), &stream)
        }
        let cells = try found(values, n: n, settings).map { perCent($0) }
        rows.append(["ρ = \(plain(rho))", "\(n)"] + cells)
      }
    }
    return markdown("\(title) (\(settings.precision(count)))", header, rows)
  }

  static func trends(_ settings: Settings) throws -> String {
    try table(
      settings, [0, 0.3, 0.5, 0.7], series: 140_000, rise: 0,
      title: "Correlated years without a trend: false positives at 5 %")
  }

  /// A true change over all years, so that the price of each correction is seen.
  static func power(_ settings: Settings) throws -> String {
    try table(
      settings, [0, 0.5], series: 141_000, rise: 3,
      title: "Correlated years with a rise of 3 SD from first to last: found at 5 %")
  }

  /// Quarters, alone or with good and bad years.
  static func seasonal(_ settings: Settings) throws -> String {
    let count = settings.samples(20)
    var rows: [[String]] = []
    for years in [5, 10, 20] {
      for (index, rho) in [0, 0.5].enumerated() {
        let seasons = (0..<4 * years).map { $0 % 4 + 1 }
        let calendar = (0..<4 * years).map { 2000 + $0 / 4 }
        let found = settings.means(142_000 + 10 * years + index, count: count, of: 2) { stream, found in
          var values: [Double] = []
          for _ in 0..<years {
            let common = stream.standardNormal()
            for season in 0..<4 {
              let own = stream.standardNormal()
              values.append(
                Double(season) + rho.squareRoot() * common + (1 - rho).squareRoot() * own)
            }
          }
          guard let test = try? SeasonalMannKendall(values, seasons: seasons, years: calendar) else { return }
          found[0] = indicator(test.pValue() <= Settings.alpha)
          found[1] = indicator(test.pValue(.correlated) <= Settings.alpha)
        }
        rows.append(
          ["\(years) years of quarters, correlation within a year \(plain(rho))"] + found.map { perCent($0) })
      }
    }
    return markdown(
      "Seasons without a trend: false positives at 5 % (\(settings.precision(count)))",
      ["", "seasons independent %", "seasons correlated %"], rows)
  }

  /// Windows of three years, each a year after the other.
  static func windows(_ settings: Settings) throws -> String {
    let count = settings.samples(20)
    var rows: [[String]] = []
    let shapes: [(String, Double?, Double)] = [
      ("normal", nil, 0), ("counts of 3 a year", 3, 0), ("normal, a rise of 3 SD", nil, 3),
    ]
    for (index, (name, mean, rise)) in shapes.enumerated() {
      for n in [10, 15, 27] {
        let yearly = settings.rows(143_000 + 100 * index + n, count: count, width: n) { stream, row in
          for year in 0..<n {
            row[year] =
              mean.map { stream.count(mean: $0, dispersion: 1) }
              ?? (stream.standardNormal() + rise * Double(year) / Double(n - 1))
          }
        }
        func means(_ starts: [Int]) -> [Double] {
          (0..<count).flatMap { series in
            starts.map { start in (0..<3).reduce(0) { $0 + yearly[series * n + start + $1] } / 3 }
          }
        }
        let rolling = Array(0..<n - 2)
        let apart = Array(stride(from: 0, through: n - 3, by: 3))
        func found(_ values: [Double], _ times: [Int]) throws -> Double {
          share(try MonotonicTrend.fit(values, at: times.map(Double.init), threads: settings.threads)) {
            $0.mannKendall.pValue <= Settings.alpha
          }
        }
        let panel = try seriesPanel(
          means(rolling), periods: rolling.compactMap { Period(years: 2000 + $0...2002 + $0) })
        let corrected = OverlapCorrectedTrend.fit(panel, threads: settings.threads)
        let refused = corrected.allSatisfy { (try? $0.get()) == nil }
        rows.append([
          "\(name), \(n) years", perCent(try found(means(rolling), rolling)),
          refused ? "refused" : perCent(share(corrected) { $0.pValue <= Settings.alpha }),
          apart.count < 4 ? "\(apart.count) points" : perCent(try found(means(apart), apart)),
          perCent(try found(yearly, Array(0..<n))),
        ])
      }
    }
    return markdown(
      "Rolling windows of three years: found at 5 % (\(settings.precision(count)))",
      ["", "as if apart (not ours) %", "corrected variance %", "every third window %", "yearly figures %"],
      rows)
  }

  /// The rule of five recent points, whose level is 0.2 %.
  static func recent(_ settings: Settings) throws -> String {
    let count = settings.samples(5)
    var rows: [[String]] = []
    for (index, persons) in [50, 200, 2_500].enumerated() {
      for (place, share) in [0.02, 0.1, 0.3].enumerated() {
        for dispersion in [1.0, 2] {
          let series = 144_000 + 100 * index + 10 * place + Int(dispersion)
          let found = settings.means(series, count: count, of: 4) { stream, found in
            var counts: [Double] = []
            for _ in 0..<5 {
              counts.append(stream.share(of: persons, probability: share, dispersion: dispersion))
            }
            let sizes = [Double](repeating: Double(persons), count: 5)
            guard let rule = try? RecentTrend(counts: counts, of: sizes) else { return }
            found[0] = indicator(rule.verdict != .noChange)
            found[1] = indicator(rule.chiSquared > RecentTrend.criticalValue)
            found[2] = indicator(rule.pValue <= Settings.alpha)
          }
          rows.append([
            "\(persons) persons, \(plain(100 * share)) %, φ = \(plain(dispersion))",
            decimal(100 * found[0]), decimal(100 * found[1]), perCent(found[2]),
          ])
        }
      }
    }
    return markdown(
      "Five recent years without a trend: false positives (\(count) samples; the rule's level is 0.2 %)",
      ["", "rule %", "rule without leaving one out %", "its p-value at 5 % %"], rows)
  }
}
