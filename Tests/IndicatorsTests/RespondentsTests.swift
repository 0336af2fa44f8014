import Testing

@testable import Indicators

@Suite struct RespondentsTests {
  private func make(zone: [Int32] = [0, 1, -1], answers: [Double] = [1, 0, .nan], sex: [Int32] = [0, 1, 1])
    throws
    -> Respondents
  {
    try Respondents(
      zones: [Zone(code: "A"), Zone(code: "B")], zone: zone, periods: [Period(year: 2024)].compactMap { $0 },
      period: [0, 0, 0], questions: [Respondents.Question(name: "trust", answers: answers)],
      variables: [
        Respondents.Variable(name: "Sex", categories: ["f", "m"], codes: sex),
        Respondents.Variable(name: "age", categories: ["young", "old"], codes: [1, 0, -1]),
      ])
  }

  @Test func columnsFitTogether() throws {
    #expect(try make().count == 3)
    #expect(throws: IndicatorsError.self) { try make(answers: [1, 0]) }
    #expect(throws: IndicatorsError.self) { try make(zone: [0, 2, 0]) }
    #expect(throws: IndicatorsError.self) { try make(sex: [0, 1, -2]) }
  }

  @Test func variablesAndTheirCombinations() throws {
    let respondents = try make()
    #expect(respondents.variable("sex")?.codes == [0, 1, 1])
    let both = try #require(respondents.variable("sex*age"))
    #expect(both.categories == ["f*young", "f*old", "m*young", "m*old"] && both.codes == [1, 2, -1])
    #expect(respondents.variable("sex*education") == nil && respondents.variable("education") == nil)
  }
}
