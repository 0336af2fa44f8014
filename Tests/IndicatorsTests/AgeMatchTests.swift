import Testing

@testable import Indicators

@Suite struct AgeMatchTests {
  private func bands(_ labels: String) -> [AgeBand] {
    labels.split(separator: " ").compactMap { AgeBand(String($0)) }
  }

  private func problem(_ own: String, _ standard: String) -> AgeMatch.Problem? {
    do {
      _ = try AgeMatch(of: bands(own), with: bands(standard))
      return nil
    } catch {
      return error
    }
  }

  @Test func finerBandsOfEitherSideAreSummed() throws {
    let match = try AgeMatch(of: bands("0 1 2-4 5-14 15+"), with: bands("0 1-4 5-9 10-14 15-64 65+"))
    #expect(match.groups.map(\.band.description) == ["0", "1–4", "5–14", "15+"])
    #expect(match.groups.map(\.members) == [[0], [1, 2], [3], [4]])
    #expect(match.groups.map(\.sources) == [[0], [1], [2, 3], [4, 5]])
    #expect(!match.isTruncated)
  }

  @Test func theOrderOfTheBandsDoesNotMatter() throws {
    let match = try AgeMatch(of: bands("65+ 0-64"), with: bands("50-64 65+ 0-49"))
    #expect(match.groups.map(\.members) == [[1], [0]])
    #expect(match.groups.map(\.sources) == [[2, 0], [1]])
  }

  @Test func aPartOfTheAgesUsesAPartOfTheStandard() throws {
    let match = try AgeMatch(of: bands("20-39 40-64"), with: bands("0-19 20-39 40-64 65+"))
    #expect(match.isTruncated && match.groups.map(\.sources) == [[1], [2]])
    #expect(try AgeMatch(of: bands("20+"), with: bands("0-19 20-39 40+")).groups.map(\.sources) == [[1, 2]])
  }

  @Test func whatDoesNotNestIsRefusedWithTheBand() throws {
    func band(_ text: String) throws -> AgeBand { try #require(AgeBand(text)) }
    #expect(problem("", "0-4 5+") == AgeMatch.Problem.none)
    #expect(problem("0-4 10+", "0-4 5-9 10+") == .gap(try band("5-9")))
    #expect(problem("0-9 5+", "0-4 5+") == .overlapping(try band("0-9"), try band("5+")))
    #expect(problem("0-17 18+", "0-4 5-9 10-14 15-19 20+") == .crossing(try band("0-17"), try band("15-19")))
    #expect(problem("3-9 10+", "0-4 5-9 10+") == .crossing(try band("3-9"), try band("0-4")))
    #expect(problem("0-4 5-7", "0-4 5-9 10+") == .crossing(try band("5-7"), try band("5-9")))
    #expect(problem("0-4 5+", "5-9 10+") == .gap(try band("0-4")))
    #expect(problem("0-4 5+", "0-4 5-9") == .gap(try band("10+")))
    // The last bands are a closed one and an open one from the same age: nothing says how many are older.
    #expect(problem("0-84 85-89", "0-84 85+") == .crossing(try band("85-89"), try band("85+")))
  }

  @Test func aProblemHasAReasonAndNamesItsBands() throws {
    let found = try #require(problem("0-17 18+", "0-4 5-9 10-14 15-19 20+"))
    #expect(found.reason == .ageBandCrossesStandard && found.arguments == ["band": "0–17", "other": "15–19"])
    #expect(AgeMatch.Problem.none.reason == .noAgeDimension)
  }
}
