import Evaluation
import Foundation
import Testing

/// Values by statsmodels 0.14, GLM with dummies of units and periods.
@Suite struct PoissonDifferencesTests {
  static func design(wild: Bool = false) throws -> CountDesign {
    var (counts, persons) = ([Double](), [Double]())
    for i in 0..<8 {
      for t in 0..<6 {
        counts.append(Double((i * 5 + t * 3 + i * t * 7) % 11 + 3) * (wild && (i + t) % 3 == 0 ? 4 : 1))
        persons.append(Double(100 + 10 * i + 3 * t))
      }
    }
    return try CountDesign(counts: counts, exposures: persons, donors: 7, prePeriods: 4)
  }

  @Test func conditioningGivesThePoissonRegression() throws {
    let poisson = try PoissonDifferences(.poisson).fit(Self.design())
    // statsmodels stops by the deviance, so its digits end at about 1e-11.
    #expect(abs(poisson.logRatio - 0.30271785410880836) < 1e-10)
    #expect(abs(poisson.standardError - 0.3281080579591468) < 1e-10)
    let quasi = try PoissonDifferences().fit(Self.design())
    #expect(abs(quasi.standardError - 0.34768692574745) < 1e-10)
    #expect(abs(quasi.dispersion - 1.1229047718286782) < 1e-10)
    #expect(quasi.residualDegreesOfFreedom == 34)
    #expect(quasi.method.rawValue == "effect.poisson-did")
    // The treated's paths have the same total before the start, and e^τ between them after it.
    let design = try Self.design()
    let after = zip(quasi.observed, quasi.counterfactual).enumerated().filter { $0.offset >= 4 }.map(
      \.element)
    let persons = (0..<6).map { design.exposures[42 + $0] }
    let ratio =
      zip(after, persons[4...]).reduce(0.0) { $0 + $1.0.0 * $1.1 }
      / zip(after, persons[4...]).reduce(0.0) { $0 + $1.0.1 * $1.1 }
    #expect(abs(log(ratio) - quasi.logRatio) < 1e-10)
  }

  @Test func sharesAndNegativeBinomials() throws {
    let logit = try PoissonDifferences(.binomial).fit(Self.design())
    #expect(abs(logit.logRatio - 0.32031778423868873) < 1e-9)
    #expect(abs(logit.standardError - 0.33649112166676304) < 1e-9)
    let quasi = try PoissonDifferences(.quasiBinomial).fit(Self.design())
    #expect(abs(quasi.standardError - 0.33649112166676304 * 1.192588847327305.squareRoot()) < 1e-9)
    #expect(logit.method.rawValue == "effect.logit-did")
    let poisson = try PoissonDifferences(.poisson).fit(Self.design(wild: true))
    #expect(abs(poisson.logRatio - 0.9402573715806221) < 1e-9)
    #expect(abs(poisson.dispersion - 14.296919319850113) < 1e-8)
    let negative = try PoissonDifferences(.negativeBinomial).fit(Self.design(wild: true))
    // α was found to about 1e-8 there.
    #expect(abs(negative.logRatio - 0.7561760423019377) < 1e-6)
    #expect(abs(negative.standardError - 0.6791197519073842) < 1e-6)
  }

  @Test func countsThatVaryTooLittleDoNotNarrowTheInterval() throws {
    let design = try CountDesign(
      counts: [100, 101, 99, 100, 50, 50, 51, 50, 200, 199, 200, 260],
      exposures: [Double](repeating: 1, count: 12),
      donors: 2, prePeriods: 3)
    let (poisson, quasi) = (
      try PoissonDifferences(.poisson).fit(design), try PoissonDifferences().fit(design)
    )
    #expect(quasi.dispersion < 0.1)
    #expect(quasi.standardError == poisson.standardError)
  }

  @Test func twoByTwoIsTheClosedForm() throws {
    let design = try CountDesign(
      counts: [310, 298, 15, 6], exposures: [90_000, 92_000, 4000, 4100], donors: 1, prePeriods: 1)
    let fit = try PoissonDifferences(.poisson).fit(design)
    #expect(abs(fit.logRatio - -0.8795256267719642) < 1e-11)
    #expect(abs(fit.standardError - 0.48981102936023485) < 1e-11)
    #expect(throws: EffectError.tooFewDonors(needed: 2, found: 1)) { try PoissonDifferences().fit(design) }
  }

  @Test func exposuresOfAnyScaleAndEmptyUnits() throws {
    let design = try Self.design()
    let one = try PoissonDifferences().fit(design)
    let scaled = try PoissonDifferences().fit(
      CountDesign(
        counts: design.counts.outcomes, exposures: design.exposures.map { $0 * 1e6 }, donors: 7, prePeriods: 4
      ))
    #expect(abs(one.logRatio - scaled.logRatio) < 1e-12)
    // A donor without events adds nothing.
    let more = try PoissonDifferences().fit(
      CountDesign(
        counts: [0, 0, 0, 0, 0, 0] + design.counts.outcomes,
        exposures: [9, 9, 9, 9, 9, 9] + design.exposures, donors: 8, prePeriods: 4))
    #expect(abs(more.logRatio - one.logRatio) < 1e-12)
    #expect(abs(more.standardError - one.standardError) < 1e-12)
    #expect(more.left == 1)
  }

  @Test func placebosAreTheDonorsAndTheThreadsDoNotMatter() throws {
    let design = try Self.design()
    let placebos = try PoissonDifferences().placebos(design)
    #expect(placebos.placebos.count == 7)
    #expect(placebos.isExhaustive)
    let single = try PoissonDifferences().placebos(design, threads: .single)
    #expect(single.effects == placebos.effects)
    let inference = try FermanPinto(placebos, sizes: design.expectedCounts())
    #expect(inference.treatedError > 0)
    #expect(try PoissonDifferences().fit(design.treating([2])).logRatio == placebos.effects[2])
  }

  @Test func whatCannotBeIsRefused() throws {
    #expect(throws: EffectError.noEvents) {
      try PoissonDifferences().fit(
        CountDesign(counts: [3, 4, 5, 6, 7, 0], exposures: [1, 1, 1, 1, 1, 1], donors: 2, prePeriods: 1))
    }
    #expect(throws: EffectError.parameter(name: "count", value: -1)) {
      try CountDesign(counts: [3, -1, 5, 6], exposures: [1, 1, 1, 1], donors: 1, prePeriods: 1)
    }
    #expect(throws: EffectError.size(unit: 1, value: 0)) {
      try CountDesign(counts: [3, 1, 5, 6], exposures: [1, 1, 0, 1], donors: 1, prePeriods: 1)
    }
    #expect(throws: EffectError.parameter(name: "count", value: 5)) {
      try PoissonDifferences(.binomial).fit(
        CountDesign(counts: [3, 1, 5, 6], exposures: [9, 9, 4, 9], donors: 1, prePeriods: 1))
    }
  }
}
