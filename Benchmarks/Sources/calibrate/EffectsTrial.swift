import Levekar

/// What one estimator says of one draw, by every inference that its placebos carry.
struct EffectsTrial {
  /// The numbers of a trial, in order.
  enum Place: Int, CaseIterable {
    case given, error, square
    case ranks5, ranks10, ratio5, ratio10, centred5, centred10
    case placebo5, placebo10, carried5, carried10, carriedRanks5, carriedRanks10
    case changeError, width, covered
    case ranksPower, ratioPower, placeboPower, carriedPower, carriedPower10, fallPower
  }

  static let estimators: [(name: String, estimator: any EffectEstimator)] = {
    var all: [(name: String, estimator: any EffectEstimator)] = [
      ("did", DifferenceInDifferences()), ("event-study", EventStudy(reference: .lastPrePeriod)),
      ("sdid", SyntheticDifferenceInDifferences()), ("dsc", DemeanedSyntheticControl()),
      ("sc", SyntheticControl()),
    ]
    if let augmented = try? RidgeAugmentedSyntheticControl(hasUnitEffects: true) {
      all.append(("ascm", augmented))
    }
    return all + [
      ("its", InterruptedSeries()), ("controlled-its", ControlledInterruptedSeries()),
      ("local-level", LocalLevel()),
    ]
  }()

  /// The numbers of one estimator on one draw; zeros where it refuses.
  static func run(_ estimator: some EffectEstimator, _ draw: EffectsWorld.Draw) -> [Double] {
    var found = [Double](repeating: 0, count: Place.allCases.count)
    guard let placebos = try? PlaceboDistribution(estimator, draw.still, threads: .single),
      let changed = try? estimator.tuned(to: draw.changed).fit(draw.changed),
      let sizes = draw.still.sizes, let carried = try? FermanPinto(placebos, sizes: sizes),
      let student = try? StudentT(degreesOfFreedom: Double(placebos.placebos.count - 1)),
      let t95 = try? student.upperQuantile(0.025), let t90 = try? student.upperQuantile(0.05)
    else { return found }
    func set(_ place: Place, _ value: Double) { found[place.rawValue] = value }
    func both(_ places: (Place, Place), _ p: Double) {
      set(places.0, indicator(p <= 0.05))
      set(places.1, indicator(p <= 0.1))
    }
    let effect = placebos.fit.effect
    set(.given, 1)
    set(.error, effect)
    set(.square, effect * effect)
    // Conley and Taber's interval and the one by randomisation leave out 0 where these ranks reject it.
    both((.ranks5, .ranks10), placebos.pValue())
    both((.ratio5, .ratio10), placebos.ratioPValue)
    for (place, level) in [(Place.centred5, ConfidenceInterval.Level.p95), (.centred10, .p90)] {
      let interval = RandomisationInterval(placebos, centred: true, level: level).found.interval
      set(place, indicator(!(interval.map { $0.lower <= 0 && 0 <= $0.upper } ?? true)))
    }
    let count = Double(placebos.placebos.count)
    let spread = placebos.standardError * (count / (count - 1)).squareRoot()
    set(.placebo5, indicator(abs(effect) > t95 * spread))
    set(.placebo10, indicator(abs(effect) > t90 * spread))
    both((.carried5, .carried10), carried.pValue())
    both((.carriedRanks5, .carriedRanks10), carried.pValue(reference: .ranks))

    // With the change: the same placebos, another treated.
    let size = changed.effect
    set(.changeError, size - draw.effect)
    guard let ranks = try? ConleyTaber(effect: size, noise: placebos.effects),
      let moved = try? FermanPinto(
        effect: size, noise: placebos.effects, groups: placebos.sets.map { $0.map { sizes[$0] } },
        treated: Array(sizes.suffix(draw.still.treated)))
    else { return found }
    set(.ranksPower, indicator(ranks.pValue() <= 0.05))
    let before = changed.rootMeanSquare(over: 0..<EffectsWorld.prePeriods)
    let after = changed.rootMeanSquare(over: EffectsWorld.prePeriods..<EffectsWorld.periods)
    let reached = placebos.errorRatios.count { $0 >= after / before }
    set(.ratioPower, indicator(Double(1 + reached) / (count + 1) <= 0.05))
    set(.placeboPower, indicator(abs(size) > t95 * spread))
    set(.carriedPower, indicator(moved.pValue() <= 0.05))
    set(.carriedPower10, indicator(moved.pValue() <= 0.1))
    set(.fallPower, indicator(moved.pValue(.less) <= 0.05))
    set(.covered, indicator(moved.pValue(of: draw.effect) > 0.05))
    if let interval = moved.interval() { set(.width, (interval.upper - interval.lower) / 2) }
    return found
  }

  /// The means over the trials that gave an answer, a list an estimator.
  static func means(
    _ settings: Settings, _ series: Int, _ world: EffectsWorld, count: Int,
    _ estimators: [(name: String, estimator: any EffectEstimator)]
  ) -> [EffectsTrial] {
    let width = Place.allCases.count
    let sums = settings.means(series, count: count, of: width * estimators.count) { stream, found in
      guard let draw = world.draw(&stream) else { return }
      for (place, (_, estimator)) in estimators.enumerated() {
        let own = run(estimator, draw)
        for (index, value) in own.enumerated() { found[place * width + index] = value }
      }
    }
    return estimators.indices.map { EffectsTrial(sums: Array(sums[$0 * width..<($0 + 1) * width])) }
  }

  private let sums: [Double]

  /// The mean among the trials with an answer.
  subscript(_ place: Place) -> Double {
    let given = sums[Place.given.rawValue]
    return place == .given ? given : sums[place.rawValue] / given
  }

  /// √ of the mean squared error without an effect.
  var spread: Double { self[.square].squareRoot() }
}
