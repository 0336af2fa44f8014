import Testing

@testable import Indicators

@Suite struct ZoneTests {
  static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  @Test func codesAreStrings() {
    #expect(Zone(code: "0301") != Zone(code: "301"))
    #expect(Zone(code: "3909000014", name: "Larvik LKS 14").label == "Larvik LKS 14")
    #expect(Zone(code: "39090303").label == "39090303")
  }

  @Test func validityIsFromADayUpToAnother() throws {
    let (one, two) = (try Self.day("2020-01-01"), try Self.day("2024-01-01"))
    let validity = try #require(Validity(from: one, to: two))
    #expect(validity.contains(one))
    #expect(!validity.contains(two))
    #expect(!validity.contains(try Self.day("2019-12-31")))
    #expect(Validity(from: two, to: one) == nil)
    #expect(Validity(from: one, to: one) == nil)
    #expect(Validity(from: nil, to: nil) == .always)
    #expect(Validity.always.contains(two))
  }

  @Test func validitiesOverlapWhereTheyShareADay() throws {
    let years = try (2000...2004).map { try #require(CalendarDay(year: $0)) }
    var ends: [CalendarDay?] = [nil]
    ends += years
    let all = ends.flatMap { from in ends.compactMap { Validity(from: from, to: $0) } }
    // The first days of the years and one day before and after them decide.
    let probes = [CalendarDay(ordinal: years[0].ordinal - 1)] + years
    for one in all {
      for other in all {
        let shared = probes.contains { one.contains($0) && other.contains($0) }
        #expect(one.overlaps(other) == shared, "\(one) \(other)")
      }
    }
  }
}
