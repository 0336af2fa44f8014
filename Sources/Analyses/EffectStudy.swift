import Evaluation
import Foundation
import Indicators

/// One indicator and stratum made into a design: who is treated, who may be compared with, which periods, and what was left
/// out on the way.
public struct EffectStudy: Sendable {
  /// The figures, donors first.
  public let design: EffectDesign
  /// The treated zones, in the order of the design's last rows.
  public let treated: [Zone]
  /// The zones compared with, in the order of the design's first rows.
  public let donors: [Zone]
  /// The periods, those before the start first.
  public let periods: [Period]
  /// The first period with the programme.
  public let start: Period
  /// The scale of the design's outcomes.
  public internal(set) var scale: OutcomeScale
  /// How noise depends on the design's sizes.
  public let noise: NoiseScale
  /// The panel the design was made of, groups among its zones.
  public let panel: Panel
  /// Where the treated are in the panel.
  let treatedPositions: [Int]
  /// Where the donors are in the panel.
  let donorPositions: [Int]
  /// Where the periods are in the panel.
  let periodPositions: [Int]
  /// What is worth knowing.
  public let diagnostics: [Diagnostic]

  /// The positions of the design's periods from the start on.
  var postPositions: ArraySlice<Int> { periodPositions[design.prePeriods...] }
}

/// A zone that is no donor, and why.
public struct ExcludedZone: Sendable, Hashable {
  /// The zone.
  public let zone: Zone
  /// Why.
  public let reason: Reason
}

/// Why a study cannot be made of an indicator, with the values at fault.
struct EffectRefusal: Error {
  let reason: Reason
  var arguments: [String: String] = [:]

  init(_ reason: Reason, _ arguments: [String: String] = [:]) {
    self.reason = reason
    self.arguments = arguments
  }

  init(_ error: EffectError) { self.init(error.reason, error.arguments) }
}

/// Makes a study of a panel.
struct EffectStudyMaking {
  let dataset: Dataset
  let question: EffectQuestion
  let treated: EffectTreated
  let programme: Programme?
  /// Zones left out so far; told even where there is no study.
  private(set) var excluded: [ExcludedZone] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The fewest periods before the start: with one nobody sees whether zones moved in parallel, nor how much they swing.
  static let fewestBefore = 2
  /// The fewest zones to compare with: a placebo needs a donor of its own.
  static let fewestDonors = 2
  /// Where starts differ the first group may have one period before it: later groups and the zones compared with have more.
  private var fewest: Int { question.isStaggeredOnly ? 1 : Self.fewestBefore }

  init(_ dataset: Dataset, _ question: EffectQuestion, _ treated: EffectTreated, _ programme: Programme?) {
    self.dataset = dataset
    self.question = question
    self.treated = treated
    self.programme = programme
  }

  /// The study of a panel, or why there is none.
  ///
  /// - Throws: ``AnalysisError`` where a name of the request means nothing.
  mutating func study(_ prepared: Prepared) throws(AnalysisError) -> Result<EffectStudy, EffectRefusal> {
    let panel = prepared.panel
    var own: [Int] = []
    for row in prepared.rows {
      switch row.position {
      case .success(let position): own.append(position)
      case .failure(let refusal):
        return .failure(EffectRefusal(refusal.reason, ["zone": row.code]))
      }
    }
    let periods = EffectPeriods(panel.periods, start: treated.start, stop: treated.stop)
    diagnostics = periods.diagnostics
    var candidates = try EffectDonors(self, prepared, own).candidates(excluded: &excluded)
    do throws(EffectRefusal) {
      let kept = try balanced(panel, own, &candidates, periods)
      return .success(try finished(panel, own, candidates, kept))
    } catch {
      return .failure(error)
    }
  }

  /// The periods in which all have figures, by the rule asked for; donors that lack some are taken out.
  private mutating func balanced(
    _ panel: Panel, _ own: [Int], _ candidates: inout [Int], _ periods: EffectPeriods
  ) throws(EffectRefusal) -> (before: [Int], after: [Int]) {
    func status(_ zone: Int, _ period: Int) -> CellStatus {
      panel.statuses[panel.index(zone: zone, period: period)]
    }
    // An indicator need not be published every period.
    let published = { (period: Int) in (own + candidates).contains { status($0, period).kind != .missing } }
    var before = periods.before.filter(published)
    var after = periods.after.filter(published)
    guard !before.isEmpty else {
      throw EffectRefusal(.noPrePeriods, ["start": "\(treated.start)", "needed": "\(fewest)"])
    }
    guard !after.isEmpty else { throw EffectRefusal(.noPostPeriods, ["start": "\(treated.start)"]) }
    for zone in own {
      func named(_ period: Int) -> [String: String] {
        ["zone": panel.zones[zone].label, "period": "\(panel.periods[period])"]
      }
      if let period = (before + after).first(where: { status(zone, $0).isSuppressed }) {
        throw EffectRefusal(.suppressed, named(period))
      }
      let lacking = (before + after).filter { !status(zone, $0).isObserved }
      guard let first = lacking.first else { continue }
      guard question.unbalanced == .dropPeriods else { throw EffectRefusal(.treatedIncomplete, named(first)) }
      before.removeAll(where: lacking.contains)
      after.removeAll(where: lacking.contains)
      diagnostics.append(.periodsLeftOut)
    }
    let wanted = before + after
    var complete: [Int] = []
    for zone in candidates {
      let lacking = wanted.filter { !status(zone, $0).isObserved }
      if lacking.isEmpty {
        complete.append(zone)
      } else if lacking.contains(where: { status(zone, $0).isSuppressed }) {
        excluded.append(ExcludedZone(zone: panel.zones[zone], reason: .suppressed))
      } else if question.unbalanced == .dropDonors || lacking.count == wanted.count {
        excluded.append(ExcludedZone(zone: panel.zones[zone], reason: .incompleteSeries))
      } else {
        before.removeAll(where: lacking.contains)
        after.removeAll(where: lacking.contains)
        complete.append(zone)
        if !diagnostics.contains(.periodsLeftOut) { diagnostics.append(.periodsLeftOut) }
      }
    }
    if complete.count < candidates.count { diagnostics.append(.donorsLeftOut) }
    candidates = complete
    guard before.count >= fewest else {
      throw EffectRefusal(
        before.isEmpty ? .noPrePeriods : .tooFewPrePeriods,
        ["start": "\(treated.start)", "needed": "\(fewest)", "found": "\(before.count)"])
    }
    guard !after.isEmpty else { throw EffectRefusal(.noPostPeriods, ["start": "\(treated.start)"]) }
    return (before, after)
  }

  /// The study of zones and periods that are complete.
  private mutating func finished(
    _ panel: Panel, _ own: [Int], _ donors: [Int], _ periods: (before: [Int], after: [Int])
  ) throws(EffectRefusal) -> EffectStudy {
    let needed = Swift.max(Self.fewestDonors, own.count + 1)
    guard donors.count >= needed else {
      throw EffectRefusal(
        donors.isEmpty ? .noDonors : .tooFewDonors,
        ["needed": "\(needed)", "found": "\(donors.count)", "excluded": "\(excluded.count)"])
    }
    let outcomes = EffectOutcomes(panel: panel, scale: question.scale)
    let all = periods.before + periods.after
    var cells: [Double] = []
    cells.reserveCapacity((donors.count + own.count) * all.count)
    for zone in donors + own {
      for period in all {
        switch outcomes.outcome(zone: zone, period: period) {
        case .success(let value): cells.append(value)
        case .failure(let refusal):
          throw EffectRefusal(
            refusal.reason, ["zone": panel.zones[zone].label, "period": "\(panel.periods[period])"])
        }
      }
    }
    let ownCells = cells.suffix(own.count * all.count)
    let others = cells.prefix(donors.count * all.count)
    for part in [ownCells, others] where part.allSatisfy({ $0 == part.first }) {
      throw EffectRefusal(
        .constantOutcomes, part.startIndex > 0 ? ["zone": panel.zones[own[0]].label] : [:])
    }
    let known = outcomes.sizes(donors: donors, treated: own, before: periods.before, periods: all)
    do throws(EffectError) {
      return EffectStudy(
        design: try EffectDesign(
          outcomes: cells, donors: donors.count, treated: own.count, prePeriods: periods.before.count,
          sizes: known?.sizes),
        treated: own.map { panel.zones[$0] }, donors: donors.map { panel.zones[$0] },
        periods: all.map { panel.periods[$0] }, start: treated.start, scale: question.scale,
        noise: known?.scale ?? .level,
        panel: panel,
        treatedPositions: own, donorPositions: donors, periodPositions: all, diagnostics: diagnostics)
    } catch {
      throw EffectRefusal(error)
    }
  }
}

extension Reason {
  /// Nothing before the start.
  static let noPrePeriods = EffectError.noPrePeriods.reason
  /// Nothing from the start on.
  static let noPostPeriods = EffectError.noPostPeriods.reason
  /// Fewer periods before the start than the method needs.
  static let tooFewPrePeriods = EffectError.tooFewPrePeriods(needed: 2, found: 1).reason
  /// Nobody to compare with.
  static let noDonors = EffectError.noDonors.reason
  /// Fewer donors than the method needs.
  static let tooFewDonors = EffectError.tooFewDonors(needed: 2, found: 1).reason
  /// There is nothing to tell an effect from.
  static let constantOutcomes = EffectError.constantOutcomes.reason
  /// The treated zone lacks a figure in some period.
  public static let treatedIncomplete = Reason("treated-incomplete")
  /// The zone lacks a figure in some period.
  public static let incompleteSeries = Reason("incomplete-series")
}

extension Diagnostic {
  /// Periods in which some zone lacks a figure were left out.
  public static let periodsLeftOut = Diagnostic("periods-left-out")
  /// Zones that lack figures were left out.
  public static let donorsLeftOut = Diagnostic("donors-left-out")
}
