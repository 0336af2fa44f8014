import Analyses
import Estimates
import Foundation
import Testing

@testable import Pipeline

/// `effect` on the example programme, and the texts of its options.
@Suite struct EffectRequestTests {
  @Test func theBuiltInEffectOfTheExampleIsFound() throws {
    let sample = try ProgrammeSample.larvik()
    defer { sample.discard() }
    _ = try sample.refresh()
    let answer = try Answering.answer(
      .effect(try EffectRequest().question()), Request(.base(sample.base)))
    let rows = answer.results.value.rows
    func row(_ indicator: String) throws -> Int {
      try #require((0..<rows.count).first { rows[$0, "indicator"] == .text(indicator) })
    }
    // Ten percentage points were added in Torstrand from 2024.
    let satisfied = try row("satisfied-neighbourhood")
    let (low, high) = (rows[satisfied, "lower"].double ?? .nan, rows[satisfied, "upper"].double ?? .nan)
    #expect(low > 0 && low < 10 && high > 10, "\(low)–\(high)")
    #expect(rows[satisfied, "interval_method"] == .text("effect.ferman-pinto-t"))
    #expect(rows[satisfied, "verdict"] == .text("changed") && rows[satisfied, "better"] == .text("better"))
    #expect(rows[satisfied, "informative"] == .boolean(true))
    // Few injuries and few recipients: only very large changes could be seen.
    for small in ["traffic-injuries", "social-assistance-18-24", "kindergarten-1-5"] {
      #expect(rows[try row(small), "informative"] == .boolean(false), "\(small)")
      #expect(rows[try row(small), "verdict"] == .text("uninformative"), "\(small)")
    }
    // No figures from before the programme: a row with a reason.
    #expect(rows[try row("participants-per-1000"), "reason"] == .text("no-pre-periods"))
  }

  @Test func optionsThatCannotBeReadAreErrors() {
    for request in [
      EffectRequest(start: "soon"), EffectRequest(sizeBand: "2..1"), EffectRequest(sizeBand: "x"),
      EffectRequest(scale: "cubic"), EffectRequest(unbalanced: "fill"), EffectRequest(smallest: "-3"),
      EffectRequest(placebos: 3),
    ] {
      #expect(throws: PipelineError.self) { try request.question() }
    }
    #expect(SmallestEffect("20 %") == .percent(20) && SmallestEffect("1,5") == .size(1.5))
  }
}
