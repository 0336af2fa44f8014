import Levekar

/// Life expectancies, healthy ones and years of life lost of small places: simulated deaths.
enum LifeTables {
  /// Deaths a person-year at 0, 1–4, 5–9 … 85–89, 90+.
  private static let rates: [Double] = [
    0.002, 0.00012, 0.00007, 0.0001, 0.0003, 0.0005, 0.0006, 0.0007, 0.0009, 0.0013, 0.002, 0.003, 0.0048,
    0.0078, 0.0125, 0.0205, 0.0365, 0.067, 0.125, 0.24,
  ]
  private static let ordinary: [Double] = [
    1.1, 4.6, 6, 6.3, 6.2, 6.3, 6.7, 7, 6.8, 6.5, 6.6, 6.9, 6.4, 5.9, 5.3, 4.8, 3.4, 2, 1, 0.5,
  ]
  /// Few are old.
  private static let young: [Double] = ordinary.enumerated().map {
    $0.offset > 13 ? 0.3 * $0.element : $0.element
  }
  private static let ill: [Double] = (0..<20).map { 0.05 + 0.55 * Double($0) / 19 }

  private static func schedule() throws -> LifeTableSchedule {
    let starts = [0, 1] + Array(stride(from: 5, through: 90, by: 5))
    return try LifeTableSchedule(
      starts.indices.compactMap { index in
        AgeBand(
          from: starts[index], through: index + 1 < starts.count ? starts[index + 1] - 1 : nil)
      })
  }

  private static func personYears(_ ages: [Double], _ total: Double) -> [Double] {
    let sum = ages.reduce(0, +)
    return ages.map { $0 / sum * total }
  }

  /// One column a cell, as the kernel reads them.
  private static func byBand(_ rows: [Double], count: Int) -> [Double] {
    (0..<20).flatMap { band in (0..<count).map { rows[$0 * 20 + band] } }
  }

  private static func truth(_ age: Int) throws -> Double {
    let many = [Double](repeating: 1e9, count: 20)
    let counts = MortalityCounts(deaths: rates.map { $0 * 1e9 }, population: many)
    return try LifeExpectancies(counts, try schedule(), ages: [age]).result(cell: 0, age: age).get().value
  }

  private struct Tally {
    var (given, covered, sum, width, known) = (0.0, 0.0, 0.0, 0.0, 0.0)

    mutating func add(_ result: Result<Estimate, Reason>, _ truth: Double) {
      guard let estimate = try? result.get(), let interval = estimate.interval else { return }
      given += 1
      covered += indicator(interval.contains(truth))
      sum += estimate.value - truth
      width += (interval.upper - interval.lower) / 2
      known += indicator(!estimate.diagnostics.isEmpty)
    }

    func cells(of count: Int) -> [String] {
      [
        perCent(given / Double(count)), perCent(given > 0 ? covered / given : nil),
        decimal(given > 0 ? sum / given : nil), decimal(given > 0 ? width / given : nil, 1),
        perCent(given > 0 ? known / given : nil),
      ]
    }
  }

  static func expectancies(_ settings: Settings) throws -> String {
    let count = settings.samples(10)
    var out: [[String]] = []
    for (place, name, ages) in [(0, "ordinary ages", ordinary), (1, "few old", young)] {
      for years in [2_500.0, 5_000, 20_000, 100_000] {
        let people = personYears(ages, years)
        let deaths = settings.rows(110_000 + 1_000 * place + Int(years / 100), count: count, width: 20) {
          stream, row in
          for band in 0..<20 { row[band] = stream.count(mean: people[band] * rates[band], dispersion: 1) }
        }
        let counts = MortalityCounts(
          bands: 20, cells: count, deaths: byBand(deaths, count: count),
          population: people.flatMap { [Double](repeating: $0, count: count) })
        let all = try LifeExpectancies(counts, try schedule(), ages: [0, 65], threads: settings.threads)
        for age in [0, 65] {
          let truth = try truth(age)
          var tally = Tally()
          for cell in 0..<count { tally.add(all.result(cell: cell, age: age), truth) }
          out.append(["\(plain(years)) person-years, \(name)", "\(age)"] + tally.cells(of: count))
        }
      }
    }
    return markdown(
      "Life expectancy: coverage among those given (\(settings.precision(count)))",
      ["", "age", "given %", "coverage %", "bias, years", "half width, years", "flagged %"], out)
  }

  /// A place and the rest of the country with the same death rates.
  static func differences(_ settings: Settings) throws -> String {
    let count = settings.samples(10)
    var out: [[String]] = []
    let schedule = try schedule()
    for (place, name, ages) in [(0, "ordinary ages", ordinary), (1, "few old", young)] {
      for years in [2_500.0, 5_000, 20_000] {
        let (people, others) = (personYears(ages, years), personYears(ordinary, 250_000))
        let found = settings.means(113_000 + 1_000 * place + Int(years / 100), count: count, of: 2) {
          stream, found in
          func expectancy(_ people: [Double]) -> Estimate? {
            var deaths: [Double] = []
            for (n, rate) in zip(people, rates) { deaths.append(stream.count(mean: n * rate, dispersion: 1)) }
            return try? LifeTable(deaths: deaths, population: people, schedule).expectancy(at: 0).get()
          }
          guard let one = expectancy(people), let other = expectancy(others),
            let gap = LifeExpectancyDifference(of: one, against: other)
          else { return }
          found[0] = 1
          found[1] = indicator(gap.pValue <= Settings.alpha)
        }
        out.append([
          "\(plain(years)) person-years, \(name)", perCent(found[0]),
          perCent(found[0] > 0 ? found[1] / found[0] : nil),
        ])
      }
    }
    return markdown(
      "Two equal life expectancies: called different at 5 % (\(settings.precision(count)))",
      ["", "given %", "of these called different %"], out)
  }

  static func healthy(_ settings: Settings) throws -> String {
    let count = settings.samples(20)
    var out: [[String]] = []
    for (place, years) in [5_000.0, 20_000, 100_000].enumerated() {
      for asked in [10.0, 50, 200] {
        let people = personYears(ordinary, years)
        let drawn = settings.rows(115_000 + 100 * place + Int(asked), count: count, width: 40) {
          stream, row in
          for band in 0..<20 {
            row[band] = stream.count(mean: people[band] * rates[band], dispersion: 1)
            row[20 + band] = stream.share(of: Int(asked), probability: ill[band])
          }
        }
        func column(_ from: Int) -> [Double] {
          (from..<from + 20).flatMap { band in (0..<count).map { drawn[$0 * 40 + band] } }
        }
        let counts = MortalityCounts(
          bands: 20, cells: count, deaths: column(0),
          population: people.flatMap { [Double](repeating: $0, count: count) })
        let health = HealthCounts(
          bands: 20, cells: count, ill: column(20),
          asked: [Double](repeating: asked, count: 20 * count))
        let many = [Double](repeating: 1e9, count: 20)
        let truth = try HealthyLifeExpectancy.all(
          MortalityCounts(deaths: rates.map { $0 * 1e9 }, population: many),
          HealthCounts(bands: 20, cells: 1, ill: ill.map { $0 * 1e9 }, asked: many), try schedule()
        ).result(cell: 0, age: 0).get().value
        var cells: [String] = []
        for withMortality in [true, false] {
          let all = try HealthyLifeExpectancy.all(
            counts, health, try schedule(), withMortality: withMortality, threads: settings.threads)
          var tally = Tally()
          for cell in 0..<count { tally.add(all.result(cell: cell, age: 0), truth) }
          let found = tally.cells(of: count)
          cells += withMortality ? Array(found[..<3]) : [found[1]]
        }
        out.append(["\(plain(years)) person-years, \(plain(asked)) asked in each band"] + cells)
      }
    }
    return markdown(
      "Healthy life expectancy at birth: coverage among those given (\(settings.precision(count)))",
      ["", "given %", "coverage %", "bias, years", "coverage with survey error only %"], out)
  }

  static func yearsLost(_ settings: Settings) throws -> String {
    let count = settings.samples(5)
    var out: [[String]] = []
    let schedule = try schedule()
    for expected in [1.0, 5, 20, 100] {
      let unit = personYears(ordinary, 1)
      // Bands that lose years before 75 are those from 0 to 70–74.
      let perYear = (0..<16).reduce(0.0) { $0 + unit[$1] * rates[$1] }
      let people = unit.map { $0 * expected / perYear }
      let truth = try YearsOfLifeLost(
        deaths: zip(people, rates).map { $0 * $1 }, population: people, schedule, before: 75
      ).value
      let found = settings.means(118_000 + Int(expected), count: count, of: 3) { stream, found in
        var deaths = [Double](repeating: 0, count: 20)
        for band in 0..<20 {
          deaths[band] = min(people[band], stream.count(mean: people[band] * rates[band], dispersion: 1))
        }
        guard
          let lost = try? YearsOfLifeLost(deaths: deaths, population: people, schedule, before: 75)
        else { return }
        let estimate = lost.years()
        found[0] = indicator(estimate.interval?.contains(truth) == true)
        let reach = ConfidenceInterval.Level.p95.normalQuantile * (estimate.standardError ?? 0)
        found[1] = indicator(abs(estimate.value - truth) <= reach)
        found[2] = indicator(!estimate.diagnostics.isEmpty)
      }
      out.append(["\(plain(expected)) deaths before 75 expected"] + found.map { perCent($0) })
    }
    return markdown(
      "Years of life lost before 75: coverage (\(settings.precision(count)))",
      ["", "ours %", "y ± 1.96·SE (not ours) %", "flagged %"], out)
  }
}
