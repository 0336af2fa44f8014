import Testing

@testable import Analyses

@Suite struct CompositeWordsTests {
  @Test func everyWordIsUnderstoodAndOthersAreNot() {
    var options = CompositeOptions()
    let scores = (CompositeOptions.normalisations + ["x"]).map { options.setNormalisation($0) }
    let means = (CompositeOptions.aggregations + ["x"]).map { options.setAggregation($0) }
    let weights = (CompositeOptions.weightings + ["x"]).map { options.setWeighting($0) }
    for found in [scores, means, weights] {
      #expect(found.dropLast().allSatisfy { $0 } && !found[found.count - 1])
    }
    var named: [String] = []
    for word in CompositeOptions.weightings where options.setWeighting(word) {
      named.append(options.recipe.weighting.name)
    }
    #expect(named == CompositeOptions.weightings)
    var shrink = ShrinkOptions()
    let priors = (ShrinkOptions.priors + ["x"]).map { shrink.setPrior($0) }
    #expect(priors == [true, true, false])
  }
}
