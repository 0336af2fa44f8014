import Evaluation
import Testing

@Suite struct FitBeforeStartTests {
  @Test func aFlatLineIsTheMeasure() throws {
    // Deviation of 1, 2, 3 is 1; gaps of one every year.
    let fit = EffectFit(effect: 0, observed: [1, 2, 3, 9], counterfactual: [0, 1, 2, 0])
    let before = try #require(FitBeforeStart(fit, prePeriods: 3))
    #expect(before.error == 1)
    #expect(before.deviation == 1)
    #expect(before.meanGap == 1)
    #expect(before.ratio == 1)
    #expect(before.diagnostics == [.poorFitBeforeStart])
    let close = EffectFit(effect: 0, observed: [1, 2, 3, 9], counterfactual: [1, 2.5, 3, 0])
    #expect(try #require(FitBeforeStart(close, prePeriods: 3)).diagnostics.isEmpty)
  }

  @Test func aTreatedThatDidNotMoveIsPoorWithAnyGap() throws {
    let still = EffectFit(effect: 0, observed: [2, 2, 2], counterfactual: [2, 2, 0])
    let before = try #require(FitBeforeStart(still, prePeriods: 2))
    #expect(before.ratio == nil)
    #expect(!before.isPoor)
    let off = EffectFit(effect: 0, observed: [2, 2, 2], counterfactual: [2, 3, 0])
    #expect(try #require(FitBeforeStart(off, prePeriods: 2)).isPoor)
    #expect(FitBeforeStart(off, prePeriods: 1) == nil)
    #expect(FitBeforeStart(off, prePeriods: 4) == nil)
  }
}
