import TestSupport
import Testing

@testable import Indicators

@Suite struct PeriodParsingTests {
  @Test(arguments: [
    ("2024", "2024"), (" 2024\t", "2024"), ("2024H1", "2024H1"), ("2024K2", "2024K2"), ("2024Q2", "2024K2"),
    ("2024-Q2", "2024K2"), ("2024M06", "2024M06"), ("2024-06", "2024M06"), ("2011-12", "2011M12"),
    ("2024U01", "2024U01"), ("2024W01", "2024U01"), ("2024-W01", "2024U01"), ("2020U53", "2020U53"),
    ("2023/24", "2023/24"), ("2023/2024", "2023/24"), ("1999/00", "1999/00"), ("1999/2000", "1999/00"),
    ("2022_2024", "2022-2024"), ("2022-2024", "2022-2024"), ("2022–2024", "2022-2024"),
    ("2016/17-2018/19", "2016/17-2018/19"), ("2016/2017–2018/2019", "2016/17-2018/19"),
    ("2020_2020", "2020"), ("2023-2024", "2023-2024"), ("0001", "0001"),
  ])
  func textsOfSourcesAreRead(text: String, code: String) {
    #expect(Period(text)?.description == code)
  }

  @Test(arguments: [
    ("2023-2024", Period.Hint.schoolYear, "2023/24"), ("2011-12", .schoolYear, "2011/12"),
    ("2023", .schoolYear, "2023/24"), ("2023/24", .schoolYear, "2023/24"), ("2013-01-01", .year, "2013"),
    ("2013-04-01", .month, "2013M04"), ("2013", .year, "2013"),
  ])
  func hintsDecide(text: String, hint: Period.Hint, code: String) {
    #expect(Period(text, hint: hint)?.description == code)
  }

  @Test(arguments: [
    "", "24", "202", "20245", "2024K5", "2024K0", "2024M13", "2024M00", "2024M6", "2024U54", "2021U53",
    "2024H3",
    "2024X1", "0000", "2024-13", "2024-2022", "2023/25", "2023/2025", "2016/17-2015/16", "2024-", "2024_",
    "2024/",
    "2013-01-01", "2013-02-30", "abcd", "2024K", "2024 K2", "-2024", "２０２４", "2024–", "2022_24", "1800-2900",
    "2016/17-2018", "2016/17-2018/19-2020/21", "2024K2x", "2024\u{0}", "2024..2025",
  ])
  func otherTextsAreNoPeriod(text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: [
    ("2013-02-30", Period.Hint.year), ("2013-13-01", .month), ("2016-2019", .schoolYear),
    ("2011-13", .schoolYear),
    ("2013-01-01", .schoolYear),
  ])
  func hintsDoNotMakePeriods(text: String, hint: Period.Hint) {
    #expect(Period(text, hint: hint) == nil)
  }

  @Test func randomBytesNeverTrapAndWhatIsReadComesBack() {
    var generator = SeededGenerator(seed: 42)
    let alphabet = Array("0123456789/-_ HKQMUW.".utf8) + [0xE2, 0x80, 0x93]
    let hints: [Period.Hint] = [.none, .schoolYear, .year, .month]
    var found = 0
    for _ in 0..<50_000 {
      let hint = hints[Int(generator.next() % 4)]
      let length = Int(generator.next() % 26)
      let raw = String(decoding: generator.bytes(length), as: UTF8.self)
      // A year, then anything: most random texts would otherwise end at the first byte.
      let start = String(1990 + generator.next() % 40)
      let shaped = start + String(decoding: generator.bytes(length / 3, from: alphabet), as: UTF8.self)
      for text in [raw, shaped] {
        guard let period = Period(text, hint: hint) else { continue }
        found += 1
        #expect(Period(period.description) == period)
        #expect(period.days.lowerBound < period.days.upperBound)
        #expect(period.time.isFinite)
        #expect(period.parts.count == period.length)
      }
    }
    #expect(found > 1000)
  }
}

@Suite struct PeriodRangeTests {
  @Test(arguments: [
    ("2019..2023", "2019..2023"), ("2019..", "2019.."), ("..2023", "..2023"), ("2023", "2023"),
    ("2019K1..2020K4", "2019K1..2020K4"), ("2019..2019M06", "2019..2019M06"), ("2019-2021", "2019-2021"),
  ])
  func rangesAreRead(text: String, code: String) {
    #expect(PeriodRange(text)?.description == code)
  }

  @Test(arguments: [
    "", "..", "....", "2023..2019", "2019...2023", "x..2023", "2019..x", "2019..2020..2021", "2019. .2020",
  ])
  func otherTextsAreNoRange(text: String) {
    #expect(PeriodRange(text) == nil)
  }

  @Test(arguments: [
    ("2019..2023", "2019", true), ("2019..2023", "2023", true), ("2019..2023", "2018", false),
    ("2019..2023", "2024", false), ("2019..2023", "2019-2023", true), ("2019..2023", "2018-2020", false),
    ("2019..", "2030", true), ("2019..", "2018", false), ("..2023", "1990", true),
    ("..2023", "2023/24", false),
    ("2019..2019M06", "2019M06", true), ("2019..2019M06", "2019M07", false), ("2019..2019M06", "2019", false),
    ("2020", "2020K3", true), ("2020", "2021K1", false),
  ])
  func aPeriodIsContainedWhereAllOfItIs(range: String, period: String, contained: Bool) throws {
    #expect(try #require(PeriodRange(range)).contains(try #require(Period(period))) == contained)
  }

  @Test func randomBytesNeverTrap() {
    var generator = SeededGenerator(seed: 43)
    let alphabet = Array("0129/-_ KM..".utf8) + [0xE2, 0x80, 0x93, 0xCC, 0x81]
    let year = Period(year: 2020)
    var found = 0
    for _ in 0..<50_000 {
      let parts = (0..<2).map { _ in
        generator.next() % 3 == 0
          ? String(decoding: generator.bytes(Int(generator.next() % 8), from: alphabet), as: UTF8.self)
          : String(1990 + generator.next() % 40)
      }
      guard let range = PeriodRange(parts.joined(separator: "..")) else { continue }
      found += 1
      if let year { _ = range.contains(year) }
      #expect(PeriodRange(range.description) == range)
    }
    #expect(found > 1000)
  }
}
