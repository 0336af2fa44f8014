import Indicators
import Testing

@testable import Analyses

/// A kommune of three zones and ten persons without a zone; Torstrand is zone A.
@Suite struct ComparatorTests {
  private func dataset() throws -> Dataset {
    let system = try ZoneSystem(
      id: "test",
      zones: [
        Zone(code: "0", name: "Norge", level: .country),
        Zone(code: "K", name: "Larvik", level: .municipality, parent: "0"),
      ]
        + ["A", "B", "C"].map {
          Zone(code: $0, name: "Sone \($0)", level: .livingConditionsZone, parent: "K")
        })
    let panel = try Panel(
      indicator: "share", kind: .proportion, multiplier: 100,
      zones: ["K", "A", "B", "C"].compactMap { system.zone($0) },
      periods: [try #require(Period(year: 2024))], values: [10, 20, 10, 5], numerators: [41, 20, 10, 10],
      denominators: [410, 100, 100, 200], statuses: [CellStatus](repeating: .observed, count: 4))
    return Dataset(
      panels: [panel], system: system,
      groups: [
        ZoneGroup(id: "torstrand", definition: .union(["A"])),
        ZoneGroup(id: "larvik", definition: .union(["K"])),
        ZoneGroup(id: "resten", definition: .difference(whole: "larvik", minus: "torstrand")),
        ZoneGroup(id: "unknown-part", definition: .union(["A", "X"])),
      ])
  }

  private func comparator(_ against: Against, of code: String) throws -> Comparator {
    let dataset = try dataset()
    let choice = ZoneChoice(dataset)
    let grouped = try choice.adding(dataset.panels[0])
    let zone = try grouped.position(code).get()
    return try choice.comparator(against, of: zone, in: grouped).get()
  }

  private func parts(_ comparator: Comparator, _ position: Int?) throws -> [Double?] {
    let position = try #require(position)
    let cell = comparator.panel[zone: position, period: 0]
    return [cell.numerator, cell.denominator]
  }

  @Test(arguments: ["A", "torstrand"])
  func restIsTheKommuneMinusTheZoneAndNotTheSumOfZones(code: String) throws {
    let rest = try comparator(.rest, of: code)
    // 41 − 20 and 410 − 100; the zones B and C alone would give 20 and 300.
    #expect(try parts(rest, rest.position) == [21, 310])
    #expect(rest.remainder == nil && rest.name == "Larvik")
  }

  @Test func aGroupThatIsTheRestIsDisjoint() throws {
    let rest = try comparator(.named("resten"), of: "torstrand")
    #expect(try parts(rest, rest.position) == [21, 310])
    #expect(rest.remainder == nil)
  }

  @Test func aWholeThatHoldsTheZoneHasARemainder() throws {
    for against in [Against.parent, .named("K"), .named("Larvik"), .named("larvik")] {
      let whole = try comparator(against, of: "A")
      #expect(try parts(whole, whole.position) == [41, 410])
      #expect(try parts(whole, whole.remainder) == [21, 310])
    }
  }

  @Test func allIsTheSumOfTheZonesOfTheLevel() throws {
    let all = try comparator(.all, of: "A")
    #expect(try parts(all, all.position) == [40, 400])
    #expect(try parts(all, all.remainder) == [20, 300])
    let ofGroup = try comparator(.all, of: "torstrand")
    #expect(try parts(ofGroup, ofGroup.position) == [40, 400])
  }

  @Test func anotherZoneIsDisjoint() throws {
    let other = try comparator(.named("B"), of: "A")
    #expect(try parts(other, other.position) == [10, 100])
    #expect(other.remainder == nil)
  }

  @Test func aGroupWithAMemberThatIsNotInTheDataIsRefused() throws {
    #expect(throws: RefusedArithmetic(reason: .zoneNotInData)) {
      try comparator(.named("unknown-part"), of: "A")
    }
  }

  @Test func aZoneIsNotComparedWithItself() throws {
    #expect(throws: RefusedArithmetic(reason: .sameZone)) { try comparator(.named("A"), of: "A") }
  }

  @Test func bareValuesHaveNoRest() throws {
    var dataset = try dataset()
    let panel = dataset.panels[0]
    dataset.panels = [
      try Panel(
        indicator: "share", zones: panel.zones, periods: panel.periods, values: panel.values,
        statuses: panel.statuses)
    ]
    dataset.system = nil
    let choice = ZoneChoice(dataset)
    let grouped = try choice.adding(dataset.panels[0])
    let outcome = try choice.comparator(.rest, of: 1, in: grouped)
    #expect(throws: RefusedArithmetic(reason: .needsNumeratorAndDenominator)) { try outcome.get() }
  }
}
