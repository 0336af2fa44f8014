import Testing

@testable import Indicators

@Suite struct ZoneSystemTests {
  static func version(
    _ code: String, _ name: String = "", _ level: ZoneLevel = .unknown, in parent: String? = nil,
    from: Int? = nil, to: Int? = nil
  ) throws -> Zone {
    let validity = Validity(
      from: from.flatMap { CalendarDay(year: $0) }, to: to.flatMap { CalendarDay(year: $0) })
    return Zone(code: code, name: name, level: level, parent: parent, validity: try #require(validity))
  }

  /// Larvik through its codes, and Stavanger, whose code kept its number and changed extent.
  static func larvik() throws -> ZoneSystem {
    try ZoneSystem(
      id: "test",
      zones: [
        version("39", "Vestfold", .county, from: 2024),
        version("0712", "Larvik", .municipality, from: 2018, to: 2020),
        version("3805", "Larvik", .municipality, from: 2020, to: 2024),
        version("3909", "Larvik", .municipality, in: "39", from: 2024),
        version("39090300", "Torstrand", .subdistrict, in: "3909", from: 2024),
        version("39090303", "Torstrand Nord", .basicUnit, in: "39090300", from: 2024),
        version("1103", "Stavanger", .municipality, to: 2020),
        version("1103", "Stavanger ny", .municipality, from: 2020),
      ])
  }

  @Test func theVersionOfADayIsFound() throws {
    let system = try Self.larvik()
    #expect(system.versions(of: "1103").count == 2)
    #expect(system.zone("1103", on: CalendarDay(year: 2019, month: 12, day: 31))?.name == "Stavanger")
    #expect(system.zone("1103", on: CalendarDay(year: 2020))?.name == "Stavanger ny")
    #expect(system.zone("1103")?.name == "Stavanger ny")
    #expect(system.zone("3805", on: CalendarDay(year: 2024)) == nil)
    #expect(system.zone("9999") == nil)
    #expect(system.contains("0712") && !system.contains("712"))
  }

  @Test func aCodeIsInUseFromItsFirstDayOn() throws {
    let system = try Self.larvik()
    #expect(system.isInUse("3805", in: try #require(Period(year: 2020))))
    #expect(system.isInUse("3805", in: try #require(Period(year: 2023))))
    #expect(!system.isInUse("3805", in: try #require(Period(year: 2024))))
    #expect(!system.isInUse("3805", in: try #require(Period(year: 2019))))
    #expect(system.isInUse("1103", in: try #require(Period(year: 1980))))
    #expect(!system.isInUse("0000", in: try #require(Period(year: 2020))))
  }

  @Test func familiesAreKnown() throws {
    let system = try Self.larvik()
    #expect(system.children(of: "3909").map(\.code) == ["39090300"])
    #expect(system.ancestors(of: "39090303") == ["39090300", "3909", "39"])
    #expect(system.municipality(of: "39090303")?.code == "3909")
    #expect(system.municipality(of: "3909")?.code == "3909")
    #expect(system.municipality(of: "39") == nil)
    #expect(system.ancestors(of: "nowhere") == [])
  }

  @Test func namesAreNotKeys() throws {
    let system = try Self.larvik()
    #expect(system.zones(named: "TORSTRAND").map(\.code) == ["39090300"])
    #expect(system.zones(named: "larvik").count == 3)
    #expect(system.zones(named: "").isEmpty)
  }

  @Test func aZoneNeedsACode() throws {
    #expect(throws: IndicatorsError.emptyZoneCode(position: 2)) {
      _ = try ZoneSystem(id: "x", zones: [Zone(code: "1"), Zone(code: "")])
    }
  }

  @Test func versionsOfACodeDoNotShareDays() throws {
    #expect(throws: IndicatorsError.duplicateZone(code: "1", validFrom: "2019-01-01")) {
      _ = try ZoneSystem(
        id: "x", zones: [Self.version("1", from: 2010, to: 2020), Self.version("1", from: 2019)])
    }
    #expect(throws: IndicatorsError.duplicateZone(code: "1", validFrom: nil)) {
      _ = try ZoneSystem(id: "x", zones: [Zone(code: "1"), Zone(code: "1")])
    }
  }

  @Test func parentsAreInTheList() {
    #expect(throws: IndicatorsError.unknownParent(zone: "1", parent: "2")) {
      _ = try ZoneSystem(id: "x", zones: [Zone(code: "1", parent: "2")])
    }
  }

  @Test func noZoneIsInsideItself() throws {
    #expect(throws: IndicatorsError.circularZones(code: "1")) {
      _ = try ZoneSystem(id: "x", zones: [Zone(code: "1", parent: "1")])
    }
    #expect(throws: IndicatorsError.self) {
      _ = try ZoneSystem(
        id: "x",
        zones: [Zone(code: "1", parent: "2"), Zone(code: "2", parent: "3"), Zone(code: "3", parent: "1")])
    }
    // A loop of later versions only.
    #expect(throws: IndicatorsError.self) {
      _ = try ZoneSystem(
        id: "x",
        zones: [
          Self.version("1", to: 2020), Self.version("1", in: "2", from: 2020),
          Self.version("2", to: 2020), Self.version("2", in: "1", from: 2020),
        ])
    }
  }

  @Test func aReorganisationIsNoLoop() throws {
    // The part became the whole: never at the same time.
    let system = try ZoneSystem(
      id: "x",
      zones: [
        Self.version("1", to: 2020), Self.version("1", in: "2", from: 2020),
        Self.version("2", in: "1", to: 2020), Self.version("2", from: 2020),
      ])
    #expect(system.ancestors(of: "1") == ["2"])
    #expect(system.ancestors(of: "2") == [])
  }

  @Test func aLongChainNeedsNoDeepStack() throws {
    let count = 50_000
    let zones = (0..<count).map { Zone(code: "\($0)", parent: $0 + 1 < count ? "\($0 + 1)" : nil) }
    #expect(try ZoneSystem(id: "x", zones: zones).ancestors(of: "0").count == count - 1)
  }
}
