import Analyses
import Indicators
import Testing

@testable import Pipeline

@Suite struct CompositeReadingTests {
  private func options(weights: String? = nil, better: String? = nil) throws -> CompositeOptions {
    try CompositeOptions(
      weights: weights, better: better, normalise: "rank", aggregate: "sum", draws: 10, allowsMissing: false)
  }

  @Test func namesMayHoldCommas() throws {
    let found = try options(
      weights: "Lav utdanning, 30-39 år=0.5,b=0.25", better: "Lav utdanning, 30-39 år=lower, b=higher")
    #expect(found.weights == ["Lav utdanning, 30-39 år": 0.5, "b": 0.25])
    #expect(found.directions == ["Lav utdanning, 30-39 år": .lowerIsBetter, "b": .higherIsBetter])
  }

  @Test func whatMeansNothingIsRefused() {
    for better in ["a=up", "a", "=lower", "a=lower,b"] {
      #expect(throws: PipelineError.self) { try options(better: better) }
    }
    for weights in ["a=-1", "a=x", "a=nan"] {
      #expect(throws: PipelineError.self) { try options(weights: weights) }
    }
    #expect(throws: PipelineError.self) { try ShrinkOptions(prior: "x", above: nil) }
    #expect(throws: PipelineError.self) { try ShrinkOptions(prior: "ml", above: .nan) }
  }
}
