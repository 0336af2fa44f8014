import Levekar

/// Trends of rates and shares over the years: false positives and coverage, with and without overdispersion.
enum CountTrends {
  private static func measure(
    _ settings: Settings, _ series: Int, _ count: Int, n: Int, slope: Double, families: [RateTrend.Family],
    persons: Int?,
    draw: @Sendable (_ factor: Double, _ stream: inout RandomStream) -> Double
  ) throws -> [[Double]] {
    let times = (0..<n).map { Double($0) }
    let counts = settings.rows(series, count: count, width: n) { stream, row in
      for year in 0..<n { row[year] = draw(exponential(slope * (Double(year) - Double(n - 1) / 2)), &stream) }
    }
    let denominators = persons.map { [Double](repeating: Double($0), count: counts.count) }
    return try families.map { family in
      let trends = try RateTrends(
        counts: counts, denominators: denominators, times: times, family: family, threads: settings.threads)
      // Given, false positive or found, covered, flagged, likelihood ratio.
      var sums = [Double](repeating: 0, count: 5)
      for index in 0..<count {
        guard let trend = trends[index] else { continue }
        let estimate = trend.slopeEstimate()
        sums[0] += 1
        sums[1] += indicator(trend.pValue <= Settings.alpha)
        sums[2] += indicator(estimate.interval?.contains(slope) == true)
        sums[3] += indicator(estimate.diagnostics.contains(Diagnostic("overdispersed")))
        sums[4] += indicator((trend.likelihoodRatioPValue ?? 1) <= Settings.alpha)
      }
      return [sums[0] / Double(count)] + sums[1...].map { sums[0] > 0 ? $0 / sums[0] : .nan }
    }
  }

  static func rates(_ settings: Settings) throws -> String {
    let count = settings.samples(25)
    var rows: [[String]] = []
    for (m, mean) in [1.0, 5, 20, 100].enumerated() {
      for dispersion in [1.0, 2] {
        for n in [5, 10, 25] {
          let series = 150_000 + 1_000 * m + 100 * Int(dispersion) + n
          let families: [RateTrend.Family] = [.poisson, .quasiPoisson, .negativeBinomial]
          let flat = try measure(
            settings, series, count, n: n, slope: 0, families: families, persons: nil
          ) { factor, stream in stream.count(mean: mean * factor, dispersion: dispersion) }
          let falling = try measure(
            settings, series + 50, count, n: n, slope: -0.1, families: families, persons: nil
          ) { factor, stream in stream.count(mean: mean * factor, dispersion: dispersion) }
          rows.append([
            "\(plain(mean)) a year, φ = \(plain(dispersion))", "\(n)", perCent(flat[0][0]),
            perCent(flat[0][1]), perCent(flat[0][4]), perCent(flat[0][3]), perCent(flat[1][1]),
            perCent(flat[2][1]),
            perCent(falling[0][2]), perCent(falling[1][2]), perCent(falling[2][2]),
          ])
        }
      }
    }
    return markdown(
      "Trends of counts (\(settings.precision(count))): false positives at 5 %, and coverage at −10 % a year",
      [
        "", "n", "given %", "Poisson, Wald: false %", "likelihood ratio: false %",
        "flagged `overdispersed` %",
        "quasi-Poisson: false %", "negative binomial: false %", "Poisson: coverage %",
        "quasi-Poisson: coverage %",
        "negative binomial: coverage %",
      ], rows)
  }

  static func shares(_ settings: Settings) throws -> String {
    let count = settings.samples(25)
    var rows: [[String]] = []
    for (m, (persons, share)) in [(20, 0.05), (50, 0.1), (200, 0.1), (1_000, 0.1), (50, 0.5)].enumerated() {
      for dispersion in [1.0, 2] {
        for n in [5, 10, 25] {
          let families: [RateTrend.Family] = [.binomial, .quasiBinomial]
          let flat = try measure(
            settings, 156_000 + 1_000 * m + 100 * Int(dispersion) + n, count, n: n, slope: 0,
            families: families, persons: persons
          ) { _, stream in stream.share(of: persons, probability: share, dispersion: dispersion) }
          rows.append([
            "\(persons) persons, \(plain(100 * share)) %, φ = \(plain(dispersion))", "\(n)",
            perCent(flat[0][0]), perCent(flat[0][1]), perCent(flat[0][4]), perCent(flat[0][3]),
            perCent(flat[1][1]),
          ])
        }
      }
    }
    return markdown(
      "Trends of shares without one: false positives at 5 % (\(settings.precision(count)))",
      [
        "", "n", "given %", "logistic, Wald %", "likelihood ratio %", "flagged `overdispersed` %",
        "quasi-logistic %",
      ], rows)
  }
}
