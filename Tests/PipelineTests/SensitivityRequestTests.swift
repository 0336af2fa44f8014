import Analyses
import Estimates
import Foundation
import Testing

@testable import Pipeline

/// `effect --sensitivity` on the example programme, and the texts of its options.
@Suite struct SensitivityRequestTests {
  @Test func theBuiltInEffectBearsOtherChoices() throws {
    let sample = try ProgrammeSample.larvik()
    defer { sample.discard() }
    _ = try sample.refresh()
    var question = try EffectRequest(estimators: ["sdid", "did"]).trying(SensitivityRequest(isAsked: true))
      .question()
    question.sensitivity?.estimators = try EffectMethod.named(["sdid", "did", "dsc"])
    var request = Request(.base(sample.base))
    request.indicators = ["satisfied-neighbourhood"]
    let answer = try Answering.answer(.effect(question), request)
    let tables = answer.results.value.tables
    let panel = try #require(tables.first { $0.schema.table == "sensitivity" })
    let estimates = (0..<panel.count).compactMap { panel[$0, "estimate"].double }
    // Ten points were added: every choice finds a rise.
    #expect(estimates.count > 9 && estimates.allSatisfy { $0 > 0 })
    let checks = try #require(tables.first { $0.schema.table == "checks" })
    #expect(checks.count == 13)
  }

  @Test func optionsMeanWhatTheySay() throws {
    func question(_ request: SensitivityRequest, _ words: [String] = []) throws -> EffectQuestion {
      try EffectRequest(estimators: words).trying(request).question()
    }
    #expect(try question(SensitivityRequest()).sensitivity == nil)
    let all = try #require(try question(SensitivityRequest(isAsked: true)).sensitivity)
    #expect(all.estimators.count > 8 && all.districts == nil)
    let few = try #require(try question(SensitivityRequest(isAsked: true), ["did", "dsc"]).sensitivity)
    #expect(few.estimators.map(\.word) == ["did", "dsc"])
    let years = try question(SensitivityRequest(selection: "2019..2021")).sensitivity?.selection
    #expect(years?.description == "2019..2021")
    #expect(try question(SensitivityRequest(placeboWeights: true)).wantsPlaceboWeights)
    #expect(throws: PipelineError.self) { try question(SensitivityRequest(selection: "soon")) }
    let list = FileManager.default.temporaryDirectory.appendingPathComponent("pairs-\(UUID().uuidString).csv")
    try Data("zone,neighbour\nA,B\n".utf8).write(to: list)
    defer { try? FileManager.default.removeItem(at: list) }
    let districts = try question(SensitivityRequest(districts: list.path)).sensitivity?.districts
    #expect(districts == [ZonePair("A", "B")])
  }
}
