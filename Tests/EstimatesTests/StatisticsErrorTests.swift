import Estimates
import Indicators
import Testing

@Suite struct StatisticsErrorTests {
  static let all: [StatisticsError] = [
    .emptyDenominator(0), .negativeCount(-1), .numeratorExceedsDenominator(numerator: 412, denominator: 401),
    .tooFewObservations(needed: 4, found: 2), .notFinite(what: "value"), .unequalLengths("x", 1, 2),
    .noVariationInTime, .suppressedInput(count: 1), .overlappingPeriods, .parameter(name: "level", value: 2),
  ]

  @Test func codesAreDistinctAndAreReasons() {
    #expect(Set(Self.all.map(\.code)).count == Self.all.count)
    for error in Self.all { #expect(error.reason.rawValue == error.code) }
    // Reasons that cells and errors share have one id.
    #expect(StatisticsError.suppressedInput(count: 1).reason == .suppressed)
    #expect(StatisticsError.tooFewObservations(needed: 4, found: 2).reason == .tooFewPoints)
    #expect(StatisticsError.emptyDenominator(0).reason == .emptyDenominator)
    #expect(StatisticsError.overlappingPeriods.reason == .overlappingPeriods)
  }

  @Test func theOffendingValuesAreNamed() {
    let error = StatisticsError.numeratorExceedsDenominator(numerator: 412, denominator: 401)
    #expect(error.description == "share-above-one denominator=401.0 numerator=412.0")
    #expect(error.kind == .badData)
    #expect(StatisticsError.suppressedInput(count: 2).kind == .refused)
    #expect(StatisticsError.parameter(name: "level", value: 2).kind == .usage)
  }
}
