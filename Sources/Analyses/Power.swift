import Estimates
import Evaluation
import Foundation
import Indicators

/// `power`: what an effect would have to be to be seen, and when. Made for the time before anything has happened.
public enum Power {
  /// One row an indicator, stratum and estimator; `estimate` is the minimum detectable effect.
  ///
  /// Only what zones without the programme do is looked at; the effect that the treated may have had is in no figure. Where there
  /// are no figures from the start on, the last periods before it are taken as if they came after.
  ///
  /// - Parameters:
  ///   - dataset: All figures, not cut to a window.
  ///   - question: What is asked.
  ///   - programme: The programme, whose treated zones, donor rule and end hold where the question says nothing.
  ///   - options: The treated zones, level, seed and threads.
  /// - Throws: ``AnalysisError`` where the request cannot be understood.
  public static func run(
    _ dataset: Dataset, _ question: PowerQuestion, programme: Programme? = nil, options: AnalysisOptions
  ) throws(AnalysisError) -> ResultSet {
    let treated = try EffectTreated(question.effect, zones: options.zones, programme: programme, of: dataset)
    var tables = PowerTables(keys: options.keys)
    var findings = dataset.findings
    for shown in dataset.panels {
      let panel = dataset.underlying[shown.indicator]?.first { $0.stratum == shown.stratum } ?? shown
      let prepared = try Prepared(panel, of: dataset, zones: treated.codes)
      findings += prepared.grouped.findings
      let start = PowerStart(question, treated, prepared.panel, programme: programme)
      let taken = try EffectTreated(
        start.question, zones: treated.codes, programme: programme, of: dataset)
      var making = EffectStudyMaking(dataset, start.question, taken, programme)
      let made = try making.study(prepared)
      let frame = EffectFrame(dataset: dataset, prepared: prepared, treated: treated, options: options)
      let known = making.diagnostics + (start.earlier > 0 ? [.startPretended] : [])
      for (place, method) in question.effect.estimators.enumerated() {
        var cells = frame.cells(method, place: place, diagnostics: known, schema: Schemas.power)
        do throws(EffectRefusal) {
          let study = try made.get()
          cells.add(study.doubts)
          let context = EffectContext(
            study: study, treated: taken, question: start.question, options: options)
          let answer = try PowerAnswer(method, context, start, size: question.size)
          answer.fill(&cells)
          tables.add(answer, method, frame)
        } catch {
          cells.refuse(error.reason)
          findings.append(frame.finding(error, method))
        }
        tables.add(row: cells)
      }
    }
    return ResultSet(verb: "power", tables: tables.all, findings: findings)
  }
}

/// What one estimator could see of one study.
struct PowerAnswer {
  /// What could be seen at one look.
  struct Look {
    let years: Int
    let period: Period?
    let standardError: Double
    let detectable: Double
    let isExtrapolated: Bool
  }

  let study: EffectStudy
  let start: PowerStart
  let curve: PowerCurve
  let looks: [Look]
  /// The minimum detectable effect, the same as that of `effect`.
  let detectable: Double
  /// What the exact rank test could see.
  let byRank: Double?
  /// Whether a finding is possible at all.
  let canReact: Bool
  /// What endless waiting could not show.
  let limit: Double?
  /// The level without the programme, on the scale of effects.
  let level: Double?
  let smallest: Double?
  let size: Double?
  private let fit: EffectFit
  private let inference: EffectInference

  /// Runs the placebos at every look.
  init(_ method: EffectMethod, _ context: EffectContext, _ start: PowerStart, size: SmallestEffect?)
    throws(EffectRefusal)
  {
    let study = context.study
    do throws(EffectError) {
      let last = try Self.look(method, context)
      var found: [(detectable: DetectableEffect, size: Double)] = []
      for years in 1..<max(1, study.design.postPeriods) {
        var cut = context
        cut.study = try study.seen(after: years)
        let look = try Self.look(method, cut)
        found.append((look.detectable, Self.size(look.answer, look.detectable)))
      }
      let own = Self.size(last.answer, last.detectable)
      found.append((last.detectable, own))
      let inference = last.answer.inference
      let canReact = last.detectable.canReject || inference.allowsForSize
      let level = Self.level(last.answer.fit, study, isPretended: start.earlier > 0)
      let smallest = study.size(context.question.smallest, level: level).flatMap { $0 > 0 ? $0 : nil }
      let wanted = size.map { study.size($0, level: level).flatMap { $0 > 0 ? $0 : nil } } ?? smallest
      let horizon = max(start.horizon, found.count)
      let model = try FirstDetectableYear(
        of: wanted ?? own, looks: found.map(\.detectable), horizon: horizon)
      // What the ranks need beyond the interval is carried to the looks to come.
      let factor = own / last.detectable.analytic
      looks = model.looks.map { look in
        Look(
          years: look.years, period: start.period(look: look.years, of: study),
          standardError: look.standardError,
          detectable: look.isExtrapolated ? look.detectable * factor : found[look.years - 1].size,
          isExtrapolated: look.isExtrapolated)
      }
      curve = try PowerCurve(last.detectable)
      self.study = study
      self.start = start
      self.canReact = canReact
      self.level = level
      self.smallest = smallest
      self.size = wanted
      self.inference = inference
      detectable = own
      byRank = last.detectable.empirical
      limit = model.limit.map { $0 * factor }
      fit = last.answer.fit
    } catch {
      throw EffectRefusal(error)
    }
  }

  /// One look: the answer, and what its placebos could see.
  private static func look(_ method: EffectMethod, _ context: EffectContext) throws(EffectError) -> (
    answer: EffectAnswer, detectable: DetectableEffect
  ) {
    let answer = try method.answer(context)
    guard let placebos = answer.placebos else {
      throw .tooFewDonors(needed: 2, found: 0)
    }
    return (
      answer,
      try DetectableEffect(
        placebos, level: 1 - context.options.level.value, power: context.question.power,
        ownStandardError: answer.inference.allowsForSize ? answer.inference.standardError : nil)
    )
  }

  /// Where the interval allows for size it decides; else ranks and interval both do.
  private static func size(_ answer: EffectAnswer, _ detectable: DetectableEffect) -> Double {
    answer.inference.allowsForSize ? detectable.analytic : detectable.value
  }

  /// What the treated would have: of years without the programme what they had.
  private static func level(_ fit: EffectFit, _ study: EffectStudy, isPretended: Bool) -> Double? {
    let path =
      isPretended || fit.counterfactual.count != study.design.periods ? fit.observed : fit.counterfactual
    guard path.count == study.design.periods else { return nil }
    return path[study.design.prePeriods...].reduce(0, +) / Double(study.design.postPeriods)
  }

  /// The first look at which the size asked about could be seen.
  var first: Look? {
    guard canReact, let size else { return nil }
    return looks.first { $0.detectable <= size && $0.years <= start.horizon }
  }

  /// Why there is no first look.
  private var whyNone: Reason {
    if !canReact { return .floorAboveLevel }
    if size == nil { return .noEffectOfInterest }
    // From one look nothing can be projected, and what is not known must not be called impossible.
    if looks.count < start.horizon { return .oneLookOnly }
    return .effectOfInterestTooSmall
  }

  private var informativeness: Informativeness.Verdict {
    guard canReact else { return .uninformative }
    guard let smallest else { return .cannotSay }
    return detectable <= smallest ? .informative : .uninformative
  }

  /// Fills a row.
  func fill(_ cells: inout ResultCells) {
    let people = EffectPeople(study)
    cells["unit"] = .text(study.unitOfEffect)
    cells["scale"] = .text(study.scale.rawValue)
    cells["n"] = .number(Double(study.donors.count))
    cells["donors"] = .integer(study.donors.count)
    cells["placebos"] = .integer(curve.detectable.placebos)
    cells["pre_periods"] = .integer(study.design.prePeriods)
    cells["post_periods"] = .integer(study.design.postPeriods)
    cells["estimate"] = .number(detectable)
    cells["mde"] = .number(detectable)
    cells["mde_relative"] = .number(people.relative(detectable, to: level).map(abs), or: .notApplicable)
    cells["mde_people_per_year"] = .number(
      people.perYear(detectable, to: level).map(abs), or: .needsDenominators)
    cells["mde_rank"] = .number(byRank, or: .floorAboveLevel)
    cells["standard_error"] = .number(curve.detectable.standardError)
    cells["p_floor"] = .number(curve.detectable.floor)
    cells["can_reject"] = .boolean(curve.detectable.canReject)
    cells["level"] = .number(level, or: .notApplicable)
    cells["smallest_effect"] = .number(smallest, or: .notApplicable)
    let verdict = informativeness
    cells["informative"] =
      verdict == .cannotSay
      ? .none(.noEffectOfInterest) : .boolean(verdict == .informative)
    cells["verdict"] = .text(verdict.rawValue)
    cells["size"] = .number(size, or: .noEffectOfInterest)
    cells["size_relative"] = .number(
      size.flatMap { people.relative($0, to: level).map(abs) }, or: .notApplicable)
    if let first {
      cells["first_year_detectable"] = first.period.map { .text("\($0)") } ?? .none(.notApplicable)
      cells["years_needed"] = .integer(first.years)
      cells["first_is_extrapolated"] = .boolean(first.isExtrapolated)
    } else {
      for key in ["first_year_detectable", "years_needed", "first_is_extrapolated"] {
        cells[key] = .none(whyNone)
      }
      cells["reason"] = .text(whyNone.rawValue)
    }
    cells["horizon"] = .integer(start.horizon)
    cells["limit"] = .number(limit, or: .notApplicable)
    cells["years_pretended"] = .integer(start.earlier)
    cells.add(fit.diagnostics + inference.diagnostics)
    if !curve.detectable.canReject { cells.add([.rankCannotReachLevel]) }
  }
}

extension Reason {
  /// Only one look could be computed, and later ones cannot be projected from it.
  public static let oneLookOnly = Reason("one-look-only")
}

extension Question {
  /// What an effect would have to be to be seen.
  public static func power(_ question: PowerQuestion) -> Question {
    Question { dataset, asking in
      let (figures, options) = try asking.chosen(from: dataset)
      return try Power.run(figures, question, programme: asking.programme, options: options)
    }
  }
}
