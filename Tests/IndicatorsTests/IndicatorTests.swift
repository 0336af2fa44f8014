import Testing

@testable import Indicators

@Suite struct SuppressionRuleTests {
  /// The rule of the programme file's example: numerators below 5, complements below 5, denominators below 10.
  static let rule = SuppressionRule(numeratorBelow: 5, complementBelow: 5, denominatorBelow: 10)

  @Test(arguments: [
    (0.0, 100.0, true), (4, 100, true), (5, 100, false), (95, 100, false), (96, 100, true), (100, 100, true),
    (5, 10, false), (4.999, 100, true),
  ])
  func cellsAreHiddenBelowTheLimits(numerator: Double, denominator: Double, hidden: Bool) {
    #expect(Self.rule.hides(numerator: numerator, denominator: denominator) == hidden)
  }

  @Test func smallDenominatorsAreHidden() {
    let rule = SuppressionRule(denominatorBelow: 10)
    #expect(rule.hides(numerator: nil, denominator: 9))
    #expect(!rule.hides(numerator: nil, denominator: 10))
    #expect(!rule.hides(numerator: 3, denominator: nil))
  }

  @Test func trueZerosMayBeShown() {
    var rule = Self.rule
    rule.hidesZeros = false
    #expect(!rule.hides(numerator: 0, denominator: 100))
    #expect(rule.hides(numerator: 1, denominator: 100))
    #expect(!rule.hides(numerator: 100, denominator: 100))
  }

  @Test func limitsOfZeroNeverHide() {
    for numerator in [0.0, 1, -3] {
      for denominator in [0.0, 1, -3] {
        #expect(!SuppressionRule.none.hides(numerator: numerator, denominator: denominator))
      }
    }
    #expect(!SuppressionRule.none.hidesAnything)
    #expect(!Self.rule.hides(numerator: nil, denominator: nil))
  }

  @Test func aRuleOnWeakSeriesHides() {
    #expect(Self.rule.hidesAnything)
    #expect(SuppressionRule(seriesWeakShare: 0.5, seriesWeakBelow: 7).hidesAnything)
    // Without a primary rule nothing is hidden, so no share of a series is.
    #expect(!SuppressionRule(seriesHiddenShare: 0.2).hidesAnything)
  }
}

@Suite struct IndicatorCatalogueTests {
  @Test func indicatorsAreFoundById() {
    let neet = Indicator(id: "neet", name: LocalisedText(nb: "Unge utenfor"), kind: .proportion)
    let again = Indicator(id: "neet", name: LocalisedText(nb: "En annen"), kind: .count)
    let catalogue = IndicatorCatalogue([neet, again])
    #expect(catalogue["neet"] == neet)
    #expect(catalogue["NEET"] == nil)
    #expect(catalogue.indicators.count == 2)
  }
}
