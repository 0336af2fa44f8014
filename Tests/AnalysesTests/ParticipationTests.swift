import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct ParticipationTests {
  /// The figures of the Asker example: 15 activities and 783 participants, 458 inputs.
  static let asker: [Double] = [59, 139, 100, 4, 16, 148, 42, 74, 5, 70, 59, 8, 35, 14, 10]

  private func panel(
    _ indicator: String, _ choices: [(String, String, Cube.Role)], _ value: Double?,
    status: CellStatus = .missing
  ) throws -> Panel {
    try Panel(
      indicator: indicator,
      stratum: Stratum(choices.map { Stratum.Choice(dimension: $0.0, role: $0.2, category: $0.1) }),
      zones: [Zone(code: "Borgen")], periods: SampleDataset.years(2021, 1), values: [value ?? .nan],
      statuses: [value == nil ? status : .observed])
  }

  private func asker() throws -> [Panel] {
    try Self.asker.enumerated().map { try panel("participants", [("activity", "a\($0 + 1)", .other)], $1) }
      + [panel("inputs", [("activity", "total", .other)], 458)]
  }

  private func run(_ panels: [Panel], _ asked: Participation.Options = .init()) throws -> ResultTable {
    try Question.participation(asked).answer(Dataset(panels: panels), Asking()).rows
  }

  @Test func theAskerFiguresAddUp() throws {
    var asked = Participation.Options()
    asked.population = 2610
    let rows = try run(asker(), asked)
    let total = rows.rows(where: ["indicator": "participants", "breakdown": "total"])[0]
    #expect(rows[total, "estimate"].double == 783 && rows[total, "n"].double == 15)
    #expect(rows[total, "diagnostics"] == .texts(["visits-not-unique-people"]))
    #expect(rows[total, "reason"].string == nil && rows[total, "lower"].reason == .completeCount)
    #expect(agree(rows[total, "per_1000"].double, 300, within: 1e-12))
    #expect(rows[total, "inputs"].double == 458)
    #expect(agree(rows[total, "inputs_per_participant"].double, 458.0 / 783, within: 1e-15))
    #expect(rows[total, "largest_category"].string == "a6")
    #expect(agree(rows[total, "largest_share"].double, 14800.0 / 783, within: 1e-13))
    let sixth = rows.rows(where: ["indicator": "participants", "category": "a6"])
    #expect(sixth.count == 1 && agree(rows[sixth[0], "share"].double, 14800.0 / 783, within: 1e-13))
    #expect(rows[sixth[0], "inputs"].reason == .notApplicable)
    #expect(rows[sixth[0], "diagnostics"] == .texts([]))
    let inputs = rows.rows(where: ["indicator": "inputs"])
    #expect(inputs.count == 1 && rows[inputs[0], "estimate"].double == 458)
    #expect(rows.count == 17)
  }

  @Test func aHiddenActivityHidesTheTotalAndTheLargest() throws {
    let rows = try run(
      asker() + [panel("participants", [("activity", "a16", .other)], nil, status: .suppressed)])
    let total = rows.rows(where: ["indicator": "participants", "breakdown": "total"])[0]
    #expect(rows[total, "reason"].string == "suppressed" && rows[total, "estimate"].double == nil)
    for key in ["per_1000", "largest_share", "inputs_per_participant"] {
      #expect(rows[total, key].double == nil, "\(key)")
    }
    let sixth = rows.rows(where: ["indicator": "participants", "category": "a6"])[0]
    #expect(rows[sixth, "estimate"].double == 148 && rows[sixth, "share"].double == nil)
  }

  @Test func anActivityWithoutAFigureIsNotZero() throws {
    let rows = try run(asker() + [panel("participants", [("activity", "a16", .other)], nil)])
    let total = rows.rows(where: ["indicator": "participants", "breakdown": "total"])[0]
    #expect(rows[total, "estimate"].double == 783 && rows[total, "n"].double == 15)
    #expect(rows[total, "diagnostics"] == .texts(["incomplete-sum", "visits-not-unique-people"]))
  }

  /// Wilson 65/100: 0.55254443296887967–0.73635751756902468 (PHEindicatormethods), in per cent.
  @Test func theShareOfYoung() throws {
    let ages = [("0-12", 40.0), ("13-24", 25), ("25+", 35)]
    let panels = try ages.map {
      try panel("deltakere", [("aktivitet", "gjestebud", .other), ("alder", $0.0, .age)], $0.1)
    }
    let rows = try run(panels)
    let total = rows.rows(where: ["breakdown": "total"])[0]
    #expect(rows[total, "young"].double == 65)
    #expect(agree(rows[total, "young_share"].double, 65, within: 1e-12))
    #expect(agree(rows[total, "young_lower"].double, 55.254443296887967, within: 1e-12))
    #expect(agree(rows[total, "young_upper"].double, 73.635751756902468, within: 1e-12))
    var asked = Participation.Options()
    asked.youngBelow = 18
    #expect(try run(panels, asked)[total, "young_share"].reason == .ageStraddlesLimit)
  }

  @Test func aTotalOfItsOwnStandsForItsCategories() throws {
    let panels = try [("i alt", 10.0), ("13-24", 4)].map {
      try panel("deltakere", [("aktivitet", "kafé", .other), ("alder", $0.0, .age)], $0.1)
    }
    let rows = try run(panels)
    #expect(rows[rows.rows(where: ["breakdown": "total"])[0], "estimate"].double == 10)
    #expect(rows[rows.rows(where: ["category": "kafé"])[0], "estimate"].double == 10)
    #expect(rows[rows.rows(where: ["category": "13-24"])[0], "estimate"].double == 4)
  }

  @Test func anUnknownIndicatorIsAnError() throws {
    var asked = Participation.Options()
    asked.inputs = "innspil"
    #expect(throws: AnalysisError.self) { try run(asker(), asked) }
  }
}
