import Levekar

/// Tests for one step in a series that has none.
enum Steps {
  static func falsePositives(_ settings: Settings) throws -> String {
    let count = settings.samples(20)
    let shapes: [(SeriesShape, Double, String)] = [
      (.normal, 0, "normal, independent"), (.rounded(step: 2), 0, "normal, rounded to 2 SD"),
      (.share(persons: 50, probability: 0.02), 0, "share of 50 persons, p = 0.02"),
      (.autoregressive(0.3), 0, "AR(1) ρ = 0.3"), (.autoregressive(0.5), 0, "AR(1) ρ = 0.5"),
      (.normal, 3, "steady rise of 3 SD, no step"),
    ]
    var rows: [[String]] = []
    for (index, (shape, rise, name)) in shapes.enumerated() {
      for n in [10, 25] {
        let slope = rise / Double(n - 1)
        let values = settings.rows(146_000 + 100 * index + n, count: count, width: n) { stream, row in
          shape.draw(into: row, slope: slope, &stream)
        }
        let periods = (0..<n).compactMap { Period(year: 2000 + $0) }
        let panel = try seriesPanel(values, periods: periods)
        func found(_ results: [Result<ChangePoint, StatisticsError>]) -> Double {
          Double(results.count { ((try? $0.get().pValue) ?? 1) <= Settings.alpha }) / Double(count)
        }
        let times = periods.map(\.time)
        let formula = (0..<count).map { series in
          Result { () throws(StatisticsError) in
            try Pettitt.test(Array(values[series * n..<(series + 1) * n]), at: times)
          }
        }
        rows.append([
          name, "\(n)", perCent(found(try Pettitt.test(panel, threads: settings.threads))),
          perCent(found(formula)),
          perCent(found(try StandardNormalHomogeneity.test(panel, threads: settings.threads))),
          perCent(found(try Buishand.test(panel, threads: settings.threads))),
        ])
      }
    }
    return markdown(
      "Series without a step: steps found at 5 % (\(settings.precision(count)))",
      ["", "n", "Pettitt %", "Pettitt by formula (single call) %", "SNHT %", "Buishand %"], rows)
  }
}
