import Levekar

/// Indices of inequality: whether their intervals hold the index of the true figures.
enum InequalityIndices {
  /// Ten groups of equal size, shares along a straight line in the ranking.
  static func slopes(_ settings: Settings) throws -> String {
    let count = settings.samples(20)
    var rows: [[String]] = []
    let cases: [(groups: Int, middle: Double, slope: Double)] = [
      (5, 0.1, 0), (5, 0.1, -0.1), (10, 0.1, 0), (10, 0.1, -0.1), (10, 0.3, -0.2),
    ]
    for (index, item) in cases.enumerated() {
      for persons in [20, 100, 1_000] {
        let truth = (0..<item.groups).map {
          item.middle + item.slope * ((Double($0) + 0.5) / Double(item.groups) - 0.5)
        }
        let weights = [Double](repeating: Double(persons), count: item.groups)
        @Sendable func indices(_ values: [Double], _ intervals: [ConfidenceInterval]?) -> [Estimate?] {
          guard let units = try? RankedUnits(values: values, weights: weights, intervals: intervals) else {
            return [nil, nil, nil, nil, nil]
          }
          let plain = try? SlopeIndex(units)
          let log = try? SlopeIndex(units, link: .log)
          let logit = try? SlopeIndex(units, link: .logit)
          let risk = try? AttributableRisk(units)
          return [
            plain?.absolute(), try? plain?.relative(), try? log?.relative(), logit?.absolute(), risk?.risk(),
          ]
        }
        let right = indices(truth, nil).map { $0?.value }
        let logistic = (try? LogisticSlopeIndex(events: truth.map { 1e6 * $0 }, of: truth.map { _ in 1e6 }))?
          .absolute().value
        let found = settings.means(170_000 + 1_000 * index + persons, count: count, of: 12) { stream, found in
          var events: [Double] = []
          var values: [Double] = []
          var intervals: [ConfidenceInterval] = []
          for share in truth {
            let x = stream.share(of: persons, probability: share)
            guard let estimate = try? Proportion(of: x, in: Double(persons)).wilson(),
              let interval = estimate.interval
            else { return }
            events.append(x)
            values.append(estimate.value)
            intervals.append(interval)
          }
          if let index = try? LogisticSlopeIndex(events: events, of: weights), let logistic {
            found[10] = indicator(index.absolute().interval?.contains(logistic) == true)
            found[11] = 1
          }
          for (place, estimate) in indices(values, intervals).enumerated() {
            guard let interval = estimate?.interval, let value = right[place] else { continue }
            found[2 * place] = indicator(interval.contains(value))
            found[2 * place + 1] = 1
          }
        }
        func cell(_ place: Int) -> String {
          let given = found[2 * place + 1]
          guard given > 0 else { return "–" }
          let coverage = perCent(found[2 * place] / given)
          return given > 0.9995 ? coverage : "\(coverage) of \(perCent(given))"
        }
        rows.append(
          [
            "\(item.groups) groups of \(persons), \(plain(100 * item.middle)) %, slope \(plain(100 * item.slope)) points"
          ] + (0..<6).map(cell))
      }
    }
    return markdown(
      "Slope index: coverage, of those given (\(settings.precision(count)))",
      [
        "", "SII %", "RII, Fieller %", "RII, log %", "SII, logit %",
        "PAR %", "SII, logistic (WHO) %",
      ], rows)
  }

  /// Persons drawn from a log-normal distribution, and zones with uncertain figures.
  static func dispersion(_ settings: Settings) throws -> String {
    let count = settings.samples(50)
    var rows: [[String]] = []
    for (index, sigma) in [0.5, 0.8].enumerated() {
      // Of a log-normal distribution, and of its concentration on its own ranks.
      let truth = 2 * Normal.standard.cdf(sigma / 2.0.squareRoot()) - 1
      for n in [20, 100, 200] {
        let found = settings.means(176_000 + 1_000 * index + n, count: count, of: 4) { stream, found in
          var values: [Double] = []
          for _ in 0..<n { values.append(exponential(sigma * stream.standardNormal())) }
          guard let units = try? WeightedValues(values),
            let gini = try? Gini().estimate(units, uncertainty: .jackknife)
          else { return }
          found[0] = indicator(gini.interval?.contains(truth) == true)
          found[1] = gini.value - truth
          let ranked = try? RankedUnits(
            values: values, weights: [Double](repeating: 1, count: n), ranks: values)
          if let ranked, let index = try? ConcentrationIndex(ranked).estimate(drawn: true) {
            found[2] = indicator(index.interval?.contains(truth) == true)
            found[3] = index.value - truth
          }
        }
        rows.append([
          "\(n) persons, log-normal σ = \(plain(sigma)), G = \(decimal(truth))", perCent(found[0]),
          decimal(found[1], 3),
          perCent(found[2]), decimal(found[3], 3),
        ])
      }
    }
    for (index, spread) in [0, 0.02, 0.05].enumerated() {
      for persons in [50, 200, 2_500] {
        let zones = 13
        let truth = (0..<zones).map { 0.15 + spread * (Double($0) - 6) / 4 }
        let weights = [Double](repeating: Double(persons), count: zones)
        guard let exact = try? WeightedValues(truth, weights: weights),
          let right = try? Gini().value(of: exact),
          let ranks = try? RankedUnits(values: truth, weights: weights),
          let concentration = try? ConcentrationIndex(ranks).estimate().value
        else { continue }
        let found = settings.means(178_000 + 100 * index + persons, count: count, of: 4) { stream, found in
          var values: [Double] = []
          var errors: [Double] = []
          var intervals: [ConfidenceInterval] = []
          for share in truth {
            let x = stream.share(of: persons, probability: share)
            guard let estimate = try? Proportion(of: x, in: Double(persons)).wilson(),
              let interval = estimate.interval
            else { return }
            values.append(estimate.value)
            errors.append(estimate.standardError ?? 0)
            intervals.append(interval)
          }
          if let units = try? WeightedValues(values, weights: weights, standardErrors: errors),
            let gini = try? Gini().estimate(units)
          {
            found[0] = indicator(gini.interval?.contains(right) == true)
            found[1] = gini.value - right
          }
          if let units = try? RankedUnits(values: values, weights: weights, intervals: intervals),
            let index = try? ConcentrationIndex(units).estimate()
          {
            found[2] = indicator(index.interval?.contains(concentration) == true)
            found[3] = index.value - concentration
          }
        }
        rows.append([
          "13 zones of \(persons), shares 15 % ± \(plain(100 * spread)), G = \(decimal(right, 3))",
          perCent(found[0]),
          decimal(found[1], 3), perCent(found[2]), decimal(found[3], 3),
        ])
      }
    }
    return markdown(
      "Gini and concentration index: coverage and bias (\(settings.precision(count)))",
      ["", "Gini %", "bias", "concentration %", "bias"], rows)
  }
}
