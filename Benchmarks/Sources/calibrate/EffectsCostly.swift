import Levekar

/// What takes too long for many samples, or has other treated.
enum EffectsCostly {
  /// Rearranged residuals, pairs of donors left out, and completed matrices.
  static func other(_ settings: Settings) -> String {
    var rows: [[String]] = []
    let worlds = [
      EffectsWorld(count: 30, shock: .yearly, choice: .random),
      EffectsWorld(count: 30, shock: .drift, choice: .random),
      EffectsWorld(count: 30, shock: .yearly, choice: .worst),
    ]
    let (some, few, fewest) = (settings.samples(250), settings.samples(1000), settings.samples(1000))
    for (index, world) in worlds.enumerated() {
      let estimators: [(String, any EffectEstimator)] = [
        ("did", DifferenceInDifferences()), ("dsc", DemeanedSyntheticControl()), ("sc", SyntheticControl()),
      ]
      for (place, (name, estimator)) in estimators.enumerated() {
        let found = settings.means(230_000 + 10 * index + place, count: some, of: 6) { stream, found in
          guard let draw = world.draw(&stream),
            let shifts = try? ConformalInference(estimator, draw.still).pValue(),
            let free = try? ConformalInference(
              estimator, draw.still, rearrangements: .independent(limit: 2000, seed: 1)
            ).pValue()
          else { return }
          found[0] = indicator(shifts <= 0.05)
          found[1] = indicator(shifts <= 0.1)
          found[2] = indicator(free <= 0.05)
          found[3] = indicator(free <= 0.1)
        }
        let pairs = settings.means(231_000 + 10 * index + place, count: few, of: 2) { stream, found in
          guard let draw = world.draw(&stream),
            let test = try? LeaveTwoOut(estimator, draw.still, threads: .single)
          else { return }
          found[0] = indicator(test.pValue <= 0.05)
          found[1] = indicator(test.pValue <= 0.1)
        }
        rows.append([
          Effects.label(world), name, "\(perCent(found[0])) / \(perCent(found[1]))",
          "\(perCent(found[2])) / \(perCent(found[3]))", "\(perCent(pairs[0])) / \(perCent(pairs[1]))", "–",
          "–",
        ])
      }
      if let completion = try? MatrixCompletion(folds: .cells(count: 5, seed: 1)) {
        let trial = EffectsTrial.means(
          settings, 232_000 + index, world, count: fewest, [("matrix-completion", completion)])[0]
        rows.append([
          Effects.label(world), "matrix-completion", "–", "–", "–",
          "\(perCent(trial[.ranks5])) / \(perCent(trial[.ranks10]))",
          "\(perCent(trial[.carried5])) / \(perCent(trial[.carried10]))",
        ])
      }
    }
    return markdown(
      "Effects where there is none, by slower ways: false positives at 5 % / 10 % (conformal \(settings.precision(some)); pairs left out \(settings.precision(few)); matrix completion \(settings.precision(fewest)))",
      [
        "treated, count, shock", "estimator", "conformal, shifts", "conformal, any order", "pairs left out",
        "ranks", "FP t",
      ], rows)
  }

  /// Three treated of 13 zones.
  static func several(_ settings: Settings) -> String {
    var rows: [[String]] = []
    let count = settings.samples(250)
    for (index, shock) in [EffectsWorld.Shock.none, .yearly, .drift].enumerated() {
      for (place, choice) in [EffectsWorld.Choice.random, .smallest, .worst].enumerated() {
        let world = EffectsWorld(count: 100, shock: shock, choice: choice, zones: 13, treated: 3)
        let estimators: [(name: String, estimator: any EffectEstimator)] = [
          ("did", DifferenceInDifferences()), ("sdid", SyntheticDifferenceInDifferences()),
          ("dsc", DemeanedSyntheticControl()),
        ]
        let all = EffectsTrial.means(settings, 240_000 + 10 * index + place, world, count: count, estimators)
        for ((name, _), trial) in zip(estimators, all) {
          func pair(_ five: EffectsTrial.Place, _ ten: EffectsTrial.Place) -> String {
            "\(perCent(trial[five])) / \(perCent(trial[ten]))"
          }
          rows.append([
            Effects.label(world), name, decimal(100 * trial[.error], 1), pair(.ranks5, .ranks10),
            pair(.ratio5, .ratio10), pair(.placebo5, .placebo10), pair(.carried5, .carried10),
            perCent(trial[.carriedPower]),
          ])
        }
      }
    }
    return markdown(
      "Three treated of 13 zones, all sets of three of the ten others as placebos: false positives at 5 % / 10 % (\(settings.precision(count)))",
      [
        "treated, count, shock", "estimator", "bias", "ranks", "ratio of errors", "placebo t", "FP t",
        "−30 % found by FP t",
      ], rows)
  }
}
