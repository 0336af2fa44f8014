import Evaluation
import TestSupport
import Testing

@Suite struct EventStudyTests {
  @Test func theCurveIsMeasuredAgainstItsReference() throws {
    // Gaps 1, 3, 6, 8.
    let design = try EffectDesign(outcomes: [1, 2, 3, 4, 3, 4, 5, 6, 3, 6, 10, 13], donors: 2, prePeriods: 2)
    let last = try EventStudy(reference: .lastPrePeriod).fit(design)
    #expect(last.effects == [-2, 0, 3, 5])
    #expect(last.effect == 4)
    let mean = try EventStudy(reference: .preMean).fit(design)
    #expect(mean.effects == [-1, 1, 4, 6])
    #expect(mean.effect == 5)
    #expect(try mean.effect == DifferenceInDifferences().fit(design).effect)
  }

  @Test func theCovarianceGivesTheErrorOfTheMean() throws {
    let outcomes = ConstructedPanel.values(54, 7, 13, modulus: 31)
    let design = try EffectDesign(outcomes: outcomes, donors: 8, prePeriods: 3)
    for reference in EventStudy.Reference.allCases {
      let placebos = try PlaceboDistribution(EventStudy(reference: reference), design)
      let covariance = try PlaceboCovariance(placebos, periods: [3, 4, 5])
      var sum = 0.0
      for i in 0..<3 {
        for j in 0..<3 { sum += covariance.matrix[i, j] / 9 }
      }
      // l′Σl is the squared error of the mean effect: sums of 8 terms below 10³.
      #expect(abs(sum - placebos.standardError * placebos.standardError) < 1e-10)
      #expect(!covariance.isSingular)
    }
    let placebos = try PlaceboDistribution(EventStudy(), design)
    let doubled = try PlaceboCovariance(placebos, periods: [4, 5], factors: [Double](repeating: 2, count: 8))
    let plain = try PlaceboCovariance(placebos, periods: [4, 5])
    #expect(abs(doubled.matrix[0, 1] - 4 * plain.matrix[0, 1]) < 1e-10)
    #expect(throws: EffectError.parameter(name: "period", value: 6)) {
      try PlaceboCovariance(placebos, periods: [6])
    }
    #expect(throws: EffectError.shape(what: "factors", expected: 8, found: 1)) {
      try PlaceboCovariance(placebos, periods: [4], factors: [1])
    }
  }
}
