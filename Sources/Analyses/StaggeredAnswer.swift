import Distributions
import Estimates
import Evaluation
import Indicators

/// How sure one number of staggered starts is.
struct StaggeredInference: Sendable {
  var standardError: Double?
  var errorReason: Reason?
  var interval: (lower: Double, upper: Double)?
  var intervalReason: Reason?
  var method: Method?
  var pValue: Double?
  var floor: Double?

  /// By the spread of what the zones contribute.
  init(_ part: StaggeredPart, error: Double, level: ConfidenceInterval.Level) {
    standardError = error
    let half = level.normalQuantile * error
    interval = (part.effect - half, part.effect + half)
    method = .influenceInterval
    if error > 0 { pValue = min(1, 2 * Normal.standard.survival(abs(part.effect) / error)) }
  }

  /// By handing the starts to other zones.
  init(_ part: StaggeredPart, _ sample: PlaceboSample?, level: ConfidenceInterval.Level) {
    errorReason = part.errorReason
    guard let sample else {
      intervalReason = part.errorReason ?? .tooFewAssignments
      return
    }
    (pValue, floor) = (sample.pValue(), sample.floor)
    switch sample.interval(level: level) {
    case .success(let found):
      interval = (found.lower, found.upper)
      method = .staggeredPlacebos
    case .failure(let reason): intervalReason = reason
    }
  }
}

/// One number of an aggregation: the overall one where `key` is `nil`.
struct StaggeredFigure: Sendable {
  let part: StaggeredPart
  let inference: StaggeredInference
  /// The band that holds all parts at once.
  var band: ConfidenceInterval?
}

/// The effects by group and period, and what they come to.
struct StaggeredFindings: Sendable {
  let effects: StaggeredEffects
  /// Simple, by group, by time since the start, by period, and after the end, each the overall number and then its parts.
  let aggregations: [(aggregation: StaggeredAggregation, figures: [StaggeredFigure])]
  /// The mean outcome of zones in periods with the programme.
  let observedMean: Double
  /// Where in the panel those periods are, one list a treated zone.
  let covered: [[Int]]
}

/// What `staggered` answers: effects where zones began in different periods.
struct StaggeredAnswer {
  let answer: EffectAnswer

  /// The most assignments tried.
  private static let mostAssignments = 20_000

  init(_ context: EffectContext) throws(EffectError) {
    let (study, level) = (context.study, context.options.level)
    let design = try Self.design(context)
    let estimator = CallawaySantAnna()
    let effects = try estimator.fit(design)
    let simple = try effects.aggregated(.simple)
    func placebos(
      _ aggregation: StaggeredAggregation, _ among: StaggeredPlacebos.Among
    ) throws(EffectError) -> StaggeredPlacebos {
      try StaggeredPlacebos(
        estimator, design, aggregation: aggregation, among: among,
        limit: min(context.question.placeboLimit, Self.mostAssignments), seed: context.options.seed,
        threads: context.options.threads)
    }
    let everyone = try placebos(.simple, .everyZone)
    var aggregations: [(aggregation: StaggeredAggregation, figures: [StaggeredFigure])] = []
    var kinds: [StaggeredAggregation] = [.simple, .group, .dynamic(), .calendar]
    if !effects.afterEnd.isEmpty { kinds.append(.afterEnd) }
    for kind in kinds {
      guard let aggregate = kind == .simple ? simple : try? effects.aggregated(kind) else { continue }
      let lacks = ([aggregate.overall] + aggregate.parts).contains { $0.standardError == nil }
      let tried = kind == .simple ? everyone : lacks ? try? placebos(kind, .everyZone) : nil
      let bands = try? MultiplierBootstrap(seed: context.options.seed).bands(
        aggregate, level: level, threads: context.options.threads)
      func figure(_ part: StaggeredPart, _ sample: PlaceboSample?) -> StaggeredFigure {
        StaggeredFigure(
          part: part,
          inference: part.standardError.map { StaggeredInference(part, error: $0, level: level) }
            ?? StaggeredInference(part, sample, level: level))
      }
      var figures = [figure(aggregate.overall, tried.map { $0.rescaled ?? $0.overall })]
      for (place, part) in aggregate.parts.enumerated() {
        var one = figure(part, tried?.parts.first { $0.key == part.key }?.sample)
        if let bands, place < bands.intervals.count { one.band = bands.intervals[place] }
        figures.append(one)
      }
      aggregations.append((kind, figures))
    }
    let cells = (study.design.donors..<study.design.units).map { unit in
      (0..<design.periods).filter { (design.starts[unit] ?? 0) > 0 && design.isTreated(unit, $0) }
    }
    var (sum, count) = (0.0, 0)
    for (place, periods) in cells.enumerated() {
      for period in periods {
        sum += design.outcomes[(study.design.donors + place) * design.periods + period]
        count += 1
      }
    }
    let findings = StaggeredFindings(
      effects: effects, aggregations: aggregations, observedMean: sum / Double(max(1, count)),
      covered: cells.map { $0.map { study.periodPositions[$0] } })
    let fit = EffectFit(effect: simple.overall.effect, observed: [], counterfactual: [])
    var found = EffectAnswer(
      fit,
      inference: Self.inference(
        simple.overall, everyone, try? placebos(.simple, .neverTreated), effects, context))
    found.staggered = findings
    answer = found
  }

  /// The study's figures with each zone's own start and end, as places among its periods.
  private static func design(_ context: EffectContext) throws(EffectError) -> CohortDesign {
    // Starts of their own are the treated's; a zone in their place has none.
    guard let treated = context.treated else { throw .cohorts(.severalStarts) }
    let (study, design) = (context.study, context.study.design)
    let days = study.periods.map(\.days)
    /// The first period wholly from a day on.
    func place(_ day: CalendarDay, _ unit: Int) throws(EffectError) -> Int {
      if let across = days.firstIndex(where: { $0.lowerBound < day && day < $0.upperBound }) {
        throw .cohorts(.withinPeriod(unit: unit, period: across))
      }
      return days.firstIndex { $0.lowerBound >= day } ?? days.count
    }
    var starts = [Int?](repeating: nil, count: design.donors)
    var stops = starts
    for (index, zone) in treated.starts.enumerated() {
      let unit = design.donors + index
      starts.append(try place(zone.start.days.lowerBound, unit))
      if let stop = zone.stop {
        let end = try place(stop.days.upperBound, unit)
        stops.append(end < days.count ? end : nil)
      } else {
        stops.append(nil)
      }
    }
    // Of counts the variance grows with the size, of shares and rates it falls.
    let sizes = design.sizes.map { sizes in context.study.noise == .count ? sizes.map { 1 / $0 } : sizes }
    return try CohortDesign(
      outcomes: design.outcomes, periods: design.periods, starts: starts, stops: stops, sizes: sizes)
  }

  /// How sure the overall effect is: by the spread of the zones where every group has enough of them, else by permutation.
  private static func inference(
    _ part: StaggeredPart, _ everyone: StaggeredPlacebos, _ never: StaggeredPlacebos?,
    _ effects: StaggeredEffects, _ context: EffectContext
  ) -> EffectInference {
    var result = EffectInference()
    let (level, power) = (context.options.level, context.question.power)
    result.pValue = everyone.overall.pValue()
    result.floor = everyone.overall.floor
    result.rank = everyone.overall.rank()
    result.placebos = everyone.overall.values.count
    result.placeboError = never?.overall.standardDeviation
    result.diagnostics = effects.diagnostics
    if !everyone.overall.isExhaustive { result.diagnostics.append(.placebosSampled) }
    if everyone.refused > 0 { result.diagnostics.append(.placebosRefused) }
    if let error = part.standardError {
      let own = StaggeredInference(part, error: error, level: level)
      result.standardError = error
      result.interval = own.interval
      result.intervalMethod = own.method
      result.allowsForSize = true
      if let u = try? Normal.standard.quantile(power) {
        result.detectable = (level.normalQuantile + u) * error
      }
      return result
    }
    let own = StaggeredInference(part, everyone.rescaled ?? everyone.overall, level: level)
    result.errorReason = part.errorReason
    result.interval = own.interval
    result.intervalReason = own.intervalReason
    result.intervalMethod = own.method
    result.allowsForSize = everyone.rescaled != nil
    if let never, let student = try? StudentT(degreesOfFreedom: Double(max(1, never.zones.count - 1))),
      let t = try? student.upperQuantile((1 - level.value) / 2),
      let u = try? student.upperQuantile(1 - power)
    {
      let error = (never.rescaled ?? never.overall).standardDeviation
      if error > 0 { result.detectable = (t + u) * error }
    }
    return result
  }
}

extension EffectInference {
  /// The card of intervals by what zones contribute.
  static let influenceCard = MethodCard(
    .influenceInterval, formula: "τ̂ ± z·SE, SE² = Σφᵢ² over what each zone contributes, z normal",
    assumptions: "At least five treated zones, and two in every group of starts; zones are independent.",
    reference: "Callaway and Sant'Anna (2021) J Econom 225:200")
}

extension Method {
  /// An interval by the spread of what zones contribute.
  public static let influenceInterval = Method("effect-interval.influence")
}
