import Distributions
import Evaluation
import Scheduler

/// Synthetic difference in differences with the exact placebo error, Proposition 99.
///
/// The peer stops Frank and Wolfe's steps where they get small; that effect is made by the same steps, outside the measured time, to
/// be compared with it.
func syntheticDifference(_ request: Request) throws -> Answer {
  let design = try ReferenceFigures.propositionNinetyNine()
  let (seconds, placebos) = try request.time {
    try PlaceboDistribution(SyntheticDifferenceInDifferences(), design, threads: request.threads)
  }
  let stepped = try SyntheticDifferenceInDifferences(solver: .frankWolfe(FrankWolfe())).fit(design)
  return Answer(
    times: [("seconds", seconds)],
    digest: [
      ("stepped_effect", stepped.effect), ("effect", placebos.fit.effect),
      ("standard_error", placebos.standardError),
    ])
}

/// Synthetic control on the path of the outcome with all placebos, Proposition 99.
func syntheticControl(_ request: Request) throws -> Answer {
  let design = try ReferenceFigures.propositionNinetyNine()
  let (seconds, placebos) = try request.time {
    try PlaceboDistribution(SyntheticControl(), design, threads: request.threads)
  }
  return Answer(
    times: [("seconds", seconds)],
    digest: [
      ("effect", placebos.fit.effect), ("ratio_p", placebos.ratioPValue),
      ("median_ratio", placebos.errorRatios.sorted()[placebos.errorRatios.count / 2]),
      ("standard_error", placebos.standardError),
    ])
}

/// 300 indicators × four estimators × 100 placebo zones, 12 years before the start and four from it on.
func effectScreen(_ request: Request) throws -> Answer {
  let (indicators, zones, years, before) = (300, 101, 16, 12)
  let designs = try (0..<indicators).map { indicator in
    var stream = RandomStream(seed: 2026, series: 1, replicate: indicator)
    let common = (0..<years).map { _ in 0.05 * stream.standardNormal() }
    var outcomes: [Double] = []
    for _ in 0..<zones {
      let level = 0.3 * stream.standardNormal()
      var drift = 0.0
      for year in 0..<years {
        drift += 0.03 * stream.standardNormal()
        outcomes.append(level + common[year] + drift + 0.1 * stream.standardNormal())
      }
    }
    return try EffectDesign(outcomes: outcomes, donors: zones - 1, prePeriods: before)
  }
  let estimators: [(name: String, estimator: any EffectEstimator)] = [
    ("did", DifferenceInDifferences()), ("sdid", SyntheticDifferenceInDifferences()),
    ("dsc", DemeanedSyntheticControl()),
    ("ascm", try RidgeAugmentedSyntheticControl(hasUnitEffects: true)),
  ]
  var parts = estimators.map { (part: $0.name, seconds: [Double]()) }
  var all: [Double] = []
  var (effects, ranks) = (0.0, 0.0)
  for _ in 0..<request.repetitions {
    (effects, ranks) = (0, 0)
    var total = 0.0
    for (place, (_, estimator)) in estimators.enumerated() {
      let clock = ContinuousClock()
      let begin = clock.now
      for design in designs {
        let placebos = try PlaceboDistribution(estimator, design, threads: request.threads)
        effects += placebos.effects.reduce(placebos.fit.effect, +)
        ranks += Double(placebos.rank())
      }
      let seconds = (clock.now - begin) / .seconds(1)
      parts[place].seconds.append(seconds)
      total += seconds
    }
    all.append(total)
  }
  return Answer(times: [("seconds", all)] + parts, digest: [("effects", effects), ("ranks", ranks)])
}

/// Two-way fixed effects with errors by units, 40 000 units × 25 periods. The peer makes the same figures from the same formula.
func twoWay(_ request: Request) throws -> Answer {
  let (units, periods) = (40_000, 25)
  var outcome: [Double] = []
  var (rows, columns, treatment): ([Int32], [Int32], [Double]) = ([], [], [])
  for unit in 0..<units {
    for period in 0..<periods {
      let isOn = unit % 4 == 0 && period >= 10 + unit / 4 % 10
      // Whole numbers below 2⁵³ and one division: the same in any language.
      let noise = Double((unit * 7919 + period * 104_729 + unit * period % 1009 * 31) % 10_007) / 10_007
      rows.append(Int32(unit))
      columns.append(Int32(period))
      treatment.append(isOn ? 1 : 0)
      outcome.append(Double(unit % 101) / 10 + Double(period) / 5 + noise + (isOn ? 0.25 : 0))
    }
  }
  let panel = try FixedEffectsPanel(units: rows, periods: columns, outcome: outcome, treatment: treatment)
  let (seconds, robust) = try request.time { try TwoWayFixedEffects.fit(panel).clusterRobust() }
  return Answer(
    times: [("seconds", seconds)],
    digest: [("effect", robust.coefficients[0]), ("standard_error", robust.standardErrors[0])])
}

/// Callaway and Sant'Anna's effects with four aggregates, 500 counties × five years.
func staggered(_ request: Request) throws -> Answer {
  let design = try ReferenceFigures.countyEmployment()
  let kinds: [StaggeredAggregation] = [.simple, .group, .dynamic(), .calendar]
  let (seconds, found) = try request.time {
    let effects = try CallawaySantAnna().fit(design)
    return try kinds.map { try effects.aggregated($0).overall }
  }
  return Answer(
    times: [("seconds", seconds)],
    digest: [
      ("simple", found[0].effect), ("simple_error", found[0].standardError ?? -1), ("group", found[1].effect),
      ("dynamic", found[2].effect), ("dynamic_error", found[2].standardError ?? -1),
      ("calendar", found[3].effect),
    ])
}
