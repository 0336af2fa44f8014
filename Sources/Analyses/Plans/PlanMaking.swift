import Estimates
import Evaluation
import Indicators

/// Makes a plan of what is asked and of the figures before the start.
///
/// Nothing from the start on is looked at: figures are cut before the start first, and what the plan expects to be able to see
/// comes from placebos with a start that never was among the years before. How many later periods there were already is
/// counted, not read.
struct PlanMaking {
  private let all: Dataset
  private let dataset: Dataset
  private let question: EffectQuestion
  private let treated: EffectTreated
  private let programme: Programme?
  private let options: AnalysisOptions
  private let start: Int
  private let stop: Int?

  /// - Parameters:
  ///   - dataset: All figures.
  ///   - question: What is asked; the first estimator becomes the headline.
  ///   - range: The periods asked for.
  /// - Throws: ``AnalysisError`` where a plan cannot be made of it.
  init(
    _ dataset: Dataset, _ question: EffectQuestion, programme: Programme?, options: AnalysisOptions,
    range: PeriodRange
  ) throws(AnalysisError) {
    guard options.keys.isEmpty else { throw .plan(.strata(options.keys)) }
    all = dataset
    treated = try EffectTreated(question, zones: options.zones, programme: programme, of: dataset)
    guard !treated.areStaggered else {
      throw .severalStarts(treated.starts.map { "\($0.code) \($0.start)" })
    }
    guard treated.start.unit == .year, !treated.start.isWindow else {
      throw .plan(.startIsNoYear("\(treated.start)"))
    }
    start = treated.start.year
    stop = treated.stop?.lastYear
    self.question = question
    self.programme = programme
    self.options = options
    let periods = dataset.panels.flatMap(\.periods).sorted()
    do {
      self.dataset = try dataset.within(PeriodRange(from: range.first, to: Period(year: start - 1)))
    } catch {
      throw .startOutsideData(
        start: "\(treated.start)", known: [periods.first, periods.last].compactMap { $0.map { "\($0)" } })
    }
  }

  /// What is known of an indicator.
  struct Planned {
    var indicator: EffectPlan.PlannedIndicator
    let panel: Panel
    let donors: [Zone]
    let periods: Int
    let mdePeriods: Int?
    let diagnostics: [Diagnostic]
    let zoneNames: [String]
  }

  /// The plan, and its rows for people: no results among them.
  ///
  /// - Parameters:
  ///   - looks: The years asked for; empty for what programme or stop say.
  ///   - dataVersion: The version of the figures.
  func plan(looks asked: [Int], dataVersion: String) throws(AnalysisError) -> (
    plan: EffectPlan, result: ResultSet
  ) {
    let years = try PlanLooks.years(asked: asked, programme: programme, start: start, stop: stop)
    let alpha = 1 - options.level.value
    let before = Set(dataset.panels.flatMap(\.periods).map(\.lastYear)).count
    let looks = try PlanLooks.looks(
      years, midterm: programme?.midterm, start: start, before: before,
      // 1 − 0.95 is not 0.05 in binary, and a plan is read by people.
      alpha: (alpha * 1e12).rounded() / 1e12)
    var planned: [Planned] = []
    for shown in dataset.panels { planned.append(try self.planned(shown, looks)) }
    var donors: [Zone] = []
    for zone in planned.flatMap(\.donors) where !donors.contains(where: { $0.code == zone.code }) {
      donors.append(zone)
    }
    for index in planned.indices where !planned[index].donors.isEmpty {
      let own = Set(planned[index].donors.map(\.code))
      planned[index].indicator.without = donors.map(\.code).filter { !own.contains($0) }
    }
    let periods = dataset.panels.flatMap(\.periods).sorted()
    let choice = ZoneChoice(all)
    let plan = EffectPlan(
      programme: programme?.id ?? "",
      treated: treated.codes.map { TreatedZone(zone: $0, start: start, stop: stop) },
      donors: donors.map(\.code), estimator: question.estimators.first?.word ?? "",
      sensitivity: question.estimators.dropFirst().map(\.word), scale: question.scale.rawValue,
      baseline: PeriodRange(from: periods.first, to: Period(year: start - 1)), looks: looks,
      alpha: (alpha * 1e12).rounded() / 1e12, dataVersion: dataVersion,
      lastPeriod: all.lastRecord.map { "\($0)" } ?? "", seed: options.seed,
      indicators: planned.map(\.indicator),
      groups: treated.codes.filter { choice.groups[$0] != nil }.map {
        EffectPlan.PlannedGroup(id: $0, zones: choice.leaves(of: $0).sorted())
      }, rules: question.rules(programme), unbalanced: question.unbalanced.rawValue,
      placebos: question.placeboLimit)
    return (plan, result(plan, planned, donors))
  }

  private func planned(_ shown: Panel, _ looks: [EffectPlan.Look]) throws(AnalysisError) -> Planned {
    let panel = dataset.underlying[shown.indicator]?.first { $0.stratum == shown.stratum } ?? shown
    let prepared = try Prepared(panel, of: dataset, zones: treated.codes)
    let own = prepared.rows.map { row in (code: row.code, position: try? row.position.get()) }
    let positions = own.compactMap(\.position)
    let periods = EffectPeriods(prepared.panel.periods, start: treated.start, stop: nil).before.filter {
      period in
      prepared.panel.zones.indices.contains {
        prepared.panel.statuses[prepared.panel.index(zone: $0, period: period)].kind != .missing
      }
    }
    let horizon = self.horizon(prepared.panel, periods, looks)
    var making = EffectStudyMaking(dataset, question, pseudo(prepared.panel, periods, horizon), programme)
    var excluded: [ExcludedZone] = []
    var donors = try EffectDonors(making, prepared, positions).candidates(excluded: &excluded).map {
      prepared.panel.zones[$0]
    }
    let made = try making.study(prepared)
    var refusal: Reason?
    var detectable: Double?
    var smallest: Double?
    var notes: [Diagnostic] = []
    switch made {
    case .failure(let found): refusal = found.reason
    case .success(let study):
      donors = study.donors
      smallest = question.smallest.size(before: study)
      notes = making.diagnostics + study.doubts
      var judged = options
      judged.level = looks.last.flatMap { ConfidenceInterval.Level(1 - $0.level) } ?? options.level
      do throws(EffectError) {
        guard let method = question.estimators.first else { break }
        detectable = try method.answer(EffectContext(study: study, question: question, options: judged))
          .inference.detectable
        if detectable == nil { refusal = .tooFewPlacebos }
      } catch {
        refusal = error.reason
      }
    }
    let figures = PlanFigures(
      prepared.panel, treated: own,
      donors: donors.map { ($0.code, prepared.panel.position(ofZone: $0.code)) }, periods: periods)
    let known = all.catalogue[panel.indicator]
    let goal = programme?.goals.first { $0.keyIndicators.contains(panel.indicator) }
    return Planned(
      indicator: EffectPlan.PlannedIndicator(
        id: panel.indicator, goal: goal?.id ?? known?.goal, isKey: goal != nil,
        direction: all.direction(of: panel, options: options), smallestEffect: smallest,
        treatedBaseline: figures.treatedMean, donorBaseline: figures.donorMean, detectableEffect: detectable,
        figures: figures.fingerprint, through: figures.through.map { "\($0)" }, refusal: refusal),
      panel: prepared.panel, donors: donors, periods: periods.count,
      mdePeriods: detectable == nil ? nil : horizon, diagnostics: notes,
      zoneNames: prepared.rows.map { prepared.name($0) })
  }

  /// Over how many periods the effect of a start that never was is averaged: as many as at the last look, but at most half
  /// of the periods, and so that five are left before it where there are so many.
  private func horizon(_ panel: Panel, _ periods: [Int], _ looks: [EffectPlan.Look]) -> Int {
    let years = Double((looks.last?.year ?? start) - start + 1)
    let length = periods.last.map { period -> Double in
      let days = panel.periods[period].days
      return Double(days.upperBound.ordinal - days.lowerBound.ordinal) / 365.25
    }
    let wanted = Int(max(1, min(1000, (years / max(length ?? 1, 0.01)).rounded())))
    return max(1, min(wanted, periods.count / 2, periods.count - 5))
  }

  private func pseudo(_ panel: Panel, _ periods: [Int], _ horizon: Int) -> EffectTreated {
    guard periods.count > horizon else { return treated }
    return EffectTreated(
      starts: treated.starts, start: panel.periods[periods[periods.count - horizon]], stop: nil,
      others: treated.others)
  }

  private func result(_ plan: EffectPlan, _ planned: [Planned], _ donors: [Zone]) -> ResultSet {
    var rows = ResultTable(Schemas.effectPlan)
    for one in planned {
      let indicator = one.indicator
      var cells = ResultCells(Schemas.effectPlan)
      cells["indicator"] = .text(indicator.id)
      cells["zone"] = .text(treated.codes.joined(separator: "+"))
      cells["zone_name"] = .text(one.zoneNames.joined(separator: " + "))
      cells["start"] = .text("\(treated.start)")
      cells["estimator"] = .text(plan.estimator)
      if let method = question.estimators.first { cells["method"] = .text(method.method.rawValue) }
      if let goal = indicator.goal { cells["goal"] = .text(goal) }
      cells["key"] = .boolean(indicator.isKey)
      if let direction = indicator.direction { cells["direction"] = .text(direction.rawValue) }
      cells["unit"] = .text(one.panel.unit.rawValue)
      cells["scale"] = .text(plan.scale)
      let none = indicator.refusal ?? .notApplicable
      cells["treated_baseline"] = .number(indicator.treatedBaseline, or: none)
      cells["donor_baseline"] = .number(indicator.donorBaseline, or: none)
      cells["mde"] = .number(indicator.detectableEffect, or: none)
      cells["mde_relative"] = .number(
        question.scale.percent(indicator.detectableEffect, of: indicator.treatedBaseline), or: none)
      cells["mde_periods"] = .integer(one.mdePeriods, or: none)
      cells["smallest_effect"] = .number(indicator.smallestEffect, or: none)
      if let mde = indicator.detectableEffect, let size = indicator.smallestEffect {
        cells["informative"] = .boolean(mde <= size)
      }
      cells["donors"] = .integer(one.donors.count)
      cells["pre_periods"] = .integer(one.periods)
      cells["figures_hash"] = .text(indicator.figures)
      cells["diagnostics"] = .texts(one.diagnostics.map(\.rawValue))
      if let refusal = indicator.refusal { cells["reason"] = .text(refusal.rawValue) }
      rows.append(cells)
    }
    var looks = ResultTable(Schemas.planLooks)
    for look in plan.looks {
      looks.append([
        .integer(look.year), .text(look.name), .number(look.level), .number(plan.alpha),
      ])
    }
    var pool = ResultTable(Schemas.planDonors)
    for zone in donors {
      let without = plan.indicators.filter { $0.without.contains(zone.code) }.map(\.id)
      pool.append([.text(zone.code), .text(zone.name), .texts(without)])
    }
    var findings = dataset.findings
    let later = all.records(from: treated.start)
    if later > 0 {
      findings.append(
        Finding(.figuresAfterStart, arguments: ["periods": "\(later)", "start": "\(treated.start)"]))
    }
    return ResultSet(verb: "effect-plan", tables: [rows, looks, pool], findings: findings)
  }
}

extension Dataset {
  /// The periods in which some zone has a record.
  private var recorded: Set<Period> {
    panels.reduce(into: []) { found, panel in
      for (index, period) in panel.periods.enumerated() where !found.contains(period) {
        if panel.zones.indices.contains(where: {
          panel.statuses[panel.index(zone: $0, period: index)].kind != .missing
        }) {
          found.insert(period)
        }
      }
    }
  }

  /// The last of them.
  var lastRecord: Period? { recorded.max { $0.days.upperBound < $1.days.upperBound } }

  /// How many of them begin at or after a start.
  func records(from start: Period) -> Int {
    recorded.count { $0.days.lowerBound >= start.days.lowerBound }
  }
}

extension Diagnostic {
  /// Figures from after the start were there when a plan was made.
  public static let figuresAfterStart = Diagnostic("figures-after-start")
}
