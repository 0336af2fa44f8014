import Distributions
import Estimates
import Evaluation
import Indicators

extension EffectTreated {
  /// The treated zones by municipality, in order of the zones, where each is compared with zones of its own; else all as one.
  func municipalities(
    _ question: EffectQuestion, _ programme: Programme?, _ choice: ZoneChoice
  ) -> [EffectTreated] {
    let isWithin =
      switch question.donors {
      case .sameMunicipality: true
      case .programme: programme.map { $0.donors.from == "same-municipality" } ?? false
      case .all, .named: false
      }
    let homes = codes.map { choice.municipality(of: $0) }
    guard isWithin, !homes.contains(nil) else { return [self] }
    var order: [String] = []
    for home in homes.compactMap(\.self) where !order.contains(home) { order.append(home) }
    guard order.count > 1 else { return [self] }
    return order.compactMap { home in
      let mine = zip(starts, homes).filter { $0.1 == home }.map(\.0)
      guard let first = mine.map(\.start).min() else { return nil }
      let stops = Set(mine.map(\.stop))
      return EffectTreated(
        starts: mine, start: first, stop: stop == nil ? nil : stops.count == 1 ? stops.first ?? nil : nil,
        others: others + codes.filter { code in !mine.contains { $0.code == code } })
    }
  }
}

extension EffectAnswering {
  /// The rows of each municipality by itself, then one of all of them, each against its own.
  mutating func pool(_ panel: Panel, _ treated: EffectTreated, parts: [EffectTreated]) throws(AnalysisError) {
    var found: [[Found?]] = []
    for part in parts { found.append(try answer(panel, part, role: "municipality")) }
    let prepared = try Prepared(panel, of: dataset, zones: treated.codes)
    let frame = EffectFrame(dataset: dataset, prepared: prepared, treated: treated, options: options)
    for (place, method) in question.estimators.enumerated() {
      var cells = frame.cells(method, place: place, role: nil, diagnostics: [])
      cells["method"] = .text(Method.pooledEffect.rawValue)
      switch EffectPooling.make(found.map { $0[place] }, treated, question, options) {
      case .failure(let refusal):
        cells.refuseEffect(refusal.reason)
        tables.add(row: cells)
        findings.append(frame.finding(refusal, method))
      case .success(let pooling):
        EffectRow(pooling.context, pooling.answer, better: dataset.direction(of: panel, options: options))
          .fill(&cells)
        tables.add(row: cells)
        tables.add(pooling.answer, pooling.context, method, frame)
        for weighting in pooling.weightings { tables.add(weighting, parts, method, frame, options) }
      }
    }
  }
}

/// One effect of districts in several municipalities, as the verb answers it.
struct EffectPooling {
  let context: EffectContext
  let answer: EffectAnswer
  /// The pooled effects by the name of the weighting; the row is the first.
  let weightings: [(name: String, pooled: PooledEffect)]

  /// Pools with equal weights, and beside it by one over the placebo variance.
  static func make(
    _ parts: [EffectAnswering.Found?], _ treated: EffectTreated, _ question: EffectQuestion,
    _ options: AnalysisOptions
  ) -> Result<EffectPooling, EffectRefusal> {
    let known = parts.compactMap(\.self)
    guard known.count == parts.count, let first = known.first else {
      return .failure(EffectRefusal(.municipalityWithoutAnswer))
    }
    let placebos = known.compactMap(\.answer.placebos)
    guard placebos.count == known.count else { return .failure(EffectRefusal(.noPlacebosToPool)) }
    guard known.allSatisfy({ $0.context.study.periods == first.context.study.periods }) else {
      return .failure(EffectRefusal(.periodsDiffer))
    }
    do throws(EffectError) {
      func pooled(_ weighting: PooledEffect.Weighting) throws(EffectError) -> PooledEffect {
        try PooledEffect(placebos, weighting: weighting, limit: question.placeboLimit, seed: options.seed)
      }
      let equal = try pooled(.equal)
      var weightings = [("equal", equal)]
      if let precise = try? pooled(.inverseVariance) { weightings.append(("inverse-variance", precise)) }
      let context = EffectContext(
        study: try united(known.map(\.context.study), treated), treated: treated, question: question,
        options: options)
      func path(_ key: KeyPath<EffectFit, [Double]>) -> [Double] {
        let paths = placebos.map { $0.fit[keyPath: key] }
        guard let length = paths.first?.count, paths.allSatisfy({ $0.count == length }) else { return [] }
        return (0..<length).map { period in
          zip(equal.weights, paths).reduce(0) { $0 + $1.0 * $1.1[period] }
        }
      }
      let fit = EffectFit(
        effect: equal.estimate, observed: path(\.observed), counterfactual: path(\.counterfactual))
      return .success(
        EffectPooling(
          context: context, answer: EffectAnswer(fit, inference: EffectInference(equal, context)),
          weightings: weightings))
    } catch {
      return .failure(EffectRefusal(error))
    }
  }

  /// The studies as one: all donors, then all treated.
  private static func united(
    _ studies: [EffectStudy], _ treated: EffectTreated
  ) throws(EffectError) -> EffectStudy {
    let first = studies[0]
    let donors = studies.flatMap { Array($0.design.outcomes.prefix($0.design.donors * $0.design.periods)) }
    let own = studies.flatMap { Array($0.design.outcomes.dropFirst($0.design.donors * $0.design.periods)) }
    return EffectStudy(
      design: try EffectDesign(
        outcomes: donors + own, donors: studies.reduce(0) { $0 + $1.design.donors },
        treated: studies.reduce(0) { $0 + $1.design.treated }, prePeriods: first.design.prePeriods),
      treated: studies.flatMap(\.treated), donors: studies.flatMap(\.donors), periods: first.periods,
      start: treated.start, scale: first.scale, noise: first.noise, panel: first.panel,
      treatedPositions: studies.flatMap(\.treatedPositions),
      donorPositions: studies.flatMap(\.donorPositions), periodPositions: first.periodPositions,
      diagnostics: [])
  }
}

extension EffectInference {
  /// From all ways to pick one zone, or as many as are treated, in each municipality.
  ///
  /// The interval is by inversion of that test where each municipality has one treated zone; else by Student's t on the pooled
  /// placebo error, with the degrees of freedom of Welch and Satterthwaite.
  init(_ pooled: PooledEffect, _ context: EffectContext) {
    self.init()
    let sample = pooled.sample
    (pValue, floor, rank) = (sample.pValue(), sample.floor, sample.rank())
    placebos = sample.values.count
    (standardError, placeboError) = (pooled.standardError, pooled.standardError)
    let (level, power) = (context.options.level, context.question.power)
    if let error = pooled.standardError, error > 0, let freedom = pooled.degreesOfFreedom,
      let student = try? StudentT(degreesOfFreedom: freedom),
      let t = try? student.upperQuantile((1 - level.value) / 2),
      let u = try? student.upperQuantile(1 - power)
    {
      detectable = (t + u) * error
      interval = (pooled.estimate - t * error, pooled.estimate + t * error)
      intervalMethod = .placeboT
    }
    if pooled.holdsSharesExactly, case .success(let found) = sample.interval(level: level) {
      interval = (found.lower, found.upper)
      intervalMethod = .pooledEffect
    }
    if !sample.isExhaustive { diagnostics.append(.placebosSampled) }
    if let spread = pooled.heterogeneity, spread.pValue < 0.1 { diagnostics.append(.districtsDiffer) }
  }
}

extension Schemas {
  /// `effect`, table `pooled`: the effect of districts in several municipalities, one row a weighting.
  public static let effectPooled = ResultSchema(
    verb: "effect", table: "pooled",
    columns: SharedColumns.head + [
      SharedColumns.estimator,
      ResultColumn(
        "weighting", .text,
        "equal, or inverse-variance for one over the placebo variance of each municipality."),
      SharedColumns.estimate, ResultColumn("standard_error", .number, "√ Σ of squared weights and errors."),
      SharedColumns.lower, SharedColumns.upper,
      ResultColumn("p_value", .number, "The share of all ways to pick zones that moved as much."),
      ResultColumn("p_floor", .number, "The smallest p-value so many ways can give."),
      ResultColumn("placebos", .integer, "How many other ways there are, or were drawn."),
      ResultColumn("weights", .texts, "The weight of each municipality's zones."),
      ResultColumn("q", .number, "How far the effects lie from each other, over their errors; Cochran's Q."),
      ResultColumn("degrees_of_freedom", .integer, "One less than the municipalities."),
      ResultColumn("q_p_value", .number, "The p-value of Q, which takes the placebos for normal."),
      ResultColumn("i_squared", .number, "The share of the spread between municipalities that is not noise."),
    ])
}

extension EffectTables {
  /// A pooled effect.
  mutating func add(
    _ weighting: (name: String, pooled: PooledEffect), _ parts: [EffectTreated], _ method: EffectMethod,
    _ frame: EffectFrame, _ options: AnalysisOptions
  ) {
    let pooled = weighting.pooled
    var cells = frame.cells(Schemas.effectPooled)
    cells["estimator"] = .text(method.word)
    cells["weighting"] = .text(weighting.name)
    cells["estimate"] = .number(pooled.estimate)
    cells["standard_error"] = .number(pooled.standardError, or: .tooFewPlacebos)
    cells["p_value"] = .number(pooled.sample.pValue())
    cells["p_floor"] = .number(pooled.sample.floor)
    cells["placebos"] = .integer(pooled.sample.values.count)
    if pooled.holdsSharesExactly {
      switch pooled.sample.interval(level: options.level) {
      case .success(let found):
        cells["lower"] = .number(found.lower, or: .tooFewAssignments)
        cells["upper"] = .number(found.upper, or: .tooFewAssignments)
      case .failure(let reason):
        cells["lower"] = .none(reason)
        cells["upper"] = .none(reason)
      }
    }
    cells["weights"] = .texts(
      zip(parts, pooled.weights).map { "\($0.codes.joined(separator: "+")) \(($1 * 1e4).rounded() / 1e4)" })
    if let spread = pooled.heterogeneity {
      cells["q"] = .number(spread.q)
      cells["degrees_of_freedom"] = .integer(spread.degreesOfFreedom)
      cells["q_p_value"] = .number(spread.pValue)
      cells["i_squared"] = .number(spread.iSquared)
    }
    self.pooled.append(cells)
  }
}

extension Reason {
  /// A municipality has no answer, so there is none for all.
  public static let municipalityWithoutAnswer = Reason("municipality-without-answer")
  /// The estimator has no placebos that could be pooled.
  public static let noPlacebosToPool = Reason("no-placebos-to-pool")
  /// The municipalities have figures of different periods.
  public static let periodsDiffer = Reason("periods-differ")
}

extension Diagnostic {
  /// The districts differ by more than chance, so that the pooled effect is nobody's.
  public static let districtsDiffer = Diagnostic("districts-differ")
}
