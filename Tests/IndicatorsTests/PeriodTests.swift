import Foundation
import TestSupport
import Testing

@testable import Indicators

@Suite struct PeriodTests {
  /// One period of every unit and every place in its year.
  static let everyKind: [Period] = Period.Unit.allCases.flatMap { unit in
    (1...unit.perYear).compactMap { Period(unit: unit, year: 2020, index: $0) }
  }

  @Test func onlyPeriodsThatExistAreMade() {
    #expect(Period(year: 0) == nil)
    #expect(Period(year: 10000) == nil)
    #expect(Period(year: .min) == nil)
    #expect(Period(unit: .quarter, year: 2024, index: 5) == nil)
    #expect(Period(unit: .month, year: 2024, index: 0) == nil)
    #expect(Period(unit: .halfYear, year: 2024, index: 3) == nil)
    #expect(Period(unit: .year, year: 2024, index: 2) == nil)
    #expect(Period(unit: .year, year: 2024, length: 0) == nil)
    #expect(Period(unit: .year, year: 2024, length: .max) == nil)
    #expect(Period(unit: .year, year: 9999, length: 2) == nil)
    #expect(Period(unit: .quarter, year: 2024, length: 2) == nil)
    #expect(Period(years: Int.min...Int.max) == nil)
    #expect(Period(years: 2019...2023)?.length == 5)
  }

  /// Foundation's ISO 8601 calendar says which years have a week 53 and when each week begins.
  @Test func weeksAgreeWithFoundationFrom1900To2200() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var long = 0
    for year in 1900...2200 {
      for week in 1...53 {
        let date = try #require(
          calendar.date(from: DateComponents(weekday: 2, weekOfYear: week, yearForWeekOfYear: year)))
        let exists = calendar.component(.yearForWeekOfYear, from: date) == year
        let period = Period(unit: .week, year: year, index: week)
        #expect((period != nil) == exists, "\(year) week \(week)")
        guard let period, exists else { continue }
        if week == 53 { long += 1 }
        #expect(Double(period.days.lowerBound.ordinal) == date.timeIntervalSince1970 / 86400)
        #expect(period.days.upperBound.ordinal - period.days.lowerBound.ordinal == 7)
      }
    }
    #expect(long > 50)
  }

  @Test func theLastYearHasWeeks() {
    // 1 January 9999 is a Friday, so the year has 52 weeks, and its last ends within the calendar.
    #expect(Period(unit: .week, year: 9999, index: 53) == nil)
    #expect(Period(unit: .week, year: 9999, index: 52) != nil)
    #expect(Period(unit: .week, year: 1, index: 1)?.days.lowerBound.description == "0001-01-01")
  }

  @Test func partsOfAYearFillIt() throws {
    let year = try #require(Period(year: 2024)).days
    for unit in [Period.Unit.halfYear, .quarter, .month] {
      let parts = (1...unit.perYear).compactMap { Period(unit: unit, year: 2024, index: $0)?.days }
      #expect(parts.first?.lowerBound == year.lowerBound)
      #expect(parts.last?.upperBound == year.upperBound)
      for (one, next) in zip(parts, parts.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
    }
  }

  @Test func aSchoolYearRunsFromAugustToJuly() throws {
    let days = try #require(Period("2023/24")).days
    #expect(days.lowerBound.description == "2023-08-01")
    #expect(days.upperBound.description == "2024-08-01")
    let last = try #require(Period(unit: .schoolYear, year: 9999))
    #expect(last.days.upperBound > last.days.lowerBound)
  }

  @Test(arguments: [
    ("2022-2024", "2023-2025", true), ("2022-2024", "2025-2027", false), ("2024", "2024K4", true),
    ("2024", "2025K1", false), ("2023/24", "2023", true), ("2023/24", "2024", true),
    ("2023/24", "2025", false),
    ("2024M06", "2024K2", true), ("2024M06", "2024K3", false), ("2024U01", "2024", true),
    // ISO week 1 of 2025 begins on 30 December 2024.
    ("2025U01", "2024", true), ("2016/17-2018/19", "2019", true), ("2016/17-2018/19", "2019K4", false),
  ])
  func overlapIsASharedDay(one: String, other: String, overlaps: Bool) throws {
    let (left, right) = (try #require(Period(one)), try #require(Period(other)))
    #expect(left.overlaps(right) == overlaps)
    #expect(right.overlaps(left) == overlaps)
    #expect([left, right].anyOverlap == overlaps)
    #expect(left.overlaps(left))
  }

  /// The definition, pair by pair, against the sweep over sorted periods.
  @Test func anyOverlapAgreesWithAllPairs() {
    var generator = SeededGenerator(seed: 11)
    var answers = Set<Bool>()
    for _ in 0..<2000 {
      let periods = (0..<4).compactMap { _ in
        Period(
          unit: generator.next() % 2 == 0 ? .year : .schoolYear, year: 1990 + Int(generator.next() % 30),
          length: 1 + Int(generator.next() % 3))
      }
      let pairs = periods.indices.contains { one in
        periods.indices.contains { other in one < other && periods[one].overlaps(periods[other]) }
      }
      answers.insert(pairs)
      #expect(periods.anyOverlap == pairs)
    }
    #expect(answers == [true, false])
  }

  @Test func timeIsYearsAndDiffersWherePeriodsDo() throws {
    #expect(Period("2013-2016")?.time == 2014.5)
    #expect(Period("2024K3")?.time == 2024.5)
    #expect(Period("2024H2")?.time == 2024.5)
    #expect(Period("2024M04")?.time == 2024.25)
    #expect(Period("2016/17-2018/19")?.time == 2017)
    for unit in Period.Unit.allCases {
      let times = (2019...2022).flatMap { year in
        (1...unit.perYear).compactMap { Period(unit: unit, year: year, index: $0)?.time }
      }
      for (one, next) in zip(times, times.dropFirst()) { #expect(one < next, "\(unit)") }
    }
  }

  @Test func aWindowHasItsPeriodsAsParts() {
    #expect(Period("2022-2024")?.parts.map(\.description) == ["2022", "2023", "2024"])
    #expect(Period("2016/17-2017/18")?.parts.map(\.description) == ["2016/17", "2017/18"])
    #expect(Period("2024M06")?.parts.map(\.description) == ["2024M06"])
    #expect(Period("2016/17-2018/19")?.lastYear == 2018)
    #expect(Period("2016/17-2018/19")?.isWindow == true)
  }

  @Test func codesComeBackForEveryUnitAndYear() throws {
    for unit in Period.Unit.allCases {
      for year in [1, 99, 998, 999, 1999, 2020, 9999] {
        for index in 1...unit.perYear {
          guard let period = Period(unit: unit, year: year, index: index) else { continue }
          #expect(Period(period.description) == period, "\(period)")
        }
        if let window = Period(unit: unit, year: year, length: 3) {
          #expect(Period(window.description) == window, "\(window)")
        }
      }
    }
  }

  @Test func periodsSortByFirstDayThenLast() throws {
    let order = ["2023", "2023/24", "2024K1", "2024H1", "2024", "2024-2026", "2024K2"]
    let periods = try order.map { try #require(Period($0)) }
    #expect(periods.reversed().sorted() == periods)
    #expect(!(periods[0] < periods[0]))
  }

  @Test func distinctPeriodsAreOrdered() {
    for one in Self.everyKind {
      for other in Self.everyKind where one != other { #expect((one < other) != (other < one)) }
    }
  }
}
