import Testing

@testable import Indicators

@Suite struct ReferencePopulationTests {
  @Test func aReferenceIsCheckedAndPutInOrder() throws {
    let (young, old) = (try #require(AgeBand("0-49")), try #require(AgeBand("50+")))
    let reference = try #require(ReferencePopulation(id: "land", [(old, 30, 400), (young, 20, 600)]))
    #expect(
      reference.bands == [young, old] && reference.events == [20, 30] && reference.persons == [600, 400])
    #expect(ReferencePopulation(id: "land", [(old, -1, 400)]) == nil)
    #expect(ReferencePopulation(id: "land", [(old, 1, 0), (young, 1, 1)]) == nil)
    #expect(ReferencePopulation(id: "land", [(old, 0, 0)]) == nil)
    #expect(ReferencePopulation(id: "land", [(old, 1, .nan)]) == nil)
    #expect(ReferencePopulation(id: "land", [(old, 1, 2), (old, 1, 2)]) == nil)
    #expect(ReferencePopulation(id: "land", []) == nil)
  }
}
