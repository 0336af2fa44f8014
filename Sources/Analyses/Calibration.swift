import Estimates
import Evaluation
import Indicators
import Rates
import Scheduler
import Synchronization

/// How far a calibration has come.
public struct CalibrationProgress: Sendable {
  private let report: @Sendable (Double, String) -> Void

  /// Somebody who wants to know: a share in 0…1, and what is being worked on. Called from several threads.
  public init(_ report: @escaping @Sendable (_ share: Double, _ detail: String) -> Void) {
    self.report = report
  }

  /// Nobody.
  public static let silent = CalibrationProgress { _, _ in }

  func tell(_ share: Double, _ detail: String) { report(share, detail) }
}

/// What the whole way of working finds in zones where nothing was done.
///
/// The treated zones are taken out. Every zone they were compared with then stands as treated, once: the same estimator, the
/// same donor rules, placebos among the zones that are left, the same interval and the same verdict. How often that calls
/// something changed is the realised rate of false findings, for these very figures.
///
/// - Shape: one row an indicator and estimator. With k treated zones sets of k stand as treated, all of them up to
///   ``mostSets``, else drawn by the seed.
/// - Intervals of the rates are Clopper and Pearson's. Zones share donors, so their findings are not independent, and the
///   intervals are a guide.
/// - What is not true: that a rate as stated proves the interval right for the treated: it may be smaller than the others, or
///   chosen because it was worst. The rank test's rate is close to its level by construction, since among exchangeable zones
///   every rank comes once.
/// - Zones that the estimator refuses count in `refused` and in nothing else.
struct Calibration {
  /// The most sets that stand as treated.
  static let mostSets = 500
  /// The most placebo sets of each of them.
  static let mostPlacebos = 2_000

  /// What was found in one set.
  private struct Outcome {
    var effect: Double
    /// Whether a change would be told, at 95 % and at 90 %.
    var isFound: (Bool, Bool)
    /// Whether the interval, at the level asked for, holds zero.
    var holdsZero: Bool
    var width: Double
    var rank: Double?
    var isInformative: Bool?
  }

  private let dataset: Dataset
  private let question: EffectQuestion
  private let programme: Programme?
  private let options: AnalysisOptions

  init(_ dataset: Dataset, _ question: EffectQuestion, programme: Programme?, options: AnalysisOptions) {
    self.dataset = dataset
    self.question = question
    self.programme = programme
    self.options = options
  }

  /// The table `calibration`.
  func table(_ progress: CalibrationProgress) throws(AnalysisError) -> ResultTable {
    var table = ResultTable(Schemas.effectCalibration.split(by: options.keys))
    let treated = try EffectTreated(question, zones: options.zones, programme: programme, of: dataset)
    let jobs = Double(max(1, dataset.panels.count * question.estimators.count))
    var done = 0.0
    for shown in dataset.panels {
      let question = question.about(shown.indicator)
      let panel = dataset.underlying[shown.indicator]?.first { $0.stratum == shown.stratum } ?? shown
      let prepared = try Prepared(panel, of: dataset, zones: treated.codes)
      var making = EffectStudyMaking(dataset, question, treated, programme)
      let made = try making.study(prepared)
      let frame = EffectFrame(dataset: dataset, prepared: prepared, treated: treated, options: options)
      for method in question.estimators {
        var cells = frame.cells(Schemas.effectCalibration)
        cells["estimator"] = .text(method.word)
        cells["method"] = .text(method.method.rawValue)
        cells["confidence"] = .number(options.level.value)
        switch made {
        case .failure(let refusal):
          cells["reason"] = .text(refusal.reason.rawValue)
          cells["verdict"] = .text("not-computable")
        case .success(let study):
          let before = done
          let outcomes = outcomes(study, method, question, prepared.choice) { share in
            progress.tell((before + share) / jobs, "\(panel.indicator), \(method.word)")
          }
          fill(&cells, outcomes)
        }
        table.append(cells)
        done += 1
      }
    }
    progress.tell(1, "")
    return table
  }

  /// What was found in each set, in order; `nil` where the estimator refused.
  private func outcomes(
    _ study: EffectStudy, _ method: EffectMethod, _ question: EffectQuestion, _ choice: ZoneChoice,
    _ progress: @Sendable (Double) -> Void
  ) -> [Outcome?] {
    guard
      let sets = try? PlaceboSets(
        donors: study.design.donors, size: study.design.treated, limit: Self.mostSets, seed: options.seed
      ).sets
    else { return [] }
    var results = [Outcome?](repeating: nil, count: sets.count)
    let count = Atomic(0)
    results.withUnsafeMutableBufferPointer { results in
      // Ranges are disjoint and within 0..<sets.count, the length of the buffer: each place has one writer.
      nonisolated(unsafe) let results = results
      parallelFor(sets.count, threads: options.threads) { range in
        for index in range {
          results[index] = try? outcome(sets[index], study, method, question, choice)
          let finished = count.wrappingAdd(1, ordering: .relaxed).newValue
          progress(Double(finished) / Double(sets.count))
        }
      }
    }
    return results
  }

  private func outcome(
    _ set: [Int], _ study: EffectStudy, _ method: EffectMethod, _ question: EffectQuestion,
    _ choice: ZoneChoice
  ) throws(EffectError) -> Outcome? {
    let pool = pool(set, study, question, choice)
    guard pool.count >= Swift.max(EffectStudyMaking.fewestDonors, set.count + 1) else { return nil }
    var asked = question
    asked.placeboLimit = min(question.placeboLimit, Self.mostPlacebos)
    let own = try study.treating(set, comparingWith: pool)
    func context(_ level: ConfidenceInterval.Level) -> EffectContext {
      var options = options
      options.threads = .single
      options.level = level
      return EffectContext(study: own, question: asked, options: options)
    }
    let answer = try method.answer(context(.p95))
    func inference(_ level: ConfidenceInterval.Level) throws(EffectError) -> EffectInference {
      guard level != .p95 else { return answer.inference }
      // The placebos are the same at every level.
      return if let placebos = answer.placebos {
        EffectInference(placebos, context(level))
      } else {
        try method.answer(context(level)).inference
      }
    }
    func isFound(_ inference: EffectInference, _ level: ConfidenceInterval.Level) -> Bool? {
      inference.tellsChange(level: level, treated: set.count)
    }
    let asStated = try inference(options.level)
    guard let five = isFound(answer.inference, .p95), let ten = isFound(try inference(.p90), .p90),
      let interval = asStated.interval,
      answer.fit.effect.isFinite
    else { return nil }
    var cells = ResultCells(Schemas.effect)
    EffectRow(context(options.level), EffectAnswer(answer.fit, inference: asStated), better: nil).fill(&cells)
    var isInformative: Bool?
    if case .boolean(let value) = cells["informative"] { isInformative = value }
    return Outcome(
      effect: answer.fit.effect, isFound: (five, ten), holdsZero: interval.lower <= 0 && interval.upper >= 0,
      width: interval.upper - interval.lower,
      rank: answer.inference.pValue, isInformative: isInformative)
  }

  /// The donors of a set, by the rules that depend on who is treated: not its neighbours, and none much larger or smaller.
  private func pool(_ set: [Int], _ study: EffectStudy, _ question: EffectQuestion, _ choice: ZoneChoice)
    -> [Int]
  {
    let codes = study.donors.map(\.code)
    let own = Set(set.flatMap { choice.leaves(of: codes[$0]) })
    let near = question.neighbours.reduce(into: Set<String>()) { result, pair in
      if own.contains(pair.one) { result.insert(pair.other) }
      if own.contains(pair.other) { result.insert(pair.one) }
    }
    let outcomes = EffectOutcomes(panel: study.panel, scale: .natural)
    let periods = Array(study.panel.periods.indices)
    func size(_ donor: Int) -> Double? { outcomes.population(study.donorPositions[donor], periods) }
    let mine = set.compactMap(size).reduce(0, +) / Double(Swift.max(1, set.count))
    return codes.indices.filter { donor in
      if set.contains(donor) || choice.leaves(of: codes[donor]).contains(where: near.contains) {
        return false
      }
      guard let band = question.populationBand else { return true }
      return size(donor).map { mine > 0 && band.contains($0 / mine) } ?? false
    }
  }

  private func fill(_ cells: inout ResultCells, _ outcomes: [Outcome?]) {
    let found = outcomes.compactMap { $0 }
    cells["zones"] = .integer(found.count)
    cells["refused"] = .integer(outcomes.count - found.count)
    guard found.count > 1 else {
      cells["reason"] = .text(Reason.tooFewPlacebos.rawValue)
      cells["verdict"] = .text("not-computable")
      return
    }
    let count = Double(found.count)
    func rate(_ key: String, _ number: Int) -> ConfidenceInterval? {
      let share = try? Proportion(of: number, in: found.count)
      let interval = share?.clopperPearson().interval
      cells[key] = .number(Double(number) / count)
      cells[key + "_lower"] = .number(interval?.lower, or: .notApplicable)
      cells[key + "_upper"] = .number(interval?.upper, or: .notApplicable)
      return interval
    }
    let five = rate("false_positive_5", found.count { $0.isFound.0 })
    _ = rate("false_positive_10", found.count { $0.isFound.1 })
    _ = rate("coverage", found.count(where: \.holdsZero))
    let ranks = found.compactMap(\.rank)
    if ranks.count == found.count {
      cells["rank_false_positive_5"] = .number(Double(ranks.count { $0 <= 0.05 + 1e-12 }) / count)
      cells["rank_false_positive_10"] = .number(Double(ranks.count { $0 <= 0.1 + 1e-12 }) / count)
    }
    cells["mean_placebo"] = .number(found.reduce(0) { $0 + $1.effect } / count)
    cells["mean_width"] = .number(found.reduce(0) { $0 + $1.width } / count)
    let judged = found.compactMap(\.isInformative)
    if !judged.isEmpty {
      cells["informative_share"] = .number(Double(judged.count { $0 }) / Double(judged.count))
    }
    if let five {
      cells["verdict"] = .text(
        five.lower > 0.05 ? "too-often" : five.upper < 0.05 ? "too-seldom" : "as-stated")
    }
  }
}

extension EffectStudy {
  /// Donors in the place of the treated, and some of the others as their donors.
  ///
  /// - Parameters:
  ///   - set: Positions of donors, who stand as treated.
  ///   - pool: Positions of donors, none of them in `set`.
  func treating(_ set: [Int], comparingWith pool: [Int]) throws(EffectError) -> EffectStudy {
    let others = (0..<design.donors).filter { !set.contains($0) }
    let places = Dictionary(others.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var own = try design.treating(set)
    if pool != others { own = try own.keeping(donors: pool.compactMap { places[$0] }) }
    return EffectStudy(
      design: own, treated: set.map { donors[$0] }, donors: pool.map { donors[$0] }, periods: periods,
      start: start, scale: scale, noise: noise, panel: panel,
      treatedPositions: set.map { donorPositions[$0] }, donorPositions: pool.map { donorPositions[$0] },
      periodPositions: periodPositions, diagnostics: diagnostics)
  }
}

extension Schemas {
  /// `effect`, table `calibration`: what is found in zones where nothing was done, one row an indicator and estimator.
  public static let effectCalibration = ResultSchema(
    verb: "effect", table: "calibration",
    columns: SharedColumns.head + [
      SharedColumns.estimator, SharedColumns.method,
      ResultColumn("zones", .integer, "How many zones, or sets of them, stood as treated."),
      ResultColumn("refused", .integer, "How many the estimator, or the donor rules, refused."),
      ResultColumn(
        "false_positive_5", .number, "The share of them called changed at the 5 per cent level."),
      ResultColumn("false_positive_5_lower", .number, "The lower end of its exact 95 per cent interval."),
      ResultColumn("false_positive_5_upper", .number, "The upper end of its exact 95 per cent interval."),
      ResultColumn(
        "false_positive_10", .number, "The share of them called changed at the 10 per cent level."),
      ResultColumn("false_positive_10_lower", .number, "The lower end of its exact 95 per cent interval."),
      ResultColumn("false_positive_10_upper", .number, "The upper end of its exact 95 per cent interval."),
      ResultColumn(
        "rank_false_positive_5", .number, "The share whose rank test has a p-value of at most 0.05."),
      ResultColumn(
        "rank_false_positive_10", .number, "The share whose rank test has a p-value of at most 0.10."),
      ResultColumn("coverage", .number, "The share whose interval, at `confidence`, holds zero."),
      ResultColumn("coverage_lower", .number, "The lower end of its exact 95 per cent interval."),
      ResultColumn("coverage_upper", .number, "The upper end of its exact 95 per cent interval."),
      SharedColumns.confidence,
      ResultColumn("mean_placebo", .number, "The mean effect found; far from zero the estimator is biased."),
      ResultColumn("mean_width", .number, "The mean width of the interval, at `confidence`."),
      ResultColumn("informative_share", .number, "The share of them that would be informative."),
      ResultColumn(
        "verdict", .text,
        "as-stated, too-often, too-seldom or not-computable: whether 0.05 lies in the interval of `false_positive_5`."
      ),
      SharedColumns.reason,
    ])
}

extension Question {
  /// The effect of a programme, with what the same way of working finds where nothing was done.
  public static func calibratedEffect(
    _ question: EffectQuestion, by locked: LockedPlan? = nil, progress: CalibrationProgress = .silent
  ) -> Question {
    Question { dataset, asking in
      if let locked {
        let (figures, options) = try asking.split(dataset)
        let planned = try PlannedEffect(figures, question, asking, keys: options.keys, locked)
        var result = try planned.run(estimators: question.estimators)
        result.tables.append(try planned.calibration().table(progress))
        return result
      }
      let (figures, options) = try asking.chosen(from: dataset)
      var result = try Effect.run(figures, question, programme: asking.programme, options: options)
      result.tables.append(
        try Calibration(figures, question, programme: asking.programme, options: options).table(progress))
      return result
    }
  }
}
