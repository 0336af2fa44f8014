import Levekar

/// Joins found in straight series.
enum Joins {
  /// Fewer permutations than the 4 499 of a real analysis, and at most two joins, so that a table takes seconds.
  private static let permutations = 199

  static func falseJoins(_ settings: Settings) throws -> String {
    let count = settings.samples(100)
    var rows: [[String]] = []
    let noises: [(name: String, rho: Double, mean: Double?)] = [
      ("log-normal, SD 0.1", 0, nil), ("the same, AR(1) ρ = 0.3", 0.3, nil), ("counts of 10 a year", 0, 10),
      ("counts of 100 a year", 0, 100),
    ]
    for (index, noise) in noises.enumerated() {
      for n in [10, 20, 35] {
        let times = (0..<n).map(Double.init)
        let rules = JoinpointRules(maximumJoins: 2)
        let values = settings.rows(162_000 + 100 * index + n, count: count, width: n) { stream, row in
          if let mean = noise.mean {
            for year in 0..<n {
              row[year] = stream.count(
                mean: mean * exponential(-0.02 * (Double(year) - Double(n - 1) / 2)), dispersion: 1)
            }
          } else {
            SeriesShape.autoregressive(noise.rho).draw(into: row, slope: 0, &stream)
            for year in 0..<n { row[year] = exponential(3 - 0.02 * Double(year) + 0.1 * row[year]) }
          }
        }
        func found(_ model: Joinpoints.Model, _ selection: JoinpointSelection) throws -> String {
          let panel =
            model == .poisson
            ? try countPanel(values, years: times.count)
            : try seriesPanel(values, periods: (0..<n).compactMap { Period(year: 2000 + $0) })
          let fits = try Joinpoints.fit(
            panel, model: model, rules: rules, selection: selection, threads: settings.threads)
          let given = fits.compactMap { try? $0.get() }
          guard !given.isEmpty else { return "–" }
          let share = perCent(Double(given.count { $0.joins > 0 }) / Double(given.count))
          let covered = given.count {
            (try? $0.fit.averageAnnualChange())?.slopeEstimate().interval?.contains(-0.02) == true
          }
          let coverage = perCent(Double(covered) / Double(given.count))
          return "\(share); \(coverage)" + (given.count == count ? "" : " of \(given.count)")
        }
        rows.append([
          "\(noise.name), \(n) years",
          try found(
            .logarithmic,
            .permutation(replicates: permutations, alpha: Settings.alpha, seed: settings.seed)),
          try found(.logarithmic, .bic), noise.mean == nil ? "–" : try found(.poisson, .bic),
        ])
      }
    }
    return markdown(
      "Straight series: joins found %, and coverage of the average annual change % (\(settings.precision(count)); \(permutations) permutations, at most two joins)",
      ["", "permutation test at 5 %", "BIC", "Poisson, BIC"], rows)
  }

  private static func countPanel(_ values: [Double], years: Int) throws -> Panel {
    let zones = (0..<values.count / years).map { Zone(code: "Z\($0)", level: .district) }
    return try Panel(
      indicator: "counts", kind: .count, zones: zones,
      periods: (0..<years).compactMap { Period(year: 2000 + $0) }, values: values,
      statuses: [CellStatus](repeating: .observed, count: values.count))
  }
}
