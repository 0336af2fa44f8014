import Evaluation
import Indicators
import TestSupport
import Testing

@Suite struct CallawaySantAnnaTests {
  /// Half the last digit printed.
  static func agrees(_ found: Double?, _ printed: Double, digits: Int) -> Bool {
    guard let found else { return false }
    var half = 0.5
    for _ in 0..<digits { half /= 10 }
    return abs(found - printed) <= half * 1.000001
  }

  /// R did 2.1.2, outcome regression without covariates, never treated, analytic errors; nine decimals are given.
  @Test(.enabled(if: CountyEmployment.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func effectsByGroupAndPeriodAreReproduced() throws {
    let effects = try CallawaySantAnna().fit(CountyEmployment.design())
    let printed: [(start: Int, period: Int, effect: Double, error: Double)] = [
      (1, 1, -0.010503246, 0.023251036), (1, 2, -0.070423158, 0.030984767),
      (1, 3, -0.137258739, 0.036435664), (1, 4, -0.100811363, 0.034359226),
      (3, 1, 0.006520112, 0.023326805), (3, 2, -0.002750819, 0.019558561),
      (3, 3, -0.004594607, 0.017755197), (3, 4, -0.041224472, 0.020229181),
      (4, 1, 0.030506656, 0.015033560), (4, 2, -0.002725893, 0.016395833),
      (4, 3, -0.031087119, 0.017877511), (4, 4, -0.026054411, 0.016655435),
    ]
    #expect(effects.cells.count == printed.count)
    for (cell, printed) in zip(effects.cells, printed) {
      #expect(cell.start == printed.start && cell.period == printed.period)
      #expect(Self.agrees(cell.effect, printed.effect, digits: 9))
      #expect(Self.agrees(cell.standardError, printed.error, digits: 9))
      #expect(cell.controls == 309)
    }
    #expect(effects.cells.map(\.treated) == [20, 20, 20, 20, 40, 40, 40, 40, 131, 131, 131, 131])
    #expect(effects.diagnostics.isEmpty)
    let test = try effects.parallelPathsTest().get()
    #expect(test.degreesOfFreedom == 5)
    #expect(Self.agrees(test.pValue, 0.16812, digits: 5))
  }

  /// The same program's aggregates. Its error of the group aggregate (.01241527) repeats the first group in the estimation of
  /// the weights; .01244605932 has each group once.
  @Test(.enabled(if: CountyEmployment.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func aggregatesAreReproduced() throws {
    let effects = try CallawaySantAnna().fit(CountyEmployment.design())
    let simple = try effects.aggregated(.simple).overall
    #expect(Self.agrees(simple.effect, -0.03995127516, digits: 11))
    #expect(Self.agrees(simple.standardError, 0.01203401277, digits: 11))
    #expect(simple.treated == 191)
    let dynamic = try effects.aggregated(.dynamic())
    #expect(Self.agrees(dynamic.overall.effect, -0.07723982146, digits: 11))
    #expect(Self.agrees(dynamic.overall.standardError, 0.01996498906, digits: 11))
    #expect(dynamic.parts.map(\.key) == [-3, -2, -1, 0, 1, 2, 3])
    let byAge = [
      0.030506656, -0.000563085, -0.024458745, -0.019931817, -0.050957367, -0.137258739, -0.100811363,
    ]
    for (part, printed) in zip(dynamic.parts, byAge) {
      #expect(Self.agrees(part.effect, printed, digits: 9))
    }
    let group = try effects.aggregated(.group)
    #expect(Self.agrees(group.overall.effect, -0.03101828223, digits: 11))
    #expect(Self.agrees(group.overall.standardError, 0.01244605932, digits: 11))
    for (part, printed) in zip(group.parts, [-0.079749127, -0.022909539, -0.026054411]) {
      #expect(Self.agrees(part.effect, printed, digits: 9))
    }
    let calendar = try effects.aggregated(.calendar)
    #expect(Self.agrees(calendar.overall.effect, -0.04170043213, digits: 11))
    #expect(Self.agrees(calendar.overall.standardError, 0.01597185188, digits: 11))
    // fixest's sunab, clustered by county.
    let interaction = try effects.interactionWeighted()
    #expect(Self.agrees(interaction.effect, -0.03995127516, digits: 11))
    #expect(Self.agrees(interaction.standardError, 0.01179627744, digits: 11))
    for aggregate in [dynamic, group, calendar] {
      #expect(abs(aggregate.overall.weights.values.reduce(0, +) - 1) < 1e-12)
    }
  }

  /// Doubly robust by R did 2.1.2; regression, weights and the other comparisons by an independent program (numpy 2, the
  /// formulas of Sant'Anna and Zhao written out), whose printed digits those of R are among.
  @Test(.enabled(if: CountyEmployment.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func covariatesAndComparisonsAreReproduced() throws {
    let design = try CountyEmployment.design(population: true)
    func simple(_ estimator: CallawaySantAnna) throws -> StaggeredPart {
      try estimator.fit(design).aggregated(.simple).overall
    }
    let robust = try simple(CallawaySantAnna())
    #expect(Self.agrees(robust.effect, -0.04175177206, digits: 11))
    #expect(Self.agrees(robust.standardError, 0.0115028337, digits: 7))
    // 13 digits are printed; the logistic fit stops at 1e-11 of the link.
    #expect(abs((robust.standardError ?? 0) - 0.01150283815155) < 1e-11)
    let regression = try simple(CallawaySantAnna(covariateUse: .regression))
    #expect(abs(regression.effect - -0.04196861242154) < 1e-13)
    #expect(abs((regression.standardError ?? 0) - 0.01144482976822) < 1e-13)
    let weighted = try simple(CallawaySantAnna(covariateUse: .weighting))
    #expect(abs(weighted.effect - -0.04177708219914) < 1e-11)
    #expect(abs((weighted.standardError ?? 0) - 0.01149971936398) < 1e-11)
    let later = try simple(CallawaySantAnna(comparison: .notYetTreated))
    #expect(abs(later.effect - -0.04135162929926) < 1e-11)
    #expect(abs((later.standardError ?? 0) - 0.01142783908219) < 1e-11)
    let early = try CallawaySantAnna(comparison: .notYetTreated, anticipation: 1).fit(design)
    let overall = try early.aggregated(.simple).overall
    #expect(early.startedTooEarly.count == 20)
    #expect(overall.treated == 171)
  }

  @Test(.enabled(if: CountyEmployment.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func notYetTreatedUniversalBaseAndWindows() throws {
    let design = try CountyEmployment.design()
    let later = try CallawaySantAnna(comparison: .notYetTreated).fit(design)
    let simple = try later.aggregated(.simple).overall
    // The independent program again, 13 digits printed.
    #expect(abs(simple.effect - -0.03976362562304) < 1e-13)
    #expect(abs((simple.standardError ?? 0) - 0.01205242478734) < 1e-13)
    let group = try later.aggregated(.group).overall
    #expect(abs((group.standardError ?? 0) - 0.01257512013168) < 1e-13)
    let universal = try CallawaySantAnna(base: .universal).fit(design)
    let dynamic = try universal.aggregated(.dynamic())
    #expect(dynamic.parts.map(\.key) == [-4, -3, -2, -1, 0, 1, 2, 3])
    #expect(Self.agrees(dynamic.parts[0].effect, 0.0033063566925, digits: 13))
    #expect(Self.agrees(dynamic.parts[1].standardError, 0.018118920697, digits: 12))
    #expect(dynamic.parts[3].effect == 0)
    #expect(dynamic.parts[3].errorReason == .referencePeriod)
    #expect(Self.agrees(dynamic.overall.standardError, 0.01996498906, digits: 11))
    let effects = try CallawaySantAnna().fit(design)
    let window = try effects.aggregated(.dynamic(window: -1...1))
    #expect(window.parts.map(\.key) == [-1, 0, 1])
    // Of the groups seen for a year after the start: 2004 and 2006, 20 and 40 counties.
    let balanced = try effects.aggregated(.dynamic(balanced: 1))
    #expect(balanced.parts.map(\.key) == [-2, -1, 0, 1])
    let expected = (20 * -0.010503246 + 40 * -0.004594607) / 60
    #expect(abs(balanced.parts[2].effect - expected) < 1e-9)
    #expect(throws: EffectError.parameter(name: "balanced", value: -1)) {
      try effects.aggregated(.dynamic(balanced: -1))
    }
  }

  /// Two years; the hand-made answer is (6 − 2) − (2 + 4)/2 = 1.
  @Test func threeZonesByHand() throws {
    let design = try CohortDesign(outcomes: [2, 6, 1, 3, 5, 9], periods: 2, starts: [1, nil, nil])
    let effects = try CallawaySantAnna().fit(design)
    let cell = try #require(effects.cells.first)
    #expect(effects.cells.count == 1)
    #expect(cell.effect == 1)
    // One zone has no spread: there is no standard error, and there is a reason.
    #expect(cell.standardError == nil)
    #expect(cell.errorReason == .varianceNotEstimable)
    #expect(effects.diagnostics == [.needsPlacebos])
    let simple = try effects.aggregated(.simple).overall
    #expect(simple.effect == 1)
    #expect(simple.standardError == nil)
    #expect(simple.estimate().intervalReason == .varianceNotEstimable)
    #expect(effects.parallelPathsTest() == .failure(.noPeriodsBefore))
  }

  /// Twelve zones, two groups of two and three: fewer than five in a group give no error of the group, and five together give
  /// one.
  @Test func errorsNeedFiveTreated() throws {
    let design = try StaggeredExample.design(starts: [2, 2, 3, 3, 3] + [Int?](repeating: nil, count: 7))
    let effects = try CallawaySantAnna().fit(design)
    #expect(effects.cells.allSatisfy { $0.standardError == nil && $0.errorReason == .tooFewTreatedForError })
    #expect(try effects.aggregated(.simple).overall.standardError != nil)
    let trusting = try CallawaySantAnna(fewestTreated: 2).fit(design)
    #expect(trusting.cells.allSatisfy { $0.standardError != nil })
    #expect(throws: EffectError.parameter(name: "fewestTreated", value: 1)) {
      try CallawaySantAnna(fewestTreated: 1).fit(design)
    }
    // One cluster holds all of the treated: again nothing to learn a spread from.
    let clustered = try CohortDesign(
      outcomes: design.outcomes, periods: 6, starts: design.starts,
      clusters: [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7])
    let together = try CallawaySantAnna(fewestTreated: 2).fit(clustered)
    #expect(try together.aggregated(.simple).overall.errorReason == .varianceNotEstimable)
  }

  /// Adding to a period or to a zone changes nothing; a factor on the outcome is a factor on effects and errors.
  @Test func whatShouldNotMatterDoesNot() throws {
    let starts = [2, 2, 3, 3, 3] + [Int?](repeating: nil, count: 7)
    let design = try StaggeredExample.design(starts: starts)
    let base = try CallawaySantAnna().fit(design).aggregated(.group).overall
    for factor in [1, 1e6, 1e-6] {
      let moved = try CohortDesign(
        outcomes: design.outcomes.enumerated().map { cell, value in
          factor * (value + Double(cell % 6) * 3 - Double(cell / 6))
        }, periods: 6, starts: starts)
      let found = try CallawaySantAnna().fit(moved).aggregated(.group).overall
      // Outcomes are below 100: a few ulp of them, on effects near one.
      #expect(abs(found.effect / factor - base.effect) < 1e-12)
      #expect(abs((found.standardError ?? 0) / factor - (base.standardError ?? 1)) < 1e-12)
    }
    // A covariate in other units is the same covariate.
    func adjusted(_ factor: Double, _ shift: Double) throws -> Double {
      let column = (0..<12).map { factor * (Double(($0 * 5) % 12) + shift) }
      let design = try CohortDesign(
        outcomes: design.outcomes, periods: 6, starts: starts, covariates: [column])
      return try CallawaySantAnna().fit(design).aggregated(.simple).overall.effect
    }
    // The logistic fit stops at 1e-11 of the link.
    #expect(abs(try adjusted(1, 0) - adjusted(1000, 7)) < 1e-9)
  }

  @Test func covariatesThatCannotServeAreReasonsAndStopNothing() throws {
    let starts = [2, 2, 3, 3, 3] + [Int?](repeating: nil, count: 7)
    let plain = try StaggeredExample.design(starts: starts)
    func reasons(_ columns: [[Double]], _ use: CallawaySantAnna.CovariateUse) throws -> Set<Reason?> {
      let design = try CohortDesign(
        outcomes: plain.outcomes, periods: 6, starts: starts, covariates: columns)
      let effects = try CallawaySantAnna(covariateUse: use).fit(design)
      #expect(effects.diagnostics.contains(.comparisonsWithoutAnswer))
      #expect(throws: EffectError.noPostPeriods) { try effects.aggregated(.simple) }
      return Set(effects.cells.map(\.reason))
    }
    let constant = [Double](repeating: 4, count: 12)
    let line = (0..<12).map(Double.init)
    #expect(try reasons([constant], .regression) == [.collinearCovariates])
    #expect(try reasons([line, line.map { 2 * $0 + 1 }], .regression) == [.collinearCovariates])
    // The treated are the first five of the line.
    #expect(try reasons([line], .weighting) == [.noOverlap])
    #expect(try reasons([line], .doublyRobust) == [.noOverlap])
  }
}
