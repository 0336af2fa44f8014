import Levekar

/// A target that the true line reaches exactly: neither verdict should be given often, and the projection should hold the
/// value that comes.
enum Targets {
  static func projections(_ settings: Settings) throws -> String {
    let count = settings.samples(10)
    var rows: [[String]] = []
    for (index, persons) in [50, 200, 2_500].enumerated() {
      for years in [4, 6, 10] {
        for dispersion in [1.0, 2] {
          let (first, slope) = (0.2, -0.005)
          let end = Double(years + 4)
          let series = 200_000 + 1_000 * index + 10 * years + Int(dispersion)
          let found = settings.means(series, count: count, of: 4) { stream, found in
            var values: [Double] = []
            var errors: [Double] = []
            var latest: Estimate?
            for year in 0..<years {
              let x = stream.share(
                of: persons, probability: first + slope * Double(year), dispersion: dispersion)
              guard let share = try? Proportion(of: x, in: Double(persons)) else { return }
              let estimate = share.wilson()
              guard let interval = estimate.interval else { return }
              values.append(share.value)
              // As of gaps: a quarter of the interval, which is never 0.
              errors.append(
                (interval.upper - interval.lower) / (2 * ConfidenceInterval.Level.p95.normalQuantile))
              latest = estimate
            }
            let later =
              stream.share(
                of: persons, probability: first + slope * end, dispersion: dispersion) / Double(persons)
            guard let latest,
              let line = try? KnownVarianceLine(
                times: (0..<years).map(Double.init), values: values, errors: errors),
              let tracking = try? TargetTracking(
                target: first + slope * end, at: end, wantsHigher: false, latest: latest,
                latestTime: Double(years - 1), line: line)
            else { return }
            found[0] = indicator(tracking.projected()?.interval?.contains(later) == true)
            found[1] = indicator(tracking.verdict() == .onTrack || tracking.verdict() == .reached)
            found[2] = indicator(tracking.verdict() == .behind)
            found[3] = indicator(line.slope().interval?.contains(slope) == true)
          }
          rows.append(
            ["\(persons) persons, \(years) years, φ = \(plain(dispersion))"] + found.map { perCent($0) })
        }
      }
    }
    return markdown(
      "A target that the true line reaches exactly, five years ahead (\(settings.precision(count)))",
      [
        "", "projection holds the figure that comes %", "called on track or reached %", "called behind %",
        "slope: coverage %",
      ], rows)
  }
}
