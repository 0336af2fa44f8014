import Estimates
import Evaluation
import Indicators

/// Checks that need a list of neighbours: the ring around the treated, and districts in its place.
extension HeadlineChecks {
  /// The effect next door, and on both together. In doubt where the ring's interval leaves out zero, where the headline moves
  /// much without the ring among the donors, or where the effect on both together has the other sign.
  ///
  /// - Parameter study: The study with the neighbours among its donors.
  func spillover(_ pairs: [ZonePair], _ study: EffectStudy, _ choice: ZoneChoice) -> [EffectCheck] {
    let ids = ["spillover-ring", "spillover-net"]
    guard !pairs.isEmpty else { return ids.map { EffectCheck($0, "effect", refused: .needsNeighbours) } }
    do throws(EffectError) {
      let map = try NeighbourMap(pairs, study, choice)
      let codes = (study.donors + study.treated).map(\.code)
      let found = try SpilloverRing(estimator, study.design, zones: codes, adjacency: map.adjacency)
      guard let ring = found.ring, let ringDesign = found.ringDesign else {
        return ids.map { EffectCheck($0, "effect", refused: .noNeighboursAmongDonors) }
      }
      let placebos =
        ringDesign.donors > ringDesign.treated
        ? try PlaceboDistribution(
          estimator, ringDesign, limit: min(1000, context.question.placeboLimit), seed: context.options.seed,
          threads: context.options.threads) : nil
      let band = placebos.flatMap { interval($0, tests: 1) }
      let stands = band.map { $0.lower > 0 || $0.upper < 0 } ?? false
      var around = EffectCheck(
        ids[0], "effect", value: ring.effect,
        isDoubtful: stands || isLarge(found.treated.effect - found.plain.effect))
      around.low = band?.lower
      around.high = band?.upper
      around.reference = found.treated.effect
      around.pValue = placebos?.pValue()
      around.floor = placebos?.floor
      around.count = found.members.count
      around.concerns = found.members.map { study.donors[$0].label }.joined(separator: ", ")
      var net = EffectCheck(
        ids[1], "effect", value: found.net, isDoubtful: leavesOutZero && found.net * effect <= 0)
      let others = try SpilloverRing.netPlacebos(
        estimator, study.design, zones: codes, adjacency: map.adjacency)
      net.pValue = found.netPValue(others)
      net.floor = others.isEmpty ? nil : 1 / Double(others.count + 1)
      net.count = others.count
      net.reference = found.plain.effect
      return [around, net]
    } catch {
      return ids.map { EffectCheck($0, "effect", refused: error.reason) }
    }
  }

  /// The treated as one district among connected unions of zones with about its population. In doubt where its place among
  /// them says otherwise than the headline's interval.
  func districts(
    _ pairs: [ZonePair], _ question: SensitivityQuestion, _ choice: ZoneChoice
  ) -> (check: EffectCheck, districts: [PlaceboDistrictRow]) {
    do throws(EffectError) {
      let found = try PlaceboDistrictRun(self, pairs, question, choice)
      let placebos = found.effects.distribution
      guard !placebos.placebos.isEmpty else {
        return (EffectCheck("placebo-districts", "effect", refused: .noPlacebos), found.rows)
      }
      let alpha = 1 - context.options.level.value
      let p = placebos.pValue()
      var check = EffectCheck(
        "placebo-districts", "effect", value: placebos.fit.effect,
        isDoubtful: leavesOutZero ? placebos.floor <= alpha && p > alpha : p <= alpha)
      check.low = placebos.effects.min()
      check.high = placebos.effects.max()
      check.mean = placebos.mean
      check.reference = effect
      check.pValue = p
      check.floor = placebos.floor
      check.count = placebos.placebos.count
      check.disjoint = found.effects.districts.disjoint
      check.diagnostics = found.effects.diagnostics
      return (check, found.rows)
    } catch {
      return (EffectCheck("placebo-districts", "effect", refused: error.reason), [])
    }
  }
}

/// A district that could have been the treated one, or the treated itself.
struct PlaceboDistrictRow: Sendable {
  let zones: [Zone]
  let isTreated: Bool
  let population: Double
  let record: PlaceboRecord
}

/// Districts made of a panel's figures: Σ numerators over Σ denominators, or means by denominators.
struct PlaceboDistrictRun {
  let effects: PlaceboDistrictEffects
  let rows: [PlaceboDistrictRow]

  init(
    _ checks: HeadlineChecks, _ pairs: [ZonePair], _ question: SensitivityQuestion, _ choice: ZoneChoice
  ) throws(EffectError) {
    let study = checks.study
    let panel = study.panel
    guard let persons = panel.denominators else { throw .needsSizes }
    let map = try NeighbourMap(pairs, study, choice)
    let codes = map.adjacency.zones
    var places: [String: Int] = [:]
    for (zone, place) in zip(study.donors + study.treated, study.donorPositions + study.treatedPositions) {
      places[zone.code] = place
    }
    let outcomes = EffectOutcomes(panel: panel, scale: .natural)
    let people = codes.map { code in
      places[code].flatMap { outcomes.population($0, study.periodPositions) } ?? 0
    }
    let excluded = codes.indices.filter { !(people[$0] > 0) }
    let treated = study.treated.compactMap { map.positions[$0.code] }
    let districts = try PlaceboDistricts(
      map.adjacency, populations: people, treated: treated,
      excluding: excluded.filter { !treated.contains($0) },
      tolerance: question.tolerance, limit: question.districtLimit, seed: checks.context.options.seed)
    func column(_ values: [Double]) -> [Double] {
      codes.flatMap { code in
        study.periodPositions.map { period in
          places[code].map { values[panel.index(zone: $0, period: period)] } ?? .nan
        }
      }
    }
    let scale: DistrictOutcome.Scale =
      switch study.scale {
      case .natural: .natural
      case .log: .log
      case .squareRoot: .root
      }
    let outcome: DistrictOutcome
    if panel.hasParts, let events = panel.numerators {
      outcome = try .ratio(
        column(events), column(persons), multiplier: panel.multiplier, periods: study.periods.count,
        scale: scale)
    } else {
      outcome = try .mean(
        column(panel.values), weights: column(persons), periods: study.periods.count, scale: scale)
    }
    let run = try Self.effects(checks.estimator, districts, study, checks.context, outcome)
    effects = run
    var names: [String: Zone] = [:]
    for zone in study.donors + study.treated { names[zone.code] = zone }
    rows = run.records.map { record in
      let members = record.isTreated ? districts.treated : record.members
      return PlaceboDistrictRow(
        zones: members.map { names[codes[$0]] ?? Zone(code: codes[$0]) }, isTreated: record.isTreated,
        population: members.reduce(0) { $0 + people[$1] }, record: record)
    }
  }

  private static func effects(
    _ estimator: some EffectEstimator, _ districts: PlaceboDistricts, _ study: EffectStudy,
    _ context: EffectContext, _ outcome: DistrictOutcome
  ) throws(EffectError) -> PlaceboDistrictEffects {
    try PlaceboDistrictEffects(
      estimator, districts, prePeriods: study.design.prePeriods, threads: context.options.threads
    ) { zones throws(EffectError) in try outcome.series(of: zones) }
  }
}

extension Reason {
  /// No neighbour of the treated is among the donors.
  public static let noNeighboursAmongDonors = Reason("no-neighbours-among-donors")
}
