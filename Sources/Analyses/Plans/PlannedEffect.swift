import Estimates
import Evaluation
import Indicators

/// Effects by a locked plan: computed from what it promised, each row marked with whether it was promised.
///
/// Treated zones, donors, headline, scale, window, looks and seed are the plan's. Three families are computed apart: what was
/// planned, at the level of the look the figures have come to; other estimators on the same indicators; and other indicators.
/// The last two are exploratory and keep the plan's whole level.
struct PlannedEffect {
  private let locked: LockedPlan
  private let dataset: Dataset
  private let question: EffectQuestion
  private let programme: Programme?
  private let options: AnalysisOptions
  private let look: (number: Int, look: EffectPlan.Look)?
  private let gone: [String]
  private var findings: [Finding] = []

  private var plan: EffectPlan { locked.plan }

  /// - Throws: ``PlanProblem/contradicts(option:given:planned:)`` and the errors of names.
  init(
    _ figures: Dataset, _ asked: EffectQuestion, _ asking: Asking, keys: [String], _ locked: LockedPlan
  ) throws(AnalysisError) {
    guard keys.isEmpty else { throw .plan(.strata(keys)) }
    self.locked = locked
    let grouped = locked.grouped(figures)
    try locked.check(asked, asking, grouped)
    let plan = locked.plan
    var cut = try grouped.within(PeriodRange(from: plan.baseline.first, to: asking.range.last))
    cut.catalogue = cut.catalogue.directed(by: plan)
    dataset = cut
    var options = AnalysisOptions(
      zones: plan.treated.map(\.zone), level: asking.level, direction: asking.direction, seed: plan.seed,
      threads: asking.threads)
    options.adjustment = asking.adjustment
    options.level = ConfidenceInterval.Level(1 - plan.alpha) ?? options.level
    // Of figures without a catalogue the plan knows which way is better.
    if options.direction == nil, Set(plan.indicators.map(\.direction)).count == 1 {
      options.direction = plan.indicators.first?.direction
    }
    self.options = options
    // The plan's donors stand, whatever rule the programme has now.
    var programme = asking.programme
    programme?.donors = DonorRule(from: "all-municipalities")
    self.programme = programme
    let choice = ZoneChoice(cut)
    let treatedNow = (programme?.treated ?? []).map { (try? choice.code($0.zone, in: cut.panels)) ?? $0.zone }
    gone = plan.donors.filter { code in
      !cut.panels.contains { $0.position(ofZone: code) != nil }
        || treatedNow.contains { choice.overlap($0, code) }
    }
    var question = asked
    question.start = plan.treated.first.flatMap { Period(year: $0.start) }
    question.stop = plan.treated.first?.stop.flatMap { Period(year: $0) }
    question.estimators = try EffectMethod.named([plan.estimator] + plan.sensitivity)
    question.donors = .named(plan.donors.filter { [gone] in !gone.contains($0) })
    question.excluded = []
    question.isLocked = true
    question.neighbours = []
    question.populationBand = nil
    question.scale = OutcomeScale(rawValue: plan.scale) ?? .natural
    question.unbalanced = UnbalancedRule(rawValue: plan.unbalanced) ?? .dropDonors
    question.placeboLimit = plan.placebos
    for indicator in plan.indicators {
      question.particulars[indicator.id] = EffectParticulars(
        donors: plan.donors.filter { [gone] in !gone.contains($0) && !indicator.without.contains($0) },
        smallest: indicator.smallestEffect)
    }
    self.question = question
    // What the plan does not have, or cannot judge, says nothing of how far its figures have come.
    var own = cut
    let ids = Set(plan.indicators.filter { $0.refusal == nil }.map(\.id))
    own.panels = cut.panels.filter { ids.contains($0.indicator) }
    look = own.lastRecord.flatMap { plan.look(at: $0) }
    let last = own.lastRecord.map { "\($0)" } ?? ""
    findings.append(followed(last))
    if !gone.isEmpty {
      findings.append(Finding(.plannedDonorsGone, arguments: ["zones": gone.joined(separator: ", ")]))
    }
    let here = Set(cut.indicators)
    for indicator in plan.indicators where locked.asksForAll && !here.contains(indicator.id) {
      findings.append(Finding(.plannedIndicatorGone, arguments: ["indicator": indicator.id]))
    }
  }

  /// Which plan, and which look: the first thing said.
  private func followed(_ last: String) -> Finding {
    var arguments = [
      "seal": String(locked.seal.prefix(12)), "version": plan.dataVersion, "last": last,
      "looks": "\(plan.looks.count)",
    ]
    guard let look else {
      arguments["years"] = plan.looks.map { "\($0.year)" }.joined(separator: ", ")
      return Finding(.notALook, arguments: arguments)
    }
    arguments["number"] = "\(look.number)"
    arguments["year"] = "\(look.look.year)"
    // Per cent with two digits that mean something.
    arguments["level"] = "\(Self.percent(look.look.level))"
    return Finding(.planFollowed, severity: .note, arguments: arguments)
  }

  private static func percent(_ level: Double) -> Double {
    var unit = 1.0
    while level * 100 / unit < 10, unit > 1e-9 { unit /= 10 }
    return (level * 100 / unit).rounded() * unit
  }

  /// The effects.
  ///
  /// - Parameter asked: The estimators asked for; those the plan has not are run beside it.
  func run(estimators asked: [EffectMethod]) throws(AnalysisError) -> ResultSet {
    let ids = Set(plan.indicators.map(\.id))
    var (planned, other) = (dataset, dataset)
    planned.panels = dataset.panels.filter { ids.contains($0.indicator) }
    other.panels = dataset.panels.filter { !ids.contains($0.indicator) }
    other.findings = []
    var options = options
    if let look { options.level = ConfidenceInterval.Level(1 - look.look.level) ?? options.level }
    var result = try Effect.run(planned, question, programme: programme, options: options)
    let present = figures()
    mark(&result, isPlanned: look != nil, present)
    let more = asked.filter { method in !question.estimators.contains { $0.word == method.word } }
    if !more.isEmpty, !planned.panels.isEmpty {
      var extra = question
      extra.estimators = more
      planned.findings = []
      var found = try Effect.run(planned, extra, programme: programme, options: self.options)
      found.setRole("sensitivity")
      mark(&found, isPlanned: false, present)
      // The zones left out are told already.
      found.tables.removeAll { $0.schema.table == "excluded" }
      result.add(found)
    }
    if !other.panels.isEmpty {
      var extra = question
      extra.estimators += more
      var found = try Effect.run(other, extra, programme: programme, options: self.options)
      mark(&found, isPlanned: false, present)
      result.add(found)
    }
    let kept = kept(result, present)
    result.tables.append(kept)
    result.findings = findings + revisions(present) + incomplete(kept) + result.findings
    return result
  }

  /// The calibration of what was planned, at the plan's whole level.
  func calibration() -> Calibration {
    let ids = Set(plan.indicators.map(\.id))
    var planned = dataset
    planned.panels = dataset.panels.filter { ids.contains($0.indicator) }
    return Calibration(planned, question, programme: programme, options: options)
  }

  private func mark(_ result: inout ResultSet, isPlanned: Bool, _ present: [String: PlanFigures]) {
    guard let place = result.tables.firstIndex(where: { $0.schema.table == "rows" }) else { return }
    let rows = result.tables[place]
    let hashes = Dictionary(
      plan.indicators.map { ($0.id, $0.figures) }, uniquingKeysWith: { first, _ in first })
    let ends = Dictionary(
      dataset.panels.map { panel in
        var one = dataset
        one.panels = [panel]
        return (panel.indicator, one.lastRecord)
      }, uniquingKeysWith: { first, _ in first })
    result.tables[place] = rows.changing { row in
      var cells: [String: ResultValue] = [
        "pre_specified": .boolean(isPlanned), "plan_hash": .text(locked.seal),
        "plan_data_version": .text(plan.dataVersion),
      ]
      if isPlanned, let look {
        cells["look"] = .text(look.look.name)
        cells["look_year"] = .integer(look.look.year)
        cells["look_level"] = .number(look.look.level)
        let end = rows[row, "indicator"].string.flatMap { ends[$0] ?? nil }
        if let end, plan.look(at: end)?.number != look.number,
          case .texts(let known) = rows[row, "diagnostics"]
        {
          cells["diagnostics"] = .texts(known + [Diagnostic.figuresBehindLook.rawValue])
        }
      }
      if let id = rows[row, "indicator"].string, let now = present[id] {
        cells["baseline_revised"] = .boolean(now.fingerprint != hashes[id])
      }
      return cells
    }
  }

  /// The figures before the start as they are now, by indicator of the plan.
  private func figures() -> [String: PlanFigures] {
    var result: [String: PlanFigures] = [:]
    for planned in plan.indicators {
      guard let shown = dataset.panels.first(where: { $0.indicator == planned.id }) else { continue }
      let panel = dataset.underlying[shown.indicator]?.first { $0.stratum == shown.stratum } ?? shown
      guard let prepared = try? Prepared(panel, of: dataset, zones: plan.treated.map(\.zone)),
        let start = question.start
      else { continue }
      let through = planned.through.flatMap { Period($0) }
      let periods = EffectPeriods(prepared.panel.periods, start: start, stop: nil).before.filter {
        // Later years before the start are news, not revisions.
        through.map { [period = prepared.panel.periods[$0]] last in
          period.days.upperBound <= last.days.upperBound
        } ?? true
      }
      result[planned.id] = PlanFigures(
        prepared.panel, treated: prepared.rows.map { ($0.code, try? $0.position.get()) },
        donors: plan.donors.filter { !planned.without.contains($0) }.map {
          ($0, prepared.panel.position(ofZone: $0))
        }, periods: periods)
    }
    return result
  }

  private func revisions(_ present: [String: PlanFigures]) -> [Finding] {
    plan.indicators.compactMap { planned in
      guard let now = present[planned.id], now.fingerprint != planned.figures else { return nil }
      return Finding(
        .planBaselineRevised,
        arguments: [
          "indicator": planned.id, "before": planned.treatedBaseline.map { "\($0)" } ?? "",
          "now": now.treatedMean.map { "\($0)" } ?? "",
        ])
    }
  }

  /// Donors of the plan that lack figures now, by indicator.
  private func incomplete(_ kept: ResultTable) -> [Finding] {
    (0..<kept.count).compactMap { row in
      guard case .texts(let lost) = kept[row, "donors_gone"] else { return nil }
      let zones = lost.filter { !gone.contains($0) }
      guard !zones.isEmpty else { return nil }
      return Finding(
        .plannedDonorsIncomplete,
        arguments: [
          "indicator": kept[row, "indicator"].string ?? "", "zones": zones.joined(separator: ", "),
        ])
    }
  }

  /// The table `plan`.
  private func kept(_ result: ResultSet, _ present: [String: PlanFigures]) -> ResultTable {
    var table = ResultTable(Schemas.effectKept)
    let excluded = result.tables.first { $0.schema.table == "excluded" }
    let choice = ZoneChoice(dataset)
    let codes = plan.treated.map(\.zone)
    for planned in plan.indicators {
      guard locked.asksForAll || present[planned.id] != nil else { continue }
      var cells = ResultCells(Schemas.effectKept)
      cells["indicator"] = .text(planned.id)
      cells["zone"] = .text(codes.joined(separator: "+"))
      cells["zone_name"] = .text(
        codes.map { code in
          dataset.panels.lazy.flatMap(\.zones).first { $0.code == code }?.name
            ?? choice.groups[code]?.name.nb ?? code
        }.joined(separator: " + "))
      cells["planned_baseline"] = .number(planned.treatedBaseline, or: planned.refusal ?? .missing)
      cells["planned_donor_baseline"] = .number(planned.donorBaseline, or: planned.refusal ?? .missing)
      cells["planned_hash"] = .text(planned.figures)
      cells["planned_mde"] = .number(planned.detectableEffect, or: planned.refusal ?? .missing)
      if let now = present[planned.id] {
        cells["present_baseline"] = .number(now.treatedMean, or: .missing)
        cells["present_donor_baseline"] = .number(now.donorMean, or: .missing)
        cells["present_hash"] = .text(now.fingerprint)
        cells["baseline_revised"] = .boolean(now.fingerprint != planned.figures)
      } else {
        cells["reason"] = .text(Reason.missing.rawValue)
      }
      var lost = gone.filter { !planned.without.contains($0) }
      if let excluded {
        for row in 0..<excluded.count where excluded[row, "indicator"].string == planned.id {
          guard let code = excluded[row, "zone"].string, plan.donors.contains(code), !lost.contains(code),
            !planned.without.contains(code)
          else { continue }
          lost.append(code)
        }
      }
      cells["donors_gone"] = .texts(lost)
      table.append(cells)
    }
    return table
  }
}

extension ResultSet {
  /// Adds the rows of another answer of the same verb, table by table.
  fileprivate mutating func add(_ other: ResultSet) {
    for table in other.tables {
      guard let place = tables.firstIndex(where: { $0.schema.table == table.schema.table }) else { continue }
      for row in 0..<table.count { tables[place].append(table.row(row)) }
    }
    findings += other.findings
  }

  /// Sets the role of every row.
  fileprivate mutating func setRole(_ role: String) {
    guard let place = tables.firstIndex(where: { $0.schema.table == "rows" }) else { return }
    tables[place] = tables[place].changing { _ in ["role": .text(role)] }
  }
}

extension IndicatorCatalogue {
  /// The catalogue with the directions that a plan has.
  func directed(by plan: EffectPlan) -> IndicatorCatalogue {
    IndicatorCatalogue(
      indicators.map { indicator in
        guard let direction = plan.indicators.first(where: { $0.id == indicator.id })?.direction else {
          return indicator
        }
        var copy = indicator
        copy.direction = direction
        return copy
      })
  }
}

extension Diagnostic {
  /// Effects are computed by a locked plan, at one of its looks.
  public static let planFollowed = Diagnostic("plan-followed")
  /// Effects are computed by a locked plan, and the figures do not end at one of its looks.
  public static let notALook = Diagnostic("not-a-look")
  /// An indicator's figures do not reach the look that others have come to.
  public static let figuresBehindLook = Diagnostic("figures-behind-look")
  /// Donors of the plan are no longer there, or are treated now.
  public static let plannedDonorsGone = Diagnostic("planned-donors-gone")
  /// Donors of the plan lack figures now.
  public static let plannedDonorsIncomplete = Diagnostic("planned-donors-incomplete")
  /// An indicator of the plan is not among the figures.
  public static let plannedIndicatorGone = Diagnostic("planned-indicator-gone")
  /// The figures before the start are no longer those the plan was made on.
  public static let planBaselineRevised = Diagnostic("plan-baseline-revised")
}
