import Evaluation
import Indicators
import Testing

@Suite struct EffectErrorTests {
  @Test func codesAreReasonsAndSayWhatIsNeeded() {
    let error = EffectError.tooFewPrePeriods(needed: 2, found: 1)
    #expect(error.reason == Reason("too-few-pre-periods"))
    #expect(error.arguments == ["needed": "2", "found": "1"])
    #expect(error.kind == .refused)
    #expect(EffectError.notFinite(unit: 1, period: 2).kind == .badData)
    #expect(EffectError.parameter(name: "limit", value: 0).kind == .usage)
  }
}
