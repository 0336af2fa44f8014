import Foundation
import TestSupport
import Testing

@testable import Indicators

@Suite struct CalendarDayTests {
  /// Foundation's Gregorian calendar is the independent computation. It changes from Julian to Gregorian in 1582, so the
  /// comparison begins after that.
  @Test func daysAgreeWithFoundationFrom1583To3000() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var checked = 0
    for year in 1583...3000 {
      for month in 1...12 {
        let day = try #require(CalendarDay(year: year, month: month))
        let date = try #require(calendar.date(from: DateComponents(year: year, month: month, day: 1)))
        #expect(Double(day.ordinal) == date.timeIntervalSince1970 / 86400)
        let days = try #require(calendar.range(of: .day, in: .month, for: date))
        #expect(CalendarDay.length(ofMonth: month, year: year) == days.count)
        checked += 1
      }
    }
    #expect(checked == 1418 * 12)
  }

  /// Days of whole cycles of 400 years at either end and in the middle: components, description and order have no gap and no
  /// repetition.
  @Test(arguments: [(1, 400), (1800, 2200), (9600, 9999)])
  func everyDayComesBack(firstYear: Int, lastYear: Int) throws {
    var previous: (year: Int, month: Int, day: Int) = (firstYear - 1, 12, 31)
    let first = CalendarDay.startOfYear(firstYear).ordinal
    let end = CalendarDay.startOfYear(lastYear + 1).ordinal
    for ordinal in first..<end {
      let (year, month, day) = CalendarDay(ordinal: ordinal).components
      let isNextDay = (year, month, day) == (previous.year, previous.month, previous.day + 1)
      let isNextMonth = (year, month, day) == (previous.year, previous.month + 1, 1)
      let isNextYear = (year, month, day) == (previous.year + 1, 1, 1)
      let back = CalendarDay(year: year, month: month, day: day)?.ordinal
      guard isNextDay || isNextMonth || isNextYear, back == ordinal else {
        Issue.record("day \(ordinal) is \(year)-\(month)-\(day), back \(String(describing: back))")
        return
      }
      previous = (year, month, day)
    }
    #expect(previous == (lastYear, 12, 31))
  }

  @Test func theCalendarIsAsLongAsItsLeapYearsSay() {
    let days = CalendarDay.startOfYear(10000).ordinal - CalendarDay.startOfYear(1).ordinal
    // 9999 years of 365 days and a leap day for every fourth, less 99 centuries, plus 24 fourth centuries.
    #expect(days == 9999 * 365 + 2499 - 99 + 24)
  }

  @Test(arguments: [
    (0, 1, 1), (10000, 1, 1), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 1, 32), (2023, 2, 29),
    (1900, 2, 29), (Int.max, 1, 1), (2024, Int.min, 1), (2024, 1, Int.max), (-1, 1, 1),
  ])
  func daysThatDoNotExistAreNone(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test func leapDaysExist() {
    #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 2024, month: 2, day: 29) != nil)
  }

  @Test(arguments: ["2024-02-29", "0001-01-01", "9999-12-31", "1970-01-01"])
  func textComesBack(text: String) throws {
    #expect(try #require(CalendarDay(text)).description == text)
  }

  @Test(arguments: [
    "", "2024", "2024-1-01", "2024-01-1", "2024-01-01 ", " 2024-01-01", "2024-02-30", "2024-01-01-01", "--",
    "+024-01-01", "2024-+1-01", "２０２４-01-01", "2024–01–01", "20240101", "-2024-01-01", "2024-01-01T00:00",
  ])
  func otherTextIsNoDay(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func randomBytesNeverTrap() {
    var generator = SeededGenerator(seed: 20_241_121)
    let alphabet = Array("0123456789-- ".utf8) + [0xE2, 0x80, 0x93, 0, 0xFF]
    var days = 0
    for _ in 0..<20_000 {
      let length = Int(generator.next() % 13)
      if CalendarDay(String(decoding: generator.bytes(length), as: UTF8.self)) != nil { days += 1 }
      let text = String(decoding: generator.bytes(length, from: alphabet), as: UTF8.self)
      // Whatever is read comes out as it went in.
      if let day = CalendarDay(text) {
        days += 1
        #expect(day.description == text)
      }
      // Texts of the right shape, with any digits.
      let shaped = [4, 2, 2].map {
        String(decoding: generator.bytes($0, from: Array("0123".utf8)), as: UTF8.self)
      }
      let joined = shaped.joined(separator: "-")
      if let day = CalendarDay(joined) {
        days += 1
        #expect(day.description == joined)
      }
    }
    #expect(days > 100)
  }

  @Test func daysSortByTime() throws {
    let early = try #require(CalendarDay(year: 2023, month: 12, day: 31))
    let late = try #require(CalendarDay(year: 2024))
    #expect(early < late)
    #expect(late.ordinal - early.ordinal == 1)
  }
}
