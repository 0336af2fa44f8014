import Estimates
import Indicators
import Inequality
import Testing

@testable import Analyses

@Suite struct InequalityAnalysisTests {
  /// Five groups of the zones A and B; `nil` hidden.
  private func groups(_ events: [[Double?]], kind: IndicatorKind? = .proportion) throws -> Dataset {
    let people = [1900.0, 2010, 1980, 2040, 1950]
    let system = try SampleDataset.system()
    let zones = ["A", "B"].compactMap { system.zone($0) }
    var panels: [Panel] = []
    for group in 0..<5 {
      let cells = [events[0][group], events[1][group]]
      panels.append(
        try Panel(
          indicator: "share",
          stratum: Stratum([.init(dimension: "kvintil", category: "\(group + 1)", label: "Q\(group + 1)")]),
          kind: kind, unit: .perCent, multiplier: 100, zones: zones, periods: SampleDataset.years(2024, 1),
          values: cells.map { $0.map { 100 * $0 / people[group] } ?? .nan },
          numerators: cells.map { $0 ?? .nan },
          denominators: [people[group], people[group]],
          statuses: cells.map { $0 == nil ? .suppressed : .observed }))
    }
    return try SampleDataset.dataset(panels)
  }

  private func run(
    _ dataset: Dataset, _ measures: [InequalityMeasure] = [], groups: String? = "kvintil",
    order: [String] = [],
    rankBy: String? = nil, zones: [String] = []
  ) throws -> ResultTable {
    var asked = InequalityOptions()
    asked.measures = measures
    asked.groups = groups
    asked.order = order
    asked.rankBy = rankBy
    asked.replicates = 99
    return try Question.inequality(asked).answer(dataset, Asking(zones: zones)).rows
  }

  private let events: [[Double?]] = [[212, 181, 150, 121, 88], [212, nil, 150, 121, 88]]

  /// The row says what the kernel says of the same units, in per cent, the low ranks first since less is better.
  @Test func groupsOfAZone() throws {
    let rows = try run(try groups(events), [.siiOHID, .riiOHID, .siiWHO, .gini, .attributableFraction])
    let own = rows.rows(where: ["zone": "A"])
    #expect(own.count == 5)
    let people = [1900.0, 2010, 1980, 2040, 1950]
    let who = try LogisticSlopeIndex(events: [212, 181, 150, 121, 88], of: people)
    let first = own[0]
    #expect(rows[first, "contrast"].string == "bottom-minus-top")
    #expect((rows[first, "estimate"].double ?? 0) > 5 && rows[first, "lower"].double ?? 0 > 3)
    #expect(rows[first, "unit"].string == "per cent" && rows[first, "n"].double == 9880)
    #expect(rows[first, "diagnostics"] == .texts(["order-as-in-file"]))
    let logistic = own[2]
    // 100 · (π₀ − π₁), rounded once.
    #expect(agree(rows[logistic, "estimate"].double, -100 * who.absolute().value, within: 1e-12))
    #expect(rows[own[3], "unit"].string == "index" && rows[own[3], "contrast"].string == nil)
    let methods = Set(MethodCards.all.map(\.method.rawValue))
    for row in own { #expect(methods.contains(rows[row, "method"].string ?? "")) }
  }

  @Test func aHiddenGroupRefusesItsZoneOnly() throws {
    let rows = try run(try groups(events))
    #expect(rows.count == 6)
    for row in rows.rows(where: ["zone": "B"]) {
      #expect(rows[row, "reason"].string == "suppressed" && rows[row, "estimate"].reason == .suppressed)
    }
    #expect(rows.rows(where: ["zone": "A"]).allSatisfy { rows[$0, "estimate"].double != nil })
  }

  @Test func theOrderDecidesAndLeavesOut() throws {
    let data = try groups(events)
    let up = try run(data, [.siiOHID], order: ["Q1", "Q2", "Q3", "Q4", "Q5"], zones: ["A"])
    let down = try run(data, [.siiOHID], order: ["Q5", "Q4", "3", "2", "1"], zones: ["A"])
    #expect(agree(up[0, "estimate"].double, -(down[0, "estimate"].double ?? 0), within: 1e-12))
    #expect(up[0, "diagnostics"] == .texts([]))
    let two = try run(data, [.siiOHID], order: ["Q1", "Q5"], zones: ["A"])
    #expect(two[0, "reason"].string == "too-few-groups" && two[0, "units"].double == 2)
    #expect(throws: AnalysisError.unknownCategory("Q9", known: ["Q1", "Q2", "Q3", "Q4", "Q5"])) {
      try run(data, order: ["Q9"])
    }
    #expect(throws: AnalysisError.self) { try run(data, groups: "income") }
  }

  /// Where groups of a table of counts live.
  @Test func segregationOfGroupsIsOverTheZonesOfTheWhole() throws {
    let rows = try run(
      try groups([[212, 181, 150, 121, 88], [10, 80, 150, 200, 250]]), [.dissimilarity, .gini])
    let spatial = rows.rows(where: ["measure": "dissimilarity"])
    #expect(spatial.count == 1 && rows[spatial[0], "zone"].string == "K")
    let table = try SegregationTable(
      counts: zip([212.0, 181, 150, 121, 88], [10.0, 80, 150, 200, 250]).map { [$0, $1] })
    #expect(
      agree(
        rows[spatial[0], "estimate"].double, try SegregationIndex.dissimilarity.value(of: table),
        within: 1e-15))
    #expect(rows.rows(where: ["measure": "gini"]).count == 2)
  }

  /// Two zones of K: D by hand, ½(|20/30 − 30/170| + |10/30 − 140/170|) = 0.490196….
  @Test func zonesAsUnits() throws {
    let data = try SampleDataset.dataset([try SampleDataset.shares([[(30, 200)], [(20, 50)], [(10, 150)]])])
    let rows = try run(data, [.dissimilarity, .gini, .siiOHID], groups: nil)
    #expect(rows.count == 3 && rows[0, "zone"].string == "K" && rows[0, "zone_name"].string == "Larvik")
    let byHand = (20.0 / 30 - 30.0 / 170 + 140.0 / 170 - 10.0 / 30) / 2
    #expect(agree(rows[0, "estimate"].double, byHand, within: 1e-15))
    #expect(rows[0, "lower"].reason != nil && rows[0, "reason"].string == "chance-range-instead")
    for key in ["expected", "chance_lower", "chance_upper", "corrected", "p_value"] {
      #expect(rows[0, key].double != nil, "\(key)")
    }
    // G = Σ p y(2R − 1)/μ of 6⅔ % among 150 and 40 % among 50, by hand 5/12.
    #expect(agree(rows[1, "estimate"].double, 5.0 / 12, within: 1e-14))
    #expect(rows[2, "reason"].string == "units-not-ranked")
  }

  @Test func aFileWithoutZoneListLeavesItsWholeOut() throws {
    let panel = try Panel(
      indicator: "x", kind: .count,
      zones: ["Hele landet", "A", "B"].map { Zone(code: $0) }, periods: SampleDataset.years(2024, 1),
      values: [100, 3, 1], statuses: [.observed, .observed, .observed])
    var asked = InequalityOptions()
    asked.measures = [.gini, .concentration]
    asked.rankBy = "x"
    let other = try panel.declared(as: "y", kind: .count, unit: .persons)
    let result = try Question.inequality(asked).answer(Dataset(panels: [panel, other]), Asking())
    #expect(result.rows.count == 2 && result.rows[0, "zone"].string == "all")
    #expect(result.rows[0, "estimate"].double == 0.25 && result.rows[0, "units"].double == 2)
    #expect(result.findings.map(\.diagnostic.rawValue) == ["whole-left-out"])
    // Ranked by itself the concentration index is the Gini.
    #expect(agree(result.rows[1, "estimate"].double, 0.25, within: 1e-15))
  }

  @Test func aPlainConcentrationIndexOfAShareSaysSo() throws {
    let data = try groups([[212, 181, 150, 121, 88], [10, 80, 150, 200, 250]])
    let rows = try run(data, [.concentration, .erreygers, .wagstaff], order: ["Q1", "Q2", "Q3", "Q4", "Q5"])
    #expect(rows[0, "diagnostics"] == .texts(["bounded-variable"]))
    #expect(rows[1, "diagnostics"] == .texts([]))
    let bare = try groups([[212, 181, 150, 121, 88], [10, 80, 150, 200, 250]], kind: .rate)
    #expect(try run(bare, [.erreygers])[0, "reason"].string == "bounds-unknown")
  }

  @Test func namesOfMeasures() {
    #expect(InequalityMeasure.list("gini, SII-OHID") == [.gini, .siiOHID])
    #expect(InequalityMeasure.list("antall") == nil && InequalityMeasure.list("gini,antall") == nil)
    for measure in InequalityMeasure.allCases {
      #expect([measure.segregation != nil, measure.spread != nil, measure.isRanked].count { $0 } == 1)
    }
  }
}
