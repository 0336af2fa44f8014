import Analyses
import Estimates
import Foundation
import Testing

@testable import Pipeline

/// `power` on the example programme, and the texts of its options.
@Suite struct PowerRequestTests {
  @Test func theExampleSaysWhatCanBeSeenAndWhen() throws {
    let sample = try ProgrammeSample.larvik()
    defer { sample.discard() }
    _ = try sample.refresh()
    func rows(_ question: Question) throws -> ResultTable {
      try Answering.answer(question, Request(.base(sample.base))).results.value.rows
    }
    let power = try rows(.power(try PowerRequest(EffectRequest()).question()))
    let effect = try rows(.effect(try EffectRequest().question()))
    #expect(power.count == effect.count)
    // The same figure before the estimate and inside it, wherever there are figures from the start on; power answers without.
    for row in 0..<power.count {
      #expect(power[row, "indicator"] == effect[row, "indicator"])
      if effect[row, "mde"].double == nil {
        #expect(effect[row, "reason"].string != nil, "\(power[row, "indicator"])")
      } else {
        #expect(power[row, "mde"].double == effect[row, "mde"].double, "\(power[row, "indicator"])")
      }
    }
    let satisfied = try #require(
      (0..<power.count).first { power[$0, "indicator"] == .text("satisfied-neighbourhood") })
    #expect(power[satisfied, "first_year_detectable"] == .text("2024"))
    // The programme runs from 2024 through 2028.
    #expect(power[satisfied, "horizon"] == .integer(5))
  }

  @Test func optionsThatCannotBeReadAreErrors() {
    for request in [
      PowerRequest(EffectRequest(), size: "large"), PowerRequest(EffectRequest(), horizon: 0),
      PowerRequest(EffectRequest(start: "soon")),
    ] {
      #expect(throws: PipelineError.self) { try request.question() }
    }
  }
}
