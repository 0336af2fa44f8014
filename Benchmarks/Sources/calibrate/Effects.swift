import Levekar

/// How often effects are found where there are none, and how often one of −30 % is found, for every estimator of the verb and every
/// inference by placebos.
enum Effects {
  static let counts = [10.0, 30, 100, 400]

  /// What is measured for the treated chosen in one way.
  private static func worlds(_ choice: EffectsWorld.Choice) -> [EffectsWorld] {
    counts.map { EffectsWorld(count: $0, shock: .yearly, choice: choice) }
      + [EffectsWorld.Shock.none, .drift].flatMap { shock in
        [10, 100].map { EffectsWorld(count: $0, shock: shock, choice: choice) }
      }
  }

  /// The treated drawn at random, and the smallest and the largest zone.
  static func random(_ settings: Settings) -> String {
    var worlds = worlds(.random)
    for choice in [EffectsWorld.Choice.smallest, .largest] {
      for count in [10.0, 100] { worlds.append(EffectsWorld(count: count, shock: .yearly, choice: choice)) }
    }
    var natural = EffectsWorld(count: 30, shock: .yearly, choice: .random)
    natural.isLogarithmic = false
    return [
      falsePositives(settings, 200_000, "Effects where there is none", worlds + [natural]),
      EffectsCostly.other(settings), EffectsCostly.several(settings),
    ].joined(separator: "\n")
  }

  /// The treated is the worst of the last three years: who is chosen for that comes back by itself.
  static func selected(_ settings: Settings) -> String {
    falsePositives(
      settings, 210_000, "Effects where there is none, the treated chosen because it was worst",
      worlds(.worst))
  }

  private static func falsePositives(
    _ settings: Settings, _ series: Int, _ title: String, _ worlds: [EffectsWorld]
  ) -> String {
    let count = settings.samples(250)
    var rows: [[String]] = []
    for (index, world) in worlds.enumerated() {
      let all = EffectsTrial.means(settings, series + index, world, count: count, EffectsTrial.estimators)
      for ((name, _), trial) in zip(EffectsTrial.estimators, all) {
        func pair(_ five: EffectsTrial.Place, _ ten: EffectsTrial.Place) -> String {
          "\(perCent(trial[five])) / \(perCent(trial[ten]))"
        }
        rows.append([
          label(world), name + (trial[.given] < 1 ? " (\(perCent(trial[.given])) given)" : ""),
          decimal(100 * trial[.error], 1), decimal(100 * trial.spread, 1), pair(.ranks5, .ranks10),
          pair(.centred5, .centred10), pair(.ratio5, .ratio10), pair(.placebo5, .placebo10),
          pair(.carriedRanks5, .carriedRanks10), pair(.carried5, .carried10),
        ])
      }
    }
    return markdown(
      "\(title): false positives at 5 % / 10 % (\(settings.precision(count)))",
      [
        "treated, count, shock", "estimator", "bias", "error", "ranks (= Conley–Taber)", "centred interval",
        "ratio of errors", "placebo t", "FP ranks", "FP t",
      ], rows)
  }

  /// A fall by 30 %: by each estimator with the default inference, and by each inference with two estimators.
  static func power(_ settings: Settings) -> String {
    let count = settings.samples(250)
    var (estimators, inferences): ([[String]], [[String]]) = ([], [])
    for (index, world) in (worlds(.random) + worlds(.worst)).enumerated() {
      let all = EffectsTrial.means(settings, 220_000 + index, world, count: count, EffectsTrial.estimators)
      estimators.append(
        [label(world)]
          + all.map {
            "\(perCent($0[.carriedPower])) · \(perCent($0[.covered])) · \(decimal(100 * $0[.width], 0))"
          })
      for ((name, _), trial) in zip(EffectsTrial.estimators, all) where name == "did" || name == "sdid" {
        let places: [EffectsTrial.Place] = [
          .ranksPower, .ratioPower, .placeboPower, .carriedPower, .carriedPower10, .fallPower,
        ]
        inferences.append(
          [label(world), name, decimal(100 * trial[.changeError], 1)] + places.map { perCent(trial[$0]) })
      }
    }
    let precision = settings.precision(count)
    return markdown(
      "A fall by 30 %: found by FP t at 5 % · held by its interval % · half the interval's width (\(precision))",
      ["treated, count, shock"] + EffectsTrial.estimators.map(\.name), estimators)
      + "\n"
      + markdown(
        "The same by other inferences: how often found % (\(precision))",
        [
          "treated, count, shock", "estimator", "bias", "ranks 5 %", "ratio 5 %", "placebo t 5 %",
          "FP t 5 %", "FP t 10 %", "FP t, a fall, 5 %",
        ], inferences)
  }

  static func label(_ world: EffectsWorld) -> String {
    let scale = world.isLogarithmic ? "" : ", y/E"
    return "\(world.choice.rawValue), \(plain(world.count)), \(world.shock.rawValue)\(scale)"
  }
}
