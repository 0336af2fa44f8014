import Testing

@testable import Analyses

@Suite struct CompositeWordsTests {
  @Test func everyWordIsUnderstoodAndOthersAreNot() {
    var options = CompositeOptions()
    for word in CompositeOptions.normalisations { #expect(options.setNormalisation(word)) }
    for word in CompositeOptions.aggregations { #expect(options.setAggregation(word)) }
    for word in CompositeOptions.weightings {
      #expect(options.setWeighting(word) && options.recipe.weighting.name == word)
    }
    #expect(!options.setNormalisation("x") && !options.setAggregation("x") && !options.setWeighting("x"))
    var shrink = ShrinkOptions()
    for word in ShrinkOptions.priors { #expect(shrink.setPrior(word)) }
    #expect(!shrink.setPrior("x"))
  }
}
