import TestSupport
import Testing

@testable import Indicators

@Suite struct ZonePlacementTests {
  /// Zone 1 lives until 2021, zone 2 from 2021; zone 3 is unknown.
  static func system() throws -> ZoneSystem {
    try ZoneSystem(
      id: "x",
      zones: [
        ZoneSystemTests.version("1", "Old", .municipality, to: 2021),
        ZoneSystemTests.version("2", "New", .municipality, from: 2021),
      ])
  }

  @Test func zeroOutsideACodesLifeIsNotApplicable() throws {
    let panel = try TestPanels.values([[5, 0], [0, 7], [1, 2]], from: 2020)
    let (placed, findings) = try panel.placed(in: Self.system())
    #expect(placed.zones.map(\.name) == ["Old", "New"])
    #expect(placed.zones.map(\.level) == [.municipality, .municipality])
    #expect(placed.statuses == [.observed, .notApplicable, .notApplicable, .observed])
    #expect(placed.values[1].isNaN && placed.values[3] == 7)
    #expect(findings.map(\.diagnostic) == [.unknownZone])
    #expect(findings.first?.count == 1 && findings.first?.arguments["zone"] == "Zone 3")
  }

  @Test func noFigureOutsideACodesLifeIsNotApplicable() throws {
    let panel = try TestPanels.values([[5, nil], [nil, nil]], from: 2020)
    #expect(
      try panel.placed(in: Self.system()).panel.statuses == [
        .observed, .notApplicable, .notApplicable, .missing,
      ])
  }

  @Test func aZeroWithinACodesLifeIsAFigure() throws {
    let panel = try TestPanels.values([[0, 0], [0, 0]], from: 2020)
    let placed = try panel.placed(in: Self.system()).panel
    #expect(placed.statuses == [.observed, .notApplicable, .notApplicable, .observed])
  }

  @Test func otherFiguresOutsideACodesLifeAreKeptAndFound() throws {
    let panel = try TestPanels.values([[5, 3], [2, 7]], from: 2020).withHidden(2, bounds: 1...4)
    let (placed, findings) = try panel.placed(in: Self.system())
    #expect(placed.values[1] == 3)
    #expect(placed.statuses[2].kind == .suppressedPrimary)
    #expect(placed.bounds == [2: 1...4])
    #expect(findings.map(\.diagnostic) == [.codeNotInUse])
    #expect(findings.first?.count == 2)
  }

  @Test func unknownZonesMayStay() throws {
    let panel = try TestPanels.values([[5, 0], [0, 7], [1, 2]], from: 2020)
    let (placed, findings) = try panel.placed(in: Self.system(), keepsUnknown: true)
    #expect(placed.zones.map(\.code) == ["1", "2", "3"])
    #expect(placed.values[4] == 1)
    #expect(findings.map(\.severity) == [.note])
  }
}
